using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Checking.Trajectories;
using ResLinkProofs.Claims.Keeping;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Tests.Claims.Keeping;

public sealed class EvidenceStoreTests
{
    private static readonly string[] NoParts = ["0/10", "11/10", "1", "a/b", "1/0", "-1/3"];

    public static TheoryData<string, Verdict> Known => new()
    {
        { "true", Verdict.Proved },
        { "false", Verdict.Refuted },
        { "ties", Verdict.Supported },
        { "unsatisfiable", Verdict.Vacuous },
        { "family", Verdict.Supported },
        { "cases", Verdict.Proved },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void What_was_found_once_is_confirmed_and_not_searched_again(string name, Verdict verdict)
    {
        using var kept = new Kept();
        Claim claim = Named(name);
        var cold = kept.Run(claim);
        var warm = kept.Run(claim);
        Assert.Equal((verdict, verdict), (cold.Result.Verdict, warm.Result.Verdict));
        Assert.Equal((cold.Result.Times.Count, 0), (cold.Searches, warm.Searches));
        Assert.Equal(cold.Result.Evidence.Select(Shown), warm.Result.Evidence.Select(Shown));
        Assert.Empty(warm.Notices);
        Assert.Equal(cold.Result.Evidence.Sum(e => e.Certificates.Count), warm.Result.Evidence.Sum(e => e.Certificates.Count));
    }

    [Fact]
    public void A_run_of_a_recurrence_is_confirmed_again()
    {
        using var kept = new Kept();
        DescentFamily family = new()
        {
            Starts = new NetworkDomain { Radius = new Rational(1, 500), Dimensions = [12] },
            StepSize = d => Term.Ratio(1, 36 * d * d),
            Steps = _ => 50,
        };
        Claim claim = KnownClaims.Of("Run", TrajectoryProposition.EveryStep(family, t => t.Now[Potential] <= Term.Ratio(1, 1000))) with { Spec = typeof(EvidenceStoreTests) };
        Budget budget = Budget.Small with { TrajectorySteps = 40_000 };
        ClaimResult Run() => new ClaimRunner([new TrajectoryChecker()], null, new EvidenceStore(kept.Cache, null)).Run(claim, budget, 0);
        ClaimResult cold = Run(), warm = Run();
        Assert.Equal((Verdict.Refuted, Verdict.Refuted), (cold.Verdict, warm.Verdict));
        Assert.Equal((false, true), (cold.Times[0].IsKept, warm.Times[0].IsKept));
        Assert.Equal(Shown(cold.Evidence[0]), Shown(warm.Evidence[0]));

        // Moved to a start and a step at which the kernel confirms nothing.
        Kept.Forge(kept.Files.Single(), entry => entry["pieces"]![0]!["points"]![0]!["step"] = 1_000_000);
        ClaimResult moved = Run();
        Assert.Equal((Verdict.Refuted, false), (moved.Verdict, moved.Times[0].IsKept));
    }

    [Fact]
    public void What_only_a_statistical_test_rejected_is_not_kept()
    {
        Claim claim = KnownClaims.True;
        Assert.Null(Conservation.Of(claim, [Evidence.OfRejection("monte carlo", claim.Proposition, "W", "off")]));
        Assert.NotNull(Conservation.Of(claim, [Evidence.OfSupport("search", "nothing")]));
        Assert.Null(Conservation.Of(claim, [Evidence.OfSupport("search", "nothing"), Evidence.OfRejection("monte carlo", claim.Proposition, "W", "off")]));
    }

    [Fact]
    public void An_experiment_that_was_not_there_is_not_kept_and_one_that_decides_nothing_is()
    {
        Claim claim = KnownClaims.Of("Run", new ExperimentProposition(new ExperimentCheckerTests.Stub(), "nothing"));
        Assert.Null(Conservation.Of(claim, [Evidence.OfNothing("experiment", $"it {ExperimentChecker.NotThere} run: no data")]));
        Assert.NotNull(Conservation.Of(claim, [Evidence.OfNothing("experiment", "undecided at the check scale")]));
    }

    [Fact]
    public void What_is_fresh_is_searched_and_a_difference_is_told()
    {
        using var kept = new Kept();
        kept.Run(Named("ties"));
        var same = kept.Run(Named("ties"), FreshShare.All);
        Assert.Equal((3, 0), (same.Searches, same.Notices.Count));
        Kept.Forge(kept.FileOf(Named("ties"), "search"), entry => entry["pieces"]![0]!["margin"] = 0.5);
        Assert.Equal(0.5, kept.Run(Named("ties")).Result.Evidence[0].WorstMargin); // nothing but a fresh search can know
        var fresh = kept.Run(Named("ties"), FreshShare.All);
        Assert.Contains("is not what a fresh search finds", Assert.Single(fresh.Notices), StringComparison.Ordinal);
        Assert.NotEqual(0.5, fresh.Result.Evidence[0].WorstMargin);
        Assert.NotEqual(0.5, kept.Run(Named("ties")).Result.Evidence[0].WorstMargin); // and has replaced it
    }

    [Fact]
    public void Every_claim_is_fresh_in_exactly_one_of_the_parts()
    {
        Claim[] claims = [.. Enumerable.Range(0, 200).Select(i => KnownClaims.Of($"Claim {i}", (x, y) => x >= y))];
        int[] counts = [.. Enumerable.Range(1, 10).Select(i => claims.Count(FreshShare.Parse($"{i}/10").Includes))];
        Assert.Equal(200, counts.Sum());
        Assert.All(counts, count => Assert.InRange(count, 5, 40));
        Assert.All(claims, claim => Assert.Single(Enumerable.Range(1, 10), i => new FreshShare(i, 10).Includes(claim)));
        Assert.True(Array.TrueForAll(claims, FreshShare.Parse("all").Includes) && !Array.Exists(claims, FreshShare.Parse(null).Includes));
        Assert.All(NoParts, odd => Assert.Throws<FormatException>(() => FreshShare.Parse(odd)));
    }

    [Fact]
    public void Recorded_evidence_serves_a_checkout_whose_cache_is_empty()
    {
        using var kept = new Kept();
        Claim claim = Named("true");
        var store = new EvidenceStore(kept.Cache, kept.Records);
        new ClaimRunner([new SearchChecker(), new ProverChecker(), new HypothesisChecker()], null, store).Run(claim, KnownClaims.Tiny, 0);
        (int claims, long characters) = store.Record();
        Assert.Equal(1, claims);
        Assert.Equal(characters, new FileInfo(Path.Combine(kept.Records, "test", "true.as-printed.txt")).Length - OverAscii(kept));
        Directory.Delete(kept.Cache, recursive: true);
        var warm = kept.Run(claim);
        Assert.Equal((Verdict.Proved, 0), (warm.Result.Verdict, warm.Searches));

        static long OverAscii(Kept kept)
        {
            string file = Directory.GetFiles(kept.Records, "*", SearchOption.AllDirectories).Single();
            return new FileInfo(file).Length - File.ReadAllText(file).Length;
        }
    }

    internal static Claim Named(string name) => name switch
    {
        "true" => KnownClaims.True,
        "false" => KnownClaims.Of("False", (x, y) => x + y < 1),
        "ties" => KnownClaims.TrueWithTies,
        "unsatisfiable" => KnownClaims.Unsatisfiable,
        "family" => KnownClaims.Of("Family", StatementProposition.ForEach("n", [1, 2, 3], Power)),
        "cases" => KnownClaims.Of("n = 1, 2, 3", StatementProposition.ForCases("n", [1, 2, 3], Power)),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "unknown"),
    };

    private static Kernel.Statements.Statement Power(int n)
    {
        var forAll = new Quantifier();
        Term x = forAll.Real("x", 0, 1);
        forAll.Given(x >= Term.Ratio(1, 2));
        return forAll.Conclude(Term.Pow(x, n) <= 1);
    }

    private static string Shown(Evidence e) => $"{e.Engine} {e.Finding} {e.Summary} {e.Witness} {e.WorstMargin:R} {e.WorstPoint} {string.Join(';', e.Work)}";
}
