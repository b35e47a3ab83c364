namespace ResLinkProofs.Testing;

public sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("reslink-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
