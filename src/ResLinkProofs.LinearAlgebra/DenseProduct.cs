using System.Runtime.Intrinsics;
using ResLinkProofs.LinearAlgebra.Products;

namespace ResLinkProofs.LinearAlgebra;

/// <summary>
/// Dense matrix products whose result is fixed to the last bit: every element is the chain c = fma(a_ik, b_kj, c) with k ascending,
/// starting from +0 or, when accumulating, from the stored value. Width, block sizes and thread count change the time only.
/// </summary>
/// <remarks>
/// Transposed operands are transposed views: <c>Multiply(a.Transpose(), b, c, ...)</c> is C = A^T B. NaN and infinity propagate as the
/// chain says; the sign and payload of a NaN are not specified.
/// </remarks>
public static unsafe class DenseProduct
{
    // Below this many multiply-adds packing costs more than it saves.
    private const long SmallWork = 1000;

    /// <summary>C = A B, or C = C + A B when accumulating, in double precision.</summary>
    /// <param name="a">m x k.</param>
    /// <param name="b">k x n.</param>
    /// <param name="c">m x n; must not overlap A or B.</param>
    /// <param name="workspace">Buffers to reuse; not shared between concurrent calls.</param>
    /// <param name="threads">Most threads to use, at least 1; the result does not depend on it.</param>
    /// <param name="accumulate">True to add to the stored C.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or C overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    public static void Multiply(
        ReadOnlyMatrixSpan<double> a,
        ReadOnlyMatrixSpan<double> b,
        MatrixSpan<double> c,
        ProductWorkspace workspace,
        int threads = 1,
        bool accumulate = false)
    {
        Require(a, b, c, workspace, threads);
        fixed (double* pa = a.Data, pb = b.Data, pc = c.Data)
        {
            ProductOperands<double> operands = Operands(a, b, c, pa, pb, pc, accumulate);
            if (IsSmall(operands.Rows, operands.Columns, operands.Depth))
            {
                SmallProduct.Run<double, double, DoubleLanesScalar>(operands);
                return;
            }

            switch (workspace.Width)
            {
                case VectorWidth.Bits512:
                    BlockedProduct<double, Tile8x3<double, Vector512<double>, DoubleLanes512>>.Run(operands, workspace, threads);
                    break;
                case VectorWidth.Bits256:
                    BlockedProduct<double, Tile4x3<double, Vector256<double>, DoubleLanes256>>.Run(operands, workspace, threads);
                    break;
                default:
                    BlockedProduct<double, Tile4x3<double, double, DoubleLanesScalar>>.Run(operands, workspace, threads);
                    break;
            }
        }
    }

    /// <summary>C = A B, or C = C + A B when accumulating, in single precision.</summary>
    /// <param name="a">m x k.</param>
    /// <param name="b">k x n.</param>
    /// <param name="c">m x n; must not overlap A or B.</param>
    /// <param name="workspace">Buffers to reuse; not shared between concurrent calls.</param>
    /// <param name="threads">Most threads to use, at least 1; the result does not depend on it.</param>
    /// <param name="accumulate">True to add to the stored C.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or C overlaps an operand.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is below 1.</exception>
    public static void Multiply(
        ReadOnlyMatrixSpan<float> a,
        ReadOnlyMatrixSpan<float> b,
        MatrixSpan<float> c,
        ProductWorkspace workspace,
        int threads = 1,
        bool accumulate = false)
    {
        Require(a, b, c, workspace, threads);
        fixed (float* pa = a.Data, pb = b.Data, pc = c.Data)
        {
            ProductOperands<float> operands = Operands(a, b, c, pa, pb, pc, accumulate);
            if (IsSmall(operands.Rows, operands.Columns, operands.Depth))
            {
                SmallProduct.Run<float, float, SingleLanesScalar>(operands);
                return;
            }

            switch (workspace.Width)
            {
                case VectorWidth.Bits512:
                    BlockedProduct<float, Tile8x3<float, Vector512<float>, SingleLanes512>>.Run(operands, workspace, threads);
                    break;
                case VectorWidth.Bits256:
                    BlockedProduct<float, Tile4x3<float, Vector256<float>, SingleLanes256>>.Run(operands, workspace, threads);
                    break;
                default:
                    BlockedProduct<float, Tile4x3<float, float, SingleLanesScalar>>.Run(operands, workspace, threads);
                    break;
            }
        }
    }

    private static bool IsSmall(int rows, int columns, int depth) => (long)rows * columns * depth <= SmallWork;

    private static ProductOperands<T> Operands<T>(
        ReadOnlyMatrixSpan<T> a, ReadOnlyMatrixSpan<T> b, MatrixSpan<T> c, T* pa, T* pb, T* pc, bool accumulate)
        where T : unmanaged => new()
        {
            A = pa,
            ARowStride = a.RowStride,
            AColumnStride = a.ColumnStride,
            B = pb,
            BRowStride = b.RowStride,
            BColumnStride = b.ColumnStride,
            C = pc,
            CRowStride = c.RowStride,
            Rows = a.Rows,
            Columns = b.Columns,
            Depth = a.Columns,
            Accumulate = accumulate,
        };

    private static void Require<T>(
        ReadOnlyMatrixSpan<T> a, ReadOnlyMatrixSpan<T> b, MatrixSpan<T> c, ProductWorkspace workspace, int threads)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(workspace);
        MatrixShape.RequirePositive(threads, nameof(threads));
        MatrixShape.RequirePositive(a.Rows, nameof(a));
        if (b.Rows != a.Columns)
        {
            throw new ArgumentException(
                $"b is {b.Rows} x {b.Columns}; with a of {a.Rows} x {a.Columns} it must have {a.Columns} rows.", nameof(b));
        }

        if (c.Rows != a.Rows || c.Columns != b.Columns)
        {
            throw new ArgumentException($"c is {c.Rows} x {c.Columns}; it must be {a.Rows} x {b.Columns}.", nameof(c));
        }

        if (c.Data.Overlaps(a.Data) || c.Data.Overlaps(b.Data))
        {
            throw new ArgumentException("c overlaps an operand in memory; it must be separate.", nameof(c));
        }
    }
}
