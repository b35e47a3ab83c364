using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving;

namespace ResLinkProofs.Tests.Proving;

/// <summary>Polynomial inequalities that hold with equality somewhere, and others by identities; each with a twin that is false by a constant slightly too strong.</summary>
public sealed class SquaresTests
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y"), Z = Term.Variable("z");

    private static readonly (string Name, Func<Rational, Statement> Claim, string Wrong)[] Inequalities =
    [
        ("Motzkin on the plane", c => On(null, null, (Term.Pow(X, 4) * Y * Y) + (X * X * Term.Pow(Y, 4)) + 1 >= 3 * c * X * X * Y * Y, "x", "y"), "201/200"),
        ("Cauchy-Schwarz in 2 dimensions", c => CauchySchwarz(2, c), "99/100"),
        ("Cauchy-Schwarz in 3 dimensions", c => CauchySchwarz(3, c), "99/100"),
        ("Cauchy-Schwarz in 4 dimensions", c => CauchySchwarz(4, c), "99/100"),
        ("arithmetic and geometric mean of three", c => On(0, 10, Term.Pow(X + Y + Z, 3) >= 27 * c * X * Y * Z, "x", "y", "z"), "101/100"),
        ("x^2 + y^2 + z^2 >= xy + yz + zx", c => On(null, null, (X * X) + (Y * Y) + (Z * Z) >= c * ((X * Y) + (Y * Z) + (Z * X)), "x", "y", "z"), "101/100"),
        ("Beale, expanded", c => On(null, null, Beale() >= c - 1, "x", "y"), "101/100"),
        ("cubes", c => On(0, null, Term.Pow(X, 3) + Term.Pow(Y, 3) >= c * ((X * X * Y) + (X * Y * Y)), "x", "y"), "101/100"),
        ("on a line", c => Given(null, null, (X + Y).EqualTo(1), (X * X) + (Y * Y) >= c / 2, "x", "y"), "101/100"),
        ("a cycle", c => Given(0, 1, (X < Y) & (Y < Z), Z >= X * c, "x", "y", "z"), "2"),
        ("a rational function on the line", c => On(null, null, X / (Term.Square(X) + 1) <= c / 2, "x"), "99/100"),
        ("roots", c => On(0, null, c * 2 * Term.Sqrt(X) <= 1 + X, "x"), "101/100"),
        ("absolute values", c => On(null, null, Term.Abs(X) * c * 2 <= 1 + (X * X), "x"), "101/100"),
        ("the sine of a double angle", c => On(null, null, c * 2 * Term.Sin(X) * Term.Cos(X) <= 1, "x"), "101/100"),
        ("a root of a square", c => On(null, null, Term.Sqrt(Term.Square(X)) * c <= Term.Abs(X), "x"), "101/100"),
        ("two conclusions", c => On(null, null, (2 * X * Y * c <= (X * X) + (Y * Y)) & (-2 * X * Y <= (X * X) + (Y * Y)), "x", "y"), "101/100"),
        ("a wide range", c => On(0, 1_000_000_000, (X / (1 + X)) + (1 / (1 + X)) <= c * new Rational(1001, 1000), "x"), "99/100"),
    ];

    public static TheoryData<string> Names => [.. Inequalities.Select(i => i.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_touches_is_proved_and_its_twin_is_not(string name)
    {
        (_, Func<Rational, Statement> claim, string wrong) = Inequalities.Single(i => i.Name == name);
        Statement truth = claim(Rational.One), lie = claim(Rational.Parse(wrong));
        Proved proved = Assert.IsType<Proved>(Prover.Prove(truth));
        Assert.InRange(proved.Boxes, 1, 401);
        Certificate read = Certificate.Parse(proved.Proof.Certificate.ToString());
        Assert.NotNull(CertificateChecker.Check(read, truth).Accepted);
        Assert.NotNull(CertificateChecker.Check(lie, proved.Proof.Certificate.Steps).Rejection);
        Assert.IsType<Refuted>(Prover.Prove(lie));
    }

    private static Term Beale() =>
        Term.Ratio(227_250, 16_000) + (Term.Ratio(-51, 4) * X) + (3 * X * X) + (3 * X * Y) + (Term.Ratio(9, 2) * X * Y * Y) + (Term.Ratio(21, 4) * X * Term.Pow(Y, 3))
        - (2 * X * X * Y) - (X * X * Y * Y) - (2 * X * X * Term.Pow(Y, 3)) + (X * X * Term.Pow(Y, 4)) + (X * X * Term.Pow(Y, 6));

    private static Statement CauchySchwarz(int n, Rational factor)
    {
        Term[] a = [.. Enumerable.Range(0, n).Select(i => Term.Variable($"a{i}"))], b = [.. Enumerable.Range(0, n).Select(i => Term.Variable($"b{i}"))];
        return On(
            null,
            null,
            Term.Square(Term.Sum(a.Zip(b, (u, v) => u * v))) <= factor * Term.Sum(a.Select(u => u * u)) * Term.Sum(b.Select(v => v * v)),
            [.. a.Concat(b).Select(v => v.Name!)]);
    }

    private static Statement On(int? low, int? high, Formula claim, params string[] names) => Given(low, high, Formula.True, claim, names);

    private static Statement Given(int? low, int? high, Formula hypothesis, Formula claim, params string[] names) =>
        new([.. names.Select(n => new RealVariable(n, low is { } l ? (Rational)l : null, high is { } h ? (Rational)h : null))], hypothesis, claim);
}
