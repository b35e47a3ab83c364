using ResLinkProofs.Attack.Charts;
using ResLinkProofs.Attack.Optimisation;

namespace ResLinkProofs.Attack;

/// <summary>
/// A descent on one part of a conclusion from one start, which can be continued. The domain is kept by its chart, the hypothesis by an
/// augmented Lagrangian whose result is then moved to where the hypothesis holds; only such points are measured.
/// </summary>
public sealed class GradientDescent
{
    private const int EvaluationsPerRound = 60;
    private const double Tolerance = 1e-7;
    private const double Feasible = 1e-8;
    private readonly Prober _prober;
    private readonly AugmentedLagrangian _objective;
    private readonly LimitedMemoryDescent _descent = new();
    private readonly Chart _chart;
    private readonly bool _isConstrained;
    private readonly double[] _place;

    /// <summary>Prepares a descent.</summary>
    /// <param name="prober">Measures the points of an instance.</param>
    /// <param name="surface">Derivatives and chart of the same instance.</param>
    /// <param name="part">Which part of the conclusion to attack, from 0.</param>
    /// <param name="start">A point of the domain.</param>
    public GradientDescent(Prober prober, AttackSurface surface, int part, ReadOnlySpan<double> start)
    {
        ArgumentNullException.ThrowIfNull(prober);
        ArgumentNullException.ThrowIfNull(surface);
        _prober = prober;
        Part = part;
        _chart = surface.NewChart();
        _isConstrained = surface.Landscape.Count > surface.Landscape.ConclusionCount;
        _place = new double[start.Length];
        Point = start.ToArray();
        Best = prober.Measure(start);
        _chart.Enter(start, _place);
        _objective = new AugmentedLagrangian(surface.Landscape, _chart, part, _place);
        IsFinished = !_objective.IsDefined;
    }

    /// <summary>The part of the conclusion that is attacked.</summary>
    public int Part { get; }

    /// <summary>The measurement at <see cref="Point"/>.</summary>
    public Measurement Best { get; private set; }

    /// <summary>The best point that was measured.</summary>
    public double[] Point { get; }

    /// <summary>True when nothing more can be gained.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>Descends until a counterexample is confirmed, nothing more can be gained, or the steps are spent.</summary>
    /// <param name="steps">The largest number of evaluations, up to the repair of the last point.</param>
    /// <returns>The number of evaluations.</returns>
    public int Continue(int steps)
    {
        int spent = 0;
        while (spent < steps && !IsFinished && _prober.Witness is null)
        {
            int share = _isConstrained ? Math.Min(EvaluationsPerRound, steps - spent) : steps - spent;
            (_, int used, bool converged) = _descent.Minimise(_objective, _place, share, Tolerance);
            spent += used;
            if (_isConstrained)
            {
                double error = _objective.Tighten(_place);
                _descent.Forget();
                spent++;
                IsFinished = converged && error < Feasible;
            }
            else
            {
                IsFinished = converged;
            }

            spent += Measure();
        }

        return spent;
    }

    private int Measure()
    {
        double[] repaired = [.. _place], candidate = new double[_place.Length];
        int spent = _isConstrained ? _objective.Repair(repaired) : 0;
        _chart.ToPoint(repaired, candidate);
        _prober.Instance.Project(candidate);
        Measurement measured = _prober.Measure(candidate);
        if (measured.Objective < Best.Objective)
        {
            Best = measured;
            candidate.CopyTo(Point, 0);
        }

        return spent + 1;
    }
}
