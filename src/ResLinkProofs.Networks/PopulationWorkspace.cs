using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Networks;

/// <summary>
/// Buffers that population losses and gradients reuse: two d x d tables and the product's packing space. One workspace serves one
/// computation at a time.
/// </summary>
public sealed class PopulationWorkspace
{
    private double[] _first = [];
    private double[] _second = [];

    /// <summary>Empty buffers on the widest accelerated width.</summary>
    public PopulationWorkspace()
        : this(new ProductWorkspace())
    {
    }

    /// <summary>Empty buffers with a chosen product workspace.</summary>
    /// <param name="products">Fixes the instruction width of the products; the result does not depend on it.</param>
    public PopulationWorkspace(ProductWorkspace products)
    {
        ArgumentNullException.ThrowIfNull(products);
        Products = products;
    }

    internal ProductWorkspace Products { get; }

    internal double[] First(int length) => Grow(ref _first, length);

    internal double[] Second(int length) => Grow(ref _second, length);

    private static double[] Grow(ref double[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            buffer = new double[length];
        }

        return buffer;
    }
}
