using ResLinkProofs.Descent.Experiments;

namespace ResLinkProofs.Specs.LiYuan2017.Experiments.Runs;

/// <summary>What the curves of <see cref="GlobalMinimum"/> decide.</summary>
internal static class GlobalMinimumFindings
{
    // Test losses of ResLink measured independently (NumPy, other random draws) at the source's sizes, by epoch.
    private static readonly (int Epoch, double Loss)[] Reference = [(0, 24.8), (1, 6.11), (5, 1.99), (10, 1.26), (20, 0.676), (30, 0.306), (50, 0.037), (80, 1.1e-3)];

    public static IReadOnlyList<ExperimentFinding> Of(TrainingRuns runs, GlobalMinimumSizes size)
    {
        List<ExperimentFinding> findings = [];
        var linkRatios = Ratios(runs, 0);
        findings.Add(new(
            "reslink-finds-the-teacher",
            $"With the identity link the distance to W* falls below 1 % of its start within {size.Epochs} epochs in all {size.Trials} trials.",
            linkRatios.All(r => r < 0.01),
            new Dictionary<string, double> { ["worst final / initial distance"] = linkRatios.Max(), ["worst final test loss"] = runs.Last(0, "test").Max() }));

        var vanillaRatios = Ratios(runs, 1);
        var vanillaTests = runs.Last(1, "test");
        var stuck = size.Dimension / 100.0;
        var trained = vanillaTests.Zip(runs.First(1, "test")).All(p => p.First < p.Second);
        findings.Add(new(
            "vanilla-is-stuck",
            FormattableString.Invariant($"Without the link SGD lowers the test loss, but the distance to I + W* stays above half of its start and the test loss above {stuck} after {size.VanillaEpochs} epochs in all {size.Trials} trials."),
            trained && vanillaRatios.All(r => r > 0.5) && vanillaTests.All(t => t > stuck),
            new Dictionary<string, double>
            {
                ["smallest final / initial distance"] = vanillaRatios.Min(),
                ["smallest final test loss"] = vanillaTests.Min(),
                ["largest final test loss"] = vanillaTests.Max(),
                ["first trial's final distance"] = runs.Last(1, "distance")[0],
            }));

        if (size.Dimension == 100 && size.Training == 100_000 && size.Batch == 200)
        {
            var losses = runs.Curves.Column("test", "variant", 0);
            var numbers = new Dictionary<string, double>();
            var worst = 1.0;
            foreach (var (epoch, loss) in Reference.Where(r => r.Epoch <= size.Epochs))
            {
                numbers[$"epoch {epoch}"] = losses[epoch];
                worst = Math.Max(worst, Math.Max(losses[epoch] / loss, loss / losses[epoch]));
            }

            numbers["worst ratio to the reference"] = worst;
            findings.Add(new("reslink-losses-by-epoch", "ResLink's test losses by epoch agree with an independent run on other random draws within a factor 1.5.", worst < 1.5, numbers));
        }

        if (size.BlockTrials > 0)
        {
            var (train, test) = (runs.Last(2, "loss").Average(), runs.Last(2, "test"));
            var start = runs.First(2, "test").Average();
            findings.Add(new(
                "three-block-overfits",
                "3-Block ends with a test loss above its training loss and does not reach zero.",
                test.Average() > train && test.Average() > 1e-3,
                new Dictionary<string, double> { ["initial test loss"] = start, ["final training loss"] = train, ["final test loss"] = test.Average() })
            {
                Caveat = "The source says neither how 3-Block's outputs become one number nor how its teacher's batch normalisation is fixed; here the outputs are summed and "
                    + "divided by the square root of their number, and the teacher uses averages. Losses of 3-Block are therefore on a scale of their own, not comparable with Vanilla's.",
            });
        }

        return findings;
    }

    private static double[] Ratios(TrainingRuns runs, int network) => [.. runs.Last(network, "distance").Zip(runs.First(network, "distance"), (last, first) => last / first)];
}
