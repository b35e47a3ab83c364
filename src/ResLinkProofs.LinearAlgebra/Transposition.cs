namespace ResLinkProofs.LinearAlgebra;

/// <summary>Transposed copies, block by block so that both sides stay in the cache.</summary>
internal static class Transposition
{
    private const int Block = 16;

    /// <summary>target[j * targetStride + i] = source[i * columns + j].</summary>
    public static void Copy(ReadOnlySpan<double> source, int rows, int columns, Span<double> target, int targetStride)
    {
        for (int i0 = 0; i0 < rows; i0 += Block)
        {
            int i1 = Math.Min(rows, i0 + Block);
            for (int j0 = 0; j0 < columns; j0 += Block)
            {
                int j1 = Math.Min(columns, j0 + Block);
                for (int j = j0; j < j1; j++)
                {
                    for (int i = i0; i < i1; i++)
                    {
                        target[j * targetStride + i] = source[i * columns + j];
                    }
                }
            }
        }
    }
}
