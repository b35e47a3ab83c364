using System.Numerics;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Intervals;

/// <summary>Quotients with a removable singularity against their definitions in 600-bit fixed point.</summary>
public sealed class EntireFunctionTests
{
    public static TheoryData<string> Functions =>
    [
        "sinc", "sinc'", "sinc''", "versine", "versine'", "versine''", "sine defect", "sine defect'", "sine defect''", "arcsine defect", "arcsine defect'",
    ];

    private static Interval Evaluate(string name, Interval x) => name switch
    {
        "sinc" => Interval.Sinc(x),
        "sinc'" => Interval.SincDerivative(x),
        "sinc''" => Interval.SincSecondDerivative(x),
        "versine" => Interval.VersineQuotient(x),
        "versine'" => Interval.VersineQuotientDerivative(x),
        "versine''" => Interval.VersineQuotientSecondDerivative(x),
        "sine defect" => Interval.SineDefect(x),
        "sine defect'" => Interval.SineDefectDerivative(x),
        "sine defect''" => Interval.SineDefectSecondDerivative(x),
        "arcsine defect" => Interval.ArcsineDefect(x),
        _ => Interval.ArcsineDefectDerivative(x),
    };

    private static double LargestArgument(string name) => name.StartsWith("arcsine", StringComparison.Ordinal) ? 0.97 : 30;

    // The definitions, differentiated by the quotient rule.
    private static Fixed Define(string name, double argument)
    {
        Fixed x = Fixed.Of(argument);
        (Fixed sin, Fixed cos) = x.SineAndCosine();
        Fixed one = Fixed.Of(1), two = Fixed.Of(2), x2 = x * x, x3 = x2 * x;
        switch (name)
        {
            case "sinc":
                return sin / x;
            case "sinc'":
                return ((x * cos) - sin) / x2;
            case "sinc''":
                return ((two * sin) - (two * x * cos) - (x2 * sin)) / x3;
            case "versine":
                return (one - cos) / x2;
            case "versine'":
                return ((x * sin) - (two * (one - cos))) / x3;
            case "versine''":
                return ((x2 * cos) - (Fixed.Of(4) * x * sin) + (Fixed.Of(6) * (one - cos))) / (x2 * x2);
            case "sine defect":
                return (x - sin) / x3;
            case "sine defect'":
                return ((x * (one - cos)) - (Fixed.Of(3) * (x - sin))) / (x2 * x2);
            case "sine defect''":
                return ((x2 * sin) - (Fixed.Of(6) * x * (one - cos)) + (Fixed.Of(12) * (x - sin))) / (x3 * x2);
            case "arcsine defect":
                return (x.ArcSine() - x) / x3;
            default:
                return ((x * ((one / (one - x2).SquareRoot()) - one)) - (Fixed.Of(3) * (x.ArcSine() - x))) / (x2 * x2);
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Points_are_enclosed_tightly(string name)
    {
        (int outside, double widest) = Compare(name, Fixed.Of(0));
        Assert.Equal(0, outside);
        Assert.InRange(widest, 0, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void The_check_notices_a_value_that_is_off_by_a_trillionth(string name)
    {
        (int outside, _) = Compare(name, Fixed.Of(1e-12));
        Assert.True(outside > 50, $"only {outside} noticed");
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Intervals_contain_the_values_of_their_points_and_are_not_much_wider(string name)
    {
        var random = new Random(11);
        for (int k = 0; k < 400; k++)
        {
            double reach = LargestArgument(name) / (k % 2 == 0 ? 1 : 10);
            double a = ((2 * random.NextDouble()) - 1) * reach, b = Math.Clamp(a + (random.NextDouble() * Math.Pow(10, -random.Next(0, 6))), -reach, reach);
            Interval x = Interval.Hull(a, b), range = Evaluate(name, x), sampled = Interval.Empty;
            for (int i = 0; i <= 8; i++)
            {
                double point = Math.Clamp(a + ((b - a) * i / 8), x.Lower, x.Upper);
                Interval value = Evaluate(name, Interval.Point(point));
                Assert.True(range.Contains(value) || !range.IsDisjointFrom(value) && value.Width < 1e-12, $"{name} at {point:R} in {x}: {value} not in {range}");
                sampled = sampled.Hull(value);
            }

            if (x.Width < 0.01 && Math.Abs(a) < 4)
            {
                Assert.True(range.Width <= (3 * sampled.Width) + (20 * x.Width * Math.Max(1, sampled.Magnitude)), $"{name} over {x}: {range}, sampled {sampled}");
            }
        }
    }

    [Fact]
    public void At_zero_at_the_ends_and_at_infinity_the_values_are_the_limits()
    {
        Assert.Equal(1, Interval.Sinc(0));
        Assert.Equal(new Interval(0.5, 0.5), Interval.VersineQuotient(0));
        Assert.True(Interval.SineDefect(0).Contains(new Rational(1, 6)));
        Assert.True(Interval.ArcsineDefect(0).Contains(new Rational(1, 6)));
        Assert.True(Interval.ArcsineDefect(1).Contains(Math.PI / 2 - 1));
        Assert.Equal(double.PositiveInfinity, Interval.ArcsineDefectDerivative(new(0.5, 1)).Upper);
        Assert.True(Interval.Sinc(Interval.Entire).Contains(new Interval(-0.2172336, 1)));
        Assert.Equal(0, Interval.SineDefect(Interval.Entire).Lower);
        Assert.True(Interval.ArcsineDefect(new(2, 3)).IsEmpty);
        Assert.True(Interval.Sinc(Interval.Empty).IsEmpty);
    }

    [Fact]
    public void Terms_of_these_functions_agree_in_every_arithmetic_and_print()
    {
        Term x = Term.Variable("x");
        Term[] terms = [Term.Sinc(x), Term.VersineQuotient(x), Term.SineDefect(x), Term.ArcsineDefect(x)];
        Tape tape = Tape.Compile(["x"], terms);
        double[] slots = new double[tape.Length];
        var enclosures = new Interval[tape.Length];
        foreach (double point in new[] { -0.9, -0.3, -1e-3, 1e-9, 0.05, 0.2, 0.7 })
        {
            DoubleEvaluation.Run(tape, [point], slots);
            IntervalEvaluation.Run(tape, [Interval.Point(point)], enclosures);
            for (int i = 0; i < terms.Length; i++)
            {
                Interval enclosure = enclosures[tape.Outputs[i]];
                Assert.InRange(slots[tape.Outputs[i]], enclosure.Lower - 1e-12, enclosure.Upper + 1e-12);
            }
        }

        Rational?[] exact = RationalEvaluation.Run(tape, [Rational.Zero]);
        Assert.Equal([Rational.One, new(1, 2), new(1, 6), new(1, 6)], tape.Outputs.ToArray().Select(o => exact[o]!.Value));
        Assert.Equal("sinc(x) versine_quotient(x) sine_defect(x) arcsine_defect(x)", string.Join(' ', terms.Select(t => t.ToString())));
    }

    private static (int Outside, double Widest) Compare(string name, Fixed error)
    {
        var random = new Random(5);
        int outside = 0;
        double widest = 0;
        for (int k = 0; k < 200; k++)
        {
            double x = LargestArgument(name) * Math.Pow(10, -6 * random.NextDouble()) * (random.Next(2) == 0 ? 1 : -1);
            Interval enclosure = Evaluate(name, Interval.Point(x));
            Fixed value = Define(name, x);
            value += error * value;
            outside += Fixed.Of(enclosure.Lower) <= value && value <= Fixed.Of(enclosure.Upper) ? 0 : 1;
            widest = Math.Max(widest, enclosure.Width / Math.Max(1e-3, enclosure.Magnitude));
        }

        return (outside, widest);
    }

    /// <summary>A multiple of 2^-600; operations truncate.</summary>
    private readonly record struct Fixed(BigInteger Units)
    {
        private const int Places = 600;

        public static Fixed Of(double value)
        {
            Rational exact = Rational.FromDouble(value);
            return new((exact.Numerator << Places) / exact.Denominator);
        }

        public static Fixed operator +(Fixed a, Fixed b) => new(a.Units + b.Units);

        public static Fixed operator -(Fixed a, Fixed b) => new(a.Units - b.Units);

        public static Fixed operator *(Fixed a, Fixed b) => new((a.Units * b.Units) >> Places);

        public static Fixed operator /(Fixed a, Fixed b) => new((a.Units << Places) / b.Units);

        public static bool operator <=(Fixed a, Fixed b) => a.Units <= b.Units;

        public static bool operator >=(Fixed a, Fixed b) => a.Units >= b.Units;

        public (Fixed Sine, Fixed Cosine) SineAndCosine()
        {
            Fixed term = Of(1), sine = Of(0), cosine = Of(0);
            for (int k = 0; !term.Units.IsZero && k < 2000; k++)
            {
                Fixed signed = (k & 2) == 0 ? term : new(-term.Units);
                (sine, cosine) = (k & 1) == 0 ? (sine, cosine + signed) : (sine + signed, cosine);
                term = new((term * this).Units / (k + 1));
            }

            return (sine, cosine);
        }

        public Fixed SquareRoot()
        {
            BigInteger target = Units << Places, root = BigInteger.One << (int)((target.GetBitLength() + 1) / 2);
            for (BigInteger next = (root + (target / root)) >> 1; next < root; next = (root + (target / root)) >> 1)
            {
                root = next;
            }

            return new(root);
        }

        public Fixed ArcSine()
        {
            // Halved three times: arcsin x = 2 arcsin(x / sqrt(2 (1 + sqrt(1 - x^2)))).
            Fixed y = this, one = Of(1), two = Of(2);
            for (int i = 0; i < 3; i++)
            {
                y /= (two * (one + (one - (y * y)).SquareRoot())).SquareRoot();
            }

            Fixed power = y, sum = y;
            for (int k = 0; BigInteger.Abs(power.Units) > 1 && k < 2000; k++)
            {
                power = new((power * y * y).Units * ((2 * k) + 1) / ((2 * k) + 2));
                sum += new Fixed(power.Units / ((2 * k) + 3));
            }

            return new(sum.Units << 3);
        }
    }
}
