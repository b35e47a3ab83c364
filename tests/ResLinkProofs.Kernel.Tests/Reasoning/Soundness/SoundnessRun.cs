namespace ResLinkProofs.Kernel.Tests.Reasoning.Soundness;

/// <summary>Random problems, each with random applications of steps, reproducible from seeds.</summary>
internal static class SoundnessRun
{
    private const int AttemptsPerProblem = 25;

    /// <summary>Applies at least a number of steps, or stops at a contradiction; the same ones whatever the number of threads.</summary>
    public static StepTally Of(
        long applications, int firstSeed = 0, Func<EdgeProblem, ReasoningSteps>? steps = null, bool stopsAtContradiction = false)
    {
        const int Batch = 16;
        var total = new StepTally();
        for (int seed = firstSeed; total.Applications < applications && !(stopsAtContradiction && total.Contradictions > 0); seed += Batch)
        {
            int start = seed;
            var tallies = new StepTally[Batch];
            Parallel.For(0, Batch, i => tallies[i] = OfProblem(start + i, steps));
            foreach (StepTally tally in tallies)
            {
                total.Add(tally);
            }
        }

        return total;
    }

    private static StepTally OfProblem(int seed, Func<EdgeProblem, ReasoningSteps>? steps)
    {
        var random = new Random(seed);
        var problem = EdgeProblem.Next(random);
        var tally = new StepTally();
        new StepTrial(problem, steps?.Invoke(problem) ?? new ReasoningSteps(problem.Problem), random, tally).Run(AttemptsPerProblem);
        return tally;
    }
}
