using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Proving;

/// <summary>What stood in the way of an answer.</summary>
public enum ObstacleKind
{
    /// <summary>The boxes that may be examined were used up.</summary>
    Budget,

    /// <summary>A variable without a range was not bounded by any contraction.</summary>
    UnboundedVariable,

    /// <summary>Something may have no value in a box that is too small to be divided.</summary>
    Undefined,

    /// <summary>An equation is satisfied nearly, and by no rational point that was found: a solution may be irrational.</summary>
    Equation,

    /// <summary>The two sides of an inequality meet at a point, as far as floating point tells.</summary>
    Tie,

    /// <summary>Enclosures are too wide over boxes that may not be divided further, though no point comes near.</summary>
    SmallestWidth,
}

/// <summary>Why a search gave up, where, and what may help. The box is one of those that are open; it proves nothing.</summary>
/// <param name="Kind">What stood in the way.</param>
/// <param name="Explanation">The same in a sentence.</param>
/// <param name="Box">A box that is open, one interval per variable; empty when none is known.</param>
/// <param name="Advice">What may help, in a sentence.</param>
public sealed record Obstacle(ObstacleKind Kind, string Explanation, IReadOnlyList<Interval> Box, string Advice)
{
    // Relative to nothing: margins of scripts have no scale. What is nearer than this is a tie up to rounding.
    private const double NearestTie = 1e-9;

    // An equation is solved along a curve by climbing, less precisely.
    private const double NearestSolution = 1e-6;

    internal static Obstacle Of(
        EmptinessProblem problem, ReadOnlySpan<Interval> box, double margin, int setAside, int unbounded, ProofBudget budget)
    {
        Interval[] open = box.ToArray();
        if (unbounded > 0)
        {
            string names = string.Join(", ", problem.Variables.Where(v => v.Lower is null || v.Upper is null).Select(v => v.Name));
            return new(
                ObstacleKind.UnboundedVariable,
                $"no contraction bounds the unbounded variable(s) {names}; state a range for them",
                open,
                $"a range for {names}");
        }

        if (setAside == 0)
        {
            return new(
                ObstacleKind.Budget, $"the budget of {budget.Boxes} boxes is spent",
                open, "--budget large, smaller ranges, or a stronger hypothesis");
        }

        string where = $"{setAside} box(es) became too small to be divided and could not be decided "
            + $"(smallest side {budget.MinimumWidth:R} of the range)";
        return Undefined(problem, box) is { } operation
            ? new(
                ObstacleKind.Undefined,
                $"{where}: {operation} may have no value there",
                open,
                "a hypothesis that keeps its operand within the domain, or off its end")
            : problem.Nodes.Any(n => n.Kind == FormulaNodeKind.Atom && n.Relation == Relation.Equal) && margin > -NearestSolution
            ? new(
                ObstacleKind.Equation,
                $"{where}: an equation is nearly satisfied, and at no rational point that was found; its solution may be irrational",
                open,
                "in place of the equation, that both sides differ by at most a small number")
            : margin > -NearestTie
            ? new(
                ObstacleKind.Tie, $"{where}: the two sides meet there, as far as floating point tells",
                open, "a bound with some slack, or a hypothesis that keeps off the point")
            : new(
                ObstacleKind.SmallestWidth, $"{where}: enclosures are too wide, though no point comes near",
                open, "--min-width with a smaller share of the ranges, or smaller ranges");
    }

    // The first operation that may be undefined in the box while its operands are not, when a comparison depends on one.
    private static string? Undefined(EmptinessProblem problem, ReadOnlySpan<Interval> box)
    {
        Tape tape = problem.Tape;
        var slots = new Interval[tape.Length];
        IntervalEvaluation.Run(tape, box, slots);
        bool[] defined = Definedness.Of(tape, slots);
        if (problem.Nodes.All(n => n.Kind != FormulaNodeKind.Atom || defined[n.Slot]))
        {
            return null;
        }

        Operation operation = tape.Instructions[Array.IndexOf(defined, false)].Operation;
        return operation switch
        {
            Operation.Divide => "a division",
            Operation.Power => "a negative power",
            _ => TermPrinter.FunctionName(operation),
        };
    }
}
