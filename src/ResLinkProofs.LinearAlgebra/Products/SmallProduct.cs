namespace ResLinkProofs.LinearAlgebra.Products;

/// <summary>The product without packing, for shapes too small to repay it: the same chains, hence the same bits.</summary>
internal static unsafe class SmallProduct
{
    /// <summary>Runs the product element by element.</summary>
    public static void Run<T, TVector, TLanes>(in ProductOperands<T> operands)
        where T : unmanaged
        where TVector : struct
        where TLanes : IProductLanes<T, TVector>
    {
        for (int i = 0; i < operands.Rows; i++)
        {
            for (int j = 0; j < operands.Columns; j++)
            {
                T* a = operands.A + i * operands.ARowStride;
                T* b = operands.B + j * operands.BColumnStride;
                T* c = operands.C + i * operands.CRowStride + j;
                TVector sum = operands.Accumulate ? TLanes.Load(c) : default;
                for (int k = 0; k < operands.Depth; k++)
                {
                    sum = TLanes.FusedMultiplyAdd(TLanes.Load(a), TLanes.Load(b), sum);
                    a += operands.AColumnStride;
                    b += operands.BRowStride;
                }

                TLanes.Store(sum, c);
            }
        }
    }
}
