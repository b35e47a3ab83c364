using System.Numerics;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Polynomials;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Expansions;

/// <summary>
/// Coefficients as quotients of normal forms in the variables, in pi and in the values of functions at such quotients, each of which is one
/// more indeterminate; null for what is not known or too large. Laws: of fractions, exp(a) exp(b) = exp(a + b), log(c exp(a)) = log c + a,
/// log(1/c) = -log c, log(c^n) = n log c, exp(n log u) = u^n, sqrt(c^2 u) = c sqrt u and sqrt(u/d) = sqrt(u d)/d for d = pi,
/// tan = sin/cos, tanh = sinh/cosh, sqrt(u^2) = |u|, which is u for a variable that is not negative, those of <see cref="Reduce"/>,
/// and the values at special points. Equal normal forms are equal numbers wherever every division is defined; the converse need not hold.
/// </summary>
/// <remarks>
/// Whether everything is defined is not asked here: <see cref="IntervalCoefficients"/> answers that over boxes that hold the points.
/// </remarks>
/// <param name="variables">The number of variables; the indeterminates are numbered from there.</param>
/// <param name="isNonNegative">Tells of a variable that it is not negative at any of the points.</param>
/// <param name="budget">The work that may be done, as in <see cref="PolynomialArithmetic"/>.</param>
internal sealed partial class ExactCoefficients(
    int variables, Func<int, bool> isNonNegative, long budget) : CoefficientArithmetic<Fraction?>
{
    private const int LargestIndeterminates = 32;

    private readonly PolynomialArithmetic _arithmetic = new(budget);
    private readonly List<(Operation Operation, int Exponent, Fraction? Left, Fraction? Right)> _values = [];

    public override Fraction? Pi => Indeterminate(Operation.Pi, 0, null, null);

    public static Fraction Variable(int index) => new(PolynomialArithmetic.Variable(index), One);

    private static Polynomial One => PolynomialArithmetic.One;

    public override Fraction? Constant(Rational value) => PolynomialArithmetic.Constant(value) is { } constant ? new(constant, One) : null;

    public override Fraction? Add(Fraction? left, Fraction? right) => left is null || right is null ? null
        : IsOne(left.Denominator) && IsOne(right.Denominator)
            ? Over(_arithmetic.Add(left.Numerator, right.Numerator, Rational.One), left.Denominator)
            : Over(
                _arithmetic.Add(
                    _arithmetic.Multiply(left.Numerator, right.Denominator),
                    _arithmetic.Multiply(right.Numerator, left.Denominator), Rational.One),
                _arithmetic.Multiply(left.Denominator, right.Denominator));

    public override Fraction? Multiply(Fraction? left, Fraction? right) => left is null || right is null ? null
        : Over(_arithmetic.Multiply(left.Numerator, right.Numerator), _arithmetic.Multiply(left.Denominator, right.Denominator));

    public override Fraction? Divide(Fraction? left, Fraction? right) => left is null || right is null || right.IsZero ? null
        : Over(_arithmetic.Multiply(left.Numerator, right.Denominator), _arithmetic.Multiply(left.Denominator, right.Numerator));

    public override Fraction? Square(Fraction? value) => Multiply(value, value);

    public override Fraction? Value(Operation operation, int exponent, Fraction? operand)
    {
        if (operand is null)
        {
            return null;
        }

        Rational? constant = ConstantOf(operand);
        return operation switch
        {
            Operation.Negate => Multiply(operand, Constant(-Rational.One)),
            Operation.Power when exponent < 0 => Divide(Constant(Rational.One), Raise(operand, -(long)exponent)),
            Operation.Power => Raise(operand, exponent),
            _ when constant is { } c && Operators.Unary(operation, exponent).Exact(c) is { } value => Constant(value),
            Operation.Exp when PowerOfLogarithm(operand) is { } known => known,
            Operation.Exp when IsOne(operand.Denominator) && PolynomialArithmetic.Exponential(operand.Numerator) is { } power =>
                Over(power, One),
            Operation.Log when IsOne(operand.Denominator) && operand.Numerator.Terms.Count == 1 => Logarithm(operand),
            Operation.Sqrt when IsOne(operand.Denominator) && operand.Numerator.Terms.Count == 1 => Root(operand),
            Operation.Sqrt when IsPositiveConstant(operand.Denominator) => Divide(
                Value(Operation.Sqrt, 0, Over(_arithmetic.Multiply(operand.Numerator, operand.Denominator), One)),
                Over(operand.Denominator, One)),
            Operation.Abs => AbsoluteValue(operand),
            Operation.Tan => Divide(Value(Operation.Sin, 0, operand), Value(Operation.Cos, 0, operand)),
            Operation.Tanh => Divide(Value(Operation.Sinh, 0, operand), Value(Operation.Cosh, 0, operand)),
            Operation.Sin when QuarterTurns(operand) is { } turns => Constant(turns switch { 1 => 1, 3 => -1, _ => 0 }),
            Operation.Cos when QuarterTurns(operand) is { } turns => Constant(turns switch { 0 => 1, 2 => -1, _ => 0 }),
            Operation.Asin or Operation.Atan or Operation.Acos when constant is { } c && AngleOf(operation, c) is { } angle =>
                Multiply(Constant(angle), Pi),
            _ => Indeterminate(operation, exponent, operand, null),
        };
    }

    public override Fraction? Value(
        Operation operation, Fraction? left, Fraction? right) => left is null || right is null ? null : operation switch
        {
            Operation.Add => Add(left, right),
            Operation.Subtract => Add(left, Multiply(right, Constant(-Rational.One))),
            Operation.Multiply => Multiply(left, right),
            Operation.Divide => Divide(left, right),
            _ => Indeterminate(operation, 0, left, right),
        };

    public override bool Admits(Tape tape, int slot, Fraction? left, Fraction? right, bool isExpanded) => true;

    private static bool IsOne(Polynomial value) => ConstantOf(value) == Rational.One;

    private static Rational? ConstantOf(Polynomial value) => value.IsZero ? Rational.Zero
        : value.Terms.Count == 1 && value.Terms.First() is { Key: { Factors.Count: 0, Exponent: null }, Value: var constant } ? constant
        : null;

    private static Rational? ConstantOf(Fraction value) => IsOne(value.Denominator) ? ConstantOf(value.Numerator) : null;

    // arcsin, arctan and arccos at -1, 0 and 1, as multiples of pi, where they are not rational.
    private static Rational? AngleOf(Operation operation, Rational at) => (operation, at.IsInteger ? at.ToString() : "") switch
    {
        (Operation.Asin, "1") or (Operation.Acos, "0") => new Rational(1, 2),
        (Operation.Asin, "-1") => new Rational(-1, 2),
        (Operation.Atan, "1") => new Rational(1, 4),
        (Operation.Atan, "-1") => new Rational(-1, 4),
        (Operation.Acos, "-1") => Rational.One,
        _ => null,
    };

    // With the denominator 1 where the quotient is a normal form or a rational number.
    private Fraction? Over(Polynomial? numerator, Polynomial? denominator)
    {
        (numerator, denominator) = (Reduce(numerator), Reduce(denominator));
        if (numerator is null || denominator is null || denominator.IsZero)
        {
            return null;
        }

        if (numerator.IsZero || IsOne(denominator))
        {
            return new(numerator, One);
        }

        if (_arithmetic.Invert(denominator) is { } inverse)
        {
            return _arithmetic.Multiply(numerator, inverse) is { } product ? new(product, One) : null;
        }

        Rational ratio = numerator.Terms.First().Value / denominator.Terms.First().Value;
        return numerator.Terms.Count == denominator.Terms.Count && _arithmetic.Add(numerator, denominator, -ratio) is { IsZero: true }
            ? Constant(ratio)
            : new(numerator, denominator);
    }

    private Fraction? Raise(Fraction operand, long exponent)
    {
        Fraction? result = exponent <= 64 ? Constant(Rational.One) : null;
        for (long i = 0; i < exponent && result is not null; i++)
        {
            result = Multiply(result, operand);
        }

        return result;
    }

    // log of one term of a normal form, which is positive where the logarithm is defined.
    private Fraction? Logarithm(Fraction operand)
    {
        (Monomial monomial, Rational coefficient) = operand.Numerator.Terms.First();
        if (monomial.Factors.Count > 0)
        {
            return Indeterminate(Operation.Log, 0, operand, null);
        }

        if (coefficient.Sign <= 0)
        {
            return null;
        }

        Fraction? constant = coefficient == Rational.One ? Constant(Rational.Zero)
            : coefficient < Rational.One
                ? Value(Operation.Negate, 0, LogarithmOfPower(Rational.One / coefficient))
            : LogarithmOfPower(coefficient);
        return monomial.Exponent is { } exponent ? Add(constant, Over(exponent, One)) : constant;
    }

    // sqrt of one term: the root of its coefficient times half the exponents, if all of them are even, of absolute values.
    private Fraction? Root(Fraction operand)
    {
        (Monomial monomial, Rational coefficient) = operand.Numerator.Terms.First();
        bool isSquare = monomial.Exponent is null && monomial.Factors.All(f => f.Exponent % 2 == 0);
        return isSquare && Operators.Unary(Operation.Sqrt).Exact(coefficient) is { } root
            ? Multiply(Constant(root), AbsoluteProduct(monomial.Factors.Select(f => (f.Variable, f.Exponent / 2))))
            : coefficient != Rational.One && Operators.Unary(Operation.Sqrt).Exact(coefficient) is { Sign: > 0 } factor
                ? Multiply(
                    Constant(factor),
                    Indeterminate(Operation.Sqrt, 0, Multiply(operand, Constant(Rational.One / coefficient)), null))
                : Indeterminate(Operation.Sqrt, 0, operand, null);
    }

    // One term with powers of pi alone: sqrt(n/d) = sqrt(n d)/d for d > 0.
    private bool IsPositiveConstant(Polynomial value) => value.Terms.Count == 1
        && value.Terms.First() is { Key: { Exponent: null, Factors: [(var index, _)] }, Value.Sign: > 0 }
        && index >= variables && _values[index - variables].Operation == Operation.Pi;

    // The operand in units of pi/2, modulo 4, if it is a whole number of them.
    private int? QuarterTurns(Fraction operand)
    {
        if (ConstantOf(operand) is { Sign: 0 })
        {
            return 0;
        }

        if (!IsOne(operand.Denominator) || operand.Numerator.Terms.Count != 1 || Pi is not { } pi)
        {
            return null;
        }

        (Monomial monomial, Rational coefficient) = operand.Numerator.Terms.First();
        Rational quarters = coefficient * 2;
        return quarters.IsInteger && monomial.CompareTo(pi.Numerator.Terms.First().Key) == 0
            ? (int)(((quarters.Numerator % 4) + 4) % 4)
            : null;
    }

    // One and the same indeterminate for equal operands.
    private Fraction? Indeterminate(Operation operation, int exponent, Fraction? left, Fraction? right)
    {
        int index = _values.FindIndex(v =>
            v.Operation == operation && v.Exponent == exponent && AreEqual(v.Left, left) && AreEqual(v.Right, right));
        if (index < 0)
        {
            if (_values.Count == LargestIndeterminates)
            {
                return null;
            }

            index = _values.Count;
            _values.Add((operation, exponent, left, right));
        }

        return Variable(variables + index);
    }

    private bool AreEqual(Fraction? left, Fraction? right) => left is null || right is null
        ? left is null && right is null
        : Add(left, Multiply(right, Constant(-Rational.One))) is { IsZero: true };
}
