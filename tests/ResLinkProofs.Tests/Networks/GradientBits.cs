using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Tests.Networks;

/// <summary>A hash over every bit of a population gradient, computed here or in a child process that lacks some instructions.</summary>
internal static class GradientBits
{
    public const string Command = "gradient-bits";
    private const int Dimension = 300;

    public static string Hash(int threads, int seed, VectorWidth? width = null, double slope = 0.25)
    {
        TeacherStudent model = Models.Pair(seed, Dimension, slope: slope);
        PopulationWorkspace workspace = new(new ProductWorkspace(width ?? VectorWidths.Widest));
        DenseMatrix gradient = PopulationGradient.NegativeGradient(model, workspace, threads);
        double loss = PopulationLoss.Evaluate(model, workspace, threads);
        byte[] bytes = [.. MemoryMarshal.AsBytes(gradient.Values), .. BitConverter.GetBytes(loss)];
        return Convert.ToHexString(SHA256.HashData(bytes));
    }

    /// <summary>What the child process prints: the width it ran on and the hash.</summary>
    public static int Print()
    {
        Console.WriteLine($"{VectorWidths.Widest} {Hash(threads: 2, seed: 1)}");
        return 0;
    }
}
