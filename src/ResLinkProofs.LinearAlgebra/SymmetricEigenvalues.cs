namespace ResLinkProofs.LinearAlgebra;

/// <summary>
/// Eigenvalues of a symmetric matrix by cyclic Jacobi rotations: slow for large matrices, accurate for all, and the same bits everywhere.
/// </summary>
public static class SymmetricEigenvalues
{
    private const int MostSweeps = 60;

    /// <summary>
    /// The eigenvalues, not sorted, and the eigenvectors as the rows of a matrix. Entries that are not finite make all of them NaN.
    /// </summary>
    /// <param name="matrix">size x size entries, row by row; only the lower triangle is read.</param>
    /// <param name="size">The number of rows, at least 1.</param>
    /// <exception cref="ArgumentException">The number of entries does not fit.</exception>
    public static (double[] Values, double[] VectorRows) Decompose(ReadOnlySpan<double> matrix, int size)
    {
        MatrixShape.RequirePositive(size, nameof(size));
        if (matrix.Length != size * size)
        {
            throw new ArgumentException($"matrix has {matrix.Length} entries; it must have {size} x {size}.", nameof(matrix));
        }

        double[] a = new double[size * size], v = new double[size * size], values = new double[size];
        double largest = 0;
        for (int i = 0; i < size; i++)
        {
            v[(i * size) + i] = 1;
            for (int j = 0; j <= i; j++)
            {
                double entry = matrix[(i * size) + j];
                a[(i * size) + j] = a[(j * size) + i] = entry;
                largest = double.IsFinite(entry) ? Math.Max(largest, Math.Abs(entry)) : double.NaN;
                if (double.IsNaN(largest))
                {
                    Array.Fill(values, double.NaN);
                    Array.Fill(v, double.NaN);
                    return (values, v);
                }
            }
        }

        for (int sweep = 0; sweep < MostSweeps && Sweep(a, v, size, largest * 1e-17); sweep++)
        {
        }

        for (int i = 0; i < size; i++)
        {
            values[i] = a[(i * size) + i];
        }

        return (values, v);
    }

    /// <summary>The least or the largest eigenvalue with a unit eigenvector.</summary>
    /// <param name="matrix">size x size entries, row by row; only the lower triangle is read.</param>
    /// <param name="size">The number of rows, at least 1.</param>
    /// <param name="largest">Which of the two.</param>
    public static (double Value, double[] Vector) Extreme(ReadOnlySpan<double> matrix, int size, bool largest)
    {
        (double[] values, double[] rows) = Decompose(matrix, size);
        int best = 0;
        for (int i = 1; i < size; i++)
        {
            best = largest == values[i] > values[best] && values[i] != values[best] ? i : best;
        }

        return (values[best], rows[(best * size)..((best + 1) * size)]);
    }

    // Annihilates every entry below the diagonal once; true when some entry was not negligible.
    private static bool Sweep(double[] a, double[] v, int size, double negligible)
    {
        bool rotated = false;
        for (int p = 0; p < size; p++)
        {
            for (int q = p + 1; q < size; q++)
            {
                double apq = a[(p * size) + q];
                if (Math.Abs(apq) <= negligible)
                {
                    continue;
                }

                rotated = true;
                double zeta = (a[(q * size) + q] - a[(p * size) + p]) / (2 * apq);
                double t = (zeta >= 0 ? 1 : -1) / (Math.Abs(zeta) + Math.Sqrt(1 + (zeta * zeta)));
                double c = 1 / Math.Sqrt(1 + (t * t)), s = c * t;
                for (int k = 0; k < size; k++)
                {
                    Rotate(ref a[(k * size) + p], ref a[(k * size) + q], c, s);
                }

                for (int k = 0; k < size; k++)
                {
                    Rotate(ref a[(p * size) + k], ref a[(q * size) + k], c, s);
                    Rotate(ref v[(p * size) + k], ref v[(q * size) + k], c, s);
                }

                a[(p * size) + q] = a[(q * size) + p] = 0;
            }
        }

        return rotated;
    }

    private static void Rotate(ref double x, ref double y, double c, double s) => (x, y) = ((c * x) - (s * y), (s * x) + (c * y));
}
