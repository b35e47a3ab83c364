using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Tests.Proving.Falsehoods;

/// <summary>
/// Reads ranges, points and formulas in infix notation. From weak to strong: =>, or, and, comparisons, + -, * /, a minus sign, ^ with an
/// integer exponent. Braces group formulas, parentheses terms.
/// </summary>
internal sealed class StatementReader
{
    private static readonly string[] Symbols =
        ["=>", "<=", ">=", "!=", "<", ">", "=", "+", "-", "*", "/", "^", "(", ")", "{", "}", "[", "]", ","];

    private static readonly Dictionary<string, Operation> Functions = Enum.GetValues<Operation>()
        .Where(o => o is Operation.Min or Operation.Max or Operation.Abs or >= Operation.Sqrt)
        .ToDictionary(TermPrinter.FunctionName, o => o, StringComparer.Ordinal);

    private readonly List<string> _tokens = [];
    private int _next;

    private StatementReader(string text)
    {
        for (int i = 0; i < text.Length;)
        {
            string token = char.IsWhiteSpace(text[i]) ? " "
                : Symbols.FirstOrDefault(s => text.AsSpan(i).StartsWith(s, StringComparison.Ordinal)) ?? Word(text[i..]);
            i += token.Length;
            if (token != " ")
            {
                _tokens.Add(token);
            }
        }
    }

    public static RealVariable[] Ranges(string text) => new StatementReader(text).Complete(r => r.List(r.Range));

    public static Formula Formula(string text) => new StatementReader(text).Complete(r => r.Implication());

    public static Rational[] Point(string text, IReadOnlyList<RealVariable> variables)
    {
        var values = new StatementReader(text).Complete(r => r.List(r.Coordinate)).ToDictionary();
        return values.Count == variables.Count
            ? [.. variables.Select(v => values.TryGetValue(v.Name, out Rational x) ? x : throw new FormatException($"{v.Name} missing"))]
            : throw new FormatException("not one coordinate per variable");
    }

    // A number with its decimals and exponent, or a name.
    private static string Word(string text)
    {
        int length = 0;
        bool isNumber = char.IsDigit(text[0]);
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] is '_' or '.'
            || (isNumber && text[length] == '-' && text[length - 1] == 'e')))
        {
            length++;
        }

        return length > 0 ? text[..length] : throw new FormatException($"'{text[0]}' is not understood");
    }

    private T Complete<T>(Func<StatementReader, T> part)
    {
        T result = part(this);
        return _next == _tokens.Count ? result : throw new FormatException($"'{_tokens[_next]}' is one too many");
    }

    private bool Take(string token)
    {
        bool found = _next < _tokens.Count && _tokens[_next] == token;
        _next += found ? 1 : 0;
        return found;
    }

    private void Need(string token)
    {
        if (!Take(token))
        {
            throw new FormatException($"'{token}' expected at token {_next}");
        }
    }

    private string TakeAny() => _next < _tokens.Count ? _tokens[_next++] : throw new FormatException("something is missing at the end");

    private T[] List<T>(Func<T> item)
    {
        List<T> items = [item()];
        while (Take(","))
        {
            items.Add(item());
        }

        return [.. items];
    }

    private RealVariable Range()
    {
        string name = TakeAny();
        Need("in");
        Need("[");
        Rational? lower = End();
        Need(",");
        Rational? upper = End();
        Need("]");
        return new RealVariable(name, lower, upper);
    }

    private Rational? End()
    {
        int start = _next;
        if ((Take("-") || true) && Take("inf"))
        {
            return null;
        }

        _next = start;
        return Number();
    }

    private KeyValuePair<string, Rational> Coordinate()
    {
        string name = TakeAny();
        Need("=");
        return new(name, Number());
    }

    private Rational Number() => Sum() is { Operation: Operation.Literal } literal
        ? literal.Value
        : throw new FormatException("a number expected");

    private Formula Implication()
    {
        Formula left = Disjunction();
        return Take("=>") ? left.Implies(Implication()) : left;
    }

    private Formula Disjunction()
    {
        Formula left = Conjunction();
        return Take("or") ? left | Disjunction() : left;
    }

    private Formula Conjunction()
    {
        Formula left = Comparison();
        return Take("and") ? left & Conjunction() : left;
    }

    private Formula Comparison()
    {
        if (Take("{"))
        {
            Formula inner = Implication();
            Need("}");
            return inner;
        }

        Term left = Sum();
        string relation = TakeAny();
        Term right = Sum();
        return relation switch
        {
            "<=" => left <= right,
            "<" => left < right,
            ">=" => left >= right,
            ">" => left > right,
            "=" => left.EqualTo(right),
            "!=" => left.NotEqualTo(right),
            _ => throw new FormatException($"'{relation}' is no comparison"),
        };
    }

    private Term Sum()
    {
        Term sum = Product();
        while (true)
        {
            if (Take("+"))
            {
                sum += Product();
            }
            else if (Take("-"))
            {
                sum -= Product();
            }
            else
            {
                return sum;
            }
        }
    }

    private Term Product()
    {
        Term product = Signed();
        while (true)
        {
            if (Take("*"))
            {
                product *= Signed();
            }
            else if (Take("/"))
            {
                product /= Signed();
            }
            else
            {
                return product;
            }
        }
    }

    private Term Signed() => Take("-") ? -Signed() : Power();

    private Term Power()
    {
        Term operand = Leaf();
        return Take("^") ? Term.Pow(operand, (int)Exponent().Numerator) : operand;
    }

    private Rational Exponent() => Leaf() is { Operation: Operation.Literal, Value.IsInteger: true } literal
        ? literal.Value
        : throw new FormatException("an exponent is an integer, in parentheses if it is negative");

    private Term Leaf()
    {
        string token = TakeAny();
        if (token == "(")
        {
            Term inner = Sum();
            Need(")");
            return inner;
        }

        if (char.IsDigit(token[0]))
        {
            return Term.Literal(Rational.Parse(token));
        }

        if (!Functions.TryGetValue(token, out Operation function))
        {
            return token == "pi" ? Term.Pi
                : char.IsLetter(token[0]) ? Term.Variable(token)
                : throw new FormatException($"'{token}' is no term");
        }

        Need("(");
        Term left = Sum();
        Term? right = Take(",") ? Sum() : null;
        Need(")");
        return Term.Create(function, left, right);
    }
}
