using System.Globalization;
using System.Numerics;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Smt.Reading;

/// <summary>
/// Gives S-expressions their meaning as terms and formulas. An explicit stack of steps replaces recursion; functions are
/// expanded where they are called, once per distinct list of arguments.
/// </summary>
internal sealed class ExpressionReader
{
    private const int LargestIntegrand = 10_000;
    private const int CallCost = 1000; // a remembered call takes far more memory than a node

    private readonly string _file;
    private readonly SymbolTable _symbols;
    private readonly TermTable _terms;
    private readonly ReadingBudget _budget;
    private readonly OperatorApplication _operators;
    private readonly CaseAnalysis _cases;
    private readonly Stack<Step> _steps = new();
    private readonly Stack<SmtValue> _values = new();
    private readonly Dictionary<CallKey, SmtValue> _calls = [];
    private readonly FormulaConversion _conversion;
    private int _integrals;
    private int _open;

    public ExpressionReader(string file, SymbolTable symbols, TermTable terms, ReadingBudget budget, FormulaConversion conversion)
    {
        _conversion = conversion;
        _file = file;
        _symbols = symbols;
        _terms = terms;
        _budget = budget;
        _cases = new CaseAnalysis(file, terms, budget);
        _operators = new OperatorApplication(file, terms, _cases, budget);
    }

    // A step takes the values that earlier steps have left on the value stack.
    private enum StepKind
    {
        Evaluate,
        Apply,
        Invoke,
        BindLet,
        Unbind,
        Return,
        Name,
        BindIntegral,
        CloseIntegral,
    }

    /// <summary>The value of an expression.</summary>
    /// <exception cref="SmtInputException">It is not well-formed, not well-sorted, or too large.</exception>
    public SmtValue Read(SmtNode expression)
    {
        Visit(expression);
        return Run();
    }

    /// <summary>The value of an expression as one term of the kernel, or null when its sort is Bool.</summary>
    /// <param name="value">The value.</param>
    /// <param name="convert">Gives the formula of a condition.</param>
    public Term? AsTerm(SmtValue value, Func<BooleanNode, Formula> convert) => value is TermValue term ? _cases.Join(term, convert) : null;

    /// <summary>The value of a function for given arguments.</summary>
    /// <param name="function">The function.</param>
    /// <param name="arguments">As many as it has parameters, of their sorts.</param>
    public SmtValue Call(SmtFunction function, SmtValue[] arguments)
    {
        Enter(function, arguments, function.Body.Position);
        return Run();
    }

    private SmtValue Run()
    {
        while (_steps.TryPop(out Step step))
        {
            switch (step.Kind)
            {
                case StepKind.Evaluate:
                    Evaluate(step.Node);
                    break;
                case StepKind.Apply:
                    _values.Push(_operators.Apply((SmtOperator)step.Data!, step.Node, Pop(step.Node.Items.Count - 1)));
                    break;
                case StepKind.Invoke:
                    Invoke((SmtFunction)step.Data!, step.Node);
                    break;
                case StepKind.BindLet:
                    BindLet(step.Node);
                    break;
                case StepKind.Unbind:
                    Unbind(step.Node.Items[1].Items.Select(binding => binding.Items[0].Text));
                    break;
                case StepKind.Return:
                    Return((CallKey)step.Data!);
                    break;
                case StepKind.BindIntegral:
                    BindIntegral(step.Node);
                    break;
                case StepKind.CloseIntegral:
                    CloseIntegral(step.Node, (BoundIntegral)step.Data!);
                    break;
                case StepKind.Name:
                    _symbols.Declare(step.Node, _values.Peek());
                    break;
            }
        }

        return _values.Pop();
    }

    private SmtInputException Error(SmtNode node, string problem) => new(_file, node.Position, problem);

    private void Visit(SmtNode node) => _steps.Push(new Step(StepKind.Evaluate, node));

    private void VisitAll(IReadOnlyList<SmtNode> nodes, int from)
    {
        for (int i = nodes.Count - 1; i >= from; i--)
        {
            Visit(nodes[i]);
        }
    }

    private SmtValue[] Pop(int count)
    {
        var values = new SmtValue[count];
        for (int i = count - 1; i >= 0; i--)
        {
            values[i] = _values.Pop();
        }

        return values;
    }

    private void Evaluate(SmtNode node)
    {
        _budget.Spend(1, node.Position);
        switch (node.Kind)
        {
            case SmtTokenKind.Numeral or SmtTokenKind.DecimalNumber:
                _values.Push(new TermValue(_terms.Literal(Number(node), node.Position)));
                break;
            case SmtTokenKind.Symbol:
                _values.Push(Constant(node));
                break;
            case SmtTokenKind.Open when node.Head is { } head:
                EvaluateApplication(node, head);
                break;
            case SmtTokenKind.Open:
                throw Error(
                    node,
                    $"expected an application (function argument ...), found {node}; indexed names such as (_ name 1) are not supported");
            default:
                throw Error(node, $"expected a term or a formula, found {node}");
        }
    }

    private void EvaluateApplication(SmtNode node, string head)
    {
        int count = node.Items.Count - 1;
        switch (head)
        {
            case "let":
                EvaluateLet(node);
                return;
            case "!" when count >= 1:
                // Annotations do not change the meaning. A name can be used afterwards;
                // within a function or an integral it would name many things.
                for (int i = 2; i + 1 < node.Items.Count && _symbols.IsOutermost && _open == 0; i++)
                {
                    if (node.Items[i] is { Kind: SmtTokenKind.Keyword, Text: ":named" })
                    {
                        _steps.Push(new Step(StepKind.Name, node.Items[i + 1]));
                    }
                }

                Visit(node.Items[1]);
                return;
            case "integral" when _symbols.FindFunction(head) is null && _symbols.FindConstant(head) is null:
                EvaluateIntegral(node);
                return;
            case "forall" or "exists":
                throw Error(node, "quantifiers are not supported; assert the negation of a claim about all values of declared variables");
            case "_" or "as" or "match" or "!":
                throw Error(node, $"'{head}' is not supported here; allowed are {OperatorTable.Names}");
        }

        if (_symbols.FindFunction(head) is { } function)
        {
            if (count != function.Parameters.Count)
            {
                throw Error(node, $"'{head}' has {count} argument(s); it is defined with {function.Parameters.Count}");
            }

            _steps.Push(new Step(StepKind.Invoke, node, function));
            VisitAll(node.Items, 1);
            return;
        }

        if (_symbols.FindConstant(head) is { } constant)
        {
            throw Error(node, $"'{head}' is a constant of sort {constant.Sort} and takes no arguments");
        }

        SmtOperator op = OperatorTable.Find(head) ?? throw Error(
            node.Items[0], $"unknown function '{node.Items[0]}'; allowed are {OperatorTable.Names}");
        _steps.Push(new Step(StepKind.Apply, node, op));
        VisitAll(node.Items, 1);
    }

    private void EvaluateLet(SmtNode node)
    {
        bool wellFormed = node.Items.Count == 3 && node.Items[1] is { IsList: true, Items.Count: > 0 } list
            && list.Items.All(b => b is { IsList: true, Items.Count: 2 } && b.Items[0].IsSymbol);
        if (!wellFormed)
        {
            throw Error(node, "let must have the form (let ((name value) ...) body)");
        }

        IReadOnlyList<SmtNode> bindings = node.Items[1].Items;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (SmtNode binding in bindings)
        {
            SmtNode name = binding.Items[0];
            if (OperatorTable.IsReserved(name.Text) || !names.Add(name.Text))
            {
                throw Error(name, OperatorTable.IsReserved(name.Text)
                    ? $"'{name}' belongs to the language and cannot be bound"
                    : $"'{name}' is bound twice in one let");
            }
        }

        _steps.Push(new Step(StepKind.BindLet, node));
        for (int i = bindings.Count - 1; i >= 0; i--)
        {
            Visit(bindings[i].Items[1]);
        }
    }

    private void BindLet(SmtNode node)
    {
        // Parallel: all values are known before any name is bound.
        IReadOnlyList<SmtNode> bindings = node.Items[1].Items;
        SmtValue[] values = Pop(bindings.Count);
        for (int i = 0; i < values.Length; i++)
        {
            _symbols.Bind(bindings[i].Items[0].Text, values[i]);
        }

        _steps.Push(new Step(StepKind.Unbind, node));
        Visit(node.Items[2]);
    }

    // (integral (x a b) t): the bounds, then the integrand with x as a name that nobody can write.
    private void EvaluateIntegral(SmtNode node)
    {
        bool wellFormed = node.Items.Count == 3 && node.Items[1] is { IsList: true, Items.Count: 3 } list && list.Items[0].IsSymbol;
        if (!wellFormed)
        {
            throw Error(
                node,
                "an integral must have the form (integral (variable lower upper) integrand); "
                    + "oo and (- oo) are allowed as bounds");
        }

        if (OperatorTable.IsReserved(node.Items[1].Items[0].Text))
        {
            throw Error(node.Items[1].Items[0], $"'{node.Items[1].Items[0]}' belongs to the language and cannot be bound");
        }

        _steps.Push(new Step(StepKind.BindIntegral, node));
        foreach (int bound in new[] { 2, 1 })
        {
            SmtNode expression = node.Items[1].Items[bound];
            int infinity = InfinityOf(expression);
            if (infinity != 0 && infinity != (bound == 2 ? 1 : -1))
            {
                throw Error(expression, "an integral runs upwards from (- oo) and to oo; write its negative the other way round");
            }

            if (infinity == 0)
            {
                Visit(expression);
            }
        }
    }

    // 1 for infinity, -1 for minus infinity, 0 for a term.
    private int InfinityOf(SmtNode node) =>
        _symbols.FindConstant("oo") is not null ? 0
        : node is { IsSymbol: true, Text: "oo" } ? 1
        : node is { IsSymbol: true, Text: "-oo" }
            || (node is { IsList: true, Items.Count: 2, Head: "-" } && InfinityOf(node.Items[1]) == 1) ? -1
        : 0;

    private void BindIntegral(SmtNode node)
    {
        IReadOnlyList<SmtNode> parts = node.Items[1].Items;
        TermValue? upper = InfinityOf(parts[2]) == 0 ? Bound(parts[2]) : null,
            lower = InfinityOf(parts[1]) == 0 ? Bound(parts[1]) : null;
        Term variable = _terms.Variable(string.Create(CultureInfo.InvariantCulture, $"|{_integrals++}"));
        _symbols.Bind(parts[0].Text, new TermValue(variable));
        _open++;
        _steps.Push(new Step(StepKind.CloseIntegral, node, new BoundIntegral(variable, lower, upper)));
        Visit(node.Items[2]);

        TermValue Bound(SmtNode bound) => _values.Pop() as TermValue ?? throw Error(bound, "a bound of an integral must have sort Real");
    }

    private void CloseIntegral(SmtNode node, BoundIntegral integral)
    {
        _open--;
        _symbols.Unbind(node.Items[1].Items[0].Text);
        TermValue value = _values.Pop() as TermValue ?? throw Error(node.Items[2], "an integrand must have sort Real");
        // Cases that depend on the variable stay within the integrand.
        Term body = _cases.Join(value, condition => _conversion.Convert(condition, node.Position));
        _values.Push((integral.Lower, integral.Upper) switch
        {
            ({ } lower, { } upper) => _cases.Combine(lower, upper, Make, node.Position),
            ({ } lower, null) => _cases.Map(lower, a => Make(a, null), node.Position),
            (null, { } upper) => _cases.Map(upper, b => Make(null, b), node.Position),
            _ => new TermValue(Make(null, null)),
        });

        Term Make(Term? lower, Term? upper)
        {
            int size = Integrand.Subterms(body).Take(LargestIntegrand + 1).Count();
            if (size > LargestIntegrand)
            {
                throw Error(node.Items[2], $"an integrand of more than {LargestIntegrand} operations");
            }

            _budget.Spend(4 * size, node.Position);
            try
            {
                return Term.Integral(integral.Variable, lower, upper, body);
            }
            catch (ArgumentException e)
            {
                throw Error(node, e.Message);
            }
        }
    }

    private void Unbind(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            _symbols.Unbind(name);
        }
    }

    private void Invoke(SmtFunction function, SmtNode node)
    {
        SmtValue[] arguments = Pop(function.Parameters.Count);
        for (int i = 0; i < arguments.Length; i++)
        {
            if (arguments[i].Sort != function.Sorts[i])
            {
                throw Error(
                    node.Items[i + 1],
                    $"argument {i + 1} of '{function.Name}' has sort {arguments[i].Sort}; it must have sort {function.Sorts[i]}");
            }
        }

        Enter(function, arguments, node.Position);
    }

    private void Enter(SmtFunction function, SmtValue[] arguments, SmtPosition position)
    {
        _budget.Spend(CallCost, position);
        var key = CallKey.Of(function, arguments);
        if (_calls.TryGetValue(key, out SmtValue? known))
        {
            _values.Push(known);
            return;
        }

        _symbols.EnterFrame();
        for (int i = 0; i < arguments.Length; i++)
        {
            _symbols.Bind(function.Parameters[i], arguments[i]);
        }

        _steps.Push(new Step(StepKind.Return, function.Body, key));
        Visit(function.Body);
    }

    private void Return(CallKey key)
    {
        Unbind(key.Function.Parameters);
        _symbols.LeaveFrame();
        _calls[key] = _values.Peek();
    }

    private SmtValue Constant(SmtNode node)
    {
        if (_symbols.FindConstant(node.Text) is { } value)
        {
            return value;
        }

        switch (node.Text)
        {
            case "true":
                return new FormulaValue(BooleanNode.True);
            case "false":
                return new FormulaValue(BooleanNode.False);
            case "real.pi" or "pi":
                return new TermValue(Term.Pi);
            case "real.e" or "e":
                return new TermValue(Term.E);
        }

        string text = node.Text;
        if (text.Length > 1 && text[0] == '-' && char.IsAsciiDigit(text[1]) && !text.Contains('/', StringComparison.Ordinal)
            && Rational.TryParse(text, out _))
        {
            return new TermValue(_terms.Literal(Number(node), node.Position)); // in the standard a symbol, which nobody declares
        }

        bool looksLikeNumber = text.Length > 1 && text[0] is '-' or '+' or '.' && text.Any(char.IsAsciiDigit);
        string hint = looksLikeNumber ? "; numbers are written 12, 0.25, (- 3) and (/ 1 3)"
            : OperatorTable.Find(text) is not null || _symbols.FindFunction(text) is not null
                ? "; it is a function and needs arguments: (" + node + " ...)"
            : "; declare it with (declare-const name Real)";
        throw Error(node, $"unknown symbol '{node}'{hint}");
    }

    private Rational Number(SmtNode node)
    {
        if (node.Text.Length > 30_000)
        {
            throw Error(node, $"a number of {node.Text.Length} characters; allowed are 30000");
        }

        return Rational.TryParse(node.Text, out Rational value)
            ? value
            : throw Error(node, $"'{node}' is not a number; allowed are forms such as 12, 0.25 and 1e-6, with exponents of at most 100000");
    }

    private sealed record BoundIntegral(Term Variable, TermValue? Lower, TermValue? Upper);

    private readonly record struct Step(StepKind Kind, SmtNode Node, object? Data = null);

    /// <summary>
    /// A call: the function and what its arguments are. Single terms and formulas compare by identity of the shared object.
    /// </summary>
    private sealed class CallKey : IEquatable<CallKey>
    {
        private readonly object[] _parts;

        private CallKey(object[] parts) => _parts = parts;

        public SmtFunction Function => (SmtFunction)_parts[0];

        public static CallKey Of(SmtFunction function, SmtValue[] arguments) => new(
            [function, .. arguments.Select(
                a => a is TermValue { Single: { } term } ? term : a is FormulaValue formula ? (object)formula.Node : a)]);

        public bool Equals(CallKey? other) =>
            other is not null && _parts.AsSpan().SequenceEqual(other._parts, ReferenceEqualityComparer.Instance!);

        public override bool Equals(object? obj) => Equals(obj as CallKey);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (object part in _parts)
            {
                hash.Add(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(part));
            }

            return hash.ToHashCode();
        }
    }
}
