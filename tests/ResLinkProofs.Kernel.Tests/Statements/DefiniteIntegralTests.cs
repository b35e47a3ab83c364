using System.Diagnostics;
using ResLinkProofs.Kernel.Integrals;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using Xunit.Abstractions;

namespace ResLinkProofs.Kernel.Tests.Statements;

/// <summary>Certified quadrature against values that are known otherwise.</summary>
public sealed class DefiniteIntegralTests(ITestOutputHelper output)
{
    private static readonly Term X = Term.Variable("x");

    [Fact]
    public void Ahmeds_integral_is_five_pi_squared_over_96()
    {
        Term root = Term.Sqrt(Term.Square(X) + 2);
        Interval value = Measure("Ahmed", Term.Atan(root) / (root * (Term.Square(X) + 1)), 0, 1);
        Assert.False(value.IsDisjointFrom(5 * Interval.Square(Interval.Pi) / 96));
        Assert.InRange(value.Width, 0, 1e-10);
    }

    // Beyond 6 the integrand is at most x/6 e^(-x^2), whose integral is e^(-36) / 12.
    [Fact]
    public void The_integral_of_the_bell_over_the_line_is_the_root_of_pi()
    {
        Interval tail = (Interval.Exp(-36) / 12).Hull(0);
        Interval value = Measure("bell", Term.Exp(-Term.Square(X)), -6, 6) + (2 * tail);
        Assert.False(value.IsDisjointFrom(Interval.Sqrt(Interval.Pi)));
        Assert.InRange(value.Width, 0, 1e-10);
    }

    // Beyond 9 softplus x is at most x + log 2, hence 2x, and before -9 at most 1, hence |x|: the tails together are at most 3 e^(-81/2) / sqrt(2 pi).
    [Fact]
    public void The_expectation_of_softplus_of_a_gaussian_is_what_the_trapezoidal_rule_gives()
    {
        Term density = Term.Exp(-Term.Square(X) / 2) / Term.Sqrt(2 * Term.Pi);
        Interval tail = (3 * Interval.Exp(Interval.Point(-40.5))).Hull(0);
        Interval value = Measure("softplus", Term.Log(1 + Term.Exp(X)) * density, -9, 9) + tail;
        double trapezoid = 0;
        for (int i = -4000; i <= 4000; i++)
        {
            double x = i / 200.0; // exponentially accurate for an analytic integrand that decays on both sides
            trapezoid += Math.Log(1 + Math.Exp(x)) * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI) / 200;
        }

        Assert.InRange(trapezoid, value.Lower - 1e-13, value.Upper + 1e-13);
        Assert.InRange(value.Width, 0, 1e-10);
    }

    public static TheoryData<string> Primitives =>
    [
        "sin", "cos", "tan", "exp", "log", "sqrt", "atan", "asin", "acos", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "erf", "erfc", "cbrt", "power", "real power", "reciprocal",
        "abs", "max",
    ];

    // F(1/2 + s) - F(1/4 + s) where s = 1 for arcosh, 0 otherwise.
    [Theory]
    [MemberData(nameof(Primitives))]
    public void Every_rule_gives_the_difference_of_its_primitive(string name)
    {
        Term square = Term.Square(X), gauss = Term.Exp(-square) / Term.Sqrt(Term.Pi);
        (Term f, Term primitive) = name switch
        {
            "sin" => (Term.Sin(X), -Term.Cos(X)),
            "cos" => (Term.Cos(X), Term.Sin(X)),
            "tan" => (Term.Tan(X), -Term.Log(Term.Cos(X))),
            "exp" => (Term.Exp(X), Term.Exp(X)),
            "log" => (Term.Log(X), (X * Term.Log(X)) - X),
            "sqrt" => (Term.Sqrt(X), Term.Ratio(2, 3) * X * Term.Sqrt(X)),
            "atan" => (Term.Atan(X), (X * Term.Atan(X)) - (Term.Log(1 + square) / 2)),
            "asin" => (Term.Asin(X), (X * Term.Asin(X)) + Term.Sqrt(1 - square)),
            "acos" => (Term.Acos(X), (X * Term.Acos(X)) - Term.Sqrt(1 - square)),
            "sinh" => (Term.Sinh(X), Term.Cosh(X)),
            "cosh" => (Term.Cosh(X), Term.Sinh(X)),
            "tanh" => (Term.Tanh(X), Term.Log(Term.Cosh(X))),
            "asinh" => (Term.Asinh(X), (X * Term.Asinh(X)) - Term.Sqrt(1 + square)),
            "acosh" => (Term.Acosh(X), (X * Term.Acosh(X)) - Term.Sqrt(square - 1)),
            "atanh" => (Term.Atanh(X), (X * Term.Atanh(X)) + (Term.Log(1 - square) / 2)),
            "erf" => (Term.Erf(X), (X * Term.Erf(X)) + gauss),
            "erfc" => (Term.Erfc(X), (X * Term.Erfc(X)) - gauss),
            "cbrt" => (Term.Cbrt(X), Term.Ratio(3, 4) * X * Term.Cbrt(X)),
            "power" => (Term.Pow(X, 5), Term.Pow(X, 6) / 6),
            "real power" => (Term.Pow(X, Term.Ratio(3, 2)), Term.Ratio(2, 5) * square * Term.Sqrt(X)),
            "reciprocal" => (Term.Pow(X, -3), -Term.Pow(X, -2) / 2),
            "abs" => (Term.Abs(X), square / 2),
            _ => (Term.Max(X, -X) * Term.Min(X, 3 - X), X * square / 3),
        };
        Rational shift = name == "acosh" ? 1 : 0;
        Interval low = Interval.Enclose(shift + new Rational(1, 4)), high = Interval.Enclose(shift + new Rational(1, 2));
        IntegralEnclosure found = new DefiniteIntegral(f, "x").Enclose(low, high, 1e-14, 50);
        Interval expected = At(primitive, high) - At(primitive, low);
        Assert.False(found.Value.IsDisjointFrom(expected), $"{name}: {found.Value}, {expected}");
        Assert.InRange(found.Value.Width, 0, 1e-12);
        Assert.True(found.Value.IsDisjointFrom(expected + Interval.Point(1e-11)), "the check notices 1e-11");
    }

    [Fact]
    public void Kinks_and_singular_ends_cost_width_and_not_soundness()
    {
        IntegralEnclosure kink = new DefiniteIntegral(Term.Abs(X - Term.Ratio(1, 3)), "x").Enclose(0, 1, 1e-9, 200);
        Assert.True(kink.Value.Contains(new Rational(5, 18)) && kink.Value.Width < 1e-9, kink.Value.ToString());
        IntegralEnclosure root = new DefiniteIntegral(Term.Sqrt(X), "x").Enclose(0, 1, 1e-9, 200);
        Assert.True(root.Value.Contains(new Rational(2, 3)) && root.Value.Width < 1e-8, root.Value.ToString());
        Assert.False(new DefiniteIntegral(1 / X, "x").Enclose(0, 1, 1e-3, 100).Value.IsBounded);
        Assert.True(new DefiniteIntegral(1 / X, "x").Enclose(-1, 1, 1e-3, 100).Value.IsEntire);
        Assert.True(new DefiniteIntegral(Term.Log(X), "x").Enclose(-2, -1, 1e-3, 100).Value.IsEntire);
    }

    [Fact]
    public void Parameters_range_over_their_intervals_and_inexact_ends_are_covered()
    {
        var ranges = new Dictionary<string, Interval> { ["a"] = new(1, 2) };
        Interval value = new DefiniteIntegral(Term.Exp(Term.Variable("a") * X), "x", ranges).Enclose(0, 1, 1e-9, 50).Value;
        Assert.True(value.Contains(new Interval(1.7182818284590453, 3.194528049465325)), value.ToString());
        Assert.True(new DefiniteIntegral(1, "x").Enclose(new(0, 0.25), new(0.5, 1), 1e-9, 10).Value is { Lower: <= 0.25, Upper: >= 1 });
        Assert.Throws<ArgumentException>(() => new DefiniteIntegral(X, "x").Enclose(1, 0, 1e-9, 10));
        Assert.Throws<ArgumentException>(() => new DefiniteIntegral(X, "x").Enclose(0, new(1, double.PositiveInfinity), 1e-9, 10));
    }

    private static Interval At(Term term, Interval x)
    {
        var tape = Kernel.Tapes.Tape.Compile(["x"], [term]);
        var slots = new Interval[tape.Length];
        Kernel.Tapes.IntervalEvaluation.Run(tape, [x], slots);
        return slots[tape.Outputs[0]];
    }

    private Interval Measure(string name, Term f, int low, int high)
    {
        var integral = new DefiniteIntegral(f, "x");
        var clock = Stopwatch.StartNew();
        IntegralEnclosure found = integral.Enclose(low, high, 1e-11, 1000);
        output.WriteLine($"{name}: {found.Value}, width {found.Value.Width:g3}, {found.Pieces} pieces, {clock.Elapsed.TotalMilliseconds:f1} ms");
        return found.Value;
    }
}
