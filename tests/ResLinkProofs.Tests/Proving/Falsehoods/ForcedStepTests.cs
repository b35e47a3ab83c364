using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tests.Reasoning.Soundness;
using Xunit.Abstractions;

namespace ResLinkProofs.Tests.Proving.Falsehoods;

/// <summary>
/// Every step of a proof applied by force, in random order with random parameters, to the false statements: none loses a witness.
/// </summary>
public sealed class ForcedStepTests(ITestOutputHelper output)
{
    private const int AttemptsPerFalsehood = 70;

    [Fact]
    public void No_sequence_of_steps_excludes_a_witness()
    {
        StepTally tally = Run([.. Falsehood.WithWitness], problem => new ReasoningSteps(problem.Problem));
        output.WriteLine(tally.ToString());
        Assert.True(tally.Contradictions == 0, tally.ToString());
        Assert.All(StepTally.Kinds, kind => Assert.True(tally.Fired(kind) >= 3, $"{kind} concluded something {tally.Fired(kind)} times"));
        Assert.True(tally.Satisfying(StepKind.Contract) > 1_000 && tally.Satisfying(StepKind.Fix) > 1_000, tally.ToString());
    }

    [Fact]
    public void A_gradient_of_one_branch_is_noticed()
    {
        StepTally tally = Run(
            [.. Falsehood.WithWitness.Where(f => f.Kind == "kinks")],
            problem => new BrokenSteps.GradientOfOneBranch(problem.Problem));
        output.WriteLine($"{tally.Wrong(StepKind.Curvature)} wrong of {tally.Fired(StepKind.Curvature)}");
        Assert.True(tally.Wrong(StepKind.Curvature) > 0);
    }

    private static StepTally Run(Falsehood[] falsehoods, Func<EdgeProblem, ReasoningSteps> steps)
    {
        var tallies = new StepTally[falsehoods.Length];
        Parallel.For(0, falsehoods.Length, i => tallies[i] = Walk(falsehoods[i], i, steps));
        var total = new StepTally();
        foreach (StepTally tally in tallies)
        {
            total.Add(tally);
        }

        return total;
    }

    private static StepTally Walk(Falsehood falsehood, int seed, Func<EdgeProblem, ReasoningSteps> steps)
    {
        Rational[] witness = falsehood.Witness!;
        Statement statement = falsehood.Statement;
        Rational[][] marks = [.. statement.Variables.Select((v, i) => new[] { witness[i], v.Lower ?? 0, v.Upper ?? 0 })];
        var problem = new EdgeProblem(statement, marks);
        var tally = new StepTally();
        new StepTrial(problem, steps(problem), new System.Random(seed), tally, [witness]).Run(AttemptsPerFalsehood);
        return tally;
    }
}
