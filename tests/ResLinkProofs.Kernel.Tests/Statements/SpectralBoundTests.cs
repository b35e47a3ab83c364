using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Kernel.Tests.Statements;

public sealed class SpectralBoundTests
{
    private static readonly Rational Tiny = Rational.Parse("1e-30");

    [Fact]
    public void A_rotation_scaled_by_a_fraction_has_that_norm()
    {
        // [3 -4; 4 3] / 5 is a rotation.
        Rational[] entries = [new(3, 10), new(-4, 10), new(4, 10), new(3, 10)];
        Assert.True(Holds(2, 2, entries, new Rational(1, 2)));
        Assert.False(Holds(2, 2, entries, new Rational(1, 2) - Tiny));
    }

    [Fact]
    public void A_rank_one_matrix_has_the_product_of_the_lengths_as_norm()
    {
        // (3, 4)^T (1, 2, 2): lengths 5 and 3.
        Rational[] entries = [3, 6, 6, 4, 8, 8];
        Assert.True(Holds(2, 3, entries, 15));
        Assert.False(Holds(2, 3, entries, 15 - Tiny));
    }

    [Fact]
    public void A_nilpotent_matrix_is_not_small_because_its_eigenvalues_are()
    {
        Rational[] entries = [0, 7, 0, 0];
        Assert.True(Holds(2, 2, entries, 7));
        Assert.False(Holds(2, 2, entries, 7 - Tiny));
    }

    [Fact]
    public void Only_the_zero_matrix_has_norm_zero()
    {
        Assert.True(Holds(2, 2, [0, 0, 0, 0], 0));
        Assert.False(Holds(2, 2, [0, 0, Tiny, 0], 0));
    }

    private static bool Holds(int rows, int columns, Rational[] entries, Rational bound)
    {
        string[][] names = [.. Enumerable.Range(0, rows).Select(i => Enumerable.Range(0, columns).Select(j => $"{i},{j}").ToArray())];
        Dictionary<string, Rational> values = names.SelectMany(r => r).Zip(entries).ToDictionary(p => p.First, p => p.Second);
        return new SpectralBound("M", names, bound).HoldsAt(name => values[name]);
    }
}
