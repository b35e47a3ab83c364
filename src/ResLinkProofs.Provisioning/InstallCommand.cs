namespace ResLinkProofs.Provisioning;

/// <summary>
/// The command that installs a package on this Linux, by the manager of its family: told to people, and never run. Empty elsewhere, and
/// on families that are not known.
/// </summary>
/// <param name="Debian">The package on Debian and Ubuntu.</param>
public sealed record InstallCommand(string Debian)
{
    private const string Release = "/etc/os-release";
    private static readonly string[] Keys = ["ID=", "ID_LIKE="];

    /// <summary>The package on Fedora and its relatives; null where there is none.</summary>
    public string? Fedora { get; init; }

    /// <summary>The package on Arch; null where there is none.</summary>
    public string? Arch { get; init; }

    /// <summary>The package on openSUSE; null where there is none.</summary>
    public string? Suse { get; init; }

    /// <summary>The package on Alpine; null where there is none.</summary>
    public string? Alpine { get; init; }

    /// <summary>The command for this system; null where none is known.</summary>
    public string? Here => OperatingSystem.IsLinux() && File.Exists(Release) ? On(File.ReadAllText(Release)) : null;

    /// <summary>The command for the system that a text describes.</summary>
    /// <param name="release">
    /// The text of <c>/etc/os-release</c>: the distribution in <c>ID</c>, those that it descends from in <c>ID_LIKE</c>.
    /// </param>
    /// <returns>The command, or null.</returns>
    public string? On(string release)
    {
        ArgumentNullException.ThrowIfNull(release);
        string[] lines = release.Split('\n', StringSplitOptions.TrimEntries);
        IEnumerable<string> families = Keys
            .SelectMany(key => lines.Where(line => line.StartsWith(key, StringComparison.Ordinal)).Select(line => line[key.Length..]))
            .SelectMany(value => value.Trim('"').Split(' ', StringSplitOptions.RemoveEmptyEntries));
        foreach (string family in families)
        {
            (string Command, string? Package)? known = family switch
            {
                "debian" or "ubuntu" => ("apt-get install", Debian),
                "fedora" or "rhel" or "centos" => ("dnf install", Fedora),
                "arch" => ("pacman -S", Arch),
                "suse" or "opensuse" or "opensuse-leap" or "opensuse-tumbleweed" or "sles" => ("zypper install", Suse),
                "alpine" => ("apk add", Alpine),
                _ => null,
            };
            if (known is { } found)
            {
                return found.Package is null ? null : $"sudo {found.Command} {found.Package}";
            }
        }

        return null;
    }
}
