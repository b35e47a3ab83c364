using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Reports.Site;

/// <summary>Formulas and matrices as MathML, which browsers lay out without any script.</summary>
internal sealed partial class MathMarkup
{
    // A formula of more symbols than this says nothing to a reader; it is left to the certificate.
    private const int MostSymbols = 700;
    private const int Sum = 1, Product = 2, Sign = 3, Power = 4, Leaf = 5;

    private readonly StringBuilder _text = new();
    private int _symbols;

    private MathMarkup()
    {
    }

    /// <summary>What follows from what; null where it is too long to be read.</summary>
    /// <param name="hypothesis">The hypothesis.</param>
    /// <param name="conclusion">The conclusion.</param>
    public static string? Implication(Formula hypothesis, Formula conclusion)
    {
        var markup = new MathMarkup();
        if (hypothesis is not Conjunction { Operands.Count: 0 })
        {
            markup.Formula(hypothesis, isNested: false);
            markup.Symbol("⟹");
        }

        markup.Formula(conclusion, isNested: false);
        return markup._symbols > MostSymbols ? null : $"<math display=\"block\"><mrow>{markup._text}</mrow></math>";
    }

    /// <summary>A text in which matrices like <c>W = [1 2; 3 4]</c> stand as such.</summary>
    /// <param name="text">The text.</param>
    public static string Witness(string text)
    {
        var html = new StringBuilder();
        int done = 0;
        foreach (Match match in Matrix().Matches(text))
        {
            html.Append(WebUtility.HtmlEncode(text[done..match.Index]))
                .Append($"<math><mi>{WebUtility.HtmlEncode(match.Groups["name"].Value)}</mi><mo>=</mo><mrow><mo>[</mo><mtable>");
            foreach (string row in match.Groups["rows"].Value.Split(';', StringSplitOptions.TrimEntries))
            {
                html.Append("<mtr>").AppendJoin(
                    "", row.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .Select(entry => $"<mtd><mn>{WebUtility.HtmlEncode(entry)}</mn></mtd>")).Append("</mtr>");
            }

            html.Append("</mtable><mo>]</mo></mrow></math>");
            done = match.Index + match.Length;
        }

        return html.Append(WebUtility.HtmlEncode(text[done..])).ToString();
    }

    private void Formula(Formula formula, bool isNested)
    {
        if (formula is Atom atom)
        {
            Term(atom.Left, 0);
            Symbol(atom.Relation switch { Relation.GreaterOrEqual => "≥", Relation.Greater => ">", Relation.Equal => "=", _ => "≠" });
            Term(atom.Right, 0);
            return;
        }

        var junction = (Junction)formula;
        bool isAnd = junction is Conjunction, hasFence = isNested && junction.Operands.Count > 1;
        if (junction.Operands.Count == 0)
        {
            _text.Append($"<mtext>{(isAnd ? "true" : "false")}</mtext>");
        }

        Fenced(hasFence, () =>
        {
            for (int i = 0; i < junction.Operands.Count && _symbols <= MostSymbols; i++)
            {
                if (i > 0)
                {
                    Symbol(isAnd ? "∧" : "∨");
                }

                Formula(junction.Operands[i], isNested: true);
            }
        });
    }

    private void Term(Term term, int level)
    {
        if (++_symbols <= MostSymbols)
        {
            Fenced(Level(term) < level, () => Bare(term));
        }
    }

    private void Bare(Term term)
    {
        switch (term.Operation)
        {
            case Operation.Literal when term.Value.IsInteger:
                Element("mn", term.Value.ToString());
                break;
            case Operation.Literal:
                _text.Append(term.Value.Sign < 0 ? "<mo>-</mo>" : "")
                    .Append($"<mfrac><mn>{(term.Value.Sign < 0 ? -term.Value.Numerator : term.Value.Numerator)}</mn>")
                    .Append($"<mn>{term.Value.Denominator}</mn></mfrac>");
                break;
            case Operation.Pi:
                Element("mi", "π");
                break;
            case Operation.Variable:
                Element("mi", term.Name!);
                break;
            case Operation.Add or Operation.Subtract or Operation.Multiply:
                bool isProduct = term.Operation == Operation.Multiply;
                Term(term.Left!, isProduct ? Product : Sum);
                Symbol(term.Operation switch { Operation.Add => "+", Operation.Subtract => "-", _ => "·" });
                Term(term.Right!, isProduct ? Sign : term.Operation == Operation.Add ? Sum : Product);
                break;
            case Operation.Divide:
                Within("mfrac", () => Row(term.Left!), () => Row(term.Right!));
                break;
            case Operation.Negate:
                Symbol("-");
                Term(term.Left!, Sign);
                break;
            case Operation.Power:
                Within("msup", () => Within("mrow", () => Term(term.Left!, Leaf)), () => Element("mn", $"{term.Exponent}"));
                break;
            case Operation.Sqrt:
                Within("msqrt", () => Row(term.Left!));
                break;
            case Operation.Abs:
                Symbol("|");
                Row(term.Left!);
                Symbol("|");
                break;
            default:
                Element("mi", TermPrinter.FunctionName(term.Operation));
                Fenced(true, () =>
                {
                    Term(term.Left!, 0);
                    if (term.Right is { } second)
                    {
                        Symbol(",");
                        Term(second, 0);
                    }
                });
                break;
        }
    }

    private static int Level(Term term) => term.Operation switch
    {
        Operation.Add or Operation.Subtract => Sum,
        Operation.Multiply => Product,
        Operation.Negate => Sign,
        Operation.Literal => term.Value.Sign < 0 ? Sign : term.Value.IsInteger ? Leaf : Power,
        Operation.Power or Operation.Divide => Power,
        _ => Leaf,
    };

    private void Row(Term term) => Within("mrow", () => Term(term, 0));

    private void Within(string element, params Action[] parts)
    {
        _text.Append($"<{element}>");
        foreach (Action part in parts)
        {
            part();
        }

        _text.Append($"</{element}>");
    }

    private void Fenced(bool isFenced, Action inner)
    {
        if (!isFenced)
        {
            inner();
            return;
        }

        Within("mrow", () => Symbol("("), inner, () => Symbol(")"));
    }

    private void Symbol(string symbol) => Element("mo", symbol);

    private void Element(string element, string text) => _text.Append($"<{element}>{WebUtility.HtmlEncode(text)}</{element}>");

    [GeneratedRegex(@"(?<name>[A-Za-z][A-Za-z0-9₀-₉*']*) = \[(?<rows>[^\]\[]*)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Matrix();
}
