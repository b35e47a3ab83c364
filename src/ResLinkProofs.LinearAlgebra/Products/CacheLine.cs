using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ResLinkProofs.LinearAlgebra.Products;

/// <summary>A hint to the cache; without the instruction it does nothing.</summary>
internal static unsafe class CacheLine
{
    /// <summary>The line size that requests are spaced by, in bytes.</summary>
    public const int Size = 64;

    /// <summary>Asks for the line at an address, which need not be valid, without waiting for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Request(byte* address)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch1(address);
        }
    }
}
