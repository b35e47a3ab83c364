namespace ResLinkProofs.Smt.Reading;

/// <summary>
/// What is declared and asserted, level by level: <c>pop</c> takes back what was declared, defined and asserted since the <c>push</c>.
/// </summary>
internal sealed class AssertionStack(string file, SymbolTable symbols, ReadingBudget budget)
{
    private const int LargestDepth = 100_000;

    private readonly List<SmtVariable> _variables = [];
    private readonly List<(SmtAssertion Assertion, bool IsAsked)> _assertions = [];
    private readonly Stack<(int Symbols, int Variables, int Assertions, SmtObjective? Objective)> _levels = [];
    private SmtObjective? _objective;
    private SmtPosition? _unasked;

    /// <summary>The first assertion that no question is about, whether it was taken back or not; null when there is none.</summary>
    public SmtPosition? Unasked
    {
        get
        {
            IEnumerable<SmtPosition> left = _assertions.Where(a => !a.IsAsked).Select(a => a.Assertion.Position);
            return _unasked is { } before ? left.Append(before).MinBy(Order) : left.Cast<SmtPosition?>().FirstOrDefault();
        }
    }

    public void Declare(SmtVariable variable) => _variables.Add(variable);

    public void Assert(SmtAssertion assertion) => _assertions.Add((assertion, false));

    public void Optimise(SmtObjective objective) => _objective = _objective is null
        ? objective
        : throw new SmtInputException(
            file, objective.Position,
            $"a second objective beside the one at {_objective.Position}; one at a time is supported, use push and pop");

    public void Push(int levels, SmtPosition position)
    {
        if (levels > LargestDepth - _levels.Count)
        {
            throw new SmtInputException(file, position, $"more than {LargestDepth} levels; allowed are {LargestDepth}");
        }

        for (int i = 0; i < levels; i++)
        {
            _levels.Push((symbols.Count, _variables.Count, _assertions.Count, _objective));
        }
    }

    public void Pop(int levels, SmtPosition position)
    {
        if (levels > _levels.Count)
        {
            throw new SmtInputException(file, position, $"pop takes back {levels} level(s), and there are {_levels.Count}");
        }

        for (int i = 0; i < levels; i++)
        {
            (int names, int variables, int assertions, _objective) = _levels.Pop();
            symbols.Forget(names);
            _variables.RemoveRange(variables, _variables.Count - variables);
            Forget(assertions);
        }
    }

    /// <summary>The question whether everything asserted now can be satisfied.</summary>
    /// <param name="position">Where it is asked.</param>
    /// <param name="status">The answer that the script states.</param>
    /// <param name="assumed">What is assumed for this question only.</param>
    /// <param name="requests">What is asked for after it.</param>
    public SmtQuestion Ask(SmtPosition position, SmtStatus status, IReadOnlyList<SmtAssertion> assumed, IReadOnlyList<SmtRequest> requests)
    {
        budget.Spend(_variables.Count + _assertions.Count, position);
        for (int i = _assertions.Count - 1; i >= 0 && !_assertions[i].IsAsked; i--)
        {
            _assertions[i] = _assertions[i] with { IsAsked = true };
        }

        return new SmtQuestion
        {
            Position = position,
            Status = status,
            Variables = [.. _variables],
            Assertions = [.. _assertions.Select(a => a.Assertion), .. assumed],
            Objective = _objective,
            Requests = requests,
        };
    }

    private static (int Line, int Column) Order(SmtPosition position) => (position.Line, position.Column);

    // Drops the assertions from one on. Those that nothing was asked about are a suffix; the first of all in the text is remembered.
    private void Forget(int from)
    {
        _unasked ??= _assertions.Skip(from).Where(a => !a.IsAsked).Select(a => (SmtPosition?)a.Assertion.Position).FirstOrDefault();
        _assertions.RemoveRange(from, _assertions.Count - from);
    }
}
