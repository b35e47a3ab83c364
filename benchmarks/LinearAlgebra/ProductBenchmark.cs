using System.Globalization;
using MathNet.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;
using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Benchmarks.LinearAlgebra;

/// <summary>
/// <c>gemm [n] [rounds]</c>: the dense product against OpenBLAS (where the library is present) and MathNet's managed provider,
/// square matrices, float64 and float32, one and two threads, contenders alternating in one run.
/// </summary>
internal static class ProductBenchmark
{
    public static int Run(string[] arguments)
    {
        int n = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 1500;
        int rounds = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 12;
        bool hasOpenBlas = OpenBlas.IsPresent;
        string core = hasOpenBlas ? OpenBlas.Core : "not present";
        Console.WriteLine($"n = {n}, best of {rounds}, width {VectorWidths.Widest}, OpenBLAS {core}");
        if (core == "Prescott")
        {
            Console.WriteLine("This OpenBLAS did not recognise the processor; OPENBLAS_CORETYPE=SkylakeX or Haswell makes it a fair contender.");
        }

        Double(n, rounds, hasOpenBlas);
        Single(n, rounds, hasOpenBlas);
        Managed(n);
        return 0;
    }

    private static void Double(int n, int rounds, bool hasOpenBlas)
    {
        double[] a = Fill(n), b = Fill(n), c = new double[n * n];
        ProductWorkspace workspace = new();
        foreach (int threads in new[] { 1, 2 })
        {
            Action ours = () => DenseProduct.Multiply(
                new ReadOnlyMatrixSpan<double>(a, n, n), new ReadOnlyMatrixSpan<double>(b, n, n), new(c, n, n), workspace, threads);
            Action theirs = () => OpenBlas.Multiply(n, a, b, c);
            Compare("float64", n, threads, rounds, hasOpenBlas, ours, theirs);
        }
    }

    private static void Single(int n, int rounds, bool hasOpenBlas)
    {
        float[] a = Array.ConvertAll(Fill(n), x => (float)x), b = Array.ConvertAll(Fill(n), x => (float)x), c = new float[n * n];
        ProductWorkspace workspace = new();
        foreach (int threads in new[] { 1, 2 })
        {
            Action ours = () => DenseProduct.Multiply(
                new ReadOnlyMatrixSpan<float>(a, n, n), new ReadOnlyMatrixSpan<float>(b, n, n), new(c, n, n), workspace, threads);
            Action theirs = () => OpenBlas.Multiply(n, a, b, c);
            Compare("float32", n, threads, rounds, hasOpenBlas, ours, theirs);
        }
    }

    private static void Compare(string type, int n, int threads, int rounds, bool hasOpenBlas, Action ours, Action theirs)
    {
        double flop = 2.0 * n * n * n;
        if (!hasOpenBlas)
        {
            Console.WriteLine($"{type} {threads} thread(s): ours {flop / Contest.Run(rounds, ours)[0] / 1e9:F1} GFLOP/s");
            return;
        }

        OpenBlas.SetThreads(threads);
        double[] best = Contest.Run(rounds, ours, theirs);
        Console.WriteLine(
            $"{type} {threads} thread(s): ours {flop / best[0] / 1e9:F1}, "
            + $"OpenBLAS {flop / best[1] / 1e9:F1} GFLOP/s, ratio {best[1] / best[0]:F3}");
    }

    private static void Managed(int n)
    {
        double[] a = Fill(n), b = Fill(n), c = new double[n * n];
        LinearAlgebraControl.UseManaged();
        foreach (int threads in new[] { 1, 2 })
        {
            Control.MaxDegreeOfParallelism = threads;
            double best = Contest.Run(1, () => LinearAlgebraControl.Provider.MatrixMultiply(a, n, n, b, n, n, c))[0];
            Console.WriteLine($"float64 {threads} thread(s): MathNet managed {2.0 * n * n * n / best / 1e9:F1} GFLOP/s");
        }
    }

    private static double[] Fill(int n)
    {
        Random random = new(1);
        double[] values = new double[n * n];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = random.NextDouble() - 0.5;
        }

        return values;
    }
}
