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
        Assert.Equal(Outcome.Holds, findings["vanilla-is-stuck"]);
    }

    [Fact]
    public void Steps_that_leave_the_network_where_it_is_change_no_sign() =>
        Assert.Equal(Outcome.Fails, Run(new Dynamics(new(16, 8, 1e-12, 1, [(0.02, 5, 1)], 0, 1)))["sign-change-from-small-potential"]);

    [Fact]
    public void Intervals_that_meet_decide_nothing()
    {
        double[] low = [1.0, 1.1, 0.9, 1.0], high = [2.0, 2.1, 1.9, 2.0], wide = [0, 3, 1, 2.2];
        Assert.Equal(Outcome.Holds, Below(low, high));
        Assert.Equal(Outcome.Fails, Below(high, low));
        Assert.Equal(Outcome.Undecided, Below(low, wide));
        Assert.Equal(Outcome.Undecided, Below(wide, high));
        Assert.Equal(Outcome.Undecided, Below([1], high));

        // The half-width against a t table: t(0.995, 3) = 5.8409, standard deviation 0.1 sqrt(2/3).
        Assert.Equal(5.8409 * 0.1 * Math.Sqrt(2.0 / 3) / 2, ConfidenceInterval.Of(low).HalfWidth, 1e-4);

        static Outcome Below(double[] a, double[] b) => ConfidenceInterval.Of(a).IsBelow(ConfidenceInterval.Of(b));
    }

    private static Dictionary<string, Outcome> Run(IExperiment experiment) =>
        experiment.Run(new() { OutputDirectory = null, Threads = 1 }).Findings.ToDictionary(f => f.Name, f => f.Outcome);
}
