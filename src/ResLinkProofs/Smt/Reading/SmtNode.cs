namespace ResLinkProofs.Smt.Reading;

/// <summary>An S-expression with its place in the text: an atom, or a list of S-expressions.</summary>
/// <remarks>Lists may be nested a million levels deep: readers of this tree must not recurse.</remarks>
public sealed class SmtNode
{
    private SmtNode(SmtTokenKind kind, string text, IReadOnlyList<SmtNode> items, SmtPosition position) =>
        (Kind, Text, Items, Position) = (kind, text, items, position);

    /// <summary>The atom's class; <see cref="SmtTokenKind.Open"/> for a list.</summary>
    public SmtTokenKind Kind { get; }

    /// <summary>The atom's text, without bars or quotes; empty for a list.</summary>
    public string Text { get; }

    /// <summary>The list's items in order; empty for an atom.</summary>
    public IReadOnlyList<SmtNode> Items { get; }

    /// <summary>Where it starts.</summary>
    public SmtPosition Position { get; }

    /// <summary>True for a list, also for the empty one.</summary>
    public bool IsList => Kind == SmtTokenKind.Open;

    /// <summary>True for a symbol.</summary>
    public bool IsSymbol => Kind == SmtTokenKind.Symbol;

    /// <summary>The symbol at the head of a list, or null.</summary>
    public string? Head => Items.Count > 0 && Items[0].IsSymbol ? Items[0].Text : null;

    /// <summary>A short form for messages: the atom, or the list's head.</summary>
    public override string ToString() => Kind switch
    {
        SmtTokenKind.Open => Items.Count == 0 ? "()" : $"({(Items[0].IsList ? "(...)" : Items[0].ToString())} ...)",
        SmtTokenKind.Quotation => $"\"{Cut()}\"",
        _ => Cut(),
    };

    internal static SmtNode Atom(SmtToken token) => new(token.Kind, token.Text, [], token.Position);

    internal static SmtNode List(IReadOnlyList<SmtNode> items, SmtPosition position) => new(SmtTokenKind.Open, "", items, position);

    private string Cut() => Text.Length <= 40 ? Text : Text[..37] + "...";
}
