using System.Numerics;

namespace ResLinkProofs.Descent.Models;

/// <summary>y = x W + b, or y = x (I + W) + b with the identity link (then W is square).</summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class LinearLayer<T> : ILayer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly TeamProduct<T> products;
    private readonly T[] weights, bias, weightGradient, biasGradient;
    private readonly bool link;

    public LinearLayer(int inputs, int outputs, bool identityLink, TeamProduct<T> products)
    {
        (Inputs, Outputs, link, this.products) = (inputs, outputs, identityLink, products);
        (weights, weightGradient) = (new T[inputs * outputs], new T[inputs * outputs]);
        (bias, biasGradient) = (new T[outputs], new T[outputs]);
    }

    public int Inputs { get; }

    public int Outputs { get; }

    /// <summary>W, inputs x outputs, row-major.</summary>
    public T[] Weights => weights;

    public IEnumerable<(T[] Values, T[] Gradient)> Parameters => [(weights, weightGradient), (bias, biasGradient)];

    public IEnumerable<T[]> Buffers => [];

    public void Forward(T[] x, T[] y, int rows, bool training)
    {
        for (var r = 0; r < rows; r++)
        {
            var row = y.AsSpan(r * Outputs, Outputs);
            bias.CopyTo(row);
            if (link)
                RowMath.Add<T>(row, x.AsSpan(r * Inputs, Inputs));
        }

        products.Multiply(new(x), new(weights), y, (rows, Outputs, Inputs), accumulate: true);
    }

    public void Backward(T[] x, T[] dy, T[]? dx, int rows)
    {
        biasGradient.AsSpan().Clear();
        for (var r = 0; r < rows; r++)
            RowMath.Add<T>(biasGradient, dy.AsSpan(r * Outputs, Outputs));
        products.Multiply(new(x, Transposed: true), new(dy), weightGradient, (Inputs, Outputs, rows), accumulate: false);
        if (dx is null)
            return;
        if (link)
            dy.AsSpan(0, rows * Outputs).CopyTo(dx);
        products.Multiply(new(dy), new(weights, Transposed: true), dx, (rows, Inputs, Outputs), accumulate: link);
    }
}
