using System.ComponentModel;
using System.Diagnostics;

namespace ResLinkProofs.Provisioning;

/// <summary>
/// Unpacks Debian packages into a directory of ours, without root and without installing them: apt downloads and verifies them (with
/// package lists of our own if those of the system do not do), dpkg-deb extracts them. Nothing outside the directory is written.
/// </summary>
public static class DebianPackage
{
    private const string AptGet = "/usr/bin/apt-get";
    private const string DpkgDeb = "/usr/bin/dpkg-deb";
    private static readonly TimeSpan StepLimit = TimeSpan.FromMinutes(5);

    /// <summary>True on Debian and its descendants.</summary>
    public static bool IsAvailable => File.Exists(AptGet) && File.Exists(DpkgDeb);

    /// <summary>
    /// Returns the directory that holds the package's file tree (so files are under <c>usr/...</c>), fetching it if it is absent.
    /// </summary>
    /// <param name="name">The Debian package name: lower-case letters, digits, <c>+ - .</c>, at least two characters.</param>
    /// <param name="directory">Where trees are kept; the package goes into its sub-directory
    /// <paramref name="name"/>, which appears complete or not at all.</param>
    /// <param name="progress">Receives one line per step, for standard error; may be null.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not a package name.</exception>
    /// <exception cref="ProvisioningException">apt or dpkg-deb is missing or failed.</exception>
    public static string Fetch(string name, string directory, Action<string>? progress = null) =>
        FetchTogether([name], directory, name, progress);

    /// <summary>
    /// Returns the directory that holds the file trees of several packages laid over each other, fetching all of them if it is absent.
    /// </summary>
    /// <param name="names">The Debian package names, at least one.</param>
    /// <param name="directory">Where trees are kept.</param>
    /// <param name="tree">The sub-directory for these, which appears complete or not at all.</param>
    /// <param name="progress">Receives one line per step, for standard error; may be null.</param>
    /// <exception cref="ArgumentException">One of the names is not a package name.</exception>
    /// <exception cref="ProvisioningException">apt or dpkg-deb is missing or failed.</exception>
    public static string FetchTogether(IReadOnlyList<string> names, string directory, string tree, Action<string>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        foreach (string name in names.Append(tree))
        {
            if (!IsName(name))
            {
                throw new ArgumentException(
                    $"'{name}' is not a Debian package name (lower-case letters, digits, + - . and at least two of them).", nameof(names));
            }
        }

        string target = Path.Combine(Path.GetFullPath(directory), tree);
        if (Directory.Exists(target))
        {
            return target;
        }

        // One fetches, other threads and processes that want the same wait for it.
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using FileStream gate = Gate(target + ".lock");
        if (Directory.Exists(target))
        {
            return target;
        }

        // Everything happens in a sibling directory that is renamed at the end: an interrupted fetch leaves no half tree behind.
        string work = $"{target}.{Environment.ProcessId}.partial";
        Directory.CreateDirectory(Path.Combine(work, "lists", "partial"));
        Directory.CreateDirectory(Path.Combine(work, "cache", "archives", "partial"));
        try
        {
            progress?.Invoke($"fetching the Debian package{(names.Count == 1 ? "" : "s")} {string.Join(' ', names)}");
            Download(names, work, progress);
            string[] archives = Directory.GetFiles(work, "*.deb");
            if (archives.Length != names.Count)
            {
                throw new ProvisioningException($"apt-get download {string.Join(' ', names)} left {archives.Length} .deb files in {work}.");
            }

            string unpacked = Path.Combine(work, "tree");
            foreach (string archive in archives.Order(StringComparer.Ordinal))
            {
                Run(DpkgDeb, work, "--extract", archive, unpacked);
            }

            if (!Directory.Exists(target))
            {
                Directory.Move(unpacked, target);
            }

            return target;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    // The file is not deleted afterwards: deleting would let two processes hold two files of this name.
    private static FileStream Gate(string path)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (File.Exists(path))
            {
                if (clock.Elapsed > StepLimit)
                {
                    throw new ProvisioningException(
                        $"Another process has held {path} for {StepLimit.TotalMinutes} minutes; end it or delete the file.", e);
                }

                Thread.Sleep(100);
            }
        }
    }

    private static bool IsName(string name) =>
        name is { Length: >= 2 } && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '+' or '-' or '.')
            && char.IsAsciiLetterOrDigit(name[0]);

    private static void Download(IReadOnlyList<string> names, string work, Action<string>? progress)
    {
        // Started by root, apt would change to a user that cannot write here.
        string[] asWeAre = ["-o", "APT::Sandbox::User=", "--quiet=2"];
        try
        {
            Run(AptGet, work, [.. asWeAre, "download", .. names]);
        }
        catch (ProvisioningException)
        {
            // The system has no usable package lists (common in images), or they are out of date: fetch lists of our own.
            progress?.Invoke("refreshing package lists in a private directory");
            string[] own =
            [
                .. asWeAre,
                "-o", $"Dir::State::lists={Path.Combine(work, "lists")}", "-o",
                $"Dir::Cache={Path.Combine(work, "cache")}", "-o", "Debug::NoLocking=true",
            ];
            Run(AptGet, work, [.. own, "update"]);
            Run(AptGet, work, [.. own, "download", .. names]);
        }
    }

    private static void Run(string program, string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["LC_ALL"] = "C";
        string command = $"{program} {string.Join(' ', arguments)}";
        try
        {
            using Process process = Process.Start(start) ?? throw new ProvisioningException($"{program} did not start.");
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(StepLimit))
            {
                process.Kill(entireProcessTree: true);
                throw new ProvisioningException($"'{command}' did not end within {StepLimit.TotalMinutes} minutes.");
            }

            _ = output.GetAwaiter().GetResult();
            if (process.ExitCode != 0)
            {
                throw new ProvisioningException(
                    $"'{command}' failed with exit code {process.ExitCode}: "
                        + $"{errors.GetAwaiter().GetResult().ReplaceLineEndings(" ").Trim()}");
            }
        }
        catch (Win32Exception e)
        {
            throw new ProvisioningException($"{program} is not available here ({e.Message}); it is needed to fetch Debian packages.", e);
        }
    }
}
