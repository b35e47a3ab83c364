using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Judging;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Reports;
using ResLinkProofs.Tests.Claims;

namespace ResLinkProofs.Tests.Judging;

/// <summary>What becomes of Coq's answers, whatever they are: those of stand-ins that accept what they are told to.</summary>
public sealed class CoqJudgeTests
{
    private const string Failure = "_fails : ";

    private static readonly ClaimRunner Runner = new([new SearchChecker(), new ProverChecker(), new HypothesisChecker()]);

    private static ClaimResult Proved { get; } = Runner.Run(KnownClaims.True, KnownClaims.Tiny, 1);

    private static ClaimResult Refuted { get; } = Runner.Run(KnownClaims.Of("False exponential", (x, y) => Term.Exp(x + y) <= 2 + x), KnownClaims.Tiny, 1);

    private static CoqJudge Judge(Func<string, bool> accepts, CoqLimits? limits = null) =>
        new((text, _) => accepts(text) ? new(CoqAnswer.Accepted, "", 1) : new(CoqAnswer.Rejected, "No applicable tactic.", 1), "Coq 0", limits ?? new CoqLimits());

    [Fact]
    public void Accepted_proofs_and_failures_are_recorded_and_move_no_verdict()
    {
        Assert.Equal((Verdict.Proved, Verdict.Refuted), (Proved.Verdict, Refuted.Verdict));
        foreach (ClaimResult result in new[] { Proved, Refuted })
        {
            CoqOpinion opinion = Judge(text => text.Contains(Failure, StringComparison.Ordinal) == (result == Refuted)).Judge(result)!;
            Assert.Equal((CoqOutcome.Accepted, 1, 1, ""), (opinion.Outcome, opinion.Accepted, opinion.Of, opinion.Detail));
            ClaimResult judged = result with { Coq = opinion };
            Assert.Equal(result.Verdict, judged.Verdict);
            string json = JsonReport.Write([judged], RecordedVerdicts.Near());
            Assert.Contains("\"judge\": \"Coq 0\"", json, StringComparison.Ordinal);
            Assert.Contains("Accepted by: our kernel, Coq 0", MarkdownReport.Write([judged], RecordedVerdicts.Near()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_Coq_does_not_accept_stands()
    {
        CoqOpinion opinion = Judge(_ => false).Judge(Proved)!;
        Assert.Equal((CoqOutcome.Failed, 0), (opinion.Outcome, opinion.Accepted));
        Assert.Contains("No applicable tactic.", opinion.Detail, StringComparison.Ordinal);
        Assert.Contains("accepts 0 of 1", CoqSentence.Of(Verdict.Proved, opinion), StringComparison.Ordinal);
        Assert.Equal(CoqOutcome.Failed, Judge(_ => false).Judge(Refuted)!.Outcome);
    }

    [Fact]
    public void A_proof_that_a_proved_statement_fails_stops_the_run()
    {
        var disagreement = Assert.Throws<EngineDisagreementException>(() => Judge(text => text.Contains(Failure, StringComparison.Ordinal)).Judge(Proved));
        Assert.Contains("fails at a point", disagreement.Message, StringComparison.Ordinal);
        Assert.Contains("Theorem", disagreement.Script, StringComparison.Ordinal);
        Assert.Equal("disagreement.v", disagreement.ScriptFile);
    }

    [Fact]
    public void A_proof_of_a_refuted_statement_stops_the_run() => Assert.Contains(
        "which is refuted by", Assert.Throws<EngineDisagreementException>(() => Judge(text => !text.Contains(Failure, StringComparison.Ordinal)).Judge(Refuted)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_too_long_is_not_asked()
    {
        CoqOpinion opinion = Judge(_ => throw new InvalidOperationException("asked"), new CoqLimits { Text = 100 }).Judge(Proved)!;
        Assert.Equal(CoqOutcome.TooLarge, opinion.Outcome);
        Assert.Contains("the limit is 100", opinion.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_verdicts_are_none_of_its_business() => Assert.Null(Judge(_ => throw new InvalidOperationException("asked")).Judge(Proved with { Verdict = Verdict.Supported }));
}
