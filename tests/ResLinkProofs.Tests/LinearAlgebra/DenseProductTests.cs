using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Products;

namespace ResLinkProofs.Tests.LinearAlgebra;

public sealed class DenseProductTests
{
    private static readonly BlockSizes Tiny = new(Depth: 7, Rows: 8, PackedElements: 700);

    public static TheoryData<VectorWidth, bool, bool> Cases()
    {
        TheoryData<VectorWidth, bool, bool> cases = new();
        foreach (VectorWidth width in Enum.GetValues<VectorWidth>())
        {
            foreach (bool transposeA in new[] { false, true })
            {
                foreach (bool transposeB in new[] { false, true })
                {
                    // A width that this machine lacks runs as the widest it has: the case still compares something.
                    cases.Add(VectorWidths.IsSupported(width) ? width : VectorWidths.Widest, transposeA, transposeB);
                }
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Double_has_the_bits_of_the_plain_chain(VectorWidth width, bool transposeA, bool transposeB)
    {
        System.Random random = new(1);
        ProductWorkspace plain = new(width), cut = new(width, Tiny);
        for (int trial = 0; trial < 120; trial++)
        {
            Problem p = new(random, transposeA, transposeB);
            double[] a = Fill(random, p.LengthA), b = Fill(random, p.LengthB), start = Fill(random, p.LengthC);
            double[] expected = Chain(p, a, b, start);
            foreach (ProductWorkspace workspace in new[] { plain, cut })
            {
                double[] actual = [.. start];
                MatrixSpan<double> target = new(actual, p.M, p.N, p.StrideC);
                DenseProduct.Multiply(p.ViewA(a), p.ViewB(b), target, workspace, 1 + trial % 3, p.Accumulate);
                AssertSameBits(expected, actual, p);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Single_has_the_bits_of_the_plain_chain(VectorWidth width, bool transposeA, bool transposeB)
    {
        System.Random random = new(2);
        ProductWorkspace plain = new(width), cut = new(width, Tiny);
        for (int trial = 0; trial < 120; trial++)
        {
            Problem p = new(random, transposeA, transposeB);
            float[] a = ToSingle(Fill(random, p.LengthA)), b = ToSingle(Fill(random, p.LengthB)), start = ToSingle(Fill(random, p.LengthC));
            float[] expected = Chain(p, a, b, start);
            foreach (ProductWorkspace workspace in new[] { plain, cut })
            {
                float[] actual = [.. start];
                MatrixSpan<float> target = new(actual, p.M, p.N, p.StrideC);
                DenseProduct.Multiply(p.ViewA(a), p.ViewB(b), target, workspace, 1 + trial % 3, p.Accumulate);
                AssertSameBits(expected, actual, p);
            }
        }
    }

    [Fact]
    public void The_comparison_notices_another_order_of_summation()
    {
        // Positive control: the chain run backwards, or with two roundings per step, must not pass as equal.
        System.Random random = new(3);
        const int depth = 40;
        double[] a = Fill(random, depth), b = Fill(random, depth);
        double[] forward = new double[1];
        DenseProduct.Multiply(View(a, 1, depth), View(b, depth, 1), Target(forward, 1, 1), new ProductWorkspace());
        double backward = 0, unfused = 0;
        for (int k = 0; k < depth; k++)
        {
            backward = Math.FusedMultiplyAdd(a[depth - 1 - k], b[depth - 1 - k], backward);
            unfused += a[k] * b[k];
        }

        Assert.NotEqual(forward[0], backward);
        Assert.NotEqual(forward[0], unfused);
    }

    [Fact]
    public void Elements_outside_the_view_stay_as_they_are()
    {
        double[] c = new double[5 * 9];
        Array.Fill(c, 7);
        DenseProduct.Multiply(View(new double[20], 5, 4), View(new double[12], 4, 3), Target(c, 5, 3, 9), new ProductWorkspace());
        for (int i = 0; i < c.Length; i++)
        {
            Assert.Equal(i % 9 < 3 ? 0 : 7, c[i]);
        }
    }

    [Fact]
    public void Wrong_shapes_name_the_argument()
    {
        double[] data = new double[100];
        ProductWorkspace workspace = new();
        ArgumentException rowsOfB = Assert.Throws<ArgumentException>(
            () => DenseProduct.Multiply(View(data, 2, 3), View(data, 4, 2), Target(new double[4], 2, 2), workspace));
        Assert.Equal("b", rowsOfB.ParamName);
        ArgumentException columnsOfC = Assert.Throws<ArgumentException>(
            () => DenseProduct.Multiply(View(data, 2, 3), View(data, 3, 2), Target(new double[6], 2, 3), workspace));
        Assert.Equal("c", columnsOfC.ParamName);
        ArgumentException overlap = Assert.Throws<ArgumentException>(
            () => DenseProduct.Multiply(View(data, 2, 2), View(new double[4], 2, 2), Target(data, 2, 2), workspace));
        Assert.Equal("c", overlap.ParamName);
        ArgumentOutOfRangeException threads = Assert.Throws<ArgumentOutOfRangeException>(
            () => DenseProduct.Multiply(View(data, 2, 2), View(data, 2, 2), Target(new double[4], 2, 2), workspace, 0));
        Assert.Equal("threads", threads.ParamName);
        Assert.Equal(0, threads.ActualValue);
        Assert.Equal("rowStride", Assert.Throws<ArgumentOutOfRangeException>(() => new MatrixSpan<double>(data, 2, 3, 2).Rows).ParamName);
        Assert.Equal("rows", Assert.Throws<ArgumentOutOfRangeException>(() => new ReadOnlyMatrixSpan<double>(data, 0, 3).Rows).ParamName);
        Assert.Equal("data", Assert.Throws<ArgumentException>(() => new ReadOnlyMatrixSpan<double>(data, 50, 3).Rows).ParamName);
    }

    private static ReadOnlyMatrixSpan<double> View(double[] data, int rows, int columns) => new(data, rows, columns);

    private static MatrixSpan<double> Target(double[] data, int rows, int columns, int stride = 0) =>
        new(data, rows, columns, stride == 0 ? columns : stride);

    private static double[] Chain(Problem p, double[] a, double[] b, double[] start)
    {
        double[] c = [.. start];
        for (int i = 0; i < p.M; i++)
        {
            for (int j = 0; j < p.N; j++)
            {
                double sum = p.Accumulate ? c[i * p.StrideC + j] : 0;
                for (int k = 0; k < p.K; k++)
                {
                    sum = Math.FusedMultiplyAdd(a[p.IndexA(i, k)], b[p.IndexB(k, j)], sum);
                }

                c[i * p.StrideC + j] = sum;
            }
        }

        return c;
    }

    private static float[] Chain(Problem p, float[] a, float[] b, float[] start)
    {
        float[] c = [.. start];
        for (int i = 0; i < p.M; i++)
        {
            for (int j = 0; j < p.N; j++)
            {
                float sum = p.Accumulate ? c[i * p.StrideC + j] : 0;
                for (int k = 0; k < p.K; k++)
                {
                    sum = MathF.FusedMultiplyAdd(a[p.IndexA(i, k)], b[p.IndexB(k, j)], sum);
                }

                c[i * p.StrideC + j] = sum;
            }
        }

        return c;
    }

    private static void AssertSameBits<T>(T[] expected, T[] actual, Problem p)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(Equals(expected[i], actual[i]), $"{p.M} x {p.K} x {p.N}, element {i}: {expected[i]:R} against {actual[i]:R}");
        }
    }

    private static double[] Fill(System.Random random, int length)
    {
        double[] values = new double[length];
        for (int i = 0; i < length; i++)
        {
            values[i] = random.NextDouble() - 0.5;
        }

        return values;
    }

    private static float[] ToSingle(double[] values) => Array.ConvertAll(values, x => (float)x);

    /// <summary>A product of random size and layout: every remainder of every tile occurs, and leading dimensions exceed the widths.</summary>
    private sealed class Problem
    {
        private readonly bool _transposeA;
        private readonly bool _transposeB;
        private readonly int _strideA;
        private readonly int _strideB;

        public Problem(System.Random random, bool transposeA, bool transposeB)
        {
            (M, N, K) = (random.Next(1, 71), random.Next(1, 71), random.Next(1, 71));
            (_transposeA, _transposeB) = (transposeA, transposeB);
            _strideA = (transposeA ? M : K) + random.Next(0, 4);
            _strideB = (transposeB ? K : N) + random.Next(0, 4);
            StrideC = N + random.Next(0, 4);
            Accumulate = random.Next(2) == 0;
        }

        public int M { get; }

        public int N { get; }

        public int K { get; }

        public int StrideC { get; }

        public bool Accumulate { get; }

        public int LengthA => (_transposeA ? K : M) * _strideA;

        public int LengthB => (_transposeB ? N : K) * _strideB;

        public int LengthC => M * StrideC;

        public int IndexA(int i, int k) => _transposeA ? k * _strideA + i : i * _strideA + k;

        public int IndexB(int k, int j) => _transposeB ? j * _strideB + k : k * _strideB + j;

        public ReadOnlyMatrixSpan<T> ViewA<T>(T[] a)
            where T : unmanaged => _transposeA ? new ReadOnlyMatrixSpan<T>(a, K, M, _strideA).Transpose() : new(a, M, K, _strideA);

        public ReadOnlyMatrixSpan<T> ViewB<T>(T[] b)
            where T : unmanaged => _transposeB ? new ReadOnlyMatrixSpan<T>(b, N, K, _strideB).Transpose() : new(b, K, N, _strideB);
    }
}
