using System.Globalization;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Proving;

/// <summary>What kept a search from deciding.</summary>
public enum ObstacleKind
{
    /// <summary>The budget of boxes is spent.</summary>
    WorkSpent,

    /// <summary>A variable stays unbounded, however often its range is divided.</summary>
    Unbounded,

    /// <summary>An operation may be undefined somewhere in a box that became too small.</summary>
    Undefined,

    /// <summary>Equations seem to be met in a box that became too small, by no rational point that was found.</summary>
    Irrational,

    /// <summary>Both sides of a comparison meet in a box that became too small, as far as floating point shows.</summary>
    Tight,

    /// <summary>A box became too small for another reason.</summary>
    TooSmall,
}

/// <summary>What kept a search from deciding, where, and what may help.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Box">The first box that was given up: a range per variable; empty when there is none.</param>
/// <param name="Remedy">What the user can do about it.</param>
public sealed record Obstacle(ObstacleKind Kind, IReadOnlyList<Interval> Box, string Remedy)
{
    private const int VariablesShown = 6;
    private const double Meeting = 1e-7;

    /// <summary>The obstacle behind a box that was set aside.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="box">The box.</param>
    /// <param name="margin">The largest margin of hypothesis and negated conclusion that was found.</param>
    internal static Obstacle Behind(EmptinessProblem problem, IReadOnlyList<Interval> box, double margin)
    {
        var slots = new Interval[problem.Tape.Length];
        IntervalEvaluation.Run(problem.Tape, [.. box], slots);
        bool isUndefined = Definedness.Of(problem.Tape, slots).Contains(false);
        bool hasEquations = problem.Nodes.Any(n => n is { Kind: FormulaNodeKind.Atom, Relation: Relation.Equal });
        ObstacleKind kind = isUndefined ? ObstacleKind.Undefined
            : !(margin > -Meeting) ? ObstacleKind.TooSmall
            : hasEquations ? ObstacleKind.Irrational
            : ObstacleKind.Tight;
        return new(kind, box, kind switch
        {
            ObstacleKind.Undefined => "add a hypothesis that keeps the operation defined there, as x > 0 for log x",
            ObstacleKind.Irrational => "a solution there that is not rational is not recognised; a narrower range may exclude it",
            ObstacleKind.Tight => "the statement may hold with equality there; weaken the bound a little, or let the hypotheses keep away from it",
            _ => "a larger --budget does not help; a stronger hypothesis may",
        });
    }

    /// <summary>The box in words, for the variables of the problem.</summary>
    /// <param name="names">The names of the variables.</param>
    public string Describe(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        IEnumerable<string> ranges = Box.Zip(names, (range, name) => string.Create(
            CultureInfo.InvariantCulture,
            $"{name} {(range.IsPoint ? $"= {range.Lower:R}" : $"in [{range.Lower:R}, {range.Upper:R}]")}"));
        return string.Join(", ", ranges.Take(VariablesShown)) + (Box.Count > VariablesShown ? ", ..." : "");
    }
}
