namespace ResLinkProofs.Models.Formulas;

/// <summary>Whether formulas are the same, operation by operation, and their full text with shared parts once.</summary>
internal static class FormulaIdentity
{
    public static bool AreEqual(MatrixFormula one, MatrixFormula other)
    {
        var known = new Dictionary<(Type, object?, Extent, Extent, string), int>();
        var indices = new Dictionary<MatrixFormula, int>(ReferenceEqualityComparer.Instance);
        return Index(one) == Index(other);

        int Index(MatrixFormula formula)
        {
            if (!indices.TryGetValue(formula, out int index))
            {
                string operands = string.Join(' ', formula.Operands.Select(Index));
                var key = (formula.GetType(), formula.Detail, formula.Rows, formula.Columns, operands);
                index = known.TryGetValue(key, out int equal) ? equal : known.Count;
                known.TryAdd(key, index);
                indices.Add(formula, index);
            }

            return index;
        }
    }

    /// <summary>Every operation in a line of its own, operands by their numbers: the formal content of a formula.</summary>
    public static string Listing(MatrixFormula root)
    {
        var numbers = new Dictionary<MatrixFormula, int>(ReferenceEqualityComparer.Instance);
        var lines = new List<string>();
        foreach (MatrixFormula formula in ReverseMode.Ordered(root))
        {
            string detail = formula.Detail is EntrywiseFunction function ? function.Definition : formula.Detail?.ToString() ?? "";
            string operands = string.Join(' ', formula.Operands.Select(o => numbers[o]));
            lines.Add($"{numbers.Count}: {formula.GetType().Name} {formula.Rows} × {formula.Columns} [{detail}] {operands}".TrimEnd());
            numbers.Add(formula, numbers.Count);
        }

        return string.Join("; ", lines);
    }
}
