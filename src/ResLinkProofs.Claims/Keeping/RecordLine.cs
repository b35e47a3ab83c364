using System.IO.Compression;
using System.Text;

namespace ResLinkProofs.Claims.Keeping;

/// <summary>
/// A line of recorded evidence: a digest and what it is the digest of, compressed where that is long. Certificates repeat themselves,
/// so that the largest shrink to a tenth.
/// </summary>
public static class RecordLine
{
    private const string Packed = "br:";

    // What is longer is compressed, and what is longer still is left to the cache, so that the repository stays small.
    private const int LongestPlain = 16_000, LongestPacked = 500_000;

    // No entry is as long; a damaged or hostile line is not to fill the memory.
    private const int LongestEntry = 16_000_000;

    /// <summary>The line as it is recorded; null where it is too long for a record.</summary>
    /// <param name="line">The digest, a space, and the entry.</param>
    public static string? Pack(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.Length <= LongestPlain)
        {
            return line;
        }

        int space = line.IndexOf(' ', StringComparison.Ordinal);
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(Encoding.UTF8.GetBytes(line[(space + 1)..]));
        }

        string packed = $"{line[..space]} {Packed}{Convert.ToBase64String(bytes.ToArray())}";
        return packed.Length <= LongestPacked ? packed : null;
    }

    /// <summary>The digest of a line, and its entry as plain text; null where it is damaged. Whether they fit is not looked at.</summary>
    /// <param name="line">A line, recorded or not.</param>
    public static (string Digest, string Entry)? Unpack(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        int space = line.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
        {
            return null;
        }

        string text = line[(space + 1)..];
        string? entry = text.StartsWith(Packed, StringComparison.Ordinal) ? Inflate(text[Packed.Length..]) : text;
        return entry is null ? null : (line[..space], entry);
    }

    private static string? Inflate(string packed)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            byte[] piece = new byte[1 << 16];
            for (int read; (read = brotli.Read(piece)) > 0;)
            {
                bytes.Write(piece, 0, read);
                if (bytes.Length > LongestEntry)
                {
                    return null;
                }
            }

            return Encoding.UTF8.GetString(bytes.ToArray());
        }
        catch (Exception e) when (e is FormatException or InvalidDataException or InvalidOperationException or IOException)
        {
            return null;
        }
    }
}
