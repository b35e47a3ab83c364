namespace ResLinkProofs.Kernel.Terms;

public sealed partial class Term
{
    /// <summary>Nonnegative square root.</summary>
    /// <param name="operand">Undefined where negative.</param>
    public static Term Sqrt(Term operand) => operand.IsZero || operand.IsOne ? operand : Function(Operation.Sqrt, operand);

    /// <summary>Exponential function.</summary>
    /// <param name="operand">Any term.</param>
    public static Term Exp(Term operand) => operand.IsZero ? One : Function(Operation.Exp, operand);

    /// <summary>Natural logarithm.</summary>
    /// <param name="operand">Undefined where not positive.</param>
    public static Term Log(Term operand) => operand.IsOne ? Zero : Function(Operation.Log, operand);

    /// <summary>Sine.</summary>
    /// <param name="operand">An angle in radians.</param>
    public static Term Sin(Term operand) => operand.IsZero ? Zero : Function(Operation.Sin, operand);

    /// <summary>Cosine.</summary>
    /// <param name="operand">An angle in radians.</param>
    public static Term Cos(Term operand) => operand.IsZero ? One : Function(Operation.Cos, operand);

    /// <summary>Tangent.</summary>
    /// <param name="operand">An angle in radians, no odd multiple of pi/2.</param>
    public static Term Tan(Term operand) => operand.IsZero ? Zero : Function(Operation.Tan, operand);

    /// <summary>Inverse tangent.</summary>
    /// <param name="operand">Any term.</param>
    public static Term Atan(Term operand) => operand.IsZero ? Zero : Function(Operation.Atan, operand);

    /// <summary>Inverse sine.</summary>
    /// <param name="operand">Undefined outside [-1, 1].</param>
    public static Term Asin(Term operand) => operand.IsZero ? Zero : Function(Operation.Asin, operand);

    /// <summary>Inverse cosine.</summary>
    /// <param name="operand">Undefined outside [-1, 1].</param>
    public static Term Acos(Term operand) => operand.IsOne ? Zero : Function(Operation.Acos, operand);

    /// <summary>sin x / x, 1 at zero: an entire function, with which sin x = x sinc(x) is stated without a quotient.</summary>
    /// <param name="operand">Any term.</param>
    public static Term Sinc(Term operand) => operand.IsZero ? One : Function(Operation.Sinc, operand);

    /// <summary>(1 - cos t) / t^2, 1/2 at zero: cos t = 1 - t^2 times this.</summary>
    /// <param name="operand">Any term.</param>
    public static Term VersineQuotient(Term operand) => operand.IsZero ? Ratio(1, 2) : Function(Operation.VersineQuotient, operand);

    /// <summary>(t - sin t) / t^3, 1/6 at zero: sin t = t - t^3 times this.</summary>
    /// <param name="operand">Any term.</param>
    public static Term SineDefect(Term operand) => operand.IsZero ? Ratio(1, 6) : Function(Operation.SineDefect, operand);

    /// <summary>(arcsin x - x) / x^3, 1/6 at zero: arcsin x = x + x^3 times this.</summary>
    /// <param name="operand">Undefined outside [-1, 1].</param>
    public static Term ArcsineDefect(Term operand) => operand.IsZero ? Ratio(1, 6) : Function(Operation.ArcsineDefect, operand);
}
