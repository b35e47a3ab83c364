using System.Diagnostics;

namespace ResLinkProofs.Cli.Tests;

/// <summary>One run of the built command as a child process: what scripts see.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static CommandRun Of(params string[] arguments) => In(Path.GetTempPath(), null, arguments);

    public static CommandRun In(string folder, string? noColor, params string[] arguments) =>
        OfProgram(Dotnet, folder, new() { ["NO_COLOR"] = noColor }, [Path.Combine(AppContext.BaseDirectory, "reslink.dll"), .. arguments]);

    /// <summary>The host that runs these tests.</summary>
    public static string Dotnet =>
        Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";

    /// <summary>One run of any program, with environment variables set, or removed where null.</summary>
    public static CommandRun OfProgram(
        string program, string folder, Dictionary<string, string?> environment, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach ((string name, string? value) in environment)
        {
            start.Environment.Remove(name);
            if (value is not null)
            {
                start.Environment[name] = value;
            }
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end within {Patience}.");
        }

        process.WaitForExit();
        return new CommandRun(process.ExitCode, output.Result, error.Result);
    }
}
