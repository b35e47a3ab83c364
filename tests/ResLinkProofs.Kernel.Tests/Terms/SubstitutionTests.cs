using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Terms;

public sealed class SubstitutionTests
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");
    private static readonly Dictionary<string, Term> XBecomesYPlusOne = new() { ["x"] = Y + 1 };

    [Fact]
    public void Variables_with_an_entry_are_replaced_and_others_stay()
    {
        Assert.Equal("(y + 1)^2 - y", Substitution.Apply(Term.Square(X) - Y, XBecomesYPlusOne).ToString());
        Assert.Equal("y + 1", Substitution.Apply(X, XBecomesYPlusOne).ToString());
        Assert.Same(Y, Substitution.Apply(Y, XBecomesYPlusOne));
    }

    [Fact]
    public void Replacements_are_not_replaced_again()
    {
        var exchange = new Dictionary<string, Term> { ["x"] = Y, ["y"] = X };
        Assert.Equal("y - x", Substitution.Apply(X - Y, exchange).ToString());
    }

    [Fact]
    public void Formulas_keep_their_shape()
    {
        Formula formula = ((X >= 0) & (Y > X)) | !X.EqualTo(2);
        Assert.Equal("(y + 1 ≥ 0 ∧ y > y + 1) ∨ y + 1 ≠ 2", Substitution.Apply(formula, XBecomesYPlusOne).ToString());
    }

    [Fact]
    public void Shared_subterms_stay_shared()
    {
        // A chain of squares of sums: written out it would have 2^60 leaves.
        Term doubled = X;
        for (int k = 0; k < 60; k++)
        {
            doubled += doubled;
        }

        Term replaced = Substitution.Apply(doubled, XBecomesYPlusOne);
        Assert.Same(replaced.Left, replaced.Right);
        Assert.Equal(63, Tape.Compile(["y"], [replaced]).Length);
    }

    [Fact]
    public void A_term_of_many_levels_does_not_overflow_the_stack()
    {
        Term deep = Enumerable.Range(0, 100_000).Aggregate(X, (t, _) => Term.Abs(t) - X);
        Term replaced = Substitution.Apply(deep, new Dictionary<string, Term> { ["x"] = Y });
        Assert.Equal(200_001, Tape.Compile(["y"], [replaced]).Length);
        Assert.EndsWith("…", replaced.ToString(), StringComparison.Ordinal);
    }
}
