using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;
using ResLinkProofs.Specs.LiYuan2017.Observables;
using static ResLinkProofs.Networks.Observables.NetworkObservables;
using static ResLinkProofs.Specs.LiYuan2017.Observables.FieldObservables;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// Section 1 of Li and Yuan (2017): what the identity mapping is good for. It tells the neurons apart, and near it the loss has one stationary point.
/// </summary>
public sealed class Section1 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 1 one stationary point"),
            Quote = new Quote("the region near the identity matrix I contains only one global minimum without any saddle points or local minima", "Section 1"),
            Existential = new Existential.Instance("γ", "γ = 1/100"),
            Text = "For |W|₂, |W*|₂ ≤ 1/100: |N|²_F ≥ |W* - W|²_F/4, so that the gradient vanishes at W* alone.",
            Proposition = new NetworkProposition(
                new NetworkDomain { Radius = new Rational(1, 100) }, _ => Formula.True, n => 4 * n[SquaredField] >= n[SquaredDistance]),
        };

        Source switched = LiYuan.Statement("Section 1 switched columns");
        yield return new Claim
        {
            Source = switched,
            Quote = new Quote("by switching any two columns in W, we get different functions", "Section 1"),
            Existential = new Existential.Defeated("x with f(x, W) ≠ f(x, W')", "d = 2, W = [c-1 b; -c -b-1], whose columns of I + W and of I + W' are all multiples of (1, -1)"),
            Severity = new Severity.Degenerate("where the two columns are equal, or where columns of I + W are parallel, which takes a norm of 1 or more"),
            Text = "For d = 2, W = [c-1 b; -c -b-1], 2 ≤ c ≤ 3, 0 ≤ b ≤ 1/2, W' with the columns of W switched, and x with x₁ - x₂ within 1 and of sign = -1, 1: each neuron is k·ReLU(x₁ - x₂), k = c, b for W and k = 1+b, c-1 for W', so that f(x, W') = f(x, W) although w₁ ≠ w₂.",
            Proposition = StatementProposition.ForCases("sign", [-1, 1], SameFunction),
        };
        yield return new Claim
        {
            Source = switched,
            Correction = "for two columns that differ, and norms below √3/2, within which the global minimum is unique",
            Text = "For d = 2 and W with entries within 3/8, E(f(x, W) - f(x, W'))² ≥ |W' - W|²_F/10⁶, W' with the columns of W switched.",
            Proposition = StatementProposition.Of(DifferentFunctions()),
        };
    }

    // Both columns of I + W, and both of I + W', are multiples of (1, -1): c and b, 1 + b and c - 1. So f depends on x₁ - x₂ alone.
    private static Statement SameFunction(int sign)
    {
        var forAll = new Quantifier();
        Term c = forAll.Real("c", 2, 3), b = forAll.Real("b", 0, new Rational(1, 2)), size = forAll.Real("|x1 - x2|", 0, 1);
        Term rectified = sign > 0 ? size : 0;
        Formula neurons = Formula.All(new[] { c, b, 1 + b, c - 1 }.Select(k => Term.Max(sign * k * size, 0).EqualTo(k * rectified)));
        return forAll.Conclude(neurons & (c + b).EqualTo(1 + b + (c - 1)) & (c - 1 - b >= Term.Ratio(1, 2)));
    }

    private static Statement DifferentFunctions()
    {
        var forAll = new Quantifier();
        var bound = new Rational(3, 8);
        Term[,] w = SymbolicMatrix.Variables("W", 2);
        foreach (string[] row in SymbolicMatrix.EntryNames("W", 2))
        {
            foreach (string entry in row)
            {
                _ = forAll.Real(entry, -bound, bound);
            }
        }

        var pair = new SymbolicTeacherStudent(w, new[,] { { w[0, 1], w[0, 0] }, { w[1, 1], w[1, 0] } });
        return forAll.Conclude(pair.PopulationLoss >= pair.SquaredDistance / 1_000_000);
    }
}
