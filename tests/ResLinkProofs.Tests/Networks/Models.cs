using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Tests.Networks;

/// <summary>Weight matrices for the tests, a function of the seed.</summary>
internal static class Models
{
    /// <summary>d x d with entries uniform in (-scale, scale).</summary>
    public static DenseMatrix Uniform(int seed, int d, double scale)
    {
        System.Random random = new(seed);
        double[] values = new double[d * d];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = scale * (2 * random.NextDouble() - 1);
        }

        return DenseMatrix.FromRows(d, d, values);
    }

    /// <summary>A student and a teacher of the scale of the sources' initialisation, O(1 / sqrt d).</summary>
    public static TeacherStudent Pair(int seed, int d, double slope = 0, double scale = 0.8) => new(
        Uniform(2 * seed, d, scale / Math.Sqrt(d)), Uniform(2 * seed + 1, d, scale / Math.Sqrt(d)), new Activation(slope));
}
