using System.Runtime.CompilerServices;

namespace ResLinkProofs.LinearAlgebra.Products;

/// <summary>Eight rows by three registers: 24 accumulators, for machines with 32 vector registers.</summary>
internal unsafe readonly struct Tile8x3<TElement, TVector, TLanes> : ITile<TElement>
    where TElement : unmanaged
    where TVector : struct
    where TLanes : IProductLanes<TElement, TVector>
{
    public static int Rows => 8;

    public static int Columns => 3 * TLanes.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(nint depth, TElement* a, TElement* b, TElement* c, nint stride, bool fromZero, byte* ahead, nint aheadStep)
    {
        int n = TLanes.Count;
        TVector c00 = default, c01 = default, c02 = default;
        TVector c10 = default, c11 = default, c12 = default;
        TVector c20 = default, c21 = default, c22 = default;
        TVector c30 = default, c31 = default, c32 = default;
        TVector c40 = default, c41 = default, c42 = default;
        TVector c50 = default, c51 = default, c52 = default;
        TVector c60 = default, c61 = default, c62 = default;
        TVector c70 = default, c71 = default, c72 = default;
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
            row += stride;
            (c40, c41, c42) = (TLanes.Load(row), TLanes.Load(row + n), TLanes.Load(row + 2 * n));
            row += stride;
            (c50, c51, c52) = (TLanes.Load(row), TLanes.Load(row + n), TLanes.Load(row + 2 * n));
            row += stride;
            (c60, c61, c62) = (TLanes.Load(row), TLanes.Load(row + n), TLanes.Load(row + 2 * n));
            row += stride;
            (c70, c71, c72) = (TLanes.Load(row), TLanes.Load(row + n), TLanes.Load(row + 2 * n));
        }

        for (; depth > 0; depth--, a += 8, b += 3 * n, ahead += aheadStep)
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

            x = TLanes.Broadcast(a + 4);
            c40 = TLanes.FusedMultiplyAdd(x, b0, c40);
            c41 = TLanes.FusedMultiplyAdd(x, b1, c41);
            c42 = TLanes.FusedMultiplyAdd(x, b2, c42);

            x = TLanes.Broadcast(a + 5);
            c50 = TLanes.FusedMultiplyAdd(x, b0, c50);
            c51 = TLanes.FusedMultiplyAdd(x, b1, c51);
            c52 = TLanes.FusedMultiplyAdd(x, b2, c52);

            x = TLanes.Broadcast(a + 6);
            c60 = TLanes.FusedMultiplyAdd(x, b0, c60);
            c61 = TLanes.FusedMultiplyAdd(x, b1, c61);
            c62 = TLanes.FusedMultiplyAdd(x, b2, c62);

            x = TLanes.Broadcast(a + 7);
            c70 = TLanes.FusedMultiplyAdd(x, b0, c70);
            c71 = TLanes.FusedMultiplyAdd(x, b1, c71);
            c72 = TLanes.FusedMultiplyAdd(x, b2, c72);
        }

        StoreRow(c, c00, c01, c02);
        c += stride;
        StoreRow(c, c10, c11, c12);
        c += stride;
        StoreRow(c, c20, c21, c22);
        c += stride;
        StoreRow(c, c30, c31, c32);
        c += stride;
        StoreRow(c, c40, c41, c42);
        c += stride;
        StoreRow(c, c50, c51, c52);
        c += stride;
        StoreRow(c, c60, c61, c62);
        c += stride;
        StoreRow(c, c70, c71, c72);
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
