using ResLinkProofs.Judging;
using ResLinkProofs.Judging.Provisioning;

namespace ResLinkProofs.Tests.Judging;

public sealed class CoqProviderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coq").FullName;

    private string Artifacts => Path.Combine(_folder, "artifacts");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_path_comes_first_and_finds_its_own_libraries()
    {
        string installed = Place("bin/coqc");
        Place("artifacts/coq/usr/bin/coqc");
        Assert.Equal(new CoqProgram(installed, null), CoqProvider.Find(string.Join(Path.PathSeparator, "relative", Path.GetDirectoryName(installed)), Artifacts));
    }

    [Fact]
    public void An_earlier_download_is_told_where_its_libraries_are()
    {
        string known = Place("artifacts/coq/usr/bin/coqc");
        Assert.Equal(new CoqProgram(known, Path.Combine(Artifacts, "coq", "usr", "lib", "ocaml")), CoqProvider.Find(_folder, Artifacts));
    }

    [Fact]
    public void Without_a_place_for_downloads_the_message_names_the_command()
    {
        Assert.Contains(CoqProvider.Remedy, Assert.Throws<CoqUnavailableException>(() => CoqProvider.Find(null, null)).Message, StringComparison.Ordinal);
        File.WriteAllText(Artifacts, "a file where the folder should be");
        Assert.Contains(CoqProvider.Remedy, Assert.Throws<CoqUnavailableException>(() => CoqProvider.Find(null, Artifacts)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_accepts_everything_is_not_used()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string liar = Place("bin/coqc", "#!/bin/sh\ncase \"$*\" in *version*) echo 8.16.1 4.13.1;; *) echo Closed under the global context;; esac\n");
        Assert.Contains("of a false one Accepted", Assert.Throws<CoqUnavailableException>(() => CoqProcess.Open(new CoqProgram(liar, null))).Message, StringComparison.Ordinal);
        string silent = Place("bin/silent", "#!/bin/sh\necho 8.16.1 4.13.1\n");
        Assert.Contains("and 0 answers", Assert.Throws<CoqUnavailableException>(() => CoqProcess.Open(new CoqProgram(silent, null))).Message, StringComparison.Ordinal);
        string broken = Place("bin/broken", "#!/bin/sh\nexit 3\n");
        Assert.Contains("does not say its version", Assert.Throws<CoqUnavailableException>(() => CoqProcess.Open(new CoqProgram(broken, null))).Message, StringComparison.Ordinal);
    }

    private string Place(string name, string text = "#!/bin/sh\n")
    {
        string file = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return file;
    }
}
