using ResLinkProofs.Kernel.Operations.Arithmetic;
using ResLinkProofs.Kernel.Operations.Elementary;
using ResLinkProofs.Kernel.Operations.Entire;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Operations;

/// <summary>Finds the operator of an operation.</summary>
public static class Operators
{
    private static readonly UnaryOperator NegateRule = new Negate(),
        AbsRule = new Abs(), SqrtRule = new Sqrt(), ExpRule = new Exp(), LogRule = new Log(),
        SinRule = new Sin(), CosRule = new Cos(), TanRule = new Tan(), AtanRule = new Atan(), AsinRule = new Asin(), AcosRule = new Acos(),
        SincRule = new Sinc(), VersineRule = new VersineQuotient(),
        SineDefectRule = new SineDefect(), ArcsineDefectRule = new ArcsineDefect(),
        SinhRule = new Sinh(), CoshRule = new Cosh(), TanhRule = new Tanh(), AsinhRule = new Asinh(),
        AcoshRule = new Acosh(), AtanhRule = new Atanh(), CbrtRule = new Cbrt(), ErfRule = new Erf(), ErfcRule = new Erfc();

    private static readonly BinaryOperator AddRule = new Add(),
        SubtractRule = new Subtract(), MultiplyRule = new Multiply(), DivideRule = new Divide(),
        MinRule = new Extreme(isLarger: false), MaxRule = new Extreme(isLarger: true), RealPowerRule = new RealPower(),
        ArgumentRule = new Argument();

    /// <summary>The operator of an operation of one operand.</summary>
    /// <param name="operation">An operation of one operand.</param>
    /// <param name="exponent">The exponent of <see cref="Operation.Power"/>; ignored otherwise.</param>
    /// <exception cref="ArgumentOutOfRangeException">The operation does not have one operand.</exception>
    public static UnaryOperator Unary(Operation operation, int exponent = 0) => operation switch
    {
        Operation.Negate => NegateRule,
        Operation.Abs => AbsRule,
        Operation.Power => new Power(exponent),
        Operation.Sqrt => SqrtRule,
        Operation.Exp => ExpRule,
        Operation.Log => LogRule,
        Operation.Sin => SinRule,
        Operation.Cos => CosRule,
        Operation.Tan => TanRule,
        Operation.Atan => AtanRule,
        Operation.Asin => AsinRule,
        Operation.Acos => AcosRule,
        Operation.Sinc => SincRule,
        Operation.VersineQuotient => VersineRule,
        Operation.SineDefect => SineDefectRule,
        Operation.ArcsineDefect => ArcsineDefectRule,
        Operation.Sinh => SinhRule,
        Operation.Cosh => CoshRule,
        Operation.Tanh => TanhRule,
        Operation.Asinh => AsinhRule,
        Operation.Acosh => AcoshRule,
        Operation.Atanh => AtanhRule,
        Operation.Cbrt => CbrtRule,
        Operation.Erf => ErfRule,
        Operation.Erfc => ErfcRule,
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not an operation of one operand."),
    };

    /// <summary>The operator of an operation of two operands.</summary>
    /// <param name="operation">An operation of two operands.</param>
    /// <exception cref="ArgumentOutOfRangeException">The operation does not have two operands.</exception>
    public static BinaryOperator Binary(Operation operation) => operation switch
    {
        Operation.Add => AddRule,
        Operation.Subtract => SubtractRule,
        Operation.Multiply => MultiplyRule,
        Operation.Divide => DivideRule,
        Operation.Min => MinRule,
        Operation.Max => MaxRule,
        Operation.RealPower => RealPowerRule,
        Operation.Argument => ArgumentRule,
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "Not an operation of two operands."),
    };
}
