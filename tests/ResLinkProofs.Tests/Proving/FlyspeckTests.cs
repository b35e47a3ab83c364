using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving;

namespace ResLinkProofs.Tests.Proving;

/// <summary>
/// Inequalities between the dihedral angle of a simplex and its six edges, from the formal proof of the Kepler conjecture (flyspeck), by
/// their numbers there: arctangents of quotients by square roots, of slacks from 4e-5 to 5e-4. The bound is moved by a shift.
/// </summary>
public sealed class FlyspeckTests
{
    private static readonly Term[] Edge = [.. Enumerable.Range(1, 6).Select(i => Term.Variable($"y{i}"))];

    [Theory]
    [InlineData("5490182221", "0", 500)]
    [InlineData("5735387903", "0", 5_000)]
    [InlineData("9922699028", "0", 10_000)]
    [InlineData("3296257235", "0", 30_000)]
    [InlineData("3318775219", "0.00027", 40_000)] // slack 5e-4
    [InlineData("3318775219", "0", 40_000)] // slack 2.3e-4
    public void It_is_proved_in_so_many_boxes(string name, string shift, long boxes)
    {
        ProofOutcome outcome = Prover.Prove(Inequality(name, Rational.Parse(shift)), new ProofBudget { Boxes = boxes });
        Assert.IsType<Proved>(outcome);
    }

    [Theory]
    [InlineData("5490182221", "-0.0005")]
    [InlineData("5735387903", "-0.0006")]
    [InlineData("9922699028", "-0.0002")]
    [InlineData("3296257235", "-0.00005")]
    [InlineData("3318775219", "-0.00024")]
    public void Just_past_the_optimum_it_is_refuted(string name, string shift) =>
        Assert.IsType<Refuted>(Prover.Prove(Inequality(name, Rational.Parse(shift))));

    private static Statement Inequality(string name, Rational shift)
    {
        Term angle = DihedralAngle([.. Edge.Select(Term.Square)]), around = Edge[1] + Edge[2] + Edge[4] + Edge[5] - 8;
        bool isFlat = name is "9922699028" or "3318775219";
        Term fourth = Edge[3] - Q(isFlat ? "2.52" : "2"), first = Edge[0] - 2;
        Term difference = name switch
        {
            "5490182221" => Q("1.893") - angle,
            "5735387903" => angle - Q("0.852"),
            "3296257235" => Q("1.231") - angle - (Q("0.152") * around) + (Q("0.5") * first) + (Q("0.773") * fourth),
            "9922699028" => Q("1.6294") - angle - (Q("0.2213") * around) + (Q("0.913") * fourth) + (Q("0.728") * first),
            "3318775219" => angle - Q("1.629") + (Q("0.414") * around) - (Q("0.763") * fourth) - (Q("0.315") * first),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "unknown inequality"),
        };
        IEnumerable<RealVariable> edges = Edge.Select((y, i) => isFlat && i == 3
            ? new RealVariable(y.Name!, Rational.Parse("2.52"), Rational.Parse("2.8285")) // to just above the root of 8
            : new RealVariable(y.Name!, 2, Rational.Parse("2.52")));
        return new([.. edges], Formula.True, difference + Term.Literal(shift) > 0);
    }

    // At the first edge, of squared edges: pi/2 - arctan(D4 / sqrt(4 x1 D)), D the Cayley-Menger polynomial, D4 its derivative by x4.
    private static Term DihedralAngle(Term[] x)
    {
        Term volume = (x[0] * x[3] * (x[1] - x[0] + x[2] - x[3] + x[4] + x[5])) + (x[1] * x[4] * (x[0] - x[1] + x[2] + x[3] - x[4] + x[5]))
            + (x[2] * x[5] * (x[0] + x[1] - x[2] + x[3] + x[4] - x[5])) - (x[1] * x[2] * x[3]) - (x[0] * x[2] * x[4]) - (x[0] * x[1] * x[5])
            - (x[3] * x[4] * x[5]);
        Term slope = (x[1] * x[4]) + (x[2] * x[5]) - (x[1] * x[2]) - (x[0] * x[3]) - (x[4] * x[5])
            + (x[0] * (x[1] - x[0] + x[2] - x[3] + x[4] + x[5]));
        return (Term.Pi / 2) - Term.Atan(slope / Term.Sqrt(4 * x[0] * volume));
    }

    private static Term Q(string value) => Term.Literal(Rational.Parse(value));
}
