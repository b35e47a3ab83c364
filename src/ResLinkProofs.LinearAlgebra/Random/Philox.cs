namespace ResLinkProofs.LinearAlgebra.Random;

/// <summary>
/// Philox4x32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw (2011): a bijection of 128-bit counters for each
/// 64-bit key. Equal inputs give equal outputs on every machine; it is used to turn (seed, stream) into independent starting states.
/// </summary>
public static class Philox
{
    private const uint MultiplierA = 0xD2511F53, MultiplierB = 0xCD9E8D57;
    private const uint KeyStepA = 0x9E3779B9, KeyStepB = 0xBB67AE85;

    /// <summary>The ten-round permutation of <paramref name="counter"/> under <paramref name="key"/>.</summary>
    /// <param name="counter">Four 32-bit words, least significant first.</param>
    /// <param name="key">Two 32-bit words, least significant first.</param>
    /// <returns>Four 32-bit words.</returns>
    public static (uint X0, uint X1, uint X2, uint X3) Permute((uint X0, uint X1, uint X2, uint X3) counter, (uint K0, uint K1) key)
    {
        var (x0, x1, x2, x3) = counter;
        var (k0, k1) = key;
        unchecked
        {
            for (var round = 0; round < 10; round++)
            {
                var a = (ulong)MultiplierA * x0;
                var b = (ulong)MultiplierB * x2;
                (x0, x1, x2, x3) = ((uint)(b >> 32) ^ x1 ^ k0, (uint)b, (uint)(a >> 32) ^ x3 ^ k1, (uint)a);
                k0 += KeyStepA;
                k1 += KeyStepB;
            }
        }

        return (x0, x1, x2, x3);
    }
}
