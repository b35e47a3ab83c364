using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reasoning;

/// <content>Conclusions from the monotonicity of single comparisons.</content>
public sealed partial class BoxReasoner
{
    private Interval[] _corner = [];
    private Interval[] _cornerSlots = [];

    /// <summary>
    /// True when bounds of the relevant atoms' differences, each taken where the variables in which it is monotone are at the ends of their ranges,
    /// show that no point of the box satisfies the formula. Other than a fixed variable, an end here serves one atom alone.
    /// </summary>
    public bool IsRefutedByCorners()
    {
        EnsureSlopes();
        if (_corner.Length == 0)
        {
            _corner = new Interval[_box.Length];
            _cornerSlots = new Interval[_tape.Length];
        }

        _truth.CopyTo(_refined, 0);
        for (int k = 0; k < _nodes.Length; k++)
        {
            FormulaNode node = _nodes[k];
            if (_relevant[k] && node.Kind == FormulaNodeKind.Atom)
            {
                bool isOrder = node.Relation is Relation.Greater or Relation.GreaterOrEqual;
                double upper = CornerBound(k, 1), lower = isOrder ? double.NegativeInfinity : -CornerBound(k, -1);
                _refined[k] = lower <= upper ? CompiledFormula.Decide(node.Relation, new Interval(lower, upper)) : Truth.Unknown;
            }
        }

        return RefinedTruth() == Truth.False;
    }

    // An upper bound of sign · f over the box: f does not decrease when a variable moves to the end to which its slope points, and so is at most what it
    // is on the face that is left when all of them have moved.
    private double CornerBound(int node, int sign)
    {
        bool moved = false;
        ReadOnlySpan<Interval> slopes = SlopesOf(node);
        for (int i = 0; i < _box.Length; i++)
        {
            Interval slope = sign > 0 ? slopes[i] : -slopes[i];
            int direction = slope.Lower >= 0 ? 1 : slope.Upper <= 0 ? -1 : 0;
            Interval end = direction == 0 || _box[i].IsPoint ? Interval.Empty : CornerOf(i, direction);
            bool moves = !end.IsEmpty;
            _corner[i] = moves ? end : _box[i];
            moved |= moves;
        }

        int slot = _nodes[node].Slot;
        if (moved && _slotsAreOfDomain)
        {
            // Nothing of the domain on the face: no bound, though any would do.
            moved = _domain.Evaluate(_corner, _cornerSlots);
        }
        else if (moved)
        {
            IntervalEvaluation.Run(_tape, _corner, _cornerSlots);
        }

        Interval value = (moved ? _cornerSlots : _slots)[slot];
        return sign > 0 ? value.Upper : -value.Lower;
    }

    // Where slopes hold all over the box, an end of the box will do that is not of the domain: only the difference there is asked for, not the truth.
    private Interval CornerOf(int variable, int direction)
    {
        double end = direction > 0 ? _box[variable].Upper : _box[variable].Lower;
        return _slotsAreOfDomain ? EndOf(variable, direction) : double.IsFinite(end) ? Interval.Point(end) : Interval.Empty;
    }
}
