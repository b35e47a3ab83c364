using ResLinkProofs.Descent.Experiments;

namespace ResLinkProofs.Tests.Descent.Experiments;

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

    private static Dictionary<string, Outcome> Run(IExperiment experiment) =>
        experiment.Run(new() { OutputDirectory = null, Threads = 1 }).Findings.ToDictionary(f => f.Name, f => f.Outcome);
}
