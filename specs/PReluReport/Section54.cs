using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>
/// Section 5.4 of the PReLU report, stage 4: "For the bound, we set |w*|_2 = 0.1 and |w*|_F = 1" at d = 10. The Frobenius norm is the length of the vector of
/// singular values, the spectral norm its largest entry.
/// </summary>
public sealed class Section54 : ISpec
{
    private const int Dimension = 10;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source source = PRelu.Statement("Section 5.4 norms");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("For the bound, we set ‖w*‖₂ = 0.1 and ‖w*‖_F = 1", "Section 5.4"),
            Existential = new Existential.Defeated("W*", "all W* with singular values up to 0.1 at d = 10"),
            Severity = new Severity.Substantive(),
            Text = "A W* with singular values up to 0.1 at d = 10 has |W*|²_F < 1: it is at most 10·0.01.",
            Proposition = StatementProposition.Of(SquaredNorm(norm => 1 > norm)),
        };
    }

    private static Statement SquaredNorm(Func<Term, Formula> conclude)
    {
        var forAll = new Quantifier();
        Term norm = Term.Sum(Enumerable.Range(1, Dimension).Select(i => Term.Square(forAll.Real($"σ{i}", 0, new Rational(1, 10)))));
        return forAll.Conclude(conclude(norm));
    }
}
