namespace ResLinkProofs.LinearAlgebra.Random;

/// <summary>Which register width a sampling loop uses. The numbers do not depend on it; only the speed does.</summary>
public enum VectorWidth
{
    /// <summary>The widest the machine accelerates.</summary>
    Widest = 0,

    /// <summary>128-bit registers, or their software equivalent.</summary>
    Bits128 = 128,

    /// <summary>256-bit registers, or their software equivalent.</summary>
    Bits256 = 256,

    /// <summary>512-bit registers, or their software equivalent.</summary>
    Bits512 = 512,
}
