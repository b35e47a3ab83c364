using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>
/// Definition 2 of the PReLU report, the auxiliary function f_A and its parts f_A(i). Definitions are checked through what they are for: they measure how far W is
/// from W*, so they vanish at W = W*.
/// </summary>
public sealed class Definition2 : ISpec
{
    private const string Minus = "|e_i + w_i| instead of |e_i - w_i|";

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source function = PRelu.Statement("Definition 2");
        yield return new Claim
        {
            Source = function,
            Quote = new Quote("f_A = Σ_i(‖e_i + w*_i‖₂ - ‖e_i - w_i‖₂)", "Definition 2"),
            Severity = new Severity.Substantive(),
            Text = "f_A = Σ(|e_i + w*_i| - |e_i - w_i|) is zero at W = W*, entries within 1/2.",
            Proposition = StatementProposition.ForEach("d", [1, 2, 3], d => VanishesAtTeacher(d, -1, part: null)),
        };
        yield return new Claim
        {
            Source = function,
            Correction = Minus,
            Text = "f_A = Σ(|e_i + w*_i| - |e_i + w_i|) is zero at W = W*, entries within 1/2; d = 1, 2, 3.",
            Proposition = StatementProposition.ForCases("d", [1, 2, 3], d => VanishesAtTeacher(d, 1, part: null)),
        };

        Source parts = PRelu.Statement("Definition 2 parts");
        yield return new Claim
        {
            Source = parts,
            Quote = new Quote("f_A(i) = f_A - (‖e_i + w*_i‖₂ - ‖e_i - w_i‖₂)", "Definition 2"),
            Severity = new Severity.ConsequenceOf("prelu/definition-2"),
            Text = "f_A(i) = f_A - (|e_i + w*_i| - |e_i - w_i|) is zero at W = W*, entries within 1/2.",
            Proposition = StatementProposition.ForEach("d", [1, 2, 3], d => VanishesAtTeacher(d, -1, part: 0)),
        };
        yield return new Claim
        {
            Source = parts,
            Correction = Minus,
            Text = "f_A(i) = f_A - (|e_i + w*_i| - |e_i + w_i|) is zero at W = W*, entries within 1/2; d = 1, 2, 3.",
            Proposition = StatementProposition.ForCases("d", [1, 2, 3], d => VanishesAtTeacher(d, 1, part: 0)),
        };
    }

    private static Statement VanishesAtTeacher(int d, int sign, int? part)
    {
        var forAll = new Quantifier();
        Term[,] w = PRelu.Matrix(forAll, "W", d, new(1, 2));
        Term[] gaps = [.. Enumerable.Range(0, d).Select(i => Column(w, i, 1).Norm - Column(w, i, sign).Norm)];
        Term value = Term.Sum(gaps);
        return forAll.Conclude((part is { } i ? value - gaps[i] : value).EqualTo(0));
    }

    private static SymbolicVector Column(Term[,] w, int i, int sign) =>
        new(Enumerable.Range(0, w.GetLength(0)).Select(row => (row == i ? Term.One : Term.Zero) + (sign * w[row, i])));
}
