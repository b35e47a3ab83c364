namespace ResLinkProofs.Kernel.Derivations;

/// <summary>A token, or a list in parentheses.</summary>
/// <param name="Token">The token; null for a list.</param>
/// <param name="Items">The items of a list; empty for a token.</param>
public sealed record Expression(string? Token, IReadOnlyList<Expression> Items)
{
    private const int LargestDepth = 500;

    /// <summary>Reads one expression, with single spaces between items and nowhere else.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static Expression Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int position = 0;
        Expression result = Parse(text, ref position, 0);
        return position == text.Length && result.ToString() == text
            ? result
            : throw new FormatException($"not one expression: '{(text.Length > 60 ? text[..60] : text)}'");
    }

    /// <inheritdoc/>
    public override string ToString() => Token ?? $"({string.Join(' ', Items)})";

    private static Expression Parse(string text, ref int position, int depth)
    {
        if (position >= text.Length || depth > LargestDepth)
        {
            throw new FormatException("an expression ends too early or is nested too deeply");
        }

        if (text[position] != '(')
        {
            int start = position;
            while (position < text.Length && text[position] is not (' ' or '(' or ')'))
            {
                position++;
            }

            return position > start ? new(text[start..position], []) : throw new FormatException("a token is missing");
        }

        position++;
        var items = new List<Expression>();
        while (position < text.Length && text[position] != ')')
        {
            position += text[position] == ' ' ? 1 : 0;
            items.Add(Parse(text, ref position, depth + 1));
        }

        if (position++ >= text.Length)
        {
            throw new FormatException("a parenthesis is not closed");
        }

        return new(null, items);
    }
}
