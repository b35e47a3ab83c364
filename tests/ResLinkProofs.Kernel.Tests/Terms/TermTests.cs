using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Terms;

public sealed class TermTests
{
    private static readonly Term X = Term.Variable("x");
    private static readonly Term Undefined = Term.Sqrt(X);

    [Fact]
    public void Literals_fold_exactly()
    {
        Assert.Equal(new Rational(1, 3), (Term.Ratio(1, 2) - Term.Ratio(1, 6)).Value);
        Assert.Equal(new Rational(1, 3), (Term.Ratio(1, 2) * Term.Ratio(2, 3)).Value);
        Assert.Equal(new Rational(3, 4), (Term.Ratio(1, 2) / Term.Ratio(2, 3)).Value);
        Assert.Equal(new Rational(9, 4), Term.Pow(Term.Ratio(2, 3), -2).Value);
        Assert.Equal(new Rational(1, 2), Term.Abs(Term.Ratio(-1, 2)).Value);
        Assert.Equal(new Rational(1, 3), Term.Min(Term.Ratio(1, 2), Term.Ratio(1, 3)).Value);
        Assert.Equal(new Rational(1, 2), Term.Max(Term.Ratio(1, 2), Term.Ratio(1, 3)).Value);
    }

    [Fact]
    public void Neutral_elements_vanish()
    {
        Assert.Same(X, X + 0);
        Assert.Same(X, 0 + X);
        Assert.Same(X, X - 0);
        Assert.Same(X, X * 1);
        Assert.Same(X, 1 * X);
        Assert.Same(X, X / 1);
        Assert.Same(X, -(-X));
        Assert.Same(X, Term.Pow(X, 1));
        Assert.True((0 * X).IsZero);
        Assert.True((X * 0).IsZero);
        Assert.Same(Term.One, Term.Pow(X, 0));
        Assert.Equal(Operation.Negate, (0 - X).Operation);
    }

    [Fact]
    public void A_subterm_that_may_be_undefined_is_never_dropped()
    {
        foreach (Term partial in new[] { Undefined, 1 / X, Term.Log(X), Term.Tan(X), Term.Asin(X), Term.Acos(X), Term.Pow(X, -1), X / (Term)0 })
        {
            Assert.False(partial.IsTotal);
            Assert.Same(partial, (0 * partial).Right);
            Assert.Same(partial, (partial * 0).Left);
            Assert.Equal(Operation.Power, Term.Pow(partial, 0).Operation);
            Assert.False((Term.Exp(partial) + X).IsTotal);
        }

        Assert.True((X / 2 + Term.Atan(X) * Term.Exp(Term.Abs(X))).IsTotal);
    }

    [Fact]
    public void Undefined_literals_stay_symbolic()
    {
        Assert.Equal(Operation.Divide, (Term.One / Term.Zero).Operation);
        Assert.Equal(Operation.Power, Term.Pow(Term.Zero, -3).Operation);
        Assert.Equal(Operation.Sqrt, Term.Sqrt(-1).Operation);
        Assert.Equal(Operation.Log, Term.Log(0).Operation);
    }

    [Fact]
    public void Functions_fold_only_at_their_exact_points()
    {
        Assert.Same(Term.One, Term.Exp(0));
        Assert.Same(Term.Zero, Term.Log(1));
        Assert.Same(Term.One, Term.Cos(0));
        Assert.Same(Term.Zero, Term.Acos(1));
        Assert.Same(Term.Zero, Term.Asin(0));
        Assert.Same(Term.One, Term.Sqrt(1));
        Assert.Equal(Operation.Exp, Term.Exp(1).Operation);
    }

    [Fact]
    public void Large_powers_of_literals_stay_symbolic()
    {
        Assert.Equal(Operation.Literal, Term.Pow(3, 64).Operation);
        Assert.Equal(Operation.Power, Term.Pow(3, 65).Operation);
        Assert.Throws<ArgumentOutOfRangeException>(() => Term.Pow(X, 1_000_001));
        Assert.Throws<ArgumentOutOfRangeException>(() => Term.Pow(X, int.MinValue));
    }

    [Fact]
    public void Create_checks_the_number_of_operands()
    {
        Assert.Throws<ArgumentException>(() => Term.Create(Operation.Add, X));
        Assert.Throws<ArgumentException>(() => Term.Create(Operation.Sqrt, X, X));
        Assert.Throws<ArgumentException>(() => Term.Create(Operation.Pi, X));
        Assert.Equal(Operation.Max, Term.Create(Operation.Max, X, Term.Pi).Operation);
        Assert.Equal(3, Term.Create(Operation.Power, X, null, 3).Exponent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_variable_needs_a_name(string name) => Assert.Throws<ArgumentException>(() => Term.Variable(name));
}
