using System.Numerics;
using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Descent.Models;

/// <summary>Evaluates link networks on batches and accumulates their gradients, with buffers and threads that are reused.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class NetworkForward<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly WorkerTeam team;
    private readonly TeamProduct<T> products;
    private readonly Action<int> sum;
    private T[] summands = [], sums = [];
    private int columns, count;
    private T slope;

    /// <summary>An evaluator on the given threads.</summary>
    /// <param name="team">The threads; results do not depend on their number.</param>
    public NetworkForward(WorkerTeam team)
    {
        ArgumentNullException.ThrowIfNull(team);
        (this.team, products, sum) = (team, new(team), SumShare);
    }

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
    /// <param name="hidden">Scratch, rows x d.</param>
    /// <param name="outputs">Receives f(x), at least rows elements.</param>
    /// <param name="rows">At least 1.</param>
    public void Outputs(LinkNetwork<T> network, T[] inputs, T[] hidden, T[] outputs, int rows)
    {
        ArgumentNullException.ThrowIfNull(network);
        Units(network, inputs, hidden, rows);
        ActivatedSums(network, hidden, outputs, rows);
    }

    /// <summary>sum_j sigma(z_j) for each row z: f(x) from the hidden units, and from x itself when W = 0 with the identity link.</summary>
    /// <param name="network">Gives d and sigma.</param>
    /// <param name="values">rows x d, row-major.</param>
    /// <param name="outputs">Receives the sums, at least rows elements.</param>
    /// <param name="rows">At least 1.</param>
    public void ActivatedSums(LinkNetwork<T> network, T[] values, T[] outputs, int rows)
    {
        ArgumentNullException.ThrowIfNull(network);
        (summands, columns, sums, count, slope) =
            (values, network.Dimension, outputs, rows, T.CreateChecked(network.Activation.NegativeSlope));
        team.Run(sum);
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

    private void SumShare(int worker)
    {
        for (var b = worker * count / team.Count; b < (worker + 1) * count / team.Count; b++)
            sums[b] = ActivationRows.Sum<T>(summands.AsSpan(b * columns, columns), slope);
    }
}
