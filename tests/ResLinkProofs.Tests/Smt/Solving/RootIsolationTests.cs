using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Smt.Solving;
using ResLinkProofs.Testing.Properties;

namespace ResLinkProofs.Tests.Smt.Solving;

public sealed class RootIsolationTests
{
    private static readonly Rational Width = Rational.Pow(2, -40);

    [Fact]
    public void The_roots_of_two_are_enclosed()
    {
        Rational[] polynomial = [-2, 0, 1];
        SmtNumber negative = RootIsolation.Root(polynomial, 1, Width)!.Value;
        SmtNumber positive = RootIsolation.Root(polynomial, 2, Width)!.Value;
        Assert.True(positive.Lower * positive.Lower < 2 && positive.Upper * positive.Upper > 2 && positive.Upper - positive.Lower <= Width && positive.Lower > 0);
        Assert.True(negative.Lower * negative.Lower > 2 && negative.Upper * negative.Upper < 2 && negative.Upper < 0);
    }

    [Fact]
    public void A_root_that_is_not_there_is_not_found()
    {
        Assert.Null(RootIsolation.Root([-2, 0, 1], 3, Width));
        Assert.Null(RootIsolation.Root([-2, 0, 1], 0, Width));
        Assert.Null(RootIsolation.Root([1, 0, 1], 1, Width));
        Assert.Null(RootIsolation.Root([5], 1, Width));
        Assert.Null(RootIsolation.Root([0, 0], 1, Width));
    }

    [Property(MaxTest = 200)]
    public bool Every_root_of_a_product_is_enclosed_alone(short[] numerators, byte denominator, bool squared)
    {
        Rational[] roots = [.. numerators.Take(5).Select(n => new Rational(n, denominator + 1)).Distinct().Order()];
        Rational[] polynomial = [Rational.One];
        foreach (Rational root in squared ? [.. roots, .. roots] : roots)
        {
            var next = new Rational[polynomial.Length + 1];
            for (int i = 0; i < polynomial.Length; i++)
            {
                next[i + 1] += polynomial[i];
                next[i] -= root * polynomial[i];
            }

            polynomial = next;
        }

        bool all = RootIsolation.Root(polynomial, roots.Length + 1, Width) is null;
        for (int k = 0; k < roots.Length; k++)
        {
            all &= RootIsolation.Root(polynomial, k + 1, Width) is { } found
                && found.Lower <= roots[k] && roots[k] <= found.Upper && found.Upper - found.Lower <= Width
                && roots.Count(r => found.Lower < r && r <= found.Upper) <= 1;
        }

        return all;
    }
}
