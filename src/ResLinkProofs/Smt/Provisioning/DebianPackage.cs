using System.ComponentModel;
using System.Diagnostics;

namespace ResLinkProofs.Smt.Provisioning;

/// <summary>
/// Gets the distribution's <c>z3</c> package without root and without installing anything: apt with lists and cache of its own
/// downloads it, dpkg unpacks it into a folder.
/// </summary>
internal sealed class DebianPackage
{
    private static readonly TimeSpan StepLimit = TimeSpan.FromMinutes(3);
    private readonly string _aptGet;
    private readonly string _dpkg;

    private DebianPackage(string aptGet, string dpkg) => (_aptGet, _dpkg) = (aptGet, dpkg);

    /// <summary>The tools of this system, or null where it is not a Debian or one of its descendants.</summary>
    public static DebianPackage? OnThisSystem() =>
        File.Exists("/usr/bin/apt-get") && File.Exists("/usr/bin/dpkg") ? new DebianPackage("/usr/bin/apt-get", "/usr/bin/dpkg") : null;

    /// <summary>Downloads and unpacks the package.</summary>
    /// <param name="target">The folder that will hold <c>usr/bin/z3</c>; it appears complete or not at all.</param>
    /// <returns>Null after success, else what went wrong.</returns>
    public string? Unpack(string target)
    {
        string work = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            string lists = Directory.CreateDirectory(Path.Combine(work, "apt", "lists", "partial")).Parent!.FullName;
            string cache = Directory.CreateDirectory(Path.Combine(work, "apt", "cache", "archives", "partial")).Parent!.Parent!.FullName;
            string download = Directory.CreateDirectory(Path.Combine(work, "download")).FullName;
            string unpacked = Path.Combine(work, "unpacked");
            string[] options =
            [
                "-o", $"Dir::State={Path.Combine(work, "apt")}",
                "-o", $"Dir::State::lists={lists}",
                "-o", "Dir::State::status=/var/lib/dpkg/status",
                "-o", $"Dir::Cache={cache}",
                "-o", "APT::Sandbox::User=", // started by root, apt would change to a user that cannot write here
            ];
            // Without a network, lists that the system already has may still do.
            string? update = Run(_aptGet, download, [.. options, "--quiet=2", "update"]);
            string? failure = Run(_aptGet, download, [.. update is null ? options : [], "--quiet=2", "download", "z3"]);
            if (failure is not null)
            {
                return $"apt-get download z3: {failure}{(update is null ? "" : $"; apt-get update: {update}")}";
            }

            string? package = Directory.EnumerateFiles(download, "*.deb").FirstOrDefault();
            failure = package is null ? "no package was downloaded" : Run(_dpkg, work, ["-x", package, unpacked]);
            if (failure is not null)
            {
                return $"dpkg -x: {failure}";
            }

            Directory.Move(unpacked, target);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e.Message;
        }
        finally
        {
            if (Directory.Exists(work))
            {
                Directory.Delete(work, recursive: true);
            }
        }
    }

    private static string? Run(string program, string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["LC_ALL"] = "C";
        try
        {
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(StepLimit))
            {
                process.Kill(entireProcessTree: true);
                return $"no end within {StepLimit.TotalMinutes} minutes";
            }

            string text = (errors.GetAwaiter().GetResult() + output.GetAwaiter().GetResult()).ReplaceLineEndings(" ").Trim();
            return process.ExitCode == 0 ? null : text[..Math.Min(text.Length, 300)];
        }
        catch (Win32Exception e)
        {
            return e.Message;
        }
    }
}
