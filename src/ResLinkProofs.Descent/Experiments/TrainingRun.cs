using ResLinkProofs.Descent.Storage;

namespace ResLinkProofs.Descent.Experiments;

/// <summary>One network to train.</summary>
/// <param name="Variant">Index of the variant.</param>
/// <param name="Repetition">Index of the repetition.</param>
/// <param name="Epochs">Epochs to train.</param>
/// <param name="StepsPerEpoch">Steps of an epoch, at least 1.</param>
/// <param name="Recorded">Whether a row is recorded after an epoch; the first and the last row always are.</param>
/// <param name="Create">Builds the network; a function of variant, repetition and seed.</param>
public sealed record PlannedRun(
    int Variant, int Repetition, int Epochs, int StepsPerEpoch, Func<long, bool> Recorded, Func<ITrainee> Create)
{
    /// <summary>A network whose every epoch is recorded.</summary>
    public PlannedRun(int variant, int repetition, int epochs, int stepsPerEpoch, Func<ITrainee> create)
        : this(variant, repetition, epochs, stepsPerEpoch, _ => true, create)
    {
    }

    /// <summary>Steps in all.</summary>
    public long Steps => (long)Epochs * StepsPerEpoch;
}

/// <summary>A planned run in progress: its network and the rows recorded so far.</summary>
internal sealed class TrainingRun
{
    private readonly PlannedRun plan;
    private readonly ITrainee trainee;
    private readonly StepSizes stepSizes;
    private readonly List<double> rows = [];
    private double epochLoss;

    /// <summary>Starts a run, or takes it back from what <see cref="Save"/> stored.</summary>
    public TrainingRun(PlannedRun plan, StepSizes stepSizes, Checkpoint? saved)
    {
        (this.plan, this.stepSizes, trainee) = (plan, stepSizes, plan.Create());
        if (saved is null)
        {
            Record(double.NaN);
            return;
        }

        trainee.Restore(saved);
        epochLoss = saved.Get<double>("epoch loss")[0];
        rows.AddRange(saved.Get<double>("rows"));
    }

    /// <summary>The recorded rows, one after the other: variant, repetition, epoch, mean loss of the epoch, measures.</summary>
    public IReadOnlyList<double> Rows => rows;

    /// <summary>Whether all epochs are done.</summary>
    public bool IsDone => trainee.Step >= plan.Steps;

    /// <summary>Takes steps until <paramref name="pause"/> says so after one of them, or all epochs are done.</summary>
    public void Advance(Func<bool> pause)
    {
        while (!IsDone)
        {
            epochLoss += trainee.Advance(stepSizes.At(trainee.Step / plan.StepsPerEpoch, plan.Epochs));
            if (trainee.Step % plan.StepsPerEpoch == 0)
            {
                if (IsDone || plan.Recorded(trainee.Step / plan.StepsPerEpoch))
                    Record(epochLoss / plan.StepsPerEpoch);
                epochLoss = 0;
            }

            if (pause())
                return;
        }
    }

    /// <summary>Steps taken so far.</summary>
    public long Step => trainee.Step;

    public void Save(Checkpoint checkpoint)
    {
        trainee.Save(checkpoint);
        checkpoint.Put<double>("epoch loss", [epochLoss]);
        checkpoint.Put<double>("rows", rows.ToArray());
    }

    private void Record(double loss) =>
        rows.AddRange([plan.Variant, plan.Repetition, trainee.Step / plan.StepsPerEpoch, loss, .. trainee.Measure()]);
}

/// <summary>A step size that is divided by ten in the last third of the epochs, or not at all.</summary>
/// <param name="Initial">eta of the first epochs.</param>
/// <param name="Decay">Whether to divide.</param>
public readonly record struct StepSizes(double Initial, bool Decay)
{
    /// <summary>eta of an epoch.</summary>
    /// <param name="epoch">The epoch, from 0.</param>
    /// <param name="epochs">The number of epochs.</param>
    public double At(long epoch, int epochs) => Decay && 3 * epoch >= 2L * epochs ? Initial / 10 : Initial;
}
