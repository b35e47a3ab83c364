using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Specs.LiYuan2017;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>
/// Section 2.1 of the PReLU report on deep linear networks: "the loss is always non-convex and every local minima would be a global minima", "with any depth". Stated for
/// one neuron per layer, L = (w_1 ... w_H - c)^2. And on the identity mapping, which "guarantees a unique global minimum".
/// </summary>
public sealed class Section21 : ISpec
{
    private static readonly int[] Dimensions = [1, 2, 3, 4, 5];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source convexity = PRelu.Statement("Section 2.1 non-convex loss");
        yield return new Claim
        {
            Source = convexity,
            Quote = new Quote("for deep linear neural networks with any depth ... the loss is always non-convex", "Section 2.1"),
            Severity = new Severity.Degenerate("at depth one, which is not deep"),
            Text = "For every depth H = 1, 2, 3 the loss (w_1 ⋯ w_H - c)², c > 0, is non-convex: its mean at (c, 1, ..., 1) and at the point with the first two layers negated is below its value in the middle.",
            Proposition = StatementProposition.ForCases("H", [1, 2, 3], NonConvex),
        };
        yield return new Claim
        {
            Source = convexity,
            Correction = "for two layers or more: with one layer it is least squares",
            Text = "For H = 2, 3 the mean of (w_1 ⋯ w_H - c)², c > 0, at (c, 1, ..., 1) and at the point with the first two layers negated is below its value in the middle.",
            Proposition = StatementProposition.ForCases("H", [2, 3], NonConvex),
        };

        var forAll = new Quantifier();
        Term a = forAll.Real("a", -3, 3), b = forAll.Real("b", -3, 3), c = forAll.Real("c", -3, 3);
        Term rest = (a * b) - c;
        yield return new Claim
        {
            Source = PRelu.Statement("Section 2.1 local minima"),
            Quote = new Quote("every local minima would be a global minima", "Section 2.1"),
            Text = "For two layers, L = (ab - c)² has no local minimum besides the global ones: where the gradient 2(ab - c)(b, a) vanishes and |ab - c| ≥ 1/1000, the Hessian has a negative determinant.",
            Proposition = StatementProposition.Of(forAll
                .Given((rest * a).EqualTo(0)).Given((rest * b).EqualTo(0)).Given(Term.Abs(rest) >= Term.Ratio(1, 1000))
                .Conclude(Term.Square((2 * a * b) - c) > Term.Square(a) * Term.Square(b))),
        };

        Source unique = PRelu.Statement("Section 2.1 unique global minimum");
        yield return new Claim
        {
            Source = unique,
            Quote = new Quote("structure makes the network asymmetric and thus guarantees a unique global minimum", "Section 2.1"),
            Severity = new Severity.ConsequenceOf("li-yuan/unique-global-minimum"),
            Text = "With the identity mapping and ReLU the global minimum is unique: for |W|₂, |W*|₂ ≤ 2, L(W) ≥ |W* - W|²_F/10⁶.",
            Proposition = UniqueGlobalMinimum.Within(2, Dimensions),
        };
        yield return new Claim
        {
            Source = unique,
            Correction = "a bound on the norms, here 3/4: from √3/2 on columns of I + W may be permuted",
            Text = "With the identity mapping and ReLU, for |W|₂, |W*|₂ ≤ 3/4, L(W) ≥ |W* - W|²_F/10⁶.",
            Proposition = UniqueGlobalMinimum.Within(new Rational(3, 4), Dimensions),
        };
    }

    private static Statement NonConvex(int depth)
    {
        var forAll = new Quantifier();
        Term target = forAll.Real("c", new Rational(1, 1000), 3);
        Term[] first = [target, .. Enumerable.Repeat(Term.One, depth - 1)];
        Term[] second = [.. first.Select((w, layer) => layer < 2 ? -w : w)];
        Term[] middle = [.. first.Zip(second, (w, v) => (w + v) / 2)];
        Term Loss(IEnumerable<Term> weights) => Term.Square(weights.Aggregate((product, w) => product * w) - target);
        return forAll.Conclude(Loss(middle) > (Loss(first) + Loss(second)) / 2);
    }
}
