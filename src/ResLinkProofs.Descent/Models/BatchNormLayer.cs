using System.Numerics;

namespace ResLinkProofs.Descent.Models;

/// <summary>
/// Batch normalisation (Ioffe and Szegedy 2015): y = gamma (x - mean) / sqrt(variance + 1e-5) + beta per column, with the batch's mean and
/// variance in training and running averages (weight 0.1 for the newest) otherwise.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class BatchNormLayer<T> : ILayer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly T Epsilon = T.CreateChecked(1e-5), Newest = T.CreateChecked(0.1);

    private readonly int width;
    private readonly T[] gamma, beta, gammaGradient, betaGradient, runningMean, runningVariance, mean, inverse, scratch, shift;

    public BatchNormLayer(int width)
    {
        this.width = width;
        (gamma, beta, gammaGradient, betaGradient) = (new T[width], new T[width], new T[width], new T[width]);
        (runningMean, runningVariance, mean, inverse, scratch, shift) =
            (new T[width], new T[width], new T[width], new T[width], new T[width], new T[width]);
        gamma.AsSpan().Fill(T.One);
        runningVariance.AsSpan().Fill(T.One);
    }

    public int Inputs => width;

    public int Outputs => width;

    public IEnumerable<(T[] Values, T[] Gradient)> Parameters => [(gamma, gammaGradient), (beta, betaGradient)];

    public IEnumerable<T[]> Buffers => [runningMean, runningVariance];

    public void Forward(T[] x, T[] y, int rows, bool training)
    {
        if (training)
            Statistics(x, rows);
        for (var j = 0; j < width; j++)
        {
            if (!training)
                (mean[j], inverse[j]) = (runningMean[j], T.One / T.Sqrt(runningVariance[j] + Epsilon));
            scratch[j] = gamma[j] * inverse[j];
            shift[j] = T.FusedMultiplyAdd(-mean[j], scratch[j], beta[j]);
        }

        for (var r = 0; r < rows; r++)
        {
            var row = y.AsSpan(r * width, width);
            shift.CopyTo(row);
            RowMath.AddProduct<T>(row, scratch, x.AsSpan(r * width, width));
        }
    }

    // dx = gamma inverse (dy - mean(dy) - xhat mean(dy xhat)); the two means are the gradients of beta and gamma over the batch size.
    public void Backward(T[] x, T[] dy, T[]? dx, int rows)
    {
        var n = T.CreateChecked(rows);
        betaGradient.AsSpan().Clear();
        scratch.AsSpan().Clear();
        for (var r = 0; r < rows; r++)
        {
            var row = dy.AsSpan(r * width, width);
            RowMath.Add<T>(betaGradient, row);
            RowMath.AddProduct<T>(scratch, row, x.AsSpan(r * width, width));
        }

        for (var j = 0; j < width; j++)
            gammaGradient[j] = (scratch[j] - (mean[j] * betaGradient[j])) * inverse[j];
        if (dx is null)
            return;

        // dx = a dy + b x + c with a = gamma inverse, b = -a inverse dgamma / n, c = -a dbeta / n - b mean.
        var (a, b, c) = (gamma, scratch, shift);
        for (var j = 0; j < width; j++)
        {
            var factor = a[j] * inverse[j];
            b[j] = -factor * inverse[j] * gammaGradient[j] / n;
            c[j] = (-factor * betaGradient[j] / n) - (b[j] * mean[j]);
        }

        for (var r = 0; r < rows; r++)
        {
            var row = dx.AsSpan(r * width, width);
            c.CopyTo(row);
            RowMath.AddProduct<T>(row, b, x.AsSpan(r * width, width));
        }

        for (var j = 0; j < width; j++)
            scratch[j] = gamma[j] * inverse[j];
        for (var r = 0; r < rows; r++)
            RowMath.AddProduct<T>(dx.AsSpan(r * width, width), scratch, dy.AsSpan(r * width, width));
    }

    private void Statistics(T[] x, int rows)
    {
        var n = T.CreateChecked(rows);
        mean.AsSpan().Clear();
        for (var r = 0; r < rows; r++)
            RowMath.Add<T>(mean, x.AsSpan(r * width, width));
        for (var j = 0; j < width; j++)
            (mean[j], inverse[j]) = (mean[j] / n, T.Zero);

        // Two passes: the variance of differences from the mean does not cancel.
        for (var r = 0; r < rows; r++)
        {
            var row = x.AsSpan(r * width, width);
            row.CopyTo(scratch);
            RowMath.AddScaled<T>(scratch, -T.One, mean);
            RowMath.AddProduct<T>(inverse, scratch, scratch);
        }

        for (var j = 0; j < width; j++)
        {
            var variance = inverse[j] / n;
            inverse[j] = T.One / T.Sqrt(variance + Epsilon);
            runningMean[j] = T.FusedMultiplyAdd(Newest, mean[j] - runningMean[j], runningMean[j]);
            runningVariance[j] = T.FusedMultiplyAdd(Newest, variance - runningVariance[j], runningVariance[j]);
        }
    }
}
