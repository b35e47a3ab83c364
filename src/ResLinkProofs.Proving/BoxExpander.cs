using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Tapes;

namespace ResLinkProofs.Proving;

/// <summary>What became of a box.</summary>
internal enum Expansion
{
    /// <summary>Refuted: the last step recorded says why.</summary>
    Closed,

    /// <summary>Divided: its parts were pushed, the last one first.</summary>
    Divided,

    /// <summary>Too small to be divided.</summary>
    SetAside,

    /// <summary>A variable in it is unbounded, and dividing would not end.</summary>
    Unbounded,
}

/// <summary>
/// Examines one box: evaluation, contraction, monotonicity, mean value form, curvature, and if nothing closes it, division. Records the
/// steps that the proof needs.
/// </summary>
internal sealed class BoxExpander
{
    private const int MaximumRounds = 12;
    private const int MaximumCaseDepth = 6;
    private const double UsefulShrinkage = 0.9;
    private const double WidestFiniteEnd = 1e6;
    private const double LargestPreciseSide = 1e-13;
    private const int MostPreciseFailures = 2; // of one part of the domain: a try takes as long as many boxes

    private readonly BoxReasoner _reasoner;
    private readonly CurvatureStep _curvature;
    private readonly ContactStep _contact;
    private readonly Interval[] _before;
    private readonly Interval[] _narrowed;
    private readonly double[] _smear;
    private readonly double[] _scale;
    private readonly double _minimumWidth;
    private readonly bool _slopesBeside;
    private Habit _contraction;
    private Habit _slopeContraction;
    private Habit _curved;
    private Habit _sharp;
    private int _precise;

    public BoxExpander(EmptinessProblem problem, PointMeter meter, IReadOnlyList<KnownContact> contacts, ProofBudget budget)
    {
        _reasoner = new BoxReasoner(problem);
        _curvature = new CurvatureStep(_reasoner, meter);
        _contact = new ContactStep(_reasoner, contacts);
        (_minimumWidth, _slopesBeside) = (budget.MinimumWidth, budget.SlopesBesideContraction);
        int n = problem.Variables.Count;
        _before = new Interval[n];
        _narrowed = new Interval[n];
        _smear = new double[n];
        _scale = new double[n];
        for (int i = 0; i < n; i++)
        {
            double width = _reasoner.Box[i].Width;
            _scale[i] = double.IsFinite(width) && width > 0 ? width : 1;
        }
    }

    /// <summary>The last box that was not closed, as far as it was narrowed before it was divided.</summary>
    public ReadOnlySpan<Interval> Narrowed => _narrowed;

    private ReadOnlySpan<Interval> Box => _reasoner.Box;

    public Expansion Expand(ReadOnlySpan<Interval> box, ReadOnlySpan<int> choices, List<ProofStep> steps, BoxStack parts)
    {
        _reasoner.Load(box, choices);
        if (Reduce(steps) || ReduceSharply(steps))
        {
            return Expansion.Closed;
        }

        if (_contact.TryRefute(out ProofStep step))
        {
            steps.Add(step);
            return Expansion.Closed;
        }

        Box.CopyTo(_narrowed);
        return Distinguish(steps, parts) ? Expansion.Divided : Divide(steps, parts);
    }

    // Returns true when the box is closed.
    private bool Reduce(List<ProofStep> steps)
    {
        for (int round = 0; round < MaximumRounds; round++)
        {
            if (_reasoner.IsRefutedByValues())
            {
                steps.Add(new(ProofStepKind.Values));
                return true;
            }

            bool narrowed = false;
            if (Contract(steps, ref narrowed) || ((_slopesBeside || !narrowed) && UseSlopes(steps, ref narrowed)))
            {
                return true;
            }

            if (!narrowed)
            {
                break;
            }
        }

        return false;
    }

    // The same with the sharper and slower enclosures, of which the proof hears only where they helped.
    private bool ReduceSharply(List<ProofStep> steps)
    {
        if (!_sharp.IsDue() || !_reasoner.TrySharpen())
        {
            return false;
        }

        int before = steps.Count;
        steps.Add(new(ProofStepKind.Sharpen));
        bool closed = Reduce(steps), helped = steps.Count > before + 1;
        _sharp.Report(helped);
        if (!helped)
        {
            steps.RemoveAt(before);
        }

        return closed;
    }

    // Returns true when the box is closed.
    private bool Contract(List<ProofStep> steps, ref bool narrowed)
    {
        if (!_contraction.IsDue())
        {
            return false;
        }

        Box.CopyTo(_before);
        bool consistent = _reasoner.Contract();
        if (!consistent)
        {
            steps.Add(new(ProofStepKind.Exhausted));
            _contraction.Report(true);
            return true;
        }

        narrowed = KeepIfUseful(steps, ProofStepKind.Contract);
        _contraction.Report(narrowed);
        return false;
    }

    private bool UseSlopes(List<ProofStep> steps, ref bool narrowed)
    {
        RememberSmear();
        for (int i = 0; i < Box.Length; i++)
        {
            if (Box[i].IsPoint)
            {
                continue;
            }

            int direction = _reasoner.Direction(i);
            if (direction != 0 && _reasoner.TryFix(i, direction))
            {
                steps.Add(new(ProofStepKind.Fix, i, direction));
                narrowed = true;
            }
        }

        if (narrowed)
        {
            return false;
        }

        if (_reasoner.IsRefutedByMeanValues())
        {
            steps.Add(new(ProofStepKind.MeanValues));
            return true;
        }

        if (_slopeContraction.IsDue())
        {
            Box.CopyTo(_before);
            if (!_reasoner.ContractBySlopes())
            {
                steps.Add(new(ProofStepKind.ExhaustedBySlopes));
                _slopeContraction.Report(true);
                return true;
            }

            narrowed = KeepIfUseful(steps, ProofStepKind.ContractBySlopes);
            _slopeContraction.Report(narrowed);
            if (narrowed)
            {
                return false;
            }
        }

        if (_curved.IsDue())
        {
            bool closed = _curvature.TryRefute(out ProofStep step);
            _curved.Report(closed);
            if (closed)
            {
                steps.Add(step);
            }

            return closed;
        }

        return false;
    }

    // A narrowing that is too small to pay for a step of the proof is undone.
    private bool KeepIfUseful(List<ProofStep> steps, ProofStepKind kind)
    {
        for (int i = 0; i < _before.Length; i++)
        {
            if (IsUseful(_before[i], Box[i]))
            {
                steps.Add(new(kind));
                return true;
            }
        }

        _reasoner.Widen(_before);
        return false;
    }

    private static bool IsUseful(Interval before, Interval after) => before.IsBounded
        ? !before.IsPoint && after.Width <= UsefulShrinkage * before.Width
        : double.IsFinite(after.Lower) != double.IsFinite(before.Lower) || double.IsFinite(after.Upper) != double.IsFinite(before.Upper);

    private void RememberSmear()
    {
        Array.Clear(_smear);
        for (int k = 0; k < _reasoner.Problem.Nodes.Count; k++)
        {
            if (_reasoner.Problem.Nodes[k].Kind != FormulaNodeKind.Atom || !_reasoner.IsRelevant(k))
            {
                continue;
            }

            ReadOnlySpan<Interval> slopes = _reasoner.Slopes(k);
            double total = 0;
            for (int i = 0; i < slopes.Length; i++)
            {
                total += Change(i, slopes[i]);
            }

            for (int i = 0; i < slopes.Length; i++)
            {
                double change = Change(i, slopes[i]);
                double share = double.IsFinite(total) && total > 0 ? change / total : double.IsPositiveInfinity(change) ? 1 : 0;
                _smear[i] = Math.Max(_smear[i], share);
            }
        }
    }

    private double Change(int variable, Interval slope) => Box[variable].IsPoint ? 0 : slope.Magnitude * Box[variable].Width;

    private bool Distinguish(List<ProofStep> steps, BoxStack parts)
    {
        ReadOnlySpan<int> made = _reasoner.Choices;
        int depth = 0;
        foreach (int choice in made)
        {
            depth += choice >= 0 ? 1 : 0;
        }

        if (depth >= MaximumCaseDepth)
        {
            return false;
        }

        for (int k = made.Length - 1; k >= 0; k--)
        {
            FormulaNode node = _reasoner.Problem.Nodes[k];
            if (node.Kind != FormulaNodeKind.Or || made[k] >= 0 || node.Operands.Count == 0 || !_reasoner.IsRelevant(k))
            {
                continue;
            }

            steps.Add(new(ProofStepKind.Cases, k));
            int[] choices = made.ToArray();
            for (int i = node.Operands.Count - 1; i >= 0; i--)
            {
                choices[k] = node.Operands[i];
                parts.Push(Box, choices);
            }

            return true;
        }

        return false;
    }

    // The last resort, where nothing is left to divide and the box is so small that doubles round more than it is wide.
    private bool IsRefutedPrecisely(List<ProofStep> steps)
    {
        foreach (Interval side in Box)
        {
            if (!(side.Width <= LargestPreciseSide * Math.Max(1, side.Magnitude)))
            {
                return false;
            }
        }

        if (_precise == MostPreciseFailures)
        {
            return false;
        }

        foreach (int bits in PreciseEvaluation.Ladder)
        {
            if (_reasoner.IsRefutedByPrecision(bits))
            {
                steps.Add(new(ProofStepKind.Precision, number: bits));
                return true;
            }
        }

        _precise++;
        return false;
    }

    private Expansion Divide(List<ProofStep> steps, BoxStack parts)
    {
        int best = -1;
        double bestGain = -1;
        bool unbounded = false;
        for (int i = 0; i < Box.Length; i++)
        {
            Interval range = Box[i];
            double relative = range.Width / Math.Min(_scale[i], Math.Max(1, range.Magnitude)); // in units of the values in it
            bool isWide = relative > _minimumWidth && range.Midpoint > range.Lower && range.Midpoint < range.Upper;
            if (!range.IsBounded)
            {
                unbounded = true;
                isWide = range.IsEntire || Math.Min(Math.Abs(range.Lower), Math.Abs(range.Upper)) < WidestFiniteEnd;
                relative = double.MaxValue;
            }

            double gain = _smear[i] + (relative >= 1e30 ? 2 : 1e-3 * relative);
            if (isWide && gain > bestGain)
            {
                best = i;
                bestGain = gain;
            }
        }

        if (best < 0)
        {
            return unbounded ? Expansion.Unbounded : IsRefutedPrecisely(steps) ? Expansion.Closed : Expansion.SetAside;
        }

        double point = Dividing.PointOf(Box[best]);
        steps.Add(new(ProofStepKind.Split, best, point));
        Interval whole = Box[best];
        _reasoner.Restrict(best, new Interval(point, whole.Upper));
        parts.Push(Box, _reasoner.Choices);
        _reasoner.Restrict(best, new Interval(whole.Lower, point));
        parts.Push(Box, _reasoner.Choices);
        return Expansion.Divided;
    }
}
