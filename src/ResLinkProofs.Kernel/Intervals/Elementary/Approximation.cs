using System.Runtime.CompilerServices;

namespace ResLinkProofs.Kernel.Intervals.Elementary;

/// <summary>
/// A real number within Error of High + Low, as the double-double functions deliver it: the tests measure the share of Error that is used.
/// </summary>
public readonly record struct Approximation(double High, double Low, double Error)
{
    /// <summary>The opposite number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Approximation operator -(Approximation value) => new(-value.High, -value.Low, value.Error);

    /// <summary>The doubles around the number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Endpoints Enclose() => new(
        DirectedRounding.AddDown(High, DirectedRounding.SubtractDown(Low, Error)),
        DirectedRounding.AddUp(High, DirectedRounding.AddUp(Low, Error)));
}
