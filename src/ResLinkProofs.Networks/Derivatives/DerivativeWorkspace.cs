using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Networks.Derivatives;

/// <summary>Buffers that derivatives reuse. One workspace serves one computation at a time.</summary>
public sealed class DerivativeWorkspace
{
    private readonly Dictionary<int, double[]> _buffers = [];

    internal ProductWorkspace Products { get; } = new();

    /// <summary>A buffer of zeros or of what its last user left there; each role has its own.</summary>
    internal double[] Buffer(BufferRole role, int length)
    {
        int key = (int)role;
        if (!_buffers.TryGetValue(key, out double[]? buffer) || buffer.Length != length)
        {
            _buffers[key] = buffer = new double[length];
        }

        return buffer;
    }
}

/// <summary>What a buffer of <see cref="DerivativeWorkspace"/> holds.</summary>
internal enum BufferRole
{
    /// <summary>Directions of both networks.</summary>
    Directions,

    /// <summary>Signed columns of both networks.</summary>
    Columns,

    /// <summary>Directions of the student and displacements.</summary>
    Probes,

    /// <summary>Cosines and components, later their derivatives.</summary>
    Table,

    /// <summary>The table times the columns.</summary>
    Forward,

    /// <summary>The transposed table times the probes.</summary>
    Backward,

    /// <summary>Norms, signed norms and sums per neuron.</summary>
    Sums,
}
