using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ResLinkProofs.Descent.Storage;

namespace ResLinkProofs.Claims.Keeping;

/// <summary>
/// Evidence kept in files: a cache of everything (<c>artifacts/evidence</c>, a file per key), and what is
/// recorded in the repository (<c>snapshots/evidence</c>, a file per claim with a line per engine). A line
/// is a digest and what it is the digest of, see <see cref="RecordLine"/>; a damaged line, or one of another key, is as good as none.
/// </summary>
public sealed class EvidenceStore
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly string? _cache;
    private readonly string? _records;
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, string>> _used = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<string> _notices = [];

    /// <summary>A store in two folders, which need not exist.</summary>
    /// <param name="cache">The folder that is read and written; null for none.</param>
    /// <param name="records">The folder that is read, and written on request; null for none.</param>
    public EvidenceStore(string? cache, string? records) => (_cache, _records) = (cache, records);

    /// <summary>What was noticed: entries that were damaged, that the kernel did not confirm, or that a fresh search contradicts.</summary>
    public IReadOnlyList<string> Notices => [.. _notices.Order(StringComparer.Ordinal)];

    internal SpecCode Code { get; } = new();

    /// <summary>The store of the checkout that contains one of the given folders; an empty one that keeps nothing when none does.</summary>
    /// <param name="starts">Folders to start from; parents are searched in turn.</param>
    public static EvidenceStore Near(params IEnumerable<string> starts)
    {
        foreach (string start in starts)
        {
            for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "ResLinkProofs.sln")))
                {
                    return new EvidenceStore(
                        Path.Combine(folder.FullName, "artifacts", "evidence"), Path.Combine(folder.FullName, "snapshots", "evidence"));
                }
            }
        }

        return new EvidenceStore(null, null);
    }

    /// <summary>Writes what this run used or found into the folder of records, but for what is too long.</summary>
    /// <returns>The number of claims and of characters written.</returns>
    public (int Claims, long Characters) Record()
    {
        if (_records is null)
        {
            throw new DirectoryNotFoundException("Evidence is recorded in the checkout, and there is none near the current folder.");
        }

        long characters = 0;
        foreach ((string name, ConcurrentDictionary<string, string> lines) in _used)
        {
            string text = string.Concat(
                lines.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => RecordLine.Pack(l.Value)).OfType<string>()
                    .Select(l => l + "\n"));
            characters += text.Length;
            string file = RecordOf(name)!;
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            AtomicFile.Write(file, text);
        }

        return (_used.Count, characters);
    }

    internal void Notice(EvidenceKey key, string what) => _notices.Add($"{key.Name}, {key.Engine}: {what}");

    /// <summary>What is kept under a key, undamaged; null when nothing is.</summary>
    internal IReadOnlyList<KeptPiece>? Find(EvidenceKey key)
    {
        foreach (string file in new[] { CacheOf(key), RecordOf(key.Name) }.OfType<string>().Where(File.Exists))
        {
            foreach (string line in LinesOf(file))
            {
                if (Read(line, key, isOnly: file == CacheOf(key)) is { } pieces && RecordLine.Unpack(line) is var (digest, entry))
                {
                    Use(key, $"{digest} {entry}");
                    return pieces;
                }
            }
        }

        return null;
    }

    /// <summary>Keeps evidence under a key, in place of what was there.</summary>
    internal void Keep(EvidenceKey key, IReadOnlyList<KeptPiece> pieces)
    {
        string entry = JsonSerializer.Serialize(new Entry(key.Digest, key.Name, key.Engine, pieces), Options);
        string line = $"{Digest(entry)} {entry}";
        Use(key, line);
        if (CacheOf(key) is { } file)
        {
            try
            {
                // Not flushed to the disk, which would cost more than many a search: what a crash leaves is noticed by its digest.
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                string partial = $"{file}.{Guid.NewGuid():N}";
                File.WriteAllText(partial, line + "\n");
                File.Move(partial, file, overwrite: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Notice(key, $"could not be kept: {e.Message}"); // a verdict does not depend on it
            }
        }
    }

    /// <summary>True when two lists of pieces say the same, times apart.</summary>
    internal static bool AreSame(IReadOnlyList<KeptPiece> one, IReadOnlyList<KeptPiece> other)
    {
        return Text(one) == Text(other);

        static string Text(IReadOnlyList<KeptPiece> pieces) =>
            JsonSerializer.Serialize(
                pieces.Select(p => p with { Solver = p.Solver is { } figures ? figures with { QuerySeconds = 0 } : null }), Options);
    }

    // A file that cannot be read is as good as none.
    private static string[] LinesOf(string file)
    {
        try
        {
            return File.ReadAllLines(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private void Use(EvidenceKey key, string line) => _used.GetOrAdd(key.Name, _ => new(StringComparer.Ordinal))[key.Engine] = line;

    // A line of another key is no accident in a file of records, where entries go stale, and is one in a file of the cache.
    private IReadOnlyList<KeptPiece>? Read(string line, EvidenceKey key, bool isOnly)
    {
        if (RecordLine.Unpack(line) is not var (digest, text) || digest != Digest(text))
        {
            Notice(key, "a kept entry is damaged");
            return null;
        }

        try
        {
            if (JsonSerializer.Deserialize<Entry>(text, Options) is { Pieces.Count: > 0 } entry
                && (entry.Key, entry.Claim, entry.Engine) == (key.Digest, key.Name, key.Engine)
                && entry.Pieces.All(piece => piece is not null))
            {
                return entry.Pieces;
            }
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or ArgumentException)
        {
            Notice(key, "a kept entry cannot be read");
            return null;
        }

        if (isOnly)
        {
            Notice(key, "a kept entry is that of another key");
        }

        return null;
    }

    private string? CacheOf(EvidenceKey key) => _cache is null ? null : Path.Combine(_cache, key.Digest[..2], key.Digest);

    private string? RecordOf(string name) => _records is null ? null
        : Path.Combine(
            _records,
            name.Replace(" [", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Replace(' ', '-') + ".txt");

    private sealed record Entry(string Key, string Claim, string Engine, IReadOnlyList<KeptPiece> Pieces);
}
