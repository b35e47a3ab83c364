using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Reports;
using ResLinkProofs.Testing.Snapshots;
using Xunit.Abstractions;

namespace ResLinkProofs.Specs.Tests;

public class ClaimTests(ITestOutputHelper output)
{
    [PerClaim]
    public void Verdict_is_the_recorded_one(string id, string reading)
    {
        Claim claim = SpecCatalogue.Find(id, reading);
        ClaimResult result = SpecCatalogue.ResultOf(claim);
        foreach (Evidence evidence in result.Evidence)
        {
            output.WriteLine($"{evidence.Engine}: {evidence.Summary}");
        }

        Snapshot.Verify(VerdictSnapshot.Render(result), VerdictSnapshot.Name(claim));
    }

    /// <summary>The positive control of every claim that stands: what is nearly the same and false must be refuted.</summary>
    [PerClaim]
    public void Has_a_refuted_twin(string id, string reading)
    {
        Claim claim = SpecCatalogue.Find(id, reading);
        Verdict verdict = SpecCatalogue.ResultOf(claim).Verdict;
        if (verdict == Verdict.Refuted)
        {
            return; // it is its own positive control
        }

        if (claim.Proposition is ExperimentProposition && verdict == Verdict.Inconclusive)
        {
            return; // what an experiment cannot decide, it cannot decide the other way round
        }

        var verdicts = new List<Verdict>();
        foreach ((string change, Claim twin) in Mutations.Of(claim))
        {
            ClaimResult result = SpecCatalogue.Runner.Run(twin, Budget.Default, seed: 0);
            verdicts.Add(result.Verdict);
            output.WriteLine($"{change}: {verdicts[^1]}");
            if (verdicts[^1] == Verdict.Refuted || IsSuspected(twin, result))
            {
                return;
            }

            Assert.False(IsStatedSharp(claim), $"The constant is stated as the sharp one, but \"{change}\" is {verdicts[^1]}.");
        }

        Assert.Fail($"No twin is refuted: {string.Join(", ", verdicts)}.");
    }

    // A run that contradicts a claim is a suspicion, never a refutation.
    private static bool IsSuspected(Claim twin, ClaimResult result) =>
        twin.Proposition is ExperimentProposition && result.Evidence.Any(e => e.Finding == Finding.Suspicion);

    // The first mutation makes every constant one per cent tighter.
    private static bool IsStatedSharp(Claim claim) =>
        claim.Source.Label.StartsWith("Geometric bound", StringComparison.Ordinal) && !claim.Source.Label.EndsWith("reduced", StringComparison.Ordinal);

    [Fact]
    public void No_corrected_reading_is_refuted() => Assert.All(
        SpecCatalogue.Claims.Where(c => c.Reading == Reading.Corrected),
        c => Assert.NotEqual(Verdict.Refuted, SpecCatalogue.ResultOf(c).Verdict));

    [Fact]
    public void No_snapshot_is_an_orphan() => Snapshot.OfRepository().VerifyNoOrphans(SpecCatalogue.Claims.Select(VerdictSnapshot.Name));
}
