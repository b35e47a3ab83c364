using ResLinkProofs.Kernel.Matrices;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Testing.Properties;

namespace ResLinkProofs.Kernel.Tests.Matrices;

public sealed class ExactDefinitenessTests
{
    [Property(MaxTest = 150)]
    public void A_gram_matrix_is_semidefinite_and_is_definite_exactly_when_it_is_regular(int seed)
    {
        var random = new Random(seed);
        int n = random.Next(1, 6), rank = random.Next(0, n + 1);
        Rational[,] gram = Gram(Integers(random, rank, n), n);
        Assert.True(ExactDefiniteness.IsPositiveSemidefinite(gram));
        Assert.Equal(Determinant(gram).Sign > 0, ExactDefiniteness.IsPositiveDefinite(gram));
        Assert.True(rank == n || !ExactDefiniteness.IsPositiveDefinite(gram));
        Assert.True(ExactDefiniteness.IsPositiveDefinite(AddToDiagonal(gram, Rational.Parse("1e-40"))));
    }

    [Property(MaxTest = 150)]
    public void A_singular_gram_matrix_lowered_by_a_hair_is_indefinite(int seed)
    {
        var random = new Random(seed);
        int n = random.Next(1, 6);
        Rational[,] gram = Gram(Integers(random, n - 1, n), n);
        Assert.False(ExactDefiniteness.IsPositiveSemidefinite(AddToDiagonal(gram, -Rational.Parse("1e-40"))));
    }

    [Property(MaxTest = 150)]
    public void The_answer_agrees_with_all_principal_minors(int seed)
    {
        var random = new Random(seed);
        int n = random.Next(1, 5);
        var matrix = new Rational[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                matrix[i, j] = matrix[j, i] = random.Next(-1, 3) + (i == j ? random.Next(0, 3) : 0);
            }
        }

        int[][] subsets = [.. Enumerable.Range(1, (1 << n) - 1).Select(mask => Enumerable.Range(0, n).Where(i => (mask >> i & 1) != 0).ToArray())];
        int[] signs = [.. subsets.Select(s => Determinant(Minor(matrix, s)).Sign)];
        Assert.Equal(signs.All(s => s >= 0), ExactDefiniteness.IsPositiveSemidefinite(matrix));
        Assert.Equal(signs.All(s => s > 0), ExactDefiniteness.IsPositiveDefinite(matrix));
    }

    [Fact]
    public void Zero_pivots_need_a_zero_row()
    {
        Assert.True(ExactDefiniteness.IsPositiveSemidefinite(new Rational[,] { { 0, 0 }, { 0, 1 } }));
        Assert.False(ExactDefiniteness.IsPositiveSemidefinite(new Rational[,] { { 0, 1 }, { 1, 1 } }));
        Assert.False(ExactDefiniteness.IsPositiveDefinite(new Rational[,] { { 0, 0 }, { 0, 1 } }));
        Assert.False(ExactDefiniteness.IsPositiveSemidefinite(new Rational[,] { { 1, 1, 1 }, { 1, 1, 2 }, { 1, 2, 9 } })); // second pivot 0
        Assert.True(ExactDefiniteness.IsPositiveSemidefinite(new Rational[,] { { 1, 1, 1 }, { 1, 1, 1 }, { 1, 1, 1 } }));
        Assert.False(ExactDefiniteness.IsPositiveSemidefinite(new Rational[,] { { 0, 0 }, { 0, -1 } }));
    }

    [Fact]
    public void The_argument_is_checked_and_left_alone()
    {
        Assert.Throws<ArgumentException>(() => ExactDefiniteness.IsPositiveDefinite(new Rational[2, 3]));
        Assert.Throws<ArgumentException>(() => ExactDefiniteness.IsPositiveSemidefinite(new Rational[,] { { 1, 2 }, { 3, 4 } }));
        var matrix = new Rational[,] { { 2, 1 }, { 1, 2 } };
        Assert.True(ExactDefiniteness.IsPositiveDefinite(matrix));
        Assert.Equal(2, matrix[1, 1]);
    }

    private static Rational[][] Integers(Random random, int rows, int columns) =>
        [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => (Rational)random.Next(-4, 5)).ToArray())];

    private static Rational[,] Gram(Rational[][] rows, int n)
    {
        var gram = new Rational[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                gram[i, j] = rows.Aggregate(Rational.Zero, (sum, row) => sum + (row[i] * row[j]));
            }
        }

        return gram;
    }

    private static Rational[,] AddToDiagonal(Rational[,] matrix, Rational value)
    {
        var sum = (Rational[,])matrix.Clone();
        for (int i = 0; i < sum.GetLength(0); i++)
        {
            sum[i, i] += value;
        }

        return sum;
    }

    private static Rational[,] Minor(Rational[,] matrix, int[] indices)
    {
        var minor = new Rational[indices.Length, indices.Length];
        for (int i = 0; i < indices.Length; i++)
        {
            for (int j = 0; j < indices.Length; j++)
            {
                minor[i, j] = matrix[indices[i], indices[j]];
            }
        }

        return minor;
    }

    // By expansion along the first row: nothing in common with elimination.
    private static Rational Determinant(Rational[,] matrix)
    {
        int n = matrix.GetLength(0);
        if (n == 0)
        {
            return Rational.One;
        }

        Rational sum = Rational.Zero;
        for (int j = 0; j < n; j++)
        {
            var rest = new Rational[n - 1, n - 1];
            for (int r = 1; r < n; r++)
            {
                for (int c = 0; c < n - 1; c++)
                {
                    rest[r - 1, c] = matrix[r, c < j ? c : c + 1];
                }
            }

            Rational product = matrix[0, j] * Determinant(rest);
            sum += j % 2 == 0 ? product : -product;
        }

        return sum;
    }
}
