using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Models.Sets;

/// <summary>Matrices of any shape with the structures at which claims tend to be tight, in entries of the order of 1.</summary>
internal static class MatrixShapes
{
    /// <summary>Draws a matrix: structured ones and plain Gaussian ones in turn.</summary>
    public static void Draw(RandomStream stream, Span<double> matrix, int rows, int columns)
    {
        stream.FillGaussian(matrix);
        switch (stream.NextInt32(12))
        {
            case 0: // rank one
                for (int i = matrix.Length - 1; i >= 0; i--)
                {
                    matrix[i] = matrix[i / columns * columns] * matrix[i % columns];
                }

                break;
            case 1: // equal rows
                for (int i = columns; i < matrix.Length; i++)
                {
                    matrix[i] = matrix[i % columns];
                }

                break;
            case 2: // equal columns
                for (int i = 0; i < matrix.Length; i++)
                {
                    matrix[i] = matrix[i / columns * columns];
                }

                break;
            case 3: // signs
                for (int i = 0; i < matrix.Length; i++)
                {
                    matrix[i] = matrix[i] < 0 ? -1 : 1;
                }

                break;
            case 4: // a single entry
                int kept = stream.NextInt32(matrix.Length);
                double entry = matrix[kept];
                matrix.Clear();
                matrix[kept] = entry;
                break;
            case 5: // a permutation, with signs
                Permutation(stream, matrix, rows, columns);
                break;
            case 6: // near the identity
                double share = Math.ScaleB(1, -stream.NextInt32(20));
                for (int i = 0; i < matrix.Length; i++)
                {
                    matrix[i] = (i / columns == i % columns ? 1 : 0) + (share * matrix[i]);
                }

                break;
            case 7: // many zeros
                for (int i = 0; i < matrix.Length; i++)
                {
                    matrix[i] = stream.NextInt32(3) == 0 ? matrix[i] : 0;
                }

                break;
        }
    }

    /// <summary>Zero, ones, identity and its opposite, rank one, signs, a permutation: each once.</summary>
    public static IEnumerable<double[]> Structured(int rows, int columns)
    {
        yield return Of((i, j) => i == j ? 1 : 0);
        yield return Of((_, _) => 0);
        yield return Of((_, _) => 1);
        yield return Of((i, j) => i == j ? -1 : 0);
        yield return Of((i, j) => i == 0 && j == 0 ? 1 : 0);
        yield return Of((i, j) => (i + j) % 2 == 0 ? 1 : -1);
        yield return Of((i, j) => (i + 1) % Math.Max(rows, columns) == j ? 1 : 0);
        yield return Of((i, j) => (i + 1.0) / rows * (j % 2 == 0 ? 1 : -1));

        double[] Of(Func<int, int, double> entry) => [.. Enumerable.Range(0, rows * columns).Select(k => entry(k / columns, k % columns))];
    }

    /// <summary>The whole of a ball, its boundary, and the neighbourhood of zero on a logarithmic scale: a factor for the radius.</summary>
    public static double Share(RandomStream stream) => stream.NextInt32(3) switch
    {
        0 => 1,
        1 => stream.NextDouble(),
        _ => Math.ScaleB(1, -stream.NextInt32(12)),
    };

    private static void Permutation(RandomStream stream, Span<double> matrix, int rows, int columns)
    {
        int[] order = new int[Math.Max(rows, columns)];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        stream.Permute(order);
        matrix.Clear();
        for (int i = 0; i < rows; i++)
        {
            if (order[i] < columns)
            {
                matrix[(i * columns) + order[i]] = stream.NextInt32(4) == 0 ? -1 : 1;
            }
        }
    }
}
