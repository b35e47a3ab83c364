using System.Diagnostics.CodeAnalysis;

namespace ResLinkProofs.LinearAlgebra;

/// <summary>A writable row-major view of memory that somebody else owns: the target of a product.</summary>
/// <typeparam name="T">The element type.</typeparam>
[SuppressMessage("Performance", "CA1815", Justification = "A ref struct view has no identity to compare.")]
public readonly ref struct MatrixSpan<T>
    where T : unmanaged
{
    /// <summary>A row-major view whose rows follow each other every <paramref name="rowStride"/> elements.</summary>
    /// <param name="data">The memory, from the first element on; longer than needed is allowed.</param>
    /// <param name="rows">Number of rows, at least 1.</param>
    /// <param name="columns">Number of columns, at least 1.</param>
    /// <param name="rowStride">Elements from one row to the next (leading dimension), at least <paramref name="columns"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A dimension or the stride is outside its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="data"/> is too short.</exception>
    public MatrixSpan(Span<T> data, int rows, int columns, int rowStride)
    {
        Data = data[..MatrixShape.RequireLayout<T>(data, rows, columns, rowStride)];
        Rows = rows;
        Columns = columns;
        RowStride = rowStride;
    }

    /// <summary>A row-major view without gaps.</summary>
    /// <param name="data">The memory; longer than needed is allowed.</param>
    /// <param name="rows">Number of rows, at least 1.</param>
    /// <param name="columns">Number of columns, at least 1.</param>
    public MatrixSpan(Span<T> data, int rows, int columns)
        : this(data, rows, columns, columns)
    {
    }

    /// <summary>The memory behind the view.</summary>
    public Span<T> Data { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>Elements from (i, j) to (i + 1, j).</summary>
    public int RowStride { get; }
}
