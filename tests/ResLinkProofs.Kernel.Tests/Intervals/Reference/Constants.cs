using System.Numerics;

namespace ResLinkProofs.Kernel.Tests.Intervals.Reference;

/// <summary>pi by Machin's formula and ln 2 by three inverse hyperbolic tangents, to any number of places, independent of the kernel's literals.</summary>
internal static class Constants
{
    private const int Guard = 40;

    /// <summary>pi * 2^places, off by less than one unit.</summary>
    internal static BigInteger Pi(int places) =>
        (4 * ((4 * ArcTangent(5, places + Guard, alternating: true)) - ArcTangent(239, places + Guard, alternating: true))) >> Guard;

    /// <summary>ln 2 * 2^places, off by less than one unit.</summary>
    internal static BigInteger Ln2(int places) =>
        ((18 * ArcTangent(26, places + Guard, alternating: false))
            - (2 * ArcTangent(4801, places + Guard, alternating: false))
            + (8 * ArcTangent(8749, places + Guard, alternating: false))) >> Guard;

    // atan(1/n) or artanh(1/n) in units of 2^-places.
    private static BigInteger ArcTangent(int n, int places, bool alternating)
    {
        BigInteger power = (BigInteger.One << places) / n, sum = power;
        for (int i = 1; !power.IsZero; i++)
        {
            power /= n * n;
            BigInteger term = power / ((2 * i) + 1);
            sum += alternating && (i & 1) != 0 ? -term : term;
        }

        return sum;
    }
}
