using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Descent.Data;

/// <summary>Random matrices with a chosen spectrum: U diag(sigma) V^T with independent Haar-distributed orthogonal U and V.</summary>
public static class SpectrumMatrix
{
    /// <summary>
    /// A d x d matrix with the given spectral and Frobenius norm, whose singular values are equally spaced from the
    /// top downwards. A Gaussian matrix cannot have a Frobenius norm as large as its spectral norm times 0.95 sqrt(d).
    /// </summary>
    /// <param name="dimension">d, at least 2.</param>
    /// <param name="spectralNorm">Largest singular value, positive.</param>
    /// <param name="frobeniusNorm">Between spectralNorm sqrt(d/3), where the smallest singular value
    /// reaches 0, and spectralNorm sqrt(d).</param>
    /// <param name="stream">The source of randomness.</param>
    /// <returns>d * d elements, row-major.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A norm is outside its range.</exception>
    public static double[] Create(int dimension, double spectralNorm, double frobeniusNorm, RandomStream stream)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 2);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(spectralNorm);
        ArgumentNullException.ThrowIfNull(stream);

        // sigma_i = top - gap (i / (d-1)): the sum of squares is a quadratic in gap, solved for its smaller root.
        double d = dimension, linear = 0, quadratic = 0;
        for (var i = 0; i < dimension; i++)
        {
            var x = i / (d - 1);
            (linear, quadratic) = (linear + x, quadratic + (x * x));
        }

        var excess = (d * spectralNorm * spectralNorm) - (frobeniusNorm * frobeniusNorm);
        var discriminant = (spectralNorm * spectralNorm * linear * linear) - (quadratic * excess);
        var gap = excess < 0 || discriminant < 0 ? double.NaN : ((spectralNorm * linear) - Math.Sqrt(discriminant)) / quadratic;
        if (!(gap >= 0 && gap <= spectralNorm))
        {
            throw new ArgumentOutOfRangeException(
                nameof(frobeniusNorm), frobeniusNorm, $"With spectral norm {spectralNorm} and d = {dimension} it must be about "
                    + $"{spectralNorm * Math.Sqrt(d / 3):g4} to {spectralNorm * Math.Sqrt(d):g4}.");
        }

        double[] u = Orthogonal(dimension, stream), v = Orthogonal(dimension, stream), result = new double[dimension * dimension];
        for (var k = 0; k < dimension; k++)
        {
            var sigma = spectralNorm - (gap * (k / (d - 1)));
            for (var i = 0; i < dimension; i++)
            {
                var left = sigma * u[(k * dimension) + i];
                for (var j = 0; j < dimension; j++)
                    result[(i * dimension) + j] = Math.FusedMultiplyAdd(left, v[(k * dimension) + j], result[(i * dimension) + j]);
            }
        }

        return result;
    }

    /// <summary>A Haar-distributed orthogonal matrix: Gram-Schmidt, applied twice, to Gaussian rows.</summary>
    /// <param name="dimension">d, at least 1.</param>
    /// <param name="stream">The source of randomness.</param>
    /// <returns>d orthonormal rows.</returns>
    public static double[] Orthogonal(int dimension, RandomStream stream)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        ArgumentNullException.ThrowIfNull(stream);
        var rows = new double[dimension * dimension];
        stream.FillGaussian(rows);
        for (var k = 0; k < dimension; k++)
        {
            var row = rows.AsSpan(k * dimension, dimension);
            for (var pass = 0; pass < 2; pass++)
            {
                for (var i = 0; i < k; i++)
                {
                    var other = rows.AsSpan(i * dimension, dimension);
                    var product = Dot(row, other);
                    for (var j = 0; j < dimension; j++)
                        row[j] = Math.FusedMultiplyAdd(-product, other[j], row[j]);
                }
            }

            var length = Math.Sqrt(Dot(row, row));
            for (var j = 0; j < dimension; j++)
                row[j] /= length;
        }

        return rows;
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (var i = 0; i < x.Length; i++)
            sum = Math.FusedMultiplyAdd(x[i], y[i], sum);
        return sum;
    }
}
