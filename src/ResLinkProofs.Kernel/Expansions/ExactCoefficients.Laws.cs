using System.Numerics;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Polynomials;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Expansions;

/// <content>Laws between the values of functions, wherever these are defined.</content>
internal sealed partial class ExactCoefficients
{
    /// <summary>
    /// Rewrites powers: (sqrt u)^2 = u, |u|^2 = u^2, (cbrt u)^3 = u, (sin u)^2 = 1 - (cos u)^2, (cosh u)^2 = 1 + (sinh u)^2. What
    /// replaces a power has only indeterminates that are older, or cosines and hyperbolic sines, for which there is no law, so it ends.
    /// </summary>
    public Polynomial? Reduce(Polynomial? value)
    {
        while (value is not null && _values.Count > 0 && FirstReducible(value) is var (monomial, factor, degree, replacement))
        {
            Rational coefficient = value.Terms[monomial];
            (int Variable, int Exponent)[] rest =
                [.. monomial.Factors.Select(f => f.Variable == factor ? (f.Variable, f.Exponent - degree) : f).Where(f => f.Item2 > 0)];
            Polynomial? others = PolynomialArithmetic.Of(new Monomial(rest, monomial.Exponent), coefficient);
            Polynomial? without = _arithmetic.Add(value, PolynomialArithmetic.Of(monomial, coefficient), -Rational.One);
            value = _arithmetic.Add(without, _arithmetic.Multiply(others, replacement), Rational.One);
        }

        return value;
    }

    /// <summary>The number of values of functions met so far.</summary>
    public int Indeterminates => _values.Count;

    /// <summary>
    /// What cannot be negative because of the range of a function: sqrt u, arccos u and erfc u; |u| - u and |u| + u; 1 + f
    /// and 1 - f for sine and cosine; else null.
    /// </summary>
    /// <param name="index">The value of a function, counted from 0.</param>
    /// <param name="isSecond">Which of the two.</param>
    public Polynomial? Bound(int index, bool isSecond)
    {
        (Operation operation, _, Fraction? operand, _) = _values[index];
        Fraction value = Variable(variables + index);
        Rational sign = isSecond ? -Rational.One : Rational.One;
        return operation switch
        {
            Operation.Sqrt or Operation.Acos or Operation.Erfc when !isSecond => value.Numerator,
            Operation.Abs when operand is not null && IsOne(operand.Denominator) =>
                _arithmetic.Add(value.Numerator, operand.Numerator, -sign),
            Operation.Sin or Operation.Cos => _arithmetic.Add(One, value.Numerator, sign),
            _ => null,
        };
    }

    /// <summary>What is zero by the law for a power of one value; null where there is none.</summary>
    /// <param name="index">The value of a function, counted from 0.</param>
    public Polynomial? Law(int index)
    {
        (Operation operation, _, Fraction? operand, _) = _values[index];
        return DegreeOfLaw(operation) is > 0 and var degree && PowerOf(operation, operand) is { } replacement
            ? _arithmetic.Add(_arithmetic.Power(Variable(variables + index).Numerator, degree), replacement, -Rational.One)
            : null;
    }

    // The first power for which there is a law, and what stands for it.
    private (Monomial Monomial, int Variable, int Degree, Polynomial Replacement)? FirstReducible(Polynomial value)
    {
        foreach (Monomial monomial in value.Terms.Keys)
        {
            foreach ((int variable, int exponent) in monomial.Factors)
            {
                // A proof may name indeterminates that are the values of nothing.
                bool isValue = variable >= variables && variable - variables < _values.Count;
                int degree = isValue ? DegreeOfLaw(_values[variable - variables].Operation) : 0;
                if (degree > 0 && exponent >= degree
                    && PowerOf(_values[variable - variables].Operation, _values[variable - variables].Left) is { } replacement)
                {
                    return (monomial, variable, degree, replacement);
                }
            }
        }

        return null;
    }

    private static int DegreeOfLaw(Operation operation) => operation switch
    {
        Operation.Sqrt or Operation.Abs or Operation.Sin or Operation.Cosh => 2,
        Operation.Cbrt => 3,
        _ => 0,
    };

    // The square of a function's value; for the cube root its third power.
    private Polynomial? PowerOf(
        Operation operation, Fraction? operand) => operand is null || !IsOne(operand.Denominator) ? null : operation switch
        {
            Operation.Sqrt or Operation.Cbrt => operand.Numerator,
            Operation.Abs => _arithmetic.Multiply(operand.Numerator, operand.Numerator),
            Operation.Sin => OnePlusSquare(Operation.Cos, operand, -Rational.One),
            Operation.Cosh => OnePlusSquare(Operation.Sinh, operand, Rational.One),
            _ => null,
        };

    private Polynomial? OnePlusSquare(Operation operation, Fraction operand, Rational sign) =>
        Indeterminate(operation, 0, operand, null) is { Numerator: var value }
            ? _arithmetic.Add(One, _arithmetic.Multiply(value, value), sign)
            : null;

    // exp(n log u) = u^n for a whole number n: where the logarithm is defined, u is positive.
    private Fraction? PowerOfLogarithm(Fraction operand)
    {
        if (!IsOne(operand.Denominator) || operand.Numerator.Terms.Count != 1
            || operand.Numerator.Terms.First() is not
            { Key: { Factors: [(var factor, 1)], Exponent: null }, Value: { IsInteger: true } times }
            || factor < variables || _values[factor - variables] is not { Operation: Operation.Log, Left: { } argument })
        {
            return null;
        }

        return times.Numerator >= 0 && times.Numerator <= 64 ? Raise(argument, (long)times.Numerator)
            : times.Numerator < 0 && times.Numerator >= -64 ? Divide(Constant(Rational.One), Raise(argument, -(long)times.Numerator))
            : null;
    }

    // log c = n log b with c = b^n, c > 1, and the largest n. Floating point guesses b, and the power is compared exactly.
    private Fraction? LogarithmOfPower(Rational c)
    {
        const int LongestPower = 62;
        if (c.Numerator.GetBitLength() <= LongestPower)
        {
            for (int n = LongestPower; n > 1; n--)
            {
                var root = new Rational(RootOf(c.Numerator, n), RootOf(c.Denominator, n));
                if (Rational.Pow(root, n) == c)
                {
                    return Multiply(Constant(n), Indeterminate(Operation.Log, 0, Constant(root), null));
                }
            }
        }

        return Indeterminate(Operation.Log, 0, Constant(c), null);
    }

    private static BigInteger RootOf(BigInteger power, int n) => (BigInteger)Math.Round(Math.Pow((double)power, 1.0 / n));

    // |c x^a y^b ...| = |c| |x|^a |y|^b ...; of a sum, that of its positive multiple whose first coefficient is 1.
    private Fraction? AbsoluteValue(Fraction operand)
    {
        if (!IsOne(operand.Denominator))
        {
            return Indeterminate(Operation.Abs, 0, operand, null);
        }

        (Monomial monomial, Rational first) = operand.Numerator.Terms.First();
        Rational size = first.Sign < 0 ? -first : first;
        return operand.Numerator.Terms.Count == 1 && monomial.Exponent is null
            ? Multiply(Constant(size), AbsoluteProduct(monomial.Factors))
            : Multiply(Constant(size), Indeterminate(Operation.Abs, 0, Multiply(operand, Constant(Rational.One / first)), null));
    }

    private Fraction? AbsoluteProduct(IEnumerable<(int Variable, int Exponent)> factors) => factors.Aggregate(
        Constant(Rational.One),
        (product, f) => Multiply(product, Raise(
            f.Exponent % 2 == 0 || (f.Variable < variables && isNonNegative(f.Variable))
                ? Variable(f.Variable)
                : Indeterminate(Operation.Abs, 0, Variable(f.Variable), null)!,
            f.Exponent)));
}
