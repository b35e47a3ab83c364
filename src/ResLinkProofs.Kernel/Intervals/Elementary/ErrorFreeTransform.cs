using System.Runtime.CompilerServices;

namespace ResLinkProofs.Kernel.Intervals.Elementary;

/// <summary>Sums and products as unevaluated pairs of doubles (result, exact error).</summary>
internal static class ErrorFreeTransform
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>a + b exactly, for any a and b whose sum is finite (Knuth).</summary>
    [MethodImpl(Inline)]
    internal static (double Sum, double Error) TwoSum(double a, double b)
    {
        double sum = a + b;
        double part = sum - a;
        return (sum, (a - (sum - part)) + (b - part));
    }

    /// <summary>a + b exactly, for |a| >= |b| or a = 0 (Dekker).</summary>
    [MethodImpl(Inline)]
    internal static (double Sum, double Error) FastTwoSum(double a, double b)
    {
        double sum = a + b;
        return (sum, b - (sum - a));
    }

    /// <summary>a * b exactly, when the error does not underflow.</summary>
    [MethodImpl(Inline)]
    internal static (double Product, double Error) TwoProduct(double a, double b)
    {
        double product = a * b;
        return (product, Math.FusedMultiplyAdd(a, b, -product));
    }
}
