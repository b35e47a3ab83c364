using ResLinkProofs.Kernel.Intervals;

namespace ResLinkProofs.Kernel.Operations;

/// <summary>
/// All that is known of the one operation of three operands, "the first branch where the condition
/// is at least zero, the second one where it is below": a function that may jump where the condition
/// vanishes. The branch that does not apply may be undefined; it counts for nothing.
/// </summary>
public static class Conditional
{
    /// <summary>1 where the first branch applies at every point, -1 where the second one does, 0 where it is not known which.</summary>
    /// <param name="condition">An enclosure of the condition.</param>
    public static int Branch(Interval condition) => condition.Lower >= 0 ? 1 : condition.Upper < 0 ? -1 : 0;

    /// <summary>An enclosure of the values: of the branch that applies, or the hull of both.</summary>
    /// <param name="condition">An enclosure of the condition.</param>
    /// <param name="first">An enclosure of the first branch.</param>
    /// <param name="second">An enclosure of the second branch.</param>
    public static Interval Enclose(Interval condition, Interval first, Interval second) => Branch(condition) switch
    {
        > 0 => first,
        < 0 => second,
        _ => first.Hull(second),
    };

    /// <summary>
    /// Sets of numbers such that between any two points the value changes by (one of the first set) times the change of the
    /// condition plus (one of the second) times that of the first branch plus (one of the third) times that of the second branch.
    /// </summary>
    /// <remarks>
    /// On one branch that is 0, 1 and 0, or 0, 0 and 1. Between points on different branches the
    /// condition has different values, so that some multiple of its change makes up for any jump.
    /// </remarks>
    /// <param name="condition">An enclosure of the condition.</param>
    public static (Interval Condition, Interval First, Interval Second) Slopes(Interval condition) => Branch(condition) switch
    {
        > 0 => (0, 1, 0),
        < 0 => (0, 0, 1),
        _ => (Interval.Entire, new Interval(0, 1), new Interval(0, 1)),
    };

    /// <summary>True when condition and value certainly exist: the branches that may apply do.</summary>
    /// <param name="condition">An enclosure of the condition.</param>
    /// <param name="isConditionDefined">The condition certainly has a value.</param>
    /// <param name="isFirstDefined">The first branch certainly has one.</param>
    /// <param name="isSecondDefined">The second branch certainly has one.</param>
    public static bool IsDefined(Interval condition, bool isConditionDefined, bool isFirstDefined, bool isSecondDefined) =>
        isConditionDefined && (Branch(condition) < 0 || isFirstDefined) && (Branch(condition) > 0 || isSecondDefined);
}
