using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Polynomials;

/// <summary>
/// What polynomials are made of beside variables and exponentials: pi, and values of functions at operands in normal form, each known by function and
/// operands alone. They obey the laws cos(u)^2 = 1 - sin(u)^2, sqrt(u)^2 = u where u cannot be negative, |u|^2 = u^2, and u (1/u) = 1 where u cannot vanish.
/// </summary>
/// <param name="first">The first index that no variable has.</param>
internal sealed class Indeterminates(int first) : IRewriting
{
    private readonly List<Indeterminate> _known = [];

    /// <inheritdoc/>
    public bool Apply => _known.Count > 0;

    /// <summary>The circle constant.</summary>
    public Polynomial Pi => PolynomialArithmetic.Variable(IndexOf(Operation.Pi, 0, null, null));

    /// <summary>The coefficient of the circle constant itself, to the first power, in a polynomial.</summary>
    /// <param name="polynomial">Any polynomial.</param>
    public Rational MultipleOfPi(Polynomial polynomial) =>
        polynomial.Terms.GetValueOrDefault(new Monomial([(IndexOf(Operation.Pi, 0, null, null), 1)]));

    /// <summary>The value of a function of one operand, about which nothing is known but the laws.</summary>
    /// <param name="operation">The function.</param>
    /// <param name="exponent">Its exponent, zero except for powers.</param>
    /// <param name="operand">The operand.</param>
    /// <param name="isFavourable">Whether the operand of a root cannot be negative, or that of a logarithm is certainly positive.</param>
    public Polynomial Value(Operation operation, int exponent, Polynomial operand, bool isFavourable)
    {
        int index = IndexOf(operation, exponent, operand, null);
        _known[index - first].IsFavourable |= isFavourable;
        return PolynomialArithmetic.Variable(index);
    }

    /// <summary>A quotient whose divisor may vanish, or another operation of two operands: a value that depends on both.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="left">First operand.</param>
    /// <param name="right">Second operand.</param>
    public Polynomial Value(Operation operation, Polynomial left, Polynomial right) =>
        PolynomialArithmetic.Variable(IndexOf(operation, 0, left, right));

    /// <summary>One over a polynomial that cannot vanish.</summary>
    /// <param name="divisor">The polynomial, with at least one monomial and leading coefficient 1.</param>
    public Polynomial Inverse(Polynomial divisor) => PolynomialArithmetic.Variable(IndexOf(Operation.Divide, 0, divisor, null));

    /// <summary>The monomial by which a divisor is eliminated: the last in order, an exponential before all others.</summary>
    /// <param name="polynomial">A polynomial with at least one term.</param>
    public static Monomial Leading(Polynomial polynomial) => polynomial.Terms.Keys.OrderBy(m => (m.Exponent is null ? 0 : 1, Degree(m))).ThenBy(m => m).Last();

    /// <summary>When an indeterminate is a logarithm of what certainly is positive: its operand.</summary>
    /// <param name="index">An index.</param>
    public Polynomial? OperandOfLogarithm(int index) =>
        index >= first && _known[index - first] is { Operation: Operation.Log, IsFavourable: true } known ? known.Left : null;

    /// <inheritdoc/>
    public bool TryRewrite(Monomial monomial, PolynomialArithmetic arithmetic, out Monomial rest, out Polynomial? replacement)
    {
        foreach ((int index, int exponent) in monomial.Factors)
        {
            if (index < first)
            {
                continue;
            }

            Indeterminate known = _known[index - first];
            bool isInverse = known is { Operation: Operation.Divide, Right: null }; // with a right operand it is a quotient by what may vanish
            if (isInverse && TryDivide(monomial, Leading(known.Left!), index, arithmetic, out rest))
            {
                replacement = Eliminate(known.Left!, index, arithmetic);
                return true;
            }

            if (exponent >= 2 && Square(known, arithmetic) is { } square)
            {
                rest = new Monomial(Lower(monomial.Factors, index, 2), monomial.Exponent);
                replacement = square.Value;
                return true;
            }
        }

        (rest, replacement) = (default, null);
        return false;
    }

    // The square of a value that has one; the wrapped value is null when it is too large.
    private (Polynomial? Value, bool Found)? Square(Indeterminate known, PolynomialArithmetic arithmetic)
    {
        switch (known.Operation)
        {
            case Operation.Cos:
                Polynomial sine = Value(Operation.Sin, 0, known.Left!, isFavourable: false);
                return (arithmetic.Add(PolynomialArithmetic.Constant(Rational.One), arithmetic.Multiply(sine, sine), -Rational.One), true);
            case Operation.Sqrt when known.IsFavourable:
                return (known.Left, true);
            case Operation.Abs:
                return (arithmetic.Multiply(known.Left, known.Left), true);
            default:
                return null;
        }
    }

    // With divisor = m + others: m · (1/divisor) = 1 - others · (1/divisor).
    private static Polynomial? Eliminate(Polynomial divisor, int inverse, PolynomialArithmetic arithmetic)
    {
        Monomial leading = Leading(divisor);
        var others = new SortedDictionary<Monomial, Rational>(divisor.Terms);
        others.Remove(leading);
        var result = new SortedDictionary<Monomial, Rational> { [new Monomial([])] = Rational.One };
        foreach ((Monomial monomial, Rational coefficient) in others)
        {
            if (arithmetic.Multiply(monomial, new Monomial([(inverse, 1)])) is not { } product)
            {
                return null;
            }

            result[product] = -coefficient;
        }

        return new(result);
    }

    // monomial / (divisor · inverse), if that is a monomial that comes closer to being free of the divisor.
    private static bool TryDivide(Monomial monomial, Monomial divisor, int inverse, PolynomialArithmetic arithmetic, out Monomial rest)
    {
        rest = default;
        IReadOnlyList<(int Variable, int Exponent)> factors = Lower(monomial.Factors, inverse, 1);
        foreach ((int variable, int exponent) in divisor.Factors)
        {
            if (!factors.Any(f => f.Variable == variable && f.Exponent >= exponent))
            {
                return false;
            }

            factors = Lower(factors, variable, exponent);
        }

        if (divisor.Exponent is not { } wanted)
        {
            rest = new Monomial(factors, monomial.Exponent);
            return true;
        }

        // exp(k u + ...) over exp(u) only for k >= 1: then k decreases and this ends.
        (Monomial first, Rational step) = wanted.Terms.First();
        if (monomial.Exponent is not { } present || !present.Terms.TryGetValue(first, out Rational multiple) || multiple / step < Rational.One)
        {
            return false;
        }

        Polynomial? left = arithmetic.Add(present, wanted, -Rational.One);
        rest = new Monomial(factors, left is { IsZero: true } ? null : left);
        return left is not null;
    }

    private static IReadOnlyList<(int Variable, int Exponent)> Lower(IReadOnlyList<(int Variable, int Exponent)> factors, int variable, int by) =>
        [.. factors.Select(f => f.Variable == variable ? (f.Variable, f.Exponent - by) : f).Where(f => f.Item2 != 0)];

    private static int Degree(Monomial monomial) => monomial.Factors.Sum(f => f.Exponent);

    private int IndexOf(Operation operation, int exponent, Polynomial? left, Polynomial? right)
    {
        int index = _known.FindIndex(k => k.Operation == operation && k.Exponent == exponent && AreEqual(k.Left, left) && AreEqual(k.Right, right));
        if (index < 0)
        {
            index = _known.Count;
            _known.Add(new Indeterminate(operation, exponent, left, right));
        }

        return first + index;
    }

    private static bool AreEqual(Polynomial? left, Polynomial? right) =>
        left is null || right is null ? left is null && right is null : left.OrderRelativeTo(right) == 0;

    private sealed record Indeterminate(Operation Operation, int Exponent, Polynomial? Left, Polynomial? Right)
    {
        public bool IsFavourable { get; set; }
    }
}
