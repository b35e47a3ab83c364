using System.Numerics;

namespace ResLinkProofs.Descent.Models;

/// <summary>A differentiable map of rows with its own parameters and hand-written derivative.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal interface ILayer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Columns of the input.</summary>
    int Inputs { get; }

    /// <summary>Columns of the output.</summary>
    int Outputs { get; }

    /// <summary>y = layer(x).</summary>
    void Forward(T[] x, T[] y, int rows, bool training);

    /// <summary>
    /// From the gradient dy with respect to the output of the last training <see cref="Forward"/>: the
    /// parameters' gradient (kept inside) and the input's, written to dx unless null.
    /// </summary>
    void Backward(T[] x, T[] dy, T[]? dx, int rows);

    /// <summary>The parameters with their gradients, in a fixed order.</summary>
    IEnumerable<(T[] Values, T[] Gradient)> Parameters { get; }

    /// <summary>State beside the parameters that a run must keep, such as running averages.</summary>
    IEnumerable<T[]> Buffers { get; }
}
