using System.Text;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Export.Smt;

/// <summary>
/// Writes terms and formulas in SMT-LIB 2 as they stand, for people and for any solver that knows
/// the functions: nothing is replaced by enclosures.
/// </summary>
internal sealed class SmtTermWriter(Func<string, string> symbolOf)
{
    private const int LargestPower = 64;

    // A power is a product: the standard has no other.
    private const string Base = "b";

    /// <summary>The names of functions, as solvers for transcendental arithmetic have them.</summary>
    public static string FunctionName(Operation operation) => operation switch
    {
        Operation.Min or Operation.Max or Operation.Abs => $"real.{TermPrinter.FunctionName(operation)}",
        _ => TermPrinter.FunctionName(operation),
    };

    /// <summary>A formula.</summary>
    public string Write(Formula formula) => formula switch
    {
        Atom { Relation: Relation.NotEqual } atom => $"(not (= {Write(atom.Left)} {Write(atom.Right)}))",
        Atom atom => $"({(atom.Relation == Relation.GreaterOrEqual ? ">=" : atom.Relation == Relation.Greater ? ">" : "=")} "
            + $"{Write(atom.Left)} {Write(atom.Right)})",
        Conjunction { Operands.Count: 0 } => "true",
        Disjunction { Operands.Count: 0 } => "false",
        Junction j => $"({(j is Conjunction ? "and" : "or")} {string.Join(' ', j.Operands.Select(Write))})",
        _ => throw new ArgumentException($"Unknown formula {formula.GetType().Name}.", nameof(formula)),
    };

    /// <summary>A term.</summary>
    /// <exception cref="UnsupportedShapeException">It is too long, or a power too large.</exception>
    public string Write(Term root)
    {
        var text = new StringBuilder();
        var pending = new Stack<(Term? Term, string? Text)>([(root, null)]);
        while (pending.TryPop(out (Term? Term, string? Text) next))
        {
            if (text.Length > InfixWriter.LongestStatement)
            {
                throw new UnsupportedShapeException(
                    $"A term of more than {InfixWriter.LongestStatement} characters", "Export a smaller member of its family.");
            }

            if (next.Term is not { } term)
            {
                text.Append(next.Text);
                continue;
            }

            switch (term.Operation)
            {
                case Operation.Literal:
                    text.Append(Number(term.Value));
                    break;
                case Operation.Pi:
                    text.Append("real.pi");
                    break;
                case Operation.Variable:
                    text.Append(symbolOf(term.Name!));
                    break;
                case Operation.Conditional:
                    pending.Push((null, ")"));
                    pending.Push((term.Right, null));
                    pending.Push((null, " "));
                    pending.Push((term.Left, null));
                    pending.Push((null, " 0.0) "));
                    pending.Push((term.Condition, null));
                    pending.Push((null, "(ite (>= "));
                    break;
                case Operation.Integral:
                    throw new UnsupportedShapeException(
                        "An integral", "Other solvers have no word for it; state the inequality with bounds of the integral.");
                case Operation.Power:
                    PushPower(pending, term);
                    break;
                default:
                    pending.Push((null, ")"));
                    if (term.Right is not null)
                    {
                        pending.Push((term.Right, null));
                        pending.Push((null, " "));
                    }

                    pending.Push((term.Left, null));
                    pending.Push((null, $"({Symbol(term.Operation)} "));
                    break;
            }
        }

        return text.ToString();
    }

    private static string Number(Rational value) => SmtText.Number(value);

    private static string Symbol(Operation operation) => operation switch
    {
        Operation.Add => "+",
        Operation.Subtract or Operation.Negate => "-",
        Operation.Multiply => "*",
        Operation.Divide => "/",
        _ => FunctionName(operation),
    };

    private static void PushPower(Stack<(Term? Term, string? Text)> pending, Term term)
    {
        int exponent = Math.Abs(term.Exponent);
        if (exponent > LargestPower)
        {
            throw new UnsupportedShapeException($"The power {term.Exponent}", $"Powers up to {LargestPower} can be written as products.");
        }

        string product = exponent switch
        {
            0 => "1.0",
            1 => Base,
            _ => $"(* {string.Join(' ', Enumerable.Repeat(Base, exponent))})",
        };
        pending.Push((null, $")) {(term.Exponent < 0 ? $"(/ 1.0 {product})" : product)})"));
        pending.Push((term.Left, null));
        pending.Push((null, $"(let (({Base} "));
    }
}
