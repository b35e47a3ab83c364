using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Expansions;

/// <summary>What the coefficients of a Taylor expansion are made of and how they are computed with: enclosures, or exact numbers.</summary>
/// <typeparam name="T">A coefficient.</typeparam>
internal abstract class CoefficientArithmetic<T>
{
    /// <summary>pi.</summary>
    public abstract T Pi { get; }

    /// <summary>A rational number.</summary>
    public abstract T Constant(Rational value);

    public abstract T Add(T left, T right);

    public abstract T Multiply(T left, T right);

    public abstract T Divide(T left, T right);

    /// <summary>The product of a coefficient with itself.</summary>
    public abstract T Square(T value);

    /// <summary>The value of an operation of one operand.</summary>
    public abstract T Value(Operation operation, int exponent, T operand);

    /// <summary>The value of an operation of two operands.</summary>
    public abstract T Value(Operation operation, T left, T right);

    /// <summary>
    /// False where the operation may have no value or, if it depends on what is expanded in, may fail
    /// to be infinitely often differentiable.
    /// </summary>
    public abstract bool Admits(Tape tape, int slot, T left, T right, bool isExpanded);
}
