using System.Diagnostics;
using System.Runtime.InteropServices;
using ResLinkProofs.Tests.Descent;
using ResLinkProofs.Tests.Networks;

namespace ResLinkProofs.Tests;

/// <summary>
/// The entry point of this assembly when a test starts it as a child process, to run something under other runtime switches. The test
/// runner never calls it.
/// </summary>
internal static class ChildProgram
{
    public static int Main(string[] args) => args switch
    {
        [GradientBits.Command] => GradientBits.Print(),
        [DescentBits.Command] => DescentBits.Print(),
        _ => 2,
    };

    /// <summary>Runs a command in a child process in which a runtime switch is off.</summary>
    /// <param name="command">What <see cref="Main"/> is to do.</param>
    /// <param name="variable">The environment variable that is set to 0.</param>
    /// <returns>The words that the child printed.</returns>
    public static string[] Run(string command, string variable)
    {
        string host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        ProcessStartInfo start = new(File.Exists(host) ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(typeof(ChildProgram).Assembly.Location);
        start.ArgumentList.Add(command);
        start.Environment[variable] = "0";
        using Process child = Process.Start(start) ?? throw new InvalidOperationException("The child process did not start.");
        string[] words = child.StandardOutput.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        child.WaitForExit();
        return child.ExitCode == 0 ? words : throw new InvalidOperationException($"The child process exited with {child.ExitCode}.");
    }
}
