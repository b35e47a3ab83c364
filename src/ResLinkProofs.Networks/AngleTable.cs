using System.Runtime.Intrinsics;
using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Networks;

/// <summary>
/// All angles between two sets of neurons: entry (j, i) is a sign times pi/2 - theta(u_j, v_i), with the row sums that the loss and
/// the gradient need. The cosines come from one product of unit vectors; where a cosine is so near +-1 that its arcsine would lose
/// digits, the angle is recomputed from |u - v| and |u + v|.
/// </summary>
/// <remarks>
/// An entry carries the rounding of its cosine (a chain of d multiply-adds of unit vectors), magnified at most 5.7 times.
/// </remarks>
internal static class AngleTable
{
    // At this cosine arcsin magnifies the cosine's rounding by 1 / sin theta = 5.7.
    private const double NearOne = 1 - 1.0 / 64;
    private const double HalfPi = 1.5707963267948966;

    /// <summary>Fills a table and its row sums.</summary>
    /// <param name="rows">The neurons u_j, one per row.</param>
    /// <param name="columns">The neurons v_i, one per column; the same object as
    /// <paramref name="rows"/> means theta_jj = 0 exactly.</param>
    /// <param name="sign">+1 or -1, multiplied into the entries.</param>
    /// <param name="table">d rows of Stride entries; padding is zero.</param>
    /// <param name="sums">Receives for every row the sums over i weighted by |v_i|.</param>
    /// <param name="workspace">The product's buffers.</param>
    /// <param name="threads">At least 1.</param>
    public static void Fill(
        NeuronColumns rows, NeuronColumns columns, double sign, double[] table, RowSums[] sums, ProductWorkspace workspace, int threads)
    {
        int d = rows.Dimension, stride = rows.Stride;
        DenseProduct.Multiply(rows.UnitRows, columns.UnitRows.Transpose(), new MatrixSpan<double>(table, d, d, stride), workspace, threads);
        Workers.Run(threads, d, (_, j) =>
        {
            Span<double> row = table.AsSpan(j * stride, stride);
            row[d..].Clear();
            sums[j] = Transform(row, j, rows, columns, sign);
        });
    }

    private static RowSums Transform(Span<double> row, int j, NeuronColumns rows, NeuronColumns columns, double sign)
    {
        ReadOnlySpan<double> norms = columns.PaddedNorms;
        Vector512<double> one = Vector512<double>.One, nearOne = Vector512.Create(NearOne), factor = Vector512.Create(sign);
        Vector512<double> defects = Vector512<double>.Zero, kernels = Vector512<double>.Zero;
        bool isSame = ReferenceEquals(rows, columns);
        for (int i = 0; i < row.Length; i += OrderedSum.Lanes)
        {
            Span<double> lanes = row.Slice(i, OrderedSum.Lanes);
            Vector512<double> cosine = Vector512.Max(-one, Vector512.Min(one, Vector512.Create<double>(lanes)));
            Vector512<double> complement = ArcSine.Evaluate(cosine);
            Vector512<double> sine = Vector512.Sqrt((one - cosine) * (one + cosine));
            if (Vector512.GreaterThanAny(Vector512.Abs(cosine), nearOne))
            {
                Refine(i, j, rows, columns, isSame, ref cosine, ref complement, ref sine);
            }

            Vector512<double> norm = Vector512.Create(norms.Slice(i, OrderedSum.Lanes));
            Vector512<double> defect = cosine * cosine / (one + sine);
            defects = Vector512.FusedMultiplyAdd(norm, defect, defects);
            kernels = Vector512.FusedMultiplyAdd(norm, Vector512.FusedMultiplyAdd(complement, cosine, -defect), kernels);
            (complement * factor).CopyTo(lanes);
        }

        return new RowSums(OrderedSum.Join(defects), OrderedSum.Join(kernels));
    }

    private static void Refine(
        int first,
        int j,
        NeuronColumns rows,
        NeuronColumns columns,
        bool isSame,
        ref Vector512<double> cosine,
        ref Vector512<double> complement,
        ref Vector512<double> sine)
    {
        for (int lane = 0; lane < OrderedSum.Lanes; lane++)
        {
            if (Math.Abs(cosine[lane]) > NearOne)
            {
                int i = first + lane;
                Angle angle = isSame && i == j ? new Angle(0, HalfPi, 0, 1) : Angle.Between(rows.Unit(j), columns.Unit(i));
                cosine = cosine.WithElement(lane, angle.Cosine);
                complement = complement.WithElement(lane, angle.Complement);
                sine = sine.WithElement(lane, angle.Sine);
            }
        }
    }

    /// <summary>
    /// Sums over i, weighted by |v_i|, for one row j. They hold 1 - sin theta = cos^2 theta / (1 + sin theta), which is small for the
    /// nearly orthogonal neurons of small weights: what the ones add up to is the potential, which is known more exactly than their sum.
    /// </summary>
    /// <param name="SineDefect">sum_i |v_i| (1 - sin theta).</param>
    /// <param name="Kernel">sum_i |v_i| ((pi/2 - theta) cos theta - (1 - sin theta)).</param>
    internal readonly record struct RowSums(double SineDefect, double Kernel);
}
