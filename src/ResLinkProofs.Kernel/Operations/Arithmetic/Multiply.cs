using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Operations.Arithmetic;

/// <summary>x y.</summary>
internal sealed class Multiply : BinaryOperator
{
    public override bool IsTotal => true;

    public override bool IsDefinedOn(Interval left, Interval right) => true;

    public override Rational? Exact(Rational left, Rational right) => left * right;

    public override double Approximate(double left, double right) => left * right;

    public override (double Left, double Right) Derivative(double left, double right, double value) => (right, left);

    /// <summary>
    /// A superset of { x in <paramref name="factor"/> : x y in <paramref name="products"/> for some y in <paramref name="other"/> }.
    /// </summary>
    /// <param name="factor">The factor to be narrowed.</param>
    /// <param name="other">The other factor.</param>
    /// <param name="products">The products.</param>
    internal static Interval Factor(Interval factor, Interval other, Interval products)
    {
        (Interval first, Interval second) = Interval.DivideExtended(products, other);
        return factor.Intersect(first).Hull(factor.Intersect(second));
    }

    private protected override Interval Image(Interval x, Interval y) => x * y;

    // u1 u2 - v1 v2 = u2 (u1 - v1) + v1 (u2 - v2)
    private protected override (Interval Left, Interval Right) Quotients(Interval x, Interval y, Interval value) => (y, x);

    private protected override BinaryCurvature SecondDerivatives(Interval x, Interval y, Interval value) => new(0, 1, 0);

    private protected override Interval InverseLeft(Interval x, Interval y, Interval z) => Factor(x, y, z);

    private protected override Interval InverseRight(Interval x, Interval y, Interval z) => Factor(y, x, z);
}
