namespace ResLinkProofs.LinearAlgebra;

/// <summary>The shape conditions that views and matrices share, with messages that name the argument, its value and the range.</summary>
internal static class MatrixShape
{
    /// <summary>Checks that the data can hold a row-major layout, and returns the number of elements it spans.</summary>
    public static int RequireLayout<T>(ReadOnlySpan<T> data, int rows, int columns, int rowStride)
    {
        RequirePositive(rows, nameof(rows));
        RequirePositive(columns, nameof(columns));
        if (rowStride < columns)
        {
            throw new ArgumentOutOfRangeException(
                nameof(rowStride), rowStride, $"The row stride must be at least the number of columns, {columns}.");
        }

        long needed = (long)(rows - 1) * rowStride + columns;
        if (data.Length < needed)
        {
            throw new ArgumentException(
                $"The data has {data.Length} elements; a {rows} x {columns} view with row stride {rowStride} needs at least {needed}.",
                nameof(data));
        }

        return (int)needed;
    }

    /// <summary>Checks that a dimension is at least 1.</summary>
    public static void RequirePositive(int value, string name)
    {
        if (value < 1)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 1.");
        }
    }
}
