using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes;

/// <summary>Enclosures of first and second derivatives of operations, where they are twice continuously differentiable.</summary>
/// <param name="Left">The derivative by the first operand.</param>
/// <param name="Right">The derivative by the second operand.</param>
/// <param name="LeftLeft">The second derivative by the first operand.</param>
/// <param name="LeftRight">The mixed derivative.</param>
/// <param name="RightRight">The second derivative by the second operand.</param>
internal readonly record struct OperationCurvature(Interval Left, Interval Right, Interval LeftLeft, Interval LeftRight, Interval RightRight)
{
    /// <summary>The derivatives of an operation of one operand; not bounded where it is not smooth on the operand.</summary>
    /// <param name="step">The instruction.</param>
    /// <param name="x">The operand.</param>
    /// <param name="value">The natural extension of the operation.</param>
    public static OperationCurvature Unary(in Instruction step, Interval x, Interval value)
    {
        Interval first = OperationSlopes.Unary(step, x, value);
        Interval second = step.Operation switch
        {
            Operation.Negate => 0,
            Operation.Abs => first.IsPoint ? 0 : Interval.Entire,
            Operation.Power when step.Exponent is 0 or 1 => 0,
            Operation.Power => Interval.Point((double)step.Exponent * (step.Exponent - 1)) * Interval.Pow(x, step.Exponent - 2),
            Operation.Sqrt => Interval.Point(-0.25) / (x * value),
            Operation.Exp => value,
            Operation.Log => -Interval.Reciprocal(Interval.Square(x)),
            Operation.Sin or Operation.Cos => -value,
            Operation.Tan => 2 * value * (1 + Interval.Square(value)),
            Operation.Atan => -2 * x / Interval.Square(1 + Interval.Square(x)),
            Operation.Asin => x / Interval.Pow(OperationSlopes.Cathetus(x), 3),
            Operation.Acos => -x / Interval.Pow(OperationSlopes.Cathetus(x), 3),
            Operation.Sinc => Interval.SincSecondDerivative(x),
            Operation.VersineQuotient => Interval.VersineQuotientSecondDerivative(x),
            Operation.SineDefect => Interval.SineDefectSecondDerivative(x),
            _ => Interval.Entire,
        };
        return new(first, 0, second, 0, 0);
    }

    /// <summary>The derivatives of an operation of two operands; not bounded where it is not smooth on the operands.</summary>
    /// <param name="operation">Any binary operation.</param>
    /// <param name="x">First operand.</param>
    /// <param name="y">Second operand.</param>
    /// <param name="value">The natural extension of the operation.</param>
    public static OperationCurvature Binary(Operation operation, Interval x, Interval y, Interval value)
    {
        (Interval left, Interval right) = OperationSlopes.Binary(operation, x, y, value);
        switch (operation)
        {
            case Operation.Add:
            case Operation.Subtract:
                return new(left, right, 0, 0, 0);
            case Operation.Multiply:
                return new(left, right, 0, 1, 0);
            case Operation.Divide:
                Interval square = Interval.Square(y);
                return new(left, right, 0, -Interval.Reciprocal(square), 2 * value / square);
            default: // the smaller or the larger operand: smooth only where it is always the same one
                return left.IsPoint ? new(left, right, 0, 0, 0) : new(left, right, Interval.Entire, Interval.Entire, Interval.Entire);
        }
    }

    /// <summary>True when every derivative is bounded.</summary>
    public bool IsSmooth => Left.IsBounded && Right.IsBounded && LeftLeft.IsBounded && LeftRight.IsBounded && RightRight.IsBounded;
}
