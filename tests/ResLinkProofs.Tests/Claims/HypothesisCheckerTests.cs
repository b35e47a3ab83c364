using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Statements;
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
        // Only the root of 1/2 meets the hypothesis, and no witness is irrational.
        ClaimResult result = Run(KnownClaims.Of("Irrational", (x, y) => x <= y + 1, (x, _) => (2 * Term.Square(x)).EqualTo(1)));
        Assert.Contains(result.Evidence, e => e.Finding == Finding.Proof);
        Assert.Equal(Verdict.Inconclusive, result.Verdict);
        Assert.StartsWith("not shown that they can be met", result.Evidence[^1].Summary, StringComparison.Ordinal);
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
    public void Evidence_of_either_kind_is_about_hypotheses_only()
    {
        Statement statement = KnownClaims.StatementOf(KnownClaims.FalseOnASmallDisc);
        ConfirmedWitness witness = ConfirmedWitness.TryConfirm(statement, [Kernel.Numbers.Rational.Parse("0.7"), Kernel.Numbers.Rational.Parse("0.3")])!;
        Assert.Throws<ArgumentException>(() => Evidence.OfSatisfiable("x", witness, "y"));
        Assert.Throws<ArgumentException>(() => Evidence.OfVacuity("x", Run(KnownClaims.True).Evidence[1].Certificates, "y"));
        Assert.Throws<ArgumentException>(() => Evidence.OfVacuity("x", [], "y"));
    }

    [Fact]
    public void A_witness_against_another_statement_is_an_error_and_no_verdict()
    {
        Evidence foreign = new SearchChecker().Check(KnownClaims.FalseOnASmallDisc, KnownClaims.Tiny, 1).Single();
        Assert.Equal(Finding.Refutation, foreign.Finding);
        var runner = new ClaimRunner([new Quoting(foreign)]);
        Assert.Equal(Verdict.Refuted, runner.Run(KnownClaims.FalseOnASmallDisc, KnownClaims.Tiny, 1).Verdict);
        Assert.Throws<InvalidOperationException>(() => runner.Run(KnownClaims.True, KnownClaims.Tiny, 1));
    }

    private sealed class Quoting(Evidence evidence) : IChecker
    {
        public IEnumerable<Evidence> Check(Claim claim, Budget budget, ulong seed) => [evidence];
    }

    private static ClaimResult Run(Claim claim) => Runner.Run(claim, KnownClaims.Tiny with { Boxes = 5_000 }, seed: 7);
}
