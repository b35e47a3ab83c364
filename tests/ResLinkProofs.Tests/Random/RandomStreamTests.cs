using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Tests.Random;

public class RandomStreamTests
{
    public static TheoryData<uint[], uint[], uint[]> PhiloxAnswers => new()
    {
        { [0, 0, 0, 0], [0, 0], [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8] },
        {
            [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff],
            [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd]
        },
        {
            [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0],
            [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1]
        },
    };

    // The vectors published with Random123 (kat_vectors, philox4x32 10).
    [Theory]
    [MemberData(nameof(PhiloxAnswers))]
    public void Philox_gives_the_published_answers(uint[] counter, uint[] key, uint[] expected)
    {
        var (x0, x1, x2, x3) = Philox.Permute((counter[0], counter[1], counter[2], counter[3]), (key[0], key[1]));
        Assert.Equal(expected, Words((x0, x1, x2, x3)));
        Assert.NotEqual(expected, Words(Philox.Permute((counter[0] ^ 1, counter[1], counter[2], counter[3]), (key[0], key[1]))));
    }

    // The reference sequence for the state (1, 2, 3, 4).
    [Fact]
    public void Xoshiro_gives_the_published_sequence_in_every_lane()
    {
        ulong[] expected =
        [
            41943041, 58720359, 3588806011781223, 3591011842654386, 9228616714210784205,
            9973669472204895162, 14011001112246962877, 12406186145184390807, 15849039046786891736, 10450023813501588000,
        ];
        Check<Lanes128>();
        Check<Lanes256>();
        Check<Lanes512>();

        void Check<T>()
            where T : struct, ISamplingLanes<T>
        {
            var state = Enumerable.Range(0, 32).Select(i => (ulong)((i / 8) + 1)).ToArray();
            var generator = new Xoshiro<T>(state, 8 - T.Count, 8);
            var words = new ulong[T.Count];
            foreach (var word in expected)
            {
                T.Store(generator.Next(), ref words[0]);
                Assert.All(words, w => Assert.Equal(word, w));
            }
        }
    }

    // Pins the whole construction: a change of any constant changes every result of the project that is recorded with a seed.
    [Fact]
    public void The_first_numbers_of_a_stream_are_fixed()
    {
        var stream = new RandomStream(2017, 5);
        var words = new[] { stream.NextUInt64(), stream.NextUInt64() };
        var normals = new double[3];
        stream.FillGaussian(normals);
        var singles = new float[3];
        stream.FillGaussian(singles);
        Assert.Equal(RecordedAnswers.Words, words);
        Assert.Equal(RecordedAnswers.Normals, normals.Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(RecordedAnswers.Singles, singles.Select(BitConverter.SingleToInt32Bits));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(1000)]
    [InlineData(4111)]
    public void Every_vector_width_gives_the_same_bits(int length)
    {
        var reference = Draw(VectorWidth.Bits128, length, 9);
        Assert.Equal(reference, Draw(VectorWidth.Scalar, length, 9));
        Assert.Equal(reference, Draw(VectorWidth.Bits256, length, 9));
        Assert.Equal(reference, Draw(VectorWidth.Bits512, length, 9));
        Assert.Equal(reference, Draw(null, length, 9));
        Assert.NotEqual(reference, Draw(null, length, 10));
    }

    [Fact]
    public void Restart_returns_to_the_first_number_and_forgets_what_was_buffered()
    {
        var stream = new RandomStream(1, 2);
        var first = (stream.NextUInt64(), stream.NextGaussian(), stream.NextDouble());
        Assert.NotEqual(first, (stream.NextUInt64(), stream.NextGaussian(), stream.NextDouble()));
        stream.Restart(2);
        Assert.Equal(first, (stream.NextUInt64(), stream.NextGaussian(), stream.NextDouble()));
    }

    [Fact]
    public void Filling_allocates_nothing()
    {
        var stream = new RandomStream(1, 2);
        var (doubles, singles) = (new double[1003], new float[1003]);
        Step();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Step();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Step()
        {
            stream.Restart(3);
            stream.FillGaussian(doubles);
            stream.FillGaussian(singles);
            stream.FillUniform(doubles);
        }
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Assert.Equal("width", Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(0, 0, 0, (VectorWidth)7)).ParamName);
        Assert.Equal("bound", Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(0, 0).NextInt32(0)).ParamName);
    }

    private static uint[] Words((uint A, uint B, uint C, uint D) x) => [x.A, x.B, x.C, x.D];

    private static long[] Draw(VectorWidth? width, int length, ulong id)
    {
        var stream = new RandomStream(42, id, 1, width);
        var (normals, uniforms, singles) = (new double[length], new double[length], new float[length]);
        stream.FillGaussian(normals);
        stream.FillUniform(uniforms);
        stream.FillGaussian(singles);
        return
        [
            .. normals.Select(BitConverter.DoubleToInt64Bits), .. uniforms.Select(BitConverter.DoubleToInt64Bits),
            .. singles.Select(x => (long)BitConverter.SingleToInt32Bits(x)), (long)stream.NextUInt64(),
        ];
    }
}
