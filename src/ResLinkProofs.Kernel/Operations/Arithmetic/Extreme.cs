using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Operations.Arithmetic;

/// <summary>The larger or the smaller of x and y, with a kink where they are equal.</summary>
internal sealed class Extreme(bool isLarger) : BinaryOperator
{
    public override bool IsTotal => true;

    public override bool IsDefinedOn(Interval left, Interval right) => true;

    public override Rational? Exact(Rational left, Rational right) => isLarger ? Rational.Max(left, right) : Rational.Min(left, right);

    public override double Approximate(double left, double right) => isLarger ? Math.Max(left, right) : Math.Min(left, right);

    public override (double Left, double Right) Derivative(double left, double right, double value) =>
        (isLarger ? left >= right : left <= right) ? (1, 0) : (0, 1);

    private protected override Interval Image(Interval x, Interval y) => isLarger ? Interval.Max(x, y) : Interval.Min(x, y);

    private protected override (Interval Left, Interval Right) Quotients(Interval x, Interval y, Interval value) => Branch(x, y) switch
    {
        < 0 => (1, 0),
        > 0 => (0, 1),
        _ => (new Interval(0, 1), new Interval(0, 1)),
    };

    private protected override BinaryCurvature SecondDerivatives(Interval x, Interval y, Interval value) =>
        Branch(x, y) != 0 ? new(0, 0, 0) : BinaryCurvature.Unknown;

    private protected override Interval InverseLeft(Interval x, Interval y, Interval z) => Narrow(x, y, z);

    private protected override Interval InverseRight(Interval x, Interval y, Interval z) => Narrow(y, x, z);

    // Both operands lie on the far side of the result, and one of them equals it: this one, where the other cannot.
    private Interval Narrow(Interval operand, Interval other, Interval z)
    {
        Interval side = isLarger ? new(double.NegativeInfinity, z.Upper) : new(z.Lower, double.PositiveInfinity);
        return operand.Intersect(other.Intersect(z).IsEmpty ? z : side);
    }

    // -1 where it is the left operand throughout, with a tie at most at an end, +1 for the right one;
    // 0 for neither, and for equal points: alone, a tie is no branch.
    private int Branch(Interval x, Interval y)
    {
        bool left = isLarger ? y.Upper <= x.Lower : x.Upper <= y.Lower;
        bool right = isLarger ? x.Upper <= y.Lower : y.Upper <= x.Lower;
        return left == right ? 0 : left ? -1 : 1;
    }
}
