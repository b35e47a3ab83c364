using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Checking.Consulting;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Observables;
using ResLinkProofs.Smt.Provisioning;
using ResLinkProofs.Smt.Solving;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Tests.Claims;

/// <summary>What becomes of a solver's answers: those of a real Z3, and those of liars.</summary>
public sealed class SolverOpinionTests
{
    private static readonly Budget Asking = KnownClaims.Tiny with { SolverPoints = 12, SolverBoxes = 1, SolverText = 200_000, SolverWork = 4_000_000 };

    private static Claim FalsePolynomial => KnownClaims.Of("False polynomial", (x, y) => (x * y) + 1 >= x + y + Term.Ratio(1, 100));

    private static Claim FalseExponential => KnownClaims.Of("False exponential", (x, y) => Term.Exp(x + y) <= 2 + x);

    private static Claim TruePolynomial => KnownClaims.Of("True polynomial", (x, y) => Term.Square(x) + Term.Square(y) >= 2 * x * y);

    private static Claim Family => KnownClaims.Of("Family", StatementProposition.ForEach("n", [2, 3, 4], n =>
    {
        var forAll = new Quantifier();
        Term x = forAll.Real("x", 0, 1);
        return forAll.Conclude(Term.Pow(Term.Exp(x), n) >= n * x);
    }));

    private static Claim Network => KnownClaims.Of("Network", new NetworkProposition(
        new NetworkDomain { Radius = new Rational(1, 10), Dimensions = [1, 2, 5] },
        n => n[NetworkObservables.Potential] <= 1,
        n => n[NetworkObservables.InnerProduct] >= n[NetworkObservables.SquaredDistance] / 100));

    [Fact]
    public void A_solver_that_denies_what_the_kernel_confirmed_stops_the_run()
    {
        foreach (Claim claim in new[] { FalsePolynomial, FalseExponential })
        {
            var disagreement = Assert.Throws<EngineDisagreementException>(() => Run(claim, _ => SmtReply.Unsat));
            Assert.Contains("(check-sat)", disagreement.Script, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_solver_that_denies_everything_contradicts_itself_at_a_certified_point()
    {
        foreach (Claim claim in new[] { KnownClaims.True, Family, Network })
        {
            var disagreement = Assert.Throws<EngineDisagreementException>(() => Run(claim, _ => SmtReply.Unsat));
            Assert.Contains("denies both a violation and its absence", disagreement.Message, StringComparison.Ordinal);
            Assert.Contains("(check-sat)", disagreement.Script, StringComparison.Ordinal);
        }

        // On a whole domain it denies hypotheses of which the kernel has a point.
        Assert.Contains("nothing meets the hypotheses", Assert.Throws<EngineDisagreementException>(() => Run(TruePolynomial, _ => SmtReply.Unsat)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_solver_that_sees_violations_everywhere_refutes_nothing()
    {
        foreach (Claim claim in new[] { TruePolynomial, KnownClaims.True, Family, Network })
        {
            ClaimResult result = Run(claim, query => SmtReply.Sat(query.Variables.ToDictionary(v => v, _ => new SmtNumber(0, 0))));
            Assert.Equal(Verdict.Supported, result.Verdict);
            Assert.DoesNotContain("fake", result.Agreeing);
            Assert.Equal((0, 0, 0), Counts(result));
            Assert.InRange(Figures(result).Queries, 1, 60);
        }
    }

    [Fact]
    public void A_model_that_nobody_confirms_leaves_a_claim_undecided()
    {
        // Enclosures of an algebraic number, at whose ends and middle the claim is true: its violation, if there is one, is between them.
        Claim claim = KnownClaims.Of("Whole domain", (x, y) => Term.Pow(x, 4) - (Term.Square(x) * y) + (Term.Square(y) / 4) >= -Term.Ratio(1, 1000) * y);
        ClaimResult result = Run(claim, query => SmtReply.Sat(query.Variables.ToDictionary(v => v, _ => new SmtNumber(0, new Rational(1, 2)))));
        Assert.Equal(Verdict.Inconclusive, result.Verdict);
        Evidence suspicion = Assert.Single(result.Evidence, e => e.Finding == Finding.Suspicion);
        Assert.Contains("no rational point nearby", suspicion.Summary, StringComparison.Ordinal);
        // Where the model is rational, exact arithmetic has refuted it, and the liar counts for nothing.
        Assert.Equal(Verdict.Supported, Run(claim, query => SmtReply.Sat(query.Variables.ToDictionary(v => v, _ => new SmtNumber(0, 0)))).Verdict);
    }

    [Fact]
    public void A_solver_that_gives_up_or_babbles_is_no_evidence()
    {
        foreach (SmtReply reply in new[] { SmtReply.Unknown("too hard"), SmtReply.Void("banana") })
        {
            ClaimResult result = Run(KnownClaims.True, _ => reply);
            Assert.Equal(Verdict.Supported, result.Verdict);
            Evidence evidence = result.Evidence[^1];
            Assert.Equal(Finding.Nothing, evidence.Finding);
            Assert.Contains(reply.Reason, evidence.Summary, StringComparison.Ordinal);
            result = Run(FalseExponential, _ => reply);
            Assert.Equal((Verdict.Refuted, Finding.Nothing), (result.Verdict, result.Evidence[^1].Finding));
        }
    }

    [Fact]
    public void A_solver_alone_never_proves()
    {
        var runner = new ClaimRunner([], new SolverOpinion(() => Z3Provider.Open()));
        ClaimResult result = runner.Run(TruePolynomial, Asking, 1);
        Assert.True(result.Evidence[^1].DeniesViolations);
        Assert.Equal(Verdict.Supported, result.Verdict);
    }

    [Fact]
    public void Without_a_solver_the_evidence_names_the_remedy()
    {
        var opinion = new SolverOpinion(() => throw new SolverUnavailableException("Run: get one"));
        Evidence evidence = Assert.Single(opinion.Consult(TruePolynomial, [], Asking, 1));
        Assert.Equal((Finding.Nothing, "Run: get one"), (evidence.Finding, evidence.Summary));
    }

    [Fact]
    public void A_budget_without_points_asks_nobody() => Assert.Empty(
        new SolverOpinion(() => throw new InvalidOperationException("asked")).Consult(TruePolynomial, [], KnownClaims.Tiny, 1));

    [Fact]
    public void Z3_certifies_claims_of_every_kind()
    {
        ClaimResult polynomial = RunZ3(TruePolynomial);
        Assert.Equal((12, 0, 1), Counts(polynomial));
        Assert.True(polynomial.Evidence[^1].DeniesViolations);

        ClaimResult transcendental = RunZ3(KnownClaims.True);
        Assert.Equal((12, 1, 0), Counts(transcendental));
        Assert.InRange(Figures(transcendental).LargestShare, 1e-6, 1);
        Assert.Contains("z3", transcendental.Agreeing);

        Assert.Equal((12, 3, 0), Counts(RunZ3(Family)));

        ClaimResult network = RunZ3(Network);
        Assert.Equal((12, 2), (Figures(network).CertifiedPoints, Figures(network).Sizes)); // d = 1 and 2; 5 is too large
        Assert.Equal(Verdict.Supported, network.Verdict);
    }

    [Fact]
    public void Z3_confirms_witnesses_and_finds_some()
    {
        foreach (Claim claim in new[] { FalsePolynomial, FalseExponential })
        {
            ClaimResult result = RunZ3(claim);
            Assert.Equal(Verdict.Refuted, result.Verdict);
            Assert.Equal("z3", result.Agreeing[^1]);
            Assert.Equal(2, Figures(result).Queries);
        }

        var alone = new SolverOpinion(() => Z3Provider.Open());
        Assert.NotNull(Assert.Single(alone.Consult(FalsePolynomial, [], Asking, 1)).Refutation);
    }

    [Fact]
    public void A_size_that_is_too_large_is_said_to_be_so()
    {
        Claim claim = KnownClaims.Of("Large", new NetworkProposition(
            new NetworkDomain { Radius = new Rational(1, 10), Dimensions = [5] }, _ => Formula.True, n => n[NetworkObservables.SquaredDistance] >= 0));
        Evidence evidence = Assert.Single(new SolverOpinion(() => new Fake(_ => SmtReply.Unsat)).Consult(claim, [], Asking, 1));
        Assert.Equal(Finding.Nothing, evidence.Finding);
        Assert.Contains("not asked", evidence.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void What_Z3_says_does_not_depend_on_the_number_of_threads()
    {
        Claim[] claims = [TruePolynomial, KnownClaims.True, Family, Network, FalseExponential];
        string[] All(int threads)
        {
            var opinion = new SolverOpinion(() => Z3Provider.Open(threads));
            var runner = new ClaimRunner([new SearchChecker()], opinion);
            var said = new string[claims.Length];
            Parallel.For(0, claims.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
            {
                Evidence evidence = runner.Run(claims[i], Asking, 5).Evidence[^1];
                said[i] = $"{evidence.Summary} {string.Join(',', evidence.Work)} {evidence.Solver! with { QuerySeconds = 0 }}";
            });
            return said;
        }

        string[] alone = All(1);
        Assert.Equal(alone, All(4));
        Assert.Equal(claims.Length, alone.Distinct().Count());
    }

    private static ClaimResult Run(Claim claim, Func<SmtQuery, SmtReply> answer) =>
        new ClaimRunner([new SearchChecker()], new SolverOpinion(() => new Fake(answer))).Run(claim, Asking, 1);

    private static ClaimResult RunZ3(Claim claim) => new ClaimRunner([new SearchChecker()], new SolverOpinion(() => Z3Provider.Open())).Run(claim, Asking, 1);

    private static SolverFigures Figures(ClaimResult result) => result.Evidence[^1].Solver!;

    private static (long Points, long Boxes, long Domains) Counts(ClaimResult result) =>
        (Figures(result).CertifiedPoints, Figures(result).CertifiedBoxes, Figures(result).CertifiedDomains);

    private sealed class Fake(Func<SmtQuery, SmtReply> answer) : ISmtSolver
    {
        public string Name => "fake";

        public string Version => "0";

        public SmtReply Decide(SmtQuery query, SolverLimits limits, CancellationToken cancellation = default) => answer(query);
    }
}
