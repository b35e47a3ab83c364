using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Proving.Tactics;

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
/// Examines one box: an ordered list of tactics, in rounds while they narrow it, and if none refutes it, division. Records the steps that the
/// proof needs.
/// </summary>
internal sealed class BoxExpander
{
    private const int MaximumRounds = 12;

    private readonly BoxReasoner _reasoner;
    private readonly Values _values;
    private readonly Tactic[] _tactics;
    private readonly CaseDistinction _cases;
    private readonly Division _division;
    private readonly Interval[] _narrowed;

    public BoxExpander(EmptinessProblem problem, PointMeter meter, double minimumWidth)
    {
        _reasoner = new BoxReasoner(problem);
        _values = new Values(_reasoner);
        _tactics =
        [
            _values,
            new ValueContraction(_reasoner),
            new Fixing(_reasoner),
            new Corners(_reasoner),
            new MeanValues(_reasoner),
            new SlopeContraction(_reasoner),
            new Combination(_reasoner),
            new ImpliedEquality(_reasoner),
            new Paraboloid(_reasoner, meter),
        ];
        _cases = new CaseDistinction(_reasoner);
        _division = new Division(_reasoner, minimumWidth);
        _narrowed = new Interval[problem.Variables.Count];
    }

    /// <summary>The last box that was not closed, as far as it was narrowed before it was divided.</summary>
    public ReadOnlySpan<Interval> Narrowed => _narrowed;

    public Expansion Expand(ReadOnlySpan<Interval> box, ReadOnlySpan<int> choices, List<ProofStep> steps, BoxStack parts)
    {
        _reasoner.Load(box, choices);
        Achievement achievement = Achievement.Narrowed;
        for (int round = 0; round < MaximumRounds && achievement == Achievement.Narrowed; round++)
        {
            achievement = Pass(steps);
        }

        if (achievement == Achievement.Closed)
        {
            return Expansion.Closed;
        }

        _reasoner.Box.CopyTo(_narrowed);
        return _cases.TryDivide(steps, parts) ? Expansion.Divided : _division.Divide(steps, parts);
    }

    // One look with all tactics, in their order.
    private Achievement Pass(List<ProofStep> steps)
    {
        Achievement best = Achievement.None;
        foreach (Tactic tactic in _tactics)
        {
            if (tactic.IsLastResort && best == Achievement.Narrowed)
            {
                continue;
            }

            Achievement achievement = tactic.Try(steps);
            if (achievement == Achievement.Closed || (achievement == Achievement.Narrowed && tactic.StartsAgain))
            {
                return achievement;
            }

            if (achievement == Achievement.Narrowed)
            {
                best = achievement;
                if (_values.Try(steps) == Achievement.Closed)
                {
                    return Achievement.Closed;
                }
            }
        }

        return best;
    }
}
