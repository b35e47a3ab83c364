using ResLinkProofs.Models.Formulas.Operations;

namespace ResLinkProofs.Models.Formulas;

/// <summary>
/// Derivatives by reverse mode: from the scalar back to its parameters, every formula once. The result is a formula again.
/// </summary>
internal static class ReverseMode
{
    /// <summary>The derivative of a scalar by one parameter.</summary>
    public static MatrixFormula Gradient(MatrixFormula scalar, Parameter parameter) => Gradients(scalar, [parameter])[0];

    /// <summary>The derivatives of a scalar by parameters; zero where one does not occur.</summary>
    public static MatrixFormula[] Gradients(MatrixFormula scalar, IReadOnlyList<Parameter> parameters)
    {
        if (!scalar.IsScalar)
        {
            throw new ArgumentException(
                $"Gradient of {scalar.WithShape}: only a scalar has one; take a norm, trace or inner product first.", nameof(scalar));
        }

        var adjoints = new Dictionary<MatrixFormula, MatrixFormula>(ReferenceEqualityComparer.Instance) { [scalar] = 1 };
        foreach (MatrixFormula formula in Ordered(scalar).Reverse<MatrixFormula>())
        {
            for (int k = 0; k < formula.Operands.Count && adjoints.TryGetValue(formula, out MatrixFormula? adjoint); k++)
            {
                MatrixFormula operand = formula.Operands[k];
                if (!operand.IsConstant)
                {
                    MatrixFormula part = formula.PullBack(k, adjoint);
                    adjoints[operand] = adjoints.TryGetValue(operand, out MatrixFormula? sum) ? sum + part : part;
                }
            }
        }

        return [.. parameters.Select(p => adjoints.GetValueOrDefault(p) ?? Filled.Of(p.Rows, p.Columns, 0))];
    }

    /// <summary>A formula and all that it is made of, operands first.</summary>
    public static List<MatrixFormula> Ordered(MatrixFormula root)
    {
        var order = new List<MatrixFormula>();
        var seen = new HashSet<MatrixFormula>(ReferenceEqualityComparer.Instance);
        Visit(root);
        return order;

        void Visit(MatrixFormula formula)
        {
            if (seen.Add(formula))
            {
                foreach (MatrixFormula operand in formula.Operands)
                {
                    Visit(operand);
                }

                order.Add(formula);
            }
        }
    }
}
