namespace ResLinkProofs.Smt.Reading;

/// <summary>Reads the S-expressions of a text one after the other, without recursion.</summary>
internal sealed class SmtNodeReader(string text, string file)
{
    private readonly SmtLexer _lexer = new(text, file);
    private readonly List<SmtNode> _items = [];
    private readonly Stack<(int FirstItem, SmtPosition Position)> _open = [];

    /// <summary>The next S-expression of the top level, or null at the end of the text.</summary>
    /// <exception cref="SmtInputException">A token is malformed or parentheses do not match.</exception>
    public SmtNode? Next()
    {
        _items.Clear();
        _open.Clear();
        while (true)
        {
            SmtToken token = _lexer.Next();
            switch (token.Kind)
            {
                case SmtTokenKind.End when _open.Count == 0:
                    return null;
                case SmtTokenKind.End:
                    throw new SmtInputException(file, _open.Peek().Position, "this '(' has no partner");
                case SmtTokenKind.Close when _open.Count == 0:
                    throw new SmtInputException(file, token.Position, "this ')' has no partner");
                case SmtTokenKind.Open:
                    _open.Push((_items.Count, token.Position));
                    continue;
                case SmtTokenKind.Close:
                    (int first, SmtPosition position) = _open.Pop();
                    SmtNode[] items = [.. _items[first..]];
                    _items.RemoveRange(first, items.Length);
                    _items.Add(SmtNode.List(items, position));
                    break;
                default:
                    _items.Add(SmtNode.Atom(token));
                    break;
            }

            if (_open.Count == 0)
            {
                return _items[0];
            }
        }
    }
}
