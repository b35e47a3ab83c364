using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Precision;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;

namespace ResLinkProofs.Kernel.Reasoning;

/// <content>Enclosures with more bits than doubles have.</content>
public sealed partial class BoxReasoner
{
    /// <summary>
    /// True when the natural interval extension with so many bits shows that no point of the box satisfies the formula. The exact
    /// ranges of the variables count, where they cut off a part of the box that rounding has added.
    /// </summary>
    /// <param name="bits">A precision of <see cref="PreciseEvaluation.Ladder"/>; with any other nothing is shown.</param>
    public bool IsRefutedByPrecision(double bits)
    {
        EnsureValues();
        int rung = PreciseEvaluation.Ladder.IndexOf((int)Math.Clamp(bits, 0, int.MaxValue));
        if (_tape.Length > PreciseEvaluation.LongestTape || rung < 0 || PreciseEvaluation.Ladder[rung] != bits)
        {
            return false;
        }

        RationalInterval?[] values = PreciseEvaluation.Run(
            _tape,
            [.. Enumerable.Range(0, _box.Length).Select(i => ExactSide(_box[i], Problem.Variables[i]))],
            PreciseEvaluation.Ladder[rung]);
        _truth.CopyTo(_refined, 0);
        for (int k = 0; k < _nodes.Length; k++)
        {
            if (_truth[k] == Truth.Unknown && IsAtom(k) && values[_nodes[k].Slot] is { } value)
            {
                _refined[k] = CompiledFormula.Decide(_nodes[k].Relation, value.Signs);
            }
        }

        return RefinedTruth() == Truth.False;
    }

    // A variable that was fixed at an end that rounding has moved outward lies outside of its exact range, and stays there: its
    // comparisons are monotone up to that very point.
    private static RationalInterval? ExactSide(Interval side, RealVariable range)
    {
        if (!side.IsBounded)
        {
            return null;
        }

        Rational lower = Rational.FromDouble(side.Lower), upper = Rational.FromDouble(side.Upper);
        Rational low = range.Lower is { } l ? Rational.Max(l, lower) : lower, high = range.Upper is { } u ? Rational.Min(u, upper) : upper;
        return low <= high ? new(low, high) : new(lower, upper);
    }
}
