using System.Buffers;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ResLinkProofs.Smt.Solving;

/// <summary>
/// One process, one query: sends the script, waits for the first line of the answer, sends what follows from it, collects the rest.
/// </summary>
internal static class SolverConversation
{
    // After a kill the pipes close at once, unless a descendant has left the group and still holds them: then they are abandoned.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    /// <param name="path">Absolute path of the program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="script">What is written first.</param>
    /// <param name="followUp">What is written after the first line of output, given that line; then the input is closed.</param>
    /// <param name="limits">Wall and output limits.</param>
    /// <param name="cancellation">Kills the process; the method then throws.</param>
    /// <exception cref="OperationCanceledException">Cancelled from outside.</exception>
    public static SolverTranscript Run(
        string path, IEnumerable<string> arguments, string script,
        Func<string, string> followUp, SolverLimits limits, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        SolverGroup group;
        try
        {
            group = SolverGroup.Start(path, arguments);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or IOException)
        {
            return new(TranscriptEnd.Failed, "", "", $"{path} could not be started: {e.Message}");
        }

        using (group)
        using (cancellation.Register(group.Kill))
        {
            SolverTranscript transcript = Converse(group, script, followUp, limits);
            cancellation.ThrowIfCancellationRequested();
            return transcript;
        }
    }

    private static SolverTranscript Converse(SolverGroup group, string script, Func<string, string> followUp, SolverLimits limits)
    {
        var clock = Stopwatch.StartNew();
        var output = new OutputCollector(group.Process.StandardOutput.BaseStream, limits.OutputBytes, group.Kill);
        var errors = new OutputCollector(group.Process.StandardError.BaseStream, limits.OutputBytes, group.Kill);
        Stream input = group.Process.StandardInput.BaseStream;
        // The script may be larger than the pipe and the solver may never read it: writing needs a thread of its own.
        Thread writer = InBackground(() =>
        {
            try
            {
                using (input)
                {
                    input.Write(Encoding.UTF8.GetBytes(script));
                    input.Flush();
                    input.Write(Encoding.UTF8.GetBytes(followUp(output.FirstLine())));
                }
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                // The solver closed its input; what it wrote decides.
            }
        });

        bool ended = group.Process.WaitForExit(limits.Wall);
        if (ended)
        {
            group.KillGroup();
        }
        else
        {
            group.Kill();
            group.Process.WaitForExit(Grace);
        }

        bool drained = output.Join(Grace) & errors.Join(Grace) & writer.Join(Grace);
        if (output.Overflowed || errors.Overflowed)
        {
            string detail = string.Create(CultureInfo.InvariantCulture, $"more than {limits.OutputBytes} bytes of output");
            return new(TranscriptEnd.OutputLimit, "", "", detail);
        }

        if (!ended || clock.Elapsed > limits.Wall + Grace)
        {
            string detail = string.Create(CultureInfo.InvariantCulture, $"no answer within {limits.Wall.TotalSeconds} s");
            return new(TranscriptEnd.WallLimit, "", "", detail);
        }

        if (!drained)
        {
            return new(TranscriptEnd.Failed, "", "", "the solver ended and left its output open");
        }

        return group.Process.ExitCode == 0
            ? new(TranscriptEnd.Completed, output.Text, errors.Text, "")
            : new(
                TranscriptEnd.Failed, output.Text, errors.Text,
                string.Create(CultureInfo.InvariantCulture, $"exit status {group.Process.ExitCode}"));
    }

    private static Thread InBackground(Action action)
    {
        var thread = new Thread(() => action()) { IsBackground = true };
        thread.Start();
        return thread;
    }

    /// <summary>Reads a stream to its end or to the limit, on a thread of its own.</summary>
    private sealed class OutputCollector
    {
        private readonly ArrayBufferWriter<byte> _bytes = new();
        private readonly TaskCompletionSource<string> _firstLine = new();
        private readonly Thread _thread;
        private volatile bool _overflowed;

        public OutputCollector(Stream stream, int limit, Action onOverflow) =>
            _thread = InBackground(() => Collect(stream, limit, onOverflow));

        public bool Overflowed => _overflowed;

        /// <summary>Everything that was read; call only after <see cref="Join"/> has returned true.</summary>
        public string Text => Encoding.UTF8.GetString(_bytes.WrittenSpan);

        public bool Join(TimeSpan limit) => _thread.Join(limit);

        /// <summary>Waits for the first line, or for the end of the stream; it ends with the process at the latest.</summary>
        public string FirstLine() => _firstLine.Task.GetAwaiter().GetResult();

        private void Collect(Stream stream, int limit, Action onOverflow)
        {
            byte[] chunk = new byte[16384];
            try
            {
                for (int count; (count = stream.Read(chunk)) > 0;)
                {
                    if (_bytes.WrittenCount + count > limit)
                    {
                        _overflowed = true;
                        onOverflow();
                        return;
                    }

                    _bytes.Write(chunk.AsSpan(0, count));
                    if (!_firstLine.Task.IsCompleted && chunk.AsSpan(0, count).Contains((byte)'\n'))
                    {
                        _firstLine.SetResult(Text[..Text.IndexOf('\n', StringComparison.Ordinal)]);
                    }
                }
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException)
            {
                // Closed while reading: same as the end.
            }
            finally
            {
                _firstLine.TrySetResult("");
            }
        }
    }
}
