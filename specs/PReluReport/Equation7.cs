using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Specs.LiYuan2017;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>
/// Equation (7) of the PReLU report restates the Theorem for Phase 2 with |W* - W|_F^2 where the theorem has |W* - W|_2^2. In two dimensions the spectral norm has a
/// closed form: twice its square is |D|_F^2 + sqrt(|D|_F^4 - 4 det^2 D).
/// </summary>
public sealed class Equation7 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source source = PRelu.Statement("Equation (7)");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("⟨-∇L(W), W* - W⟩ > δ‖W* - W‖²_F, where the theorem has ‖W* - W‖²₂", "Equation 7 and Theorem for Phase 2"),
            Severity = new Severity.DependsOnReading("the norm of the theorem is the Frobenius norm"),
            Text = "Equation (7) says what the Theorem for Phase 2 says: |D|²_2 = |D|²_F.",
            Proposition = StatementProposition.Of(Compare((spectral, frobenius) => spectral.EqualTo(frobenius))),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "equation (7) says more: the Frobenius norm is the larger one, by a factor of up to √d",
            Text = "|D|²_2 ≤ |D|²_F ≤ d|D|²_2, in two dimensions.",
            Proposition = StatementProposition.Of(Compare((spectral, frobenius) => (frobenius >= spectral) & (2 * spectral >= frobenius))),
        };
    }

    private static Statement Compare(Func<Term, Term, Formula> conclude)
    {
        var forAll = new Quantifier();
        Term[,] d = PRelu.Matrix(forAll, "D", 2, 2);
        Term frobenius = OnePointLimit.SquaredNorm(d), determinant = (d[0, 0] * d[1, 1]) - (d[0, 1] * d[1, 0]);
        Term spectral = (frobenius + Term.Sqrt(Term.Max(0, Term.Square(frobenius) - (4 * Term.Square(determinant))))) / 2;
        return forAll.Conclude(conclude(spectral, frobenius));
    }
}
