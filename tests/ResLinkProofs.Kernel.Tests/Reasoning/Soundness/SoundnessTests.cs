using ResLinkProofs.Kernel.Reasoning;
using Xunit.Abstractions;

namespace ResLinkProofs.Kernel.Tests.Reasoning.Soundness;

/// <summary>
/// Every kind of step on random problems whose kinks, ties and ends of domains lie at the ends and centres of their boxes: whatever a step
/// concludes, exact points near corners and ties do not contradict it. The run of a million is the benchmark "soundness".
/// </summary>
public sealed class SoundnessTests(ITestOutputHelper output)
{
    private const int Applications = 40_000;

    private static readonly Dictionary<string, (StepKind Kind, Func<EmptinessProblem, ReasoningSteps> Steps)> Controls = new()
    {
        ["gradient of one branch at a kink"] = (StepKind.Curvature, p => new BrokenSteps.GradientOfOneBranch(p)),
        ["slopes of one branch"] = (StepKind.MeanValues, p => new BrokenSteps.SlopesOfOneBranch(p)),
        ["corners of the wrong side"] = (StepKind.Corners, p => new BrokenSteps.CornersOfTheWrongSide(p)),
        ["slopes over one half"] = (StepKind.Slopes, p => new BrokenSteps.SlopesOfOneHalf(p)),
        ["direction at the centre"] = (StepKind.Fix, p => new BrokenSteps.DirectionAtTheCentre(p)),
        ["wrong side at zero"] = (StepKind.Values, p => new BrokenSteps.WrongSideAtZero(p)),
        ["satisfied at zero"] = (StepKind.Satisfied, p => new BrokenSteps.SatisfiedAtZero(p)),
        ["inward rounding"] = (StepKind.Contract, p => new BrokenSteps.InwardRounding(p, bySlopes: false)),
        ["inward rounding by slopes"] = (StepKind.ContractBySlopes, p => new BrokenSteps.InwardRounding(p, bySlopes: true)),
        ["a point taken for nothing"] = (StepKind.Exhausted, p => new BrokenSteps.PointTakenForNothing(p, bySlopes: false)),
        ["a point taken for nothing by slopes"] =
            (StepKind.ExhaustedBySlopes, p => new BrokenSteps.PointTakenForNothing(p, bySlopes: true)),
        ["kinks are flat"] = (StepKind.Hessian, p => new BrokenSteps.KinksAreFlat(p)),
    };

    // So that the absence of contradictions means something.
    private static readonly Dictionary<StepKind, int> LeastConclusions = new()
    {
        [StepKind.Resolution] = 2_000,
        [StepKind.Values] = 200,
        [StepKind.Satisfied] = 150,
        [StepKind.MeanValues] = 400,
        [StepKind.Corners] = 200,
        [StepKind.Contract] = 150,
        [StepKind.Exhausted] = 400,
        [StepKind.ContractBySlopes] = 150,
        [StepKind.ExhaustedBySlopes] = 5,
        [StepKind.Fix] = 1_000,
        [StepKind.Curvature] = 200,
        [StepKind.Slopes] = 150,
        [StepKind.Hessian] = 300,
    };

    public static TheoryData<string> Mistakes => [.. Controls.Keys];

    [Fact]
    public void No_step_excludes_a_point_that_satisfies_the_formula()
    {
        StepTally tally = SoundnessRun.Of(Applications);
        output.WriteLine(tally.ToString());
        Assert.True(tally.Contradictions == 0, tally.ToString());
        Assert.True(tally.Applications >= Applications);
        Assert.All(StepTally.Kinds, kind => Assert.True(tally.Fired(kind) >= LeastConclusions[kind], $"{kind}: {tally.Fired(kind)}"));
        Assert.All(
            [(StepKind.Contract, 500), (StepKind.ContractBySlopes, 500), (StepKind.Fix, 5_000)],
            ((StepKind Kind, int Least) pair) => Assert.True(tally.Satisfying(pair.Kind) >= pair.Least, $"{pair.Kind}: {tally.Satisfying(pair.Kind)}"));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_step_with_a_mistake_is_noticed(string mistake)
    {
        (StepKind kind, Func<EmptinessProblem, ReasoningSteps> steps) = Controls[mistake];
        StepTally tally = SoundnessRun.Of(Applications, steps: p => steps(p.Problem), stopsAtContradiction: true);
        output.WriteLine($"{tally.Wrong(kind)} wrong of {tally.Fired(kind)}");
        Assert.True(tally.Wrong(kind) > 0, tally.ToString());
        Assert.Equal(tally.Contradictions, tally.Wrong(kind));
    }
}
