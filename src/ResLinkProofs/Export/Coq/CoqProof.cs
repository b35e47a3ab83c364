using System.Text;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Export.Coq;

/// <summary>Proposes a proof of a statement in Coq.</summary>
internal static class CoqProof
{
    /// <summary>The text between <c>Proof.</c> and <c>Qed.</c>.</summary>
    public static string Write(ExportedTheorem theorem, ExportedNames names, InfixWriter writer)
    {
        Statement s = theorem.Statement;
        var text = new StringBuilder();
        string[] premises = [.. s.Variables.Where(v => v.Lower is not null || v.Upper is not null).Select(v => names.Take("H" + names[v.Name]))];
        int hypotheses = s.Hypothesis is Conjunction c ? c.Operands.Count : 1;
        string[] all = [.. s.VariableNames.Select(n => names[n]), .. premises, .. Enumerable.Range(0, hypotheses).Select(_ => names.Take("H"))];
        if (all.Length > 0)
        {
            text.Append("  intros ").AppendJoin(' ', all).Append(".\n");
        }

        string[] bounded = [.. s.Variables.Where(v => v.Lower is not null && v.Upper is not null && v.Lower != v.Upper).Select(v => names[v.Name])];
        text.Append("  ").Append(Close(s.Conclusion, bounded)).Append('\n');
        return text.ToString();
    }

    public static string Close(Formula formula, string[] bounded) => formula switch
    {
        Conjunction { Operands.Count: 0 } => "exact I.",
        Conjunction c => $"repeat match goal with |- _ /\\ _ => split end.\n  all: first [ {string.Join("\n  | ", c.Operands.OfType<Atom>().Select(a => Tactic(a, bounded)).Distinct())} ].",
        Atom a => $"{Tactic(a, bounded)}.",
        _ => "lra.",
    };

    private static string Tactic(Atom atom, string[] bounded) => atom.Relation == Relation.Equal
        ? "first [ reslink_identity | reslink_branches; reslink_identity | reslink_absolute; reslink_branches; nra ]"
        : $"first [ lra | {Intervals(bounded)} | reslink_branches; first [ lra | {Intervals(bounded)} ] | nra ]";

    private static string Intervals(string[] bounded)
    {
        string bisect = string.Concat(bounded.Take(4).Select(v => $", i_bisect {v}"));
        return $"reslink_arcs; reslink_zero; first [ interval with (i_prec 80) {(bounded.Length == 0 ? "" : $"| interval with (i_prec 60, i_depth 8{bisect}) | interval with (i_prec 60, i_depth 12{bisect}, i_taylor {bounded[0]})")} ]";
    }
}
