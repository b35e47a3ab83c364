namespace ResLinkProofs.LinearAlgebra.Random;

/// <summary>
/// Square matrices of the kinds at which inequalities about networks tend to be tight: zero, identity, diagonal, permutations
/// and their differences with the identity, rank one, antisymmetric, circulant, and plain Gaussian ones.
/// </summary>
public static class StructuredMatrices
{
    private const int Kinds = 11;

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
            default:
                stream.FillGaussian(target);
                break;
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
