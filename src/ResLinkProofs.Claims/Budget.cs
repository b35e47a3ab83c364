using ResLinkProofs.Descent.Experiments;

namespace ResLinkProofs.Claims;

/// <summary>
/// How much work may be spent on one claim. Work is counted, never timed, so that a verdict does not depend on the machine.
/// </summary>
public sealed record Budget
{
    /// <summary>Enough to see obvious violations; seconds for the whole catalogue.</summary>
    public static Budget Small { get; } = new()
    {
        Name = "small",
        SamplesPerSize = 60,
        AttackSteps = 300,
        MonteCarloSamples = 100_000,
        Boxes = 100_000,
        TrajectorySteps = 60_000,
        EnsembleSteps = 2_000_000,
        SolverPoints = 10,
        SolverBoxes = 0,
        SolverText = 200_000,
        SolverWork = 2_000_000,
    };

    /// <summary>What the recorded verdicts are made with.</summary>
    public static Budget Default { get; } = new()
    {
        Name = "default",
        SamplesPerSize = 300,
        AttackSteps = 3_000,
        MonteCarloSamples = 1_000_000,
        Boxes = 500_000,
        TrajectorySteps = 600_000,
        EnsembleSteps = 40_000_000,
        SolverPoints = 200,
        SolverBoxes = 2,
        SolverText = 4_000_000,
        SolverWork = 4_000_000,
    };

    /// <summary>Ten times the default.</summary>
    public static Budget Large { get; } = new()
    {
        Name = "large",
        SamplesPerSize = 3_000,
        AttackSteps = 30_000,
        MonteCarloSamples = 10_000_000,
        Boxes = 10_000_000,
        TrajectorySteps = 12_000_000,
        EnsembleSteps = 400_000_000,
        SolverPoints = 1_000,
        SolverBoxes = 10,
        SolverText = 40_000_000,
        SolverWork = 20_000_000,
        Experiments = ExperimentScale.Reduced,
    };

    /// <summary>The named budgets, smallest first.</summary>
    public static IReadOnlyList<Budget> All { get; } = [Small, Default, Large];

    /// <summary>The name on the command line.</summary>
    public required string Name { get; init; }

    /// <summary>Generated points per size (dimension, horizon, ...) of a claim.</summary>
    public required int SamplesPerSize { get; init; }

    /// <summary>Steps of local search per size of a claim.</summary>
    public required int AttackSteps { get; init; }

    /// <summary>Independent samples for one expectation.</summary>
    public required int MonteCarloSamples { get; init; }

    /// <summary>Boxes that the prover may examine.</summary>
    public required int Boxes { get; init; }

    /// <summary>
    /// Steps of descents for one trajectory claim, and as many again on whole matrices; counted as
    /// steps of two numbers, of which a step of a d x d matrix takes max(10, d^2/20).
    /// </summary>
    public long TrajectorySteps { get; init; } = 600_000;

    /// <summary>Steps of a single number for the runs behind one claim about expectations.</summary>
    public long EnsembleSteps { get; init; } = 40_000_000;

    /// <summary>
    /// Points at which an SMT solver is asked about a claim, in all sizes together (for networks: in the two largest); 0 to ask none.
    /// </summary>
    public int SolverPoints { get; init; }

    /// <summary>Points, per size of a claim, around which boxes are grown with an SMT solver.</summary>
    public int SolverBoxes { get; init; }

    /// <summary>Characters of all questions to an SMT solver about points and boxes of one claim.</summary>
    public long SolverText { get; init; } = 100_000;

    /// <summary>Work of one query in the solver's own units (Z3: <c>rlimit</c>).</summary>
    public long SolverWork { get; init; } = 1_000_000;

    /// <summary>The sizes at which experiments are run.</summary>
    public ExperimentScale Experiments { get; init; } = ExperimentScale.Check;

    /// <summary>For a share of a search: which of a claim's sizes it looks at, counted round and round; null for all of them.</summary>
    public ulong? OnlySize { get; init; }

    /// <summary>A share of this budget: one of the sizes of a claim, and of all work one part of several, at least 1.</summary>
    /// <param name="parts">By how much the work is divided; at least 1.</param>
    /// <param name="size">Which of the sizes, counted round and round.</param>
    public Budget Share(int parts, ulong size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        return this with
        {
            Name = $"{Name}/{parts}",
            SamplesPerSize = Part(SamplesPerSize),
            AttackSteps = Part(AttackSteps),
            MonteCarloSamples = Part(MonteCarloSamples),
            Boxes = Part(Boxes),
            TrajectorySteps = Math.Max(1, TrajectorySteps / parts),
            EnsembleSteps = Math.Max(1, EnsembleSteps / parts),
            OnlySize = size,
        };

        int Part(int amount) => Math.Max(1, amount / parts);
    }

    /// <summary>The sizes (dimensions, horizons, ...) of a claim that this budget looks at, in their order.</summary>
    /// <param name="sizes">All sizes of the claim; at least one.</param>
    public IReadOnlyList<int> SizesOf(IReadOnlyList<int> sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        return OnlySize is { } only ? [sizes[(int)(only % (ulong)sizes.Count)]] : sizes;
    }
}
