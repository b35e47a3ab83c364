using System.Globalization;
using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving;
using Xunit.Abstractions;

namespace ResLinkProofs.Tests.Proving;

/// <summary>Textbook inequalities that hold with equality somewhere, stated plainly; each with a twin that is false by a constant slightly too strong.</summary>
public sealed class ContactTests(ITestOutputHelper output)
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");

    // Name, statement, false twin, most boxes.
    private static readonly (string Name, Statement Truth, Statement Lie, long Boxes)[] Inequalities =
    [
        Line("sin x >= x - x^3/6", "0", "1", c => Term.Sin(X) >= X - (Term.Pow(X, 3) * c / 6), 1, "599/600"),
        Line("log(1 + x) >= 2x/(2 + x)", "0", "10", c => Term.Log(1 + X) >= c * 2 * X / (2 + X), 50, "201/200"),
        Line("cosh x <= exp(x^2/2)", "-2", "2", c => (Term.Exp(X) + Term.Exp(-X)) / 2 <= Term.Exp(c * X * X / 2), 20, "199/200"),
        Line("exp x >= 1 + x", null, null, c => Term.Exp(X) >= 1 + (c * X), 5, "101/100"),
        Line("log x <= x - 1", "1/10", "10", c => Term.Log(X) <= c * (X - 1), 40, "99/100"),
        Line("log(1 + e^x) >= log 2 + x/2", "-5", "5", c => Term.Log(1 + Term.Exp(X)) >= Term.Log(2) + (c * X / 2), 20, "51/50"),
        Line("tanh x <= x", "0", "5", c => (Term.Exp(X) - Term.Exp(-X)) / (Term.Exp(X) + Term.Exp(-X)) <= c * X, 50, "99/100"),
        Line("cos x >= 1 - x^2/2", null, null, c => Term.Cos(X) >= 1 - (c * X * X / 2), 1, "99/100"),
        Line("x^x >= e^(-1/e)", "1/100", "2", c => Term.Exp(X * Term.Log(X)) >= c * Term.Exp(-Term.Exp(-1)), 10, "1001/1000"),
        Line("Huygens", "0", "3/2", c => (2 * Term.Sin(X)) + Term.Tan(X) >= c * 3 * X, 1, "301/300"),
        Line("Mitrinovic", "0", "3/2", c => Term.Pow(Term.Sin(X), 3) >= c * Term.Pow(X, 3) * Term.Cos(X), 100, "101/100"),
        Line("sqrt(1 + x) <= 1 + x/2", "-9/10", "10", c => Term.Sqrt(1 + X) <= 1 + (c * X / 2), 5, "51/50"),
        Line("Bennett", "0", "5", c => ((1 + X) * Term.Log(1 + X)) - X >= X * X / ((2 * c) + (2 * X / 3)), 600, "199/200"),
        Line("entropy <= log 2", "1/100", "99/100", c => -(X * Term.Log(X)) - ((1 - X) * Term.Log(1 - X)) <= c * Term.Log(2), 20, "999/1000"),
        Given("sin x >= 2x/pi", X <= Term.Pi / 2, c => Term.Sin(X) >= c * 2 * X / Term.Pi, 5, "201/200"),
        Given("the arccos kernel", X <= Term.Pi, c => ((Term.Pi - X) * Term.Cos(X)) + Term.Sin(X) >= c * Term.Pi * Term.Cos(X), 20, "101/100"),
        Given("sin x < x, strictly", X > 0, c => Term.Sin(X) < c * X, 5, "99/100"),
        Plane("2xy <= x^2 + y^2", null, null, c => c * 2 * X * Y <= (X * X) + (Y * Y), 1, "201/200"),
        Plane("exp((x + y)/2) <= (exp x + exp y)/2", "-2", "2", c => c * Term.Exp((X + Y) / 2) <= (Term.Exp(X) + Term.Exp(Y)) / 2, 300, "1001/1000"),
        Plane("sqrt(xy) <= (x + y)/2", "1/10", "4", c => c * Term.Sqrt(X * Y) <= (X + Y) / 2, 1, "201/200"),
        Plane("Motzkin", "-2", "2", c => (Term.Pow(X, 4) * Y * Y) + (X * X * Term.Pow(Y, 4)) + 1 >= c * 3 * X * X * Y * Y, 2_000, "301/300"),
        Plane("Kullback-Leibler", "3/5", "9/10", c => (X * Term.Log(X / Y)) + ((1 - X) * Term.Log((1 - X) / (1 - Y))) >= c * 2 * Term.Square(X - Y), 10_000, "11/10"),
    ];

    public static TheoryData<string> Names => [.. Inequalities.Select(i => i.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_touches_is_proved_and_its_twin_refuted(string name)
    {
        (_, Statement truth, Statement lie, long boxes) = Inequalities.Single(i => i.Name == name);
        Proved proved = Assert.IsType<Proved>(Prover.Prove(truth));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{proved.Boxes} boxes, {proved.Proof.Certificate.Steps.Count} steps"));
        Assert.InRange(proved.Boxes, 1, boxes);
        Certificate read = Certificate.Parse(proved.Proof.Certificate.ToString());
        Assert.NotNull(CertificateChecker.Check(read, truth).Accepted);
        Assert.NotNull(CertificateChecker.Check(lie, proved.Proof.Certificate.Steps).Rejection);
        Assert.IsType<Refuted>(Prover.Prove(lie));
    }

    private static (string, Statement, Statement, long) Line(string name, string? low, string? high, Func<Term, Formula> claim, long boxes, string wrong) =>
        Twins(name, [Range("x", low, high)], Formula.True, claim, boxes, wrong);

    private static (string, Statement, Statement, long) Given(string name, Formula hypothesis, Func<Term, Formula> claim, long boxes, string wrong) =>
        Twins(name, [Range("x", "0", "4")], hypothesis, claim, boxes, wrong);

    private static (string, Statement, Statement, long) Plane(string name, string? low, string? high, Func<Term, Formula> claim, long boxes, string wrong) =>
        Twins(name, [Range("x", low, high), Range("y", low, high)], Formula.True, claim, boxes, wrong);

    private static (string, Statement, Statement, long) Twins(
        string name, RealVariable[] variables, Formula hypothesis, Func<Term, Formula> claim, long boxes, string wrong) =>
        (name, new(variables, hypothesis, claim(Term.One)), new(variables, hypothesis, claim(Term.Literal(Rational.Parse(wrong)))), boxes);

    private static RealVariable Range(string name, string? low, string? high) =>
        new(name, low is null ? null : Rational.Parse(low), high is null ? null : Rational.Parse(high));
}
