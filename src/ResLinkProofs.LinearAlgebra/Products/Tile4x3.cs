using System.Runtime.CompilerServices;

namespace ResLinkProofs.LinearAlgebra.Products;

/// <summary>Four rows by three registers: 12 accumulators, for machines with 16 vector registers, and for the scalar fallback.</summary>
internal unsafe readonly struct Tile4x3<TElement, TVector, TLanes> : ITile<TElement>
    where TElement : unmanaged
    where TVector : struct
    where TLanes : IProductLanes<TElement, TVector>
{
    public static int Rows => 4;

    public static int Columns => 3 * TLanes.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(nint depth, TElement* a, TElement* b, TElement* c, nint stride, bool fromZero, byte* ahead, nint aheadStep)
    {
        int n = TLanes.Count;
        TVector c00 = default, c01 = default, c02 = default;
        TVector c10 = default, c11 = default, c12 = default;
        TVector c20 = default, c21 = default, c22 = default;
        TVector c30 = default, c31 = default, c32 = default;
        if (!fromZero)
        {
            TElement* row = c;
            (c00, c01, c02) = (TLanes.Load(row), TLanes.Load(row + n), TLanes.Load(row + 2 * n));
            row += stride;
            (c10, c11, c12) = (TLanes.Load(row), TLanes.Load(row + n), TLanes.Load(row + 2 * n));
            row += stride;
            (c20, c21, c22) = (TLanes.Load(row), TLanes.Load(row + n), TLanes.Load(row + 2 * n));
            row += stride;
            (c30, c31, c32) = (TLanes.Load(row), TLanes.Load(row + n), TLanes.Load(row + 2 * n));
        }

        for (; depth > 0; depth--, a += 4, b += 3 * n, ahead += aheadStep)
        {
            CacheLine.Request(ahead);
            TVector b0 = TLanes.Load(b), b1 = TLanes.Load(b + n), b2 = TLanes.Load(b + 2 * n);

            TVector x = TLanes.Broadcast(a);
            c00 = TLanes.FusedMultiplyAdd(x, b0, c00);
            c01 = TLanes.FusedMultiplyAdd(x, b1, c01);
            c02 = TLanes.FusedMultiplyAdd(x, b2, c02);

            x = TLanes.Broadcast(a + 1);
            c10 = TLanes.FusedMultiplyAdd(x, b0, c10);
            c11 = TLanes.FusedMultiplyAdd(x, b1, c11);
            c12 = TLanes.FusedMultiplyAdd(x, b2, c12);

            x = TLanes.Broadcast(a + 2);
            c20 = TLanes.FusedMultiplyAdd(x, b0, c20);
            c21 = TLanes.FusedMultiplyAdd(x, b1, c21);
            c22 = TLanes.FusedMultiplyAdd(x, b2, c22);

            x = TLanes.Broadcast(a + 3);
            c30 = TLanes.FusedMultiplyAdd(x, b0, c30);
            c31 = TLanes.FusedMultiplyAdd(x, b1, c31);
            c32 = TLanes.FusedMultiplyAdd(x, b2, c32);
        }

        StoreRow(c, c00, c01, c02);
        c += stride;
        StoreRow(c, c10, c11, c12);
        c += stride;
        StoreRow(c, c20, c21, c22);
        c += stride;
        StoreRow(c, c30, c31, c32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRow(TElement* row, TVector first, TVector second, TVector third)
    {
        int n = TLanes.Count;
        TLanes.Store(first, row);
        TLanes.Store(second, row + n);
        TLanes.Store(third, row + 2 * n);
    }
}
