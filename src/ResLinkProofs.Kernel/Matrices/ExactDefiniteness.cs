using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Matrices;

/// <summary>Definiteness of symmetric rational matrices by exact LDL^T elimination: no rounding, no tolerance.</summary>
public static class ExactDefiniteness
{
    /// <summary>True exactly when every eigenvalue is at least zero.</summary>
    /// <param name="matrix">A square symmetric matrix.</param>
    /// <exception cref="ArgumentException">The matrix is not square or not symmetric.</exception>
    public static bool IsPositiveSemidefinite(Rational[,] matrix) => Eliminate(matrix, pivotMayVanish: true);

    /// <summary>True exactly when every eigenvalue is above zero.</summary>
    /// <param name="matrix">A square symmetric matrix.</param>
    /// <exception cref="ArgumentException">The matrix is not square or not symmetric.</exception>
    public static bool IsPositiveDefinite(Rational[,] matrix) => Eliminate(matrix, pivotMayVanish: false);

    private static bool Eliminate(Rational[,] matrix, bool pivotMayVanish)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        int n = matrix.GetLength(0);
        RequireSymmetric(matrix, n);
        var a = (Rational[,])matrix.Clone();
        for (int k = 0; k < n; k++)
        {
            int sign = a[k, k].Sign;
            if (sign < 0 || (sign == 0 && !pivotMayVanish))
            {
                return false;
            }

            for (int i = k + 1; i < n; i++)
            {
                if (sign == 0)
                {
                    // A positive semidefinite matrix with a zero on its diagonal has zeros in that whole row.
                    if (a[i, k].Sign != 0)
                    {
                        return false;
                    }

                    continue;
                }

                Rational factor = a[i, k] / a[k, k];
                for (int j = k + 1; j < n; j++)
                {
                    a[i, j] -= factor * a[k, j];
                }
            }
        }

        return true;
    }

    private static void RequireSymmetric(Rational[,] matrix, int n)
    {
        if (matrix.GetLength(1) != n)
        {
            throw new ArgumentException($"The matrix must be square, not {n} x {matrix.GetLength(1)}.", nameof(matrix));
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (matrix[i, j] != matrix[j, i])
                {
                    throw new ArgumentException($"The matrix must be symmetric; entries ({i}, {j}) and ({j}, {i}) differ.", nameof(matrix));
                }
            }
        }
    }
}
