using System.Numerics;

namespace ResLinkProofs.Descent.Models;

/// <summary>y = max(x, 0) + alpha min(x, 0), with derivative alpha at 0; ReLU at alpha = 0. One alpha for the whole layer.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="width">Columns.</param>
/// <param name="negativeSlope">alpha, at the start when it is trained.</param>
/// <param name="isTrained">Whether alpha is a parameter.</param>
internal sealed class ActivationLayer<T>(int width, double negativeSlope, bool isTrained) : ILayer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[] slope = [T.CreateChecked(negativeSlope)], slopeGradient = [T.Zero];

    public int Inputs => width;

    public int Outputs => width;

    public IEnumerable<(T[] Values, T[] Gradient)> Parameters => isTrained ? [(slope, slopeGradient)] : [];

    public IEnumerable<T[]> Buffers => [];

    public void Forward(T[] x, T[] y, int rows, bool training) =>
        RowMath.Activate<T>(y.AsSpan(0, rows * width), x.AsSpan(0, rows * width), slope[0]);

    public void Backward(T[] x, T[] dy, T[]? dx, int rows)
    {
        if (isTrained)
            slopeGradient[0] = SlopeGradient(x.AsSpan(0, rows * width), dy.AsSpan(0, rows * width));
        if (dx is not null)
            RowMath.ActivateDerivative<T>(dx.AsSpan(0, rows * width), dy.AsSpan(0, rows * width), x.AsSpan(0, rows * width), slope[0]);
    }

    // dy/dalpha = min(x, 0). Summed in double: there are rows * width of them.
    private static T SlopeGradient(ReadOnlySpan<T> x, ReadOnlySpan<T> dy)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (x[i] < T.Zero)
                sum += double.CreateChecked(x[i] * dy[i]);
        }

        return T.CreateChecked(sum);
    }
}
