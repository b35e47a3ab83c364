using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Proving.Matrices;

/// <summary>
/// Positive definiteness of a symmetric matrix of terms as an ordinary formula: every pivot of its LDL^T factorisation is
/// positive. So it is proved with the same certificates as any inequality, over whole boxes, and needs no trust of its own.
/// </summary>
public static class Definiteness
{
    /// <summary>A formula equivalent to positive definiteness wherever the entries are defined.</summary>
    /// <param name="matrix">A square matrix; only the lower triangle is read.</param>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    public static Formula IsPositiveDefinite(Term[,] matrix)
    {
        int n = RequireSquare(matrix);
        var rest = (Term[,])matrix.Clone();
        var pivots = new Formula[n];
        for (int k = 0; k < n; k++)
        {
            Term pivot = rest[k, k];
            pivots[k] = pivot > 0;
            for (int i = k + 1; i < n; i++)
            {
                for (int j = k + 1; j < i; j++)
                {
                    rest[i, j] -= rest[i, k] * rest[j, k] / pivot;
                }

                rest[i, i] -= Term.Square(rest[i, k]) / pivot;
            }
        }

        return Formula.All(pivots);
    }

    /// <summary>
    /// The same for the congruent matrix T A T^T, which is definite exactly when A is, as T is invertible. If T nearly inverts the Cholesky
    /// factor of A, the pivots stay near one and their enclosures tight.
    /// </summary>
    /// <param name="matrix">A symmetric n x n matrix A; only the lower triangle is read.</param>
    /// <param name="transformation">A lower triangular n x n matrix T without zeros on its diagonal.</param>
    /// <exception cref="ArgumentException">The sizes differ, or T is not of that form.</exception>
    public static Formula IsPositiveDefinite(Term[,] matrix, Rational[,] transformation)
    {
        return IsPositiveDefinite(Congruent(matrix, transformation));
    }

    /// <summary>
    /// A formula that implies positive definiteness: |(T A T^T - I)_ij| &lt;= tolerance_ij for all i >= j, where every row of tolerances
    /// sums to less than one (Gershgorin). Each comparison is about one entry, so that its mean value form is tight.
    /// </summary>
    /// <param name="matrix">A symmetric n x n matrix A; only the lower triangle is read.</param>
    /// <param name="transformation">A lower triangular n x n matrix T without zeros on its diagonal.</param>
    /// <param name="tolerance">A symmetric n x n matrix of numbers that are not negative, each row summing to less than 1.</param>
    /// <exception cref="ArgumentException">The sizes differ, T is not of that form, or the tolerances are not.</exception>
    public static Formula IsNearIdentity(Term[,] matrix, Rational[,] transformation, Rational[,] tolerance)
    {
        ArgumentNullException.ThrowIfNull(tolerance);
        Term[,] congruent = Congruent(matrix, transformation);
        int n = congruent.GetLength(0);
        var parts = new List<Formula>();
        for (int i = 0; i < n; i++)
        {
            Rational sum = Rational.Zero;
            for (int j = 0; j < n; j++)
            {
                if (tolerance.GetLength(0) != n || tolerance.GetLength(1) != n || tolerance[i, j].Sign < 0
                    || tolerance[i, j] != tolerance[j, i])
                {
                    throw new ArgumentException(
                        $"The tolerances must be a symmetric {n} x {n} matrix without negative entries "
                            + $"(entry {i}, {j}).", nameof(tolerance));
                }

                sum += tolerance[i, j];
            }

            if (sum >= Rational.One)
            {
                throw new ArgumentException($"Row {i} of the tolerances sums to {sum}; it must be below 1.", nameof(tolerance));
            }

            for (int j = 0; j <= i; j++)
            {
                Term deviation = congruent[i, j] - (i == j ? Term.One : Term.Zero);
                parts.Add(deviation <= tolerance[i, j]);
                parts.Add(deviation >= -tolerance[i, j]);
            }
        }

        return Formula.All(parts);
    }

    /// <summary>
    /// The inverse of the Cholesky factor of an approximate matrix, rounded to multiples of 1/1024: a transformation for the above.
    /// </summary>
    /// <param name="matrix">A positive definite matrix.</param>
    /// <exception cref="ArgumentException">The matrix is not square or not positive definite.</exception>
    public static Rational[,] Transformation(double[,] matrix) =>
        TryTransformation(matrix) ?? throw new ArgumentException("The matrix is not positive definite.", nameof(matrix));

    /// <summary>The same, or null where the matrix is not positive definite.</summary>
    /// <param name="matrix">A symmetric matrix.</param>
    public static Rational[,]? TryTransformation(double[,] matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        int n = matrix.GetLength(0);
        var inverse = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            double pivot = matrix[i, i];
            for (int j = 0; j < i; j++)
            {
                double entry = 0;
                for (int k = 0; k <= j; k++)
                {
                    entry += inverse[j, k] * matrix[i, k];
                }

                pivot -= entry * entry;
                for (int k = 0; k <= j; k++)
                {
                    inverse[i, k] -= entry * inverse[j, k];
                }
            }

            if (!(pivot > 0))
            {
                return null;
            }

            inverse[i, i] = 1;
            for (int k = 0; k <= i; k++)
            {
                inverse[i, k] /= Math.Sqrt(pivot);
            }
        }

        const int Grid = 1024;
        var rounded = new Rational[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                rounded[i, j] = new Rational((long)Math.Round(inverse[i, j] * Grid), Grid);
            }

            rounded[i, i] = Rational.Max(rounded[i, i], new Rational(1, Grid));
        }

        return rounded;
    }

    /// <summary>T A T^T.</summary>
    internal static Term[,] Congruent(Term[,] matrix, Rational[,] transformation)
    {
        int n = RequireSquare(matrix);
        ArgumentNullException.ThrowIfNull(transformation);
        for (int i = 0; i < n; i++)
        {
            bool fits = transformation.GetLength(0) == n && transformation.GetLength(1) == n && transformation[i, i].Sign != 0;
            for (int j = i + 1; fits && j < n; j++)
            {
                fits = transformation[i, j].Sign == 0;
            }

            if (!fits)
            {
                throw new ArgumentException(
                    "The transformation must be lower triangular, "
                        + $"{n} x {n}, without zeros on its diagonal (row {i}).", nameof(transformation));
            }
        }

        var congruent = new Term[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                congruent[i, j] = congruent[j, i] = Congruent(matrix, transformation, i, j);
            }
        }

        return congruent;
    }

    // Row i of T times A times row j of T; every entry of the symmetric A enters once, so that its enclosure is used once.
    private static Term Congruent(Term[,] matrix, Rational[,] t, int i, int j)
    {
        Term sum = Term.Zero;
        for (int k = 0; k <= i; k++)
        {
            for (int l = 0; l <= k; l++)
            {
                Rational weight = k == l ? t[i, k] * t[j, k] : (t[i, k] * t[j, l]) + (t[i, l] * t[j, k]);
                if (weight.Sign != 0)
                {
                    sum += weight * matrix[k, l];
                }
            }
        }

        return sum;
    }

    private static int RequireSquare(Term[,] matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        int n = matrix.GetLength(0);
        return matrix.GetLength(1) == n
            ? n
            : throw new ArgumentException($"The matrix must be square, not {n} x {matrix.GetLength(1)}.", nameof(matrix));
    }
}
