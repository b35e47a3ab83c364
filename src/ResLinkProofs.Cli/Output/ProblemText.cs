using System.Globalization;
using System.Text;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Tapes.Integrals;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Cli.Output;

/// <summary>
/// Prints the problem of a certificate as it stands there, slot by slot: nothing is simplified, and no name can pass for something else.
/// </summary>
internal static class ProblemText
{
    private const int Limit = 20_000;
    private const int Or = 1, And = 2, Sum = 3, Product = 4, Sign = 5, Exponent = 6, Leaf = 7;

    private static readonly string[] Relations = ["≥", ">", "=", "≠"];

    /// <summary>A text from a file on one line, without control characters.</summary>
    public static string OneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format ? ' ' : c));

    /// <summary>A name as it is where it looks like one, and between bars with escapes where it does not.</summary>
    public static string Name(string name) => IsPlain(name) ? name : $"|{Uri.EscapeDataString(name)}|";

    /// <summary>The exact range of a variable.</summary>
    public static string Range(RealVariable variable) =>
        $"{(variable.Lower is { } low ? $"[{low}" : "(-∞")}, {(variable.Upper is { } high ? $"{high}]" : "∞)")}";

    /// <summary>The formula; what is longer than 20,000 characters is cut, and says so.</summary>
    public static string Formula(EmptinessProblem problem)
    {
        var text = new StringBuilder();
        // What is still to be printed, the next on top.
        var pending = new Stack<Part>();
        pending.Push(Part.OfNode(problem.Nodes.Count - 1, 0));
        while (pending.Count > 0 && text.Length <= Limit)
        {
            Part next = pending.Pop();
            if (next.Text is not null)
            {
                text.Append(next.Text);
                continue;
            }

            if ((next.Node >= 0 ? Level(problem.Nodes[next.Node]) : Level(problem.Tape, next.Slot)) < next.Level)
            {
                text.Append('(');
                pending.Push(Part.OfText(")"));
            }

            Part[] parts = next.Node >= 0 ? PartsOf(problem, problem.Nodes[next.Node]) : PartsOf(problem.Tape, next.Slot);
            for (int i = parts.Length - 1; i >= 0; i--)
            {
                pending.Push(parts[i]);
            }
        }

        return pending.Count > 0 || text.Length > Limit
            ? $"{text.ToString(0, Math.Min(Limit, text.Length))}… (cut; the certificate has it whole)"
            : text.ToString();
    }

    private static bool IsPlain(string name) =>
        char.IsAsciiLetter(name[0]) && name is not ("true" or "false")
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '[' or ']' or ',' or '.' or '\'' or '*');

    private static int Level(FormulaNode node) => node switch
    {
        { Kind: FormulaNodeKind.Atom } or { Operands.Count: 0 } => Leaf,
        { Kind: FormulaNodeKind.And } => And,
        _ => Or,
    };

    private static int Level(Tape tape, int slot)
    {
        Instruction step = tape.Instructions[slot];
        return step.Operation switch
        {
            Operation.Add or Operation.Subtract => Sum,
            Operation.Multiply or Operation.Divide => Product,
            Operation.Negate => Sign,
            Operation.Literal => !tape.Literals[step.Left].IsInteger ? Product : tape.Literals[step.Left].Sign < 0 ? Sign : Leaf,
            Operation.Power => Exponent,
            _ => Leaf,
        };
    }

    private static Part[] PartsOf(EmptinessProblem problem, FormulaNode node)
    {
        if (node.Kind == FormulaNodeKind.Atom)
        {
            // a - b compared with 0 is a compared with b.
            Instruction step = problem.Tape.Instructions[node.Slot];
            bool isDifference = step.Operation == Operation.Subtract;
            Part left = Part.OfSlot(isDifference ? step.Left : node.Slot, Sum);
            Part right = isDifference ? Part.OfSlot(step.Right, Sum) : Part.OfText("0");
            return [left, Part.OfText($" {Relations[(int)node.Relation]} "), right];
        }

        bool isAnd = node.Kind == FormulaNodeKind.And;
        var parts = new List<Part>();
        foreach (int operand in node.Operands)
        {
            parts.Add(Part.OfText(parts.Count == 0 ? "" : isAnd ? " ∧ " : " ∨ "));
            parts.Add(Part.OfNode(operand, isAnd ? Leaf : And));
        }

        return parts.Count == 0 ? [Part.OfText(isAnd ? "true" : "false")] : [.. parts];
    }

    private static Part[] PartsOf(Tape tape, int slot)
    {
        Instruction step = tape.Instructions[slot];
        return step.Operation switch
        {
            Operation.Literal => [Part.OfText(tape.Literals[step.Left].ToString())],
            Operation.Pi => [Part.OfText("π")],
            Operation.Variable => [Part.OfText(Name(tape.Variables[step.Left]))],
            Operation.Add => Infix(" + ", Sum, Sum),
            Operation.Subtract => Infix(" - ", Sum, Product),
            Operation.Multiply => Infix("·", Product, Sign),
            Operation.Divide => Infix("/", Product, Sign),
            Operation.Negate => [Part.OfText("-"), Part.OfSlot(step.Left, Sign)],
            Operation.Power => [Part.OfSlot(step.Left, Leaf), Part.OfText(step.Exponent < 0 ? $"^({step.Exponent})" : $"^{step.Exponent}")],
            Operation.Conditional =>
            [
                Function(), Part.OfSlot(step.Condition, Sum), Part.OfText(" ≥ 0, "),
                Part.OfSlot(step.Left, 0), Part.OfText(", "), Part.OfSlot(step.Right, 0), Part.OfText(")"),
            ],
            Operation.Integral => Integral(),
            _ when step.Right >= 0 =>
                [Function(), Part.OfSlot(step.Left, 0), Part.OfText(", "), Part.OfSlot(step.Right, 0), Part.OfText(")")],
            _ => [Function(), Part.OfSlot(step.Left, 0), Part.OfText(")")],
        };

        Part[] Infix(string symbol, int left, int right) =>
            [Part.OfSlot(step.Left, left), Part.OfText(symbol), Part.OfSlot(step.Right, right)];

        // The integrand stands in names of its own: t is bound, and p1, p2, ... are what follows.
        Part[] Integral()
        {
            AppliedIntegral integral = tape.Integral(slot);
            Integrand integrand = integral.Form.Integrand;
            int[] arguments = integral.Arguments.ToArray();
            var own = new Dictionary<string, Term>(StringComparer.Ordinal) { [Integrand.NameOf(0)] = Term.Variable("t") };
            for (int i = 1; i <= integrand.Parameters; i++)
            {
                own.Add(Integrand.NameOf(i), Term.Variable($"p{i}"));
            }

            string body = TermPrinter.Print(Substitution.Apply(integrand.Body, own));
            List<Part> parts = [Part.OfText("integral(t = "), Part.OfSlot(arguments[0], Sum), Part.OfText(" .. ")];
            parts.Add(integrand.IsImproper ? Part.OfText("∞") : Part.OfSlot(arguments[1], Sum));
            parts.Add(Part.OfText($", {body}"));
            for (int i = 1; i <= integrand.Parameters; i++)
            {
                parts.Add(Part.OfText($", p{i} = "));
                parts.Add(Part.OfSlot(arguments[^(integrand.Parameters - i + 1)], Sum));
            }

            return [.. parts, Part.OfText(")")];
        }

        Part Function() => Part.OfText(TermPrinter.FunctionName(step.Operation) + "(");
    }

    // A node, a slot or a piece of text; what is below the level gets parentheses.
    private readonly record struct Part(int Node, int Slot, string? Text, int Level)
    {
        public static Part OfNode(int node, int level) => new(node, -1, null, level);

        public static Part OfSlot(int slot, int level) => new(-1, slot, null, level);

        public static Part OfText(string text) => new(-1, -1, text, 0);
    }
}
