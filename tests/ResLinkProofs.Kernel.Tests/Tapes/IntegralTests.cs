using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Kernel.Tests.Certificates;

namespace ResLinkProofs.Kernel.Tests.Tapes;

/// <summary>Enclosures of integrals: known values, kinks, poles, ends, parameters, names, tails.</summary>
public sealed class IntegralTests
{
    private static readonly Term T = Term.Variable("t"), P = Term.Variable("p"), Q = Term.Variable("q");
    private static readonly Term GaussianDensity = Term.Exp(-Term.Square(T) / 2) / Term.Sqrt(2 * Term.Pi);

    /// <summary>Integrals without parameters and what they are.</summary>
    public static TheoryData<string, Term, Term> Known() => new()
    {
        {
            "Ahmed",
            Term.Integral(T, 0, 1, Term.Atan(Term.Sqrt(Term.Square(T) + 2)) / (Term.Sqrt(Term.Square(T) + 2) * (Term.Square(T) + 1))),
            5 * Term.Square(Term.Pi) / 96
        },
        { "Gauss over the line", Term.Integral(T, null, null, Term.Exp(-Term.Square(T))), Term.Sqrt(Term.Pi) },
        { "Gauss above a bound", Term.Integral(T, Term.Ratio(-1, 2), null, Term.Exp(-Term.Square(T))), Term.Sqrt(Term.Pi) * Term.Erfc(Term.Ratio(-1, 2)) / 2 },
        { "Gauss below a bound", Term.Integral(T, null, Term.Ratio(3, 4), Term.Exp(-Term.Square(T))), Term.Sqrt(Term.Pi) * Term.Erfc(Term.Ratio(-3, 4)) / 2 },
        { "Gamma(4)", Term.Integral(T, 0, null, Term.Pow(T, 3) * Term.Exp(-T)), 6 },
        { "a factor that cancels", Term.Integral(T, null, 0, Term.Sqrt(1 - T) * Term.Exp(T) / Term.Sqrt(1 - T)), 1 },
        { "log of a sum in the tail", Term.Integral(T, 0, null, Term.Log(1 + Term.Exp(-T)) * Term.Exp(-T)), (2 * Term.Log(2)) - 1 },
        { "derivative of a softplus", Term.Integral(T, null, null, GaussianDensity / (1 + Term.Exp(-T))), Term.Ratio(1, 2) },
        { "from 1 to 0", Term.Integral(T, 1, 0, Term.Square(T)), Term.Ratio(-1, 3) },
        { "from pi to 0", Term.Integral(T, Term.Pi, 0, Term.Sin(T)), -2 },
        { "a kink", Term.Integral(T, 0, 1, Term.Abs(T - Term.Ratio(1, 3))), Term.Ratio(5, 18) },
        { "a kink at an end", Term.Integral(T, -1, 2, Term.Max(T, 0)), 2 },
        { "a tie inside", Term.Integral(T, 0, 1, Term.Min(T, 1 - T)), Term.Ratio(1, 4) },
        { "a jump", Term.Integral(T, 0, 1, Term.Ite(T > Term.Ratio(1, 4), T, -T)), Term.Ratio(7, 16) },
        { "an end of a domain", Term.Integral(T, 0, 1, Term.Sqrt(T)), Term.Ratio(2, 3) },
        { "nested", Term.Integral(T, 0, 1, Term.Integral(Q, 0, 2, T * Q * Term.Exp(0 * T))), 1 },
        { "nested, under the same name", Term.Integral(T, 0, 2, T * Term.Integral(T, 0, 1, T)), 1 },
        { "a wide range", Term.Integral(T, -100, 100, Term.Exp(-Term.Square(T))), Term.Sqrt(Term.Pi) },
        { "equal bounds", Term.Integral(T, 3, 3, Term.Exp(T)), 0 },
    };

    /// <summary>Integrals that have no value, or none that is shown.</summary>
    public static TheoryData<string, Term> Undefined() => new()
    {
        { "a pole inside", Term.Integral(T, -1, 1, 1 / T) },
        { "a pole of even order", Term.Integral(T, -1, 2, 1 / Term.Square(T)) },
        { "a pole at the lower end", Term.Integral(T, 0, 1, 1 / T) },
        { "a pole at the upper end", Term.Integral(T, -1, 0, 1 / T) },
        { "a pole, bounds reversed", Term.Integral(T, 1, 0, 1 / T) },
        { "a pole where both bounds are", Term.Integral(T, 0, 0, 1 / T) },
        { "undefined on a part", Term.Integral(T, 0, 1, Term.Sqrt(T - Term.Ratio(1, 2))) },
        { "undefined on a part, squared", Term.Integral(T, 0, 1, Term.Square(Term.Sqrt(T - Term.Ratio(1, 2)))) },
        { "defined and not integrable", Term.Integral(T, 0, 1, Term.Ite(T > 0, 1 / T, 0)) },
        { "a logarithm at zero", Term.Integral(T, 0, 1, Term.Log(T)) },
        { "no tail", Term.Integral(T, 0, null, 1) },
        { "a slow tail", Term.Integral(T, 1, null, 1 / T) },
        { "a growing tail", Term.Integral(T, 0, null, Term.Exp(T)) },
        { "a tail that waves", Term.Integral(T, 0, null, Term.Sin(T)) },
        { "a tail that grows as fast as it decays", Term.Integral(T, 0, null, Term.Exp(T) * Term.Exp(-T)) },
        { "a tail that is undefined far out", Term.Integral(T, 0, null, Term.Exp(-T) / (T - 1000)) },
        { "an exponent that turns", Term.Integral(T, 0, null, Term.Exp(2 * Term.Sin(T))) },
        { "a sum of which one part decays", Term.Integral(T, 0, null, Term.Exp(-T) + 1) },
        { "one side decays", Term.Integral(T, null, null, Term.Exp(-T)) },
        { "a bound is undefined", Term.Integral(T, 0, 1 / (P - P), 1) },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Known_integrals_are_enclosed_narrowly(string name, Term integral, Term value)
    {
        (Interval enclosure, bool isDefined) = At(integral);
        (Interval expected, _) = At(value);
        Assert.True(isDefined, name);
        Assert.False(enclosure.IsDisjointFrom(expected), $"{name}: {enclosure}, {expected}");
        double allowed = name.StartsWith("nested", StringComparison.Ordinal) || name is "an end of a domain" ? 0.1 : 1e-10;
        Assert.True(enclosure.Width <= allowed, $"{name}: {enclosure}");
        Assert.Null(RationalEvaluation.Run(Tape.Compile(["p"], [integral]), [1])[^1]);
    }

    [Fact]
    public void The_softplus_of_a_Gaussian_is_enclosed()
    {
        (Interval mean, _) = At(Term.Integral(T, null, null, Term.Log(1 + Term.Exp(T)) * GaussianDensity));
        Assert.True(mean.Width <= 1e-10 && mean.Lower > 0.80605918333 && mean.Upper < 0.80605918345, $"{mean}");
    }

    [Theory]
    [MemberData(nameof(Undefined))]
    public void Where_an_integral_may_not_exist_nothing_is_said(string name, Term integral)
    {
        (Interval enclosure, bool isDefined) = At(integral);
        Assert.False(isDefined, name);
        Assert.True(enclosure.IsEntire, $"{name}: {enclosure}");
    }

    [Fact]
    public void Every_operation_is_integrated_as_quadrature_in_floating_point_does()
    {
        Term t = Term.Ratio(1, 3) + (T / 5);
        Term[] bodies =
        [
            t + Term.Exp(t), t - Term.Sin(t), t * Term.Cos(t), Term.Sin(t) / t, -Term.Exp(t), Term.Abs(Term.Sin(t)), Term.Min(t, Term.Square(t) + 1), Term.Max(t, Term.Square(t)),
            Term.Pow(t, 5), Term.Pow(t, -3), Term.Pow(T, 4), Term.Pow(T - 2, 20), Term.Pow(t, Term.Ratio(5, 3)), Term.Pow(t, P), Term.Pow(P, t), Term.Sqrt(t), Term.Cbrt(t), Term.Cbrt(-t), Term.Exp(Term.Square(t)),
            Term.Log(t), Term.Sin(3 * t), Term.Cos(Term.Square(t)), Term.Tan(t), Term.Atan(2 * t), Term.Asin(t), Term.Acos(t), Term.Sinh(t), Term.Cosh(t), Term.Tanh(4 * t),
            Term.Asinh(t), Term.Acosh(1 + t), Term.Atanh(t), Term.Erf(t), Term.Erfc(2 * t), Term.Ite(t > -1, Term.Exp(t), Term.Log(t - 100)), Term.Log(1 + Term.Exp(P * T)), Term.Exp(Q) * t,
        ];
        foreach (Term body in bodies)
        {
            Tape tape = Tape.Compile(["p", "q"], [Term.Integral(T, -1, Q, body)]);
            var slots = new Interval[tape.Length];
            var values = new double[tape.Length];
            IntervalEvaluation.Run(tape, [Interval.Point(1.25), Interval.Point(0.875)], slots);
            DoubleEvaluation.Run(tape, [1.25, 0.875], values);
            double size = 1 + Math.Abs(values[^1]);
            Assert.True(slots[^1].Width < 1e-11 * size, $"{body}: {slots[^1]}");
            Assert.False(slots[^1].IsDisjointFrom(new Interval(values[^1] - (1e-9 * size), values[^1] + (1e-9 * size))), $"{body}: {slots[^1]}, {values[^1]:R}");
        }
    }

    [Fact]
    public void Over_boxes_of_bounds_and_parameters_values_and_difference_quotients_are_enclosed()
    {
        Term a = Term.Variable("a"), b = Term.Variable("b");
        Term[] integrals =
        [
            Term.Integral(T, a, b, Term.Exp(P * T)), Term.Integral(T, a, b, Term.Sin(P * T) * Q), Term.Integral(T, a, b, Term.Abs(T - P)),
            Term.Integral(T, a, b, Term.Ite(T > P, Q, T)), Term.Integral(T, a, b, 1 / (T + 3 + P)), Term.Integral(T, a, Term.Exp(b), Term.Max(P * T, Q)), Term.Integral(T, P * a, b, P),
        ];
        var random = new Random(20190417);
        int bounded = 0;
        foreach (Term integral in integrals)
        {
            Tape tape = Tape.Compile(["a", "b", "p", "q"], [integral]);
            for (int trial = 0; trial < 40; trial++)
            {
                Interval[] box = [.. Enumerable.Range(0, 4).Select(_ => Side(random))], slopes = new Interval[4];
                Interval over = Enclose(tape, box, slopes);
                double[] u = Point(random, box), v = Point(random, box);
                Interval atU = Enclose(tape, Array.ConvertAll(u, Interval.Point), null), atV = Enclose(tape, Array.ConvertAll(v, Interval.Point), null);
                Assert.False(atU.IsDisjointFrom(over), $"{integral}: {atU} at a point, {over} over a box");
                Interval change = Interval.Zero;
                for (int i = 0; i < 4; i++)
                {
                    change += slopes[i] * (Interval.Point(u[i]) - Interval.Point(v[i]));
                }

                bounded += change.IsBounded ? 1 : 0;
                Assert.False((atU - atV).IsDisjointFrom(change), $"{integral}: changes by {atU - atV}, slopes say {change}");
                Assert.True(over.IsBounded || slopes.All(s => s.IsEntire || s == Interval.Zero));
            }
        }

        Assert.True(bounded > 100);
    }

    [Fact]
    public void Slopes_by_parameters_of_improper_integrals_say_nothing_and_those_by_bounds_hold()
    {
        Tape tape = Tape.Compile(["p", "q"], [Term.Integral(T, P, null, Term.Exp(-Q * T))]);
        var slopes = new Interval[2];
        Assert.True(Enclose(tape, [new Interval(0, 1), new Interval(1, 2)], slopes).IsBounded);
        Assert.True(slopes[0].Upper <= 0 && slopes[0].Lower <= -1 && slopes[0].IsBounded);
        Assert.True(slopes[1].IsEntire);
        Tape pole = Tape.Compile(["p", "q"], [Term.Integral(T, 0, 1, 1 / (T - P))]);
        Assert.False(Enclose(pole, [new Interval(0, 1), 0], slopes).IsBounded);
        Assert.True(slopes[0].IsEntire);
        // The tail has either sign.
        Interval both = Enclose(Tape.Compile(["p"], [Term.Integral(T, 0, null, P * Term.Exp(-T))]), [new Interval(-1, 1)], null);
        Assert.True(both.Contains(new Interval(-1, 1)) && both.Width < 3, $"{both}");
    }

    [Fact]
    public void The_bound_variable_captures_nothing()
    {
        Term shadowing = Term.Integral(P, 0, P, P); // p^2 / 2
        Assert.Equal("integral(t = 0 .. p, t)", shadowing.ToString());
        Assert.True(Near(At(shadowing, 3), 4.5));
        Term substituted = Substitution.Apply(Term.Integral(T, 0, 1, T + P), new Dictionary<string, Term> { ["p"] = T * P, ["t"] = 7 });
        Assert.Equal("integral(t' = 0 .. 1, t' + t·p)", substituted.ToString());
        Tape tape = Tape.Compile(["t", "p"], [substituted]);
        Assert.True(Near((Enclose(tape, [Interval.Point(5), Interval.Point(2)], null), true), 10.5));
        // Equal up to the names of bound variable and parameters: one slot.
        Tape same = Tape.Compile(["p"], [Term.Integral(T, 0, 1, T * P), Term.Integral(Q, 0, 1, Q * P)]);
        Assert.Equal(same.Outputs[0], same.Outputs[1]);
        Tape other = Tape.Compile(["p", "q"], [Term.Integral(T, 0, 1, T * P), Term.Integral(T, 0, 1, T * Q), Term.Integral(T, 0, 1, T + P)]);
        Assert.Equal(3, other.Outputs.ToArray().Distinct().Count());
        Assert.Throws<ArgumentException>(() => Term.Integral(Term.Pi, 0, 1, T));
        Assert.Throws<ArgumentException>(() => Term.Integral(T, 0, 1, Term.Integral(P, 0, T, Term.Integral(Q, 0, P, Q))));
        Assert.Throws<ArgumentException>(() => Tape.Compile(["t"], [Term.Integral(T, 0, 1, T + P)]));
    }

    [Fact]
    public void Pieces_within_an_integrand_stay_there()
    {
        // "For all t, the integral of (1 where t < 1/2, else 0) from 0 to 1 is 1/2": its condition is no case of the statement.
        Term step = Term.Integral(T, 0, 1, Term.Ite(T < Term.Ratio(1, 2), 1, 0));
        Assert.NotNull(Check(step <= Term.Ratio(51, 100)).Accepted);
        Assert.Null(Check(step <= Term.Ratio(49, 100)).Accepted);
        Assert.Null(Check(step >= Term.Ratio(51, 100)).Accepted);
    }

    [Fact]
    public void Certificates_with_integrals_are_read_as_written_and_hostile_ones_refused()
    {
        Statement statement = new([new RealVariable("p", 0, 1)], Formula.True, Term.Integral(T, 0, 1, Term.Exp(P * T) + Term.Integral(Q, 0, 1, Q * T)) <= 4);
        string text = new Certificate(EmptinessProblem.Of(statement), [new ProofStep(ProofStepKind.Values)]).ToString();
        Certificate read = Certificate.Parse(text);
        Assert.Null(CertificateChecker.Replay(read));
        Assert.NotNull(CertificateChecker.Check(read, statement).Accepted);
        string integral = text.Split('\n').Single(l => l.StartsWith("slot integral", StringComparison.Ordinal)).Split(' ')[^1];
        Assert.Equal(text, Certificate.Parse(HandWrittenProofs.Reseal(text)).ToString()); // what the forged ones below differ from
        foreach (string hostile in new[]
        {
            "[]", "[2:0]", "2:0;pi", "[2:0;pi", "[3:1;pi]", "[2:9;pi]", "[2:1;variable,0;variable,2]", "[2:1;literal,1;literal,1]", "[2:1;literal,1;add,0,1]", "[2:1;exp,0]", "[2:1;pi;exp,0,0]",
            "[2:2;variable,0]", integral.Replace("exp", "sin", StringComparison.Ordinal) + "]", "[2:1;integral,0,[2:0;pi]]", "[2:1;pi;integral,0,[2:0;pi]]", new string('[', 1000),
            "[2:1;pi;argument,0,0;integral,1,[2:0;pi;argument,0,0;integral,1,[2:0;pi;argument,0,0;integral,1,[2:0;pi]]]]", "[2:1;variable,0;variable,0]", "[2:1;pi;add,0,0;literal,0;add,1,2]",
        })
        {
            Assert.Throws<FormatException>(() => Certificate.Parse(HandWrittenProofs.Reseal(text.Replace(integral, hostile, StringComparison.Ordinal))));
        }
    }

    private static CertificateVerdict Check(Formula conclusion) =>
        CertificateChecker.Check(new Statement([new RealVariable("t", 0, 1)], Formula.True, conclusion), [new ProofStep(ProofStepKind.Values)]);

    private static bool Near((Interval Value, bool IsDefined) result, double expected) =>
        result.IsDefined && result.Value.Contains(expected) && result.Value.Width < 1e-10;

    private static (Interval Value, bool IsDefined) At(Term term, double p = 1)
    {
        Tape tape = Tape.Compile(["p"], [term]);
        var slots = new Interval[tape.Length];
        IntervalEvaluation.Run(tape, [Interval.Point(p)], slots);
        return (slots[^1], Definedness.Of(tape, slots)[^1]);
    }

    private static Interval Enclose(Tape tape, Interval[] box, Interval[]? slopes)
    {
        var slots = new Interval[tape.Length];
        IntervalEvaluation.Run(tape, box, slots);
        if (slopes is not null)
        {
            IntervalSlopes.Run(tape, slots, tape.Length - 1, new Interval[tape.Length], slopes);
        }

        return slots[^1];
    }

    private static Interval Side(Random random)
    {
        double middle = (4 * random.NextDouble()) - 2;
        return new Interval(middle, middle + (random.Next(3) * 0.3 * random.NextDouble()));
    }

    private static double[] Point(Random random, Interval[] box) => Array.ConvertAll(
        box, side => random.Next(4) switch { 0 => side.Lower, 1 => side.Upper, _ => Math.Clamp(side.Lower + (random.NextDouble() * (side.Upper - side.Lower)), side.Lower, side.Upper) });
}
