using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Operations.Arithmetic;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reasoning;

/// <content>Conclusions from slopes: mean value form, contraction by it, monotonicity.</content>
public sealed partial class BoxReasoner
{
    private readonly Interval[] _adjoints;
    private readonly Interval[] _slopes;
    private readonly Interval[] _centre;
    private readonly Interval[] _centreSlots;
    private bool _slopesAreCurrent;
    private bool _centreIsCurrent;
    private bool _fixing;

    /// <summary>The slopes of a relevant atom over the box, one per variable.</summary>
    /// <param name="node">A relevant atom.</param>
    public ReadOnlySpan<Interval> Slopes(int node)
    {
        EnsureSlopes();
        return SlopesOf(node);
    }

    /// <summary>
    /// True when the mean value form at the midpoint, intersected with the natural extension, shows that no point of the box
    /// satisfies the formula.
    /// </summary>
    public bool IsRefutedByMeanValues()
    {
        EnsureSlopes();
        EnsureCentre();
        _truth.CopyTo(_refined, 0);
        for (int k = 0; k < _nodes.Length; k++)
        {
            FormulaNode node = _nodes[k];
            if (_relevant[k] && node.Kind == FormulaNodeKind.Atom)
            {
                Interval value = MeanValue(node, SlopesOf(k), skip: -1).Intersect(_slots[node.Slot]);
                _refined[k] = CompiledFormula.Decide(node.Relation, value);
            }
        }

        return RefinedTruth() == Truth.False;
    }

    /// <summary>
    /// Narrows the box by the mean value forms of the atoms that every point of interest must satisfy,
    /// solved for one variable after another.
    /// </summary>
    /// <returns>False when no point of the box satisfies the formula.</returns>
    public bool ContractBySlopes()
    {
        EnsureSlopes();
        EnsureCentre();
        _valuesAreCurrent = false;
        for (int k = 0; k < _nodes.Length; k++)
        {
            FormulaNode node = _nodes[k];
            if (!_required[k] || !_relevant[k] || node.Kind != FormulaNodeKind.Atom || node.Relation == Relation.NotEqual)
            {
                continue;
            }

            ReadOnlySpan<Interval> slopes = SlopesOf(k);
            for (int i = 0; i < _box.Length; i++)
            {
                // f(c) + sum_j s_j (x_j - c_j) lies in the admitted values: s_i (x_i - c_i) lies in them minus all the rest.
                if (_box[i].IsPoint)
                {
                    continue;
                }

                Interval product = ValuesOf(node.Relation) - MeanValue(node, slopes, skip: i);
                Interval offset = Multiply.Factor(_box[i] - _centre[i], slopes[i], product);
                Interval range = _box[i].Intersect(_centre[i] + offset);
                if (range.IsEmpty)
                {
                    return false;
                }

                _box[i] = range;
            }
        }

        return true;
    }

    /// <summary>
    /// The direction in which every relevant atom's difference is monotone in the variable over the box, while no relevant
    /// equality depends on it: +1 nondecreasing, -1 nonincreasing, 0 for neither, as far as the slopes at hand tell.
    /// </summary>
    /// <param name="variable">The variable.</param>
    public int Direction(int variable)
    {
        if (!_fixing)
        {
            EnsureSlopes();
        }

        return HasDirection(variable, 1) ? 1 : HasDirection(variable, -1) ? -1 : 0;
    }

    /// <summary>
    /// Fixes a variable to the upper end of its range (direction +1) or to the lower one (-1) if every relevant atom's difference is
    /// monotone like this in it over the box and no relevant equality depends on it: a satisfying point remains if there was one.
    /// </summary>
    /// <param name="variable">The variable.</param>
    /// <param name="direction">+1 or -1.</param>
    /// <returns>False, with nothing done, where that is not shown or the end is not finite.</returns>
    public bool TryFix(int variable, int direction)
    {
        double end = direction > 0 ? _box[variable].Upper : _box[variable].Lower;
        if (direction is not (1 or -1) || !double.IsFinite(end))
        {
            return false;
        }

        // Slopes over the box before a series of fixings hold on its faces too; only where they do not suffice are they computed again.
        if (!(_fixing && HasDirection(variable, direction)))
        {
            EnsureSlopes();
            if (!HasDirection(variable, direction))
            {
                return false;
            }
        }

        _box[variable] = Interval.Point(end);
        Invalidate();
        _fixing = true;
        return true;
    }

    private bool HasDirection(int variable, int direction)
    {
        for (int k = 0; k < _nodes.Length; k++)
        {
            FormulaNode node = _nodes[k];
            if (_relevant[k] && node.Kind == FormulaNodeKind.Atom)
            {
                Interval slope = direction > 0 ? SlopesOf(k)[variable] : -SlopesOf(k)[variable];
                bool isOrder = node.Relation is Relation.Greater or Relation.GreaterOrEqual;
                if (!(slope.Lower >= 0 && (isOrder || slope.Upper == 0)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    // f(c) + sum over j other than the skipped variable of S_j (X_j - c_j), with the current box.
    private Interval MeanValue(FormulaNode node, ReadOnlySpan<Interval> slopes, int skip)
    {
        Interval value = _centreSlots[node.Slot];
        for (int j = 0; j < _box.Length; j++)
        {
            if (j != skip)
            {
                value += slopes[j] * (_box[j] - _centre[j]);
            }
        }

        return value;
    }

    // The truth of the formula from refined truths of its atoms, which do not outlive the question.
    private Truth RefinedTruth()
    {
        for (int k = 0; k < _nodes.Length; k++)
        {
            if (_nodes[k].Kind != FormulaNodeKind.Atom)
            {
                _refined[k] = Join(k, _refined);
            }
        }

        return _refined[^1];
    }

    private ReadOnlySpan<Interval> SlopesOf(int node) => _slopes.AsSpan(node * _box.Length, _box.Length);

    private void EnsureSlopes()
    {
        EnsureValues();
        if (_slopesAreCurrent)
        {
            return;
        }

        for (int k = 0; k < _nodes.Length; k++)
        {
            if (_relevant[k] && _nodes[k].Kind == FormulaNodeKind.Atom)
            {
                IntervalSlopes.Run(_tape, _slots, Images, _nodes[k].Slot, _adjoints, _slopes.AsSpan(k * _box.Length, _box.Length));
            }
        }

        _slopesAreCurrent = true;
    }

    private void EnsureCentre()
    {
        if (_centreIsCurrent)
        {
            return;
        }

        for (int i = 0; i < _box.Length; i++)
        {
            _centre[i] = Interval.Point(_box[i].Midpoint);
        }

        IntervalEvaluation.Run(_tape, _centre, _centreSlots);
        _centreIsCurrent = true;
    }
}
