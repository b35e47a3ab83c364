using System.Globalization;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Terms;

/// <summary>Reads the infix notation of the printer back, by the usual precedence of operators; for the tests of printing only.</summary>
internal sealed class InfixReader
{
    private static readonly Operation[] Functions =
        [Operation.Min, Operation.Max, Operation.RealPower, Operation.Argument, .. Enum.GetValues<Operation>().Where(o => o is Operation.Abs or >= Operation.Sqrt)];

    private readonly string _text;
    private int _position;

    private InfixReader(string text) => _text = text.Replace(" ", "", StringComparison.Ordinal);

    public static Term Read(string text)
    {
        var reader = new InfixReader(text);
        Term term = reader.Sum();
        return reader._position == reader._text.Length ? term : throw new FormatException($"'{text}' has more than one term.");
    }

    private char Next => _position < _text.Length ? _text[_position] : '\0';

    private bool Take(char symbol)
    {
        if (Next != symbol)
        {
            return false;
        }

        _position++;
        return true;
    }

    private Term Sum()
    {
        Term sum = Product();
        while (true)
        {
            if (Take('+'))
            {
                sum += Product();
            }
            else if (Take('-'))
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
            if (Take('·'))
            {
                product *= Signed();
            }
            else if (Take('/'))
            {
                product /= Signed();
            }
            else
            {
                return product;
            }
        }
    }

    private Term Signed() => Take('-') ? -Signed() : Power();

    private Term Power()
    {
        Term operand = Leaf();
        if (!Take('^'))
        {
            return operand;
        }

        bool parenthesised = Take('(');
        bool negative = Take('-');
        int exponent = int.Parse(Run(char.IsDigit), CultureInfo.InvariantCulture);
        _ = parenthesised && Take(')');
        return Term.Pow(operand, negative ? -exponent : exponent);
    }

    private Term Leaf()
    {
        if (Take('('))
        {
            Term inner = Sum();
            return Take(')') ? inner : throw new FormatException("missing )");
        }

        if (char.IsDigit(Next))
        {
            return Term.Literal(Kernel.Numbers.Rational.Parse(Run(char.IsDigit)));
        }

        string name = Run(char.IsLetterOrDigit);
        if (name == "π")
        {
            return Term.Pi;
        }

        if (!Take('('))
        {
            return Term.Variable(name);
        }

        Operation function = Functions.Single(o => TermPrinter.FunctionName(o) == name);
        Term left = Sum();
        Term? right = Take(',') ? Sum() : null;
        return Take(')') ? Term.Create(function, left, right) : throw new FormatException("missing )");
    }

    private string Run(Func<char, bool> belongs)
    {
        int start = _position;
        while (belongs(Next))
        {
            _position++;
        }

        return _position > start ? _text[start.._position] : throw new FormatException($"'{Next}' at {_position} of '{_text}'.");
    }
}
