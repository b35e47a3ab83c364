using System.Text.Json;
using System.Text.RegularExpressions;
using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Specs.LiYuan2017.Experiments.Runs;
using ResLinkProofs.Specs.PReluReport.Experiments.Runs;
using ResLinkProofs.Testing.Snapshots;

namespace ResLinkProofs.Specs.Tests.Experiments;

/// <summary>
/// The runs at full size under <c>snapshots/experiments</c>: each lies there with its provenance, and its findings are those that follow from its data.
/// </summary>
public partial class RecordedRunTests
{
    private static readonly ExperimentCatalogue Catalogue = ExperimentCatalogue.Of(typeof(SpecsAssembly).Assembly);

    public static TheoryData<string> Names => [.. Recorded()];

    [Fact]
    public void The_sources_central_experiments_are_recorded() =>
        Assert.Subset(Recorded().ToHashSet(), new HashSet<string> { "dynamics", "global-minimum", "prelu-global-minimum" });

    [Theory]
    [MemberData(nameof(Names))]
    public void Findings_follow_from_the_recorded_data(string name)
    {
        string text = File.ReadAllText(Path.Combine(Root(), name, name + ".csv"));
        JsonElement recorded = Json(name, ".json").GetProperty("findings");
        (string, string)[] written = [.. recorded.EnumerateArray().Select(f => (f.GetProperty("name").GetString()!, f.GetProperty("outcome").GetString()!))];
        Assert.Equal(written, Outcomes(Findings(name, Recording.FromCsv(name, text))));
        Assert.Equal(Numbers(Findings(name, Recording.FromCsv(name, text))), Numbers(recorded));
        Assert.Equal(text, Recording.FromCsv(name, text).ToCsv());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Data_of_networks_that_never_moved_find_something_else(string name)
    {
        // Every row after the first of a run repeats the first: the recorded findings must not survive it.
        Recording table = Recording.FromCsv(name, File.ReadAllText(Path.Combine(Root(), name, name + ".csv")));
        if (name == "spectral-norm")
        {
            string[] names = [.. table.Columns];
            var unmoved = new Recording(name, names);
            for (int pair = 0; pair < table.Rows; pair++)
            {
                unmoved.Add([.. names.Select(c => table.Column(c == "error" ? "error at 0" : c)[pair])]);
            }

            Assert.DoesNotContain("holds", Outcomes(Findings(name, unmoved)).Select(o => o.Outcome));
            return;
        }

        // Of walks that never moved none has arrived, and no draw has ended.
        if (name is "octopus" or "spurious-minimum")
        {
            var still = new Recording(name, [.. table.Columns]);
            for (int row = 0; row < table.Rows; row++)
            {
                still.Add([.. table.Columns.Select(c => c is "escaped" or "perturbed escaped" or "global" ? 0 : table.Column(c == "open" ? "draws" : c)[row])]);
            }

            Assert.DoesNotContain("holds", Outcomes(Findings(name, still)).Select(o => o.Outcome));
            return;
        }

        // Where nothing is drawn no event occurs, and a Gram matrix is zero.
        if (name is "random-starts" or "wide-gram")
        {
            var empty = new Recording(name, [.. table.Columns]);
            for (int row = 0; row < table.Rows; row++)
            {
                empty.Add([.. table.Columns.Select(c => c is "occurred" or "value" ? 0 : table.Column(c)[row])]);
            }

            Assert.DoesNotContain("holds", Outcomes(Findings(name, empty)).Select(o => o.Outcome));
            return;
        }

        string clock = name == "dynamics" ? "iteration" : "epoch";
        var frozen = new Recording(name, [.. table.Columns]);
        double[][] columns = [.. table.Columns.Select(c => table.Column(c))];
        int time = table.Columns.ToList().IndexOf(clock), start = 0;
        for (int row = 0; row < table.Rows; row++)
        {
            start = columns[time][row] == 0 ? row : start;
            frozen.Add([.. columns.Select((c, i) => i == time || table.Columns[i] is "variant" or "repetition" or "run" or "c" ? c[row] : c[start])]);
        }

        Assert.DoesNotContain("holds", Outcomes(Findings(name, frozen)).Select(o => o.Outcome));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_provenance_says_how_to_repeat_the_run(string name)
    {
        JsonElement provenance = Json(name, ".provenance.json");
        Assert.Matches($"^reslink experiment {name} --full( --without [a-z0-9-]+)* --seed [0-9]+$", provenance.GetProperty("command").GetString());
        Assert.Matches(Commit(), provenance.GetProperty("commit").GetString());
        Assert.True(provenance.GetProperty("seconds").GetDouble() > 0);
        Assert.Contains($"seed {provenance.GetProperty("seed").GetUInt64()}", Json(name, ".json").GetProperty("run").GetString(), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Root(), name, name + ".svg")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Figures_are_drawn_from_the_recorded_data_the_same_bytes_every_time(string name)
    {
        RecordedRun run = RecordedRun.Read(Root(), name);
        string drawn = Catalogue.Find(name).Draw(run), file = Path.Combine(Root(), name, name + ".svg");
        Assert.Equal(drawn, Catalogue.Find(name).Draw(run));
        if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1")
        {
            File.WriteAllText(file, drawn);
        }

        Assert.Equal(File.ReadAllText(file), drawn);
    }

    [Fact]
    public void A_run_that_is_not_recorded_says_how_to_make_it()
    {
        var error = Assert.Throws<FileNotFoundException>(() => RecordedRun.Read(Root(), "zero-initialisation"));
        Assert.Contains("reslink experiment zero-initialisation --full", error.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => Catalogue.Find("zero-initialisation").Judge(RecordedRun.Read(Root(), "dynamics")));
    }

    [Fact]
    public void Parts_that_were_left_out_are_not_judged()
    {
        RecordedRun run = RecordedRun.Read(Root(), "global-minimum");
        Assert.Equal(["3-block"], run.Without);
        Assert.DoesNotContain("three-block-overfits", Catalogue.Find("global-minimum").Judge(run).Select(f => f.Name));
    }

    [Fact]
    public void A_damaged_table_is_refused_with_its_line()
    {
        Assert.Contains("line 3", Assert.Throws<InvalidDataException>(() => Recording.FromCsv("t", "a,b\n1,2\n1,x\n")).Message, StringComparison.Ordinal);
        Assert.Contains("line 2", Assert.Throws<InvalidDataException>(() => Recording.FromCsv("t", "a,b\n1\n")).Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ExperimentFinding> Findings(string name, Recording table) =>
        Catalogue.Find(name).Judge(RecordedRun.Read(Root(), name) with { Table = table });

    private static (string Name, string Outcome)[] Outcomes(IReadOnlyList<ExperimentFinding> findings) => [.. findings.Select(f => (f.Name, f.Outcome.ToString().ToLowerInvariant()))];

    private static string Numbers(IReadOnlyList<ExperimentFinding> findings) => Numbers(JsonSerializer.SerializeToElement(findings, JsonFormat.Readable));

    private static string Numbers(JsonElement findings) => string.Join('\n', findings.EnumerateArray().Select(f => JsonSerializer.Serialize(f.GetProperty("numbers"))));

    private static JsonElement Json(string name, string end) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Root(), name, name + end))).RootElement;

    private static string[] Recorded() => [.. Directory.GetDirectories(Root()).Select(d => Path.GetFileName(d)).Order()];

    private static string Root() => Path.Combine(Snapshot.FindRepository(AppContext.BaseDirectory), "snapshots", "experiments");

    [GeneratedRegex("^[0-9a-f]{40}$")]
    private static partial Regex Commit();
}
