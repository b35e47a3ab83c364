using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Expansions;

/// <summary>Enclosures of the coefficients at every point of a box; it refuses what may be undefined or not smooth there.</summary>
internal sealed class IntervalCoefficients : CoefficientArithmetic<Interval>
{
    public override Interval Pi => Interval.Pi;

    public override Interval Constant(Rational value) => Interval.Enclose(value);

    public override Interval Add(Interval left, Interval right) => left + right;

    public override Interval Multiply(Interval left, Interval right) => left * right;

    public override Interval Divide(Interval left, Interval right) => right.Contains(0.0) ? Interval.Entire : left / right;

    public override Interval Square(Interval value) => Interval.Square(value);

    public override Interval Value(Operation operation, int exponent, Interval operand) =>
        Operators.Unary(operation, exponent).Enclose(operand);

    public override Interval Value(Operation operation, Interval left, Interval right) => Operators.Binary(operation).Enclose(left, right);

    public override bool Admits(Tape tape, int slot, Interval left, Interval right, bool isExpanded)
    {
        Operation operation = tape.Instructions[slot].Operation;
        bool isDefined = Term.IsBinary(operation) ? tape.Binary(slot).IsDefinedOn(left, right) : tape.Unary(slot).IsDefinedOn(left);
        return isDefined && (!isExpanded || operation switch
        {
            Operation.Add or Operation.Subtract or Operation.Multiply or Operation.Divide or Operation.Negate or Operation.Power => true,
            Operation.Exp or Operation.Sin or Operation.Cos or Operation.Tan or Operation.Atan or Operation.Log => true,
            Operation.Sinh or Operation.Cosh or Operation.Tanh or Operation.Erf or Operation.Erfc => true,
            Operation.Sqrt => left.Lower > 0,
            Operation.Asin or Operation.Acos => left.Lower > -1 && left.Upper < 1,
            _ => false,
        });
    }
}
