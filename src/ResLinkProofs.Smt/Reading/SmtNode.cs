using System.Text;
using ResLinkProofs.Smt.Writing;

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

    /// <summary>The whole S-expression on one line; symbols and texts with their bars and quotes where they need them.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        var pending = new Stack<(SmtNode? Node, string Text)>([(this, "")]);
        while (pending.TryPop(out (SmtNode? Node, string Text) next))
        {
            if (next.Node is not { IsList: true } list)
            {
                text.Append(next.Node?.WriteAtom() ?? next.Text);
                continue;
            }

            text.Append('(');
            pending.Push((null, ")"));
            for (int i = list.Items.Count - 1; i >= 0; i--)
            {
                pending.Push((list.Items[i], ""));
                if (i > 0)
                {
                    pending.Push((null, " "));
                }
            }
        }

        return text.ToString();
    }

    internal static SmtNode Atom(SmtToken token) => new(token.Kind, token.Text, [], token.Position);

    internal static SmtNode List(IReadOnlyList<SmtNode> items, SmtPosition position) => new(SmtTokenKind.Open, "", items, position);

    private string WriteAtom() => Kind switch
    {
        SmtTokenKind.Symbol => SmtText.Symbol(Text),
        SmtTokenKind.Quotation => $"\"{Text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        _ => Text,
    };

    private string Cut() => Text.Length <= 40 ? Text : Text[..37] + "...";
}
