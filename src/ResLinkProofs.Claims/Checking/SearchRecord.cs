using ResLinkProofs.Attack;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;

namespace ResLinkProofs.Claims.Checking;

/// <summary>What a search has seen so far.</summary>
internal sealed class SearchRecord
{
    private const int KeptPerSize = 8;
    private readonly Dictionary<int, List<(double Objective, double[] Point)>> _worst = [];
    private readonly HashSet<int> _reached = [];
    private long _samples;
    private long _admissible;
    private long _undefined;
    private long _attackSteps;
    private string _worstPoint = "";
    private (Instance Instance, CompiledFormula Hypothesis, CompiledFormula Conclusion)? _compiled;

    public double? WorstMargin { get; private set; }

    public IReadOnlyList<(string Unit, long Amount)> Work =>
        [("samples", _samples), ("admissible samples", _admissible), ("attack steps", _attackSteps)];

    public void CountSample(Measurement measured)
    {
        _samples++;
        _admissible += measured.IsAdmissible ? 1 : 0;
        _undefined += double.IsNaN(measured.Hypothesis) || double.IsNaN(measured.Conclusion) ? 1 : 0;
    }

    public void CountAttack(long steps) => _attackSteps += steps;

    /// <summary>True when some point of a size satisfied the hypotheses.</summary>
    public bool HasReached(int size) => _reached.Contains(size);

    public void Observe(Instance instance, ReadOnlySpan<double> point, Measurement measured)
    {
        if (measured.IsAdmissible)
        {
            _reached.Add(instance.Size);
        }

        if (measured.IsAdmissible && double.IsFinite(measured.Conclusion) && !(WorstMargin <= measured.Conclusion)
            && !(measured.IsSuspicious && IsDispelled(instance, point)))
        {
            WorstMargin = double.IsNormal(measured.Conclusion) ? measured.Conclusion : 0;
            _worstPoint = instance.CoordinateCount <= 32
                ? instance.Describe([.. point.ToArray().Select(Rational.FromDouble)])
                : $"size {instance.Size}";
        }

        if (!_worst.TryGetValue(instance.Size, out var list))
        {
            _worst.Add(instance.Size, list = []);
        }

        if (measured.Objective < double.MaxValue && (list.Count < KeptPerSize || measured.Objective < list[^1].Objective))
        {
            list.Add((measured.Objective, point.ToArray()));
            list.Sort((a, b) => a.Objective.CompareTo(b.Objective));
            if (list.Count > KeptPerSize)
            {
                list.RemoveAt(KeptPerSize);
            }
        }
    }

    public IReadOnlyList<double[]> WorstOf(int size, int count) =>
        _worst.TryGetValue(size, out var list) ? [.. list.Take(count).Select(entry => entry.Point)] : [];

    public Evidence Summarise(double resolution)
    {
        string effort = $"{_admissible} admissible of {_samples} samples, {_attackSteps} attack steps";
        Evidence evidence = WorstMargin is null && _admissible == 0
            ? Evidence.OfNothing("search", $"no generated point satisfies the hypotheses ({_samples} samples, {_undefined} undefined)")
            : WorstMargin is not { } worst
                ? Evidence.OfSupport("search", $"no violation in {effort}; no margin was finite")
            : worst < -resolution
                ? Evidence.OfSuspicion(
                    "search", $"relative margin {worst:G4} at {_worstPoint}, which enclosures could not confirm ({effort})")
                : Evidence.OfSupport("search", $"no violation in {effort}; least relative margin {worst:G4}");
        return evidence with { Work = Work, WorstMargin = WorstMargin, WorstPoint = _worstPoint };
    }

    // Cancellation can make floating point see a violation where there is none, or miss by a rounding error that a hypothesis fails: it
    // counts as one unless enclosures at the very point rule it out. What they leave open stays a suspicion, and contradicts any proof.
    private bool IsDispelled(Instance instance, ReadOnlySpan<double> point)
    {
        if (instance.Statement is not { } statement)
        {
            return false;
        }

        if (_compiled?.Instance != instance)
        {
            _compiled = (
                instance,
                CompiledFormula.Compile(statement.VariableNames, statement.Hypothesis),
                CompiledFormula.Compile(statement.VariableNames, statement.Conclusion));
        }

        Rational[] exact = [.. point.ToArray().Select(Rational.FromDouble)];
        return _compiled.Value.Conclusion.DecideAt(exact) == Truth.True || _compiled.Value.Hypothesis.DecideAt(exact) == Truth.False;
    }
}
