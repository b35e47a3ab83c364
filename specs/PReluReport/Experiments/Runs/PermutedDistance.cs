using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Specs.PReluReport.Experiments.Runs;

/// <summary>
/// The distance of W from W* modulo the symmetry of the model: a sum of neurons is the same function
/// when the columns of W, or of I + W with the identity mapping, change places.
/// </summary>
internal static class PermutedDistance
{
    /// <summary>|(I + W)P - (I + W*)|_2, or |WP - W*|_2 without the identity, for the permutation P of least Frobenius distance.</summary>
    /// <param name="weights">W, d by d.</param>
    /// <param name="teacher">W*, d by d.</param>
    /// <param name="identityLink">Whether the identity is added.</param>
    public static double Of(DenseMatrix weights, DenseMatrix teacher, bool identityLink)
    {
        int d = weights.Rows;
        double[] own = Columns(weights), target = Columns(teacher);
        var cost = new double[d, d];
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < d; j++)
            {
                for (int k = 0; k < d; k++)
                {
                    double difference = own[(i * d) + k] - target[(j * d) + k];
                    cost[i, j] += difference * difference;
                }
            }
        }

        int[] placeOf = Assignment.Minimise(cost);
        var rest = new double[d * d];
        for (int i = 0; i < d; i++)
        {
            for (int k = 0; k < d; k++)
            {
                rest[(i * d) + k] = own[(i * d) + k] - target[(placeOf[i] * d) + k];
            }
        }

        return DenseMatrix.FromRows(d, d, rest).SpectralNorm();

        // One column after the other.
        double[] Columns(DenseMatrix matrix)
        {
            var columns = new double[d * d];
            for (int i = 0; i < d; i++)
            {
                for (int k = 0; k < d; k++)
                {
                    columns[(i * d) + k] = matrix[k, i] + (identityLink && i == k ? 1 : 0);
                }
            }

            return columns;
        }
    }
}
