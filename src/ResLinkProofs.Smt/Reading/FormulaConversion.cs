using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Smt.Reading;

/// <summary>
/// Turns a <see cref="BooleanNode"/> into the kernel's negation normal form, without recursion and without repeating shared parts.
/// </summary>
internal sealed class FormulaConversion(string file, ReadingBudget budget)
{
    // Readers of kernel formulas walk the tree, some by recursion: bound its size and depth here, where there is a place to report.
    private const long LargestSize = 200_000;
    private const int LargestDepth = 500;

    private readonly Dictionary<(BooleanNode Node, bool Negated), Converted> _done = [];

    /// <summary>The formula of a node.</summary>
    /// <param name="root">The node.</param>
    /// <param name="position">Where its assertion stands, for messages.</param>
    /// <exception cref="SmtInputException">The formula would be too large or too deep.</exception>
    public Formula Convert(BooleanNode root, SmtPosition position)
    {
        var pending = new Stack<(BooleanNode Node, bool Negated, IReadOnlyList<(BooleanNode, bool)>? Parts)>();
        pending.Push((root, false, null));
        while (pending.Count > 0)
        {
            (BooleanNode node, bool negated, IReadOnlyList<(BooleanNode, bool)>? parts) = pending.Pop();
            if (_done.ContainsKey((node, negated)))
            {
                continue;
            }

            if (node.Kind == BooleanKind.Comparison)
            {
                _done.Add((node, negated), new(negated ? !node.Atom! : node.Atom!, 1, 0));
            }
            else if (parts is null)
            {
                parts = Flatten(node, negated, position);
                pending.Push((node, negated, parts));
                foreach ((BooleanNode part, bool partNegated) in parts)
                {
                    pending.Push((part, partNegated, null));
                }
            }
            else
            {
                _done.Add((node, negated), Join(JoinsByAnd(node, negated), parts, position));
            }
        }

        return _done[(root, false)].Formula;
    }

    private static bool JoinsByAnd(BooleanNode node, bool negated)
    {
        while (node.Kind == BooleanKind.Not)
        {
            (node, negated) = (node.Operands[0], !negated);
        }

        return (node.Kind == BooleanKind.And) != negated;
    }

    // The operands of a junction after merging nested junctions of the same kind; repeated ones once.
    private List<(BooleanNode Node, bool Negated)> Flatten(BooleanNode root, bool negated, SmtPosition position)
    {
        bool byAnd = JoinsByAnd(root, negated);
        var parts = new List<(BooleanNode, bool)>();
        var seen = new HashSet<(BooleanNode, bool)>();
        var pending = new Stack<(BooleanNode Node, bool Negated)>();
        pending.Push((root, negated));
        while (pending.Count > 0)
        {
            (BooleanNode node, bool not) = pending.Pop();
            budget.Spend(1, position);
            if (node.Kind != BooleanKind.Not && !seen.Add((node, not)))
            {
                continue;
            }

            bool merges = node.Kind == BooleanKind.Not || (node.Kind != BooleanKind.Comparison && JoinsByAnd(node, not) == byAnd);
            if (!merges)
            {
                parts.Add((node, not));
                continue;
            }

            for (int i = node.Operands.Count - 1; i >= 0; i--)
            {
                pending.Push((node.Operands[i], node.Kind == BooleanKind.Not ? !not : not));
            }
        }

        return parts;
    }

    private Converted Join(bool byAnd, IReadOnlyList<(BooleanNode, bool)> parts, SmtPosition position)
    {
        Converted[] converted = [.. parts.Select(part => _done[part])];
        long size = converted.Sum(part => part.Size);
        int depth = 1 + converted.Select(part => part.Depth).DefaultIfEmpty(0).Max();
        if (size > LargestSize || depth > LargestDepth)
        {
            throw new SmtInputException(
                file, position, $"after expansion the assertion has more than {LargestSize} comparisons or "
                    + $"alternates and/or more than {LargestDepth} levels deep; state it more simply");
        }

        IEnumerable<Formula> formulas = converted.Select(part => part.Formula);
        return new(byAnd ? Formula.All(formulas) : Formula.Any(formulas), size, depth);
    }

    private readonly record struct Converted(Formula Formula, long Size, int Depth);
}
