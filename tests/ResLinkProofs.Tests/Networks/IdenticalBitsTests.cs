using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Tests.Networks;

/// <summary>The population gradient at d = 300: the same bits on 1, 2 and 7 threads and with the machine's vector instructions off.</summary>
public sealed class IdenticalBitsTests
{
    private static readonly string Here = GradientBits.Hash(threads: 1, seed: 1);

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void Threads_do_not_matter(int threads) => Assert.Equal(Here, GradientBits.Hash(threads, seed: 1));

    [Fact]
    public void The_hash_tells_gradients_apart() => Assert.NotEqual(Here, GradientBits.Hash(threads: 1, seed: 2));

    [Theory]
    [InlineData("DOTNET_EnableAVX512", VectorWidth.Bits256)]
    [InlineData("DOTNET_EnableAVX2", VectorWidth.Scalar)]
    [InlineData("DOTNET_EnableHWIntrinsic", VectorWidth.Scalar)]
    public void Instruction_width_does_not_matter(string variable, VectorWidth widestLeft)
    {
        string[] words = ChildProgram.Run(GradientBits.Command, variable);

        // The child must really run without the instructions, or equal hashes would say nothing.
        VectorWidth used = Enum.Parse<VectorWidth>(words[0]);
        Assert.True(used <= widestLeft, $"{variable}=0 left the width at {used}.");
        Assert.Equal(Here, words[1]);
    }

    /// <summary>What ReLU gives is recorded: a change to the code for other slopes that moves a bit of it shows here.</summary>
    [Fact]
    public void Slope_zero_has_the_recorded_bits_of_relu()
    {
        const string Recorded = "F619BACA1EE2A3B42344EF6FD85A584618D2DDC92775547AA6DD090D97745458";
        string hash = GradientBits.Hash(threads: 2, seed: 1, slope: 0);
        Assert.True(hash == Recorded, hash);
        Assert.NotEqual(Recorded, GradientBits.Hash(threads: 2, seed: 1, slope: Math.ScaleB(1, -40)));
    }

    [Fact]
    public void Every_width_of_this_process_agrees()
    {
        foreach (VectorWidth width in Enum.GetValues<VectorWidth>().Where(VectorWidths.IsSupported))
        {
            Assert.Equal(Here, GradientBits.Hash(threads: 2, seed: 1, width));
        }
    }
}
