using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Attack;

/// <summary>
/// Derivative-free descent on the measurement of an instance: a (1+1) evolution strategy whose step grows on success and
/// shrinks on failure. It needs nothing but evaluations, and copes with kinks and with hypotheses that cut the domain.
/// </summary>
public static class LocalSearch
{
    private const double Growth = 1.6;
    private const double Shrinkage = 0.86; // Growth * Shrinkage^4 is about 0.9: equilibrium near one success in five trials
    private const double Start = 0.1;
    private const double Finest = 1e-9;

    /// <summary>Improves a point in place until a counterexample is confirmed or the steps are spent.</summary>
    /// <param name="prober">Measures the points of an instance.</param>
    /// <param name="point">The start; receives the best point.</param>
    /// <param name="steps">The number of evaluations.</param>
    /// <param name="stream">The source of randomness.</param>
    /// <returns>The measurement at the best point.</returns>
    public static Measurement Improve(Prober prober, Span<double> point, int steps, RandomStream stream)
    {
        ArgumentNullException.ThrowIfNull(prober);
        ArgumentNullException.ThrowIfNull(stream);
        double[] trial = new double[point.Length];
        Instance instance = prober.Instance;
        Measurement best = prober.Measure(point);
        double step = Start;
        for (int k = 0; k < steps && prober.Witness is null; k++)
        {
            point.CopyTo(trial);
            Mutate(instance, trial, step, stream);
            instance.Project(trial);
            Measurement measured = prober.Measure(trial);
            if (measured.Objective < best.Objective)
            {
                best = measured;
                trial.CopyTo(point);
                step = Math.Min(step * Growth, 1);
            }
            else
            {
                step *= Shrinkage;
                step = step < Finest ? Start : step;
            }
        }

        return best;
    }

    private static void Mutate(Instance instance, double[] trial, double step, RandomStream stream)
    {
        if (trial.Length == 0)
        {
            return;
        }

        switch (stream.NextInt32(3))
        {
            case 0: // one coordinate
                int only = stream.NextInt32(trial.Length);
                trial[only] += step * instance.Scale(only) * stream.NextGaussian();
                break;
            case 1: // the whole point towards or away from the origin: many margins are homogeneous
                double factor = 1 + (step * stream.NextGaussian());
                for (int i = 0; i < trial.Length; i++)
                {
                    trial[i] *= factor;
                }

                break;
            default:
                double damping = step / Math.Sqrt(trial.Length);
                for (int i = 0; i < trial.Length; i++)
                {
                    trial[i] += damping * instance.Scale(i) * stream.NextGaussian();
                }

                break;
        }
    }
}
