using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Checking.Gradients;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Observables;

namespace ResLinkProofs.Tests.Claims;

public sealed class JudgeTests
{
    // The claim that everything here is about: proved, met, supported. Its rivals look alike and are other statements.
    private static readonly Claim Proved = KnownClaims.True;
    private static readonly Evidence Proof = Of(new ProverChecker(), Proved), Satisfiable = Of(new HypothesisChecker(), Proved);
    private static readonly Evidence Support = Evidence.OfSupport("search", "nothing found");
    private static readonly Evidence Suspicion = Evidence.OfSuspicion("search", "odd");
    private static readonly Evidence Nothing = Evidence.OfNothing("prover", "too many boxes");
    private static readonly Claim False = KnownClaims.FalseOnASmallDisc;
    private static readonly Evidence Refutation = Of(new SearchChecker(), False);
    private static readonly Claim Empty = KnownClaims.Unsatisfiable;
    private static readonly Evidence Vacuity = Of(new HypothesisChecker(), Empty), EmptyProof = Of(new ProverChecker(), Empty);
    private static readonly Claim Gradient = KnownClaims.Of(
        "Field", new NetworkGradientProposition(new NetworkDomain { Dimensions = [1, 2] }, NetworkField.Relu));
    private static readonly Evidence Rejection = Evidence.OfRejection("monte carlo", Gradient.Proposition, "W = 0", "7 standard errors");

    public static TheoryData<Verdict, Claim, Evidence[]> Rules() => new()
    {
        { Verdict.Inconclusive, Proved, [] },
        { Verdict.Inconclusive, Proved, [Nothing] },
        { Verdict.Supported, Proved, [Support, Nothing] },
        { Verdict.Inconclusive, Proved, [Support, Suspicion] },
        { Verdict.Refuted, Gradient, [Support, Rejection] },
        { Verdict.Refuted, False, [Suspicion, Refutation] },
        { Verdict.Proved, Proved, [Support, Satisfiable, Proof] },
        { Verdict.Inconclusive, Proved, [Support, Proof, Nothing] }, // nobody has shown that it is about anything
        { Verdict.Inconclusive, Proved, [Satisfiable] },
        { Verdict.Supported, Proved, [Satisfiable, Support] },
        { Verdict.Vacuous, Empty, [EmptyProof, Vacuity] },
        { Verdict.Vacuous, Empty, [Nothing, Vacuity] },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_verdict_follows_the_rules_in_any_order(Verdict expected, Claim claim, Evidence[] evidence)
    {
        Assert.Equal(expected, Judge.Decide(claim.Proposition, evidence));
        Assert.Equal(expected, Judge.Decide(claim.Proposition, [.. evidence.Reverse()]));
    }

    [Fact]
    public void Engines_that_disagree_are_an_error_and_no_verdict()
    {
        Evidence denial = Evidence.OfDenial("solver", "no violation", "(check-sat)");
        Assert.Throws<EngineDisagreementException>(() => Judge.Decide(False.Proposition, [denial, Refutation]));
        Assert.Throws<EngineDisagreementException>(() => Judge.Decide(Gradient.Proposition, [Rejection, denial]));
        Assert.Throws<EngineDisagreementException>(() => Judge.Decide(Proved.Proposition, [Proof, Satisfiable, Suspicion]));
        Assert.Throws<EngineDisagreementException>(() => Judge.Decide(Empty.Proposition, [Suspicion, Support, Vacuity]));
    }

    [Fact]
    public void A_refutation_carries_its_witness()
    {
        Assert.NotNull(Refutation.Refutation);
        Assert.NotNull(Refutation.Witness);
        Assert.Null(Rejection.Refutation);
        Assert.Equal("W = 0", Rejection.Witness);
        Assert.Throws<ArgumentNullException>(() => Evidence.OfRefutation("search", null!, "here"));
        Assert.Throws<ArgumentException>(() => Evidence.OfProof("prover", [], "none"));
    }

    /// <summary>Genuine evidence, given for another claim: a proof of x >= 0 for x >= 2, a point of another hypothesis, and so on.</summary>
    public static TheoryData<string, Claim, Evidence> Forgeries()
    {
        Claim weak = OneVariable("weak", x => x >= 0), strong = OneVariable("strong", x => x >= 2), wide = OneVariable("wide", x => x >= 0, high: 4);
        Claim family = KnownClaims.Of("Family", StatementProposition.ForEach("n", [1], _ => KnownClaims.StatementOf(weak)));
        Claim pair = KnownClaims.Of("Cases", StatementProposition.ForCases("n", [1, 2], n => n == 1 ? KnownClaims.StatementOf(weak) : KnownClaims.StatementOf(strong)));
        Claim other = KnownClaims.Of("Other field", new NetworkGradientProposition(new NetworkDomain { Dimensions = [1, 2] }, NetworkField.Relu.Over(2)));
        Claim elsewhere = KnownClaims.Of("Small ball", new NetworkGradientProposition(new NetworkDomain { Dimensions = [1, 2], Radius = new(1, 100) }, NetworkField.Relu));
        Evidence mismatch = Of(new GradientDifferences(), Gradient);
        Evidence proof = Of(new ProverChecker(), weak), met = Of(new HypothesisChecker(), weak);
        return new()
        {
            { "proof of a weaker statement", strong, proof },
            { "proof over a smaller range", wide, proof },
            { "proof of one member for a family that goes on", family, proof },
            { "proof of one case for two", pair, proof },
            { "proof given twice for two cases", pair, Evidence.OfProof("prover", [proof.Certificates[0], proof.Certificates[0]], "twice") },
            { "proof for a claim about networks", Gradient, proof },
            { "proof of an empty claim as vacuity", Empty, Evidence.OfVacuity("hypotheses", EmptyProof.Certificates, "proof") },
            { "vacuity of another claim", weak, Vacuity },
            { "vacuity as a proof", Empty, Evidence.OfProof("prover", Vacuity.Certificates, "vacuity") },
            { "point of another statement", strong, met },
            { "witness against another statement", Proved, Refutation },
            { "witness for a claim about networks", Gradient, Refutation },
            { "mismatch of another field", other, mismatch },
            { "mismatch outside the domain", elsewhere, mismatch },
            { "mismatch for a closed statement", weak, mismatch },
            { "statistical rejection of a closed statement", weak, Evidence.OfRejection("monte carlo", weak.Proposition, "x = 0", "odd") },
            { "statistical rejection of another field", other, Rejection },
            { "statistical rejection on another domain", elsewhere, Rejection },
            { "point of one case for two", pair, met },
            { "vacuity of one member of a family that goes on", family, Of(new HypothesisChecker(), Empty) },
        };
    }

    [Theory]
    [MemberData(nameof(Forgeries))]
    public void Evidence_about_another_statement_stops_the_run(string what, Claim claim, Evidence evidence)
    {
        Assert.NotEmpty(what);
        Assert.Throws<ForeignEvidenceException>(() => Judge.Decide(claim.Proposition, [evidence]));
        Assert.Throws<ForeignEvidenceException>(() => new ClaimRunner([new Quoting(evidence)]).Run(claim, KnownClaims.Tiny, 1));
    }

    [Fact]
    public void The_same_evidence_counts_for_its_own_claim()
    {
        Assert.Equal(Verdict.Refuted, Judge.Decide(Gradient.Proposition, [Of(new GradientDifferences(), Gradient)]));
        Claim weak = OneVariable("weak", x => x >= 0);
        Assert.Equal(Verdict.Proved, Judge.Decide(weak.Proposition, [Of(new ProverChecker(), weak), Of(new HypothesisChecker(), weak)]));

        // Made anew, the statement is another object with the same text.
        Assert.Equal(Verdict.Proved, Judge.Decide(OneVariable("again", x => x >= 0).Proposition, [Of(new ProverChecker(), weak), Of(new HypothesisChecker(), weak)]));
    }

    private static Claim OneVariable(string label, Func<Term, Formula> conclusion, int high = 3)
    {
        var forAll = new Quantifier();
        Term x = forAll.Real("x", 0, high);
        return KnownClaims.Of(label, StatementProposition.Of(forAll.Conclude(conclusion(x))));
    }

    private static Evidence Of(IChecker checker, Claim claim) => checker.Check(claim, KnownClaims.Tiny, 1).Single();

    private sealed class Quoting(Evidence evidence) : IChecker
    {
        public IEnumerable<Evidence> Check(Claim claim, Budget budget, ulong seed) => [evidence];
    }
}
