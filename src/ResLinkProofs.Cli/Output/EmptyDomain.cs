using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Cli.Output;

/// <summary>
/// Finds variables that the formula's comparisons with constants leave no value: then the proof speaks of no point at all.
/// </summary>
internal static class EmptyDomain
{
    /// <summary>One text for every such variable: its name, its range and the comparisons that contradict each other.</summary>
    public static IEnumerable<string> Contradictions(EmptinessProblem problem)
    {
        var bounds = problem.Variables.Select(_ => new List<(Rational Value, bool IsLower, bool IsStrict)>()).ToArray();
        var pending = new Stack<int>([problem.Nodes.Count - 1]);
        var seen = new HashSet<int>();
        while (pending.Count > 0)
        {
            int k = pending.Pop();
            FormulaNode node = problem.Nodes[k];
            if (!seen.Add(k))
            {
                continue;
            }

            if (node.Kind == FormulaNodeKind.And || node is { Kind: FormulaNodeKind.Or, Operands.Count: 1 })
            {
                foreach (int operand in node.Operands)
                {
                    pending.Push(operand);
                }
            }
            else if (node.Kind == FormulaNodeKind.Atom && node.Relation != Relation.NotEqual
                && Comparison(problem.Tape, node.Slot) is { } comparison)
            {
                // sign · (x - value) is compared with 0.
                bool isEqual = node.Relation == Relation.Equal, isStrict = node.Relation == Relation.Greater;
                if (isEqual || comparison.Sign > 0)
                {
                    bounds[comparison.Variable].Add((comparison.Value, true, isStrict));
                }

                if (isEqual || comparison.Sign < 0)
                {
                    bounds[comparison.Variable].Add((comparison.Value, false, isStrict));
                }
            }
        }

        for (int i = 0; i < bounds.Length; i++)
        {
            if (Contradiction(problem.Variables[i], bounds[i]) is { } text)
            {
                yield return text;
            }
        }
    }

    private static string? Contradiction(RealVariable variable, List<(Rational Value, bool IsLower, bool IsStrict)> bounds)
    {
        if (bounds.Count == 0)
        {
            return null;
        }

        if (variable.Lower is { } low)
        {
            bounds.Add((low, true, false));
        }

        if (variable.Upper is { } high)
        {
            bounds.Add((high, false, false));
        }

        (Rational Value, bool IsLower, bool IsStrict)[] lower = [.. bounds.Where(b => b.IsLower)];
        (Rational Value, bool IsLower, bool IsStrict)[] upper = [.. bounds.Where(b => !b.IsLower)];
        if (lower.Length == 0 || upper.Length == 0)
        {
            return null;
        }

        Rational largest = lower.Max(b => b.Value), least = upper.Min(b => b.Value);
        bool isStrict = lower.Any(b => b.Value == largest && b.IsStrict) || upper.Any(b => b.Value == least && b.IsStrict);
        string name = ProblemText.Name(variable.Name);
        return largest > least ? $"{name}, which would be at least {largest} and at most {least}"
            : largest == least && isStrict ? $"{name}, which would be {largest} and differ from it"
            : null;
    }

    // A slot that is x - c, c - x, x or -x.
    private static (int Variable, Rational Value, int Sign)? Comparison(Tape tape, int slot)
    {
        Instruction step = tape.Instructions[slot];
        return step.Operation switch
        {
            Operation.Variable => (step.Left, Rational.Zero, 1),
            Operation.Negate when Is(step.Left, Operation.Variable) => (tape.Instructions[step.Left].Left, Rational.Zero, -1),
            Operation.Subtract when Is(step.Left, Operation.Variable) && Is(step.Right, Operation.Literal) =>
                (tape.Instructions[step.Left].Left, Literal(step.Right), 1),
            Operation.Subtract when Is(step.Left, Operation.Literal) && Is(step.Right, Operation.Variable) =>
                (tape.Instructions[step.Right].Left, Literal(step.Left), -1),
            _ => null,
        };

        bool Is(int operand, Operation operation) => tape.Instructions[operand].Operation == operation;

        Rational Literal(int operand) => tape.Literals[tape.Instructions[operand].Left];
    }
}
