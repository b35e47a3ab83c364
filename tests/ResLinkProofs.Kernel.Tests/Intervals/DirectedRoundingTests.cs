using System.Runtime.Intrinsics.X86;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using Xunit.Abstractions;

namespace ResLinkProofs.Kernel.Tests.Intervals;

public sealed class DirectedRoundingTests(ITestOutputHelper output)
{
    private static readonly (string Name, Func<double, double, double> Hardware, Func<double, double, double> Transform)[] Operations =
    [
        ("add down", EmbeddedRounding.AddDown, ErrorFreeRounding.AddDown),
        ("add up", EmbeddedRounding.AddUp, ErrorFreeRounding.AddUp),
        ("multiply down", EmbeddedRounding.MultiplyDown, ErrorFreeRounding.MultiplyDown),
        ("multiply up", EmbeddedRounding.MultiplyUp, ErrorFreeRounding.MultiplyUp),
        ("divide down", EmbeddedRounding.DivideDown, ErrorFreeRounding.DivideDown),
        ("divide up", EmbeddedRounding.DivideUp, ErrorFreeRounding.DivideUp),
        ("sqrt down", (a, _) => EmbeddedRounding.SqrtDown(a), (a, _) => ErrorFreeRounding.SqrtDown(a)),
        ("sqrt up", (a, _) => EmbeddedRounding.SqrtUp(a), (a, _) => ErrorFreeRounding.SqrtUp(a)),
    ];

    [Fact]
    public void Hardware_and_error_free_transforms_give_the_same_bits()
    {
        if (!Avx512F.IsSupported)
        {
            output.WriteLine("no AVX-512 here: only the error-free transforms exist, and the exact comparison below covers them");
            Assert.Equal(ErrorFreeRounding.AddUp(0.1, 0.2), DirectedRounding.AddUp(0.1, 0.2));
            return;
        }

        const int Pairs = 1_500_000;
        foreach ((string name, Func<double, double, double> hardware, Func<double, double, double> transform) in Operations)
        {
            Assert.True(Mismatch(Pairs, hardware, transform) is null, $"{name}: {Mismatch(Pairs, hardware, transform)}");
        }

        output.WriteLine($"{Operations.Length} operations on {Pairs} pairs and {SpecialPairs().Count()} special pairs agree in every bit");
    }

    [Fact]
    public void Comparison_detects_rounding_to_nearest_and_blind_steps()
    {
        Assert.NotNull(Mismatch(1_000, (a, b) => a + b, ErrorFreeRounding.AddUp));
        Assert.NotNull(Mismatch(1_000, (a, b) => Math.BitIncrement(a * b), ErrorFreeRounding.MultiplyUp));
        Assert.NotNull(Mismatch(1_000, (a, b) => a + b == 0 ? 0.0 : ErrorFreeRounding.AddDown(a, b), ErrorFreeRounding.AddDown)); // sign of zero
    }

    [Fact]
    public void Results_are_the_neighbours_of_the_exact_value()
    {
        Random random = new(17);
        foreach ((double a, double b) in SpecialPairs().Concat(RandomPairs(random, 12_000)))
        {
            if (!double.IsFinite(a) || !double.IsFinite(b))
                continue;
            Rational x = Rational.FromDouble(a), y = Rational.FromDouble(b);
            Same(x + y, DirectedRounding.AddDown(a, b), DirectedRounding.AddUp(a, b));
            Same(x - y, DirectedRounding.SubtractDown(a, b), DirectedRounding.SubtractUp(a, b));
            Same(x * y, DirectedRounding.MultiplyDown(a, b), DirectedRounding.MultiplyUp(a, b));
            Same(x * y, ErrorFreeRounding.MultiplyDown(a, b), ErrorFreeRounding.MultiplyUp(a, b));
            if (b != 0)
                Same(x / y, DirectedRounding.DivideDown(a, b), DirectedRounding.DivideUp(a, b));
            if (a >= 0)
                Root(x, DirectedRounding.SqrtDown(a), DirectedRounding.SqrtUp(a));
        }
    }

    private static void Same(Rational exact, double down, double up)
    {
        Assert.Equal(exact.RoundDown(), down);
        Assert.Equal(exact.RoundUp(), up);
    }

    private static void Root(Rational square, double down, double up)
    {
        Rational low = Rational.FromDouble(down), high = Rational.FromDouble(up);
        Assert.True(low * low <= square && square <= high * high);
        Assert.True(low * low == square ? up == down : up == Math.BitIncrement(down));
    }

    private static string? Mismatch(int pairs, Func<double, double, double> left, Func<double, double, double> right)
    {
        foreach ((double a, double b) in SpecialPairs().Concat(RandomPairs(new Random(99), pairs)))
        {
            double p = left(a, b), q = right(a, b);
            if (BitConverter.DoubleToInt64Bits(p) != BitConverter.DoubleToInt64Bits(q) && !(double.IsNaN(p) && double.IsNaN(q)))
                return $"({a:R}, {b:R}) gives {p:R} and {q:R}";
        }

        return null;
    }

    private static IEnumerable<(double A, double B)> SpecialPairs()
    {
        double[] magnitudes =
        [
            0, double.Epsilon, 2 * double.Epsilon, 3 * double.Epsilon, 2.2250738585072014e-308, Math.BitDecrement(2.2250738585072014e-308),
            1e-310, 1e-300, 1.0261342003245941e-289, 1e-162, 1e-154, 1.0 / 3, 0.1, 1, Math.BitDecrement(1), Math.BitIncrement(1), 1.5, 3, 1e16, 1e154, 1.4e154,
            8.98846567431158e307, Math.BitIncrement(8.98846567431158e307), Math.BitDecrement(double.MaxValue), double.MaxValue, double.PositiveInfinity,
        ];
        double[] all = [.. magnitudes.SelectMany(m => (double[])[m, -m])];
        return all.SelectMany(a => all.Select(b => (a, b)));
    }

    private static IEnumerable<(double A, double B)> RandomPairs(Random random, int count)
    {
        for (int i = 0; i < count; i++)
        {
            double a = Draw(random, i % 5), b = Draw(random, i / 5 % 5);
            yield return i % 25 == 24 ? (a, -a * (1 + Math.ScaleB(random.NextDouble(), -50))) : (a, b); // cancellation
        }
    }

    private static double Draw(Random random, int kind) => kind switch
    {
        0 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue) & ~(1L << 62)), // below 2
        1 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)) is var x && double.IsNaN(x) ? 1 : x,
        2 => Math.ScaleB(random.NextDouble() - 0.5, -1022), // about subnormal
        3 => Math.ScaleB(random.NextDouble() - 0.5, 1024 - random.Next(3)), // about overflow
        _ => (2 * random.NextDouble()) - 1,
    };
}
