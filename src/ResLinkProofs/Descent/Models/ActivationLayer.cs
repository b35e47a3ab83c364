using System.Numerics;

namespace ResLinkProofs.Descent.Models;

/// <summary>y = max(x, 0) + alpha min(x, 0), with derivative alpha at 0; ReLU at alpha = 0.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class ActivationLayer<T>(int width, double negativeSlope) : ILayer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T slope = T.CreateChecked(negativeSlope);

    public int Inputs => width;

    public int Outputs => width;

    public IEnumerable<(T[] Values, T[] Gradient)> Parameters => [];

    public IEnumerable<T[]> Buffers => [];

    public void Forward(T[] x, T[] y, int rows, bool training) => RowMath.Activate<T>(y.AsSpan(0, rows * width), x.AsSpan(0, rows * width), slope);

    public void Backward(T[] x, T[] dy, T[]? dx, int rows)
    {
        if (dx is not null)
            RowMath.ActivateDerivative<T>(dx.AsSpan(0, rows * width), dy.AsSpan(0, rows * width), x.AsSpan(0, rows * width), slope);
    }
}
