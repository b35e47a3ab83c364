using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>Section 4.1 of the PReLU report, how a one point convex region is recognised.</summary>
public sealed class Section41 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source source = PRelu.Statement("Section 4.1");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("we calculate ⟨-∇L(W), W* - W⟩ and proof it will be less than or equal to δ‖W* - W‖²₂", "Section 4.1"),
            Severity = new Severity.Substantive(),
            Text = "In the region of Phase 2 (|W|₂, |W*|₂ ≤ 1/100, f_A ≤ 1/10; α = 1/4), ⟨-∇L(W), W* - W⟩ is less than or equal to δ|W* - W|², δ = 0.03(1-α)².",
            Proposition = InRegion(n => Delta * n[SquaredDistance] >= n[InnerProduct]),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "greater than or equal to: the inequality is reversed",
            Text = "In the region of Phase 2, ⟨-∇L(W), W* - W⟩ is greater than or equal to δ|W* - W|²_F.",
            Proposition = InRegion(n => n[InnerProduct] >= Delta * n[SquaredDistance]),
        };
        var forAll = new Quantifier();
        Term alpha = forAll.Real("α"), s = forAll.Real("s");
        yield return new Claim
        {
            Source = PRelu.Statement("Section 4.2 decay of s"),
            Text = "2αs + ((1-α)²/2)s = ((1+α)²/2)s for every α: what -(∇L)u is over d to first order, with s = (W* - W)u; it vanishes for the absolute value, α = -1.",
            Proposition = StatementProposition.Of(forAll.Conclude(
                ((2 * alpha * s) + (Term.Square(1 - alpha) / 2 * s)).EqualTo(Term.Square(1 + alpha) / 2 * s))),
        };
    }

    private static Term Delta => Term.Ratio(3, 100) * Term.Ratio(9, 16);

    private static NetworkProposition InRegion(Func<NetworkSymbols, Formula> conclusion) => new(
        new NetworkDomain { Radius = new Rational(1, 100), NegativeSlope = new Rational(1, 4), Dimensions = [1, 2, 3, 5, 10, 20] },
        n => n[Potential] <= Term.Ratio(1, 10),
        conclusion);
}
