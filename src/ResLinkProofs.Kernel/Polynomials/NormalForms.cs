using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Polynomials;

/// <summary>
/// The normal forms of the slots of one tape, each expanded once, and all of them within one budget: polynomials in variables, exponentials and values
/// of functions, by the laws of <see cref="Indeterminates"/> and <see cref="ConstantLaws"/>, exp(a) exp(b) = exp(a + b), log(q exp(a)) = log q + a and
/// exp(n log a) = a^n where a is certainly positive. Equal normal forms have equal values at all points for which the enclosures hold.
/// </summary>
/// <remarks>The budget makes reading a hostile file cost a bounded amount of work; beyond it there is no normal form, which proves less and never more.</remarks>
public sealed class NormalForms
{
    /// <summary>The work that all expansions of one tape may cost by default.</summary>
    public const long DefaultBudget = 1L << 26;

    private const int LargestIntegerMultiple = 64;

    private readonly Tape _tape;
    private readonly Interval[]? _enclosures;
    private readonly Indeterminates _indeterminates;
    private readonly PolynomialArithmetic _arithmetic;
    private readonly Polynomial?[] _values;
    private readonly bool[] _isKnown;

    /// <summary>Nothing is expanded yet.</summary>
    /// <param name="tape">The tape.</param>
    /// <param name="budget">The work that all expansions together may cost.</param>
    /// <param name="enclosures">
    /// Enclosures of the values of all slots at the points of interest, which tell what cannot vanish or be negative; none when every law has to hold
    /// everywhere.
    /// </param>
    public NormalForms(Tape tape, long budget = DefaultBudget, ReadOnlySpan<Interval> enclosures = default)
    {
        ArgumentNullException.ThrowIfNull(tape);
        _tape = tape;
        _enclosures = enclosures.IsEmpty ? null : enclosures[..tape.Length].ToArray();
        _indeterminates = new Indeterminates(tape.Variables.Count);
        _arithmetic = new PolynomialArithmetic(budget, _indeterminates);
        _values = new Polynomial?[tape.Length];
        _isKnown = new bool[tape.Length];
    }

    /// <summary>The work done so far, in comparisons of factors and products of 64-bit words, roughly.</summary>
    public long Work => _arithmetic.Spent;

    /// <summary>Expands one slot.</summary>
    /// <param name="slot">The slot.</param>
    /// <returns>The normal form, or null when it is too large.</returns>
    public Polynomial? Of(int slot)
    {
        var pending = new Stack<int>([slot]);
        while (pending.Count > 0)
        {
            int k = pending.Peek();
            Instruction step = _tape.Instructions[k];
            if (_isKnown[k] || (IsReady(step.Left, step, pending) & IsReady(step.Right, step, pending)))
            {
                pending.Pop();
                _values[k] = _isKnown[k] ? _values[k] : Expand(step);
                _isKnown[k] = true;
            }
        }

        return _values[slot];
    }

    private bool IsReady(int operand, Instruction step, Stack<int> pending)
    {
        if (operand < 0 || Term.IsLeaf(step.Operation) || _isKnown[operand])
        {
            return true;
        }

        pending.Push(operand);
        return false;
    }

    private Polynomial? Expand(Instruction step) => step.Operation switch
    {
        Operation.Literal => PolynomialArithmetic.Constant(_tape.Literals[step.Left]),
        Operation.Pi => _indeterminates.Pi,
        Operation.Variable => PolynomialArithmetic.Variable(step.Left),
        Operation.Add => _arithmetic.Add(_values[step.Left], _values[step.Right], Rational.One),
        Operation.Subtract => _arithmetic.Add(_values[step.Left], _values[step.Right], -Rational.One),
        Operation.Multiply => _arithmetic.Multiply(_values[step.Left], _values[step.Right]),
        Operation.Negate => _arithmetic.Multiply(_values[step.Left], PolynomialArithmetic.Constant(-Rational.One)),
        _ when _values[step.Left] is not { } => null,
        Operation.Power when step.Exponent >= 0 => _arithmetic.Power(_values[step.Left], step.Exponent),
        Operation.Power when CannotVanish(step.Left) =>
            _arithmetic.Power(Quotient(PolynomialArithmetic.Constant(Rational.One)!, _values[step.Left]!, step.Left), -step.Exponent),
        Operation.Exp => Exponential(_values[step.Left]!),
        _ when step.Right < 0 => Function(step, _values[step.Left]!),
        _ when _values[step.Right] is not { } right => null,
        Operation.Divide => Quotient(_values[step.Left]!, _values[step.Right]!, step.Right),
        _ => _indeterminates.Value(step.Operation, _values[step.Left]!, _values[step.Right]!),
    };

    // A quotient by what may vanish is some value that depends on both; 1/u by what cannot vanish obeys u (1/u) = 1.
    private Polynomial? Quotient(Polynomial dividend, Polynomial divisor, int slot)
    {
        if (divisor.IsZero)
        {
            return _indeterminates.Value(Operation.Divide, dividend, divisor);
        }

        Monomial leading = Indeterminates.Leading(divisor);
        Rational coefficient = divisor.Terms[leading];
        bool isMonomial = divisor.Terms.Count == 1;
        if (!(isMonomial && leading.Factors.Count == 0) && !CannotVanish(slot))
        {
            return _indeterminates.Value(Operation.Divide, dividend, divisor);
        }

        Polynomial? inverse = PolynomialArithmetic.Constant(Rational.One / coefficient);
        if (!isMonomial)
        {
            return _arithmetic.Multiply(dividend, _arithmetic.Multiply(inverse, Inverse(_arithmetic.Multiply(divisor, inverse))));
        }

        // Where a product cannot vanish no factor can.
        foreach ((int index, int exponent) in leading.Factors)
        {
            inverse = _arithmetic.Multiply(inverse, _arithmetic.Power(Inverse(PolynomialArithmetic.Variable(index)), exponent));
        }

        Polynomial? exponential = leading.Exponent is { } exponents ? PolynomialArithmetic.Exponential(Negated(exponents)) : PolynomialArithmetic.Constant(Rational.One);
        return _arithmetic.Multiply(dividend, _arithmetic.Multiply(inverse, exponential));
    }

    private Polynomial? Inverse(Polynomial? divisor) => divisor is null ? null : _indeterminates.Inverse(divisor);

    private Polynomial? Negated(Polynomial value) => _arithmetic.Multiply(value, PolynomialArithmetic.Constant(-Rational.One));

    private bool CannotVanish(int slot) =>
        _tape.Instructions[slot].Operation == Operation.Pi || (_enclosures is { } known && !known[slot].IsEmpty && !known[slot].Contains(0.0));

    private bool IsAtLeastZero(int slot) => _enclosures is { } known && known[slot].Lower >= 0;

    private bool IsPositive(int slot) => _enclosures is { } known && known[slot].Lower > 0;

    private Polynomial? Exponential(Polynomial exponent)
    {
        // exp(n log a + u) = a^n exp(u)
        Polynomial? factor = PolynomialArithmetic.Constant(Rational.One), rest = exponent;
        foreach ((Monomial monomial, Rational coefficient) in exponent.Terms)
        {
            if (monomial is { Factors: [(int index, 1)], Exponent: null } && coefficient.IsInteger && Rational.Abs(coefficient) <= LargestIntegerMultiple
                && _indeterminates.OperandOfLogarithm(index) is { } operand)
            {
                Polynomial? basis = coefficient.Sign > 0 ? operand : Reciprocal(operand);
                factor = _arithmetic.Multiply(factor, _arithmetic.Power(basis, (int)Rational.Abs(coefficient).Numerator));
                rest = _arithmetic.Add(rest, PolynomialArithmetic.Variable(index), -coefficient);
            }
        }

        return _arithmetic.Multiply(factor, PolynomialArithmetic.Exponential(rest));
    }

    // Of what certainly is positive.
    private Polynomial? Reciprocal(Polynomial operand)
    {
        Rational leading = operand.Terms[Indeterminates.Leading(operand)];
        Polynomial? scale = PolynomialArithmetic.Constant(Rational.One / leading);
        return operand is { Terms.Count: 1 } && operand.Terms.First().Key is { Factors.Count: 0, Exponent: null }
            ? scale
            : _arithmetic.Multiply(scale, Inverse(_arithmetic.Multiply(operand, scale)));
    }

    private Polynomial? Function(Instruction step, Polynomial operand)
    {
        if (ConstantValue(operand) is { } constant && AtConstant(step, constant) is { } known)
        {
            return known;
        }

        switch (step.Operation)
        {
            case Operation.Sin or Operation.Cos:
                return ConstantLaws.Wave(operand, step.Operation == Operation.Cos, _indeterminates, _arithmetic);
            case Operation.Log when operand.Terms.Count == 1 && operand.Terms.First() is { Key: { Factors.Count: 0, Exponent: { } exponent }, Value: { Sign: > 0 } scale }:
                return _arithmetic.Add(ConstantLaws.Logarithm(scale, _indeterminates, _arithmetic), exponent, Rational.One);
            default:
                bool isFavourable = step.Operation == Operation.Log ? IsPositive(step.Left) : IsAtLeastZero(step.Left);
                return _indeterminates.Value(step.Operation, step.Exponent, operand, isFavourable);
        }
    }

    private Polynomial? AtConstant(Instruction step, Rational constant) => step.Operation switch
    {
        Operation.Sqrt when constant.Sign >= 0 => ConstantLaws.Root(constant, _indeterminates, _arithmetic),
        Operation.Log when constant.Sign > 0 => ConstantLaws.Logarithm(constant, _indeterminates, _arithmetic),
        Operation.Sqrt or Operation.Log => null,
        _ => Operators.Unary(step.Operation, step.Exponent).Exact(constant) is { } value ? PolynomialArithmetic.Constant(value) : null,
    };

    /// <summary>The rational number that a polynomial is, or null when it is none.</summary>
    /// <param name="polynomial">A normal form.</param>
    public static Rational? ConstantValue(Polynomial polynomial)
    {
        ArgumentNullException.ThrowIfNull(polynomial);
        return polynomial.IsZero ? Rational.Zero
            : polynomial.Terms.Count == 1 && polynomial.Terms.First() is { Key: { Factors.Count: 0, Exponent: null }, Value: var value } ? value
            : null;
    }
}
