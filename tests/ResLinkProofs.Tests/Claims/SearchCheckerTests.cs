using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Observables;

namespace ResLinkProofs.Tests.Claims;

public sealed class SearchCheckerTests
{
    private static readonly ClaimRunner Runner = new([new SearchChecker()]);

    [Fact]
    public void A_claim_that_fails_on_a_small_disc_is_refuted_by_attack()
    {
        ClaimResult result = Run(KnownClaims.FalseOnASmallDisc);
        Assert.Equal(Verdict.Refuted, result.Verdict);
        Evidence evidence = Assert.Single(result.Evidence);
        Assert.Equal("attack", evidence.Engine);
        IReadOnlyList<Rational> point = Assert.IsType<ConfirmedWitness>(evidence.Refutation).Point;
        Assert.InRange(point[0].ToDouble(), 0.699, 0.701);
        Assert.InRange(point[1].ToDouble(), 0.299, 0.301);
        Assert.NotNull(result.Witness);
    }

    [Fact]
    public void Witnesses_are_simplified()
    {
        ClaimResult result = Run(KnownClaims.Of("Simple", (x, y) => x * y <= Term.Ratio(1, 5)));
        Assert.Equal(Verdict.Refuted, result.Verdict);
        Assert.Equal("x = 1, y = 1", result.Witness);
    }

    [Fact]
    public void A_true_claim_is_supported_and_says_how_hard_was_tried()
    {
        ClaimResult result = Run(KnownClaims.True);
        Assert.Equal(Verdict.Supported, result.Verdict);
        Assert.Null(result.Witness);
        Dictionary<string, long> work = result.Evidence[0].Work.ToDictionary(w => w.Unit, w => w.Amount);
        Assert.Equal(KnownClaims.Tiny.SamplesPerSize, work["samples"]);
        Assert.Equal(KnownClaims.Tiny.SamplesPerSize, work["admissible samples"]);
        Assert.True(work["attack steps"] >= KnownClaims.Tiny.AttackSteps);
    }

    [Fact]
    public void Ties_that_rounding_turns_into_violations_are_no_suspicions()
    {
        // At x = y both sides are equal, and floating point sees a violation at many of those points.
        ClaimResult result = Run(KnownClaims.TrueWithTies);
        Assert.Equal(Verdict.Supported, result.Verdict);
        Assert.InRange(result.WorstMargin!.Value, -1e-12, 1e-6);
    }

    [Fact]
    public void A_tiny_violation_whose_hypothesis_cannot_be_confirmed_is_a_suspicion()
    {
        // Enclosures cannot tell whether the square of the root of 2 is at least 2, and the conclusion certainly fails.
        Term two = Term.Square(Term.Sqrt(2));
        Formula Conclusion(Term x) => x + 1 >= x + 1 + Term.Ratio(1, 1_000_000_000_000);
        Assert.Equal(Verdict.Inconclusive, Run(KnownClaims.Of("Open", (x, _) => Conclusion(x), (_, _) => two >= 2)).Verdict);
        Assert.Equal(Verdict.Refuted, Run(KnownClaims.Of("Met", (x, _) => Conclusion(x), (_, _) => two >= 1)).Verdict);
    }

    [Fact]
    public void A_strict_claim_is_refuted_at_its_tie()
    {
        Assert.Equal(Verdict.Refuted, Run(KnownClaims.Of("Strict", (x, _) => x > 0)).Verdict);
        Assert.Equal(Verdict.Supported, Run(KnownClaims.Of("Not strict", (x, _) => x >= 0)).Verdict);
    }

    [Fact]
    public void Unsatisfiable_hypotheses_give_no_verdict()
    {
        ClaimResult result = Run(KnownClaims.Unsatisfiable);
        Assert.Equal(Verdict.Inconclusive, result.Verdict);
        Assert.Contains("no generated point satisfies the hypotheses", result.Evidence[0].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_conclusion_without_finite_margin_is_not_mistaken_for_unsatisfiable_hypotheses()
    {
        ClaimResult result = Run(KnownClaims.Of("Trivial", (_, _) => Formula.True));
        Assert.Equal(Verdict.Supported, result.Verdict);
        Assert.Equal(Verdict.Refuted, Run(KnownClaims.Of("Absurd", (_, _) => Formula.False)).Verdict);
    }

    [Fact]
    public void A_conclusion_that_is_undefined_everywhere_is_neither_supported_nor_refuted() =>
        Assert.Equal(Verdict.Inconclusive, Run(KnownClaims.Of("Undefined", (x, _) => Term.Square(Term.Log(-1 - x)) <= -1)).Verdict);

    [Fact]
    public void The_smallest_size_that_fails_is_reported()
    {
        // n x <= 5/2 on [0, 1] fails from n = 3 on.
        var family = StatementProposition.ForEach("n", [1, 2, 3, 4], n =>
        {
            var forAll = new Quantifier();
            Term x = forAll.Real("x", 0, 1);
            return forAll.Conclude(n * x <= Term.Ratio(5, 2));
        });
        ClaimResult result = Run(KnownClaims.Of("Family", family));
        Assert.Equal("n = 3, x = 1", result.Witness);
    }

    [Fact]
    public void Errors_of_a_claim_surface()
    {
        var unknown = StatementProposition.ForEach("n", [1], n => new Statement([new RealVariable("x", 0, n)], Formula.True, Term.Variable("q") >= 0));
        ArgumentException error = Assert.Throws<ArgumentException>(() => Run(KnownClaims.Of("Unknown", unknown)));
        Assert.Contains("'q'", error.Message, StringComparison.Ordinal);

        var broken = new NetworkObservable("broken", _ => throw new NotSupportedException("on purpose"), _ => Term.Zero, _ => 0);
        var network = new NetworkProposition(new NetworkDomain { Dimensions = [1, 2] }, _ => Formula.True, n => n[broken] >= 0);
        Assert.Equal("on purpose", Assert.Throws<NotSupportedException>(() => Run(KnownClaims.Of("Broken", network))).Message);
    }

    [Fact]
    public void A_false_claim_about_networks_is_refuted_and_its_true_twin_is_not()
    {
        ClaimResult Potential(Func<Term, Formula> conclusion) => Run(KnownClaims.Of("Potential", new NetworkProposition(
            new NetworkDomain { Radius = new Rational(1, 10), Dimensions = [1, 2, 3] }, _ => Formula.True, n => conclusion(n[NetworkObservables.Potential]))));

        ClaimResult refuted = Potential(g => g <= Term.Ratio(19, 100)); // |b| - |a| reaches 1/5 at d = 1
        Assert.Equal(Verdict.Refuted, refuted.Verdict);
        Assert.StartsWith("d = 1", refuted.Witness, StringComparison.Ordinal);
        Assert.Equal(Verdict.Supported, Potential(g => g <= Term.Ratio(61, 100)).Verdict);
    }

    [Fact]
    public void The_same_seed_gives_the_same_evidence_and_another_seed_another()
    {
        Budget samplesOnly = KnownClaims.Tiny with { AttackSteps = 0 };
        Claim claim = KnownClaims.Of("Hollow", (x, y) => Term.Square(x - Term.Ratio(37, 100)) + Term.Square(y - Term.Ratio(41, 100)) >= Term.Ratio(-1, 9));
        string first = Describe(Runner.Run(claim, samplesOnly, 7));
        Assert.Equal(first, Describe(Runner.Run(claim, samplesOnly, 7)));
        Assert.NotEqual(first, Describe(Runner.Run(claim, samplesOnly, 8)));
    }

    [Fact]
    public void Results_do_not_depend_on_the_number_of_threads()
    {
        Claim[] claims =
        [
            KnownClaims.True, KnownClaims.TrueWithTies, KnownClaims.FalseOnASmallDisc, KnownClaims.Unsatisfiable,
            .. Enumerable.Range(1, 10).Select(k => KnownClaims.Of($"Power {k}", (x, y) => Term.Pow(x, k) + y >= Term.Pow(x, k + 1))),
        ];
        string[] alone = RunAll(claims, 1), together = RunAll(claims, 7);
        Assert.Equal(alone, together);
        Assert.Equal(claims.Length, alone.Distinct().Count());
    }

    private static string[] RunAll(Claim[] claims, int threads)
    {
        var results = new string[claims.Length];
        Parallel.For(0, claims.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => results[i] = Describe(Run(claims[i])));
        return results;
    }

    private static ClaimResult Run(Claim claim) => Runner.Run(claim, KnownClaims.Tiny, seed: 7);

    private static string Describe(ClaimResult result) => string.Join('\n', result.Evidence.Select(e =>
        $"{result.Claim.Id} {result.Verdict} {e.Engine} {e.Summary} {e.Witness} {e.WorstPoint} {e.WorstMargin:R} {string.Join(',', e.Work)}"));
}
