using System.Text.RegularExpressions;

namespace ResLinkProofs.Kernel.Tests.Conformance;

/// <summary>One case of the interval test language: <c>operation operand ... = result ...;</c></summary>
internal sealed record ItlCase(string Text, string Operation, IReadOnlyList<ItlValue> Operands, IReadOnlyList<ItlValue> Results);

/// <summary>Reads the interval test language of ITF1788: comments, <c>testcase NAME { ... }</c> blocks, and cases ended by a semicolon.</summary>
internal static partial class ItlParser
{
    internal static IEnumerable<ItlCase> Parse(string text)
    {
        string bare = Comment().Replace(text, " ");
        foreach (Match block in Block().Matches(bare))
        {
            foreach (string statement in block.Groups["body"].Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                yield return ParseCase(statement);
        }
    }

    private static ItlCase ParseCase(string statement)
    {
        int signal = statement.IndexOf(" signal ", StringComparison.Ordinal);
        string[] sides = (signal < 0 ? statement : statement[..signal]).Split('=');
        if (sides.Length != 2)
            throw new FormatException($"'{statement}' has no single '='");
        string[] left = Tokens(sides[0]), right = Tokens(sides[1]);
        return new ItlCase(statement, left[0], [.. left[1..].Select(ItlValue.Parse)], [.. right.Select(ItlValue.Parse)]);
    }

    private static string[] Tokens(string side) => [.. Token().Matches(side).Select(m => m.Value)];

    [GeneratedRegex(@"/\*.*?\*/|//[^\n]*", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"testcase\s+\S+\s*\{(?<body>[^}]*)\}")]
    private static partial Regex Block();

    [GeneratedRegex(@"\[[^\]]*\]\w*|[^\s\[\]]+")]
    private static partial Regex Token();
}
