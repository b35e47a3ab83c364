namespace ResLinkProofs.Export;

/// <summary>
/// A claim or a term cannot be exported; the message names the shape that stands in the way and what can be done instead.
/// </summary>
/// <param name="shape">The shape, e.g. <c>a claim about networks of every dimension</c>.</param>
/// <param name="remedy">What can be done instead.</param>
public sealed class UnsupportedShapeException(string shape, string remedy) : Exception($"{shape} cannot be exported. {remedy}")
{
    /// <summary>The shape that stands in the way.</summary>
    public string Shape { get; } = shape;
}
