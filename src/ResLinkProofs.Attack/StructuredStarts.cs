using ResLinkProofs.Evaluation;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Attack;

/// <summary>
/// Pairs (W, W*) = (S - K, S + K) with S = -(c I + b u u^T / d) and K antisymmetric with zero row sums: teacher and student differ by
/// a direction in which their sums of columns agree, about a common shrinking of the columns. Margins about inner products with
/// W* - W tend to be least near such pairs.
/// </summary>
public static class StructuredStarts
{
    // (c, b, size of K) as shares of the radius.
    private static readonly (double Diagonal, double Uniform, double Antisymmetric)[] Shares =
    [
        (0.35, 0.65, 0.9), (0, 1, 1), (0, 0, 1), (0.5, 0, 0.8), (-0.3, 0, 0.1),
    ];

    /// <summary>The pairs in one dimension, each as the entries of W row by row, then those of W*.</summary>
    /// <param name="dimension">d, at least 1; below 2 there is no such pair.</param>
    /// <param name="radius">The largest spectral norm of the matrices, positive.</param>
    public static IEnumerable<double[]> Pairs(int dimension, double radius)
    {
        if (dimension < 2)
        {
            yield break;
        }

        foreach ((double diagonal, double uniform, double antisymmetric) in Shares)
        {
            foreach (double[] k in Antisymmetric(dimension))
            {
                yield return Pair(dimension, radius, k, diagonal, uniform, antisymmetric);
            }
        }
    }

    private static double[] Pair(int d, double radius, double[] k, double diagonal, double uniform, double antisymmetric)
    {
        int half = d * d;
        double norm = DenseMatrix.FromRows(d, d, k).SpectralNorm();
        double factor = norm > 0 ? antisymmetric / norm : 0;
        double[] pair = new double[2 * half];
        for (int i = 0; i < half; i++)
        {
            double symmetric = -(uniform / d) - (i % (d + 1) == 0 ? diagonal : 0);
            pair[i] = symmetric - (factor * k[i]);
            pair[half + i] = symmetric + (factor * k[i]);
        }

        for (int part = 0; part < 2; part++)
        {
            Span<double> matrix = pair.AsSpan(part * half, half);
            double size = DenseMatrix.FromRows(d, d, matrix).SpectralNorm();
            foreach (ref double entry in matrix)
            {
                entry *= size > 0 ? radius / size : 0;
            }
        }

        return pair;
    }

    private static IEnumerable<double[]> Antisymmetric(int d)
    {
        if (d % 2 == 0)
        {
            double[] kronecker = new double[d * d];
            StructuredMatrices.FillRotationBlocks(kronecker, d);
            yield return kronecker;
        }

        if (d > 2)
        {
            yield return HilbertTransform(d);
        }

        if (d == 2)
        {
            yield return [1, -1, 1, -1]; // rows sum to zero as closely as antisymmetry allows
        }
    }

    // The discrete Hilbert transform of the largest odd size n, a circulant: antisymmetric, zero on the vector
    // of ones and orthogonal on what is orthogonal to that; of an even size another vector would be lost.
    private static double[] HilbertTransform(int d)
    {
        int n = d % 2 == 0 ? d - 1 : d;
        double[] matrix = new double[d * d];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double angle = Math.PI * (i - j) / n, weight = (Math.Cos(angle) - ((i - j) % 2 == 0 ? 1 : -1)) / (n * Math.Sin(angle));
                matrix[(i * d) + j] = -weight;
                matrix[(j * d) + i] = weight;
            }
        }

        return matrix;
    }
}
