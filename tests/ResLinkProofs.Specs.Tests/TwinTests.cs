using System.Collections.Concurrent;
using System.Text;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Checking.Gradients;
using ResLinkProofs.Claims.Checking.Trajectories;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Reports;
using ResLinkProofs.Testing.Snapshots;

namespace ResLinkProofs.Specs.Tests;

/// <summary>
/// The positive controls of all claims that stand: which of their twins the engines refute, recorded per document under <c>snapshots/twins</c>. A twin that
/// was refuted and no longer is shows an engine that has become blind; one that newly is, a claim that has become sharper.
/// </summary>
public class TwinTests
{
    private const ulong Seed = 0;

    private static readonly Budget Glance = new() { Name = "glance", SamplesPerSize = 60, AttackSteps = 600, MonteCarloSamples = 50_000, Boxes = 2_000, TrajectorySteps = 40_000, EnsembleSteps = 4_000_000 };

    public static TheoryData<string> Documents() => [.. SpecCatalogue.Claims.Select(c => c.Source.Document.Slug).Distinct()];

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_refuted_twins_are_the_recorded_ones(string document)
    {
        RecordedVerdicts recorded = RecordedVerdicts.Near(AppContext.BaseDirectory);
        Claim[] standing = [.. SpecCatalogue.Claims.Where(c => c.Source.Document.Slug == document && recorded.Of(c) is Verdict.Proved or Verdict.Derived or Verdict.Supported)];
        var outcomes = new ConcurrentDictionary<Claim, (string Change, Verdict Verdict)[]>(ReferenceEqualityComparer.Instance);
        Parallel.ForEach(standing, claim => outcomes[claim] = [.. Twins.Of(claim.Proposition).Select(t => (t.Change, VerdictOn(claim, t.Twin)))]);

        var text = new StringBuilder();
        foreach (Claim claim in standing)
        {
            text.Append($"{claim.Id} [{claim.ReadingText}]\n");
            foreach ((string change, Verdict verdict) in outcomes[claim])
            {
                text.Append($"  {(verdict == Verdict.Refuted ? "refuted" : "stands ")}  {change}\n");
            }
        }

        text.Append("\nwithout a refuted twin:\n");
        foreach (Claim claim in standing.Where(c => outcomes[c].All(o => o.Verdict != Verdict.Refuted)))
        {
            text.Append($"  {claim.Id} [{claim.ReadingText}]: {ReasonFor(claim.Proposition)}\n");
        }

        Snapshot.Verify(text.ToString(), $"twins/{document}");
    }

    [Fact]
    public void Most_claims_have_a_refuted_twin()
    {
        // What has none is listed in the snapshots; this keeps the list from becoming the rule.
        string folder = Path.Combine(Snapshot.FindRepository(AppContext.BaseDirectory), "snapshots", "twins");
        string[] lines = [.. Directory.EnumerateFiles(folder, "*.verified.txt").SelectMany(File.ReadLines)];
        int claims = lines.Count(l => l.Length > 0 && l[0] != ' ' && !l.StartsWith("without", StringComparison.Ordinal));
        int without = lines.Count(l => l.EndsWith(": slack", StringComparison.Ordinal));
        Assert.True(claims > 100 && 4 * without < claims, $"{without} of {claims} claims have no refuted twin");
    }

    private static string ReasonFor(Proposition proposition) => proposition switch
    {
        ExperimentProposition => "an experiment, whose controls are its own",
        StatementProposition p when p.At(p.Sizes[0]).Statement!.Conclusion.Atoms().All(a => a.Relation == Relation.Equal) => "an identity",
        _ => "slack",
    };

    private static Verdict VerdictOn(Claim claim, Proposition twin)
    {
        var runner = new ClaimRunner(
            [new SearchChecker(), new ProverChecker(), new GradientDifferences(), new GradientMonteCarlo(), new TrajectoryChecker(), new EnsembleChecker()]);
        return runner.Run(claim with { Proposition = twin, Existential = null }, Glance, Seed).Verdict; // of the instance: a point would not refute the existence of constants
    }
}
