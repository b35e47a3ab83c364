using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Frontiers;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Observables;
using ResLinkProofs.Networks.Symbolic;
using ResLinkProofs.Proving.Matrices;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// Theorem 3.3 of Li and Yuan (2017) in dimensions 1, 2 and 3 at gamma = 1/100, through the Jacobian of the field N: N vanishes at
/// W*, so &lt;N, W* - W&gt; is the integral along the segment of a quadratic form in W* - W, and a lower bound on the symmetric part of
/// -dN/dW over the ball is a lower bound on the one-point constant. The condition on g is not needed.
/// </summary>
public sealed class Theorem33SmallDimensions : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.3 small dimensions along N"),
            Text = "For d = 1, 2, 3 and entries of W, W* within 1/100: the symmetric part of -∂N/∂W exceeds 0.03.",
            Proposition = StatementProposition.ForCases("d", [1, 2, 3], d => Exceeds(d, Term.Ratio(3, 100))),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.3 small dimensions"),
            Text = "For d = 1, 2, 3 and entries of W, W* within 1/100: the symmetric part of -∂N/∂W exceeds 0.03π.",
            Proposition = StatementProposition.ForCases("d", [1, 2, 3], d => Exceeds(d, Term.Ratio(3, 100) * Term.Pi)),
        };
        yield return Convexity("Theorem 3.3 in dimensions 1 to 3 along N", "⟨N, W* - W⟩", ReluInnerProduct, "li-yuan/theorem-3.3-small-dimensions-along-n");
        yield return Convexity("Theorem 3.3 in dimensions 1 to 3", "⟨-∇L, W* - W⟩", InnerProduct, "li-yuan/theorem-3.3-small-dimensions");
    }

    /// <summary>
    /// The symmetric part of -dN/dW exceeds a constant on the pairs whose entries are within gamma, and so on those of spectral norm at most gamma.
    /// </summary>
    /// <param name="d">d, at least 1.</param>
    /// <param name="gamma">The bound on the entries and on the spectral norms.</param>
    /// <param name="constant">The constant.</param>
    internal static Covering Above(int d, Rational gamma, Term constant)
    {
        Term[,] matrix = SymbolicJacobian.LowerBound(SymbolicTeacherStudent.OfVariables(d), 2 * (Term)gamma);
        for (int i = 0; i < d * d; i++)
        {
            matrix[i, i] -= constant;
        }

        RealVariable[] domain = [.. SymbolicTeacherStudent.VariableNames(d).Select(name => new RealVariable(name, -gamma, gamma))];
        return new Covering(domain, part => DefinitenessStatement.TryOver(part, matrix));
    }

    private static Claim Convexity(string label, string product, NetworkObservable observable, string jacobian) => new()
    {
        Source = LiYuan.Statement(label),
        Text = $"For d = 1, 2, 3 and |W|₂, |W*|₂ ≤ 1/100: {product} ≥ 0.03 |W* - W|²_F, whatever g is.",
        Proposition = new NetworkProposition(
            new NetworkDomain { Radius = new Rational(1, 100), Dimensions = [1, 2, 3] },
            _ => Formula.True,
            n => n[observable] >= Term.Ratio(3, 100) * n[SquaredDistance]),
        Derivation = new Derivation("the field vanishes at W*, so the inner product is the integral along the segment of the form that is bounded", [jacobian])
        {
            Rules = [TextbookRule.IntegralAlongSegment, TextbookRule.EntryBound, TextbookRule.Restriction],
        },
    };

    private static Statement Exceeds(int d, Term constant)
    {
        Covering ball = Above(d, new Rational(1, 100), constant);
        return ball.Over(ball.Domain)!;
    }
}
