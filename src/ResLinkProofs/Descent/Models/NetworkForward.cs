using System.Numerics;
using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Descent.Models;

/// <summary>Evaluates link networks on batches and accumulates their gradients, with buffers and threads that are reused.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="team">The threads; results do not depend on their number.</param>
public sealed class NetworkForward<T>(WorkerTeam team)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly TeamProduct<T> products = new(team);

    /// <summary>Z = X W, plus X with the identity link: the inputs of the hidden units.</summary>
    /// <param name="network">d x d.</param>
    /// <param name="inputs">X, rows x d, row-major.</param>
    /// <param name="hidden">Receives Z, rows x d, row-major; another array than the inputs.</param>
    /// <param name="rows">At least 1.</param>
    public void Units(LinkNetwork<T> network, T[] inputs, T[] hidden, int rows)
    {
        ArgumentNullException.ThrowIfNull(network);
        var d = network.Dimension;
        if (network.IdentityLink)
            inputs.AsSpan(0, rows * d).CopyTo(hidden);
        products.Multiply(new(inputs), new(network.Weights), hidden, (rows, d, d), network.IdentityLink);
    }

    /// <summary>f(x) for each row of the inputs.</summary>
    /// <param name="network">d x d.</param>
    /// <param name="inputs">X, rows x d, row-major.</param>
    /// <param name="hidden">Scratch, rows x d; may be empty when W = 0 with the identity link.</param>
    /// <param name="outputs">One element per row.</param>
    public void Outputs(LinkNetwork<T> network, T[] inputs, T[] hidden, Span<T> outputs)
    {
        ArgumentNullException.ThrowIfNull(network);
        var d = network.Dimension;
        var identity = network.IdentityLink && network.IsZero;
        if (!identity)
            Units(network, inputs, hidden, outputs.Length);
        var values = identity ? inputs : hidden;
        for (var b = 0; b < outputs.Length; b++)
            outputs[b] = ReluRows.Sum<T>(values.AsSpan(b * d, d));
    }

    /// <summary>W = W + X^T G.</summary>
    /// <param name="network">Whose weights change.</param>
    /// <param name="inputs">X, rows x d, row-major.</param>
    /// <param name="gates">G, rows x d, row-major.</param>
    /// <param name="rows">At least 1.</param>
    public void Accumulate(LinkNetwork<T> network, T[] inputs, T[] gates, int rows)
    {
        ArgumentNullException.ThrowIfNull(network);
        var d = network.Dimension;
        products.Multiply(new(inputs, Transposed: true), new(gates), network.Weights, (d, d, rows), accumulate: true);
    }
}
