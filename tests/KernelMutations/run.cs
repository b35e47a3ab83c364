// Flips rules of the trusted kernel one at a time and asks the kernel's tests to notice: dotnet run tests/KernelMutations/run.cs [-- PART-OF-A-NAME].
// What is flipped stands in mutations.txt. Works on a copy; a mutation counts as noticed only when the mutated kernel compiles and a test fails.
using System.Diagnostics;
using System.Runtime.CompilerServices;

string here = Path.GetDirectoryName(ThisFile())!;
string repository = Path.GetFullPath(Path.Combine(here, "..", ".."));
string wanted = args.Length > 0 ? args[0] : "";
Mutation[] all = Mutation.Read(Path.Combine(here, "mutations.txt"));
Mutation[] chosen = [.. all.Where(m => m.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase))];
string copy = Directory.CreateTempSubdirectory("kernel-mutations-").FullName;
try
{
    foreach (string part in new[] { "src/ResLinkProofs.Kernel", "src/ResLinkProofs.Claims", "tests/ResLinkProofs.Kernel.Tests", "tests/ResLinkProofs.Testing" })
    {
        CopySources(Path.Combine(repository, part), Path.Combine(copy, part));
    }

    foreach (string file in Directory.EnumerateFiles(repository).Where(f => Path.GetExtension(f) is ".props" or ".json" or ".sln" or ".md"))
    {
        File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
    }

    CopySources(Path.Combine(repository, "docs"), Path.Combine(copy, "docs"));
    if (Dotnet(copy, "build", "-c", "Release", "-v", "q", "--nologo", "tests/ResLinkProofs.Kernel.Tests") != 0 || Test(copy) != 0)
    {
        Console.Error.WriteLine("The tests fail without any mutation; mend that first.");
        return 2;
    }

    int noticed = 0;
    Console.WriteLine("| rule | file | outcome |\n| --- | --- | --- |");
    foreach (Mutation mutation in chosen)
    {
        string outcome = Try(copy, mutation);
        noticed += outcome == "noticed" ? 1 : 0;
        Console.WriteLine($"| {mutation.Name} | {Path.GetFileName(mutation.File)} | {outcome} |");
    }

    Console.WriteLine($"{noticed} of {chosen.Length} noticed");
    return noticed == chosen.Length ? 0 : 1;
}
finally
{
    Directory.Delete(copy, recursive: true);
}

static string Try(string root, Mutation mutation)
{
    string path = Path.Combine(root, mutation.File);
    string text = File.ReadAllText(path);
    int first = text.IndexOf(mutation.Before, StringComparison.Ordinal);
    if (first < 0 || text.IndexOf(mutation.Before, first + 1, StringComparison.Ordinal) >= 0)
    {
        return first < 0 ? "STALE: the line is gone" : "STALE: the line is not unique";
    }

    try
    {
        File.WriteAllText(path, text.Replace(mutation.Before, mutation.After, StringComparison.Ordinal));
        return Dotnet(root, "build", "-c", "Release", "-v", "q", "--nologo", "--no-restore", "tests/ResLinkProofs.Kernel.Tests") != 0 ? "DOES NOT COMPILE"
            : Test(root) != 0 ? "noticed" : "NOT NOTICED";
    }
    finally
    {
        File.WriteAllText(path, text);
    }
}

static int Test(string root) => Dotnet(
    root, "test", "-c", "Release", "--no-build", "--nologo", "tests/ResLinkProofs.Kernel.Tests", "--", "xUnit.StopOnFail=true");

static int Dotnet(string root, params string[] arguments)
{
    var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true };
    start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
    using Process process = Process.Start(start)!;
    process.OutputDataReceived += (_, _) => { };
    process.ErrorDataReceived += (_, _) => { };
    process.BeginOutputReadLine();
    process.BeginErrorReadLine();

    // A mutation may make a loop endless: that is noticed as well.
    if (!process.WaitForExit(TimeSpan.FromMinutes(10)))
    {
        process.Kill(entireProcessTree: true);
        return 1;
    }

    return process.ExitCode;
}

static void CopySources(string from, string to)
{
    Directory.CreateDirectory(to);
    foreach (string file in Directory.EnumerateFiles(from))
    {
        File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    foreach (string folder in Directory.EnumerateDirectories(from).Where(f => Path.GetFileName(f) is not ("bin" or "obj")))
    {
        CopySources(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}

static string ThisFile([CallerFilePath] string path = "") => path;

internal sealed record Mutation(string Name, string File, string Before, string After)
{
    private static string Lines(string text) => text.Replace("\\n", "\n", StringComparison.Ordinal);

    // Blocks of four lines: "# rule", the file, "- before", "+ after"; blank lines between them.
    internal static Mutation[] Read(string path)
    {
        string[] lines = [.. System.IO.File.ReadLines(path).Where(l => l.Length > 0 && !l.StartsWith("//", StringComparison.Ordinal))];
        return [.. lines.Chunk(4).Select(b => b is [['#', ' ', .. var name], var file, ['-', ' ', .. var before], ['+', ' ', .. var after]]
            ? new Mutation(name, "src/ResLinkProofs.Kernel/" + file, Lines(before), Lines(after))
            : throw new FormatException($"{path}: four lines '# rule', file, '- before', '+ after' expected at '{b[0]}'"))];
    }
}
