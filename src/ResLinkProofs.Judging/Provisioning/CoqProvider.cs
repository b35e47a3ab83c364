using ResLinkProofs.Provisioning;

namespace ResLinkProofs.Judging.Provisioning;

/// <summary>
/// Provides Coq with its Interval library on first use: from the path, from an earlier download, or
/// by downloading the distribution's packages.
/// </summary>
public static class CoqProvider
{
    /// <summary>Coq, Interval, and what they are linked with or load; all but what every Debian has.</summary>
    private static readonly string[] Packages =
    [
        "coq", "libcoq-stdlib", "libcoq-core-ocaml", "libfindlib-ocaml", "libzarith-ocaml",
        "libcoq-interval", "libcoq-bignums", "libcoq-coquelicot", "libcoq-flocq", "libcoq-mathcomp-ssreflect",
    ];

    /// <summary>The one command that provides Coq and Interval on this system.</summary>
    public static string Remedy =>
        OperatingSystem.IsMacOS() ? "Run: brew install opam && opam install coq coq-interval (and put coqc on the path)"
        : OperatingSystem.IsWindows() ? "Install the Coq Platform with coq-interval and put coqc on the path"
        : new InstallCommand("coq libcoq-interval").Here is { } command ? $"Run: {command} (or put coqc on the path)"
        : "Run: opam install coq coq-interval (and put coqc on the path)";

    /// <summary>A checked Coq for this program.</summary>
    /// <param name="progress">Receives one line per step, for standard error; may be null.</param>
    /// <exception cref="CoqUnavailableException">There is none and none could be got, or it does not
    /// work; the message names the command to run.</exception>
    public static CoqProcess Open(Action<string>? progress = null) =>
        CoqProcess.Open(Find(Environment.GetEnvironmentVariable("PATH"), ArtifactsFolder.Above(AppContext.BaseDirectory), progress));

    /// <summary>A Coq program, which is downloaded where there is none.</summary>
    /// <param name="searchPath">Folders in the notation of the system.</param>
    /// <param name="artifacts">Where downloads are kept, or null to download nothing.</param>
    /// <param name="progress">Receives one line per step; may be null.</param>
    /// <exception cref="CoqUnavailableException">There is none and none could be got; the message names the command to run.</exception>
    public static CoqProgram Find(string? searchPath, string? artifacts, Action<string>? progress = null)
    {
        if (CoqLocation.OnPath(searchPath) is { } installed)
        {
            return installed;
        }

        if (artifacts is null)
        {
            throw new CoqUnavailableException($"No coqc on the path. {Remedy}");
        }

        if (CoqLocation.Provisioned(artifacts) is { } known)
        {
            return known;
        }

        if (!DebianPackage.IsAvailable)
        {
            throw new CoqUnavailableException($"No coqc on the path, and this system has no apt-get to download it with. {Remedy}");
        }

        string failure = "";
        try
        {
            DebianPackage.FetchTogether(Packages, artifacts, CoqLocation.Tree, progress);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ProvisioningException)
        {
            failure = e.Message;
        }

        return CoqLocation.Provisioned(artifacts) ?? throw new CoqUnavailableException(
            $"No coqc on the path, and its packages could not be had ({failure}). {Remedy}");
    }
}
