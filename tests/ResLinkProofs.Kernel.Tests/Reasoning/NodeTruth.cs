using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Tapes;

namespace ResLinkProofs.Kernel.Tests.Reasoning;

/// <summary>The truth of a problem's formula at exact points: exactly where values are rational, else by enclosures; unknown where something is undefined.</summary>
internal sealed class NodeTruth(EmptinessProblem problem)
{
    /// <summary>The truth with some nodes "or" replaced by one of their operands.</summary>
    public Truth Of(Rational[] point, ReadOnlySpan<int> choices)
    {
        Rational?[] exact = RationalEvaluation.Run(problem.Tape, point);
        var slots = new Interval[problem.Tape.Length];
        IntervalEvaluation.Run(problem.Tape, [.. point.Select(Interval.Enclose)], slots);
        bool[] defined = Definedness.Of(problem.Tape, slots);
        var truth = new Truth[problem.Nodes.Count];
        for (int k = 0; k < truth.Length; k++)
        {
            FormulaNode node = problem.Nodes[k];
            truth[k] = node.Kind switch
            {
                FormulaNodeKind.Atom when exact[node.Slot] is { } value => CompiledFormula.Decide(node.Relation, Interval.Point(value.Sign)),
                FormulaNodeKind.Atom => defined[node.Slot] ? CompiledFormula.Decide(node.Relation, slots[node.Slot]) : Truth.Unknown,
                FormulaNodeKind.And => Join([.. node.Operands.Select(i => truth[i])], Truth.False, Truth.True),
                _ => choices[k] >= 0 ? truth[choices[k]] : Join([.. node.Operands.Select(i => truth[i])], Truth.True, Truth.False),
            };
        }

        return truth[^1];
    }

    private static Truth Join(Truth[] parts, Truth absorbing, Truth neutral) =>
        parts.Contains(absorbing) ? absorbing : parts.All(p => p == neutral) ? neutral : Truth.Unknown;
}
