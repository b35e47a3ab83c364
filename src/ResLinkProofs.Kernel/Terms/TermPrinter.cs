using System.Text;
using ResLinkProofs.Kernel.Operations;

namespace ResLinkProofs.Kernel.Terms;

/// <summary>Prints terms in infix notation with as few parentheses as the precedence of the operators allows.</summary>
public static class TermPrinter
{
    private const int Sum = 1, Product = 2, Sign = 3, Exponent = 4, Leaf = 5;

    /// <summary>The infix form of a term.</summary>
    /// <param name="term">Any term, of any depth.</param>
    /// <param name="limit">The number of characters after which the rest is replaced by an ellipsis; at least 1.</param>
    public static string Print(Term term, int limit = 4000)
    {
        ArgumentNullException.ThrowIfNull(term);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var text = new StringBuilder();
        // An explicit stack: terms read from files may be a million levels deep.
        var pending = new Stack<(Term? Term, string? Text, int Level)>();
        pending.Push((term, null, 0));
        while (pending.Count > 0 && text.Length <= limit)
        {
            (Term? next, string? literal, int level) = pending.Pop();
            if (next is null)
            {
                text.Append(literal);
                continue;
            }

            bool parenthesise = Level(next) < level;
            if (parenthesise)
            {
                text.Append('(');
                pending.Push((null, ")", 0));
            }

            PushParts(pending, next);
        }

        return text.Length > limit || pending.Count > 0 ? text.ToString(0, Math.Min(limit, text.Length)) + "…" : text.ToString();
    }

    /// <summary>The name of a function as it is printed and as SMT-LIB files write it.</summary>
    /// <param name="operation">A function of one operand, <see cref="Operation.Conditional"/>,
    /// <see cref="Operation.Min"/>, <see cref="Operation.Max"/> or <see cref="Operation.RealPower"/>.</param>
    public static string FunctionName(Operation operation) => operation switch
    {
        Operation.Atan => "arctan",
        Operation.Asin => "arcsin",
        Operation.Acos => "arccos",
        Operation.RealPower => "pow",
        Operation.Conditional => "ite",
        Operation.VersineQuotient => "versine_quotient",
        Operation.SineDefect => "sine_defect",
        Operation.ArcsineDefect => "arcsine_defect",
        _ => operation.ToString().ToLowerInvariant(),
    };

    private static int Level(Term term) => term.Operation switch
    {
        Operation.Add or Operation.Subtract => Sum,
        Operation.Multiply or Operation.Divide => Product,
        Operation.Negate => Sign,
        Operation.Literal => !term.Value.IsInteger ? Product : term.Value.Sign < 0 ? Sign : Leaf,
        Operation.Power => Exponent,
        _ => Leaf,
    };

    private static void PushParts(Stack<(Term? Term, string? Text, int Level)> pending, Term term)
    {
        switch (term.Operation)
        {
            case Operation.Literal:
                pending.Push((null, term.Value.ToString(), 0));
                break;
            case Operation.Pi:
                pending.Push((null, "π", 0));
                break;
            case Operation.Variable:
                pending.Push((null, term.Name, 0));
                break;
            case Operation.Add:
                PushInfix(pending, term, " + ", Sum, Sum);
                break;
            case Operation.Subtract:
                PushInfix(pending, term, " - ", Sum, Product);
                break;
            case Operation.Multiply:
                PushInfix(pending, term, "·", Product, Sign);
                break;
            case Operation.Divide:
                PushInfix(pending, term, "/", Product, Sign);
                break;
            case Operation.Negate:
                pending.Push((term.Left, null, Sign));
                pending.Push((null, "-", 0));
                break;
            case Operation.Power:
                pending.Push((null, term.Exponent < 0 ? $"^({term.Exponent})" : $"^{term.Exponent}", 0));
                pending.Push((term.Left, null, Leaf));
                break;
            case Operation.Integral:
                PushIntegral(pending, term);
                break;
            default:
                pending.Push((null, ")", 0));
                if (term.Right is not null)
                {
                    pending.Push((term.Right, null, 0));
                    pending.Push((null, ", ", 0));
                }

                pending.Push((term.Left, null, 0));
                if (term.Condition is not null)
                {
                    pending.Push((null, " ≥ 0, ", 0));
                    pending.Push((term.Condition, null, Sum));
                }

                pending.Push((null, FunctionName(term.Operation) + "(", 0));
                break;
        }
    }

    // integral(t = 0 .. 1, the integrand); its parameters are written out.
    private static void PushIntegral(Stack<(Term? Term, string? Text, int Level)> pending, Term term)
    {
        IReadOnlyList<Term> arguments = Term.Arguments(term.Left!, term.Integrand!.Arity);
        (string name, Term body) = term.Integrand.Instantiate(arguments);
        pending.Push((null, ")", 0));
        pending.Push((body, null, 0));
        pending.Push((null, ", ", 0));
        pending.Push(term.Integrand.IsImproper ? (null, "∞", 0) : (arguments[1], null, 0));
        pending.Push((null, " .. ", 0));
        pending.Push((arguments[0], null, 0));
        pending.Push((null, $"integral({name} = ", 0));
    }

    private static void PushInfix(Stack<(Term? Term, string? Text, int Level)> pending, Term term, string symbol, int left, int right)
    {
        pending.Push((term.Right, null, right));
        pending.Push((null, symbol, 0));
        pending.Push((term.Left, null, left));
    }
}
