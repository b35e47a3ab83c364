using System.CommandLine;
using ResLinkProofs.Cli.Output;
using ResLinkProofs.Cli.Scaffolding;

namespace ResLinkProofs.Cli.Commands;

/// <summary>
/// <c>reslink new</c>: scaffolds a conjecture in a checkout, as a class or as a formula file, or a spec project of one's own.
/// </summary>
internal static class NewCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("NAME")
        {
            Description = "A C# class name, e.g. SineBound.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var script = new Option<bool>("--smt2") { Description = "Make an SMT-LIB 2 formula file instead of a class." };
        var project = new Option<DirectoryInfo?>("--project")
        {
            Description = "Make a spec project with tests and one example conjecture in this new folder, outside any checkout.",
            HelpName = "DIR",
        };
        var command = new Command("new", "Scaffold a conjecture in specs/Conjectures, or a spec project of one's own.")
        {
            name, script, project,
        };
        command.SetAction(parsed => (parsed.GetValue(name), parsed.GetValue(project)) switch
        {
            (null, null) => throw new UsageException("Name the conjecture, e.g. 'reslink new SineBound', or give --project DIR."),
            (var conjecture, { } folder) => SpecProject.Write(folder.FullName, conjecture ?? "SineBound", parsed.GetValue(script)),
            (var conjecture, null) => Scaffold(conjecture!, parsed.GetValue(script)),
        });
        return command;
    }

    private static int Scaffold(string name, bool isScript)
    {
        ConjectureFile.RequireClassName(name);
        string file = Path.Combine(Checkout.Find(), "specs", "Conjectures", ConjectureFile.NameOf(name, isScript));
        if (File.Exists(file))
        {
            throw new UsageException($"'{file}' exists already; choose another name or edit it.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        OutputFile.Write(file, ConjectureFile.TextOf(name, isScript, "ResLinkProofs.Specs.Conjectures"));
        Console.WriteLine(file);
        Console.WriteLine(isScript
            ? $"Edit it, then: reslink solve {Path.GetRelativePath(Environment.CurrentDirectory, file)}, or reslink check \"conjecture/*\""
            : "Edit it, then: reslink check \"conjecture/*\"");
        return Program.Success;
    }
}
