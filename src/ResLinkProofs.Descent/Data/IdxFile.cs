using System.Buffers.Binary;
using System.IO.Compression;

namespace ResLinkProofs.Descent.Data;

/// <summary>An array of unsigned bytes as stored in an IDX file (the format of MNIST and Fashion-MNIST).</summary>
/// <param name="Shape">Extent of each dimension, outermost first.</param>
/// <param name="Values">The elements in row-major order.</param>
public sealed record IdxArray(IReadOnlyList<int> Shape, byte[] Values);

/// <summary>Reads IDX files of unsigned bytes, plain or gzip-compressed.</summary>
public static class IdxFile
{
    private const byte UnsignedByte = 0x08;

    /// <summary>Reads a whole file.</summary>
    /// <param name="path">A plain or gzip-compressed IDX file.</param>
    /// <param name="dimensions">The number of dimensions it must have, at least 1 (3 for images, 1 for labels).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimensions"/> is less than 1.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">Wrong magic number or number of dimensions, a file too
    /// short or too long, or damaged compression.</exception>
    public static IdxArray Read(string path, int dimensions)
    {
        using var file = File.OpenRead(path);
        var compressed = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
        file.Position = 0;
        if (!compressed)
            return Read(file, path, dimensions);
        using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        return Read(unpacked, path, dimensions);
    }

    /// <summary>Reads an uncompressed IDX array that ends where the stream ends.</summary>
    /// <param name="source">The bytes.</param>
    /// <param name="name">What to call the source in error messages.</param>
    /// <param name="dimensions">The number of dimensions it must have, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dimensions"/> is less than 1.</exception>
    /// <exception cref="InvalidDataException">The bytes are not such an array.</exception>
    public static IdxArray Read(Stream source, string name, int dimensions)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        try
        {
            return ReadArray(source, name, dimensions);
        }
        catch (InvalidDataException e) when (!e.Message.StartsWith(name, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{name}: the gzip compression is damaged ({e.Message})", e);
        }
    }

    private static IdxArray ReadArray(Stream source, string name, int dimensions)
    {
        var header = new byte[4 * (dimensions + 1)];
        var got = source.ReadAtLeast(header.AsSpan(0, 4), 4, throwOnEndOfStream: false);
        if (got < 4)
            throw new InvalidDataException($"{name}: {got} bytes, too short for the 4-byte magic number of an IDX file.");
        var magic = BinaryPrimitives.ReadUInt32BigEndian(header);
        var expected = ((uint)UnsignedByte << 8) | (uint)dimensions;
        if (magic != expected)
            throw new InvalidDataException(
                $"{name}: magic number 0x{magic:X8}, expected 0x{expected:X8} (unsigned bytes in {dimensions} dimensions).");
        got = source.ReadAtLeast(header.AsSpan(4), 4 * dimensions, throwOnEndOfStream: false);
        if (got < 4 * dimensions)
            throw new InvalidDataException($"{name}: the header ends after {got + 4} bytes; {header.Length} are needed.");

        var shape = new int[dimensions];
        long count = 1;
        for (var i = 0; i < dimensions; i++)
        {
            var extent = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4 * (i + 1)));
            count *= extent;
            if (extent is 0 or > int.MaxValue || count > Array.MaxLength)
                throw new InvalidDataException(
                    $"{name}: dimension {i + 1} of {dimensions} is {extent}; "
                        + $"extents must be at least 1 and their product at most {Array.MaxLength}.");
            shape[i] = (int)extent;
        }

        // Read before allocating all of it: a damaged header must not reserve gigabytes for a file of a few bytes.
        using var values = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int n; values.Length <= count && (n = source.Read(buffer)) > 0;)
            values.Write(buffer, 0, n);
        return values.Length == count
            ? new IdxArray(shape, values.ToArray())
            : throw new InvalidDataException(
                $"{name}: the header announces {string.Join(" x ", shape)} = {count} bytes, "
                    + $"the file holds {(values.Length > count ? "more" : $"only {values.Length}")}.");
    }
}
