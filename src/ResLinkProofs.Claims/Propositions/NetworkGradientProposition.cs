using ResLinkProofs.Networks.Observables;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Claims.Propositions;

/// <summary>States that -grad L of the population loss is a given field, wherever no column of I + W vanishes.</summary>
/// <param name="domain">The teacher-student pairs.</param>
/// <param name="field">The claimed value of -grad L.</param>
public sealed class NetworkGradientProposition(NetworkDomain domain, NetworkField field) : Proposition
{
    /// <summary>The teacher-student pairs.</summary>
    public NetworkDomain Domain { get; } = domain.WithOneSlope();

    /// <summary>The claimed value of -grad L.</summary>
    public NetworkField Field { get; } = field;

    /// <inheritdoc/>
    public override string FormalText => new FormalText()
        .Line("pairs", $"{Domain} d {string.Join(' ', Domain.Dimensions)}")
        .Each([1, 2], (text, d) =>
        {
            var pair = SymbolicTeacherStudent.OfVariables(d, Domain.NegativeSlope);
            return text.Each(Enumerable.Range(0, d * d), (inner, k) => inner.Term($"-grad L {k}", Field.Expand(pair, k / d, k % d)));
        })
        .ToString();
}
