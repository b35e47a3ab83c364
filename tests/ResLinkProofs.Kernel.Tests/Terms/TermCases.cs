using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Terms;

/// <summary>A random term of arithmetic operations over x, y, z, and a rational point.</summary>
public sealed record AlgebraicCase(Term Term, IReadOnlyList<Rational> Point)
{
    public override string ToString() => $"{Term} at ({string.Join(", ", Point)})";
}

/// <summary>A random term of all operations over x, y, z, and a point that is exact in binary.</summary>
public sealed record ElementaryCase(Term Term, IReadOnlyList<Rational> Point)
{
    public override string ToString() => $"{Term} at ({string.Join(", ", Point)})";
}

/// <summary>Generators of random terms; FsCheck finds them by the type of its public members.</summary>
public static class TermCases
{
    public static readonly string[] Names = ["x", "y", "z"];

    public static Arbitrary<AlgebraicCase> Algebraic() => Arb.From(Gen.Choose(0, int.MaxValue).Select(seed =>
    {
        var random = new Random(seed);
        return new AlgebraicCase(Build(random, 5, Operation.Power), [.. Names.Select(_ => Fraction(random))]);
    }));

    public static Arbitrary<ElementaryCase> Elementary() => Arb.From(Gen.Choose(0, int.MaxValue).Select(seed =>
    {
        var random = new Random(seed);
        return new ElementaryCase(Build(random, 4, Operation.Acos), [.. Names.Select(_ => new Rational(random.Next(-64, 65), 16))]);
    }));

    private static Term Build(Random random, int depth, Operation last)
    {
        if (depth == 0 || random.Next(8) == 0)
        {
            return random.Next(3) == 0 ? Term.Literal(Fraction(random)) : Term.Variable(Names[random.Next(Names.Length)]);
        }

        var operation = (Operation)random.Next((int)Operation.Add, (int)last + 1);
        return Term.Create(
            operation,
            Build(random, depth - 1, last),
            Term.IsBinary(operation) ? Build(random, depth - 1, last) : null,
            operation == Operation.Power ? random.Next(-2, 4) : 0);
    }

    private static Rational Fraction(Random random) => new((BigInteger)random.Next(-6, 7), random.Next(1, 5));
}
