using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Specs.LiYuan2017;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>
/// How the one-point constant depends on alpha, Theorem for Phase 2 of the PReLU report. Everything follows from <c>&lt;-grad L, D> = 2 alpha |s|^2 + (1 - alpha)^2 X</c> with
/// s = Du and X the inner product for ReLU; delta*(alpha) is the least ratio of the inner product and |D|_F^2 over any given set of pairs.
/// </summary>
public sealed class TheoremPhase2Slopes : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = PRelu.Statement("Theorem for Phase 2 inner product"),
            Text = "-∇_jL = 2αs + ((1-α)²/π)N_j implies ⟨-∇L, D⟩ = 2α|s|² + (1-α)²X = ((1+α)²/2)|s|² + (1-α)²(X - |s|²/2) with X = ⟨N, D⟩/π, for any field N; d = 1, 2, 3.",
            Proposition = StatementProposition.ForCases("d", [1, 2, 3], size =>
            {
                var forAll = new Quantifier();
                Term alpha = forAll.Real("α"), inverse = forAll.Real("1/π");
                Term[,] d = PRelu.Matrix(forAll, "D", size, null), field = PRelu.Matrix(forAll, "N", size, null);
                Term Against(Func<int, int, Term> entry) => Term.Sum(
                    from i in Enumerable.Range(0, size) from j in Enumerable.Range(0, size) select entry(i, j) * d[i, j]);
                Term x = inverse * Against((i, j) => field[i, j]), squared = OnePointLimit.SquaredDisplacement(d);
                Term whole = Against((i, j) => (2 * alpha * OnePointLimit.Displacement(d, i)) + (Term.Square(1 - alpha) * inverse * field[i, j]));
                return forAll.Conclude(
                    whole.EqualTo((2 * alpha * squared) + (Term.Square(1 - alpha) * x))
                    & whole.EqualTo((Term.Square(1 + alpha) / 2 * squared) + (Term.Square(1 - alpha) * (x - (squared / 2)))));
            }),
        };
        yield return Identity(
            "positive slopes",
            "δ*(α) ≥ (1-α)² δ*(0) for α ≥ 0: if X = δ|D|² + Y with Y ≥ 0 then 2α|s|² + (1-α)²X - (1-α)²δ|D|² = 2α|s|² + (1-α)²Y, and neither summand is negative.",
            (alpha, squared, x, forAll) =>
            {
                Term delta = forAll.Real("δ"), norm = forAll.Real("|D|²"), excess = forAll.Real("Y", 0), slope = forAll.Real("α ≥ 0", 0), length = forAll.Real("|s|² ≥ 0", 0);
                Term bound = Term.Square(1 - slope) * delta * norm;
                Term inner = (2 * slope * length) + (Term.Square(1 - slope) * ((delta * norm) + excess));
                Term rest = (2 * slope * length) + (Term.Square(1 - slope) * excess);
                return inner.EqualTo(bound + rest) & (rest >= 0);
            });
        yield return Identity(
            "worst slope",
            "δ*(α) ≥ ((1-α)²/4) δ*(-1) for every real α: 2α|s|² + (1-α)²X = ((1+α)²/2)|s|² + ((1-α)²/4)(-2|s|² + 4X), and the last factor is ⟨-∇L, D⟩ for the absolute value.",
            (alpha, squared, x, _) => ((2 * alpha * squared) + (Term.Square(1 - alpha) * x))
                .EqualTo((Term.Square(1 + alpha) / 2 * squared) + (Term.Square(1 - alpha) / 4 * ((-2 * squared) + (4 * x)))));
        yield return Identity(
            "reflected slope",
            "⟨-∇L, D⟩ for α is that for 2 - α plus 4(α-1)|s|²: the same where s = 0, and δ*(α) ≥ δ*(2-α) for α ≥ 1.",
            (alpha, squared, x, _) => ((2 * alpha * squared) + (Term.Square(1 - alpha) * x))
                .EqualTo((2 * (2 - alpha) * squared) + (Term.Square(1 - (2 - alpha)) * x) + (4 * (alpha - 1) * squared)));
        yield return Identity(
            "reciprocal slope",
            "α²⟨-∇L, D⟩ for β is ⟨-∇L, D⟩ for α and a multiple of αβ - 1: the same for β = 1/α. Indeed σ of slope α at -z is -α times σ of slope 1/α at z.",
            (alpha, squared, x, forAll) =>
            {
                Term beta = forAll.Real("β"), gap = (alpha * beta) - 1;
                return (Term.Square(alpha) * ((2 * beta * squared) + (Term.Square(1 - beta) * x)))
                    .EqualTo((2 * alpha * squared) + (Term.Square(1 - alpha) * x) + (gap * ((2 * alpha * squared) - (((2 * alpha) - gap - 2) * x))));
            });
    }

    private static Claim Identity(string name, string text, Func<Term, Term, Term, Quantifier, Formula> conclude)
    {
        var forAll = new Quantifier();
        Formula conclusion = conclude(forAll.Real("α"), forAll.Real("|s|²"), forAll.Real("X"), forAll);
        return new Claim
        {
            Source = PRelu.Statement($"Theorem for Phase 2 {name}"),
            Text = text,
            Proposition = StatementProposition.Of(forAll.Conclude(conclusion)),
            Derivation = new Derivation("the split of the inner product, and the least value of a sum of nonnegative parts", ["prelu/theorem-for-phase-2-inner-product"]),
        };
    }
}
