using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017.Theorem33Proof;

/// <summary>
/// The inequalities between vectors and matrices that the proof of Theorem 3.3 takes from textbooks, in small sizes. All are homogeneous, so entries in
/// [-1, 1] are no restriction.
/// </summary>
public sealed class TextbookInequalities : ISpec
{
    private const string Prefix = "Theorem 3.3 proof textbook";

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = LiYuan.Statement($"{Prefix} Cauchy-Schwarz"),
            Text = "(Σ x_i y_i)² ≤ Σ x_i² Σ y_i².",
            Proposition = StatementProposition.ForEach("n", [1, 2, 3, 4, 6, 10], CauchySchwarz),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement($"{Prefix} Lagrange identity"),
            Text = "Σ x_i² Σ y_i² - (Σ x_i y_i)² = Σ_{i<j} (x_i y_j - x_j y_i)², for n = 1, 2, 3, 4 entries: Cauchy-Schwarz with its remainder.",
            Proposition = StatementProposition.ForCases("n", [1, 2, 3, 4], LagrangeIdentity),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement($"{Prefix} Schur test"),
            Text = "If m_ij ≥ 0, every row sum is at most R and every column sum at most C, then (Σ m_ij x_i y_j)² ≤ R C Σ x_i² Σ y_j².",
            Proposition = StatementProposition.ForEach("n", [1, 2, 3, 4, 6], SchurTest),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement($"{Prefix} Frobenius norm of a product"),
            Text = "|XY|_F ≤ |X|₂ |Y|_F for 2 x 2 matrices, where 2|X|₂² = |X|²_F + √(|X|⁴_F - 4 det² X).",
            Proposition = StatementProposition.Of(FrobeniusNormOfProduct()),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement($"{Prefix} spectral norm of a product"),
            Text = "|XY|₂ ≤ |X|₂ |Y|₂ for 2 x 2 matrices, where 2|X|₂² = |X|²_F + √(|X|⁴_F - 4 det² X).",
            Proposition = StatementProposition.Of(SpectralNormOfProduct()),
        };
    }

    private static Statement CauchySchwarz(int n)
    {
        var forAll = new Quantifier();
        (Term[] x, Term[] y) = (Vector(forAll, "x", n), Vector(forAll, "y", n));
        return forAll.Conclude(Dot(x, x) * Dot(y, y) >= Term.Square(Dot(x, y)));
    }

    private static Statement LagrangeIdentity(int n)
    {
        var forAll = new Quantifier();
        (Term[] x, Term[] y) = (Vector(forAll, "x", n), Vector(forAll, "y", n));
        IEnumerable<Term> minors =
            from i in Enumerable.Range(0, n) from j in Enumerable.Range(i + 1, n - i - 1) select Term.Square((x[i] * y[j]) - (x[j] * y[i]));
        return forAll.Conclude(((Dot(x, x) * Dot(y, y)) - Term.Square(Dot(x, y))).EqualTo(Sum(minors)));
    }

    private static Statement SchurTest(int n)
    {
        var forAll = new Quantifier();
        (Term[] x, Term[] y) = (Vector(forAll, "x", n), Vector(forAll, "y", n));
        Term[][] m = Matrix(forAll, "m", n, 0);
        Term rows = m.Select(Sum).Aggregate(Term.Max), columns = Enumerable.Range(0, n).Select(j => Sum(m.Select(row => row[j]))).Aggregate(Term.Max);
        Term form = Sum(m.Select((row, i) => x[i] * Dot(row, y)));
        return forAll.Conclude(rows * columns * Dot(x, x) * Dot(y, y) >= Term.Square(form));
    }

    private static Statement FrobeniusNormOfProduct()
    {
        var forAll = new Quantifier();
        (Term[][] x, Term[][] y) = (Matrix(forAll, "X", 2, -1), Matrix(forAll, "Y", 2, -1));
        return forAll.Conclude(SquaredSpectralNorm(x) * SquaredFrobeniusNorm(y) >= SquaredFrobeniusNorm(Product(x, y)));
    }

    private static Statement SpectralNormOfProduct()
    {
        var forAll = new Quantifier();
        (Term[][] x, Term[][] y) = (Matrix(forAll, "X", 2, -1), Matrix(forAll, "Y", 2, -1));
        return forAll.Conclude(SquaredSpectralNorm(x) * SquaredSpectralNorm(y) >= SquaredSpectralNorm(Product(x, y)));
    }

    // The discriminant |X|_F^4 - 4 det^2 X as a sum of squares: ((a-d)^2 + (b+c)^2)((a+d)^2 + (b-c)^2).
    private static Term SquaredSpectralNorm(Term[][] x)
    {
        (Term a, Term b, Term c, Term d) = (x[0][0], x[0][1], x[1][0], x[1][1]);
        Term discriminant = (Term.Square(a - d) + Term.Square(b + c)) * (Term.Square(a + d) + Term.Square(b - c));
        return (SquaredFrobeniusNorm(x) + Term.Sqrt(discriminant)) / 2;
    }

    private static Term SquaredFrobeniusNorm(Term[][] x) => Sum(x.Select(row => Dot(row, row)));

    private static Term[][] Product(Term[][] x, Term[][] y) =>
        [.. x.Select(row => Enumerable.Range(0, y.Length).Select(j => Dot(row, [.. y.Select(r => r[j])])).ToArray())];

    private static Term[] Vector(Quantifier forAll, string name, int n) => [.. Enumerable.Range(1, n).Select(i => forAll.Real($"{name}[{i}]", -1, 1))];

    private static Term[][] Matrix(Quantifier forAll, string name, int n, Rational least) =>
        [.. Enumerable.Range(1, n).Select(i => Enumerable.Range(1, n).Select(j => forAll.Real($"{name}[{i},{j}]", least, 1)).ToArray())];

    private static Term Dot(Term[] x, Term[] y) => Sum(x.Zip(y, (a, b) => a * b));

    private static Term Sum(IEnumerable<Term> terms) => terms.Aggregate((Term)0, (sum, term) => sum + term);
}
