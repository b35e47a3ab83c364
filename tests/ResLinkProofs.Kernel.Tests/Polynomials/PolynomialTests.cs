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

    private static bool IsZero(Term term) => Of(term)!.IsZero;

    private static Polynomial? Of(Term term)
    {
        Tape tape = Tape.Compile(["x", "y"], [term]);
        return Polynomial.Of(tape, tape.Outputs[0]);
    }
}
