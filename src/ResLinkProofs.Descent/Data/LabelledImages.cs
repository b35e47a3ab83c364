using ResLinkProofs.Provisioning;

namespace ResLinkProofs.Descent.Data;

/// <summary>Images with class labels. Pixels are scaled to [0, 1], one image per row.</summary>
public sealed class LabelledImages
{
    private LabelledImages(int height, int width, float[] values, byte[] labels)
    {
        Height = height;
        Width = width;
        Values = values;
        Labels = labels;
    }

    /// <summary>Number of images.</summary>
    public int Count => Labels.Length;

    /// <summary>Rows of pixels per image.</summary>
    public int Height { get; }

    /// <summary>Pixels per row.</summary>
    public int Width { get; }

    /// <summary>Pixels per image.</summary>
    public int Pixels => Height * Width;

    /// <summary>Number of classes: one more than the largest label.</summary>
    public int Classes => Labels.Max() + 1;

    /// <summary>Count x Pixels, row-major, in [0, 1].</summary>
    public float[] Values { get; }

    /// <summary>One label per image.</summary>
    public byte[] Labels { get; }

    /// <summary>A short text that differs between data sets: counts and the start of a SHA-256 of pixels and labels.</summary>
    public string Fingerprint
    {
        get
        {
            using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
            hash.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Values.AsSpan()));
            hash.AppendData(Labels);
            return $"{Count} images, SHA-256 {Convert.ToHexStringLower(hash.GetHashAndReset())[..16]}";
        }
    }

    /// <summary>Pairs images with labels.</summary>
    /// <param name="images">Three dimensions: count, height, width.</param>
    /// <param name="labels">One dimension: count.</param>
    /// <param name="name">What to call the pair in error messages.</param>
    /// <exception cref="InvalidDataException">The counts differ.</exception>
    public static LabelledImages Pair(IdxArray images, IdxArray labels, string name)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(labels);
        if (images.Shape[0] != labels.Values.Length)
            throw new InvalidDataException($"{name}: {images.Shape[0]} images but {labels.Values.Length} labels.");
        return new LabelledImages(images.Shape[1], images.Shape[2], Array.ConvertAll(images.Values, v => v / 255f), labels.Values);
    }

    /// <summary>
    /// Reads the training or test part from a directory that holds the four files of MNIST or Fashion-MNIST under their usual names
    /// (<c>train-images-idx3-ubyte</c>, ..., with or without <c>.gz</c>; <c>train-images.idx3-ubyte</c> is accepted too).
    /// </summary>
    /// <param name="directory">The directory.</param>
    /// <param name="training">True for the training part, false for the test part.</param>
    /// <exception cref="FileNotFoundException">A file is absent; the message lists the names tried.</exception>
    /// <exception cref="InvalidDataException">A file is not what its name says, or the counts differ.</exception>
    public static LabelledImages Load(string directory, bool training)
    {
        var part = training ? "train" : "t10k";
        var images = IdxFile.Read(Find(directory, $"{part}-images", "idx3"), 3);
        var labels = IdxFile.Read(Find(directory, $"{part}-labels", "idx1"), 1);
        return Pair(images, labels, Path.Combine(directory, part));
    }

    /// <summary>Debian's package of Fashion-MNIST, and the folder that it is unpacked into.</summary>
    public const string FashionPackage = "dataset-fashion-mnist";

    /// <summary>
    /// The directory of Fashion-MNIST, unpacked from Debian's <c>dataset-fashion-mnist</c> package
    /// into <paramref name="artifacts"/> when absent.
    /// </summary>
    /// <param name="artifacts">Where fetched things are kept.</param>
    /// <param name="progress">Receives one line per step; may be null.</param>
    /// <exception cref="ProvisioningException">The package cannot be fetched.</exception>
    public static string FashionDirectory(string artifacts, Action<string>? progress = null)
    {
        try
        {
            return Path.Combine(DebianPackage.Fetch(FashionPackage, artifacts, progress), "usr", "share", "datasets", "fashion-mnist");
        }
        catch (ProvisioningException e)
        {
            throw new ProvisioningException(
                $"Fashion-MNIST is not here and cannot be fetched. Where there is a network, run: apt-get download {FashionPackage} && "
                    + $"dpkg-deb --extract {FashionPackage}_*.deb {Path.Combine(artifacts, FashionPackage)}. ({e.Message})", e);
        }
    }

    /// <summary>The first <paramref name="count"/> images (all of them when there are fewer), which share no memory with these.</summary>
    /// <param name="count">At least 1.</param>
    public LabelledImages First(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        count = Math.Min(count, Count);
        return new LabelledImages(Height, Width, Values[..(count * Pixels)], Labels[..count]);
    }

    /// <summary>
    /// Smaller images: every square of pixels becomes its mean. Pixels left over at the right and bottom edges are dropped.
    /// </summary>
    /// <param name="factor">Pixels per side of a square: 1 to the smaller side of an image.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is out of range.</exception>
    public LabelledImages Shrink(int factor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(factor, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(factor, Math.Min(Height, Width));
        if (factor == 1)
            return this;
        var (height, width) = (Height / factor, Width / factor);
        var values = new float[Count * height * width];
        for (var i = 0; i < values.Length; i++)
        {
            var (image, row, column) = (i / (height * width), i / width % height * factor, i % width * factor);
            float sum = 0;
            for (var k = 0; k < factor * factor; k++)
                sum += Values[(image * Pixels) + ((row + (k / factor)) * Width) + column + (k % factor)];
            values[i] = sum / (factor * factor);
        }

        return new LabelledImages(height, width, values, Labels);
    }

    private static string Find(string directory, string stem, string kind)
    {
        string[] names = [$"{stem}-{kind}-ubyte.gz", $"{stem}-{kind}-ubyte", $"{stem}.{kind}-ubyte", $"{stem}.{kind}-ubyte.gz"];
        return names.Select(n => Path.Combine(directory, n)).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"'{directory}' holds none of {string.Join(", ", names)}.");
    }
}
