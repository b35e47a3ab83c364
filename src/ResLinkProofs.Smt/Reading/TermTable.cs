using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Smt.Reading;

/// <summary>Builds terms so that equal ones are one object, and refuses literals that would grow without bound.</summary>
internal sealed class TermTable(string file)
{
    private const int LargestExponent = 1_000_000; // as the kernel's powers
    private const long LargestLiteral = 200_000;   // bits of numerator plus denominator; 20,000-digit numbers are read

    private readonly Dictionary<(Operation, Term, Term?, int), Term> _made = [];
    private readonly Dictionary<Rational, Term> _literals = [];
    private readonly Dictionary<string, Term> _variables = new(StringComparer.Ordinal);

    public Term Variable(string name) => _variables.TryGetValue(name, out Term? known) ? known : _variables[name] = Term.Variable(name);

    public Term Literal(Rational value, SmtPosition position)
    {
        if (Bits(value) > LargestLiteral)
        {
            throw TooLarge(position);
        }

        return _literals.TryGetValue(value, out Term? known) ? known : _literals[value] = Term.Literal(value);
    }

    public Term Make(Operation operation, SmtPosition position, Term left, Term? right = null, int exponent = 0)
    {
        (Operation, Term, Term?, int) key = (operation, left, right, exponent);
        if (_made.TryGetValue(key, out Term? known))
        {
            return known;
        }

        if (left.Operation == Operation.Literal)
        {
            bool folds = right is { Operation: Operation.Literal } || operation == Operation.Power;
            long size = operation == Operation.Power
                ? Bits(left.Value) * Math.Min(64L, Math.Abs((long)exponent))
                : Bits(left.Value) + Bits(right?.Value ?? Rational.Zero);
            if (folds && size > LargestLiteral)
            {
                throw TooLarge(position);
            }
        }

        Term made = operation == Operation.Multiply && ReferenceEquals(left, right)
            ? Term.Square(left) // an interval reader sees that a square is not negative
            : Term.Create(operation, left, right, exponent);
        if (made.Operation == Operation.Literal)
        {
            made = Literal(made.Value, position);
        }

        return _made[key] = made;
    }

    /// <summary>
    /// The power of a base, given the exponent as a term: of any base for an integer literal, of a
    /// positive one (or zero, where positive) otherwise.
    /// </summary>
    public Term Power(Term basis, Term exponent, SmtPosition position)
    {
        if (exponent.Operation != Operation.Literal || !exponent.Value.IsInteger)
        {
            return Make(Operation.RealPower, position, basis, exponent);
        }

        if (Rational.Abs(exponent.Value) > LargestExponent)
        {
            throw new SmtInputException(
                file, position, $"the exponent of ^ is {exponent}; "
                    + $"allowed are integers from -{LargestExponent} to {LargestExponent}, and for positive bases any other number");
        }

        return Make(Operation.Power, position, basis, exponent: (int)exponent.Value.Numerator);
    }

    /// <summary>The product of factors, with repeated factors collected into powers.</summary>
    public Term Product(IReadOnlyList<Term> factors, SmtPosition position)
    {
        var order = new List<Term>();
        var count = new Dictionary<Term, int>();
        foreach (Term factor in factors)
        {
            bool isNew = !count.TryGetValue(factor, out int before);
            count[factor] = before + 1;
            if (before == LargestExponent)
            {
                throw new SmtInputException(file, position, $"a factor is repeated more than {LargestExponent} times");
            }

            if (isNew)
            {
                order.Add(factor);
            }
        }

        Term product = Power(order[0]);
        foreach (Term factor in order.Skip(1))
        {
            product = Make(Operation.Multiply, position, product, Power(factor));
        }

        return product;

        Term Power(Term factor) => count[factor] == 1 ? factor : Make(Operation.Power, position, factor, exponent: count[factor]);
    }

    private static long Bits(Rational value) => value.Numerator.GetBitLength() + value.Denominator.GetBitLength();

    private SmtInputException TooLarge(SmtPosition position) =>
        new(file, position, $"a constant needs more than {LargestLiteral} bits; allowed are numbers of up to about 20000 digits");
}
