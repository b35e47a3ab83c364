using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Operations;

/// <summary>Enclosures of the second derivatives of an operation of two operands.</summary>
/// <param name="LeftLeft">Twice by the first operand.</param>
/// <param name="LeftRight">Once by each.</param>
/// <param name="RightRight">Twice by the second operand.</param>
public readonly record struct BinaryCurvature(Interval LeftLeft, Interval LeftRight, Interval RightRight)
{
    internal static BinaryCurvature Unknown => new(Interval.Entire, Interval.Entire, Interval.Entire);
}

/// <summary>
/// All that is known of one operation of two operands, as <see cref="UnaryOperator"/> for one: every member has
/// to be written for every operation, and callers reach the members for intervals only through the guarded forms.
/// </summary>
public abstract class BinaryOperator
{
    private protected BinaryOperator()
    {
    }

    /// <summary>True when the operation has a value at every pair of real numbers.</summary>
    public abstract bool IsTotal { get; }

    /// <summary>True when the operation certainly has a value at every pair of points of the operands.</summary>
    /// <param name="left">First operand, not empty.</param>
    /// <param name="right">Second operand, not empty.</param>
    public abstract bool IsDefinedOn(Interval left, Interval right);

    /// <summary>An enclosure of the quotients with divisors other than zero; the whole line where there are none.</summary>
    /// <param name="left">First operand, not empty.</param>
    /// <param name="right">Second operand, not empty.</param>
    public Interval EncloseInDomain(Interval left, Interval right)
    {
        Interval image = Image(left, right);
        return image.IsEmpty ? Interval.Entire : image;
    }

    /// <summary>An enclosure of all values over the operands; the whole line where one may be missing.</summary>
    /// <param name="left">First operand, not empty.</param>
    /// <param name="right">Second operand, not empty.</param>
    public Interval Enclose(Interval left, Interval right) => IsDefinedOn(left, right) ? Image(left, right) : Interval.Entire;

    /// <summary>
    /// A pair (D1, D2) such that for all operands there are d1 in D1 and d2 in D2 with g(u1, u2) - g(v1, v2) = d1 (u1 - v1) + d2 (u2 - v2).
    /// Such pairs compose by the chain rule, whatever values are given to an operation where it is undefined. At a tie they are hulls.
    /// </summary>
    /// <param name="left">First operand, not empty.</param>
    /// <param name="right">Second operand, not empty.</param>
    /// <param name="value">What <see cref="Enclose"/> gives for them.</param>
    public (Interval Left, Interval Right) Slopes(Interval left, Interval right, Interval value) =>
        IsDefinedOn(left, right) ? Quotients(left, right, value) : (Interval.Entire, Interval.Entire);

    /// <summary>
    /// Enclosures of the second derivatives; unbounded unless g certainly is twice continuously
    /// differentiable on the operands, as itself or as the branch that is active all over them.
    /// </summary>
    /// <param name="left">First operand, not empty.</param>
    /// <param name="right">Second operand, not empty.</param>
    /// <param name="value">What <see cref="Enclose"/> gives for them.</param>
    public BinaryCurvature Curvature(Interval left, Interval right, Interval value) =>
        IsDefinedOn(left, right) ? SecondDerivatives(left, right, value) : BinaryCurvature.Unknown;

    /// <summary>A superset of { x in the first operand : g(x, y) in the values for some y in the second }.</summary>
    /// <param name="left">First operand, not empty.</param>
    /// <param name="right">Second operand, not empty.</param>
    /// <param name="values">The admitted values.</param>
    public Interval PreimageLeft(Interval left, Interval right, Interval values) =>
        IsDefinedOn(left, right) ? left.Intersect(InverseLeft(left, right, values)) : left;

    /// <summary>A superset of { y in the second operand : g(x, y) in the values for some x in the first }.</summary>
    /// <param name="left">First operand, not empty.</param>
    /// <param name="right">Second operand, not empty.</param>
    /// <param name="values">The admitted values.</param>
    public Interval PreimageRight(Interval left, Interval right, Interval values) =>
        IsDefinedOn(left, right) ? right.Intersect(InverseRight(left, right, values)) : right;

    /// <summary>The exact value, or null where undefined.</summary>
    /// <param name="left">First operand.</param>
    /// <param name="right">Second operand.</param>
    public abstract Rational? Exact(Rational left, Rational right);

    /// <summary>The value in floating point, unverified; NaN where undefined.</summary>
    /// <param name="left">First operand.</param>
    /// <param name="right">Second operand.</param>
    public abstract double Approximate(double left, double right);

    /// <summary>The derivatives in floating point, unverified; at a tie those of one branch.</summary>
    /// <param name="left">First operand.</param>
    /// <param name="right">Second operand.</param>
    /// <param name="value">What <see cref="Approximate"/> gives for them.</param>
    public abstract (double Left, double Right) Derivative(double left, double right, double value);

    /// <summary>An enclosure of the values; only asked where defined.</summary>
    private protected abstract Interval Image(Interval x, Interval y);

    /// <summary>Enclosures of difference quotients; only asked where defined.</summary>
    private protected abstract (Interval Left, Interval Right) Quotients(Interval x, Interval y, Interval value);

    /// <summary>Enclosures of second derivatives; only asked where defined.</summary>
    private protected abstract BinaryCurvature SecondDerivatives(Interval x, Interval y, Interval value);

    /// <summary>The first operands for which some second one gives a value in z; only asked where defined.</summary>
    private protected abstract Interval InverseLeft(Interval x, Interval y, Interval z);

    /// <summary>The second operands for which some first one gives a value in z; only asked where defined.</summary>
    private protected abstract Interval InverseRight(Interval x, Interval y, Interval z);
}
