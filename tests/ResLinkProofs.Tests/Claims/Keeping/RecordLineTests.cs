using System.IO.Compression;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Keeping;
using Xunit;

namespace ResLinkProofs.Tests.Claims.Keeping;

public sealed class RecordLineTests
{
    private const string Digest = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData(0)]
    [InlineData(10_000)]
    [InlineData(100_000)]
    public void What_is_packed_comes_out_as_it_was(int length)
    {
        string line = $"{Digest} {{{string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i * i % 26))))}é}}";
        string packed = RecordLine.Pack(line)!;
        Assert.Equal(length < 16_000, packed == line);
        Assert.True(packed.Length <= 16_100, $"{packed.Length} characters");
        (string digest, string entry) = RecordLine.Unpack(packed)!.Value;
        Assert.Equal(line, $"{digest} {entry}");
    }

    [Fact]
    public void Every_damage_to_a_packed_line_is_seen_or_changes_what_comes_out()
    {
        string line = $"{Digest} {string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i * i},"))}", packed = RecordLine.Pack(line)!;
        Assert.Contains(" br:", packed, StringComparison.Ordinal);
        for (int i = Digest.Length + 4; i < packed.Length; i += 97)
        {
            string damaged = packed[..i] + (packed[i] == 'A' ? 'B' : 'A') + packed[(i + 1)..];
            Assert.False(RecordLine.Unpack(damaged) is var (_, entry) && $"{Digest} {entry}" == line && damaged.TrimEnd('=') != packed.TrimEnd('=') && i < packed.Length - 8, $"at {i}");
        }

        Assert.Null(RecordLine.Unpack("nothing"));
        Assert.Null(RecordLine.Unpack($"{Digest} br:not base64"));
    }

    [Fact]
    public void What_does_not_shrink_is_left_out_and_what_would_fill_the_memory_is_refused()
    {
        byte[] noise = new byte[600_000];
        new System.Random(1).NextBytes(noise);
        Assert.Null(RecordLine.Pack($"{Digest} {Convert.ToBase64String(noise)}"));
        using var bytes = new MemoryStream();
        using (var brotli = new BrotliStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            brotli.Write(new byte[17_000_000]);
        }

        Assert.Null(RecordLine.Unpack($"{Digest} br:{Convert.ToBase64String(bytes.ToArray())}"));
    }

    [Fact]
    public void Long_evidence_is_recorded_and_serves_a_checkout_whose_cache_is_empty()
    {
        using var kept = new Kept();
        Claim claim = EvidenceStoreTests.Named("true");
        kept.Run(claim);
        string words = string.Concat(Enumerable.Range(0, 5000).Select(i => $"{i} boxes, "));
        Kept.Forge(kept.FileOf(claim, "prover"), entry => entry["pieces"]![0]!["summary"] = words);
        var store = new EvidenceStore(kept.Cache, kept.Records);
        new ClaimRunner([new SearchChecker(), new ProverChecker(), new HypothesisChecker()], null, store).Run(claim, KnownClaims.Tiny, 0);
        (_, long characters) = store.Record();
        Assert.InRange(characters, 1, words.Length);
        Directory.Delete(kept.Cache, recursive: true);
        var warm = kept.Run(claim);
        Assert.Equal((Verdict.Proved, 0), (warm.Result.Verdict, warm.Searches));
        Assert.Contains(warm.Result.Evidence, e => e.Summary == words);

        // Damaged, it is told and searched again.
        string file = Directory.GetFiles(kept.Records, "*", SearchOption.AllDirectories).Single();
        File.WriteAllText(file, File.ReadAllText(file).Replace(" br:", " br:AAAA", StringComparison.Ordinal));
        var damaged = kept.Run(claim);
        Assert.Equal(Verdict.Proved, damaged.Result.Verdict);
        Assert.Equal(1, damaged.Searches);
        Assert.Contains(damaged.Notices, notice => notice.Contains("damaged", StringComparison.Ordinal));
    }
}
