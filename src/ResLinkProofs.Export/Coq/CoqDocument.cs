using System.Text;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Export.Coq;

/// <summary>Statements as theorems of Coq with proofs by tactics.</summary>
internal static class CoqDocument
{
    /// <summary>The text of a file: the theorems, and then what joins those that are obligations of an induction.</summary>
    public static string Write(IReadOnlyList<ExportedTheorem> theorems, IReadOnlyList<InductionExport> inductions)
    {
        StringBuilder text = Begin(theorems);
        foreach (ExportedTheorem theorem in theorems)
        {
            text.Append('\n').Append(Theorem(theorem));
        }

        text.Append(inductions.Count == 0 ? "" : "\n" + CoqPrelude.OfInductions);
        var names = new ExportedNames(theorems.Select(t => t.Name).Concat(inductions.Select(i => i.Name)));
        foreach (InductionExport induction in inductions)
        {
            text.Append(CoqInduction.Write(induction, names));
        }

        return text.Append(Assumptions(theorems.Select(t => t.Name).Concat(inductions.Select(i => i.Name)))).ToString();
    }

    /// <summary>The text of a file with what joins the obligations of an induction, and these as hypotheses.</summary>
    public static string WriteJoint(InductionExport induction)
    {
        StringBuilder text = Begin(induction.Obligations).Append('\n').Append(CoqPrelude.OfInductions).Append("Section joined.\n");
        foreach (ExportedTheorem obligation in induction.Obligations)
        {
            text.Append("Hypothesis ").Append(Headline(obligation)).Append(".\n");
        }

        var names = new ExportedNames(induction.Obligations.Select(t => t.Name).Append(induction.Name));
        return text.Append(CoqInduction.Write(induction, names)).Append("End joined.\n").Append(Assumptions([induction.Name])).ToString();
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
            + $"{CoqProof.Close(failure, new Dictionary<string, string>())}\nQed.\n{Assumptions([$"{theorem.Name}_fails"])}";
    }

    // One theorem with its proof.
    private static string Theorem(ExportedTheorem theorem)
    {
        var names = new ExportedNames(theorem.Statement.VariableNames);
        string comments = string.Concat(theorem.Comments.Select(CoqNotation.Comment));
        return $"{comments}Theorem {Headline(theorem)}.\nProof.\n{CoqProof.Write(theorem, names)}Qed.\n";
    }

    private static string Headline(ExportedTheorem theorem)
    {
        var names = new ExportedNames(theorem.Statement.VariableNames);
        return $"{theorem.Name} : {new InfixWriter(CoqNotation.Instance, name => names[name]).Write(theorem.Statement).TrimStart()}";
    }

    private static StringBuilder Begin(IReadOnlyList<ExportedTheorem> theorems)
    {
        HashSet<Operation> used = [.. theorems.SelectMany(t => UsedOperations.In(t.Statement))];
        return new StringBuilder("(* Written by reslink export. The proofs are proposals: whether they hold, Coq decides. *)\n")
            .Append(CoqPrelude.Write(used));
    }

    // What the proofs rest on, which whoever runs the file can compare with the axioms of the reals.
    private static string Assumptions(IEnumerable<string> names) => "\n" + string.Concat(names.Select(n => $"Print Assumptions {n}.\n"));
}
