using ResLinkProofs.Attack;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Tests.Claims;

namespace ResLinkProofs.Tests.Attack;

public sealed class WitnessRoundingTests
{
    [Fact]
    public void The_witness_has_small_denominators()
    {
        Statement statement = KnownClaims.StatementOf(KnownClaims.Of("Product", (x, y) => x * y <= Term.Ratio(1, 4)));
        Assert.Equal("x = 1, y = 1", WitnessRounding.Confirm(statement, [0.700012345, 0.6000789])!.ToString());

        Statement disc = KnownClaims.StatementOf(KnownClaims.FalseOnASmallDisc);
        Assert.Equal("x = 7/10, y = 3/10", WitnessRounding.Confirm(disc, [0.70031, 0.29983])!.ToString());
    }

    [Fact]
    public void A_coordinate_that_does_not_matter_becomes_zero()
    {
        Statement statement = KnownClaims.StatementOf(KnownClaims.Of("One", (x, y) => x + (0 * Term.Exp(y)) <= Term.Ratio(1, 2)));
        Assert.Equal("x = 1, y = 0", WitnessRounding.Confirm(statement, [0.9, 0.3])!.ToString());
    }

    [Fact]
    public void A_violation_narrower_than_every_grid_is_confirmed_at_the_point_itself()
    {
        double third = 1.0 / 3;
        Statement statement = KnownClaims.StatementOf(KnownClaims.Of("Needle", (x, y) =>
            Term.Abs(x - Term.Literal(Rational.FromDouble(third))) >= Term.Literal(Rational.Parse("1e-18"))));
        Assert.Equal(Rational.FromDouble(third), WitnessRounding.Confirm(statement, [third, 0.25])!.Point[0]);
    }

    [Fact]
    public void A_point_that_violates_nothing_gives_no_witness()
    {
        Statement statement = KnownClaims.StatementOf(KnownClaims.True);
        Assert.Null(WitnessRounding.Confirm(statement, [0.25, 0.5]));
        Assert.Null(WitnessRounding.Confirm(statement, [double.NaN, 0.5]));
        Assert.Null(WitnessRounding.Confirm(statement, [double.PositiveInfinity, 0.5]));
    }

    [Fact]
    public void Rounding_does_not_leave_the_hypothesis()
    {
        // x + y = 1/2 exactly: most grids break the equation, halves and quarters do not.
        Statement statement = KnownClaims.StatementOf(KnownClaims.Of("Line", (x, y) => x >= 1, (x, y) => (x + y).EqualTo(Term.Ratio(1, 2))));
        ConfirmedWitness witness = WitnessRounding.Confirm(statement, [0.24, 0.26])!;
        Assert.Equal(new Rational(1, 2), witness.Point[0] + witness.Point[1]);
    }
}
