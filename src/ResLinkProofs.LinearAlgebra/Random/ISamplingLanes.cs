using System.Numerics;

namespace ResLinkProofs.LinearAlgebra.Random;

/// <summary>
/// A group of 64-bit lanes seen as integers, as float64 or as pairs of float32. The sampling algorithms are written once over
/// this interface and compiled for each width; every operation is exact or correctly rounded, so all widths give the same bits.
/// </summary>
/// <typeparam name="T">The implementing width.</typeparam>
internal interface ISamplingLanes<T> :
    IAdditionOperators<T, T, T>, ISubtractionOperators<T, T, T>, IBitwiseOperators<T, T, T>, IShiftOperators<T, int, T>
    where T : struct, ISamplingLanes<T>
{
    /// <summary>Number of 64-bit lanes.</summary>
    static abstract int Count { get; }

    static abstract T Load(ref readonly ulong source);

    static abstract void Store(T value, ref ulong target);

    static abstract void Store(T value, ref double target);

    static abstract void Store(T value, ref float target);

    static abstract T Broadcast(ulong value);

    static abstract T Broadcast(double value);

    static abstract T Broadcast(float value);

    static abstract T MultiplyDouble(T a, T b);

    static abstract T SubtractDouble(T a, T b);

    static abstract T FusedDouble(T a, T b, T c);

    static abstract T SqrtDouble(T a);

    static abstract T MultiplySingle(T a, T b);

    static abstract T SubtractSingle(T a, T b);

    static abstract T FusedSingle(T a, T b, T c);

    static abstract T SqrtSingle(T a);

    /// <summary>Signed 32-bit integers to float32, rounded to nearest even.</summary>
    static abstract T SingleFromInt32(T a);

    static abstract T Add32(T a, T b);

    static abstract T Subtract32(T a, T b);

    static abstract T ShiftLeft32(T a, int count);

    static abstract T ShiftRight32(T a, int count);
}
