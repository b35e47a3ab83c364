using ResLinkProofs.Provisioning;
using ResLinkProofs.Smt.Provisioning;
using ResLinkProofs.Smt.Solving;

namespace ResLinkProofs.Tests.Smt.Provisioning;

public sealed class Z3ProviderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("z3").FullName;

    private string Artifacts => Path.Combine(_folder, "artifacts");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_first_executable_on_the_path_is_taken()
    {
        string first = Place("bin1/z3", executable: false);
        string second = Place("bin2/z3");
        Place("bin3/z3");
        string path = string.Join(Path.PathSeparator, "", "relative", Path.GetDirectoryName(first), Path.GetDirectoryName(second), Path.Combine(_folder, "bin3"));
        Assert.Equal(second, Z3Provider.Find(path, null));
    }

    [Fact]
    public void An_earlier_download_is_taken_when_the_path_has_none()
    {
        string known = Place("artifacts/z3/usr/bin/z3");
        Assert.Equal(known, Z3Provider.Find(_folder, Artifacts));
        Assert.False(File.Exists(Path.Combine(Artifacts, "z3.lock")));
    }

    [Fact]
    public void Without_a_place_for_downloads_the_message_names_the_command()
    {
        SolverUnavailableException error = Assert.Throws<SolverUnavailableException>(() => Z3Provider.Find(null, null));
        Assert.Contains(Z3Provider.Remedy, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("Run: ", Z3Provider.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_can_be_written_the_message_names_the_command()
    {
        File.WriteAllText(Artifacts, "a file where the folder should be");
        SolverUnavailableException error = Assert.Throws<SolverUnavailableException>(() => Z3Provider.Find(null, Artifacts));
        Assert.Contains(Z3Provider.Remedy, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_process_waits_for_the_download_of_the_first()
    {
        Directory.CreateDirectory(Artifacts);
        Task<string> waiting;
        string downloaded;
        await using (new FileStream(Path.Combine(Artifacts, "z3.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            waiting = Task.Run(() => Z3Provider.Find(null, Artifacts));
            await Task.Delay(300);
            Assert.False(waiting.IsCompleted);
            downloaded = Place("artifacts/z3/usr/bin/z3");
        }

        Assert.Equal(downloaded, await waiting);
    }

    [Fact]
    public void The_artifacts_folder_is_beside_the_solution()
    {
        File.WriteAllText(Path.Combine(_folder, "ResLinkProofs.sln"), "");
        Assert.Equal(Artifacts, ArtifactsFolder.Above(Directory.CreateDirectory(Path.Combine(_folder, "tests", "bin")).FullName));
        Assert.Null(ArtifactsFolder.Above(Path.GetPathRoot(_folder)!));
    }

    private string Place(string name, bool executable = true)
    {
        string file = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "#!/bin/sh\n");
        if (executable && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return file;
    }
}
