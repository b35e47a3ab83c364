using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;

namespace ResLinkProofs.Kernel.Expansions;

/// <summary>
/// The differences of a formula that are zero at a rational point by the laws of <see cref="ExactCoefficients"/>, where everything in
/// them certainly has a value: no enclosure can show that log 4 equals 2 log 2.
/// </summary>
internal static class VanishingSlots
{
    private const long Budget = 1L << 18; // for one slot, so that the answer does not depend on the others

    private const int LongestTape = 400;

    /// <summary>Decides a formula at a rational point: by enclosures, with more bits than doubles have, and by laws.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="point">One coordinate per variable.</param>
    public static Truth Decide(CompiledFormula formula, IReadOnlyList<Rational> point)
    {
        Truth truth = formula.DecideAt(point);
        return truth != Truth.Unknown ? truth
            : formula.DecidePreciselyAt(point, formula.Tape.Length > LongestTape ? [] : At(formula, point));
    }

    private static int[] At(CompiledFormula formula, IReadOnlyList<Rational> point)
    {
        Tape tape = formula.Tape;
        var slots = new Interval[tape.Length];
        IntervalEvaluation.Run(tape, [.. point.Select(Interval.Enclose)], slots);
        bool[] defined = Definedness.Of(tape, slots);
        bool Vanishes(int slot)
        {
            var exact = new ExactCoefficients(point.Count, _ => false, Budget);
            Fraction?[] coordinates = [.. point.Select(exact.Constant)];
            return TapeExpansion.Of<Fraction?>(tape, exact, slot, coordinates, -1, 0) is [{ IsZero: true }];
        }

        return [.. formula.SlotOf.Values.Distinct().Where(slot => defined[slot] && slots[slot].Contains(0.0) && Vanishes(slot))];
    }
}
