using ResLinkProofs.Descent.Storage;
using ResLinkProofs.Testing;

namespace ResLinkProofs.Tests.Descent;

public class CheckpointTests
{
    [Fact]
    public void Comes_back_bit_for_bit()
    {
        using var directory = new TemporaryDirectory();
        var path = Path.Combine(directory.Path, "sub", "state");
        Assert.Null(Checkpoint.Load(path, "run 1"));
        var saved = new Checkpoint("run 1");
        double[] w = [1.5, -0.0, double.Epsilon, double.NaN];
        saved.Put<double>("W", w);
        saved.Put<long>("step", [7]);
        saved.Save(path);
        var loaded = Checkpoint.Load(path, "run 1")!;
        Assert.Equal(w.Select(BitConverter.DoubleToInt64Bits), loaded.Get<double>("W").Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal([7L], loaded.Get<long>("step"));
        Assert.True(loaded.Has("step") && !loaded.Has("other"));
        Assert.Throws<InvalidDataException>(() => loaded.Get("W", new double[3].AsSpan()));
        Assert.Throws<InvalidDataException>(() => loaded.Get<double>("other"));
        Assert.Equal([path], Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void Damage_and_foreign_runs_are_refused()
    {
        using var directory = new TemporaryDirectory();
        var path = Path.Combine(directory.Path, "state");
        var saved = new Checkpoint("run 1");
        saved.Put<double>("W", [1, 2]);
        saved.Save(path);
        Assert.Contains("'run 2'", Assert.Throws<InvalidDataException>(() => Checkpoint.Load(path, "run 2")).Message, StringComparison.Ordinal);
        var bytes = File.ReadAllBytes(path);
        for (var i = 0; i < bytes.Length; i++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[i] ^= 4;
            File.WriteAllBytes(path, damaged);
            Assert.Throws<InvalidDataException>(() => Checkpoint.Load(path, "run 1"));
            File.WriteAllBytes(path, bytes[..i]);
            Assert.Throws<InvalidDataException>(() => Checkpoint.Load(path, "run 1"));
        }

        File.WriteAllBytes(path, bytes);
        Assert.NotNull(Checkpoint.Load(path, "run 1"));
    }

    [Fact]
    public void A_failed_write_leaves_the_old_file()
    {
        using var directory = new TemporaryDirectory();
        var path = Path.Combine(directory.Path, "a.txt");
        AtomicFile.Write(path, "old");
        Assert.Throws<IOException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write("ne"u8);
            throw new IOException("disk full");
        }));
        Assert.Equal("old", File.ReadAllText(path));
        AtomicFile.Write(path, "new");
        Assert.Equal("new", File.ReadAllText(path));
    }
}
