namespace ResLinkProofs.Kernel.Terms;

/// <summary>Prints formulas with ≥, >, =, ≠, ∧ and ∨.</summary>
public static class FormulaPrinter
{
    private const int DepthLimit = 100;

    /// <summary>The readable form of a formula.</summary>
    /// <param name="formula">Any formula; what is nested deeper than a hundred levels is cut.</param>
    public static string Print(Formula formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        return Print(formula, 0);
    }

    private static string Print(Formula formula, int depth) => formula switch
    {
        _ when depth > DepthLimit => "…",
        Atom atom => $"{atom.Left} {Symbol(atom.Relation)} {atom.Right}",
        Conjunction { Operands.Count: 0 } => "true",
        Disjunction { Operands.Count: 0 } => "false",
        Conjunction c => string.Join(" ∧ ", c.Operands.Select(f => Nested(f, depth))),
        Disjunction d => string.Join(" ∨ ", d.Operands.Select(f => Nested(f, depth))),
        _ => throw new ArgumentException($"Unknown formula {formula.GetType().Name}.", nameof(formula)),
    };

    private static string Nested(Formula formula, int depth) =>
        formula is Junction { Operands.Count: > 1 } ? $"({Print(formula, depth + 1)})" : Print(formula, depth + 1);

    private static string Symbol(Relation relation) => relation switch
    {
        Relation.GreaterOrEqual => "≥",
        Relation.Greater => ">",
        Relation.Equal => "=",
        _ => "≠",
    };
}
