using System.Text;
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

    /// <summary>One theorem with its proof.</summary>
    public static string Theorem(ExportedTheorem theorem)
    {
        var names = new ExportedNames(theorem.Statement.VariableNames);
        var writer = new InfixWriter(CoqNotation.Instance, name => names[name]);
        string comments = string.Concat(theorem.Comments.Select(CoqNotation.Comment));
        return $"{comments}Theorem {theorem.Name} : {writer.Write(theorem.Statement).TrimStart()}.\nProof.\n{CoqProof.Write(theorem, names, writer)}Qed.\n";
    }
}
