using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Export;
using ResLinkProofs.Judging;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using Xunit.Abstractions;

namespace ResLinkProofs.Tests.Judging;

/// <summary>Coq itself: it accepts exports of true statements and rejects forged ones. Coq is not downloaded for a test: where it is not, the tests say so and check nothing.</summary>
public sealed class ForgedExportTests(ITestOutputHelper output, CoqOfThisMachine coq) : IClassFixture<CoqOfThisMachine>
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private static readonly Dictionary<string, (Statement True, Statement False)> Pairs = new()
    {
        ["an identity with another coefficient"] = (Of((x, y) => Term.Square(x + y).EqualTo((x * x) + (2 * x * y) + (y * y))), Of((x, y) => Term.Square(x + y).EqualTo((x * x) + (3 * x * y) + (y * y)))),
        ["an enclosure past its end"] = (Of((x, y) => Term.Sin(x + y) <= Term.Ratio(1002, 1000) - (y / 1000)), Of((x, y) => Term.Sin(x + y) <= Term.Ratio(999, 1000) - (y / 1000))),
        ["a square that is positive"] = (Of((x, y) => (x * x) + (y * y) >= 2 * x * y), Of((x, y) => (x * x) + (y * y) > 2 * x * y)),
        ["a product of exponentials"] = (Of((x, y) => (Term.Exp(x) * Term.Exp(y)).EqualTo(Term.Exp(x + y))), Of((x, y) => (Term.Exp(x) * Term.Exp(y)).EqualTo(Term.Exp(x - y)))),
        ["a hypothesis left out"] = (Of((x, y) => x + y >= 1, (x, y) => (x >= Term.Ratio(3, 5)) & (y >= Term.Ratio(1, 2))), Of((x, y) => x + y >= 1, (x, y) => x >= Term.Ratio(3, 5))),
        ["another branch"] = (Of((x, y) => Term.Max(x - y, y - x).EqualTo(Term.Abs(x - y))), Of((x, y) => Term.Max(x - y, y - x).EqualTo(x - y))),
    };

    public static TheoryData<string> Names => new(Pairs.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_true_statement_is_accepted_and_a_false_one_under_its_proof_is_not(string name)
    {
        if (coq.Process is null)
        {
            output.WriteLine($"Coq is not here ({coq.Reason}): nothing was checked. 'reslink judge' fetches it.");
            return;
        }

        (Statement truth, Statement falsehood) = Pairs[name];
        string honest = Exporter.Coq([new ExportedTheorem("t", [], truth)]), own = Exporter.Coq([new ExportedTheorem("t", [], falsehood)]);
        CoqReply accepted = coq.Process.Check(honest, Limit);
        Assert.True(accepted.Answer == CoqAnswer.Accepted, accepted.Detail);

        // The false statement under the proof of the true one, and under the proof that is proposed for itself.
        string forged = honest.Replace(StatementOf(honest), StatementOf(own), StringComparison.Ordinal);
        Assert.NotEqual(honest, forged);
        Assert.NotEqual(CoqAnswer.Accepted, coq.Process.Check(forged, Limit).Answer);
        Assert.NotEqual(CoqAnswer.Accepted, coq.Process.Check(own, Limit).Answer);
    }

    [Fact]
    public void The_failure_of_a_false_statement_is_accepted_at_its_witness_only()
    {
        if (coq.Process is null)
        {
            output.WriteLine($"Coq is not here ({coq.Reason}): nothing was checked. 'reslink judge' fetches it.");
            return;
        }

        var theorem = new ExportedTheorem("t", [], Pairs["an enclosure past its end"].False);
        CoqReply reply = coq.Process.Check(Exporter.CoqFailure(theorem, [new(157, 200), new(157, 200)]), Limit);
        Assert.True(reply.Answer == CoqAnswer.Accepted, reply.Detail);
        Assert.NotEqual(CoqAnswer.Accepted, coq.Process.Check(Exporter.CoqFailure(theorem, [0, 0]), Limit).Answer);
        Assert.NotEqual(CoqAnswer.Accepted, coq.Process.Check(Exporter.CoqFailure(theorem, [new(157, 100), 2]), Limit).Answer);
        Assert.Equal(CoqAnswer.Unanswered, coq.Process.Check(Exporter.Coq([theorem]), TimeSpan.FromMilliseconds(50)).Answer);
    }

    [Theory]
    [InlineData("Admitted.", "rests on t,")]
    [InlineData("apply whatever. Qed.", "rests on whatever,")]
    public void A_proof_that_is_left_out_or_borrowed_is_not_accepted(string proof, string objection)
    {
        if (coq.Process is null)
        {
            output.WriteLine($"Coq is not here ({coq.Reason}): nothing was checked. 'reslink judge' fetches it.");
            return;
        }

        string honest = Exporter.Coq([new ExportedTheorem("t", [], Pairs["another branch"].False)]);
        int from = honest.IndexOf("\nProof.", honest.IndexOf("Theorem t :", StringComparison.Ordinal), StringComparison.Ordinal);
        int to = honest.IndexOf("Qed.", from, StringComparison.Ordinal) + 4;
        string forged = honest[..from].Replace("Theorem t :", "Axiom whatever : forall P : Prop, P.\nTheorem t :", StringComparison.Ordinal)
            + $"\nProof. {proof}" + honest[to..];
        CoqReply reply = coq.Process.Check(forged, Limit);
        Assert.Equal(CoqAnswer.Rejected, reply.Answer);
        Assert.Contains(objection, reply.Detail, StringComparison.Ordinal);
    }

    private static string StatementOf(string file)
    {
        int from = file.IndexOf("Theorem t :", StringComparison.Ordinal);
        return file[from..file.IndexOf(".\nProof.", from, StringComparison.Ordinal)];
    }

    private static Statement Of(Func<Term, Term, Formula> conclusion, Func<Term, Term, Formula>? hypothesis = null)
    {
        var forAll = new Quantifier();
        Term x = forAll.Real("x", 0, 1), y = forAll.Real("y", 0, 1);
        return forAll.Given(hypothesis?.Invoke(x, y) ?? Formula.True).Conclude(conclusion(x, y));
    }
}
