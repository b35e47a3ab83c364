using System.Buffers;
using System.Globalization;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Tapes.Integrals;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes;

/// <summary>The words of an instruction: its operation and its operands, slots numbered from 0.</summary>
internal static class InstructionText
{
    // Digits and sign of a rational number; 20,000-digit numerators and denominators are read.
    private const int LongestNumber = 100_000;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("-/0123456789");

    private static readonly Dictionary<string, Operation> OperationOf =
        Enum.GetValues<Operation>().ToDictionary(o => o.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    /// <summary>The words of a slot.</summary>
    public static string[] Words(Tape tape, int slot)
    {
        Instruction step = tape.Instructions[slot];
        string[] operands = step.Operation switch
        {
            Operation.Literal => [tape.Literals[step.Left].ToString()],
            Operation.Pi => [],
            Operation.Power => [Number(step.Left), Number(step.Exponent)],
            Operation.Conditional => [Number(step.Condition), Number(step.Left), Number(step.Right)],
            Operation.Integral => [Number(step.Left), tape.Integral(slot).Form.Text],
            _ when Term.IsBinary(step.Operation) => [Number(step.Left), Number(step.Right)],
            _ => [Number(step.Left)],
        };
        return [step.Operation.ToString().ToLowerInvariant(), .. operands];
    }

    /// <summary>Reads the words of the next slot.</summary>
    /// <param name="words">The words.</param>
    /// <param name="variables">The number of variables.</param>
    /// <param name="slots">The slots before it.</param>
    /// <param name="literals">The literals so far; one is added where the words have one.</param>
    /// <param name="integrals">The integrals so far; one is added where the words have a new one.</param>
    /// <param name="nesting">How many integrals may stand in each other here.</param>
    /// <exception cref="FormatException">The words are no instruction.</exception>
    public static Instruction Parse(
        ReadOnlySpan<string> words, int variables, List<Instruction> slots, List<Rational> literals,
        List<IntegralForm> integrals, int nesting)
    {
        Operation operation = OperationOf.TryGetValue(words[0], out Operation o) ? o : throw new FormatException("unknown operation");
        int operands = operation == Operation.Pi ? 0
            : operation == Operation.Conditional ? 3
            : Term.IsBinary(operation) || operation is Operation.Power or Operation.Integral ? 2
            : 1;
        if (words.Length != operands + 1)
        {
            throw new FormatException($"{operands} operand(s) expected");
        }

        switch (operation)
        {
            case Operation.Literal:
                literals.Add(Rational(words[1]));
                return new(operation, literals.Count - 1, -1, 0);
            case Operation.Pi:
                return new(operation, -1, -1, 0);
            case Operation.Variable:
                return new(operation, Index(words[1], variables), -1, 0);
            case Operation.Power:
                int exponent = int.Parse(words[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                return Math.Abs((long)exponent) <= 1_000_000
                    ? new(operation, Index(words[1], slots.Count), -1, exponent)
                    : throw new FormatException("the exponent must lie in [-1000000, 1000000]");
            case Operation.Conditional:
                return new(operation, Index(words[2], slots.Count), Index(words[3], slots.Count), 0, Index(words[1], slots.Count));
            case Operation.Integral:
                int chain = Index(words[1], slots.Count), index = IndexOf(IntegralForm.Parse(words[2], nesting), integrals);
                AppliedIntegral.ArgumentSlots(integrals[index], slots, chain); // throws when they do not fit
                return new(operation, chain, -1, index);
            default:
                return new(operation, Index(words[1], slots.Count), operands == 2 ? Index(words[2], slots.Count) : -1, 0);
        }
    }

    /// <summary>Reads a rational number of bounded length.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static Rational Rational(string word) => word.Length > LongestNumber
        ? throw new FormatException($"a number has at most {LongestNumber} characters")
        : word.AsSpan().ContainsAnyExcept(NumberCharacters)
            ? throw new FormatException("a number is an integer or a fraction of integers")
            : Numbers.Rational.Parse(word);

    /// <summary>Reads an index.</summary>
    /// <exception cref="FormatException">It is none, or too large.</exception>
    public static int Index(string word, int count) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < count
            ? index
            : throw new FormatException($"'{word}' is not an index below {count}");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static int IndexOf(IntegralForm form, List<IntegralForm> integrals)
    {
        int index = integrals.FindIndex(known => known.Text == form.Text);
        if (index < 0)
        {
            integrals.Add(form);
        }

        return index < 0 ? integrals.Count - 1 : index;
    }
}
