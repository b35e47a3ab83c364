using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace ResLinkProofs.Descent.Storage;

/// <summary>
/// The complete state of an interrupted run: an identity (what run it belongs to) and named blocks of bytes. The file carries a SHA-256 of
/// itself, so that a damaged one is refused rather than resumed from.
/// </summary>
public sealed class Checkpoint
{
    private const string Magic = "reslink-checkpoint-1";
    private readonly SortedDictionary<string, byte[]> blocks;
    private readonly string prefix;

    /// <summary>An empty checkpoint of the run <paramref name="identity"/>.</summary>
    /// <param name="identity">Everything the run is a function of, as text: experiment, sizes, seed, format version.</param>
    public Checkpoint(string identity)
        : this(identity, new(StringComparer.Ordinal), "")
    {
    }

    private Checkpoint(string identity, SortedDictionary<string, byte[]> blocks, string prefix) =>
        (Identity, this.blocks, this.prefix) = (identity, blocks, prefix);

    /// <summary>What run the state belongs to.</summary>
    public string Identity { get; }

    /// <summary>Stores the elements of <paramref name="values"/> under <paramref name="name"/>, replacing what was there.</summary>
    /// <typeparam name="T">An unmanaged element type.</typeparam>
    /// <param name="name">The block's name.</param>
    /// <param name="values">The elements; copied.</param>
    public void Put<T>(string name, ReadOnlySpan<T> values)
        where T : unmanaged => blocks[prefix + name] = MemoryMarshal.AsBytes(values).ToArray();

    /// <summary>Copies the block <paramref name="name"/> into <paramref name="target"/>.</summary>
    /// <typeparam name="T">The element type it was stored with.</typeparam>
    /// <param name="name">The block's name.</param>
    /// <param name="target">Must have exactly the stored length.</param>
    /// <exception cref="InvalidDataException">There is no such block, or its length differs.</exception>
    public void Get<T>(string name, Span<T> target)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(target);
        if (!blocks.TryGetValue(prefix + name, out var block) || block.Length != bytes.Length)
            throw new InvalidDataException(
                $"The checkpoint has {(block is null ? "no block" : $"{block.Length} bytes in block")} '{prefix}{name}'; "
                    + $"{bytes.Length} bytes are needed.");
        block.CopyTo(bytes);
    }

    /// <summary>The block <paramref name="name"/> as an array of its stored length.</summary>
    /// <typeparam name="T">The element type it was stored with.</typeparam>
    /// <param name="name">The block's name.</param>
    /// <exception cref="InvalidDataException">There is no such block.</exception>
    public T[] Get<T>(string name)
        where T : unmanaged => blocks.TryGetValue(prefix + name, out var block)
            ? MemoryMarshal.Cast<byte, T>(block).ToArray()
            : throw new InvalidDataException($"The checkpoint has no block '{prefix}{name}'.");

    /// <summary>Whether the block <paramref name="name"/> is present.</summary>
    /// <param name="name">The block's name.</param>
    public bool Has(string name) => blocks.ContainsKey(prefix + name);

    /// <summary>
    /// The blocks of this checkpoint whose names start with <paramref name="part"/>, under names without it: room for one of several alike.
    /// </summary>
    /// <param name="part">The start of the names.</param>
    public Checkpoint Part(string part) => new(Identity, blocks, prefix + part);

    /// <summary>Writes the state atomically.</summary>
    /// <param name="path">The file to create or replace.</param>
    public void Save(string path)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(Identity);
            writer.Write(blocks.Count);
            foreach (var (name, block) in blocks)
            {
                writer.Write(name);
                writer.Write(block.Length);
                writer.Write(block);
            }
        }

        var content = memory.GetBuffer().AsMemory(0, (int)memory.Length);
        var hash = SHA256.HashData(content.Span);
        AtomicFile.Write(path, stream =>
        {
            stream.Write(hash);
            stream.Write(content.Span);
        });
    }

    /// <summary>Reads the state back, or returns null when there is no such file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="identity">The run that wants to resume.</param>
    /// <exception cref="InvalidDataException">The file is damaged, or belongs to another run.</exception>
    public static Checkpoint? Load(string path, string identity)
    {
        if (!File.Exists(path))
            return null;
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length < 32 || !SHA256.HashData(bytes.AsSpan(32)).AsSpan().SequenceEqual(bytes.AsSpan(0, 32)))
            throw new InvalidDataException($"{path}: the checkpoint is damaged (its SHA-256 does not match); delete it to start again.");
        using var reader = new BinaryReader(new MemoryStream(bytes, 32, bytes.Length - 32), Encoding.UTF8);
        if (reader.ReadString() != Magic)
            throw new InvalidDataException($"{path}: not a checkpoint of this version; delete it to start again.");
        var found = reader.ReadString();
        if (found != identity)
            throw new InvalidDataException(
                $"{path}: the checkpoint belongs to the run '{found}', not to '{identity}'; delete it or use the same options.");
        var result = new Checkpoint(identity);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var name = reader.ReadString();
            result.blocks[name] = reader.ReadBytes(reader.ReadInt32());
        }

        return result;
    }
}
