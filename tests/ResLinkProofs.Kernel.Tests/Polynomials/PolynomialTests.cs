using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Polynomials;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Polynomials;

public class PolynomialTests
{
    private static readonly Term X = Term.Variable("x");
    private static readonly Term Y = Term.Variable("y");

    [Fact]
    public void Binomial_identities_vanish()
    {
        Assert.True(IsZero(Term.Square(X + Y) - (Term.Square(X) + (2 * X * Y) + Term.Square(Y))));
        Assert.True(IsZero(Term.Pow(X - Y, 7) + Term.Pow(Y - X, 7)));
        Assert.True(IsZero((X / 3) - (X * Term.Ratio(1, 3))));
        Assert.True(IsZero(((X + Y) * (X - Y)) - (Term.Square(X) - Term.Square(Y))));
    }

    [Fact]
    public void Near_identities_do_not_vanish()
    {
        Assert.False(IsZero(Term.Square(X + Y) - (Term.Square(X) + (2 * X * Y) + (Term.Square(Y) * Term.Ratio(1_000_000_001, 1_000_000_000)))));
        Assert.False(IsZero(X - Y));
        Assert.False(IsZero(Term.Pow(X, 2) - Term.Pow(X, 3)));
    }

    [Fact]
    public void Identities_of_exponentials_vanish()
    {
        Assert.True(IsZero(Term.Exp(X + Y) - (Term.Exp(X) * Term.Exp(Y))));
        Assert.True(IsZero((Term.Exp(X - X) * Y) - Y));
        Assert.True(IsZero(Term.Pow(Term.Exp(X), 3) - Term.Exp(3 * X)));
        Assert.True(IsZero((Y / (2 * Term.Exp(X))) - (Term.Exp(-X) * Y / 2)));
        Assert.True(IsZero(Term.Exp(X * Term.Exp(Y) / Term.Exp(Y + X)) - Term.Exp(X * Term.Exp(-X))));
    }

    [Fact]
    public void Near_identities_of_exponentials_do_not_vanish()
    {
        Assert.False(IsZero(Term.Exp(X + Y) - (Term.Exp(X) + Term.Exp(Y))));
        Assert.False(IsZero(Term.Exp(2 * X) - (2 * Term.Exp(X))));
        Assert.False(IsZero(Term.Exp(X) - Term.Exp(Y)));
        Assert.False(IsZero(Term.Exp(X) - Term.One));
        Assert.False(IsZero(Term.Exp(X * Y) - (Term.Exp(X) * Term.Exp(Y))));
        Assert.False(IsZero(Term.Exp(Term.Exp(X)) - Term.Exp(Term.Exp(X) + X)));
    }

    [Fact]
    public void Exponentials_within_exponentials_are_limited()
    {
        Term tower = X;
        for (int i = 0; i < 4; i++)
        {
            tower = Term.Exp(tower);
        }

        Assert.True(IsZero(tower - tower));
        Assert.Null(Of(Term.Exp(tower)));
    }

    [Fact]
    public void What_is_not_polynomial_has_no_normal_form()
    {
        Assert.Null(Of(Term.Sqrt(X) - Term.Sqrt(X)));
        Assert.Null(Of((X / Y) - (X / Y)));
        Assert.Null(Of(X / (Term.Exp(X) - 1)));
        Assert.Null(Of(X / (X - X)));
        Assert.Null(Of(Term.Pow(X, -1)));
        Assert.Null(Of(Term.Pi * X));
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(63)]
    [InlineData(64)]
    public void Degrees_do_not_wrap_around(int doublings)
    {
        // With exponents modulo 2^32 or 2^64 the power x^(2^k + 1) would be x.
        Term power = X;
        for (int k = 0; k < doublings; k++)
        {
            power = Term.Create(Operation.Multiply, power, power);
        }

        Assert.Null(Of((power * X) - X));
        Assert.Null(Of(power - 1));
        Assert.Null(Of(Term.Exp(power * X) - Term.Exp(X)));
    }

    [Fact]
    public void Degrees_and_coefficients_have_bounds_below_which_nothing_is_lost()
    {
        Term high = Term.Pow(Term.Pow(Term.Pow(X, 64), 64), 64); // degree 262144
        Assert.True(IsZero((high * high * X * Y) - (Y * high * X * high)));
        Assert.False(IsZero((high * high * X) - (high * high)));
        Assert.Null(Of(high * high * high * high));
        Term large = Term.Literal(Rational.Pow(3, 10_000)); // 15,850 bits
        Assert.True(IsZero((large * X) - (X * large)));
        Assert.Null(Of((large * X) * (large * Y)));
        Assert.Null(Of((X / large) + (Y * large) + (X / (large + 2))));
    }

    [Fact]
    public void What_costs_more_than_the_budget_has_no_normal_form()
    {
        Tape tape = Tape.Compile(["x", "y"], [Term.Pow(X + Y, 16) - Term.Square(Term.Pow(X + Y, 8)), X - X]);
        var whole = new NormalForms(tape);
        Assert.True(whole.Of(tape.Outputs[0])!.IsZero);
        Assert.InRange(whole.Work, 1_000, 1_000_000);
        long work = whole.Work;
        Assert.True(whole.Of(tape.Outputs[0])!.IsZero);
        Assert.Equal(work, whole.Work); // a slot is expanded once
        Assert.NotNull(new NormalForms(tape, work + 1).Of(tape.Outputs[0]));
        foreach (long budget in new[] { 0, 1, 100, work / 2, work })
        {
            var part = new NormalForms(tape, budget);
            Assert.Null(part.Of(tape.Outputs[0]));
            Assert.Null(part.Of(tape.Outputs[1])); // nothing is left for what comes later
            Assert.InRange(part.Work, 0, budget);
        }
    }

    private static bool IsZero(Term term) => Of(term)!.IsZero;

    private static Polynomial? Of(Term term)
    {
        Tape tape = Tape.Compile(["x", "y"], [term]);
        return Polynomial.Of(tape, tape.Outputs[0]);
    }
}
