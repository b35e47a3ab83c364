using System.Text;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Export.Smt;

/// <summary>
/// Statements as questions in SMT-LIB 2, in both polarities: values that meet the hypotheses and
/// violate the conclusion (<c>unsat</c> is a proof, <c>sat</c> a counterexample), and values that meet
/// both (<c>unsat</c> means that the conclusion always fails or that nothing meets the hypotheses).
/// </summary>
internal static class SmtDocument
{
    private static readonly (Operation Operation, string Definition)[] Definitions =
    [
        (Operation.Min, "(define-fun real.min ((x Real) (y Real)) Real (ite (<= x y) x y))"),
        (Operation.Max, "(define-fun real.max ((x Real) (y Real)) Real (ite (>= x y) x y))"),
        (Operation.Abs, "(define-fun real.abs ((x Real)) Real (ite (>= x 0.0) x (- x)))"),
        (Operation.Sinc, "(define-fun sinc ((x Real)) Real (ite (= x 0.0) 1.0 (/ (sin x) x)))"),
        (
            Operation.VersineQuotient,
            "(define-fun versine_quotient ((t Real)) Real (ite (= t 0.0) (/ 1.0 2.0) (/ (- 1.0 (cos t)) (* t t))))"),
        (Operation.SineDefect, "(define-fun sine_defect ((t Real)) Real (ite (= t 0.0) (/ 1.0 6.0) (/ (- t (sin t)) (* t t t))))"),
        (Operation.ArcsineDefect, "(define-fun arcsine_defect ((x Real)) Real (ite (= x 0.0) (/ 1.0 6.0) (/ (- (arcsin x) x) (* x x x))))"),
    ];

    /// <summary>The text of a file.</summary>
    public static string Write(IReadOnlyList<ExportedTheorem> theorems)
    {
        HashSet<Operation> used = [.. theorems.SelectMany(t => UsedOperations.In(t.Statement))];
        var text = new StringBuilder(
            "; Written by reslink export. For each statement two questions: "
                + "a violation (unsat: it holds), and agreement (unsat: nothing agrees with it).\n");
        text.Append("(set-logic ALL)\n");
        foreach ((Operation operation, string definition) in Definitions.Where(d => used.Contains(d.Operation)))
        {
            text.Append(definition).Append('\n');
        }

        foreach (ExportedTheorem theorem in theorems)
        {
            text.Append("\n; ").Append(theorem.Name).Append('\n');
            foreach (string line in theorem.Comments)
            {
                text.Append("; ").Append(line.ReplaceLineEndings(" ")).Append('\n');
            }

            Append(text, theorem.Statement);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Statement statement)
    {
        var names = new ExportedNames(statement.VariableNames);
        var writer = new SmtTermWriter(name => SmtText.Symbol(names[name]));
        text.Append("(push 1)\n");
        foreach (RealVariable variable in statement.Variables)
        {
            string name = SmtText.Symbol(names[variable.Name]);
            text.Append("(declare-const ").Append(name).Append(" Real)\n");
            if (variable.Lower is { } low)
            {
                text.Append("(assert (>= ").Append(name).Append(' ').Append(SmtText.Number(low)).Append("))\n");
            }

            if (variable.Upper is { } high)
            {
                text.Append("(assert (<= ").Append(name).Append(' ').Append(SmtText.Number(high)).Append("))\n");
            }
        }

        foreach (Formula hypothesis in statement.Hypothesis is Conjunction c ? c.Operands : [statement.Hypothesis])
        {
            text.Append("(assert ").Append(writer.Write(hypothesis)).Append(")\n");
        }

        string conclusion = writer.Write(statement.Conclusion);
        text.Append("; a violation\n(push 1)\n(assert (not ").Append(conclusion).Append("))\n(check-sat)\n(pop 1)\n");
        text.Append("; agreement\n(push 1)\n(assert ").Append(conclusion).Append(")\n(check-sat)\n(pop 1)\n(pop 1)\n");
    }
}
