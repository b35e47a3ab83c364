using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Tests.Proving.Falsehoods;

/// <summary>A false statement.</summary>
/// <param name="Kind">The name of the file in which it stands.</param>
/// <param name="Text">Its line.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Witness">A rational counterexample; null where every counterexample is irrational.</param>
/// <param name="Neighbour">A true statement that is much like it; null where none is given.</param>
internal sealed record Falsehood(string Kind, string Text, Statement Statement, Rational[]? Witness, Statement? Neighbour)
{
    private const string Prefix = "Falsehoods.", Suffix = ".txt";

    /// <summary>All of them, in a fixed order.</summary>
    public static IReadOnlyList<Falsehood> All { get; } = [.. Files().SelectMany(Read)];

    /// <summary>Those that a rational point refutes.</summary>
    public static IEnumerable<Falsehood> WithWitness => All.Where(f => f.Witness is not null);

    public override string ToString() => $"{Kind}: {Text}";

    private static IEnumerable<string> Files() => typeof(Falsehood).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static IEnumerable<Falsehood> Read(string file)
    {
        using var reader = new StreamReader(typeof(Falsehood).Assembly.GetManifestResourceStream(file)!);
        string kind = file[Prefix.Length..^Suffix.Length];
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return Parse(kind, line);
            }
        }
    }

    // RANGES: CLAIM; WITNESS; TRUE NEIGHBOUR, the last two of which may be missing.
    private static Falsehood Parse(string kind, string line)
    {
        try
        {
            string[] fields = line.Split(';'), parts = fields[0].Split(':');
            RealVariable[] variables = StatementReader.Ranges(parts[0]);
            Statement Claim(string text) => new(variables, Kernel.Terms.Formula.True, StatementReader.Formula(text));
            return new Falsehood(
                kind,
                line,
                Claim(parts[1]),
                fields.Length > 1 ? StatementReader.Point(fields[1], variables) : null,
                fields.Length > 2 ? Claim(fields[2]) : null);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or IndexOutOfRangeException)
        {
            throw new FormatException($"{kind}: '{line}': {e.Message}", e);
        }
    }
}
