using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Descent;

/// <summary>
/// The two operations that exist once per element type (products and normals), chosen by the type parameter, which the compiler
/// resolves at code generation. Only <see cref="float"/> and <see cref="double"/> are supported.
/// </summary>
internal static class Precision<T>
    where T : unmanaged
{
    /// <summary>float32 or float64.</summary>
    /// <exception cref="NotSupportedException">Another element type.</exception>
    public static string Name => typeof(T) == typeof(double) ? "float64" : typeof(T) == typeof(float) ? "float32" : throw Unsupported();

    /// <summary>C = A B or C = C + A B on the calling thread.</summary>
    public static void Multiply(
        ReadOnlyMatrixSpan<T> a, ReadOnlyMatrixSpan<T> b, MatrixSpan<T> c, ProductWorkspace workspace, bool accumulate)
    {
        if (typeof(T) == typeof(double))
        {
            DenseProduct.Multiply(
                Unsafe.As<ReadOnlyMatrixSpan<T>, ReadOnlyMatrixSpan<double>>(ref a),
                Unsafe.As<ReadOnlyMatrixSpan<T>, ReadOnlyMatrixSpan<double>>(ref b),
                Unsafe.As<MatrixSpan<T>, MatrixSpan<double>>(ref c), workspace, 1, accumulate);
        }
        else if (typeof(T) == typeof(float))
        {
            DenseProduct.Multiply(
                Unsafe.As<ReadOnlyMatrixSpan<T>, ReadOnlyMatrixSpan<float>>(ref a),
                Unsafe.As<ReadOnlyMatrixSpan<T>, ReadOnlyMatrixSpan<float>>(ref b),
                Unsafe.As<MatrixSpan<T>, MatrixSpan<float>>(ref c), workspace, 1, accumulate);
        }
        else
        {
            throw Unsupported();
        }
    }

    /// <summary>Fills with standard normals of the element type's own sampler.</summary>
    public static void FillGaussian(RandomStream stream, Span<T> target)
    {
        if (typeof(T) == typeof(double))
            stream.FillGaussian(MemoryMarshal.Cast<T, double>(target));
        else if (typeof(T) == typeof(float))
            stream.FillGaussian(MemoryMarshal.Cast<T, float>(target));
        else
            throw Unsupported();
    }

    private static NotSupportedException Unsupported() => new($"The element type must be float or double, not {typeof(T)}.");
}
