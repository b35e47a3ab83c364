using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Polynomials;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reasoning;

/// <summary>
/// Finds the operations that have a value at every point that satisfies a formula, whatever enclosures
/// say, because the formula or a range requires just that of their operand: log u and 1/u where u > 0
/// is required, sqrt u where u >= 0 is. Compared are normal forms, up to a constant factor. With log u the product u log u is marked.
/// </summary>
internal static class GrantedDomains
{
    private const int MostRequirements = 64;

    /// <summary>Marks the slots of a problem; null when there are none.</summary>
    /// <param name="variables">The variables with their ranges.</param>
    /// <param name="tape">The expressions.</param>
    /// <param name="nodes">The formula.</param>
    /// <param name="forms">Normal forms of the slots.</param>
    public static bool[]? Of(IReadOnlyList<RealVariable> variables, Tape tape, IReadOnlyList<FormulaNode> nodes, NormalForms forms)
    {
        var marks = new bool[tape.Length];
        bool isAny = false;
        (Polynomial, Relation)[]? requirements = null;
        for (int k = 0; k < marks.Length; k++)
        {
            Instruction step = tape.Instructions[k];
            marks[k] = tape.LogarithmTimes(k) is >= 0 and var logarithm && marks[logarithm];
            int operand = step.Operation == Operation.Divide ? step.Right : step.Left;
            if (step.Operation is (Operation.Log or Operation.Sqrt or Operation.Divide) && !tape.IsConstant(operand)
                && forms.Of(operand) is { IsZero: false } form)
            {
                requirements ??= [.. Requirements(variables, nodes, forms).Take(MostRequirements)];
                marks[k] = Array.Exists(requirements, r => Suffices(step.Operation, FactorOf(form, r.Item1), r.Item2));
                isAny |= marks[k];
            }
        }

        return isAny ? marks : null;
    }

    // Whether an operation is defined at c r, where r relates to zero like this; c is zero for operands that are no multiples.
    private static bool Suffices(Operation operation, Rational factor, Relation relation) => operation switch
    {
        Operation.Divide => factor.Sign != 0 && relation is (Relation.Greater or Relation.NotEqual),
        Operation.Log => factor.Sign > 0 && relation == Relation.Greater,
        _ => factor.Sign > 0 && relation is (Relation.Greater or Relation.GreaterOrEqual),
    };

    // The comparisons that every point of interest satisfies, and the ends of the ranges, as far as
    // they are polynomials, which have values everywhere.
    private static IEnumerable<(Polynomial, Relation)> Requirements(
        IReadOnlyList<RealVariable> variables, IReadOnlyList<FormulaNode> nodes, NormalForms forms)
    {
        var pending = new Stack<FormulaNode>([nodes[^1]]);
        while (pending.TryPop(out FormulaNode? node))
        {
            if (node.Kind == FormulaNodeKind.Atom && forms.Of(node.Slot) is { } form)
            {
                yield return (form, node.Relation);
            }

            foreach (int operand in node.Kind == FormulaNodeKind.And ? node.Operands : [])
            {
                pending.Push(nodes[operand]);
            }
        }

        var arithmetic = new PolynomialArithmetic(NormalForms.DefaultBudget);
        for (int i = 0; i < variables.Count; i++)
        {
            foreach ((Rational? end, Rational sign) in new[] { (variables[i].Lower, Rational.One), (variables[i].Upper, -Rational.One) })
            {
                if (end is { } value
                    && arithmetic.Add(PolynomialArithmetic.Constant(-sign * value), PolynomialArithmetic.Variable(i), sign) is { } distance)
                {
                    yield return (distance, Relation.GreaterOrEqual);
                }
            }
        }
    }

    // The number c with form = c other; zero when there is none.
    private static Rational FactorOf(Polynomial form, Polynomial other)
    {
        if (other.IsZero || form.Terms.Count != other.Terms.Count)
        {
            return Rational.Zero;
        }

        Rational factor = form.Terms.First().Value / other.Terms.First().Value;
        return new PolynomialArithmetic(NormalForms.DefaultBudget).Add(form, other, -factor) is { IsZero: true } ? factor : Rational.Zero;
    }
}
