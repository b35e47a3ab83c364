using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Tests.Descent;

/// <summary>SGD gives the same bits on 1, 2 and 7 threads and with the machine's vector instructions off.</summary>
public sealed class DescentBitsTests
{
    private static readonly string Here = DescentBits.Hash(threads: 1, seed: 1);

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void Threads_do_not_matter(int threads) => Assert.Equal(Here, DescentBits.Hash(threads, seed: 1));

    [Fact]
    public void The_hash_tells_runs_apart() => Assert.NotEqual(Here, DescentBits.Hash(threads: 1, seed: 2));

    [Theory]
    [InlineData("DOTNET_EnableAVX512", VectorWidth.Bits256)]
    [InlineData("DOTNET_EnableAVX2", VectorWidth.Scalar)]
    public void Instruction_width_does_not_matter(string variable, VectorWidth widestLeft)
    {
        string[] words = ChildProgram.Run(DescentBits.Command, variable);

        // The child must really run without the instructions, or equal hashes would say nothing.
        VectorWidth used = Enum.Parse<VectorWidth>(words[0]);
        Assert.True(used <= widestLeft, $"{variable}=0 left the width at {used}.");
        Assert.Equal(Here, words[1]);
    }
}
