using System.CommandLine;
using System.Text.RegularExpressions;
using ResLinkProofs.Cli.Output;

namespace ResLinkProofs.Cli.Commands;

/// <summary><c>reslink new NAME</c>: scaffolds a conjecture in <c>specs/Conjectures/</c>.</summary>
internal static partial class NewCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "A C# class name, e.g. SineBound." };
        var command = new Command("new", "Scaffold a conjecture in specs/Conjectures.") { name };
        command.SetAction(parsed => Scaffold(parsed.GetValue(name)!));
        return command;
    }

    private static int Scaffold(string name)
    {
        if (!ClassName().IsMatch(name))
        {
            throw new UsageException(
                $"'{name}' is no class name: start with a capital letter and use letters and digits only, e.g. SineBound.");
        }

        string folder = Path.Combine(Checkout.Find(), "specs", "Conjectures");
        string file = Path.Combine(folder, name + ".cs");
        if (File.Exists(file))
        {
            throw new UsageException($"'{file}' exists already; choose another name or edit it.");
        }

        Directory.CreateDirectory(folder);
        OutputFile.Write(file, Template(name));
        Console.WriteLine(file);
        Console.WriteLine("Edit it, then: reslink check \"conjecture/*\"");
        return Program.Success;
    }

    private static string Template(string name) => $$"""
        using ResLinkProofs.Claims;
        using ResLinkProofs.Claims.Propositions;
        using ResLinkProofs.Kernel.Terms;

        namespace ResLinkProofs.Specs.Conjectures;

        /// <summary>Is 1 + x at most e^x on [-1, 1]?</summary>
        public sealed class {{name}} : ISpec
        {
            /// <inheritdoc/>
            public IEnumerable<Claim> Claims()
            {
                var forAll = new Quantifier();
                Term x = forAll.Real("x", -1, 1);
                yield return new Claim
                {
                    Source = new Source(new Document("conjecture", "Conjecture"), "{{Words(name)}}"),
                    Text = "1 + x ≤ e^x on [-1, 1]",
                    Proposition = StatementProposition.Of(forAll.Conclude(1 + x <= Term.Exp(x))),
                };
            }
        }

        """;

    private static string Words(string name) => Capital().Replace(name, m => (m.Index == 0 ? "" : " ") + m.Value.ToLowerInvariant());

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$", RegexOptions.CultureInvariant)]
    private static partial Regex ClassName();

    [GeneratedRegex("[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();
}
