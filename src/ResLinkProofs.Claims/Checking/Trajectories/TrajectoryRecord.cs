using System.Globalization;

namespace ResLinkProofs.Claims.Checking.Trajectories;

/// <summary>What the search of one trajectory claim has seen so far.</summary>
internal sealed class TrajectoryRecord
{
    private readonly List<string> _efforts = [];
    private double? _worst;
    private string _place = "";
    private string? _suspicion;
    private long _runs;
    private long _steps;

    public long Admissible { get; private set; }

    public IReadOnlyList<(string Unit, long Amount)> Work => [("runs", _runs), ("steps", _steps)];

    /// <summary>Counts a run; a margin that is not a number comes from a trajectory that left the domain of the closed forms.</summary>
    public void Observe(bool isAdmissible, double margin, long steps, Func<string> place)
    {
        _runs++;
        _steps += steps;
        if (!isAdmissible)
        {
            return;
        }

        Admissible++;
        if (double.IsNaN(margin))
        {
            _suspicion ??= $"the conclusion has no value at {place()}";
        }
        else if (double.IsFinite(margin) && !(_worst <= margin))
        {
            (_worst, _place) = (Math.Abs(margin) > SearchChecker.Resolution ? margin : 0, place());
        }
    }

    /// <summary>Records a violation that the kernel was not able to confirm.</summary>
    public void Suspect(double margin, string place) => _suspicion ??= string.Create(
        CultureInfo.InvariantCulture, $"relative margin {margin:G4} at {place}, which enclosures could not confirm");

    /// <summary>Adds what was tried to the report.</summary>
    public void Report(string effort) => _efforts.Add(effort);

    public Evidence Summarise(string engine)
    {
        string effort = string.Join("; ", _efforts);
        Evidence evidence = _suspicion is not null ? Evidence.OfSuspicion(engine, $"{_suspicion} ({effort})")
            : Admissible == 0 ? Evidence.OfNothing(engine, $"no generated start satisfies the hypotheses ({effort})")
            : Evidence.OfSupport(engine, _worst is { } worst
                ? string.Create(CultureInfo.InvariantCulture, $"no violation in {effort}; least relative margin {worst:G4} at {_place}")
                : $"no violation in {effort}; no margin was finite");
        return evidence with { Work = Work, WorstMargin = _worst, WorstPoint = _place };
    }
}
