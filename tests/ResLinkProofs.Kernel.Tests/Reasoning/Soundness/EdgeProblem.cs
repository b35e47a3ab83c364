using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Reasoning.Soundness;

/// <summary>A formula, the ranges of its variables, and the problem that claims that no point satisfies it.</summary>
internal sealed class EdgeProblem
{
    /// <summary>The problem of a statement: its formula is what a counterexample satisfies.</summary>
    public EdgeProblem(Statement statement, IReadOnlyList<IReadOnlyList<Rational>> marks)
    {
        Statement = statement;
        Marks = marks;
        Problem = EmptinessProblem.Of(statement);
        Counterexample = CompiledFormula.Compile(statement.VariableNames, statement.Hypothesis & !statement.Conclusion);
    }

    public Statement Statement { get; }

    public EmptinessProblem Problem { get; }

    /// <summary>What a counterexample satisfies, as it was before the problem was made of it.</summary>
    public CompiledFormula Counterexample { get; }

    /// <summary>Coordinates of interest, per variable.</summary>
    public IReadOnlyList<IReadOnlyList<Rational>> Marks { get; }

    /// <summary>A random problem of one to three variables.</summary>
    public static EdgeProblem Next(Random random)
    {
        int count = random.Next(4) switch { 0 or 1 => 1, 2 => 2, _ => 3 };
        EdgeRange[] ranges = [.. Enumerable.Range(0, count).Select(_ => EdgeRange.Next(random))];
        RealVariable[] variables = [.. ranges.Select((r, i) => new RealVariable($"x{i}", r.Lower, r.Upper))];
        Formula formula = new EdgeFormulas(random, ranges).Formula();
        return new EdgeProblem(new Statement(variables, Formula.True, !formula), [.. ranges.Select(r => r.Marks)]);
    }

    /// <summary>A point of a box, often on or near its edges, its marks and its diagonals.</summary>
    public Rational[] PointIn(Random random, ReadOnlySpan<Interval> box)
    {
        var point = new Rational[box.Length];
        for (int i = 0; i < point.Length; i++)
        {
            bool copies = i > 0 && random.Next(4) == 0 && IsIn(point[i - 1], box[i]);
            point[i] = copies ? point[i - 1] : EdgeRange.Coordinate(random, box[i], Marks[i]);
        }

        return point;
    }

    private static bool IsIn(Rational value, Interval range)
    {
        Interval near = Interval.Enclose(value);
        return near.Lower >= range.Lower && near.Upper <= range.Upper;
    }
}
