using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ResLinkProofs.Descent;
using ResLinkProofs.Descent.Data;
using ResLinkProofs.Descent.Models;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Tests.Descent;

/// <summary>A hash over every bit of the weights after a few dozen steps of SGD in both precisions, computed here or in a child process.</summary>
internal static class DescentBits
{
    public const string Command = "descent-bits";
    private const int Dimension = 45;
    private const int Batch = 29;
    private const int Steps = 40;

    public static string Hash(int threads, ulong seed) => Convert.ToHexString(SHA256.HashData([.. Bytes<double>(threads, seed), .. Bytes<float>(threads, seed)]));

    /// <summary>What the child process prints: the width it ran on and the hash.</summary>
    public static int Print()
    {
        Console.WriteLine($"{VectorWidths.Widest} {Hash(threads: 2, seed: 1)}");
        return 0;
    }

    private static byte[] Bytes<T>(int threads, ulong seed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using var team = new WorkerTeam(threads);
        var teacher = new LinkNetwork<T>(Weights<T>(seed, 1), Dimension, identityLink: true);
        var student = new LinkNetwork<T>(Weights<T>(seed, 2), Dimension, identityLink: true);
        var descent = new StochasticDescent<T>(student, new FreshGaussianBatches<T>(seed, Batch, teacher, team), team);
        for (int t = 0; t < Steps; t++)
        {
            descent.Advance(1e-3);
        }

        return MemoryMarshal.AsBytes(student.Weights.AsSpan()).ToArray();
    }

    private static T[] Weights<T>(ulong seed, ulong which)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var stream = new RandomStream(seed, which);
        return [.. Enumerable.Range(0, Dimension * Dimension).Select(_ => T.CreateChecked(0.02 * stream.NextGaussian()))];
    }
}
