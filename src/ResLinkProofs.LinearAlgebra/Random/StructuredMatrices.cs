namespace ResLinkProofs.LinearAlgebra.Random;

/// <summary>
/// Square matrices of the kinds at which inequalities about networks tend to be tight: zero, identity, diagonal, permutations
/// and their differences with the identity, rank one, antisymmetric (also with
/// zero row sums), reflections, rotations in blocks, circulant, and plain Gaussian ones.
/// </summary>
public static class StructuredMatrices
{
    private const int Kinds = 15;

    /// <summary>Draws a matrix of a random kind; its norm is of order 1 but not controlled.</summary>
    /// <param name="stream">The source of randomness.</param>
    /// <param name="target">Receives dimension x dimension entries, row by row.</param>
    /// <param name="dimension">The number of rows; at least 1.</param>
    public static void Fill(RandomStream stream, Span<double> target, int dimension)
    {
        ArgumentNullException.ThrowIfNull(stream);
        int d = dimension;
        target.Clear();
        double sign = stream.NextInt32(2) == 0 ? 1 : -1;
        switch (stream.NextInt32(Kinds))
        {
            case 0:
                break;
            case 1:
                AddToDiagonal(target, d, sign);
                break;
            case 2:
                for (int i = 0; i < d; i++)
                {
                    target[(i * d) + i] = stream.NextGaussian();
                }

                break;
            case 3: // permutation, or its difference with the identity
                int[] permutation = Permutation(stream, d);
                for (int i = 0; i < d; i++)
                {
                    target[(permutation[i] * d) + i] = sign;
                }

                if (stream.NextInt32(2) == 0)
                {
                    AddToDiagonal(target, d, -sign);
                }

                break;
            case 4: // cyclic shift minus a multiple of the identity: the inverse of a reflection's neighbour
                for (int i = 0; i < d; i++)
                {
                    target[(((i + 1) % d) * d) + i] = 1;
                }

                AddToDiagonal(target, d, -stream.NextInt32(3) / 2.0);
                break;
            case 5: // a multiple of the all-ones matrix
                target.Fill(sign / d);
                break;
            case 6:
                RankOne(stream, target, d);
                break;
            case 7: // single entry
                target[stream.NextInt32(d * d)] = sign;
                break;
            case 8:
                Antisymmetric(stream, target, d);
                break;
            case 9:
                Circulant(stream, target, d);
                break;
            case 10:
                AntisymmetricWithoutRowSums(stream, target, d);
                break;
            case 11:
                Reflection(stream, target, d, sign);
                break;
            case 12:
                FillRotationBlocks(target, d);
                break;
            case 13: // about a common shrinking of the columns: -(c I + b u u^T / d) + K
                AntisymmetricWithoutRowSums(stream, target, d);
                double diagonal = stream.NextDouble(), uniform = stream.NextDouble();
                for (int i = 0; i < target.Length; i++)
                {
                    target[i] -= uniform / d;
                }

                AddToDiagonal(target, d, -diagonal);
                break;
            default:
                stream.FillGaussian(target);
                break;
        }
    }

    /// <summary>
    /// The Kronecker product J (x) (I - u u^T / m) of a quarter turn J with the projection that removes the mean of m = d/2
    /// coordinates: antisymmetric with zero row sums. In odd dimensions the last row and column are zero.
    /// </summary>
    /// <param name="target">Receives dimension x dimension entries, row by row.</param>
    /// <param name="dimension">The number of rows; at least 1.</param>
    public static void FillRotationBlocks(Span<double> target, int dimension)
    {
        target.Clear();
        int m = dimension / 2;
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < m; j++)
            {
                double entry = (i == j ? 1.0 : 0.0) - (1.0 / m);
                target[(i * dimension) + m + j] = entry;
                target[((m + i) * dimension) + j] = -entry;
            }
        }
    }

    private static void AddToDiagonal(Span<double> target, int d, double value)
    {
        for (int i = 0; i < d; i++)
        {
            target[(i * d) + i] += value;
        }
    }

    private static int[] Permutation(RandomStream stream, int d)
    {
        int[] permutation = [.. Enumerable.Range(0, d)];
        for (int i = d - 1; i > 0; i--)
        {
            int j = stream.NextInt32(i + 1);
            (permutation[i], permutation[j]) = (permutation[j], permutation[i]);
        }

        return permutation;
    }

    private static void RankOne(RandomStream stream, Span<double> target, int d)
    {
        double[] left = new double[d], right = new double[d];
        stream.FillGaussian(left);
        stream.FillGaussian(right);
        for (int i = 0; i < d * d; i++)
        {
            target[i] = left[i / d] * right[i % d];
        }
    }

    private static void Antisymmetric(RandomStream stream, Span<double> target, int d)
    {
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double value = stream.NextGaussian();
                target[(i * d) + j] = value;
                target[(j * d) + i] = -value;
            }
        }
    }

    // P K P with P = I - u u^T / d and K antisymmetric: subtracts row means and column means.
    private static void AntisymmetricWithoutRowSums(RandomStream stream, Span<double> target, int d)
    {
        Antisymmetric(stream, target, d);
        double[] means = new double[d];
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < d; j++)
            {
                means[i] += target[(i * d) + j] / d;
            }
        }

        for (int i = 0; i < d * d; i++)
        {
            target[i] -= means[i / d] - means[i % d];
        }
    }

    // 2 v v^T / |v|^2 - I or its negative, for v all ones or Gaussian.
    private static void Reflection(RandomStream stream, Span<double> target, int d, double sign)
    {
        double[] v = new double[d];
        if (stream.NextInt32(2) == 0)
        {
            Array.Fill(v, 1);
        }
        else
        {
            stream.FillGaussian(v);
        }

        double square = OrderedSum.Dot(v, v);
        for (int i = 0; i < d * d; i++)
        {
            target[i] = square > 0 ? 2 * sign * v[i / d] * v[i % d] / square : 0;
        }

        AddToDiagonal(target, d, -sign);
    }

    private static void Circulant(RandomStream stream, Span<double> target, int d)
    {
        double[] row = new double[d];
        stream.FillGaussian(row);
        bool antisymmetric = stream.NextInt32(2) == 0;
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < d; j++)
            {
                int shift = (j - i + d) % d;
                target[(i * d) + j] = antisymmetric ? row[shift] - row[(d - shift) % d] : row[shift];
            }
        }
    }
}
