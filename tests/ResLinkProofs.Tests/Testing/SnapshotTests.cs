using System.Text;
using ResLinkProofs.Testing.Properties;
using ResLinkProofs.Testing.Snapshots;

namespace ResLinkProofs.Tests.Testing;

public sealed class SnapshotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snapshots").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_equal_text_passes_and_a_different_one_fails_with_a_difference()
    {
        Write("a/b", "one\ntwo\nthree\n");
        Store().Verify("one\r\ntwo\r\nthree", "a/b");

        SnapshotException error = Assert.Throws<SnapshotException>(() => Store().Verify("one\n2\nthree", "a/b"));

        Assert.Contains("- two", error.Message, StringComparison.Ordinal);
        Assert.Contains("+ 2", error.Message, StringComparison.Ordinal);
        Assert.Contains("SNAPSHOT_ACCEPT=1", error.Message, StringComparison.Ordinal);
        Assert.Equal("one\n2\nthree\n", File.ReadAllText(Path.Combine(_folder, "a", "b.received.txt")));
        Assert.Equal("one\ntwo\nthree\n", Read("a/b"));
        Store().Verify("one\ntwo\nthree\n", "a/b");
        Assert.False(File.Exists(Path.Combine(_folder, "a", "b.received.txt")));
    }

    [Fact]
    public void A_missing_snapshot_fails_and_writes_only_the_received_text()
    {
        SnapshotException error = Assert.Throws<SnapshotException>(() => Store().Verify("x", "new"));
        Assert.StartsWith("Missing snapshot", error.Message, StringComparison.Ordinal);
        Assert.Equal(["new.received.txt"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Accepting_writes_UTF8_without_mark_and_LF_and_then_the_text_passes()
    {
        Assert.Throws<SnapshotException>(() => Store().Verify("γ: 1\r\nx", "new"));
        Store(SnapshotMode.Accept).Verify("γ: 1\r\nx", "new");
        Assert.Equal(Encoding.UTF8.GetBytes("γ: 1\nx\n"), File.ReadAllBytes(Path.Combine(_folder, "new.verified.txt")));
        Assert.Equal(["new.verified.txt"], Directory.GetFiles(_folder).Select(Path.GetFileName));
        Store().Verify("γ: 1\nx", "new");
    }

    [Theory]
    [InlineData("1", null, SnapshotMode.Accept)]
    [InlineData("1", "", SnapshotMode.Accept)]
    [InlineData("1", "false", SnapshotMode.Accept)]
    [InlineData("1", "true", SnapshotMode.Compare)]
    [InlineData("1", "1", SnapshotMode.Compare)]
    [InlineData("0", null, SnapshotMode.Compare)]
    [InlineData(null, null, SnapshotMode.Compare)]
    public void A_build_machine_never_accepts(string? accept, string? ci, SnapshotMode expected) =>
        Assert.Equal(expected, SnapshotModes.FromEnvironment(name => name switch
        {
            "SNAPSHOT_ACCEPT" => accept,
            "CI" => ci,
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "unexpected variable"),
        }));

    [Theory]
    [InlineData("margin: 0.4839 ± 0.0005", "margin: 0.4839 ± 0.0005", true)]
    [InlineData("margin: 0.4839 ± 0.0005", "margin: 0.4844 ± 0.0005", true)]
    [InlineData("margin: 0.4839 ± 0.0005", "margin: 0.48440000000000000000001 ± 0.0005", false)]
    [InlineData("margin: 0.4839 ± 0.0005", "margin: 0.4833 ± 0.0005", false)]
    [InlineData("margin: 0.4839 ± 0.0005", "margin: 0.4839 ± 0.5", false)]
    [InlineData("margin: 0.4839 ± 0.0005", "ratio: 0.4839 ± 0.0005", false)]
    [InlineData("margin: 0.4839 ± 0.0005", "margin: 0.4840", false)]
    [InlineData("margin: 0.4839 ± 0.0005", "margin: NaN ± 0.0005", false)]
    [InlineData("margin: 0.4839", "margin: 0.4840", false)]
    [InlineData("margin: 0.4839", "margin: 0.4840 ± 1", false)]
    [InlineData("  sharp: -1.5E-7 ± 1e-9", "  sharp: -1.509e-7 ± 1e-9", true)]
    [InlineData("  sharp: -1.5E-7 ± 1e-9", "  sharp: -1.512e-7 ± 1e-9", false)]
    [InlineData("a: 1 ± 1", "a: 2e999999999 ± 1", false)]
    [InlineData("a: 1 ± 1", "a: 2e99999999999999 ± 1", false)]
    public void Numbers_compare_within_the_tolerance_that_the_snapshot_states(string verified, string received, bool same)
    {
        Write("n", "Verdict: Supported\n" + verified + "\n");
        void Run() => Store().Verify("Verdict: Supported\n" + received, "n");
        if (same)
        {
            Run();
        }
        else
        {
            Assert.Throws<SnapshotException>(Run);
        }
    }

    [Property]
    public bool A_formatted_number_is_read_back_and_agrees_with_itself(double value, byte digits)
    {
        string line = SnapshotLine.Format("value", value, Math.Pow(10, -digits % 20));
        return SnapshotLine.Match(line, line) && (SnapshotLine.Parse(line) is not null == double.IsFinite(value));
    }

    [Fact]
    public void Text_outside_number_lines_is_compared_exactly_and_lines_in_tolerance_are_not_shown_as_different()
    {
        Write("n", "Verdict: Supported\nmargin: 1 ± 0.1\n");
        SnapshotException error = Assert.Throws<SnapshotException>(() => Store().Verify("Verdict: Refuted\nmargin: 1.05 ± 0.1", "n"));
        Assert.Contains("+ Verdict: Refuted", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("+ margin", error.Message, StringComparison.Ordinal);
        Assert.Throws<SnapshotException>(() => Store().Verify("Verdict: Supported\nmargin: 1 ± 0.1\nmore", "n"));
        Assert.Throws<SnapshotException>(() => Store().Verify("Verdict: Supported", "n"));
    }

    [Fact]
    public void An_orphaned_snapshot_is_reported()
    {
        Write("li-yuan/kept", "1\n");
        Write("li-yuan/lost", "1\n");
        Write("lost too", "1\n");
        Assert.Equal(["li-yuan/lost", "lost too"], Store().Orphans(["li-yuan/kept", "never-written"]));
        SnapshotException error = Assert.Throws<SnapshotException>(() => Store().VerifyNoOrphans(["li-yuan/kept"]));
        Assert.Contains("li-yuan/lost", error.Message, StringComparison.Ordinal);
        Store().VerifyNoOrphans(["li-yuan/kept", "li-yuan/lost", "lost too"]);
    }

    [Theory]
    [InlineData("\uFEFFx\n")]
    [InlineData("x\r\n")]
    public void A_stored_snapshot_with_a_mark_or_CRLF_fails(string stored)
    {
        File.WriteAllBytes(Path.Combine(_folder, "n.verified.txt"), Encoding.UTF8.GetBytes(stored));
        Assert.Contains("without byte order mark", Assert.Throws<SnapshotException>(() => Store().Verify("x", "n")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stored_snapshot_that_is_not_UTF8_fails()
    {
        File.WriteAllBytes(Path.Combine(_folder, "n.verified.txt"), [0xC3, 0x28]);
        Assert.Contains("not UTF-8", Assert.Throws<SnapshotException>(() => Store().Verify("x", "n")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../escape")]
    [InlineData("/rooted")]
    [InlineData("a//b")]
    [InlineData("a b")]
    [InlineData(".hidden")]
    [InlineData(" ")]
    public void A_name_outside_the_folder_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => Store(SnapshotMode.Accept).Verify("x", name));

    [Fact]
    public void The_repository_is_found_from_a_folder_below_it_and_its_absence_is_an_error()
    {
        File.WriteAllText(Path.Combine(_folder, "ResLinkProofs.sln"), "");
        string below = Directory.CreateDirectory(Path.Combine(_folder, "tests", "bin")).FullName;
        Assert.Equal(_folder, Snapshot.FindRepository(below));
        Assert.Throws<DirectoryNotFoundException>(() => Snapshot.FindRepository(Path.GetPathRoot(_folder)!));
    }

    private SnapshotStore Store(SnapshotMode mode = SnapshotMode.Compare) => new(_folder, mode);

    private void Write(string name, string text)
    {
        string file = Path.Combine(_folder, name + ".verified.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text, new UTF8Encoding(false));
    }

    private string Read(string name) => File.ReadAllText(Path.Combine(_folder, name + ".verified.txt"));
}
