using System.Runtime.Intrinsics;
using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Networks.Derivatives;

/// <summary>
/// Value and derivatives of V = linear |s|^2 + kink sum_j &lt;M_j, d_j&gt; with d_j = b_j - a_j, s = sum_j d_j and M_j as in
/// <see cref="PopulationGradient"/>: the inner product of the population gradient with W* - W.
/// </summary>
/// <remarks>
/// sum_j &lt;M_j, d_j&gt; is the sum over x = b_i (sign +) and x = a_i (sign -) and over j of psi = |x| (C p + S q), where
/// c = &lt;x/|x|, a_j/|a_j|&gt;, S = sqrt(1 - c^2), C = arcsin c, p = &lt;x/|x|, d_j&gt;, q =
/// &lt;a_j/|a_j|, d_j&gt;. With R = (p - c q)/S and T = (q - c p)/S, derived by hand,
///   d psi/dx   = C d_j + R a_j/|a_j| + T x/|x|,
///   d psi/da_j = (|x|/|a_j|) (R x/|x| + S d_j - (c R + S q) a_j/|a_j|) with d_j held fixed,
/// and d_j itself contributes M_j to b_j and -M_j to a_j. Where x and a_j are parallel psi has a kink and R = T = 0 is taken;
/// for x = a_j itself psi = (pi/2) &lt;a_j, d_j&gt; exactly. Everything is three products of matrices of 2d rows.
/// </remarks>
public static class InnerProductDerivative
{
    private const double HalfPi = 1.5707963267948966;

    // Nearer to +-1 than this the differences of unit vectors are taken instead of differences of cosines.
    private const double NearOne = 1 - (1.0 / 64);

    /// <summary>Value and derivatives of &lt;-grad L, W* - W&gt;, or null where a column of I + W vanishes.</summary>
    /// <param name="model">Student, teacher and activation.</param>
    /// <param name="workspace">Buffers to reuse.</param>
    public static (double Value, PairGradient Gradient)? OfNegativeGradient(TeacherStudent model, DerivativeWorkspace workspace)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Evaluate(model, 2 * model.Activation.LinearWeight, model.Activation.KinkWeight / Math.PI, workspace);
    }

    /// <summary>Value and derivatives of &lt;N, W* - W&gt; for the field N of ReLU, or null where a column of I + W vanishes.</summary>
    /// <param name="model">Student and teacher.</param>
    /// <param name="workspace">Buffers to reuse.</param>
    public static (double Value, PairGradient Gradient)? OfReluField(TeacherStudent model, DerivativeWorkspace workspace) =>
        Evaluate(model, HalfPi, 1, workspace);

    private static (double Value, PairGradient Gradient)? Evaluate(
        TeacherStudent model, double linear, double kink, DerivativeWorkspace workspace)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(workspace);
        if (model.Student.FirstZeroColumn() >= 0)
        {
            return null;
        }

        var arrays = new Arrays(model, workspace);
        int d = arrays.D, stride = arrays.TableStride;
        ProductWorkspace products = workspace.Products;
        ReadOnlyMatrixSpan<double> table = new(arrays.Table, 2 * d, 2 * d, stride), probes = new(arrays.Probes, 2 * d, d);
        DenseProduct.Multiply(
            probes, new ReadOnlyMatrixSpan<double>(arrays.Directions, 2 * d, d).Transpose(),
            new(arrays.Table, 2 * d, 2 * d, stride), products);
        arrays.TeacherSums.Clear();
        for (int j = 0; j < d; j++)
        {
            TransformRow(arrays, j);
        }

        DenseProduct.Multiply(table, new(arrays.Columns, 2 * d, d), new(arrays.Forward, 2 * d, d), products);
        DenseProduct.Multiply(table.Transpose(), probes, new(arrays.Backward, 2 * d, d), products);
        return Combine(model, arrays, linear, kink);
    }

    // Row j of the table holds c and row d + j holds p; they become R and C.
    private static void TransformRow(Arrays arrays, int j)
    {
        int d = arrays.D, stride = arrays.TableStride;
        Span<double> upper = arrays.Table.AsSpan(j * stride, stride), lower = arrays.Table.AsSpan((d + j) * stride, stride);
        double along = lower[d + j];
        Vector512<double> q = Vector512.Create(along), one = Vector512<double>.One, nearOne = Vector512.Create(NearOne);
        Vector512<double> sines = Vector512<double>.Zero, turns = Vector512<double>.Zero;
        for (int i = 0; i < stride; i += Vector512<double>.Count)
        {
            Vector512<double> c = Vector512.Max(-one, Vector512.Min(one, Vector512.Create<double>(upper[i..])));
            Vector512<double> p = Vector512.Create<double>(lower[i..]);
            Vector512<double> sine = Vector512.Sqrt((one - c) * (one + c));
            Vector512<double> angle = ArcSine.Evaluate(c);
            Vector512<double> r = (p - (c * q)) / sine, t = (q - (c * p)) / sine;
            if (Vector512.GreaterThanAny(Vector512.Abs(c), nearOne))
            {
                Refine(arrays, i, j, along, c, p, ref sine, ref angle, ref r, ref t);
            }

            Vector512<double> norm = Vector512.Create<double>(arrays.SignedNorms[i..]);
            sines += norm * sine;
            turns += norm * ((c * r) + (sine * q));
            r.CopyTo(upper[i..]);
            angle.CopyTo(lower[i..]);
            Span<double> sums = arrays.TeacherSums[i..];
            (Vector512.Create<double>(sums) + t).CopyTo(sums);
        }

        arrays.SineSums[j] = OrderedSum.Join(sines);
        arrays.TurnSums[j] = OrderedSum.Join(turns);
    }

    private static void Refine(
        Arrays arrays,
        int first,
        int j,
        double q,
        Vector512<double> c,
        Vector512<double> p,
        ref Vector512<double> sine,
        ref Vector512<double> angle,
        ref Vector512<double> r,
        ref Vector512<double> t)
    {
        int d = arrays.D;
        ReadOnlySpan<double> a = arrays.Probes.AsSpan(j * d, d), displacement = arrays.Probes.AsSpan((d + j) * d, d);
        for (int lane = 0; lane < Vector512<double>.Count; lane++)
        {
            if (!(Math.Abs(c[lane]) > NearOne))
            {
                continue;
            }

            int i = first + lane;
            double s = 0, complement = HalfPi, ratioR = 0, ratioT = 0;
            if (i != d + j)
            {
                ReadOnlySpan<double> x = arrays.Directions.AsSpan(i * d, d);
                Angle between = Angle.Between(x, a);
                (s, complement) = (between.Sine, between.Complement);

                // With e = x - sign a: p - c q = <e, d_j> + sign (1 - |c|) q and q - c p = -sign (<e, d_j> - ...) without cancellation.
                double sign = Math.Sign(c[lane]), part = 0, gap = 0;
                for (int k = 0; k < d; k++)
                {
                    double e = x[k] - (sign * a[k]);
                    part += e * displacement[k];
                    gap += e * e;
                }

                gap /= 2; // 1 - |c|
                ratioR = s == 0 ? 0 : (part + (sign * gap * q)) / s;
                ratioT = s == 0 ? 0 : sign * ((gap * p[lane]) - part) / s;
            }

            sine = sine.WithElement(lane, s);
            angle = angle.WithElement(lane, complement);
            r = r.WithElement(lane, ratioR);
            t = t.WithElement(lane, ratioT);
        }
    }

    private static (double Value, PairGradient Gradient) Combine(TeacherStudent model, Arrays arrays, double linear, double kink)
    {
        int d = arrays.D;
        double[] displacement = Potential.Displacement(model);
        double[] student = new double[d * d], teacher = new double[d * d];
        double value = 0;
        for (int j = 0; j < d; j++)
        {
            double norm = model.Student.Norms[j], sine = arrays.SineSums[j], turn = arrays.TurnSums[j];
            double ofStudent = arrays.TeacherSums[d + j], ofTeacher = arrays.TeacherSums[j];
            int own = j * d, other = (d + j) * d;
            for (int k = 0; k < d; k++)
            {
                double direction = arrays.Probes[own + k], dj = arrays.Probes[other + k];
                double field = arrays.Forward[other + k] + (sine * direction);
                double pull = (arrays.Forward[own + k] + (sine * dj) - (turn * direction)) / norm;
                value += field * dj;
                double shared = 2 * linear * displacement[k];
                teacher[(k * d) + j] = shared + (kink * (arrays.Backward[own + k] + (ofTeacher * arrays.Directions[own + k]) + field));
                student[(k * d) + j] = (kink * (pull - arrays.Backward[other + k] - (ofStudent * direction) - field)) - shared;
            }
        }

        double total = (linear * OrderedSum.Dot(displacement, displacement)) + (kink * value);
        return (total, new PairGradient(DenseMatrix.Adopt(d, d, student), DenseMatrix.Adopt(d, d, teacher)));
    }

    /// <summary>
    /// Neurons as rows: first the teacher's then the student's in Directions and Columns; directions then displacements in Probes.
    /// </summary>
    private readonly ref struct Arrays
    {
        public Arrays(TeacherStudent model, DerivativeWorkspace workspace)
        {
            int d = D = model.Dimension;
            TableStride = ((2 * d) + 7) / 8 * 8;
            Directions = workspace.Buffer(BufferRole.Directions, 2 * d * d);
            Columns = workspace.Buffer(BufferRole.Columns, 2 * d * d);
            Probes = workspace.Buffer(BufferRole.Probes, 2 * d * d);
            Table = workspace.Buffer(BufferRole.Table, 2 * d * TableStride);
            Forward = workspace.Buffer(BufferRole.Forward, 2 * d * d);
            Backward = workspace.Buffer(BufferRole.Backward, 2 * d * d);
            Span<double> sums = workspace.Buffer(BufferRole.Sums, (2 * TableStride) + (2 * d));
            SignedNorms = sums[..TableStride];
            TeacherSums = sums.Slice(TableStride, TableStride);
            SineSums = sums.Slice(2 * TableStride, d);
            TurnSums = sums[((2 * TableStride) + d)..];
            NeuronColumns a = model.Student, b = model.Teacher;
            for (int j = 0; j < d; j++)
            {
                b.Unit(j).CopyTo(Directions.AsSpan(j * d, d));
                a.Unit(j).CopyTo(Directions.AsSpan((d + j) * d, d));
                a.Unit(j).CopyTo(Probes.AsSpan(j * d, d));
                SignedNorms[j] = b.Norms[j];
                SignedNorms[d + j] = -a.Norms[j];
            }

            ReadOnlySpan<double> w = a.Weights.Values, target = b.Weights.Values, columnsA = a.Columns.Values, columnsB = b.Columns.Values;
            for (int k = 0; k < d; k++)
            {
                for (int j = 0; j < d; j++)
                {
                    int from = (k * d) + j;
                    Columns[(j * d) + k] = columnsB[from];
                    Columns[((d + j) * d) + k] = -columnsA[from];
                    Probes[((d + j) * d) + k] = target[from] - w[from];
                }
            }
        }

        public int D { get; }

        public int TableStride { get; }

        public double[] Directions { get; }

        public double[] Columns { get; }

        public double[] Probes { get; }

        public double[] Table { get; }

        public double[] Forward { get; }

        public double[] Backward { get; }

        public Span<double> SignedNorms { get; }

        public Span<double> TeacherSums { get; }

        public Span<double> SineSums { get; }

        public Span<double> TurnSums { get; }
    }
}
