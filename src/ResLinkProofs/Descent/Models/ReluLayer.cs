using System.Numerics;

namespace ResLinkProofs.Descent.Models;

/// <summary>y = max(x, 0), with derivative 0 at 0.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class ReluLayer<T>(int width) : ILayer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public int Inputs => width;

    public int Outputs => width;

    public IEnumerable<(T[] Values, T[] Gradient)> Parameters => [];

    public IEnumerable<T[]> Buffers => [];

    public void Forward(T[] x, T[] y, int rows, bool training) => RowMath.Relu<T>(y.AsSpan(0, rows * width), x.AsSpan(0, rows * width));

    public void Backward(T[] x, T[] dy, T[]? dx, int rows)
    {
        if (dx is not null)
            RowMath.ReluDerivative<T>(dx.AsSpan(0, rows * width), dy.AsSpan(0, rows * width), x.AsSpan(0, rows * width));
    }
}
