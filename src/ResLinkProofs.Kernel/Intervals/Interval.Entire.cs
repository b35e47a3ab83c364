using ResLinkProofs.Kernel.Intervals.Entire;

namespace ResLinkProofs.Kernel.Intervals;

/// <content>
/// Quotients with a removable singularity at zero, through the singularity, and their derivatives: so that inequalities which touch
/// at zero can be stated with the zero factored out. All are even. Enclosures are a few units in the last place wide at points.
/// </content>
/// <remarks>
/// Monotonicity rests on integrals over u in [0, 1]: sin x / x = int cos(xu), its derivative is -x int u^2 sinc(xu), that of
/// (x - sin x)/x^3 is -x int (1-u)^2/2 u^2 sinc(xu), and sinc is positive and decreasing on [0, pi], decreasing up to 4.4934.
/// </remarks>
public readonly partial struct Interval
{
    /// <summary>sin x / x decreases from 0 to its least value at 4.49340945...</summary>
    private const double SincDecreasesTo = 4.4934;

    /// <summary>A lower bound of sin x / x, which is -0.21723362...</summary>
    private const double SincMinimum = -0.21723363;

    /// <summary>All sin x / x, 1 at zero.</summary>
    /// <param name="value">Any interval.</param>
    public static Interval Sinc(Interval value) => Falling(Abs(value), Family.Sinc).Intersect(new(SincMinimum, 1.0, default));

    /// <summary>All derivatives of sin x / x.</summary>
    /// <param name="value">Any interval.</param>
    public static Interval SincDerivative(Interval value) => -(value * Falling(Abs(value), Family.SincDescent));

    /// <summary>All second derivatives of sin x / x: by x y'' + 2 y' + x y = 0.</summary>
    /// <param name="value">Any interval.</param>
    public static Interval SincSecondDerivative(Interval value) => (2 * Falling(Abs(value), Family.SincDescent)) - Sinc(value);

    /// <summary>All (1 - cos t) / t^2, 1/2 at zero: half the square of sinc(t/2).</summary>
    /// <param name="value">Any interval.</param>
    public static Interval VersineQuotient(Interval value) => Square(Sinc(value / 2)) / 2;

    /// <summary>All derivatives of (1 - cos t) / t^2.</summary>
    /// <param name="value">Any interval.</param>
    public static Interval VersineQuotientDerivative(Interval value) => Sinc(value / 2) * SincDerivative(value / 2) / 2;

    /// <summary>All second derivatives of (1 - cos t) / t^2.</summary>
    /// <param name="value">Any interval.</param>
    public static Interval VersineQuotientSecondDerivative(Interval value) =>
        (Square(SincDerivative(value / 2)) + (Sinc(value / 2) * SincSecondDerivative(value / 2))) / 4;

    /// <summary>All (t - sin t) / t^3, 1/6 at zero; it decreases in |t| all the way to zero.</summary>
    /// <param name="value">Any interval.</param>
    public static Interval SineDefect(Interval value)
    {
        // The derivative times t^4 is h = 3 sin t - t cos t - 2t with h(0) = h'(0) = 0 and h'' = t cos
        // t - sin t < 0 on (0, pi); h <= 3 - t beyond.
        Interval magnitude = Abs(value);
        return magnitude.IsEmpty
            ? Empty
            : EvenPoint.Evaluate(Family.SineDefect, magnitude.Upper).Hull(EvenPoint.Evaluate(Family.SineDefect, magnitude.Lower));
    }

    /// <summary>All derivatives of (t - sin t) / t^3.</summary>
    /// <param name="value">Any interval.</param>
    public static Interval SineDefectDerivative(Interval value) => -(value * Falling(Abs(value), Family.SineDefectDescent));

    /// <summary>All second derivatives of (t - sin t) / t^3: differentiating 2 y + t y' = (sin t - t cos t)/t^3 once more.</summary>
    /// <param name="value">Any interval.</param>
    public static Interval SineDefectSecondDerivative(Interval value) =>
        (3 * Falling(Abs(value), Family.SineDefectDescent)) - Falling(Abs(value), Family.SincSecondDescent);

    /// <summary>All (arcsin x - x) / x^3 of the members in [-1, 1], 1/6 at zero and pi/2 - 1 at the ends; it increases in |x|.</summary>
    /// <param name="value">Any interval.</param>
    public static Interval ArcsineDefect(Interval value)
    {
        Interval magnitude = Abs(value).Intersect(new(0.0, 1.0, default));
        return magnitude.IsEmpty
            ? Empty
            : EvenPoint.Evaluate(Family.ArcsineDefect, magnitude.Lower).Hull(EvenPoint.Evaluate(Family.ArcsineDefect, magnitude.Upper));
    }

    /// <summary>All derivatives of (arcsin x - x) / x^3 of the members in (-1, 1); unbounded towards the ends.</summary>
    /// <param name="value">Any interval.</param>
    public static Interval ArcsineDefectDerivative(Interval value)
    {
        Interval domain = value.Intersect(new(-1.0, 1.0, default));
        if (domain.IsEmpty)
            return Empty;
        Interval magnitude = Abs(domain); // the derivative is x times a series with positive coefficients
        return domain * EvenPoint.Evaluate(Family.ArcsineDefectAscent, magnitude.Lower)
            .Hull(EvenPoint.Evaluate(Family.ArcsineDefectAscent, magnitude.Upper));
    }

    // A function that decreases on [0, 4.4934], and the quotient by which it is defined beyond.
    private static Interval Falling(Interval magnitude, Family family)
    {
        if (magnitude.IsEmpty)
            return Empty;
        if (magnitude.Lower >= SincDecreasesTo)
            return EvenPoint.Quotient(family, magnitude);
        Interval range =
            EvenPoint.Evaluate(family, magnitude.Lower).Hull(EvenPoint.Evaluate(family, Math.Min(magnitude.Upper, SincDecreasesTo)));
        return magnitude.Upper <= SincDecreasesTo
            ? range
            : range.Hull(EvenPoint.Quotient(family, new(SincDecreasesTo, magnitude.Upper, default)));
    }
}
