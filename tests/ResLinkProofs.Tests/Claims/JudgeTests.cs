using System.Reflection;
using ResLinkProofs.Claims;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Tests.Claims;

public sealed class JudgeTests
{
    private static readonly Evidence Support = Evidence.OfSupport("search", "nothing found");
    private static readonly Evidence Suspicion = Evidence.OfSuspicion("search", "odd");
    private static readonly Evidence Nothing = Evidence.OfNothing("prover", "too many boxes");
    private static readonly Evidence Rejection = Evidence.OfRejection("monte carlo", "W = 0", "7 standard errors");
    private static readonly Evidence Proof = Of(Finding.Proof), Vacuity = Of(Finding.Vacuity), Satisfiable = Of(Finding.Satisfiable);

    public static TheoryData<Verdict, Evidence[]> Rules() => new()
    {
        { Verdict.Inconclusive, [] },
        { Verdict.Inconclusive, [Nothing] },
        { Verdict.Supported, [Support, Nothing] },
        { Verdict.Inconclusive, [Support, Suspicion] },
        { Verdict.Refuted, [Support, Rejection] },
        { Verdict.Refuted, [Suspicion, Refutation()] },
        { Verdict.Proved, [Support, Satisfiable, Proof] },
        { Verdict.Proved, [Suspicion, Proof, Satisfiable] },
        { Verdict.Inconclusive, [Support, Proof, Nothing] }, // nobody has shown that it is about anything
        { Verdict.Inconclusive, [Satisfiable] },
        { Verdict.Supported, [Satisfiable, Support] },
        { Verdict.Vacuous, [Proof, Vacuity] },
        { Verdict.Vacuous, [Nothing, Vacuity] },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_verdict_follows_the_rules_in_any_order(Verdict expected, Evidence[] evidence)
    {
        Assert.Equal(expected, Judge.Decide(evidence));
        Assert.Equal(expected, Judge.Decide([.. evidence.Reverse()]));
    }

    [Fact]
    public void Engines_that_disagree_are_an_error_and_no_verdict()
    {
        foreach (Evidence refutation in new[] { Rejection, Refutation() })
        {
            Assert.Throws<EngineDisagreementException>(() => Judge.Decide([Proof, refutation]));
            Assert.Throws<EngineDisagreementException>(() => Judge.Decide([refutation, Support, Vacuity]));
        }
    }

    [Fact]
    public void A_refutation_carries_its_witness()
    {
        Evidence refutation = Refutation();
        Assert.IsType<ConfirmedWitness>(refutation.Refutation);
        Assert.Equal("here", refutation.Witness);
        Assert.Null(Rejection.Refutation);
        Assert.Equal("W = 0", Rejection.Witness);
        Assert.Throws<ArgumentNullException>(() => Evidence.OfRefutation("search", null!, "here"));
    }

    private static Evidence Refutation() => Evidence.OfRefutation(
        "sampling",
        ConfirmedWitness.TryConfirm(KnownClaims.StatementOf(KnownClaims.FalseOnASmallDisc), [new Rational(7, 10), new Rational(3, 10)])!,
        "here");

    // Proofs need a certificate; the rules about them do not.
    private static Evidence Of(Finding finding) => (Evidence)typeof(Evidence)
        .GetConstructor(BindingFlags.NonPublic | BindingFlags.Instance, [typeof(string), typeof(Finding), typeof(string)])!
        .Invoke(["prover", finding, "certificate"]);
}
