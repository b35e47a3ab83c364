using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;

namespace ResLinkProofs.Kernel.Tests.Reasoning;

/// <summary>Every reasoning step against exact points, on problems with kinks, ties and ends of domains where they hurt. <c>benchmarks soundness</c> goes on.</summary>
public sealed class TieTests
{
    private const int Problems = 2_500;

    [Fact]
    public void No_step_excludes_a_satisfying_point()
    {
        var trial = new TieTrial();
        for (int seed = 0; seed < Problems; seed++)
        {
            trial.Run(seed);
        }

        Assert.True(trial.Faults.Count == 0, string.Join("\n", trial.Faults));
        foreach ((string kind, long fired) in new[]
        {
            ("contract", 800L), ("contract-slopes", 200), ("curvature", 200), ("fix", 200), ("mean-values", 1000), ("corners", 1000), ("combination", 20), ("slopes", 400), ("values", 1000),
        })
        {
            Assert.True(trial.Counts[kind].Fired >= fired, $"{kind} fired {trial.Counts[kind].Fired} times only");
        }

        Assert.True(trial.Counts["contract"].Points > 5_000 && trial.Counts["fix"].Points > 500 && trial.Counts["slopes"].Points > 500, "too few points");
    }

    [Fact]
    public void What_a_guard_says_excludes_no_satisfying_point()
    {
        var trial = new TieTrial { Problems = TiedProblem.Guarded };
        for (int seed = 0; seed < Problems; seed++)
        {
            trial.Run(seed);
        }

        Assert.True(trial.Faults.Count == 0, string.Join("\n", trial.Faults));
        string counts = string.Join("; ", trial.Counts.Select(c => $"{c.Key}: {c.Value.Fired} of {c.Value.Applied}, {c.Value.Points} points"));
        foreach ((string kind, long fired) in new[] { ("contract", 500L), ("corners", 500), ("combination", 20), ("fix", 100), ("mean-values", 500), ("slopes", 100), ("values", 500) })
        {
            Assert.True(trial.Counts[kind].Fired >= fired, counts);
        }
    }

    [Fact]
    public void A_step_that_looks_at_the_midpoint_alone_is_found_out()
    {
        var trial = new TieTrial
        {
            Broken = reasoner =>
            {
                Rational[] middle = [.. reasoner.Box.ToArray().Select(b => Rational.FromDouble(b.Midpoint))];
                return new NodeTruth(reasoner.Problem).Of(middle, reasoner.Choices) == Truth.False;
            },
        };
        for (int seed = 0; seed < 300; seed++)
        {
            trial.Run(seed);
        }

        Assert.True(trial.Counts["broken"].Wrong > 50, $"found out {trial.Counts["broken"].Wrong} times");
        Assert.True(trial.Counts["values"].Wrong == 0 && trial.Faults.Count > 0);
    }
}
