using System.Buffers;
using System.Globalization;
using System.Text;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reasoning;

/// <content>
/// The exact text form: a line per variable (range and escaped name), per slot of the tape (operation and operands, numbered from
/// 0) and per node of the formula. Every problem has one text, of printable ASCII characters.
/// </content>
public sealed partial class EmptinessProblem
{
    // Digits and sign of a rational number; 20,000-digit numerators and denominators are read.
    private const int LongestNumber = 100_000;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("-/0123456789");
    private static readonly string[] RelationNames = [">=", ">", "=", "!="];
    private static readonly Dictionary<string, Operation> OperationOf =
        Enum.GetValues<Operation>().ToDictionary(o => o.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The text form, lines ending in a line feed.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (RealVariable v in Variables)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"variable {v.Lower?.ToString() ?? "-inf"} {v.Upper?.ToString() ?? "inf"} {Uri.EscapeDataString(v.Name)}\n");
        }

        foreach (Instruction step in Tape.Instructions)
        {
            string operands = step.Operation switch
            {
                Operation.Literal => $" {Tape.Literals[step.Left]}",
                Operation.Pi => "",
                Operation.Power => string.Create(CultureInfo.InvariantCulture, $" {step.Left} {step.Exponent}"),
                Operation.Conditional => string.Create(CultureInfo.InvariantCulture, $" {step.Condition} {step.Left} {step.Right}"),
                _ when Term.IsBinary(step.Operation) => string.Create(CultureInfo.InvariantCulture, $" {step.Left} {step.Right}"),
                _ => string.Create(CultureInfo.InvariantCulture, $" {step.Left}"),
            };
            text.Append(CultureInfo.InvariantCulture, $"slot {step.Operation.ToString().ToLowerInvariant()}{operands}\n");
        }

        foreach (FormulaNode node in Nodes)
        {
            text.Append(node.Kind == FormulaNodeKind.Atom
                ? string.Create(CultureInfo.InvariantCulture, $"atom {node.Slot} {RelationNames[(int)node.Relation]}\n")
                : $"{node.Kind.ToString().ToLowerInvariant()} {string.Join(' ', node.Operands)}".TrimEnd() + "\n");
        }

        return text.ToString();
    }

    /// <summary>Reads the text form. Whoever calls has to compare the text that the result prints with the one that was read.</summary>
    /// <param name="lines">The lines, without line ends.</param>
    /// <exception cref="FormatException">A line is malformed; the message says which and why.</exception>
    internal static EmptinessProblem Parse(IReadOnlyList<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var variables = new List<RealVariable>();
        var instructions = new List<Instruction>();
        var literals = new List<Rational>();
        var nodes = new List<FormulaNode>();
        for (int i = 0; i < lines.Count; i++)
        {
            string[] words = lines[i].Split(' ');
            try
            {
                switch (words[0])
                {
                    case "variable" when words.Length == 4 && instructions.Count == 0 && nodes.Count == 0:
                        variables.Add(new RealVariable(
                            Uri.UnescapeDataString(words[3]),
                            words[1] == "-inf" ? null : Number(words[1]),
                            words[2] == "inf" ? null : Number(words[2])));
                        break;
                    case "slot" when words.Length >= 2 && nodes.Count == 0:
                        instructions.Add(ParseInstruction(words, variables.Count, instructions.Count, literals));
                        break;
                    case "atom" when words.Length == 3 && Array.IndexOf(RelationNames, words[2]) is var relation and >= 0:
                        nodes.Add(new(FormulaNodeKind.Atom, Index(words[1], instructions.Count), (Relation)relation, []));
                        break;
                    case "and" or "or":
                        nodes.Add(new(
                            words[0] == "and" ? FormulaNodeKind.And : FormulaNodeKind.Or,
                            -1,
                            default,
                            Array.ConvertAll(words[1..], w => Index(w, nodes.Count))));
                        break;
                    default:
                        throw new FormatException("not a line of this form at this place");
                }
            }
            catch (Exception e) when (e is FormatException or ArgumentException or OverflowException)
            {
                throw new FormatException(
                    $"line {i + 1} of the problem, '{(lines[i].Length > 80 ? lines[i][..80] : lines[i])}': {e.Message}", e);
            }
        }

        IReadOnlyList<string> names = [.. variables.Select(v => v.Name)];
        if (nodes.Count == 0 || names.Distinct(StringComparer.Ordinal).Count() != names.Count)
        {
            throw new FormatException("a problem has a formula, and distinct names of its variables");
        }

        return new EmptinessProblem(variables, new Tape(names, [.. instructions], [.. literals], []), nodes);
    }

    private static Instruction ParseInstruction(string[] words, int variables, int slots, List<Rational> literals)
    {
        Operation operation = OperationOf.TryGetValue(words[1], out Operation o) ? o : throw new FormatException("unknown operation");
        int operands = operation == Operation.Pi ? 0
            : operation == Operation.Conditional ? 3
            : Term.IsBinary(operation) || operation == Operation.Power ? 2
            : 1;
        if (words.Length != operands + 2)
        {
            throw new FormatException($"{operands} operand(s) expected");
        }

        switch (operation)
        {
            case Operation.Literal:
                literals.Add(Number(words[2]));
                return new(operation, literals.Count - 1, -1, 0);
            case Operation.Pi:
                return new(operation, -1, -1, 0);
            case Operation.Variable:
                return new(operation, Index(words[2], variables), -1, 0);
            case Operation.Power:
                int exponent = int.Parse(words[3], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                return Math.Abs((long)exponent) <= 1_000_000
                    ? new(operation, Index(words[2], slots), -1, exponent)
                    : throw new FormatException("the exponent must lie in [-1000000, 1000000]");
            case Operation.Conditional:
                return new(operation, Index(words[3], slots), Index(words[4], slots), 0, Index(words[2], slots));
            default:
                return new(operation, Index(words[2], slots), operands == 2 ? Index(words[3], slots) : -1, 0);
        }
    }

    internal static Rational Number(string word) => word.Length > LongestNumber
        ? throw new FormatException($"a number has at most {LongestNumber} characters")
        : word.AsSpan().ContainsAnyExcept(NumberCharacters)
            ? throw new FormatException("a number is an integer or a fraction of integers")
            : Rational.Parse(word);

    private static int Index(string word, int count) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < count
            ? index
            : throw new FormatException($"'{word}' is not an index below {count}");
}
