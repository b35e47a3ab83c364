using ResLinkProofs.Provisioning;
using ResLinkProofs.Smt.Solving;

namespace ResLinkProofs.Smt.Provisioning;

/// <summary>Provides Z3 on first use: from the path, from an earlier download, or by downloading the distribution's package.</summary>
public static class Z3Provider
{
    /// <summary>A checked Z3 for this program.</summary>
    /// <param name="concurrency">How many processes may run at a time, at least 1.</param>
    /// <exception cref="SolverUnavailableException">There is none and none could be got; the message names the command to run.</exception>
    public static SmtProcess Open(int concurrency = 1) =>
        SmtProcess.Open(
            SolverProgram.Z3(Find(Environment.GetEnvironmentVariable("PATH"), ArtifactsFolder.Above(AppContext.BaseDirectory))),
            concurrency);

    /// <summary>Z3 as a library in this process: one that the package brings, that the system has, or that is unpacked.</summary>
    /// <exception cref="SolverUnavailableException">There is none, or it does not work; the message says what to do.</exception>
    public static Z3Library OpenLibrary() => Z3Library.Open(Z3Binding.Get().Library);

    /// <summary>A checked Z3 for this program, or for want of one the library in this process, which needs none.</summary>
    /// <param name="concurrency">How many processes may run at a time, at least 1.</param>
    /// <exception cref="SolverUnavailableException">Neither is there and neither could be got; the message names what to do.</exception>
    public static ISmtSolver OpenProgramOrLibrary(int concurrency = 1)
    {
        try
        {
            return Open(concurrency);
        }
        catch (SolverUnavailableException program)
        {
            try
            {
                return OpenLibrary();
            }
            catch (SolverUnavailableException library)
            {
                throw new SolverUnavailableException($"{program.Message} {library.Message}");
            }
        }
    }

    /// <summary>The absolute path of a Z3 program, which is downloaded where there is none.</summary>
    /// <param name="searchPath">Folders in the notation of the system.</param>
    /// <param name="artifacts">Where downloads are kept, or null to download nothing.</param>
    /// <exception cref="SolverUnavailableException">There is none and none could be got; the message names the command to run.</exception>
    public static string Find(string? searchPath, string? artifacts)
    {
        if (Z3Location.OnPath(searchPath) is { } installed)
        {
            return installed;
        }

        if (artifacts is null)
        {
            throw new SolverUnavailableException($"No z3 on the path. {Remedy}");
        }

        if (Z3Location.Provisioned(artifacts) is { } known)
        {
            return known;
        }

        if (!DebianPackage.IsAvailable)
        {
            throw new SolverUnavailableException($"No z3 on the path, and this system has no apt-get to download it with. {Remedy}");
        }

        string failure = Download(artifacts) ?? "";
        return Z3Location.Provisioned(artifacts) ?? throw new SolverUnavailableException(
            $"No z3 on the path, and its package could not be had ({failure}). {Remedy}");
    }

    /// <summary>The one command that provides Z3 on this system.</summary>
    public static string Remedy =>
        OperatingSystem.IsMacOS() ? "Run: brew install z3"
        : OperatingSystem.IsWindows() ? "Run: winget install Microsoft.Z3 (or put z3.exe on the path)"
        : $"Run: {(Package.Here is { } command ? command + ", or " : "")}pip install z3-solver (which needs no root), "
            + "or put z3 on the path";

    private static InstallCommand Package => new("z3") { Fedora = "z3", Arch = "z3", Suse = "z3", Alpine = "z3" };

    // What went wrong, or null. Test projects run side by side: one downloads, the others wait for it.
    private static string? Download(string artifacts)
    {
        try
        {
            DebianPackage.Fetch("z3", artifacts);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ProvisioningException)
        {
            return e.Message;
        }
    }
}
