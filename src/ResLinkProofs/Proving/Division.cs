using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Reasoning;

namespace ResLinkProofs.Proving;

/// <summary>
/// Divides a box across the variable that seems to matter most: the one with the largest share of the change of some undecided difference, wide ranges
/// first.
/// </summary>
internal sealed class Division
{
    private const double WidestFiniteEnd = 1e6;

    private readonly BoxReasoner _reasoner;
    private readonly double _minimumWidth;
    private readonly double[] _smear;
    private readonly double[] _scale;
    private readonly double[] _unit;

    public Division(BoxReasoner reasoner, double minimumWidth)
    {
        _reasoner = reasoner;
        _minimumWidth = minimumWidth;
        int n = reasoner.Box.Length;
        _smear = new double[n];
        _scale = new double[n];
        _unit = new double[n];
        for (int i = 0; i < n; i++)
        {
            Interval range = reasoner.Box[i];
            _scale[i] = double.IsFinite(range.Width) && range.Width > 0 ? range.Width : 1;
            _unit[i] = Math.Min(_scale[i], range.Mignitude > 0 ? range.Mignitude : 1);
        }
    }

    private ReadOnlySpan<Interval> Box => _reasoner.Box;

    /// <summary>Pushes the parts, the last one first, or says why there are none.</summary>
    public Expansion Divide(List<ProofStep> steps, BoxStack parts)
    {
        MeasureSmear();
        int best = -1;
        double bestGain = -1;
        bool unbounded = false;
        for (int i = 0; i < Box.Length; i++)
        {
            Interval range = Box[i];
            double relative = range.Width / _scale[i];
            bool isWide = range.Width > LeastWidth(i) && range.Midpoint > range.Lower && range.Midpoint < range.Upper;
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
            return unbounded ? Expansion.Unbounded : Expansion.SetAside;
        }

        Interval whole = Box[best];
        double point = DividingPoint.Of(whole);
        steps.Add(new(ProofStepKind.Split, best, point));
        _reasoner.Restrict(best, new Interval(point, whole.Upper));
        parts.Push(Box, _reasoner.Choices);
        _reasoner.Restrict(best, new Interval(whole.Lower, point));
        parts.Push(Box, _reasoner.Choices);
        return Expansion.Divided;
    }

    // In units of the numbers in the range, not of the range at the start: 1e-7 of a billion says nothing about what happens near 1.
    private double LeastWidth(int variable) => _minimumWidth * Math.Min(_scale[variable], Math.Max(Box[variable].Magnitude, _unit[variable]));

    private void MeasureSmear()
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
}
