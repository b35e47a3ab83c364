using System.Globalization;
using System.Text;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Tapes.Integrals;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reasoning;

/// <content>
/// The exact text form: a line per variable (range and escaped name), per slot of the tape (operation and operands, numbered from
/// 0) and per node of the formula. Every problem has one text, of printable ASCII characters.
/// </content>
public sealed partial class EmptinessProblem
{
    private static readonly string[] RelationNames = [">=", ">", "=", "!="];

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

        for (int k = 0; k < Tape.Length; k++)
        {
            text.Append(CultureInfo.InvariantCulture, $"slot {string.Join(' ', InstructionText.Words(Tape, k))}\n");
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
        var integrals = new List<IntegralForm>();
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
                        instructions.Add(InstructionText.Parse(
                            words.AsSpan(1), variables.Count, instructions, literals, integrals, Integrand.MostNested));
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

        return new EmptinessProblem(variables, new Tape(names, [.. instructions], [.. literals], [], [.. integrals]), nodes);
    }

    internal static Rational Number(string word) => InstructionText.Rational(word);

    private static int Index(string word, int count) => InstructionText.Index(word, count);
}
