namespace ResLinkProofs.Smt.Reading;

/// <summary>A name introduced by <c>define-fun</c> with parameters.</summary>
internal sealed record SmtFunction(string Name, IReadOnlyList<string> Parameters, IReadOnlyList<string> Sorts, string Result, SmtNode Body);

/// <summary>The names of a script: what is declared or defined for the rest of it, and what is bound for a while.</summary>
internal sealed class SymbolTable(string file)
{
    private readonly Dictionary<string, SmtValue> _constants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SmtFunction> _functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Stack<(int Frame, SmtValue Value)>> _bound = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly Stack<int> _frames = new([0]);
    private int _lastFrame;

    /// <summary>The number of names that are declared or defined.</summary>
    public int Count => _names.Count;

    public void Declare(SmtNode name, SmtValue value)
    {
        CheckNew(name);
        _names.Add(name.Text);
        _constants.Add(name.Text, value);
    }

    public void Define(SmtNode name, SmtFunction function)
    {
        CheckNew(name);
        _names.Add(name.Text);
        _functions.Add(name.Text, function);
    }

    /// <summary>Forgets all but the first names.</summary>
    public void Forget(int count)
    {
        foreach (string name in _names.Skip(count))
        {
            _constants.Remove(name);
            _functions.Remove(name);
        }

        _names.RemoveRange(count, _names.Count - count);
    }

    /// <summary>Reports a name that is taken or belongs to the language.</summary>
    public void CheckNew(SmtNode name)
    {
        string? problem = !name.IsSymbol ? $"expected a name, found {name}"
            : OperatorTable.IsReserved(name.Text) ? $"'{name.Text}' belongs to the language and cannot be declared"
            : _constants.ContainsKey(name.Text) || _functions.ContainsKey(name.Text) ? $"'{name.Text}' is already declared"
            : name.Text.Length == 0 ? "a name must not be empty"
            : null;
        if (problem is not null)
        {
            throw new SmtInputException(file, name.Position, problem);
        }
    }

    public void Bind(string name, SmtValue value)
    {
        if (!_bound.TryGetValue(name, out Stack<(int, SmtValue)>? values))
        {
            _bound[name] = values = new();
        }

        values.Push((_frames.Peek(), value));
    }

    public void Unbind(string name) => _bound[name].Pop();

    /// <summary>Starts the body of a function, from which names bound outside are not seen.</summary>
    public void EnterFrame() => _frames.Push(++_lastFrame);

    public void LeaveFrame() => _frames.Pop();

    /// <summary>True outside the bodies of functions.</summary>
    public bool IsOutermost => _frames.Count == 1;

    public SmtValue? FindConstant(string name) =>
        _bound.TryGetValue(name, out Stack<(int Frame, SmtValue Value)>? values) && values.Count > 0
            && values.Peek().Frame == _frames.Peek()
            ? values.Peek().Value
            : _constants.GetValueOrDefault(name);

    public SmtFunction? FindFunction(string name) => _functions.GetValueOrDefault(name);
}
