using System.Text.Json;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Reports;
using ResLinkProofs.Testing;
using ResLinkProofs.Tests.Claims;
using ResLinkProofs.Tests.Descent;

namespace ResLinkProofs.Tests.Reports;

public sealed class ReportTests
{
    private static readonly Claim Corrected = KnownClaims.True with { Correction = "≥ instead of >" };

    [Fact]
    public void Every_verdict_reads_back_from_its_snapshot()
    {
        foreach (Verdict verdict in Enum.GetValues<Verdict>())
        {
            string text = VerdictSnapshot.Render(new ClaimResult(Corrected, verdict, [Evidence.OfSupport("search", "x")], 1));
            Assert.Equal(verdict, VerdictSnapshot.ReadVerdict(text));
            Assert.Equal(verdict, VerdictSnapshot.ReadVerdict(text.Replace("\n", "\r\n", StringComparison.Ordinal)));
        }

        Assert.Null(VerdictSnapshot.ReadVerdict("claim: a/b\n"));
        Assert.Null(VerdictSnapshot.ReadVerdict("verdict: Perhaps\n"));
    }

    [Fact]
    public void A_snapshot_holds_what_is_stable_and_nothing_else()
    {
        Evidence evidence = Evidence.OfSupport("search", "hard work") with { WorstMargin = 0.123456, Work = [("samples", 17)] };
        string text = VerdictSnapshot.Render(new ClaimResult(Corrected, Verdict.Supported, [evidence], 3.5));
        Assert.Equal(
            """
            claim: test/true
            reading: corrected
            source: Test 2000, True
            printed: “as stated” (Lemma 1)
            statement: True
            correction: ≥ instead of >
            formal: DIGEST
            verdict: Supported
            least relative margin: 0.1235 ± 0.02

            """.ReplaceLineEndings("\n").Replace("DIGEST", VerdictSnapshot.FormalDigest(Corrected), StringComparison.Ordinal),
            text);
        Assert.Equal(text, VerdictSnapshot.Render(new ClaimResult(Corrected, Verdict.Supported, [evidence with { Work = [] }], 9)));
    }

    [Fact]
    public void The_digest_follows_the_formal_statement_and_not_its_wording()
    {
        string digest = VerdictSnapshot.FormalDigest(Corrected);
        Assert.Equal(16, digest.Length);
        Assert.Equal(digest, VerdictSnapshot.FormalDigest(KnownClaims.True));
        Assert.Equal(digest, VerdictSnapshot.FormalDigest(KnownClaims.True with { Text = "worded otherwise" }));

        // A smaller domain, another constant, another hypothesis, another kind of family under the same text.
        Statement statement = KnownClaims.StatementOf(KnownClaims.True);
        Statement[] others =
        [
            new([new("x", 0, new(1, 2)), statement.Variables[1]], statement.Hypothesis, statement.Conclusion),
            new(statement.Variables, Term.Variable("x") >= 0, statement.Conclusion),
            new(statement.Variables, statement.Hypothesis, Term.Exp(Term.Variable("x") + Term.Variable("y")) > 1 + Term.Variable("x")),
            new(statement.Variables, statement.Hypothesis, statement.Conclusion, [new SpectralBound("A", [["x"]], 1)]),
        ];
        string[] digests = [digest, .. others.Select(s => Digest(StatementProposition.Of(s))), Digest(StatementProposition.ForEach("n", [0], _ => statement))];
        Assert.Equal(digests.Length, digests.Distinct().Count());

        static string Digest(Proposition proposition) => VerdictSnapshot.FormalDigest(KnownClaims.True with { Proposition = proposition });
    }

    [Fact]
    public void A_text_with_a_line_of_its_own_is_refused()
    {
        foreach (string odd in new[] { "fine\nverdict: Proved", "a\rb", "a\0b", "\u0085" })
        {
            Assert.Throws<ArgumentException>(() => KnownClaims.True with { Text = odd });
            Assert.Throws<ArgumentException>(() => Corrected with { Correction = odd });
            Assert.Throws<ArgumentException>(() => new Source(KnownClaims.Document, odd));
        }
    }

    [Fact]
    public void A_refutation_is_recorded_with_its_witness_and_not_its_margin()
    {
        Evidence refutation = Evidence.OfRejection("monte carlo", KnownClaims.True.Proposition, "W = [1]", "off") with { WorstMargin = -0.5 };
        string text = VerdictSnapshot.Render(new ClaimResult(KnownClaims.True, Verdict.Refuted, [refutation], 1));
        Assert.Contains("\nwitness: W = [1]\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("margin", text, StringComparison.Ordinal);
        Assert.DoesNotContain("correction", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Recorded_verdicts_are_found_from_any_folder_of_the_checkout()
    {
        using var checkout = new TemporaryDirectory();
        File.WriteAllText(Path.Combine(checkout.Path, "ResLinkProofs.sln"), "");
        string file = Path.Combine(checkout.Path, "snapshots", VerdictSnapshot.Name(Corrected) + ".verified.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, VerdictSnapshot.Render(new ClaimResult(Corrected, Verdict.Vacuous, [], 0)));
        string deep = Directory.CreateDirectory(Path.Combine(checkout.Path, "a", "b")).FullName;

        RecordedVerdicts recorded = RecordedVerdicts.Near(deep);
        Assert.True(recorded.Exist);
        Assert.Equal(Verdict.Vacuous, recorded.Of(Corrected));
        Assert.False(recorded.IsOfAnotherStatement(Corrected));
        Assert.True(recorded.IsOfAnotherStatement(Corrected with { Proposition = KnownClaims.FalseOnASmallDisc.Proposition }));
        Assert.Null(recorded.Of(KnownClaims.True)); // the other reading
    }

    [Fact]
    public void Without_a_checkout_nothing_is_recorded()
    {
        using var elsewhere = new TemporaryDirectory();
        RecordedVerdicts recorded = RecordedVerdicts.Near(elsewhere.Path);
        Assert.False(recorded.Exist);
        Assert.Null(recorded.Of(Corrected));
    }

    [Fact]
    public void The_json_has_the_names_of_the_contract()
    {
        using var elsewhere = new TemporaryDirectory();
        Evidence refutation = Evidence.OfRejection("monte carlo", KnownClaims.True.Proposition, "W = [1]", "7σ \"off\"") with { WorstMargin = double.NegativeInfinity, Work = [("samples", 5)] };
        string text = JsonReport.Write(
            [new ClaimResult(Corrected, Verdict.Refuted, [Evidence.OfSupport("search", "none"), refutation], 1.23456)], RecordedVerdicts.Near(elsewhere.Path));

        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement row = Assert.Single(document.RootElement.EnumerateArray());
        Assert.Equal("test/true", row.GetProperty("id").GetString());
        Assert.Equal("Corrected", row.GetProperty("reading").GetString());
        Assert.Equal("Test 2000, True", row.GetProperty("source").GetString());
        Assert.Equal("Refuted", row.GetProperty("verdict").GetString());
        Assert.Equal(JsonValueKind.Null, row.GetProperty("expected").ValueKind);
        Assert.Equal("W = [1]", row.GetProperty("witness").GetString());
        Assert.Equal(1.235, row.GetProperty("seconds").GetDouble());
        JsonElement evidence = row.GetProperty("evidence");
        Assert.Equal(2, evidence.GetArrayLength());
        Assert.Equal("7σ \"off\"", evidence[1].GetProperty("summary").GetString());
        Assert.Equal(5, evidence[1].GetProperty("work").GetProperty("samples").GetInt64());
        Assert.Contains("≥ instead of >", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_has_the_quote_its_place_the_prefix_and_the_severity()
    {
        using var elsewhere = new TemporaryDirectory();
        Claim printed = KnownClaims.True with
        {
            Quote = new Quote("x is small", "Lemma 1"),
            Severity = new Severity.ConsequenceOf("test/other"),
            Existential = new Existential.Instance("C", "C = 1"),
        };
        using JsonDocument document = JsonDocument.Parse(JsonReport.Write(
            [new ClaimResult(printed, Verdict.Derived, [], 0), new ClaimResult(Corrected with { Quote = null }, Verdict.Proved, [], 0)], RecordedVerdicts.Near(elsewhere.Path)));
        JsonElement row = document.RootElement[0], other = document.RootElement[1];
        Assert.Equal(("x is small", "Lemma 1"), (row.GetProperty("quote").GetProperty("clause").GetString(), row.GetProperty("quote").GetProperty("place").GetString()));
        Assert.Equal(("consequence", "of test/other"), (row.GetProperty("severity").GetProperty("kind").GetString(), row.GetProperty("severity").GetProperty("detail").GetString()));
        Assert.Equal(("∃ C, here C = 1:", "Derived"), (row.GetProperty("prefix").GetString(), row.GetProperty("verdict").GetString()));
        Assert.Equal(JsonValueKind.Null, other.GetProperty("quote").ValueKind);
        Assert.Equal(JsonValueKind.Null, other.GetProperty("severity").ValueKind);
        Assert.Equal(JsonValueKind.Null, other.GetProperty("prefix").ValueKind);
    }

    [Fact]
    public void The_json_says_who_agreed_and_what_a_solver_was_asked()
    {
        using var elsewhere = new TemporaryDirectory();
        SolverFigures figures = new()
        {
            Solver = "z3: 1",
            Queries = 7,
            QuerySeconds = 1.23456,
            CertifiedPoints = 200,
            AskedPoints = 201,
            CertifiedBoxes = 2,
            LargestShare = 0.25,
            Sizes = 1,
        };
        ClaimResult[] results =
        [
            new(KnownClaims.True, Verdict.Supported, [Evidence.OfSupport("search", "none"), Evidence.OfNothing("prover", "hard"), Evidence.OfSupport("z3", "none") with { Solver = figures }], 2),
            new(Corrected, Verdict.Refuted, [Evidence.OfSupport("search", "none"), Evidence.OfRejection("monte carlo", KnownClaims.True.Proposition, "W", "off") with { Solver = figures with { LargestShare = 0.5 } }], 3),
        ];
        using JsonDocument document = JsonDocument.Parse(JsonReport.Write(results, RecordedVerdicts.Near(elsewhere.Path)));
        JsonElement row = document.RootElement[0], other = document.RootElement[1];
        Assert.Equal(["search", "z3"], row.GetProperty("agreeing").EnumerateArray().Select(e => e.GetString()));
        Assert.Equal(["monte carlo"], other.GetProperty("agreeing").EnumerateArray().Select(e => e.GetString()));
        JsonElement solver = row.GetProperty("solver");
        Assert.Equal((7, 200, 201, 2), (solver.GetProperty("queries").GetInt32(), solver.GetProperty("certifiedPoints").GetInt32(), solver.GetProperty("askedPoints").GetInt32(), solver.GetProperty("certifiedBoxes").GetInt32()));
        Assert.Equal((1.235, 0.25), (solver.GetProperty("querySeconds").GetDouble(), solver.GetProperty("largestShare").GetDouble()));

        using JsonDocument totals = JsonDocument.Parse(JsonReport.WriteTotals(results));
        JsonElement all = totals.RootElement.GetProperty("solver");
        Assert.Equal((14, 400, 0.5), (all.GetProperty("queries").GetInt32(), all.GetProperty("certifiedPoints").GetInt32(), all.GetProperty("largestShare").GetDouble()));
        Assert.Equal((2, 5.0), (totals.RootElement.GetProperty("claims").GetInt32(), totals.RootElement.GetProperty("seconds").GetDouble()));
        Assert.Equal(1, totals.RootElement.GetProperty("verdicts").GetProperty("Refuted").GetInt32());
    }
}
