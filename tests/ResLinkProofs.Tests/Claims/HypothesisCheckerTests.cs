using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Tests.Claims;

/// <summary>A proof about nothing is no proof: hypotheses have to be met somewhere, by a confirmed point.</summary>
public sealed class HypothesisCheckerTests
{
    private static readonly ClaimRunner Runner = new([new SearchChecker(), new ProverChecker(), new HypothesisChecker()]);

    [Fact]
    public void Hypotheses_that_nothing_satisfies_make_the_claim_vacuous()
    {
        ClaimResult result = Run(KnownClaims.Unsatisfiable);
        Assert.Equal(Verdict.Vacuous, result.Verdict);
        Assert.NotEmpty(Assert.Single(result.Evidence, e => e.Finding == Finding.Vacuity).Certificates);
        Assert.Equal(["hypotheses"], result.Agreeing);
        // The prover alone is content with it.
        Assert.Contains(result.Evidence, e => e.Finding == Finding.Proof);
    }

    [Fact]
    public void A_proved_claim_shows_a_point_that_meets_its_hypotheses()
    {
        ClaimResult result = Run(KnownClaims.Of("Given", (x, y) => x + Term.Ratio(1, 10) >= Term.Square(y), (x, y) => x >= y));
        Assert.Equal(Verdict.Proved, result.Verdict);
        Assert.StartsWith("met at x = ", Assert.Single(result.Evidence, e => e.Finding == Finding.Satisfiable).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_thin_hypothesis_that_sampling_misses_is_met_by_search()
    {
        Claim thin = KnownClaims.Of(
            "Thin", (x, y) => x + y >= 1, (x, y) => Term.Square(x - Term.Ratio(7, 10)) + Term.Square(y - Term.Ratio(4, 10)) <= Term.Ratio(1, 10_000_000));
        ClaimResult result = Run(thin);
        Assert.Equal(Verdict.Proved, result.Verdict);
        Assert.Contains(result.Evidence, e => e.Finding == Finding.Satisfiable);
    }

    [Fact]
    public void A_proof_whose_hypothesis_cannot_be_shown_to_be_met_is_inconclusive()
    {
        // Only the root of 1/2 meets the hypothesis: enclosed, and no exact point at which the conclusion could be looked at.
        ClaimResult result = Run(KnownClaims.Of("Irrational", (x, y) => x <= y + 1, (x, _) => (2 * Term.Square(x)).EqualTo(1)));
        Assert.Contains(result.Evidence, e => e.Finding == Finding.Proof);
        Assert.Equal(Verdict.Inconclusive, result.Verdict);
        Assert.StartsWith("met somewhere in", result.Evidence[^1].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_case_of_a_finite_family_has_to_be_met()
    {
        Claim Cases(int last) => KnownClaims.Of("Cases", StatementProposition.ForCases("n", [1, 2, last], n =>
        {
            var forAll = new Quantifier();
            Term x = forAll.Real("x", 0, 1);
            return forAll.Given(n * x >= n - Term.Ratio(1, 2)).Given(x <= 4 - n).Conclude(x >= 0);
        }));
        Assert.Equal(Verdict.Proved, Run(Cases(3)).Verdict);
        Assert.Equal(Verdict.Inconclusive, Run(Cases(5)).Verdict);
    }

    [Fact]
    public void A_proof_where_nothing_is_defined_is_of_nothing()
    {
        // exp(log x) >= 0 holds on {0} whatever log 0 is; there is no log 0.
        static Claim At(int low, int high)
        {
            var forAll = new Quantifier();
            Term x = forAll.Real("x", low, high);
            return KnownClaims.Of("Defined", StatementProposition.Of(forAll.Conclude(Term.Exp(Term.Log(x)) >= 0)));
        }

        ClaimResult nowhere = Run(At(0, 0));
        Assert.Contains(nowhere.Evidence, e => e.Finding == Finding.Proof);
        Assert.Equal(Verdict.Inconclusive, nowhere.Verdict);
        Assert.Contains("not known to be defined", nowhere.Evidence[^1].Summary, StringComparison.Ordinal);
        Assert.Equal(Verdict.Proved, Run(At(0, 1)).Verdict);
    }

    private static ClaimResult Run(Claim claim) => Runner.Run(claim, KnownClaims.Tiny with { Boxes = 5_000 }, seed: 7);
}
