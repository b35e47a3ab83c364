using ResLinkProofs.Descent.Data;
using ResLinkProofs.Descent.Models;
using ResLinkProofs.Descent.Storage;

namespace ResLinkProofs.Descent.Experiments;

/// <summary>One network to train in a <see cref="ClassifierRuns"/>.</summary>
/// <param name="Variant">Index of the variant.</param>
/// <param name="Repetition">Index of the repetition.</param>
/// <param name="Epochs">Epochs to train.</param>
/// <param name="Create">Builds the network, capacity at least the batch size; a function of variant, repetition and seed.</param>
internal sealed record ClassifierRun(int Variant, int Repetition, int Epochs, Func<LayeredNetwork<float>> Create);

/// <summary>
/// Trains image classifiers one after the other, recording cross entropy and test error after every epoch, with checkpoints at any step.
/// </summary>
internal sealed class ClassifierRuns(LabelledImages training, LabelledImages test, int batch, ulong seed)
{
    /// <summary>Columns variant, repetition, epoch, loss (mean over the epoch), test error.</summary>
    public Recording Curves { get; } = new("curves", "variant", "repetition", "epoch", "loss", "test error");

    /// <summary>Runs what the session has not done yet.</summary>
    public void Run(IReadOnlyList<ClassifierRun> plan, RunSession session, StepSizes stepSizes)
    {
        var current = 0;
        if (session.Resumed is { } saved)
        {
            Curves.Restore(saved);
            current = (int)saved.Get<long>("run")[0];
        }

        var perEpoch = training.Count / batch;
        var total = plan.Sum(r => (double)r.Epochs) * perEpoch;
        for (var resumed = session.Resumed; current < plan.Count; current++, resumed = null)
        {
            var (index, run, before) = (current, plan[current], plan.Take(current).Sum(r => (double)r.Epochs) * perEpoch);
            var network = run.Create();
            var classifier = new ImageClassifier(network, training, batch, seed + (ulong)run.Repetition);
            double[] loss = [0];
            if (resumed is not null)
            {
                classifier.Restore(resumed);
                resumed.Get("epoch loss", loss.AsSpan());
            }

            while (classifier.Step < (long)run.Epochs * perEpoch)
            {
                loss[0] += classifier.Advance(stepSizes.At(classifier.Step / perEpoch, run.Epochs));
                if (classifier.Step % perEpoch == 0)
                {
                    Curves.Add(run.Variant, run.Repetition, classifier.Step / perEpoch, loss[0] / perEpoch, ImageClassifier.ErrorRate(network, test, batch));
                    loss[0] = 0;
                }

                session.Tick(before + classifier.Step, total, "steps", Save);
            }

            void Save(Checkpoint checkpoint)
            {
                classifier.Save(checkpoint);
                Curves.Save(checkpoint);
                checkpoint.Put<long>("run", [index]);
                checkpoint.Put<double>("epoch loss", loss);
            }
        }
    }

    /// <summary>Test error of a variant after its last epoch, mean over its repetitions, in [0, 1].</summary>
    public double FinalError(int variant)
    {
        var epochs = Curves.Column("epoch", "variant", variant);
        return epochs.Zip(Curves.Column("test error", "variant", variant)).Where(p => p.First == epochs.Max()).Average(p => p.Second);
    }

    /// <summary>A column by epoch, mean over repetitions.</summary>
    public (double[] Epochs, double[] Values) Mean(int variant, string column)
    {
        var groups = Curves.Column("epoch", "variant", variant).Zip(Curves.Column(column, "variant", variant))
            .GroupBy(p => p.First, p => p.Second).OrderBy(g => g.Key).ToList();
        return ([.. groups.Select(g => g.Key)], [.. groups.Select(g => g.Average())]);
    }
}

/// <summary>A step size that is divided by ten in the last third of the epochs, or not at all.</summary>
/// <param name="Initial">eta of the first epochs.</param>
/// <param name="Decay">Whether to divide.</param>
internal readonly record struct StepSizes(double Initial, bool Decay)
{
    public double At(long epoch, int epochs) => Decay && 3 * epoch >= 2L * epochs ? Initial / 10 : Initial;
}
