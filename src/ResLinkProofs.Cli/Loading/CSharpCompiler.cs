using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace ResLinkProofs.Cli.Loading;

/// <summary>An error that the compiler found.</summary>
/// <param name="File">The file; empty where it concerns none.</param>
/// <param name="Message">File, line and column, code and words, as the compiler prints them.</param>
internal sealed record CompilerError(string File, string Message);

/// <summary>
/// The C# compiler of the SDK, on source files against this program and its library: the build's own compiler, without the build.
/// </summary>
internal static partial class CSharpCompiler
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // What a project with ImplicitUsings has.
    private static readonly string[] Usings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
    ];

    /// <summary>Where the SDK's compiler is; null where only the runtime is installed.</summary>
    public static string? Find() => FindBelow(
        Environment.GetEnvironmentVariable("DOTNET_ROOT"),
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")));

    /// <summary>The compiler of the newest SDK below one of several folders.</summary>
    /// <param name="roots">Folders that may hold an SDK; null for none.</param>
    internal static string? FindBelow(params IEnumerable<string?> roots) => roots.OfType<string>()
        .Select(root => Path.Combine(root, "sdk"))
        .Where(Directory.Exists)
        .SelectMany(Directory.GetDirectories)
        .Select(sdk => (Path.Combine(sdk, "Roslyn", "bincore", "csc.dll"), Number: NumberOf(sdk)))
        .Where(found => File.Exists(found.Item1))
        .OrderByDescending(found => found.Number)
        .Select(found => found.Item1)
        .FirstOrDefault();

    /// <summary>Compiles files to an assembly with its symbols.</summary>
    /// <param name="compiler">The compiler.</param>
    /// <param name="name">The name of the assembly.</param>
    /// <param name="files">The files, at least one.</param>
    /// <returns>The assembly and its symbols, or the errors.</returns>
    public static (byte[] Assembly, byte[] Symbols, IReadOnlyList<CompilerError> Errors) Compile(
        string compiler, string name, IReadOnlyList<string> files)
    {
        string work = Directory.CreateTempSubdirectory("reslink-").FullName;
        try
        {
            string usings = Path.Combine(work, "Usings.cs"), target = Path.Combine(work, name + ".dll");
            string symbols = Path.ChangeExtension(target, ".pdb"), response = Path.Combine(work, "arguments.rsp");
            File.WriteAllLines(usings, Usings.Select(u => $"global using global::{u};"));
            IEnumerable<string> arguments =
            [
                "/nologo", "/nostdlib+", "/target:library", "/optimize+", "/deterministic+", "/debug:portable", "/nullable:enable",
                "/langversion:latest", "/warn:0", "/utf8output", "/fullpaths", $"/out:\"{target}\"", $"/pdb:\"{symbols}\"",
                .. References().Select(reference => $"/reference:\"{reference}\""),
                $"\"{usings}\"", .. files.Select(file => $"\"{Path.GetFullPath(file)}\""),
            ];
            File.WriteAllLines(response, arguments);
            (int code, string output) = Run(compiler, "/noconfig", "@" + response);
            if (code == 0)
            {
                return (File.ReadAllBytes(target), File.ReadAllBytes(symbols), []);
            }

            CompilerError[] errors = [.. Error().Matches(output).Select(m => new CompilerError(m.Groups["file"].Value, m.Value.Trim()))];
            return ([], [], errors.Length > 0 ? errors : [new CompilerError("", $"the compiler ended with {code}: {output.Trim()}")]);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    // What this program runs with, which is the runtime and everything beside the program.
    private static string[] References() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private static Version NumberOf(string sdk) =>
        Version.TryParse(Path.GetFileName(sdk).Split('-')[0], out Version? number) ? number : new Version();

    private static (int Code, string Output) Run(string compiler, params string[] arguments)
    {
        string host = Path.Combine(compiler, "..", "..", "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        var start = new ProcessStartInfo(Path.GetFullPath(host), ["exec", compiler, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new UsageException($"The compiler {compiler} did not end within {Patience.TotalMinutes} minutes.");
        }

        return (process.ExitCode, output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult());
    }

    [GeneratedRegex(@"^((?<file>[^\n]+?)\(\d+,\d+\): )?error [A-Z]+\d+: [^\r\n]+", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Error();
}
