using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Reasoning;

/// <summary>Operations that the formula keeps off the ends of their domains: enclosed there, and not where the formula does not say so.</summary>
public sealed class GrantedDomainTests
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");
    private static readonly ProofStepKind[] Kinds = [ProofStepKind.Values, ProofStepKind.MeanValues, ProofStepKind.Exhausted, ProofStepKind.ExhaustedBySlopes];
    private static readonly int[] Directions = [1, -1];
    private static readonly Rational Beyond = new Rational(1, 10) - Rational.Parse("1e-30");

    private static readonly (string Name, Statement Statement)[] Truths =
    [
        ("a pole", On(X > 0, 1 / X >= Term.Ratio(1, 2))), ("a pole from the left", On(X < 0, 1 / X <= -Term.Ratio(1, 2))), ("a pole, scaled", On(3 * X > 0, 1 / (2 * X) >= Term.Ratio(1, 3))),
        ("not zero", On(X.NotEqualTo(0), Term.Square(1 / X) >= 0)), ("a logarithm", On(X > 0, Term.Log(X) <= Term.Ratio(1, 2))), ("x log x", On(X > 0, X * Term.Log(X) <= Term.Ratio(1, 2))),
        ("a root", On(X >= 0, Term.Sqrt(X) <= Term.Ratio(11, 10))), ("a disc", On(Term.Square(X) + Term.Square(Y) <= 1, Term.Sqrt(1 - Term.Square(X) - Term.Square(Y)) <= Term.Ratio(11, 10))),
        ("an end that is rounded", new([new("x", new Rational(1, 10), 3)], Formula.True, Term.Sqrt(X - Term.Ratio(1, 10)) >= -1)),
        ("an upper end that is rounded", new([new("x", -3, new Rational(-1, 10))], Formula.True, Term.Sqrt(-X - Term.Ratio(1, 10)) >= -1)),
        ("one of several", On((Y > -2) & (X > 0) & (X < 2), Term.Log(X) <= Term.Ratio(1, 2))),
    ];

    // What is undefined somewhere has no value there that anything is known of.
    private static readonly (string Name, Statement Statement)[] Open =
    [
        ("no hypothesis", On(Formula.True, 1 / X >= Term.Ratio(1, 2))), ("at least zero", On(X >= 0, 1 / X >= Term.Ratio(1, 2))), ("the logarithm of zero", On(X >= 0, Term.Log(X) <= Term.Ratio(1, 2))),
        ("the other sign", On(X < 0, Term.Log(X) <= Term.Ratio(1, 2))), ("a root of the other sign", On(X <= 0, Term.Sqrt(X) <= Term.Ratio(11, 10))), ("a logarithm of what is not zero", On(X.NotEqualTo(0), Term.Log(X) <= Term.Ratio(1, 2))),
        ("a root of what is not zero", On(X.NotEqualTo(0), Term.Sqrt(X) <= Term.Ratio(11, 10))), ("one of two", On((X > 0) | (Y > 0), Term.Log(X) <= Term.Ratio(1, 2))), ("another", On(Y > 0, Term.Log(X) <= Term.Ratio(1, 2))),
        ("a little more", On(X > -Term.Ratio(1, 1_000_000), Term.Log(X) <= Term.Ratio(1, 2))), ("a larger disc", On((X * X) + (Y * Y) <= Term.Ratio(1_000_001, 1_000_000), Term.Sqrt(1 - (X * X) - (Y * Y)) <= Term.Ratio(11, 10))),
        ("a range that begins earlier", new([new("x", Beyond, 3)], Formula.True, Term.Sqrt(X - Term.Ratio(1, 10)) >= -1)), ("an equation", On(X.EqualTo(0), 1 / X >= 0)),
        ("at the end of the range", new([new("x", 0, 1)], Formula.True, Term.Log(X) <= 0)), ("a pole at the end of the range", new([new("x", 0, 1)], Formula.True, 1 / X >= 0)),
        ("a requirement that need not have a value", On(Term.Sqrt(X) - Term.Sqrt(X) + X > 0, Term.Sqrt(X - X + X) >= -1)),
    ];

    public static TheoryData<string> TruthNames => [.. Truths.Select(t => t.Name)];

    public static TheoryData<string> OpenNames => [.. Open.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(TruthNames))]
    public void What_the_formula_requires_counts(string name)
    {
        Statement statement = Truths.Single(t => t.Name == name).Statement;
        Assert.False(EmptinessProblem.Of(statement).Granted.IsEmpty);
        var values = new ProofStep(ProofStepKind.Values);
        Assert.True(
            CertificateChecker.Check(statement, [values]).Accepted is not null
            || CertificateChecker.Check(statement, [new ProofStep(ProofStepKind.Contract), values]).Accepted is not null);
    }

    [Theory]
    [MemberData(nameof(OpenNames))]
    public void What_it_does_not_require_is_open(string name)
    {
        Statement statement = Open.Single(t => t.Name == name).Statement;
        Assert.True(EmptinessProblem.Of(statement).Granted.IsEmpty || name.StartsWith("a requirement", StringComparison.Ordinal));
        foreach (ProofStepKind kind in Kinds)
        {
            Assert.NotNull(CertificateChecker.Check(statement, [new ProofStep(kind)]).Rejection);
        }
    }

    [Fact]
    public void What_is_false_where_it_is_granted_stays_unproved()
    {
        Statement[] lies = [On(X > 0, 1 / X >= Term.Ratio(11, 10)), On(X > 0, Term.Log(X) <= -Term.Ratio(1, 10)), On(X >= 0, Term.Sqrt(X) <= Term.Ratio(9, 10)), On(X.NotEqualTo(0), 1 / X >= 0)];
        Assert.All(lies, lie => Assert.All(
            Kinds,
            kind => Assert.NotNull(CertificateChecker.Check(lie, [new ProofStep(kind)]).Rejection)));
        Assert.All(lies, lie => Assert.All(Directions, direction => Assert.NotNull(
            CertificateChecker.Check(lie, [new ProofStep(ProofStepKind.Fix, 0, direction), new ProofStep(ProofStepKind.Values)]).Rejection)));
    }

    private static Statement On(Formula hypothesis, Formula conclusion) => new([new("x", -1, 1), new("y", -1, 1)], hypothesis, conclusion);
}
