using FsCheck;
using FsCheck.Fluent;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Tests.Smt;

/// <summary>Random formulas in x and y from sums, products, powers, min, max, abs and divisions by constants.</summary>
internal static class RandomFormulas
{
    public static Gen<Formula> Polynomial(int depth) => depth == 0
        ? Comparison()
        : Gen.OneOf(
            Comparison(),
            from a in Polynomial(depth - 1) from b in Polynomial(depth - 1) select a & b,
            from a in Polynomial(depth - 1) from b in Polynomial(depth - 1) select a | b,
            Polynomial(depth - 1).Select(a => !a));

    private static Gen<Formula> Comparison() =>
        from left in Terms(2)
        from right in Terms(1)
        from relation in Gen.Choose(0, 3)
        select relation switch { 0 => left >= right, 1 => left > right, 2 => left.EqualTo(right), _ => left.NotEqualTo(right) };

    private static Gen<Term> Terms(int depth)
    {
        Gen<Term> leaf = Gen.OneOf(
            Gen.Constant(Term.Variable("x")),
            Gen.Constant(Term.Variable("y")),
            from n in Gen.Choose(-9, 9) from d in Gen.Choose(1, 4) select Term.Literal(new Rational(n, d)));
        if (depth == 0)
        {
            return leaf;
        }

        return Gen.OneOf(
            leaf,
            from a in Terms(depth - 1) from b in Terms(depth - 1) select a + b,
            from a in Terms(depth - 1) from b in Terms(depth - 1) select a - b,
            from a in Terms(depth - 1) from b in Terms(depth - 1) select a * b,
            from a in Terms(depth - 1) from b in Terms(depth - 1) select Term.Max(a, b),
            from a in Terms(depth - 1) from b in Terms(depth - 1) select Term.Min(a, b),
            from a in Terms(depth - 1) from n in Gen.Choose(0, 4) select Term.Pow(a, n),
            from a in Terms(depth - 1) from d in Gen.Choose(2, 9) select a / d,
            Terms(depth - 1).Select(a => -a),
            Terms(depth - 1).Select(Term.Abs));
    }
}
