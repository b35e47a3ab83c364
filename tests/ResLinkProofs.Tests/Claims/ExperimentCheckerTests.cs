using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Provisioning;

namespace ResLinkProofs.Tests.Claims;

public class ExperimentCheckerTests
{
    [Fact]
    public void Claims_on_one_experiment_share_its_run_also_when_checked_at_the_same_time()
    {
        var experiment = new Stub();
        var runner = new ClaimRunner([new ExperimentChecker()]);
        var claims = Enumerable.Range(0, 16).Select(i => Of(new(experiment, i % 2 == 0 ? "true" : "open"), $"Statement {i}")).ToArray();
        Parallel.ForEach(claims, new ParallelOptions { MaxDegreeOfParallelism = 8 }, claim => runner.Run(claim, Budget.Default, seed: 5));
        Assert.Equal([(ExperimentScale.Check, 5UL)], experiment.Runs);

        // Another seed or scale is another run; nothing is kept from one runner to the next.
        runner.Run(claims[0], Budget.Default, seed: 6);
        runner.Run(claims[0], Budget.Large, seed: 6);
        new ClaimRunner([new ExperimentChecker()]).Run(claims[0], Budget.Default, seed: 6);
        Assert.Equal(
            [(ExperimentScale.Check, 5UL), (ExperimentScale.Check, 6UL), (ExperimentScale.Reduced, 6UL), (ExperimentScale.Check, 6UL)],
            experiment.Runs);
    }

    [Theory]
    [InlineData("true", false, Verdict.Supported)]
    [InlineData("true", true, Verdict.Inconclusive)]
    [InlineData("false", false, Verdict.Inconclusive)]
    [InlineData("false", true, Verdict.Supported)]
    [InlineData("open", false, Verdict.Inconclusive)]
    [InlineData("open", true, Verdict.Inconclusive)]
    public void A_finding_supports_or_casts_doubt_and_never_refutes(string finding, bool negated, Verdict expected)
    {
        var proposition = new ExperimentProposition(new Stub(), finding);
        ClaimResult result = Run(negated ? proposition.Negated() : proposition);
        Assert.Equal(expected, result.Verdict);
        Assert.DoesNotContain(result.Evidence, e => e.Finding == Finding.Refutation);
        Assert.Contains("size 7", result.Evidence.Single().Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_that_cannot_be_had_leave_the_claim_open_and_say_what_to_do()
    {
        ClaimResult result = Run(new(new Stub { Failure = new ProvisioningException("run this: get-it") }, "true"));
        Assert.Equal(Verdict.Inconclusive, result.Verdict);
        Assert.Contains("get-it", result.Evidence.Single().Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_findings_are_mistakes_of_the_spec()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Run(new(new Stub(), "y")));
        Assert.Contains("true, false, open", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_at_full_size_is_judged_from_the_recorded_table_and_runs_nothing()
    {
        string folder = Directory.CreateTempSubdirectory("recorded").FullName;
        try
        {
            var experiment = new Stub();
            var claim = Of(ExperimentProposition.AtFullSize(experiment, "grows"), "Statement 1");
            ClaimResult Judged() => new ClaimRunner([new ExperimentChecker(recordedRuns: folder)]).Run(claim, Budget.Default, seed: 1);
            ClaimResult absent = Judged();
            Assert.Equal(Verdict.Inconclusive, absent.Verdict);
            Assert.Contains("reslink experiment stub --full", absent.Evidence.Single().Summary, StringComparison.Ordinal);

            string stem = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "stub")).FullName, "stub");
            File.WriteAllText(stem + ".provenance.json", """{ "command": "reslink experiment stub --full --seed 3", "commit": "0123456789abcdef" }""");
            File.WriteAllText(stem + ".csv", "x\n1\n2\n");
            Assert.Equal(Verdict.Supported, Judged().Verdict);
            Assert.Contains("'reslink experiment stub --full --seed 3' at commit 0123456", Judged().Evidence.Single().Summary, StringComparison.Ordinal);

            File.WriteAllText(stem + ".csv", "x\n1\n1\n");
            Assert.Equal(Verdict.Inconclusive, Judged().Verdict);
            File.WriteAllText(stem + ".csv", "x\n1\ny\n");
            Assert.Contains("line 3", Judged().Evidence.Single().Summary, StringComparison.Ordinal);
            File.WriteAllText(stem + ".provenance.json", "{}");
            Assert.Contains("provenance.json is damaged", Judged().Evidence.Single().Summary, StringComparison.Ordinal);
            Assert.Empty(experiment.Runs);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ClaimResult Run(ExperimentProposition proposition) =>
        new ClaimRunner([new ExperimentChecker()]).Run(Of(proposition, "Statement 1"), Budget.Default, seed: 1);

    private static Claim Of(ExperimentProposition proposition, string label) => new()
    {
        Source = new(new Document("test", "Test"), label),
        Text = "A statement.",
        Proposition = proposition,
    };

    internal sealed class Stub : IExperiment
    {
        private readonly List<(ExperimentScale, ulong)> runs = [];

        public Exception? Failure { get; init; }

        public IReadOnlyList<(ExperimentScale, ulong)> Runs => runs;

        public string Name => "stub";

        public IReadOnlyList<ExperimentFinding> Judge(RecordedRun run)
        {
            double[] x = run.Table.Column("x");
            return [new("grows", "It grows.", x[^1] > x[0], new Dictionary<string, double> { ["rows"] = x.Length })];
        }

        public string Source => "nowhere";

        public string Summary => "nothing";

        public ExperimentResult Run(ExperimentOptions options)
        {
            lock (runs)
                runs.Add((options.Scale, options.Seed));
            Assert.Null(options.OutputDirectory);
            var numbers = new Dictionary<string, double> { ["size"] = 7 };
            return Failure is null
                ? new(Name, [new("true", "It holds.", true, numbers), new("false", "It fails.", false, numbers), new("open", "Who knows.", Outcome.Undecided, numbers)], [])
                : throw Failure;
        }
    }
}
