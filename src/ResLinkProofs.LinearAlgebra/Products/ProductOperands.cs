namespace ResLinkProofs.LinearAlgebra.Products;

/// <summary>The pointers, strides and sizes of one product, already validated. C is row-major; A and B have any strides.</summary>
internal readonly unsafe struct ProductOperands<T>
    where T : unmanaged
{
    public required T* A { get; init; }

    public required nint ARowStride { get; init; }

    public required nint AColumnStride { get; init; }

    public required T* B { get; init; }

    public required nint BRowStride { get; init; }

    public required nint BColumnStride { get; init; }

    public required T* C { get; init; }

    public required nint CRowStride { get; init; }

    public required int Rows { get; init; }

    public required int Columns { get; init; }

    /// <summary>The length of the chain of every element.</summary>
    public required int Depth { get; init; }

    /// <summary>True to continue from the stored C, false to start from zero.</summary>
    public required bool Accumulate { get; init; }

    /// <summary>The same product restricted to some columns of B and C.</summary>
    public ProductOperands<T> SliceColumns(int first, int count) => this with
    {
        B = B + first * BColumnStride,
        C = C + first,
        Columns = count,
    };
}
