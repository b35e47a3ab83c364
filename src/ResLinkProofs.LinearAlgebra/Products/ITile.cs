namespace ResLinkProofs.LinearAlgebra.Products;

/// <summary>
/// The innermost step of a product: a small block of C kept in registers while k runs. Every element continues the chain
/// c = fma(a_k, b_k, c) with k ascending, from the stored value or from zero, so that the result does not depend on the
/// tile's shape, on the width, or on where the k range was cut.
/// </summary>
internal unsafe interface ITile<TElement>
    where TElement : unmanaged
{
    /// <summary>Rows of the tile.</summary>
    static abstract int Rows { get; }

    /// <summary>Columns of the tile.</summary>
    static abstract int Columns { get; }

    /// <summary>Runs the chain of every element of the tile over <paramref name="depth"/> steps.</summary>
    /// <param name="depth">Number of steps of k, at least 1.</param>
    /// <param name="a">Packed panel of A: <see cref="Rows"/> elements per step.</param>
    /// <param name="b">Packed panel of B: <see cref="Columns"/> elements per step.</param>
    /// <param name="c">First element of the tile in C.</param>
    /// <param name="stride">Elements from one row of C to the next.</param>
    /// <param name="fromZero">True to start the chains at +0 instead of the stored values.</param>
    /// <param name="ahead">Memory that is needed soon: one cache line of it is asked for at every step.</param>
    /// <param name="aheadStep">Bytes from one such request to the next.</param>
    static abstract void Run(nint depth, TElement* a, TElement* b, TElement* c, nint stride, bool fromZero, byte* ahead, nint aheadStep);
}
