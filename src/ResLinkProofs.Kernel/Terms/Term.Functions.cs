using ResLinkProofs.Kernel.Operations;

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

    /// <summary>Hyperbolic sine.</summary>
    /// <param name="operand">Any term.</param>
    public static Term Sinh(Term operand) => operand.IsZero ? Zero : Function(Operation.Sinh, operand);

    /// <summary>Hyperbolic cosine.</summary>
    /// <param name="operand">Any term.</param>
    public static Term Cosh(Term operand) => operand.IsZero ? One : Function(Operation.Cosh, operand);

    /// <summary>Hyperbolic tangent.</summary>
    /// <param name="operand">Any term.</param>
    public static Term Tanh(Term operand) => operand.IsZero ? Zero : Function(Operation.Tanh, operand);

    /// <summary>Inverse hyperbolic sine.</summary>
    /// <param name="operand">Any term.</param>
    public static Term Asinh(Term operand) => operand.IsZero ? Zero : Function(Operation.Asinh, operand);

    /// <summary>Inverse hyperbolic cosine, nonnegative.</summary>
    /// <param name="operand">Undefined below 1.</param>
    public static Term Acosh(Term operand) => operand.IsOne ? Zero : Function(Operation.Acosh, operand);

    /// <summary>Inverse hyperbolic tangent.</summary>
    /// <param name="operand">Undefined outside (-1, 1).</param>
    public static Term Atanh(Term operand) => operand.IsZero ? Zero : Function(Operation.Atanh, operand);

    /// <summary>Real cube root, negative for negative operands.</summary>
    /// <param name="operand">Any term.</param>
    public static Term Cbrt(Term operand) => operand.IsZero || operand.IsOne ? operand : Function(Operation.Cbrt, operand);

    /// <summary>Error function: 2/sqrt(pi) times the integral of exp(-t^2) from 0 to the operand.</summary>
    /// <param name="operand">Any term.</param>
    public static Term Erf(Term operand) => operand.IsZero ? Zero : Function(Operation.Erf, operand);

    /// <summary>Complementary error function 1 - erf; the Gaussian tail P(N > x) is erfc(x / sqrt 2) / 2.</summary>
    /// <param name="operand">Any term.</param>
    public static Term Erfc(Term operand) => operand.IsZero ? One : Function(Operation.Erfc, operand);

    /// <summary>The number e.</summary>
    public static Term E { get; } = Function(Operation.Exp, One);

    /// <summary>Binary logarithm.</summary>
    /// <param name="operand">Undefined where not positive.</param>
    public static Term Log2(Term operand) => Log(operand) / Log(2);

    /// <summary>
    /// The angle of the vector (x, y) in (-pi, pi): 2 arctan(y / (x + sqrt(x^2 + y^2))), undefined on the ray y = 0, x &lt;= 0.
    /// </summary>
    /// <param name="y">The vertical component.</param>
    /// <param name="x">The horizontal component.</param>
    public static Term Atan2(Term y, Term x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return 2 * Atan(y / (x + Sqrt(Square(x) + Square(y))));
    }
}
