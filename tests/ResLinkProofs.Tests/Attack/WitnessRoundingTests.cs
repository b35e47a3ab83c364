using ResLinkProofs.Attack;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Observables;
using ResLinkProofs.Tests.Claims;

namespace ResLinkProofs.Tests.Attack;

public sealed class WitnessRoundingTests
{
    [Fact]
    public void The_witness_has_small_denominators()
    {
        Instance instance = InstanceOf(KnownClaims.Of("Product", (x, y) => x * y <= Term.Ratio(1, 4)));
        Assert.Equal("x = 1, y = 1", WitnessRounding.Confirm(instance, [0.700012345, 0.6000789])!.ToString());

        Instance disc = InstanceOf(KnownClaims.FalseOnASmallDisc);
        Assert.Equal("x = 7/10, y = 3/10", WitnessRounding.Confirm(disc, [0.70031, 0.29983])!.ToString());
    }

    [Fact]
    public void A_coordinate_that_does_not_matter_becomes_zero()
    {
        Instance instance = InstanceOf(KnownClaims.Of("One", (x, y) => x + (0 * Term.Exp(y)) <= Term.Ratio(1, 2)));
        Assert.Equal("x = 1, y = 0", WitnessRounding.Confirm(instance, [0.9, 0.3])!.ToString());
    }

    [Fact]
    public void A_violation_narrower_than_every_grid_is_confirmed_at_the_point_itself()
    {
        double third = 1.0 / 3;
        Instance instance = InstanceOf(KnownClaims.Of("Needle", (x, y) =>
            Term.Abs(x - Term.Literal(Rational.FromDouble(third))) >= Term.Literal(Rational.Parse("1e-18"))));
        Assert.Equal(Rational.FromDouble(third), WitnessRounding.Confirm(instance, [third, 0.25])!.Point[0]);
    }

    [Fact]
    public void A_point_that_violates_nothing_gives_no_witness()
    {
        Instance instance = InstanceOf(KnownClaims.True);
        Assert.Null(WitnessRounding.Confirm(instance, [0.25, 0.5]));
        Assert.Null(WitnessRounding.Confirm(instance, [double.NaN, 0.5]));
        Assert.Null(WitnessRounding.Confirm(instance, [double.PositiveInfinity, 0.5]));
    }

    [Fact]
    public void Rounding_does_not_leave_the_hypothesis()
    {
        // x + y = 1/2 exactly: most grids break the equation, halves and quarters do not.
        Instance instance = InstanceOf(KnownClaims.Of("Line", (x, y) => x >= 1, (x, y) => (x + y).EqualTo(Term.Ratio(1, 2))));
        ConfirmedWitness witness = WitnessRounding.Confirm(instance, [0.24, 0.26])!;
        Assert.Equal(new Rational(1, 2), witness.Point[0] + witness.Point[1]);
    }

    [Fact]
    public void A_point_on_the_boundary_of_a_ball_may_be_the_witness()
    {
        // |W|_2 at most 1/10 and W[1,1] below 1/10 fails at the boundary only, which floating point cannot reach from inside.
        var claim = new NetworkProposition(
            new NetworkDomain { Radius = new Rational(1, 10), Dimensions = [1] }, _ => Formula.True, n => n[NetworkObservables.SquaredDistance] < Term.Ratio(1, 25));
        ConfirmedWitness witness = WitnessRounding.Confirm(claim.At(1), [0.0999999999, -0.0999999999])!;
        Assert.Equal("W[1,1] = 1/10, W*[1,1] = -1/10", witness.ToString());
    }

    private static Instance InstanceOf(Claim claim) => ((SearchableProposition)claim.Proposition).At(0);
}
