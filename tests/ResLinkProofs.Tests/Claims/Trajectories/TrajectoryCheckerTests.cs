using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking.Trajectories;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Networks.Observables.GradientObservables;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Tests.Claims.Trajectories;

public sealed class TrajectoryCheckerTests
{
    private static readonly Budget Little = Budget.Small with { TrajectorySteps = 40_000 };

    [Theory]
    [InlineData(2)]
    [InlineData(12)]
    public void A_rate_that_holds_is_supported_and_a_larger_one_is_refuted(int d)
    {
        // As W, W* go to 0 the distance shrinks at a rate of at least 2 (1/2 - 1/pi) = .363 for g = 0.
        Evidence holds = Check(Shrinks(Descents(d), new Rational(3, 10)));
        Assert.Equal(Finding.Support, holds.Finding);
        Assert.InRange(holds.WorstMargin!.Value, 0, 0.2);
        Evidence fails = Check(Shrinks(Descents(d), 50));
        Assert.Equal(Finding.Refutation, fails.Finding);
        Assert.IsType<ConfirmedRun>(fails.Refutation);
        Assert.StartsWith($"d = {d}, W", fails.Witness, StringComparison.Ordinal);
    }

    [Fact]
    public void A_violation_at_the_last_of_many_steps_is_refuted_there()
    {
        // From |W*| = 1/500 at d = 100, g needs thousands of steps to fall below 1/50.
        DescentFamily family = Descents(100) with { Steps = _ => 1000 };
        Evidence evidence = Check(TrajectoryProposition.LastStep(family, t => t.Now[Potential] <= Term.Ratio(1, 50)));
        Assert.Equal(Finding.Refutation, evidence.Finding);
        Assert.EndsWith("step 1000", evidence.Witness, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hypothesis_on_the_start_counts()
    {
        TrajectoryProposition Bounded(Func<PointSymbols, Formula>? hypothesis) =>
            TrajectoryProposition.EveryStep(Descents(5), t => t.Now[Potential] <= Term.Ratio(1, 1000), hypothesis);
        Assert.Equal(Finding.Refutation, Check(Bounded(null)).Finding);
        Assert.Equal(Finding.Support, Check(Bounded(start => start[Potential] <= 0)).Finding);
        Assert.Equal(Finding.Nothing, Check(Bounded(start => start[Potential] >= 1)).Finding);
    }

    [Fact]
    public void Where_no_start_is_a_recurrence_a_violation_is_a_suspicion()
    {
        // |N|_F^2 has no closed form on pairs of equal neurons: d = 12 is seen in floating point only.
        var proposition = TrajectoryProposition.EveryStep(Descents(12), t => t.Now[SquaredGradient] <= 0);
        Evidence evidence = Check(proposition);
        Assert.Equal(Finding.Suspicion, evidence.Finding);
        Assert.Equal(Verdict.Inconclusive, Judge.Decide(proposition, [evidence]));
    }

    [Fact]
    public void A_descent_that_diverges_supports_nothing()
    {
        Evidence evidence = Check(TrajectoryProposition.LastStep(
            Descents(12) with { StepSize = _ => 1000, Steps = _ => 200 }, t => t.Now[SquaredGradient] >= 0));
        Assert.Equal(Finding.Suspicion, evidence.Finding);
    }

    [Fact]
    public void A_gradient_times_pi_is_pi_times_as_fast()
    {
        Assert.Equal(Finding.Refutation, Check(Shrinks(Descents(3), 1)).Finding);
        Assert.Equal(Finding.Support, Check(Shrinks(Descents(3) with { GradientFactor = Term.Pi }, 1)).Finding);
    }

    [Fact]
    public void Noise_is_run_but_never_refutes()
    {
        // Noise of norm 1/1000 moves W away from a W* that is near; without it the distance shrinks.
        DescentFamily noisy = Descents(6) with { NoiseBound = new Rational(1, 100) };
        Assert.Equal(Finding.Suspicion, Check(Shrinks(noisy, new Rational(3, 10))).Finding);
    }

    [Fact]
    public void The_same_seed_gives_the_same_evidence()
    {
        TrajectoryProposition proposition = Shrinks(Descents(2, 12), new Rational(3, 10));
        Assert.Equal(Check(proposition).Summary, Check(proposition).Summary);
        Assert.NotEqual(Check(proposition).Summary, Check(proposition, seed: 2).Summary);
    }

    [Fact]
    public void Another_activation_is_run_with_its_own_gradient()
    {
        // Linear networks: grad L = 2 D u u^T does not see a displacement with D u = 0, so that no rate holds; ReLU has one.
        NetworkDomain linear = Descents(6).Starts with { NegativeSlope = 1 };
        Assert.Equal(Finding.Refutation, Check(Shrinks(Descents(6) with { Starts = linear }, new Rational(3, 10))).Finding);
        Assert.Equal(Finding.Support, Check(Shrinks(Descents(6), new Rational(3, 10))).Finding);
    }

    [Fact]
    public void Starts_need_a_bound() => Assert.Throws<ArgumentException>(() =>
        TrajectoryProposition.EveryStep(Descents(2) with { Starts = new NetworkDomain() }, _ => Formula.True));

    private static Evidence Check(TrajectoryProposition proposition, ulong seed = 1) =>
        Assert.Single(new TrajectoryChecker().Check(KnownClaims.Of("Trajectory", proposition), Little, seed));

    private static TrajectoryProposition Shrinks(DescentFamily family, Rational rate) => TrajectoryProposition.EveryStep(
        family, t => t.Before[SquaredDistance] - t.Now[SquaredDistance] >= rate * t.StepSize * t.Before[SquaredDistance]);

    private static DescentFamily Descents(params int[] dimensions) => new()
    {
        Starts = new NetworkDomain { Radius = new Rational(1, 500), Dimensions = dimensions },
        StepSize = d => Term.Ratio(1, 36L * d * d),
        Steps = _ => 60,
    };
}
