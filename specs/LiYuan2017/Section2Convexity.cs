using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// Section 2 of Li and Yuan (2017): L is not convex, and one-point convexity is less than convexity (Figure 4). The exchange of two columns of I + W gives a
/// second point at which L is zero; in the middle between both the columns are equal, and L is not.
/// </summary>
public sealed class Section2Convexity : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 2 not convex"),
            Quote = new Quote("It's clear that L is not convex", "Section 2"),
            Existential = new Existential.Instance("W*, W, V", "d = 2, W* = W = 0 and V = [-1 1; 1 -1]"),
            Text = "For d = 2, W* = 0 and V = [-1 1; 1 -1]: L(V/2) > (L(0) + L(V))/2.",
            Proposition = StatementProposition.Of(new Quantifier().Conclude(At(new(1, 2)) > (At(0) + At(1)) / 2)),
        };

        var forAll = new Quantifier();
        Term x = forAll.Real("x", -10, 10);
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 2 converse"),
            Quote = new Quote("the reverse is not necessarily true", "Section 2, after Definition 2.4"),
            Existential = new Existential.Instance("f, δ", "f(x) = x² - cos(4x)/4 on [-10, 10] with x* = 0 and δ = 1"),
            Text = "f(x) = x² - cos(4x)/4 satisfies ⟨-f'(x), x* - x⟩ = x(2x + sin 4x) > δ|x* - x|² for δ = 1, x* = 0 and x ≠ 0 (x² divided out: 2 + 4 sin(4x)/(4x) > 1), and f''(π/4) = 2 + 4 cos π < 0.",
            Proposition = StatementProposition.Of(forAll.Conclude((2 + (4 * Term.Sinc(4 * x)) > 1) & (2 + (4 * Term.Cos(Term.Pi)) < 0))),
        };
    }

    // The loss at sV for W* = 0.
    private static Term At(Rational s)
    {
        Term t = s, zero = Term.Zero;
        return new SymbolicTeacherStudent(new[,] { { -t, t }, { t, -t } }, new[,] { { zero, zero }, { zero, zero } }).PopulationLoss;
    }
}
