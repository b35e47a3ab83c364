using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Claims.Checking.Trajectories;

/// <summary>
/// Runs descents and checks a trajectory claim along them, smallest dimension first. Where the start makes the descent a recurrence
/// in a few numbers (pairs of equal neurons in every dimension, all pairs in small ones) a violation is confirmed by the kernel,
/// step by step in enclosures; whole matrices in large dimensions can support a claim or raise a suspicion, and never refute.
/// </summary>
public sealed class TrajectoryChecker : IChecker
{
    private const string Engine = "trajectories";

    /// <inheritdoc/>
    public IEnumerable<Evidence> Check(Claim claim, Budget budget, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(budget);
        return claim.Proposition is TrajectoryProposition proposition ? [Check(proposition, budget, seed)] : [];
    }

    private static Evidence Check(TrajectoryProposition proposition, Budget budget, ulong seed)
    {
        var seen = new TrajectoryRecord();
        IReadOnlyList<int> dimensions = budget.SizesOf(proposition.Family.Starts.Dimensions);
        long share = budget.TrajectorySteps / dimensions.Count;
        foreach (int dimension in dimensions)
        {
            foreach (RecurrenceStarts starts in RecurrenceStarts.Of(proposition, dimension))
            {
                var search = new RecurrenceSearch(starts, seen, seed ^ (ulong)dimension);
                if (search.Run(share) is { } run)
                {
                    return Evidence.OfRefutation(Engine, run, RecurrenceSearch.Describe(starts, run)) with { Work = seen.Work };
                }
            }
        }

        foreach (int dimension in dimensions)
        {
            new MatrixRuns(proposition, dimension).Run(share, seed, seen);
        }

        return seen.Summarise(Engine);
    }
}
