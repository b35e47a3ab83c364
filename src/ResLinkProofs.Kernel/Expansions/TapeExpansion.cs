using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Expansions;

/// <summary>
/// The Taylor coefficients of an expression in one of its variables: by the derivatives of every
/// operation and the arithmetic of power series.
/// </summary>
internal static class TapeExpansion
{
    /// <summary>Expands one slot.</summary>
    /// <param name="tape">The compiled terms.</param>
    /// <param name="arithmetic">What coefficients are made of.</param>
    /// <param name="output">The slot.</param>
    /// <param name="point">The values of the variables about which it is expanded.</param>
    /// <param name="variable">The variable; -1 to have the value alone.</param>
    /// <param name="order">The highest order wanted.</param>
    /// <returns>The coefficients from order 0 on; null where an operation that occurs is not admitted,
    /// a conditional, which may jump, or an integral, which is not expanded.</returns>
    public static T[]? Of<T>(Tape tape, CoefficientArithmetic<T> arithmetic, int output, ReadOnlySpan<T> point, int variable, int order)
    {
        bool[] occurs = Cone(tape, output), isExpanded = Dependence(tape, i => i == variable);
        var slots = new T[output + 1][];
        for (int k = 0; k <= output; k++)
        {
            Instruction step = tape.Instructions[k];
            if (!occurs[k])
            {
                continue;
            }

            if (Term.IsLeaf(step.Operation))
            {
                T value = step.Operation switch
                {
                    Operation.Literal => arithmetic.Constant(tape.Literals[step.Left]),
                    Operation.Pi => arithmetic.Pi,
                    _ => point[step.Left],
                };
                slots[k] = Constant(arithmetic, value, order);
                if (isExpanded[k] && order > 0)
                {
                    slots[k][1] = arithmetic.Constant(1);
                }

                continue;
            }

            if (step.Operation is Operation.Conditional or Operation.Integral)
            {
                return null;
            }

            T[] left = slots[step.Left], right = step.Right >= 0 ? slots[step.Right] : left;
            T[]? result = !arithmetic.Admits(tape, k, left[0], right[0], isExpanded[k]) ? null
                : isExpanded[k] ? Expand(arithmetic, step, left, right, order)
                : Constant(arithmetic, ValueOf(arithmetic, step, left[0], right[0]), order);
            if (result is null)
            {
                return null;
            }

            slots[k] = result;
        }

        return slots[output];
    }

    /// <summary>Marks the slots that depend on some of the variables.</summary>
    public static bool[] Dependence(Tape tape, Func<int, bool> isVariable)
    {
        var depends = new bool[tape.Length];
        for (int k = 0; k < depends.Length; k++)
        {
            Instruction step = tape.Instructions[k];
            depends[k] = step.Operation == Operation.Variable ? isVariable(step.Left)
                : !Term.IsLeaf(step.Operation)
                    && (depends[step.Left] || (step.Right >= 0 && depends[step.Right]) || (step.Condition >= 0 && depends[step.Condition]));
        }

        return depends;
    }

    // Marks the slots from which one is computed.
    private static bool[] Cone(Tape tape, int output)
    {
        var occurs = new bool[output + 1];
        occurs[output] = true;
        for (int k = output; k >= 0; k--)
        {
            Instruction step = tape.Instructions[k];
            if (occurs[k] && !Term.IsLeaf(step.Operation))
            {
                occurs[step.Left] = true;
                occurs[step.Right >= 0 ? step.Right : step.Left] = true;
            }
        }

        return occurs;
    }

    private static T[] Constant<T>(CoefficientArithmetic<T> arithmetic, T value, int order)
    {
        var series = new T[order + 1];
        Array.Fill(series, arithmetic.Constant(0));
        series[0] = value;
        return series;
    }

    private static T ValueOf<T>(CoefficientArithmetic<T> arithmetic, Instruction step, T left, T right) =>
        step.Right >= 0 ? arithmetic.Value(step.Operation, left, right) : arithmetic.Value(step.Operation, step.Exponent, left);

    private static T[]? Expand<T>(
        CoefficientArithmetic<T> arithmetic, Instruction step, T[] left, T[] right, int order) => step.Operation switch
        {
            Operation.Add => Series.Sum(arithmetic, left, right, 1),
            Operation.Subtract => Series.Sum(arithmetic, left, right, -1),
            Operation.Multiply => Series.Product(arithmetic, left, right),
            Operation.Divide => Series.Quotient(arithmetic, left, right),
            _ when step.Right >= 0 => null,
            _ => Derivatives.Of(arithmetic, step.Operation, step.Exponent, left[0], order) is { } outer
                ? Series.Composition(arithmetic, outer, left)
                : null,
        };
}
