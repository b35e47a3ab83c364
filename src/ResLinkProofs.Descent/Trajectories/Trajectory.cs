using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Descent.Trajectories;

/// <summary>Looks at a trajectory at step 0 and after every <paramref name="Stride"/> steps.</summary>
/// <param name="Stride">At least 1.</param>
/// <param name="Look">Receives the point; it sees W as it is after that many steps.</param>
public sealed record Observer(long Stride, Action<TrajectoryPoint> Look);

/// <summary>Ends a trajectory early.</summary>
/// <param name="Stride">How often the condition is evaluated, in steps; at least 1.</param>
/// <param name="Holds">The condition.</param>
public sealed record StopRule(long Stride, Func<TrajectoryPoint, bool> Holds)
{
    /// <summary>Stops once |W* - W|_F is at most <paramref name="distance"/>.</summary>
    /// <param name="distance">At least 0.</param>
    /// <param name="stride">How often to look, in steps.</param>
    public static StopRule DistanceAtMost(double distance, long stride) => new(stride, point => point.Distance <= distance);

    /// <summary>Stops once the weights are no longer finite.</summary>
    /// <param name="stride">How often to look, in steps.</param>
    public static StopRule Diverged(long stride) => new(stride, point => !double.IsFinite(point.Distance));
}

/// <summary>Runs a descent and shows it to observers. Between looks it does nothing but step.</summary>
public static class Trajectory
{
    /// <summary>Takes steps until the descent has taken <paramref name="steps"/> in all or a rule stops it.</summary>
    /// <param name="descent">Continues from where it stands; step 0 is observed only if it stands there.</param>
    /// <param name="teacher">W*, d x d.</param>
    /// <param name="schedule">eta_t.</param>
    /// <param name="steps">The step number to end at.</param>
    /// <param name="observers">Who looks, and how often.</param>
    /// <param name="stopRules">When to end early.</param>
    /// <param name="threads">Threads of the closed forms that observers ask for.</param>
    /// <param name="afterStep">Called after every step, for progress and checkpoints; may be null.</param>
    /// <returns>The steps taken in all.</returns>
    public static long Run(
        IDescent descent,
        DenseMatrix teacher,
        StepSchedule schedule,
        long steps,
        IReadOnlyList<Observer> observers,
        IReadOnlyList<StopRule>? stopRules = null,
        int threads = 1,
        Action<IDescent>? afterStep = null)
    {
        ArgumentNullException.ThrowIfNull(descent);
        ArgumentNullException.ThrowIfNull(teacher);
        ArgumentNullException.ThrowIfNull(schedule);
        ArgumentNullException.ThrowIfNull(observers);
        foreach (var stride in observers.Select(o => o.Stride).Concat(stopRules?.Select(r => r.Stride) ?? []))
            ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1, nameof(observers));
        var (looks, rules) = (observers.ToArray(), stopRules?.ToArray() ?? []);
        var frame = new TrajectoryFrame(teacher, threads);
        var weights = new double[teacher.Rows * teacher.Columns];
        if (descent.Step == 0 && Look(double.NaN))
            return 0;
        while (descent.Step < steps)
        {
            var loss = descent.Advance(schedule.At(descent.Step));
            var stop = Look(loss);
            afterStep?.Invoke(descent);
            if (stop)
                break;
        }

        return descent.Step;

        bool Look(double loss)
        {
            TrajectoryPoint? point = null;
            foreach (var observer in looks)
            {
                if (descent.Step % observer.Stride == 0)
                    observer.Look(point ??= Point(loss));
            }

            foreach (var rule in rules)
            {
                if (descent.Step % rule.Stride == 0 && rule.Holds(point ??= Point(loss)))
                    return true;
            }

            return false;
        }

        TrajectoryPoint Point(double loss)
        {
            descent.CopyWeights(weights);
            return new TrajectoryPoint(descent.Step, loss, DenseMatrix.FromRows(teacher.Rows, teacher.Columns, weights), frame);
        }
    }
}
