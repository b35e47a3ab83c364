using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving.Derivations;
using ResLinkProofs.Specs.LiYuan2017.GeometricBounds.EveryDimension;
using static ResLinkProofs.Specs.LiYuan2017.GeometricBounds.EveryDimension.Ball;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>Geometric bound G1: the length of a perturbed vector, to second order.</summary>
public sealed class G1 : GeometricBound
{
    /// <inheritdoc/>
    protected override string Text =>
        "For a, b within γ of a unit vector e and D = b - a: 0 ≤ |b| - |a| - ⟨a/|a|, D⟩ ≤ |D|²/(2|a|) ≤ |D|²/(2(1-γ)).";

    /// <inheritdoc/>
    protected override string ReducedText =>
        "With |a| = A(1-γ) and (|b|-|a|)² = q|D|², the middle term is (1-q)|D|²/(2|a|): 0 ≤ (1-q)/A ≤ 1/A ≤ 1 for A ≥ 1 and q in [0, 1].";

    private protected override VectorStatement Bound() => State(
        Remainder >= 0, Square(D) / (2 * Length(A)) >= Remainder, Square(D) / (2 * (1 - Gamma)) >= Square(D) / (2 * Length(A)));

    private static Term Remainder => Length(B) - Length(A) - (Fact.Inner(A, D) / Length(A));

    private protected override void Derive(DerivationBuilder build, Lengths a, Lengths b)
    {
        (Term r, Term s, Term squared, Term limit) = (a.Length, b.Length, Square(D), 2 * (1 - Gamma));
        var pair = new Pair(build, a, b);
        Known projected = build.TraceIdentity((1, A, D), (-1, A, B), (1, A, A)), quotient = build.Law(Scope.Whole, 2, [Fact.Inner(A, D), r], a.Positive);
        build.Combine(Scope.Whole, Remainder >= 0, [pair.Cauchy, a.Root, projected, quotient], a.Positive);

        // The rest is (s - r)^2/(2r).
        Known twice = build.Combine(Scope.Whole, 2 * r > 0, [a.Positive]), half = build.Law(Scope.Whole, 2, [squared, 2 * r], twice);
        build.Combine(
            Scope.Whole, squared / (2 * r) >= Remainder, [half, quotient, projected, pair.Distance, a.Root, b.Root, new(s - r)], twice);
        Known positive = build.Combine(Scope.Whole, limit > 0, [a.Rest]), most = build.Law(Scope.Whole, 2, [squared, limit], positive);
        build.Combine(
            Scope.Whole, squared / limit >= squared / (2 * r), [new(2 * r, most), new(limit, half), new(1, pair.DistanceSign, a.Least)], twice, positive);
    }

    /// <inheritdoc/>
    protected override Formula Reduced(Quantifier forAll)
    {
        Term a = forAll.Real("A", 1, 2), q = forAll.Real("q", 0, 1);
        return ((1 - q) / a >= 0) & (q / a >= 0) & (1 >= 1 / a);
    }
}
