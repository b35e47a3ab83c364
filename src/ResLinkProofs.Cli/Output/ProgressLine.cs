namespace ResLinkProofs.Cli.Output;

/// <summary>A line on standard error that tells how many claims are done; silent when that is not a terminal.</summary>
internal sealed class ProgressLine(int total) : IDisposable
{
    private const int Width = 30;
    private readonly Lock _gate = new();
    private readonly bool _visible = !Console.IsErrorRedirected;
    private int _done;

    public void Advance(string latest)
    {
        if (!_visible)
        {
            return;
        }

        lock (_gate)
        {
            _done++;
            int filled = Width * _done / total;
            Console.Error.Write($"\r[{new string('=', filled)}{new string(' ', Width - filled)}] {_done}/{total} {latest}\u001b[K");
        }
    }

    public void Dispose()
    {
        if (_visible)
        {
            Console.Error.Write("\r\u001b[K");
        }
    }
}
