using System.Runtime.InteropServices;

namespace ResLinkProofs.Benchmarks.LinearAlgebra;

/// <summary>The machine's OpenBLAS, where there is one: a contender in the benchmarks, used nowhere else.</summary>
internal static unsafe partial class OpenBlas
{
    private const string Library = "libopenblas.so.0";
    private const int RowMajor = 101, NoTranspose = 111;

    public static bool IsPresent => NativeLibrary.TryLoad(Library, out _);

    public static string Core => Marshal.PtrToStringUTF8(GetCoreName()) ?? "unknown";

    [LibraryImport(Library, EntryPoint = "openblas_set_num_threads")]
    public static partial void SetThreads(int threads);

    public static void Multiply(int n, double[] a, double[] b, double[] c)
    {
        fixed (double* pa = a, pb = b, pc = c)
        {
            Dgemm(RowMajor, NoTranspose, NoTranspose, n, n, n, 1, pa, n, pb, n, 0, pc, n);
        }
    }

    public static void Multiply(int n, float[] a, float[] b, float[] c)
    {
        fixed (float* pa = a, pb = b, pc = c)
        {
            Sgemm(RowMajor, NoTranspose, NoTranspose, n, n, n, 1, pa, n, pb, n, 0, pc, n);
        }
    }

    [LibraryImport(Library, EntryPoint = "openblas_get_corename")]
    private static partial nint GetCoreName();

    [LibraryImport(Library, EntryPoint = "cblas_dgemm")]
    private static partial void Dgemm(
        int order, int transA, int transB, int m, int n, int k, double alpha, double* a, int lda, double* b, int ldb, double beta, double* c, int ldc);

    [LibraryImport(Library, EntryPoint = "cblas_sgemm")]
    private static partial void Sgemm(
        int order, int transA, int transB, int m, int n, int k, float alpha, float* a, int lda, float* b, int ldb, float beta, float* c, int ldc);
}
