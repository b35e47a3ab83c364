using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;

namespace ResLinkProofs.Kernel.Terms;

/// <summary>
/// A real-valued expression: an immutable directed acyclic graph whose subterms may be shared. Built with C# operators and the
/// methods of this class, and read by many interpreters (double, interval, exact rational, SMT-LIB text, printing).
/// </summary>
/// <remarks>
/// Literals are exact rationals; there is deliberately no conversion from <see cref="double"/>, because 0.1 is not one tenth.
/// Constructors fold literals and neutral elements, and never drop a subterm that may be undefined.
/// </remarks>
public sealed partial class Term
{
    private static readonly Term ZeroTerm = new(Operation.Literal, null, null, Rational.Zero, null, 0);
    private static readonly Term OneTerm = new(Operation.Literal, null, null, Rational.One, null, 0);

    private Term(Operation operation, Term? left, Term? right, Rational value, string? name, int exponent,
        Term? condition = null, Integrand? integrand = null)
    {
        Operation = operation;
        Left = left;
        Right = right;
        Value = value;
        Name = name;
        Exponent = exponent;
        Condition = condition;
        Integrand = integrand;
        IsTotal = (left?.IsTotal ?? true) && (right?.IsTotal ?? true) && (condition?.IsTotal ?? true)
            && !MayBeUndefined(operation, right, exponent);
    }

    /// <summary>The operation at the root.</summary>
    public Operation Operation { get; }

    /// <summary>The first operand, or null for a leaf.</summary>
    public Term? Left { get; }

    /// <summary>The second operand, or null for a leaf or a function of one operand.</summary>
    public Term? Right { get; }

    /// <summary>The value of a <see cref="Operation.Literal"/>; zero otherwise.</summary>
    public Rational Value { get; }

    /// <summary>The name of a <see cref="Operation.Variable"/>; null otherwise.</summary>
    public string? Name { get; }

    /// <summary>The exponent of a <see cref="Operation.Power"/>; zero otherwise.</summary>
    public int Exponent { get; }

    /// <summary>What a <see cref="Operation.Conditional"/> compares with zero; null otherwise.</summary>
    public Term? Condition { get; }

    /// <summary>What an <see cref="Operation.Integral"/> integrates; null otherwise.</summary>
    public Integrand? Integrand { get; }

    /// <summary>True when no operation in the graph can be undefined, whatever the values of the variables.</summary>
    public bool IsTotal { get; }

    /// <summary>The constant 0.</summary>
    public static Term Zero => ZeroTerm;

    /// <summary>The constant 1.</summary>
    public static Term One => OneTerm;

    /// <summary>The circle constant.</summary>
    public static Term Pi { get; } = new(Operation.Pi, null, null, default, null, 0);

    /// <summary>True for the literal zero.</summary>
    public bool IsZero => Operation == Operation.Literal && Value.Sign == 0;

    /// <summary>True for the literal one.</summary>
    public bool IsOne => Operation == Operation.Literal && Value == Rational.One;

    /// <summary>An exact constant.</summary>
    /// <param name="value">The rational value.</param>
    public static Term Literal(Rational value) =>
        value.Sign == 0 ? ZeroTerm : value == Rational.One ? OneTerm : new(Operation.Literal, null, null, value, null, 0);

    /// <summary>The constant <paramref name="numerator"/> / <paramref name="denominator"/>.</summary>
    /// <param name="numerator">Any integer.</param>
    /// <param name="denominator">Any integer but zero.</param>
    public static Term Ratio(long numerator, long denominator) => Literal(new Rational(numerator, denominator));

    /// <summary>A real variable. Two variables of one name are the same variable.</summary>
    /// <param name="name">A name that is not empty.</param>
    /// <exception cref="ArgumentException">The name is empty or white space.</exception>
    public static Term Variable(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new(Operation.Variable, null, null, default, name, 0);
    }

    /// <summary>An integer constant.</summary>
    public static implicit operator Term(int value) => Literal(value);

    /// <summary>An integer constant.</summary>
    public static implicit operator Term(long value) => Literal(value);

    /// <summary>An exact rational constant.</summary>
    public static implicit operator Term(Rational value) => Literal(value);

    /// <summary>A readable infix form; long terms are cut. <see cref="TermPrinter"/> gives more control.</summary>
    public override string ToString() => TermPrinter.Print(this);

    /// <summary>The term of the given operation over given operands: the one door through which readers of files build terms.</summary>
    /// <param name="operation">Any operation but a leaf.</param>
    /// <param name="left">The first operand.</param>
    /// <param name="right">The second operand; null exactly for functions of one operand.</param>
    /// <param name="exponent">The exponent of <see cref="Operation.Power"/>; zero otherwise.</param>
    /// <param name="condition">What a <see cref="Operation.Conditional"/> compares with zero; null otherwise.</param>
    /// <param name="integrand">What an <see cref="Operation.Integral"/> integrates; null otherwise.</param>
    /// <exception cref="ArgumentException">The operand count does not fit the operation.</exception>
    public static Term Create(
        Operation operation, Term left, Term? right = null, int exponent = 0, Term? condition = null, Integrand? integrand = null)
    {
        ArgumentNullException.ThrowIfNull(left);
        bool isConditional = operation == Operation.Conditional;
        if ((IsBinary(operation) || isConditional) != (right is not null) || isConditional != (condition is not null) || IsLeaf(operation)
            || (operation == Operation.Integral) != (integrand is not null))
        {
            throw new ArgumentException($"{operation} does not take {(right is null ? 1 : 2)} operand(s).", nameof(operation));
        }

        return operation switch
        {
            Operation.Add => left + right!,
            Operation.Subtract => left - right!,
            Operation.Multiply => left * right!,
            Operation.Divide => left / right!,
            Operation.Min => Min(left, right!),
            Operation.Max => Max(left, right!),
            Operation.RealPower or Operation.Argument => Binary(operation, left, right!),
            Operation.Integral => Integral(integrand!, left),
            Operation.Negate => -left,
            Operation.Abs => Abs(left),
            Operation.Power => Pow(left, exponent),
            Operation.Conditional => Choose(condition!, left, right!),
            _ => Function(operation, left),
        };
    }

    /// <summary>True for operations without operands.</summary>
    /// <param name="operation">Any operation.</param>
    public static bool IsLeaf(Operation operation) => operation <= Operation.Variable;

    /// <summary>True for operations with two operands.</summary>
    /// <param name="operation">Any operation.</param>
    public static bool IsBinary(Operation operation) => operation is >= Operation.Add and <= Operation.Argument;

    // A quotient by a constant that is not zero is the one case in which the operand decides.
    private static bool MayBeUndefined(Operation operation, Term? right, int exponent) =>
        IsBinary(operation)
            ? !Operators.Binary(operation).IsTotal
                && !(operation == Operation.Divide && right is { Operation: Operation.Literal, Value.Sign: not 0 })
            : operation == Operation.Integral
                || (!IsLeaf(operation) && operation != Operation.Conditional && !Operators.Unary(operation, exponent).IsTotal);

    private static Term Function(Operation operation, Term operand) => new(operation, operand, null, default, null, 0);
}
