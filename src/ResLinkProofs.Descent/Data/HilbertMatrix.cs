namespace ResLinkProofs.Descent.Data;

/// <summary>
/// The start of the dynamics experiment: W = a H - c I with H the circulant discrete Hilbert transform, antisymmetric with H u = 0 for the
/// vector of ones u, and all other singular values 1 (but for the alternating vector, also 0). Its antisymmetric part makes W large
/// without moving s = (W* - W) u, which is what lets the gradient at W point away from W* = 0 although g is small.
/// </summary>
public static class HilbertMatrix
{
    /// <summary>a H - c I with the given Frobenius norm.</summary>
    /// <param name="dimension">d, even and at least 4.</param>
    /// <param name="c">c, with c sqrt(d) at most the norm.</param>
    /// <param name="frobeniusNorm">|W|_F, positive: a = sqrt((|W|_F^2 - c^2 d) / (d - 2)).</param>
    /// <returns>d * d elements, row-major; |W|_2 = sqrt(a^2 + c^2).</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double[] Create(int dimension, double c, double frobeniusNorm)
    {
        if (dimension < 4 || dimension % 2 != 0)
            throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "The dimension must be even and at least 4.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frobeniusNorm);
        var square = (frobeniusNorm * frobeniusNorm) - (c * c * dimension);
        if (!(square >= 0))
            throw new ArgumentOutOfRangeException(
                nameof(c), c, $"|c| must be at most {frobeniusNorm / Math.Sqrt(dimension):g6} for this norm and dimension.");
        var a = Math.Sqrt(square / (dimension - 2));

        // H_ij = (2/d) cot(pi (i - j) / d) for odd i - j, 0 for even.
        var kernel = new double[dimension];
        for (var m = 1; m < dimension; m += 2)
            kernel[m] = a * 2 / dimension * Cotangent(m, dimension);
        kernel[0] = -c;
        var weights = new double[dimension * dimension];
        for (var i = 0; i < dimension; i++)
        {
            for (var j = 0; j < dimension; j++)
                weights[(i * dimension) + j] = kernel[(i - j + dimension) % dimension];
        }

        return weights;
    }

    // cot(pi m / n) for 0 < m < n from Taylor series at |x| <= pi/4: the platform's functions would differ between platforms.
    private static double Cotangent(int m, int n)
    {
        if (2 * m > n)
            return -Cotangent(n - m, n);
        if (2 * m == n)
            return 0;
        var complement = 4 * m > n;
        var x = complement ? Math.PI * (n - (2 * m)) / (2.0 * n) : Math.PI * m / n;
        double sine = 0, cosine = 0, square = -x * x;
        for (var k = 20; k >= 2; k -= 2)
            (sine, cosine) = ((1 + sine) * square / (k * (k + 1.0)), (1 + cosine) * square / (k * (k - 1.0)));
        (sine, cosine) = (x * (1 + sine), 1 + cosine);
        return complement ? sine / cosine : cosine / sine;
    }
}
