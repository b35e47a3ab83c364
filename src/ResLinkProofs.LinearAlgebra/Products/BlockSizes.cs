namespace ResLinkProofs.LinearAlgebra.Products;

/// <summary>How a product is cut to fit the caches. The cut changes the time, never a bit of the result.</summary>
/// <param name="Depth">Steps of k per block: the next panel of B is fetched while one runs, so it need not fit the first cache.</param>
/// <param name="Rows">Rows of C per block: a block of A of Rows x Depth should fit the second-level cache.</param>
/// <param name="PackedElements">Most elements of B packed at once; wider products are cut by columns.</param>
internal readonly record struct BlockSizes(int Depth, int Rows, int PackedElements)
{
    /// <summary>The sizes measured best at n = 1500 (see benchmarks/LinearAlgebra).</summary>
    public static BlockSizes Default => new(512, 64, 1 << 25);
}
