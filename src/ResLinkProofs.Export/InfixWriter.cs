using System.Globalization;
using System.Numerics;
using System.Text;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Export;

/// <summary>
/// Writes terms, formulas and statements in infix notation so that what is read back is the same
/// term, operation by operation: quotients and sums keep their order, numbers are exact.
/// </summary>
internal sealed class InfixWriter(InfixNotation notation, Func<string, string> nameOf)
{
    /// <summary>The longest text of one statement.</summary>
    public const int LongestStatement = 200_000;

    /// <summary>The largest exponent: provers count it in unary.</summary>
    public const int LargestPower = 1000;

    private const int Sum = 1, Product = 2, Exponent = 3, Application = 4, Atomic = 5;

    /// <summary>A statement: quantifiers, ranges, hypotheses and conclusion, on lines of their own.</summary>
    public string Write(Statement statement)
    {
        var text = new StringBuilder();
        if (statement.Variables.Count > 0)
        {
            text.Append(notation.ForAll).AppendJoin(' ', statement.VariableNames.Select(nameOf)).Append(notation.OverReals).Append('\n');
        }

        IEnumerable<Formula> hypotheses = statement.Hypothesis is Conjunction c ? c.Operands : [statement.Hypothesis];
        foreach (string premise in statement.Variables.Select(Range).OfType<string>()
            .Concat(hypotheses.Select(h => Write(h, nested: true))))
        {
            text.Append("  ").Append(premise).Append(' ').Append(notation.Implies).Append('\n');
        }

        text.Append("  ").Append(Write(statement.Conclusion, nested: false));
        return text.Length <= LongestStatement ? text.ToString() : throw TooLong();
    }

    /// <summary>A formula.</summary>
    public string Write(Formula formula, bool nested) => formula switch
    {
        Atom atom => Write(atom),
        Conjunction { Operands.Count: 0 } => "True",
        Disjunction { Operands.Count: 0 } => "False",
        Junction j => Parenthesise(
            string.Join(j is Conjunction ? $" {notation.And} " : $" {notation.Or} ", j.Operands.Select(f => Write(f, nested: true))),
            nested),
        _ => throw new ArgumentException($"Unknown formula {formula.GetType().Name}.", nameof(formula)),
    };

    /// <summary>A term, in parentheses where it would not stand as the operand of a function.</summary>
    public string WriteOperand(Term term) => Write(term, Atomic);

    /// <summary>A term.</summary>
    public string Write(Term term) => Write(term, Sum);

    /// <summary>An exact number.</summary>
    public static string Number(Rational value)
    {
        string numerator = value.Numerator.ToString(CultureInfo.InvariantCulture);
        return !value.IsInteger ? $"({numerator}/{value.Denominator.ToString(CultureInfo.InvariantCulture)})"
            : value.Sign < 0 ? $"({numerator})"
            : numerator;
    }

    private static string Parenthesise(string text, bool nested) => nested ? $"({text})" : text;

    private static UnsupportedShapeException TooLong() => new(
        $"A statement of more than {LongestStatement} "
            + "characters when shared subterms are written out", "Export a smaller member of its family.");

    /// <summary>What the range of a variable says of it; null for the whole line.</summary>
    public string? Range(RealVariable variable)
    {
        string name = nameOf(variable.Name);
        return (variable.Lower, variable.Upper) switch
        {
            (null, null) => null,
            ({ } low, null) => $"{Number(low)} {notation.AtMost} {name}",
            (null, { } high) => $"{name} {notation.AtMost} {Number(high)}",
            ({ } low, { } high) => notation.Chains
                ? $"{Number(low)} {notation.AtMost} {name} {notation.AtMost} {Number(high)}"
                : $"({Number(low)} {notation.AtMost} {name} {notation.And} {name} {notation.AtMost} {Number(high)})",
        };
    }

    private string Write(Atom atom)
    {
        string left = Write(atom.Left);
        // Numerals alone would be read as whole numbers.
        if (notation.Ascription is { } type && IsNumeral(atom.Left) && IsNumeral(atom.Right))
        {
            left = $"({left} : {type})";
        }

        return $"{left} {notation.Relations[atom.Relation]} {Write(atom.Right)}";
    }

    private static bool IsNumeral(Term root)
    {
        var pending = new Stack<Term>([root]);
        while (pending.TryPop(out Term? term))
        {
            if (term.Operation is Operation.Variable or Operation.Pi or >= Operation.Sqrt)
            {
                return false;
            }

            foreach (Term operand in new[] { term.Left, term.Right }.OfType<Term>())
            {
                pending.Push(operand);
            }
        }

        return true;
    }

    // An explicit stack: terms read from files may be very deep.
    private string Write(Term root, int least)
    {
        var text = new StringBuilder();
        var pending = new Stack<(Term? Term, string? Text, int Level)>([(root, null, least)]);
        while (pending.TryPop(out (Term? Term, string? Text, int Level) next))
        {
            if (text.Length > LongestStatement)
            {
                throw TooLong();
            }

            if (next.Term is not { } term)
            {
                text.Append(next.Text);
                continue;
            }

            if (LevelOf(term) < next.Level)
            {
                text.Append('(');
                pending.Push((null, ")", 0));
            }

            PushParts(pending, term);
        }

        return text.ToString();
    }

    private int LevelOf(Term term) => term.Operation switch
    {
        Operation.Add or Operation.Subtract => Sum,
        Operation.Multiply or Operation.Divide => Product,
        Operation.Power when term.Exponent >= 0 => Exponent,
        // Numbers, negations and reciprocals bring their own parentheses.
        Operation.Literal or Operation.Pi or Operation.Variable or Operation.Negate or Operation.Power => Atomic,
        Operation.Min or Operation.Max or Operation.Abs when notation.Ascription is not null => Atomic,
        _ => Application,
    };

    private void PushParts(Stack<(Term? Term, string? Text, int Level)> pending, Term term)
    {
        switch (term.Operation)
        {
            case Operation.Literal:
                pending.Push((null, Number(term.Value), 0));
                break;
            case Operation.Pi:
                pending.Push((null, notation.Pi, 0));
                break;
            case Operation.Variable:
                pending.Push((null, nameOf(term.Name!), 0));
                break;
            case Operation.Add:
                Infix(" + ", Sum, Product);
                break;
            case Operation.Subtract:
                Infix(" - ", Sum, Product);
                break;
            case Operation.Multiply:
                Infix(" * ", Product, Exponent);
                break;
            case Operation.Divide:
                Infix(" / ", Product, Exponent);
                break;
            case Operation.Negate:
                Around("(- ", term.Left!, Application, ")");
                break;
            case Operation.Power when Math.Abs(term.Exponent) > LargestPower:
                throw new UnsupportedShapeException($"The power {term.Exponent}", $"Powers up to {LargestPower} can be exported.");
            case Operation.Power when term.Exponent < 0:
                Around(
                    notation.Ascription is null ? "(/ (" : "((",
                    term.Left!,
                    Application,
                    string.Create(
                        CultureInfo.InvariantCulture, $" ^ {-(BigInteger)term.Exponent}){(notation.Ascription is null ? "" : "⁻¹")})"));
                break;
            case Operation.Power:
                Around("", term.Left!, Application, string.Create(CultureInfo.InvariantCulture, $" ^ {term.Exponent}"));
                break;
            default:
                if (!notation.Functions.ContainsKey(term.Operation))
                {
                    throw new UnsupportedShapeException(
                        $"The operation {term.Operation}", "It has no name where the statement is to go; write it with others.");
                }

                Apply();
                break;
        }

        void Infix(string symbol, int left, int right)
        {
            pending.Push((term.Right, null, right));
            pending.Push((null, symbol, 0));
            pending.Push((term.Left, null, left));
        }

        void Around(string before, Term operand, int level, string after)
        {
            pending.Push((null, after, 0));
            pending.Push((operand, null, level));
            pending.Push((null, before, 0));
        }

        void Apply()
        {
            bool ascribes = LevelOf(term) == Atomic;
            pending.Push((null, ascribes ? $" : {notation.Ascription})" : "", 0));
            if (term.Right is not null)
            {
                pending.Push((term.Right, null, Atomic));
                pending.Push((null, " ", 0));
            }

            pending.Push((term.Left, null, Atomic));
            pending.Push((null, $"{(ascribes ? "(" : "")}{notation.Functions[term.Operation]} ", 0));
        }
    }
}
