using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>
/// A geometric bound about vectors a, b within gamma of a unit vector, as two claims: in vectors at gamma = 1/100, 1/10 and 3/10, and,
/// for every gamma in [1/1000, 3/10], reduced to a few scalars in which no difference cancels.
/// </summary>
/// <remarks>Appendix E of the paper, which states such bounds, was not available. Form and constants are ours.</remarks>
public abstract class GeometricBound : ISpec
{
    /// <summary>What follows every statement of a geometric bound.</summary>
    internal const string Origin = " (Appendix E as printed was not available: form and constant are ours.)";

    private protected GeometricBound()
    {
    }

    /// <summary>The bound in words and symbols.</summary>
    protected abstract string Text { get; }

    /// <summary>Why the scalars suffice, and the bound in them.</summary>
    protected abstract string ReducedText { get; }

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        string label = $"Geometric bound {GetType().Name}";
        yield return new Claim
        {
            Source = LiYuan.Statement(label),
            Text = $"At γ = 1/100, 1/10 and 3/10: {Text}{Origin}",
            Proposition = StatementProposition.ForEach("100γ", [1, 10, 30], hundredths => InVectors(new Rational(hundredths, 100))),
        };
        var forAll = new Quantifier();
        yield return new Claim
        {
            Source = LiYuan.Statement($"{label} reduced"),
            Text = ReducedText + Origin,
            Proposition = StatementProposition.Of(forAll.Conclude(Reduced(forAll))),
        };
    }

    /// <summary>The bound in vectors.</summary>
    /// <param name="near">The vectors; further variables can be quantified there.</param>
    protected abstract Formula Conclude(NearIdentity near);

    /// <summary>The bound in scalars.</summary>
    /// <param name="forAll">Quantifies over the scalars.</param>
    protected abstract Formula Reduced(Quantifier forAll);

    /// <summary>Quantifies over gamma in [1/1000, 3/10].</summary>
    internal static Term Radius(Quantifier forAll) => forAll.Real("γ", new Rational(1, 1000), new Rational(3, 10));

    private Statement InVectors(Rational gamma)
    {
        var forAll = new Quantifier();
        Formula conclusion = Conclude(new NearIdentity(forAll, gamma));
        return forAll.Conclude(conclusion);
    }
}
