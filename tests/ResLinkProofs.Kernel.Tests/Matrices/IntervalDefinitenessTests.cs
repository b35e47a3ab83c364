using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Matrices;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Tests.Matrices;

public sealed class IntervalDefinitenessTests
{
    [Fact]
    public void Every_exact_member_of_an_accepted_matrix_is_positive_definite()
    {
        var random = new Random(7);
        int accepted = 0, indefinite = 0;
        for (int trial = 0; trial < 400; trial++)
        {
            int n = 1 + random.Next(6);
            double[,] root = new double[n, n];
            foreach ((int i, int j) in Pairs(n))
            {
                root[i, j] = random.NextDouble() - 0.5;
            }

            double shift = (random.NextDouble() - 0.3) * 0.3, radius = Math.Pow(10, -random.Next(1, 8));
            var matrix = new Interval[n * n];
            var member = new Rational[n, n];
            foreach ((int i, int j) in Pairs(n).Where(p => p.Item2 <= p.Item1))
            {
                double middle = Enumerable.Range(0, n).Sum(k => root[i, k] * root[j, k]) + (i == j ? shift : 0);
                matrix[(i * n) + j] = matrix[(j * n) + i] = new Interval(middle - radius, middle + radius);
                double chosen = random.Next(2) == 0 ? middle - radius : middle + radius;
                member[i, j] = member[j, i] = Rational.FromDouble(chosen);
            }

            bool definite = ExactDefiniteness.IsPositiveDefinite(member);
            indefinite += definite ? 0 : 1;
            if (IntervalDefiniteness.IsPositiveDefinite(matrix, n))
            {
                accepted++;
                Assert.True(definite);
            }
        }

        Assert.True(accepted > 100 && indefinite > 50, $"{accepted} accepted, {indefinite} indefinite");
    }

    [Fact]
    public void The_verdict_turns_where_the_smallest_eigenvalue_does()
    {
        // Eigenvalues of [[2, 1], [1, 2]] - s I are 1 - s and 3 - s.
        Assert.True(IntervalDefiniteness.IsPositiveDefinite(Shifted(0.999999), 2));
        Assert.False(IntervalDefiniteness.IsPositiveDefinite(Shifted(1), 2));
        Assert.False(IntervalDefiniteness.IsPositiveDefinite(Shifted(2), 2));
        Assert.True(IntervalDefiniteness.IsPositiveDefinite([], 0));

        static Interval[] Shifted(double s) => [Interval.Point(2 - s), 1, 1, Interval.Point(2 - s)];
    }

    [Fact]
    public void Wide_unbounded_and_misshapen_matrices_are_refused()
    {
        Assert.False(IntervalDefiniteness.IsPositiveDefinite([new Interval(1, 2), new Interval(-2, 2), new Interval(-2, 2), new Interval(1, 2)], 2));
        Assert.False(IntervalDefiniteness.IsPositiveDefinite([Interval.Entire], 1));
        Assert.False(IntervalDefiniteness.IsPositiveDefinite([Interval.Empty], 1));
        Assert.Throws<ArgumentException>(() => IntervalDefiniteness.IsPositiveDefinite([1, 2], 2));
    }

    private static IEnumerable<(int, int)> Pairs(int n) =>
        from i in Enumerable.Range(0, n) from j in Enumerable.Range(0, n) select (i, j);

    [Theory]
    [InlineData(0.5, true)]
    [InlineData(0.8, false)]
    public void Every_row_pays_for_all_its_entries(double radius, bool mayBeDefinite)
    {
        // diag(1, 1, 1) with uncertain entries in the last row: at 0.8 the least eigenvalue can be 1 - 0.8 sqrt 2 < 0.
        var entry = new Interval(-radius, radius);
        Interval[] matrix = [1, 0, entry, 0, 1, entry, entry, entry, 1];
        Assert.True(mayBeDefinite || !IntervalDefiniteness.IsPositiveDefinite(matrix, 3));
        matrix[2] = matrix[5] = matrix[6] = matrix[7] = new Interval(-0.4, 0.4);
        Assert.True(IntervalDefiniteness.IsPositiveDefinite(matrix, 3));
    }

    [Fact]
    public void A_matrix_that_may_be_singular_is_not_definite()
    {
        var entry = new Interval(-1, 1);
        Assert.False(IntervalDefiniteness.IsPositiveDefinite([1, entry, entry, 1], 2));
    }
}
