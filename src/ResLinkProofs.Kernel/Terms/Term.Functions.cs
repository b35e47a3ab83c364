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
}
