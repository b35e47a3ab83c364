using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Specs.Du2019.Experiments.Runs;
using ResLinkProofs.Specs.LiYuan2017.Experiments.Runs;
using ResLinkProofs.Specs.PReluReport.Experiments.Runs;

namespace ResLinkProofs.Specs.Tests.Experiments;

/// <summary>Findings fail where the effect is absent, and comparisons stay open where the runs scatter.</summary>
public class FindingTests
{
    [Fact]
    public void Without_steps_nothing_is_found()
    {
        var findings = Run(new GlobalMinimum(new(8, 40, 20, 10, 0, 2, 2, 1, 1, 1, 12)));
        Assert.Equal(Outcome.Fails, findings["reslink-finds-the-teacher"]);
        Assert.Equal(Outcome.Fails, findings["vanilla-is-stuck"]);
    }

    [Fact]
    public void Steps_that_leave_the_network_where_it_is_change_no_sign() =>
        Assert.Equal(Outcome.Fails, Run(new Dynamics(new(16, 8, 1e-12, 1, [(0.02, 5, 1)], 0, 1)))["sign-change-from-small-potential"]);

    [Fact]
    public void Without_steps_the_thesis_finds_nothing()
    {
        Assert.DoesNotContain(Outcome.Holds, Run(new Octopus(new([1.5, 2], 5, 2, 0, 2000))).Values);
        Assert.DoesNotContain(Outcome.Holds, Run(new SpuriousMinimum(new(50, 0, 10))).Values);
        Assert.DoesNotContain(Outcome.Holds, Run(new TwoPhases(new(20, 25, 3, 0, 1e-12, 100))).Values);
        Assert.DoesNotContain(Outcome.Holds, Run(new FilterAngles(new(100, 50, 0))).Values);
        Assert.DoesNotContain(Outcome.Holds, Run(new Width(new(10, 10, [5, 20], 3, 20, 0))).Values);
        Assert.DoesNotContain(Outcome.Holds, Run(new Balance(new(2, 100, 0))).Values);
        Assert.DoesNotContain(Outcome.Holds, Run(new DeepDescent(new(10, 3, 10, 5, 0))).Values);
    }

    [Fact]
    public void Narrow_networks_are_no_wide_ones()
    {
        // Width 3: the errors are too large, and the means far from their limits.
        Dictionary<string, Outcome> narrow = Run(new WideGram(new(3, 4)));
        Assert.DoesNotContain(Outcome.Holds, narrow.Where(f => f.Key.EndsWith("gram-matrices", StringComparison.Ordinal)).Select(f => f.Value));
    }

    [Fact]
    public void An_event_that_its_control_shares_is_not_found_and_a_handful_of_draws_decides_nothing()
    {
        Recording Table(int occurred, int inControl)
        {
            var table = new Recording("random-starts", "event", "control", "draws", "occurred");
            table.Add(0, 0, 1000, occurred);
            table.Add(0, 1, 1000, inControl);
            return table;
        }

        Assert.Equal(Outcome.Holds, RandomStarts.Findings(Table(1000, 100)).Single().Outcome);
        Assert.Equal(Outcome.Fails, RandomStarts.Findings(Table(1000, 950)).Single().Outcome);
        Assert.Equal(Outcome.Fails, RandomStarts.Findings(Table(800, 100)).Single().Outcome);
        Assert.Equal(Outcome.Undecided, RandomStarts.Findings(Table(900, 100)).Single().Outcome);
        Assert.Equal(Outcome.Undecided, Run(new RandomStarts(new(5), ["neurons-near-a-hyperplane"]))["neurons-near-a-hyperplane"]);
    }

    [Fact]
    public void Starts_that_do_not_differ_and_epochs_that_do_nothing_order_no_filters()
    {
        Assert.DoesNotContain(Outcome.Holds, FilterImages.Findings(Curves((_, _, run) => 1e-3 * (1 + run))).Select(f => f.Outcome));
        Assert.DoesNotContain(Outcome.Holds, FilterImages.Findings(Curves((start, epoch, run) => epoch == 0 ? start : 1 / start)).Select(f => f.Outcome));
        Assert.All(FilterImages.Findings(Curves((start, epoch, run) => epoch == 0 ? start : start * start * start * (1 + (0.01 * run * start)))), f => Assert.Equal(Outcome.Holds, f.Outcome));

        static Recording Curves(Func<double, int, int, double> loss)
        {
            var table = new Recording("filter-images", "filter", "start", "run", "epoch", "relative loss");
            foreach (int filter in new[] { FilterImages.Random, FilterImages.Gabor })
            {
                foreach (double start in FilterImages.Starts)
                {
                    for (int run = 0; run < 5; run++)
                    {
                        table.Add(filter, start, run, 0, loss(start, 0, run));
                        table.Add(filter, start, run, 1, loss(start, 1, run));
                    }
                }
            }

            return table;
        }
    }

    [Fact]
    public void Without_noise_perturbed_descent_would_be_descent()
    {
        // The start is so close to the axes that only noise can be faster; the walk itself knows none.
        var walk = new OctopusWalk(2, 0.125, [1, 1e-200]);
        int steps = 0;
        while (walk.Escaped < 2 && steps < 100_000)
        {
            walk.Step();
            steps++;
        }

        Assert.InRange(steps, 2000, 100_000);
        Assert.False(walk.HasLeft);
    }

    [Fact]
    public void Runs_of_the_same_seed_are_compared_in_pairs()
    {
        // What the seed does to both is far larger than the difference, which is in every pair the same up to a little.
        double[] low = [1.0, 5.1, 2.9, 8.0], high = [1.5, 5.65, 3.4, 8.45], other = [2.0, 4.9, 3.6, 7.2];
        Assert.Equal(Outcome.Holds, PairedDifference.Of(low, high).IsNegative);
        Assert.Equal(Outcome.Fails, PairedDifference.Of(high, low).IsNegative);
        Assert.Equal(Outcome.Undecided, PairedDifference.Of(low, other).IsNegative);
        Assert.Equal(Outcome.Undecided, PairedDifference.Of([1], [2]).IsNegative);
        Assert.Throws<ArgumentException>(() => PairedDifference.Of(low, [1]));

        // The half-width against a t table: t(0.995, 3) = 5.8409, differences -0.5, -0.55, -0.5, -0.45 of standard deviation 0.05 sqrt(2/3).
        Assert.Equal(5.8409 * 0.05 * Math.Sqrt(2.0 / 3) / 2, PairedDifference.Of(low, high).HalfWidth, 1e-4);
    }

    [Fact]
    public void As_good_as_means_within_the_tolerance_on_both_sides()
    {
        double[] first = [1.0, 5.1, 2.9, 8.0], near = [1.01, 5.09, 2.91, 7.99], better = [0.5, 4.6, 2.4, 7.5];
        Assert.Equal(Outcome.Holds, PairedDifference.Of(first, near).IsWithin(0.1));
        Assert.Equal(Outcome.Fails, PairedDifference.Of(first, better).IsWithin(0.1));
        Assert.Equal(Outcome.Fails, PairedDifference.Of(better, first).IsWithin(0.1));
        Assert.Equal(Outcome.Undecided, PairedDifference.Of(first, near).IsWithin(0.001));
        Assert.Equal(Outcome.Undecided, PairedDifference.Of([1], [1]).IsWithin(0.1));
    }

    [Fact]
    public void Without_steps_stage_four_finds_nothing_and_a_short_run_decides_nothing_against_a_zero()
    {
        PReluGlobalMinimumSizes size = new(4, 20, 8, [5, 10], 0, 0.25, 0.1, 10, 2);
        Assert.DoesNotContain(Outcome.Holds, Run(new PReluGlobalMinimum(size)).Values);
        Dictionary<string, Outcome> slow = Run(new PReluGlobalMinimum(size with { StepSize = 1e-6 }));
        Assert.Equal(Outcome.Undecided, slow["zero-of-the-loss-no-identity-bounded"]);
        Assert.Equal(Outcome.Undecided, slow["stalled-runs-no-identity-bounded"]);
        Assert.Equal(Outcome.Fails, slow["converges-with-both"]);
        Dictionary<string, Outcome> still = Run(new PReluGlobalMinimum(size with { Epochs = 1000, Repetitions = 1 }));
        Assert.DoesNotContain(Outcome.Holds, still.Values);
        Assert.Equal(Outcome.Fails, still["lost-no-identity-bounded"]);
    }

    [Fact]
    public void Zero_is_as_good_as_random_and_needs_the_identity_only_where_something_is_learnt()
    {
        // Errors by variant: ReLU, PReLU, with identity, from zero without and with identity; and identity from zero, at random, none from zero, at random.
        double[] learnt = [0.21, 0.2, 0.2, 0.9, 0.2], linear = [0.2, 0.2, 0.9, 0.2], guessing = [.. Enumerable.Repeat(0.9, 5)];
        var size = PReluImagesSizes.Full;
        var deep = ZeroInitialisationSizes.At(ExperimentScale.Full);
        foreach (string name in new[] { "zero-as-good-as-random", "zero-needs-identity" })
        {
            Assert.Equal(Outcome.Holds, PReluImagesFindings.Of(Ends(learnt), size, 10).Single(f => f.Name == name).Outcome);
            Assert.Equal(Outcome.Fails, PReluImagesFindings.Of(Ends(guessing), size, 10).Single(f => f.Name == name).Outcome);
            Assert.Equal(Outcome.Holds, ZeroInitialisation.Findings(Ends(linear), deep, 10).Single(f => f.Name == name).Outcome);
            Assert.Equal(Outcome.Fails, ZeroInitialisation.Findings(Ends(guessing[1..]), deep, 10).Single(f => f.Name == name).Outcome);
        }

        static TrainingRuns Ends(double[] errors)
        {
            var table = new Recording("curves", "variant", "repetition", "epoch", "loss", "test error");
            for (int variant = 0; variant < errors.Length; variant++)
            {
                for (int repetition = 0; repetition < 5; repetition++)
                {
                    table.Add(variant, repetition, 3, 1, errors[variant] + (repetition * 1e-5));
                }
            }

            return new TrainingRuns(table);
        }
    }

    [Fact]
    public void A_permutation_of_the_neurons_is_no_distance()
    {
        DenseMatrix teacher = DenseMatrix.FromRows(3, 3, [0.1, 0.2, 0.3, -0.4, 0.5, 0.6, 0.7, 0.8, 0.9]);
        DenseMatrix turned = DenseMatrix.FromRows(3, 3, [0.3, 0.1, 0.2, 0.6, -0.4, 0.5, 0.9, 0.7, 0.8]);
        Assert.Equal(0, PermutedDistance.Of(turned, teacher, identityLink: false), 1e-15);
        Assert.True(PermutedDistance.Of(turned, teacher, identityLink: true) > 0.1);
        DenseMatrix identity = DenseMatrix.Identity(3), turnedIdentity = DenseMatrix.FromRows(3, 3, [0, 1, 0, 0, 0, 1, 1, 0, 0]);
        Assert.Equal(0, PermutedDistance.Of(turned.Add(turnedIdentity).Subtract(identity), teacher, identityLink: true), 1e-15);
        Assert.Equal(0.25, PermutedDistance.Of(teacher.Add(identity.Scale(0.25)), teacher, identityLink: true), 1e-12);
    }

    [Fact]
    public void An_end_is_told_by_both_distances_and_the_last_losses()
    {
        double[] epochs = [.. Enumerable.Range(0, 20)];
        double[] falling = [.. Enumerable.Range(0, 20).Select(i => Math.Pow(2, -i))], flat = [1, .. Enumerable.Repeat(0.3, 19)];
        Assert.Equal(TrainingEnd.Teacher, TrainingEnds.Of(epochs, falling, 1e-9, 1e-9));
        Assert.Equal(TrainingEnd.Equivalent, TrainingEnds.Of(epochs, falling, 2, 1e-9));
        Assert.Equal(TrainingEnd.Unfinished, TrainingEnds.Of(epochs, falling, 2, 0.5));
        Assert.Equal(TrainingEnd.Stalled, TrainingEnds.Of(epochs, flat, 2, 0.5));
        Assert.Equal(TrainingEnd.Unfinished, TrainingEnds.Of(epochs, [.. Enumerable.Repeat(0.3, 20)], 2, 0.5));
        Assert.Equal(TrainingEnd.Diverged, TrainingEnds.Of([0, 1, 2], [1, 2, double.NaN], double.NaN, double.NaN));
        Assert.Equal(TrainingEnd.Unfinished, TrainingEnds.Of([0, 1], [1, 1], 2, 0.5));
    }

    private static Dictionary<string, Outcome> Run(IExperiment experiment) =>
        experiment.Run(new() { OutputDirectory = null, Threads = 1 }).Findings.ToDictionary(f => f.Name, f => f.Outcome);
}
