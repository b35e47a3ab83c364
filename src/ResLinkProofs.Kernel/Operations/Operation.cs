namespace ResLinkProofs.Kernel.Operations;

/// <summary>What a term does with its operands. The order groups leaves, arithmetic and elementary functions.</summary>
public enum Operation
{
    /// <summary>An exact rational constant.</summary>
    Literal,

    /// <summary>The circle constant.</summary>
    Pi,

    /// <summary>A real variable, known by its name.</summary>
    Variable,

    /// <summary>
    /// The first of two terms where a condition is at least zero, the second one elsewhere; the other one may be undefined there.
    /// </summary>
    Conditional,

    /// <summary>
    /// The integral of a function of one bound variable and of parameters between two bounds, or from one to infinity. Its operand
    /// is the chain of the bounds and the parameters.
    /// </summary>
    Integral,

    /// <summary>Sum of two terms.</summary>
    Add,

    /// <summary>Difference of two terms.</summary>
    Subtract,

    /// <summary>Product of two terms.</summary>
    Multiply,

    /// <summary>Quotient of two terms; undefined where the right one vanishes.</summary>
    Divide,

    /// <summary>The smaller of two terms.</summary>
    Min,

    /// <summary>The larger of two terms.</summary>
    Max,

    /// <summary>Power with any exponent, of a positive base or of zero with a positive exponent; undefined elsewhere.</summary>
    RealPower,

    /// <summary>The first of two terms; a link of the chain of arguments of an <see cref="Integral"/>.</summary>
    Argument,

    /// <summary>Additive inverse.</summary>
    Negate,

    /// <summary>Absolute value.</summary>
    Abs,

    /// <summary>Power with a fixed integer exponent; undefined at zero when the exponent is negative.</summary>
    Power,

    /// <summary>Nonnegative square root; undefined for negative operands.</summary>
    Sqrt,

    /// <summary>Exponential function.</summary>
    Exp,

    /// <summary>Natural logarithm; undefined for operands that are not positive.</summary>
    Log,

    /// <summary>Sine, in radians.</summary>
    Sin,

    /// <summary>Cosine, in radians.</summary>
    Cos,

    /// <summary>Tangent, in radians; undefined at odd multiples of pi/2.</summary>
    Tan,

    /// <summary>Inverse tangent, in (-pi/2, pi/2).</summary>
    Atan,

    /// <summary>Inverse sine, in [-pi/2, pi/2]; undefined outside [-1, 1].</summary>
    Asin,

    /// <summary>Inverse cosine, in [0, pi]; undefined outside [-1, 1].</summary>
    Acos,

    /// <summary>sin x / x, 1 at zero.</summary>
    Sinc,

    /// <summary>(1 - cos t) / t^2, 1/2 at zero.</summary>
    VersineQuotient,

    /// <summary>(t - sin t) / t^3, 1/6 at zero.</summary>
    SineDefect,

    /// <summary>(arcsin x - x) / x^3, 1/6 at zero; undefined outside [-1, 1].</summary>
    ArcsineDefect,

    /// <summary>Hyperbolic sine.</summary>
    Sinh,

    /// <summary>Hyperbolic cosine.</summary>
    Cosh,

    /// <summary>Hyperbolic tangent, in (-1, 1).</summary>
    Tanh,

    /// <summary>Inverse hyperbolic sine.</summary>
    Asinh,

    /// <summary>Inverse hyperbolic cosine, nonnegative; undefined below 1.</summary>
    Acosh,

    /// <summary>Inverse hyperbolic tangent; undefined outside (-1, 1).</summary>
    Atanh,

    /// <summary>Real cube root, odd.</summary>
    Cbrt,

    /// <summary>Error function, in (-1, 1).</summary>
    Erf,

    /// <summary>Complementary error function 1 - erf, in (0, 2).</summary>
    Erfc,
}
