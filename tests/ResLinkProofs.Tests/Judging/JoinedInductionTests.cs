using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Export;
using ResLinkProofs.Judging;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Tests.Claims;
using Xunit.Abstractions;

namespace ResLinkProofs.Tests.Judging;

/// <summary>What joins the obligations of an induction, as a theorem of Coq about every number of steps: with cases, definitions, inputs and a last step.</summary>
public sealed class JoinedInductionTests(ITestOutputHelper output, CoqOfThisMachine coq) : IClassFixture<CoqOfThisMachine>
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly Term Z = Term.Variable("z"), U = Term.Variable("u"), C = Term.Variable("c"), B = Term.Variable("b");
    private static readonly Term T = Recurrence.Horizon, Time = Recurrence.Time;

    [Fact]
    public void The_theorem_is_about_sequences_and_says_what_is_assumed()
    {
        string text = Exporter.Coq(Joined(Z >= B * T));
        Assert.Contains("Theorem joined :\n  forall (N : nat) (c T log_T b : R) (z u : nat -> R),\n  (1 <= N)%nat ->\n  T = INR N ->", text, StringComparison.Ordinal);
        Assert.Contains("(forall k : nat, (k < N)%nat -> (z (S k)) = (z k) + (u k))", text, StringComparison.Ordinal);
        Assert.EndsWith("End joined.\n\nPrint Assumptions joined.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Coq_joins_the_obligations_and_to_nothing_more()
    {
        if (coq.Process is null)
        {
            output.WriteLine($"Coq is not here ({coq.Reason}): nothing was checked. 'reslink judge' fetches it.");
            return;
        }

        string honest = Exporter.Coq(Joined(Z >= B * T));
        CoqReply reply = coq.Process.Check(honest, Limit);
        Assert.True(reply.Answer == CoqAnswer.Accepted, reply.Detail);
        int theorem = honest.IndexOf("Theorem joined", StringComparison.Ordinal);
        foreach ((string from, string to) in new[]
        {
            ("(z N) >= b * T.", "(z N) >= b * T + 1."), ("(k < N)%nat -> (u k) >= c", "(k < N)%nat -> (u k) >= c - 1"), ("(z 0%nat) = 0", "(z 0%nat) = -1"),
            ("(k < N)%nat -> (z (S k))", "(S k < N)%nat -> (z (S k))"),
        })
        {
            string forged = honest[..theorem] + honest[theorem..].Replace(from, to, StringComparison.Ordinal);
            Assert.NotEqual(honest, forged);
            Assert.Equal(CoqAnswer.Rejected, coq.Process.Check(forged, Limit).Answer);
        }
    }

    [Fact]
    public void The_judge_asks_for_the_obligations_and_for_what_joins_them()
    {
        Claim claim = KnownClaims.Of("joined", (x, y) => x >= 0) with { Proposition = Proposition(Z >= B * T) };
        ClaimResult result = new ClaimRunner([new SearchChecker(), new InductionChecker(), new HypothesisChecker()]).Run(claim, Budget.Small, 1);
        Assert.True(result.Verdict == Verdict.Proved, string.Join("; ", result.Evidence.Select(e => e.Summary)));
        var asked = new List<string>();
        var judge = new CoqJudge(
            (text, _) =>
            {
                asked.Add(text);
                return text.Contains("Section joined", StringComparison.Ordinal) ? new(CoqAnswer.Rejected, "No applicable tactic.", 1) : new(CoqAnswer.Accepted, "", 1);
            },
            "Coq 0",
            new CoqLimits());
        CoqOpinion opinion = judge.Judge(result)!;
        Assert.Equal((CoqOutcome.Failed, opinion.Of - 1), (opinion.Outcome, opinion.Accepted));
        Assert.Contains("what joins the obligations", opinion.Detail, StringComparison.Ordinal);
        Assert.Equal(2, asked.Count); // all obligations in one file
    }

    private static RecurrenceProposition Proposition(Formula goal)
    {
        InductionExport all = Joined(goal);
        return new(all.Recurrence, [1, 2], all.Proof);
    }

    // z_0 = 0, z' = z + u with u >= c >= 0 and b = c/2: then z >= b T, in two cases, of which one looks at the last step.
    private static InductionExport Joined(Formula goal)
    {
        Formula isLarge = U >= C;
        var recurrence = new Recurrence
        {
            Constants = [new("c", 0, 4)],
            Definitions = [("b", C / 2)],
            State = [new("z", Term.Zero, Z + U)],
            Inputs = [new("u", 0, null)],
            EachStep = isLarge,
            Goal = goal,
        };
        Formula invariant = Z >= C * Time;
        Deduction Start() => new Deduction().Conclude([], ["z", "t"]);
        Deduction Step()
        {
            var step = new Deduction();
            return step.Conclude(step.Gap(invariant) + step.Gap(isLarge), ["z'", "t'"]);
        }

        Formula isShort = C <= 2, isLong = C >= 2, isPositive = T >= 0;
        var end = new Deduction();
        end.Show(isPositive, [recurrence.IsLongEnough]);
        Formula isConstant = end.Show(C >= 0);
        end.Conclude(end.Gap(invariant) + (end.Gap(isConstant) * end.Gap(isPositive) / 2), ["t", "b"]);
        var last = new Deduction();
        last.Show(isPositive, [recurrence.IsLongEnough]);
        Formula alsoConstant = last.Show(C >= 0);
        last.Conclude(last.Gap(invariant) + last.Gap(isLarge) + (last.Gap(alsoConstant) * last.Gap(isPositive) / 2), ["t", "b", "z'"]);
        var proof = new Induction(
        [
            new InductionCase { Name = "short", Condition = isShort, Invariant = invariant, Base = Start(), Step = Step(), End = end },
            new InductionCase { Name = "long", Condition = isLong, Invariant = invariant, Base = Start(), Step = Step(), End = last, EndsWithTheLastStep = true },
        ]);
        ExportedTheorem[] obligations = [.. proof.Statements(recurrence).Select((s, i) => new ExportedTheorem($"obligation_{i}", [], s.Statement))];
        return new InductionExport("joined", [], recurrence, proof, obligations);
    }
}
