using ResLinkProofs.Kernel.Intervals.Elementary;

namespace ResLinkProofs.Kernel.Intervals;

/// <content>Hyperbolic functions and their inverses, the cube root, and the error function: all by monotonicity from their ends.</content>
public readonly partial struct Interval
{
    /// <summary>All sinh x.</summary>
    /// <param name="value">Any interval.</param>
    public static Interval Sinh(Interval value) => OddIncreasing(value, HyperbolicPoint.Sinh);

    /// <summary>All cosh x.</summary>
    /// <param name="value">Any interval.</param>
    public static Interval Cosh(Interval value)
    {
        Interval magnitude = Abs(value); // cosh is even and increases from 1 at zero
        return magnitude.IsEmpty
            ? Empty
            : new(HyperbolicPoint.Cosh(magnitude.Lower).Lower, HyperbolicPoint.Cosh(magnitude.Upper).Upper, default);
    }

    /// <summary>All tanh x, in [-1, 1].</summary>
    /// <param name="value">Any interval.</param>
    public static Interval Tanh(Interval value) => OddIncreasing(value, HyperbolicPoint.Tanh);

    /// <summary>All arsinh x.</summary>
    /// <param name="value">Any interval.</param>
    public static Interval Asinh(Interval value) => OddIncreasing(value, HyperbolicPoint.Asinh);

    /// <summary>
    /// All arcosh x of the members in [1, infinity), by arcosh x = 2 arsinh sqrt((x - 1) / 2); empty when there are none.
    /// </summary>
    /// <param name="value">Any interval.</param>
    public static Interval Acosh(Interval value) => 2 * Asinh(Sqrt((value - 1) / 2));

    /// <summary>All artanh x of the members in (-1, 1); empty when there are none.</summary>
    /// <param name="value">Any interval.</param>
    public static Interval Atanh(Interval value) =>
        value.Lower >= 1 || value.Upper <= -1 ? Empty : OddIncreasing(value.Intersect(new(-1.0, 1.0, default)), HyperbolicPoint.Atanh);

    /// <summary>All cube roots, negative ones of negative members. Tightest.</summary>
    /// <param name="value">Any interval.</param>
    public static Interval Cbrt(Interval value)
    {
        if (value.IsEmpty)
            return Empty;
        Endpoints low = HyperbolicPoint.Cbrt(Math.Abs(value.Lower)), high = HyperbolicPoint.Cbrt(Math.Abs(value.Upper));
        return new(value.Lower < 0 ? -low.Upper : low.Lower, value.Upper < 0 ? -high.Lower : high.Upper, default);
    }

    /// <summary>All erf x, in [-1, 1].</summary>
    /// <param name="value">Any interval.</param>
    public static Interval Erf(Interval value) => OddIncreasing(value, ErrorFunctionPoint.Erf);

    /// <summary>All erfc x = 1 - erf x, in [0, 2]; decreasing.</summary>
    /// <param name="value">Any interval.</param>
    public static Interval Erfc(Interval value) => value.IsEmpty
        ? Empty
        : new(ErrorFunctionPoint.Erfc(value.Upper).Lower, ErrorFunctionPoint.Erfc(value.Lower).Upper, default);

    /// <summary>All derivatives of erf: 2/sqrt(pi) e^(-x^2).</summary>
    /// <param name="value">Any interval.</param>
    public static Interval ErfDerivative(Interval value) => ErrorFunctionPoint.Scale * Exp(-Square(value));

    // An odd increasing function, given at x >= 0.
    private static Interval OddIncreasing(Interval value, Func<double, Interval> at) => value.IsEmpty
        ? Empty
        : new(
            value.Lower < 0 ? -at(-value.Lower).Upper : at(value.Lower).Lower,
            value.Upper < 0 ? -at(-value.Upper).Lower : at(value.Upper).Upper,
            default);
}
