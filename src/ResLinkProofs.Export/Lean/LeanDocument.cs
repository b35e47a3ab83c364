using System.Text;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Export.Lean;

/// <summary>
/// Statements as theorems of Lean 4 with Mathlib, without proofs: <c>sorry</c> marks each as unproved, so that somebody can carry it on.
/// </summary>
internal static class LeanDocument
{
    private static readonly (Operation Operation, string Definition)[] Definitions =
    [
        (Operation.Sinc, "noncomputable def sinc (x : ℝ) : ℝ := if x = 0 then 1 else Real.sin x / x"),
        (Operation.VersineQuotient, "noncomputable def versine_quotient (t : ℝ) : ℝ := if t = 0 then 1 / 2 else (1 - Real.cos t) / t ^ 2"),
        (Operation.SineDefect, "noncomputable def sine_defect (t : ℝ) : ℝ := if t = 0 then 1 / 6 else (t - Real.sin t) / t ^ 3"),
        (Operation.ArcsineDefect, "noncomputable def arcsine_defect (x : ℝ) : ℝ := if x = 0 then 1 / 6 else (Real.arcsin x - x) / x ^ 3"),
    ];

    /// <summary>The text of a file.</summary>
    public static string Write(IReadOnlyList<ExportedTheorem> theorems)
    {
        var text = new StringBuilder(
            "-- Written by reslink export: statements without proofs. Every `sorry` is a proof that is still to be given in Lean.\n");
        text.Append(
            "-- Lean gives x / 0, the square root of a negative number and the like a value of its own; "
                + "the statements were made to hold for any such value.\n");
        text.Append("import Mathlib\n\nnamespace ResLinkProofs\n");
        HashSet<Operation> used = [.. theorems.SelectMany(t => UsedOperations.In(t.Statement))];
        foreach ((Operation operation, string definition) in Definitions.Where(d => used.Contains(d.Operation)))
        {
            text.Append('\n').Append(definition).Append('\n');
        }

        foreach (ExportedTheorem theorem in theorems)
        {
            text.Append('\n');
            foreach (string line in theorem.Comments)
            {
                text.Append("-- ").Append(line.ReplaceLineEndings(" ")).Append('\n');
            }

            var names = new ExportedNames(theorem.Statement.VariableNames);
            string statement = new InfixWriter(LeanNotation.Instance, name => names[name]).Write(theorem.Statement);
            text.Append("theorem ").Append(theorem.Name).Append(" : ").Append(statement.TrimStart()).Append(" := by\n  sorry\n");
        }

        return text.Append("\nend ResLinkProofs\n").ToString();
    }
}
