using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving;

namespace ResLinkProofs.Tests.Proving;

/// <summary>Claims that fail only where a coordinate is not rational are refuted; nearly the same claims that hold are not.</summary>
public sealed class RootTests
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y"), Z = Term.Variable("z");

    // Name, hypothesis, what is claimed to be impossible, a hypothesis that makes it so, variables.
    private static readonly (string Name, Formula Hypothesis, Formula Impossible, Formula More, string[] Names)[] Claims =
    [
        ("the root of two", Formula.True, Term.Square(X).EqualTo(2), X >= new Kernel.Numbers.Rational(3, 2), ["x"]),
        ("the fixed point of the cosine", Formula.True, Term.Cos(X).EqualTo(X), X <= new Kernel.Numbers.Rational(7, 10), ["x"]),
        ("a circle and a cubic", (X > 0) & Y.EqualTo(Term.Pow(X, 3)), ((X * X) + (Y * Y)).EqualTo(3), X < 1, ["x", "y"]),
        ("a circle and a hyperbola", (X > Y) & (X > 0), ((X * X) + (Y * Y)).EqualTo(1) & (X * Y).EqualTo(Term.Ratio(1, 3)), Y < Term.Ratio(1, 4), ["x", "y"]),
        ("positive parts", Term.Exp(Z).EqualTo(Term.Ratio(3, 2)), (Term.Max(X, 0) + Term.Max(Y, 0)).EqualTo(Term.Sqrt(2)) & (Term.Max(X, 0) - Term.Max(Y, 0)).EqualTo(Term.Pow(Z, 3)), X + Y > 2, ["x", "y", "z"]),
        ("a surplus variable", (X > 1) & (Y > 1), ((X * X) + (Y * Y)).EqualTo(Term.Pi), X > 2, ["x", "y"]),
    ];

    public static TheoryData<string> Names => [.. Claims.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_claim_that_fails_at_an_irrational_point_is_refuted(string name)
    {
        (_, Formula hypothesis, Formula impossible, Formula more, string[] names) = Claims.Single(c => c.Name == name);
        RealVariable[] variables = [.. names.Select(n => new RealVariable(n, -3, 3))];
        var claim = new Statement(variables, hypothesis, !impossible);
        RefutedSomewhere refuted = Assert.IsType<RefutedSomewhere>(Prover.Prove(claim));
        Assert.Same(claim, refuted.Witness.Statement);
        Assert.All(refuted.Witness.Lower.Zip(refuted.Witness.Upper), p => Assert.InRange((p.Second - p.First).ToDouble(), 0, 1e-6));
        Assert.IsType<Proved>(Prover.Prove(new Statement(variables, hypothesis & more, !impossible)));
    }

    [Fact]
    public void The_claim_that_two_has_no_root_is_refuted()
    {
        var claim = new Claim
        {
            Source = new Source(new Document("test", "Test"), "root of two"),
            Text = "x² = 2 has no solution",
            Proposition = StatementProposition.Of(new Statement([new("x", 0, 2)], Formula.True, Term.Square(X).NotEqualTo(2))),
        };
        Evidence[] evidence = [.. new ProverChecker().Check(claim, Budget.Small, 1)];
        Assert.Equal(Verdict.Refuted, Judge.Decide(claim.Proposition, evidence));
        Assert.IsType<EnclosedWitness>(Assert.Single(evidence).Refutation);
        Proposition other = StatementProposition.Of(new Statement([new("x", 0, 2)], Formula.True, Term.Square(X).NotEqualTo(3)));
        Assert.ThrowsAny<Exception>(() => Judge.Decide(other, evidence));
    }
}
