using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Reasoning;

/// <summary>
/// The point about which a curvature step expands. The bound on the Hessian holds over the box only, so a point outside it would prove false statements:
/// sin x reaches 1/2 on [0, 3] and is concave there, but the tangent at 2 - 2 pi, whose slope is one of those over the box, lies below 0 all over it.
/// </summary>
public sealed class CurvaturePointTests
{
    private const double Bound = 0.01;

    [Theory]
    [InlineData(2 - (2 * Math.PI))]
    [InlineData(-1e-300)]
    [InlineData(3.0000000000000004)]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void A_point_outside_the_box_expands_nothing(double point) =>
        Assert.DoesNotContain(true, Outcomes(Term.Ratio(1, 2), point));

    [Theory]
    [InlineData(0)]
    [InlineData(1.5)]
    [InlineData(3)]
    public void Within_the_box_only_what_is_false_is_refuted(double point)
    {
        Assert.DoesNotContain(true, Outcomes(Term.Ratio(1, 2), point));
        Assert.Contains(true, Outcomes(Term.Literal(Rational.FromDouble(4)), point));
    }

    // Every node, as no index is promised: what the step says of the formula sin x >= level on [0, 3].
    private static bool[] Outcomes(Term level, double point)
    {
        Term x = Term.Variable("x");
        var statement = new Statement([new RealVariable("x", 0, 3)], Term.Sin(x) >= level, Formula.False);
        var reasoner = new BoxReasoner(EmptinessProblem.Of(statement));
        return [.. Enumerable.Range(0, reasoner.Problem.Nodes.Count).Select(node => reasoner.IsRefutedByCurvature(node, Bound, [point]))];
    }
}
