using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ResLinkProofs.Smt.Solving;

/// <summary>
/// A solver process together with whatever it starts: where the system has <c>setsid</c>, one process group that is killed as one.
/// </summary>
internal sealed partial class SolverGroup : IDisposable
{
    private const int SigKill = 9;
    private static readonly string[] SetsidPaths = ["/usr/bin/setsid", "/bin/setsid"];
    private readonly bool _ownGroup;

    private SolverGroup(Process process, bool ownGroup) => (Process, _ownGroup) = (process, ownGroup);

    public Process Process { get; }

    /// <summary>Starts the program with redirected streams.</summary>
    /// <exception cref="Win32Exception">The system could not start it.</exception>
    public static SolverGroup Start(string path, IEnumerable<string> arguments)
    {
        string? setsid = OperatingSystem.IsLinux() ? Array.Find(SetsidPaths, File.Exists) : null;
        var info = new ProcessStartInfo(setsid ?? path)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        if (setsid is not null)
        {
            // setsid would only report a missing program by its exit status.
            if (!File.Exists(path))
            {
                throw new Win32Exception(2, $"{path} does not exist");
            }

            info.ArgumentList.Add(path);
        }

        foreach (string argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        return new SolverGroup(Process.Start(info) ?? throw new Win32Exception($"{path} did not start"), setsid is not null);
    }

    /// <summary>
    /// Kills what is still alive of the process, its children and its group. Safe to call at any time and from any thread.
    /// </summary>
    public void Kill()
    {
        try
        {
            if (!Process.HasExited)
            {
                Process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself meanwhile.
        }

        KillGroup();
    }

    /// <summary>Kills what a process that has ended may have left behind in its group.</summary>
    public void KillGroup()
    {
        if (_ownGroup)
        {
            _ = SendSignal(-Process.Id, SigKill);
        }
    }

    public void Dispose() => Process.Dispose();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int pid, int signal);
}
