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
        team.Run(work);
    }

    // A share is a band of rows or of columns of C, whichever leaves the larger operand packed by one worker only. Bands are multiples of
    // the product's tile (8 rows, 24 columns) so that no worker pads where another could have filled.
    private void RunShare(int worker)
    {
        var byRows = shape.Rows >= shape.Columns;
        var (extent, tile) = byRows ? (shape.Rows, 8) : (shape.Columns, 24);
        var tiles = (extent + tile - 1) / tile;
        var first = Math.Min(extent, worker * tiles / team.Count * tile);
        var end = Math.Min(extent, (worker + 1) * tiles / team.Count * tile);
        if (end > first)
            Run(byRows ? first : 0, byRows ? end : shape.Rows, byRows ? 0 : first, byRows ? shape.Columns : end, workspaces[worker]);
    }

    private void Run(int row, int endRow, int column, int endColumn, ProductWorkspace workspace)
    {
        var (m, n, k) = (endRow - row, endColumn - column, shape.Depth);
        var a = left.Transposed
            ? new ReadOnlyMatrixSpan<T>(left.Values.AsSpan(row), k, m, shape.Rows).Transpose()
            : new ReadOnlyMatrixSpan<T>(left.Values.AsSpan(row * k), m, k);
        var b = right.Transposed
            ? new ReadOnlyMatrixSpan<T>(right.Values.AsSpan(column * k), n, k).Transpose()
            : new ReadOnlyMatrixSpan<T>(right.Values.AsSpan(column), k, n, shape.Columns);
        var c = new MatrixSpan<T>(result.AsSpan((row * shape.Columns) + column), m, n, shape.Columns);
        Precision<T>.Multiply(a, b, c, workspace, accumulating);
    }
}
