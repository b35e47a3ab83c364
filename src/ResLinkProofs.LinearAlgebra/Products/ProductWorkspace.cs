using System.Runtime.CompilerServices;
using ResLinkProofs.LinearAlgebra.Products;

namespace ResLinkProofs.LinearAlgebra;

/// <summary>
/// Packing buffers that products reuse, and the instruction width they run on. Buffers grow to the largest product seen and stay.
/// One workspace serves one product at a time; it is not safe for concurrent calls.
/// </summary>
public sealed class ProductWorkspace
{
    private const int Alignment = 64;
    private byte[] _packedB = [];
    private byte[][] _packedA = [];

    /// <summary>A workspace on the widest accelerated width.</summary>
    public ProductWorkspace()
        : this(VectorWidths.Widest)
    {
    }

    /// <summary>A workspace on a chosen width; results are the same bits on all of them.</summary>
    /// <param name="width">The width; it must be accelerated in this process.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is not accelerated here.</exception>
    public ProductWorkspace(VectorWidth width)
        : this(width, BlockSizes.Default)
    {
    }

    internal ProductWorkspace(VectorWidth width, BlockSizes blocks)
    {
        if (!VectorWidths.IsSupported(width))
        {
            throw new ArgumentOutOfRangeException(nameof(width), width, $"This process accelerates widths up to {VectorWidths.Widest}.");
        }

        Width = width;
        Blocks = blocks;
    }

    /// <summary>The instruction width of the products that use this workspace.</summary>
    public VectorWidth Width { get; }

    internal BlockSizes Blocks { get; }

    /// <summary>Makes room for a product on so many threads; a no-op once the buffers are large enough.</summary>
    internal void Reserve(long bytesForB, long bytesForA, int threads)
    {
        if (_packedB.LongLength < bytesForB + Alignment)
        {
            _packedB = Allocate(bytesForB);
        }

        if (_packedA.Length < threads)
        {
            Array.Resize(ref _packedA, threads);
        }

        for (int worker = 0; worker < threads; worker++)
        {
            if (_packedA[worker] is null || _packedA[worker].LongLength < bytesForA + Alignment)
            {
                _packedA[worker] = Allocate(bytesForA);
            }
        }
    }

    /// <summary>The aligned start of the buffer for B; the buffer is pinned for its lifetime.</summary>
    internal unsafe T* PackedB<T>()
        where T : unmanaged => (T*)Aligned(_packedB);

    /// <summary>The aligned start of one worker's buffer for A.</summary>
    internal unsafe T* PackedA<T>(int worker)
        where T : unmanaged => (T*)Aligned(_packedA[worker]);

    private static byte[] Allocate(long bytes) => GC.AllocateUninitializedArray<byte>(checked((int)(bytes + Alignment)), pinned: true);

    private static unsafe void* Aligned(byte[] buffer)
    {
        nint address = (nint)Unsafe.AsPointer(ref buffer[0]);
        return (void*)((address + Alignment - 1) & ~(nint)(Alignment - 1));
    }
}
