using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Specs.LiYuan2017.Observables;
using static ResLinkProofs.Networks.Observables.NetworkObservables;
using static ResLinkProofs.Specs.LiYuan2017.Observables.DecompositionObservables;

namespace ResLinkProofs.Specs.PReluReport.OtherActivations;

/// <summary>
/// Section 6.3 of the PReLU report holds that other activations have "no uniform form of auxiliary function and auxiliary matrix". They have: f_A, s and A are the first
/// three Hermite coefficients of f(x, W*) - f(x, W), its means against 1, x and xx^T - I, and the one-point constant for small weights follows from six moments of sigma'.
/// </summary>
public sealed class GeneralForm : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = PRelu.Statement("Section 6.3 general form"),
            Text = "For any activation, q(D) = E(Σ_j σ'(x_j)⟨d_j, x⟩)² = (m₁ tr D)² + |m₀Du + (n₂-m₀)diag D|² + m₁²Σ_{i<j}(D_ij+D_ji)² + c₁Σ_{i≠j}D_ij² + c₂ΣD_jj² with m₀ = Eσ', m₁ = Eσ'x, n₂ = Eσ'x², "
                + "c₁ = Eσ'² - m₀² - m₁², c₂ = E(σ'x)² - m₁² - n₂²; d = 1, 2, 3.",
            Proposition = StatementProposition.ForCases("d", [1, 2, 3], size =>
            {
                var forAll = new Quantifier();
                var moments = new SlopeMoments(
                    forAll.Real("m₀"), forAll.Real("m₁"), forAll.Real("n₂"), forAll.Real("m₂"), forAll.Real("Eσ'²x"), forAll.Real("μ₂"));
                Term[,] d = PRelu.Matrix(forAll, "D", size, null);
                return forAll.Conclude(FirstOrderForm.Definition(d, moments).EqualTo(FirstOrderForm.Squares(d, moments)));
            }),
        };

        var any = new Quantifier();
        Term alpha = any.Real("α"), half = any.Real("E max(x, 0)");
        SlopeMoments prelu = SlopeMoments.OfPRelu(alpha, half);
        Term constant = Term.Square(1 - alpha) * (Term.Ratio(1, 4) - Term.Square(half));
        yield return new Claim
        {
            Source = PRelu.Statement("Section 6.3 general form for PReLU"),
            Text = "For PReLU c₁ = c₂ = (1-α)²(1/4 - (E max(x, 0))²), and (E max(x, 0))² = 1/(2π): 2c₁ is the constant (1-α)²(π/2 - 1)/π of Phase 2.",
            Proposition = StatementProposition.Of(any.Conclude(prelu.OffDiagonal.EqualTo(constant) & prelu.Diagonal.EqualTo(constant))),
        };

        var slope = new Rational(1, 4);
        yield return new Claim
        {
            Source = PRelu.Statement("Section 6.3 auxiliary function"),
            Text = "For PReLU the mean of f(x, W*) - f(x, W) is (1-α)f_A/√(2π) and its mean against x is (1+α)s/2, so that L ≥ ((1-α)²/(2π))f_A² + ((1+α)²/4)|s|² for all W and W*; α = 1/4.",
            Proposition = new NetworkProposition(
                new NetworkDomain { Radius = 2, NegativeSlope = slope, Dimensions = [1, 2, 3, 5] },
                _ => Formula.True,
                n => n[Loss] >= (Term.Ratio(9, 16) / (2 * Term.Pi) * Term.Square(n[Potential])) + (Term.Ratio(25, 64) * n[SquaredDisplacement])),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Section 6.3 absolute value"),
            Text = "σ(z) = |z| is PReLU of slope -1: for |W|₂, |W*|₂ ≤ 1/1000, ⟨-∇L, W* - W⟩ ≥ (2 - 4/π - 1/20)|W* - W|²_F, and L ≥ (2/π)f_A²; s plays no part.",
            Proposition = new NetworkProposition(
                new NetworkDomain { Radius = new Rational(1, 1000), NegativeSlope = -1, Dimensions = [1, 2, 3, 5] },
                _ => Formula.True,
                n => (n[InnerProduct] >= (Term.Ratio(39, 20) - (4 / Term.Pi)) * n[SquaredDistance]) & (n[Loss] >= 2 / Term.Pi * Term.Square(n[Potential]))),
        };
    }
}
