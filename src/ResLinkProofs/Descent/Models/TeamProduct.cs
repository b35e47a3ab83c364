using System.Numerics;
using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Descent.Models;

/// <summary>A row-major matrix that enters a product as it is or transposed.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="Values">The elements as stored.</param>
/// <param name="Transposed">Whether the product sees the transpose of what is stored.</param>
internal readonly record struct Operand<T>(T[] Values, bool Transposed = false);

/// <summary>
/// Products on a team of threads, with buffers that are reused. Every element is one chain over the inner index, so neither the number of
/// threads nor how the rows are dealt to them changes a bit.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class TeamProduct<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Below this many multiply-adds each worker packs the operands it needs itself; above, packing is shared and costs more waiting.
    private const long SharedWork = 1L << 25;

    private readonly WorkerTeam team;
    private readonly ProductWorkspace[] workspaces;
    private readonly Action<int> work;
    private Operand<T> left, right;
    private T[] result = [];
    private (int Rows, int Columns, int Depth) shape;
    private bool accumulating;

    /// <summary>Products on the given threads.</summary>
    public TeamProduct(WorkerTeam team)
    {
        ArgumentNullException.ThrowIfNull(team);
        this.team = team;
        workspaces = Enumerable.Range(0, team.Count).Select(_ => new ProductWorkspace()).ToArray();
        work = RunShare;
    }

    /// <summary>C = op(A) op(B), or C = C + op(A) op(B) when accumulating.</summary>
    /// <param name="a">op(A) is rows x depth.</param>
    /// <param name="b">op(B) is depth x columns.</param>
    /// <param name="c">rows x columns; another array than A and B.</param>
    /// <param name="size">Rows, columns and depth, each at least 1.</param>
    /// <param name="accumulate">Whether to add to what C holds.</param>
    public void Multiply(Operand<T> a, Operand<T> b, T[] c, (int Rows, int Columns, int Depth) size, bool accumulate)
    {
        (left, right, result, shape, accumulating) = (a, b, c, size, accumulate);
        if (team.Count == 1 || (long)size.Rows * size.Columns * size.Depth >= SharedWork)
            Run(0, size.Rows, workspaces[0], team.Count);
        else
            team.Run(work);
    }

    // Shares in multiples of 8 rows, the height of a product tile.
    private void RunShare(int worker)
    {
        var tiles = (shape.Rows + 7) / 8;
        var first = Math.Min(shape.Rows, worker * tiles / team.Count * 8);
        var end = Math.Min(shape.Rows, (worker + 1) * tiles / team.Count * 8);
        if (end > first)
            Run(first, end, workspaces[worker], 1);
    }

    private void Run(int first, int end, ProductWorkspace workspace, int threads)
    {
        var (m, n, k) = (end - first, shape.Columns, shape.Depth);
        var a = left.Transposed
            ? new ReadOnlyMatrixSpan<T>(left.Values.AsSpan(first), k, m, shape.Rows).Transpose()
            : new ReadOnlyMatrixSpan<T>(left.Values.AsSpan(first * k), m, k);
        var b = right.Transposed ? new ReadOnlyMatrixSpan<T>(right.Values, n, k).Transpose() : new ReadOnlyMatrixSpan<T>(right.Values, k, n);
        Precision<T>.Multiply(a, b, new(result.AsSpan(first * n, m * n), m, n), workspace, threads, accumulating);
    }
}
