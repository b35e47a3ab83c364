using System.Diagnostics;
using System.Text;

namespace ResLinkProofs.Cli.Tests;

/// <summary>A run of <c>reslink watch</c>, and what it prints.</summary>
internal sealed class WatchRun : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private readonly Process _process;
    private readonly StringBuilder _text = new();

    public WatchRun(string program, string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Add(line.Data);
        _process.ErrorDataReceived += (_, line) => Add(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What is printed until all parts are there; it is not seen again.</summary>
    public async Task<string> Until(params string[] parts)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Patience)
        {
            lock (_text)
            {
                string text = _text.ToString();
                if (Array.TrueForAll(parts, part => text.Contains(part, StringComparison.Ordinal)))
                {
                    _text.Clear();
                    return text;
                }
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"'{string.Join("' and '", parts)}' was not printed, but: {_text}");
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private void Add(string? line)
    {
        lock (_text)
        {
            _text.Append(line).Append('\n');
        }
    }
}
