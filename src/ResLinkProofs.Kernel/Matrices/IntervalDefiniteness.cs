using ResLinkProofs.Kernel.Intervals;

namespace ResLinkProofs.Kernel.Matrices;

/// <summary>Positive definiteness of all symmetric matrices in an interval matrix at once.</summary>
/// <remarks>
/// A Cholesky factor L of the midpoint, computed in ordinary floating point and trusted in nothing, gives W = L^-1 approximately. The
/// congruent matrix W A W^T is enclosed with outward rounding; if it is strictly diagonally dominant with a positive diagonal (Gershgorin),
/// it is positive definite, hence W has full rank and A is positive definite.
/// </remarks>
public static class IntervalDefiniteness
{
    private const int StackLimit = 16;

    /// <summary>
    /// True only if every symmetric matrix with entries in the given intervals is positive definite; false if that could not be shown.
    /// </summary>
    /// <param name="matrix">The n x n intervals, row by row; only the lower triangle is read.</param>
    /// <param name="n">The number of rows; for 0 the answer is true.</param>
    /// <exception cref="ArgumentException">The span does not hold n x n intervals.</exception>
    public static bool IsPositiveDefinite(ReadOnlySpan<Interval> matrix, int n)
    {
        if (n < 0 || matrix.Length != n * n)
        {
            throw new ArgumentException($"{matrix.Length} entries do not make a square matrix of {n} rows.", nameof(matrix));
        }

        Span<double> inverse = n <= StackLimit ? stackalloc double[n * n] : new double[n * n];
        Span<Interval> row = n <= StackLimit ? stackalloc Interval[n] : new Interval[n];
        Span<double> slack = n <= StackLimit ? stackalloc double[n] : new double[n];
        return TryInvertFactor(matrix, n, inverse) && IsDominant(matrix, n, inverse, row, slack);
    }

    // W = L^-1 of the midpoint matrix, lower triangular; any W would do for soundness.
    private static bool TryInvertFactor(ReadOnlySpan<Interval> matrix, int n, Span<double> w)
    {
        w.Clear();
        for (int i = 0; i < n; i++)
        {
            // Row i of L is found from A and the rows of W above: l = A_i W^T, by l_j = w_j . a_i.
            double pivot = matrix[(i * n) + i].Midpoint;
            for (int j = 0; j < i; j++)
            {
                double l = 0;
                for (int k = 0; k <= j; k++)
                {
                    l += w[(j * n) + k] * matrix[(i * n) + k].Midpoint;
                }

                pivot -= l * l;
                for (int k = 0; k <= j; k++)
                {
                    w[(i * n) + k] -= l * w[(j * n) + k];
                }
            }

            if (!(pivot > 0) || !double.IsFinite(pivot))
            {
                return false;
            }

            double scale = 1 / Math.Sqrt(pivot);
            for (int k = 0; k < i; k++)
            {
                w[(i * n) + k] *= scale;
            }

            w[(i * n) + i] = scale;
        }

        return true;
    }

    private static bool IsDominant(ReadOnlySpan<Interval> matrix, int n, ReadOnlySpan<double> w, Span<Interval> row, Span<double> slack)
    {
        foreach (double entry in w)
        {
            if (!double.IsFinite(entry))
            {
                return false;
            }
        }

        slack.Clear();
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < n; k++) // row = (W A)_i
            {
                row[k] = Interval.Zero;
                for (int l = 0; l <= i; l++)
                {
                    row[k] += Interval.Point(w[(i * n) + l]) * matrix[k <= l ? (l * n) + k : (k * n) + l];
                }
            }

            for (int j = 0; j <= i; j++) // entry = (W A W^T)_ij
            {
                Interval entry = Interval.Zero;
                for (int k = 0; k <= j; k++)
                {
                    entry += row[k] * Interval.Point(w[(j * n) + k]);
                }

                if (i == j)
                {
                    slack[i] = DirectedRounding.AddDown(slack[i], entry.Lower);
                }
                else
                {
                    slack[i] = DirectedRounding.SubtractDown(slack[i], entry.Magnitude);
                    slack[j] = DirectedRounding.SubtractDown(slack[j], entry.Magnitude);
                }
            }
        }

        foreach (double s in slack)
        {
            if (!(s > 0))
            {
                return false;
            }
        }

        return true;
    }
}
