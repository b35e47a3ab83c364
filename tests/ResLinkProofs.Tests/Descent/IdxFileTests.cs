using System.IO.Compression;
using ResLinkProofs.Descent.Data;
using ResLinkProofs.Testing;

namespace ResLinkProofs.Tests.Descent;

public class IdxFileTests
{
    private static readonly byte[] Images = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 0, 51, 255, 1, 2, 3];
    private static readonly byte[] Labels = [0, 0, 8, 1, 0, 0, 0, 2, 7, 9];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reads_plain_and_compressed_files(bool compressed)
    {
        using var directory = new TemporaryDirectory();
        Save(directory, "train-images-idx3-ubyte", Images, compressed);
        Save(directory, "train-labels-idx1-ubyte", Labels, compressed);
        var data = LabelledImages.Load(directory.Path, training: true);
        Assert.Equal((2, 3, 10), (data.Count, data.Pixels, data.Classes));
        Assert.Equal([0f, 0.2f, 1f, 1 / 255f, 2 / 255f, 3 / 255f], data.Values);
        Assert.Equal([7, 9], data.Labels);
        Assert.Equal((1, 3), (data.First(1).Count, data.First(1).Values.Length));
    }

    [Fact]
    public void Shrinking_takes_the_mean_of_squares_and_drops_the_edge()
    {
        byte[] pixels = [0, 51, 102, 153, 204, 51, 102, 153, 204, 255, 7, 7, 7, 7, 7];
        var images = LabelledImages.Pair(new([1, 3, 5], pixels), new([1], [4]), "images");
        var small = images.Shrink(2);
        Assert.Equal((1, 2, 2), (small.Height, small.Width, small.Pixels));
        Assert.Equal([0.2f, 0.6f], small.Values, (x, y) => Math.Abs(x - y) < 1e-6f);
        Assert.Same(images, images.Shrink(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => images.Shrink(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => images.Shrink(0));
    }

    [Theory]
    [InlineData(3, 1, "magic number 0x00000801, expected 0x00000803")]
    [InlineData(2, 9, "magic number 0x00000903")]
    [InlineData(0, 31, "magic number 0x1F000803")]
    [InlineData(7, 3, "announces 3 x 1 x 3 = 9 bytes, the file holds only 6")]
    [InlineData(7, 1, "announces 1 x 1 x 3 = 3 bytes, the file holds more")]
    [InlineData(11, 0, "dimension 2 of 3 is 0")]
    [InlineData(8, 255, "dimension 2 of 3 is 4278190081")]
    public void A_wrong_byte_is_reported(int at, byte value, string message)
    {
        var bytes = (byte[])Images.Clone();
        bytes[at] = value;
        var error = Assert.Throws<InvalidDataException>(() => IdxFile.Read(new MemoryStream(bytes), "images", 3));
        Assert.StartsWith("images: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_truncation_is_reported()
    {
        Assert.Equal(6, IdxFile.Read(new MemoryStream(Images), "images", 3).Values.Length);
        for (var length = 0; length < Images.Length; length++)
            Assert.Throws<InvalidDataException>(() => IdxFile.Read(new MemoryStream(Images, 0, length), "images", 3));

        using var directory = new TemporaryDirectory();
        Save(directory, "x", Images, compressed: true);
        var path = Path.Combine(directory.Path, "x.gz");
        var packed = File.ReadAllBytes(path);
        // The last 8 bytes are the checksum; just before them only the end marker is cut, and all data is there.
        for (var length = 2; length < packed.Length - 12; length++)
        {
            File.WriteAllBytes(path, packed[..length]);
            Assert.Throws<InvalidDataException>(() => IdxFile.Read(path, 3));
        }
    }

    [Fact]
    public void Counts_must_match_and_files_must_exist()
    {
        using var directory = new TemporaryDirectory();
        var missing = Assert.Throws<FileNotFoundException>(() => LabelledImages.Load(directory.Path, training: false));
        Assert.Contains("t10k-images-idx3-ubyte.gz", missing.Message, StringComparison.Ordinal);
        Save(directory, "t10k-images-idx3-ubyte", Images, false);
        Save(directory, "t10k-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 1, 7], false);
        var error = Assert.Throws<InvalidDataException>(() => LabelledImages.Load(directory.Path, training: false));
        Assert.EndsWith("2 images but 1 labels.", error.Message, StringComparison.Ordinal);
    }

    private static void Save(TemporaryDirectory directory, string name, byte[] bytes, bool compressed)
    {
        var path = Path.Combine(directory.Path, name);
        if (!compressed)
        {
            File.WriteAllBytes(path, bytes);
            return;
        }

        using var packed = new GZipStream(File.Create(path + ".gz"), CompressionLevel.Fastest);
        packed.Write(bytes);
    }
}
