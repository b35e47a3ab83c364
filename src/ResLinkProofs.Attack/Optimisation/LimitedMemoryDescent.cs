using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Attack.Optimisation;

/// <summary>
/// L-BFGS over a box: coordinates at an end whose gradient points outwards are held, the others move along the quasi-Newton direction,
/// and the step is halved until the value falls. Work is counted in evaluations.
/// </summary>
public sealed class LimitedMemoryDescent
{
    private const int Memory = 12;
    private const int MostHalvings = 30;
    private const double SufficientDecrease = 1e-4;
    private const double FirstStep = 0.1;
    private readonly List<(double[] Step, double[] Change, double Curvature)> _pairs = [];

    /// <summary>Descends from a place.</summary>
    /// <param name="objective">What is minimised.</param>
    /// <param name="place">The start, within the bounds; receives the best place.</param>
    /// <param name="evaluations">The largest number of evaluations.</param>
    /// <param name="tolerance">Stops when the projected gradient is shorter than this, or ten steps in
    /// a row gain less than its square, relatively.</param>
    /// <returns>The value at the best place, the number of evaluations spent, and whether it stopped
    /// for another reason than those.</returns>
    public (double Value, int Evaluations, bool Converged) Minimise(
        IDescentObjective objective, Span<double> place, int evaluations, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(objective);
        int n = place.Length, spent = 1, idle = 0;
        double[] gradient = new double[n], direction = new double[n], trial = new double[n], next = new double[n];
        double value = objective.Evaluate(place, gradient);
        while (double.IsFinite(value) && spent < evaluations && idle < 10)
        {
            Project(objective, place, gradient, gradient, direction);
            double length = Math.Sqrt(OrderedSum.Dot(direction, direction));
            if (!(length > tolerance))
            {
                break;
            }

            double slope = Direction(objective, place, gradient, direction);
            double step = _pairs.Count == 0 ? FirstStep / length : 1;
            double found = double.PositiveInfinity;
            int halvings = 0;
            for (; halvings < MostHalvings && spent < evaluations; halvings++, step /= halvings < 3 ? 2 : 4)
            {
                for (int i = 0; i < n; i++)
                {
                    trial[i] = Math.Clamp(place[i] + (step * direction[i]), objective.Lower[i], objective.Upper[i]);
                }

                found = objective.Evaluate(trial, next);
                spent++;
                if (found <= value + (SufficientDecrease * step * slope))
                {
                    break;
                }

                found = double.PositiveInfinity;
            }

            if (!double.IsFinite(found))
            {
                if (_pairs.Count == 0)
                {
                    break;
                }

                _pairs.Clear(); // once more along the gradient before giving up
                continue;
            }

            Remember(place, trial, gradient, next);
            idle = value - found <= tolerance * tolerance * Math.Abs(value) ? idle + 1 : 0;
            value = found;
            trial.CopyTo(place);
            (gradient, next) = (next, gradient);
        }

        return (value, spent, spent < evaluations);
    }

    /// <summary>Forgets the curvature seen so far; for when the function has changed.</summary>
    public void Forget() => _pairs.Clear();

    /// <summary>target = minus source, except that coordinates held at an end become zero.</summary>
    private static void Project(
        IDescentObjective objective, ReadOnlySpan<double> place, double[] gradient, double[] source, double[] target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            bool held = (place[i] <= objective.Lower[i] && gradient[i] > 0) || (place[i] >= objective.Upper[i] && gradient[i] < 0);
            target[i] = held ? 0 : -source[i];
        }
    }

    // The two-loop recursion on the free coordinates; falls back to the gradient when the result does not descend.
    private double Direction(IDescentObjective objective, ReadOnlySpan<double> place, double[] gradient, double[] direction)
    {
        double[] r = (double[])direction.Clone();
        double[] weights = new double[_pairs.Count];
        for (int k = _pairs.Count - 1; k >= 0; k--)
        {
            (double[] step, double[] change, double curvature) = _pairs[k];
            weights[k] = OrderedSum.Dot(step, r) / curvature;
            AddScaled(r, -weights[k], change);
        }

        if (_pairs.Count > 0)
        {
            (_, double[] change, double curvature) = _pairs[^1];
            double factor = curvature / OrderedSum.Dot(change, change);
            for (int i = 0; i < r.Length; i++)
            {
                r[i] *= factor;
            }
        }

        for (int k = 0; k < _pairs.Count; k++)
        {
            (double[] step, double[] change, double curvature) = _pairs[k];
            AddScaled(r, weights[k] - (OrderedSum.Dot(change, r) / curvature), step);
        }

        for (int i = 0; i < r.Length; i++)
        {
            r[i] = direction[i] == 0 ? 0 : -r[i];
        }

        double steepest = OrderedSum.Dot(gradient, direction);
        double[] candidate = new double[r.Length];
        Project(objective, place, gradient, r, candidate);
        double slope = OrderedSum.Dot(gradient, candidate);
        if (slope < 0 && double.IsFinite(slope))
        {
            candidate.CopyTo(direction, 0);
            return slope;
        }

        _pairs.Clear();
        return steepest;
    }

    private void Remember(ReadOnlySpan<double> place, double[] trial, double[] gradient, double[] next)
    {
        double[] step = new double[trial.Length], change = new double[trial.Length];
        for (int i = 0; i < step.Length; i++)
        {
            step[i] = trial[i] - place[i];
            change[i] = next[i] - gradient[i];
        }

        // Kinks and indefinite regions give pairs without positive curvature; those would spoil the model.
        double curvature = OrderedSum.Dot(step, change);
        if (curvature > 1e-10 * Math.Sqrt(OrderedSum.Dot(step, step) * OrderedSum.Dot(change, change)))
        {
            if (_pairs.Count == Memory)
            {
                _pairs.RemoveAt(0);
            }

            _pairs.Add((step, change, curvature));
        }
    }

    private static void AddScaled(double[] target, double factor, double[] source)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] += factor * source[i];
        }
    }
}
