using System.Text;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Export.Coq;

/// <summary>Statements as theorems of Coq with proofs by tactics.</summary>
internal static class CoqDocument
{
    /// <summary>The text of a file.</summary>
    public static string Write(IReadOnlyList<ExportedTheorem> theorems)
    {
        HashSet<Operation> used = [.. theorems.SelectMany(t => UsedOperations.In(t.Statement))];
        var text = new StringBuilder("(* Written by reslink export. The proofs are proposals: whether they hold, Coq decides. *)\n");
        text.Append(CoqPrelude.Write(used));
        foreach (ExportedTheorem theorem in theorems)
        {
            text.Append('\n').Append(Theorem(theorem));
        }

        return text.ToString();
    }

    /// <summary>The text of a file with the theorem that a statement fails at a point.</summary>
    public static string WriteFailure(ExportedTheorem theorem, IReadOnlyList<Rational> point)
    {
        Statement s = theorem.Statement;
        var names = new ExportedNames(s.VariableNames);
        var writer = new InfixWriter(CoqNotation.Instance, name => names[name]);
        Formula ranges = Formula.All(s.Variables.SelectMany(v => new[]
        {
            v.Lower is { } low ? Term.Variable(v.Name) >= low : Formula.True,
            v.Upper is { } high ? high >= Term.Variable(v.Name) : Formula.True,
        }));
        Formula failure = Formula.All([ranges, s.Hypothesis, !s.Conclusion]);
        string quantifier = s.Variables.Count == 0 ? "" : $"exists {string.Join(' ', s.VariableNames.Select(n => names[n]))} : R,\n  ";
        string values = s.Variables.Count == 0 ? "" : $"  exists {string.Join(", ", point.Select(InfixWriter.Number))}.\n";
        string comments = string.Concat(theorem.Comments.Select(CoqNotation.Comment));
        return $"{CoqPrelude.Write(UsedOperations.In(s))}\n{comments}Theorem {theorem.Name}_fails : "
            + $"{quantifier}{writer.Write(failure, nested: false)}.\nProof.\n{values}  "
            + $"{CoqProof.Close(failure, new Dictionary<string, string>())}\nQed.\n";
    }

    /// <summary>One theorem with its proof.</summary>
    public static string Theorem(ExportedTheorem theorem)
    {
        var names = new ExportedNames(theorem.Statement.VariableNames);
        var writer = new InfixWriter(CoqNotation.Instance, name => names[name]);
        string comments = string.Concat(theorem.Comments.Select(CoqNotation.Comment));
        return $"{comments}Theorem {theorem.Name} : "
            + $"{writer.Write(theorem.Statement).TrimStart()}.\nProof.\n{CoqProof.Write(theorem, names)}Qed.\n";
    }
}
