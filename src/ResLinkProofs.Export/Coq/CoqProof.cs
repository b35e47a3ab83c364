using System.Text;
using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Export.Coq;

/// <summary>Proposes a proof of a statement in Coq: the cheapest of what may close each comparison first, then case distinctions.</summary>
internal static class CoqProof
{
    // More than that and a search over all of them has no end.
    private const int MostBisected = 5;

    /// <summary>The text between <c>Proof.</c> and <c>Qed.</c>.</summary>
    public static string Write(ExportedTheorem theorem, ExportedNames names)
    {
        Statement s = theorem.Statement;
        Dictionary<string, string> rangeOf = s.Variables.Where(v => v.Lower is not null || v.Upper is not null)
            .ToDictionary(v => v.Name, v => names.Take("H" + names[v.Name]), StringComparer.Ordinal);
        int hypotheses = s.Hypothesis is Conjunction c ? c.Operands.Count : 1;
        string[] all =
        [
            .. s.VariableNames.Select(n => names[n]), .. rangeOf.Values, .. Enumerable.Range(0, hypotheses).Select(_ => names.Take("H")),
        ];
        Dictionary<string, string> bounded = s.Variables.Where(v => v.Lower is not null && v.Upper is not null && v.Lower != v.Upper)
            .ToDictionary(v => v.Name, v => names[v.Name], StringComparer.Ordinal);
        var text = new StringBuilder();
        text.Append(all.Length == 0 ? "" : $"  intros {string.Join(' ', all)}.\n");
        if (hypotheses > 0 && CoqCover.Write(s, names, rangeOf) is { } cover)
        {
            return text.Append(cover).ToString();
        }

        return text.Append(Entire(s, names)).Append("  ").Append(Close(s.Conclusion, bounded)).Append('\n').ToString();
    }

    /// <summary>Tactics for a goal.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="bounded">The variables with bounds on both sides, and their names.</param>
    public static string Close(Formula goal, IReadOnlyDictionary<string, string> bounded) => goal switch
    {
        Conjunction { Operands.Count: 0 } => "exact I.",
        Conjunction c when c.Operands.All(f => f is Atom) =>
            "repeat match goal with |- _ /\\ _ => split end;\n  "
                + $"first [ {string.Join("\n  | ", c.Operands.OfType<Atom>().Select(a => Tactic(a, bounded)).Distinct())} ].",
        Conjunction c =>
            $"repeat match goal with |- _ /\\ _ => split end.\n{string.Concat(c.Operands.Select(f => $"  {{ {Close(f, bounded)} }}\n"))}",
        Atom a => $"{Tactic(a, bounded)}.",
        Disjunction { Operands.Count: 0 } => "reslink_part.",
        Disjunction d => $"first [ {string.Join(" | ", d.Operands.Select((_, i) => Alternative(d, i, bounded)))} | lra | nra ].",
        _ => throw new ArgumentException($"Unknown formula {goal.GetType().Name}.", nameof(goal)),
    };

    private static string Alternative(Disjunction all, int i, IReadOnlyDictionary<string, string> bounded) =>
        $"{Choose(i, all.Operands.Count)}solve [ {Close(all.Operands[i], bounded).TrimEnd('.')} ]";

    // To the i-th of n alternatives, which nest to the right.
    private static string Choose(int i, int n) => string.Concat(Enumerable.Repeat("right; ", i)) + (i < n - 1 ? "left; " : "");

    // Away from zero the entire functions are their quotients, near it they are known by their bounds: the case distinction at a half.
    private static string Entire(Statement s, ExportedNames names)
    {
        if (!CoqPrelude.SpeaksOfEntireFunctions(UsedOperations.In(s)) || s.Variables is not [{ Lower: not null, Upper: not null } only])
        {
            return "";
        }

        return $"  reslink_entire {names[only.Name]}.\n  all: ";
    }

    private static string Tactic(Atom atom, IReadOnlyDictionary<string, string> bounded)
    {
        // Cutting the range of a variable that a comparison does not speak of is work for nothing.
        IReadOnlySet<string> free = FreeNames.Of(atom);
        return Tactic(atom.Relation, [.. bounded.Where(v => free.Contains(v.Key)).Select(v => v.Value)]);
    }

    private static string Tactic(Relation relation, string[] bounded) => relation switch
    {
        Relation.Equal =>
            "first [ reslink_identity | reslink_branches; "
                + "first [ lra | nra | reslink_identity ] | reslink_absolute; reslink_branches; nra ]",
        Relation.NotEqual => "first [ lra | reslink_nonzero ]",
        _ => $"first [ lra | {Intervals(bounded)} | {Squares(bounded)}reslink_facts; first [ lra | nra ] "
            + "| reslink_bounds; first [ lra | nra ] | reslink_products; subst; "
            + "reslink_absolute; first [ lra | nra "
            + $"]{(bounded.Length == 0 ? "" : $" | reslink_branches; first [ lra | nra | {Intervals(bounded)} ]")} ]",
    };

    // Squares of differences and sums, of which many polynomials are made.
    private static string Squares(string[] variables)
    {
        string[] pairs = [.. variables.Take(3).SelectMany(
            (x, i) => variables.Take(3).Skip(i + 1).SelectMany(y => new[] { $"(pow2_ge_0 ({x} - {y}))", $"(pow2_ge_0 ({x} + {y}))" }))];
        return pairs.Length == 0 ? "" : $"{string.Concat(pairs.Select(p => $"pose proof {p}; "))}nra | ";
    }

    private static string Intervals(string[] bounded)
    {
        string bisect = string.Join(", ", bounded.Take(MostBisected).Select(v => $"i_bisect {v}"));
        string[] attempts =
        [
            "interval with (i_prec 60)",
            .. bounded.Length == 0 ? Array.Empty<string>() :
            [
                $"interval with ({bisect}, i_depth 12)", $"interval with ({bisect}, i_taylor {bounded[0]}, i_depth 8)", "nra",
                .. bounded.Take(MostBisected).Select(v => $"interval with ({bisect}, i_autodiff {v}, i_depth 12)"),
                $"interval with ({bisect}, i_depth 26)",
                .. bounded.Take(MostBisected).Select(v => $"interval with ({bisect}, i_autodiff {v}, i_depth 30)"),
            ],
        ];
        return $"reslink_arcs; reslink_zero; first [ {string.Join(" | ", attempts)} ]";
    }
}
