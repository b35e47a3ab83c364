using ResLinkProofs.Claims;

namespace ResLinkProofs.Specs.Du2019;

/// <summary>S. Du's thesis (2019) on gradient descent for non-convex problems.</summary>
internal static class Du
{
    public static Document Thesis { get; } = new("du", "Du 2019");

    public static Source Statement(string label) => new(Thesis, label);
}
