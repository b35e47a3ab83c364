using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Smt.Provisioning;
using ResLinkProofs.Smt.Solving;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Tests.Claims;

public class SolverCheckerTests
{
    private static readonly Budget Asking = KnownClaims.Tiny with { SolverPoints = 6, SolverWork = 500_000 };

    private static Claim FalsePolynomial => KnownClaims.Of("False polynomial", (x, y) => (x * y) + 1 >= x + y + Term.Ratio(1, 100));

    private static Claim TruePolynomial => KnownClaims.Of("True polynomial", (x, y) => Term.Square(x) + Term.Square(y) >= 2 * x * y);

    [Fact]
    public void A_solver_that_denies_what_the_kernel_confirmed_stops_the_run()
    {
        var runner = new ClaimRunner([new SearchChecker(), new SolverChecker(() => new Denier())]);
        var disagreement = Assert.Throws<EngineDisagreementException>(() => runner.Run(FalsePolynomial, Asking, 1));
        Assert.Contains("(check-sat)", disagreement.Script, StringComparison.Ordinal);
    }

    [Fact]
    public void A_solver_alone_never_proves()
    {
        var runner = new ClaimRunner([new SolverChecker(() => new Denier())]);
        Assert.Equal(Verdict.Supported, runner.Run(FalsePolynomial, Asking, 1).Verdict);
    }

    [Fact]
    public void Without_a_solver_the_evidence_names_the_remedy()
    {
        var checker = new SolverChecker(() => throw new SolverUnavailableException("Run: get one"));
        Evidence evidence = Assert.Single(checker.Check(TruePolynomial, Asking, 1));
        Assert.Equal((Finding.Nothing, "Run: get one"), (evidence.Finding, evidence.Summary));
    }

    [Fact]
    public void Z3_denies_violations_of_a_true_polynomial_claim_and_finds_one_of_a_false_one()
    {
        var checker = new SolverChecker(() => Z3Provider.Open());
        Assert.True(Assert.Single(checker.Check(TruePolynomial, Asking, 1)).DeniesViolations);
        Assert.NotNull(Assert.Single(checker.Check(FalsePolynomial, Asking, 1)).Refutation);
    }

    [Fact]
    public void Z3_certifies_points_of_a_transcendental_claim()
    {
        Evidence evidence = Assert.Single(new SolverChecker(() => Z3Provider.Open()).Check(KnownClaims.True, Asking, 1));
        Assert.Equal(Finding.Support, evidence.Finding);
        Assert.Contains(evidence.Work, w => w is { Unit: "certified points", Amount: > 0 });
    }

    [Fact]
    public void A_budget_without_points_asks_nobody() =>
        Assert.Empty(new SolverChecker(() => throw new InvalidOperationException("asked")).Check(TruePolynomial, KnownClaims.Tiny, 1));

    private sealed class Denier : ISmtSolver
    {
        public string Name => "denier";

        public string Version => "0";

        public SmtReply Decide(SmtQuery query, SolverLimits limits, CancellationToken cancellation = default) => SmtReply.Unsat;
    }
}
