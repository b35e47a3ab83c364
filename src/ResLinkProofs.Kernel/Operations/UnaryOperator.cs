using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Operations;

/// <summary>
/// All that is known of one operation of one operand: its domain, enclosures of its values, difference
/// quotients and second derivatives, its inverse image, its exact values and its floating-point form.
/// Every member has to be written for every operation: what is left out does not compile.
/// </summary>
/// <remarks>
/// Callers reach the members for intervals only through the guarded forms here, which say nothing
/// (the whole line, the operand as it is) unless the operation certainly has a value at every point
/// of the operand. What an operation is where it is undefined nobody knows: some real number.
/// </remarks>
public abstract class UnaryOperator
{
    private protected UnaryOperator()
    {
    }

    /// <summary>True when the operation has a value at every real number.</summary>
    public abstract bool IsTotal { get; }

    /// <summary>True when the operation certainly has a value at every point of the operand.</summary>
    /// <param name="operand">A nonempty interval.</param>
    public abstract bool IsDefinedOn(Interval operand);

    /// <summary>An enclosure of all values over the operand; the whole line where one may be missing.</summary>
    /// <param name="operand">A nonempty interval.</param>
    public Interval Enclose(Interval operand) => IsDefinedOn(operand) ? Image(operand) : Interval.Entire;

    /// <summary>
    /// An enclosure of the values over the part of the operand that lies in the domain of a root or a
    /// logarithm; the whole line where there is none.
    /// </summary>
    /// <param name="operand">A nonempty interval.</param>
    public Interval EncloseInDomain(Interval operand)
    {
        Interval image = Image(operand);
        return image.IsEmpty ? Interval.Entire : image;
    }

    /// <summary>
    /// An enclosure of all difference quotients (f(u) - f(v)) / (u - v), u and v distinct points of the
    /// operand. Where f is differentiable that is the range of its derivative (mean value theorem); at a
    /// kink it is the hull of the one-sided derivatives; where f may be undefined it is the whole line.
    /// </summary>
    /// <param name="operand">A nonempty interval.</param>
    /// <param name="value">What <see cref="Enclose"/> gives for it.</param>
    public Interval Slopes(Interval operand, Interval value)
    {
        if (!IsDefinedOn(operand))
        {
            return Interval.Entire;
        }

        Interval slopes = Quotients(operand, value);
        return slopes.IsEmpty ? Interval.Entire : slopes; // 1/0 at the end of a domain
    }

    /// <summary>
    /// An enclosure of the second derivative over the operand; unbounded unless f certainly is twice continuously differentiable
    /// there, as itself or, with a kink at most at an end of an operand that is no point, as the branch that is active all over it.
    /// </summary>
    /// <param name="operand">A nonempty interval.</param>
    /// <param name="value">What <see cref="Enclose"/> gives for it.</param>
    public Interval Curvature(Interval operand, Interval value)
    {
        if (!IsDefinedOn(operand))
        {
            return Interval.Entire;
        }

        Interval curvature = SecondDerivative(operand, value);
        return curvature.IsEmpty ? Interval.Entire : curvature;
    }

    /// <summary>
    /// A superset of { x in the operand : f(x) in <paramref name="values"/> }; the operand itself where f may be undefined on it.
    /// </summary>
    /// <param name="operand">A nonempty interval.</param>
    /// <param name="values">The admitted values.</param>
    public Interval Preimage(Interval operand, Interval values) => IsDefinedOn(operand) ? Inverse(operand, values) : operand;

    /// <summary>The exact value, or null where it is irrational, not known to be rational, or undefined.</summary>
    /// <param name="operand">An exact operand.</param>
    public abstract Rational? Exact(Rational operand);

    /// <summary>The value in floating point, unverified; NaN where undefined.</summary>
    /// <param name="operand">The operand.</param>
    public abstract double Approximate(double operand);

    /// <summary>
    /// The derivative in floating point, unverified; at a kink that of one branch or between; infinite or NaN where there is none.
    /// </summary>
    /// <param name="operand">The operand.</param>
    /// <param name="value">What <see cref="Approximate"/> gives for it.</param>
    public abstract double Derivative(double operand, double value);

    /// <summary>The middle of an enclosure at a point; NaN at what is no real number.</summary>
    private protected static double MidpointAt(double point, Func<Interval, Interval> enclosure) =>
        double.IsFinite(point) ? enclosure(Interval.Point(point)).Midpoint : double.NaN;

    /// <summary>An enclosure of the values; only asked where defined.</summary>
    private protected abstract Interval Image(Interval x);

    /// <summary>An enclosure of the difference quotients; only asked where defined. Empty counts as no information.</summary>
    private protected abstract Interval Quotients(Interval x, Interval value);

    /// <summary>An enclosure of the second derivative; only asked where defined. Empty counts as no information.</summary>
    private protected abstract Interval SecondDerivative(Interval x, Interval value);

    /// <summary>A superset of the points of x with values in z; only asked where defined.</summary>
    private protected abstract Interval Inverse(Interval x, Interval z);
}
