using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Smt.Solving;

/// <summary>A solver program: a fresh process for every query, at most so many at a time.</summary>
public sealed class SmtProcess : ISmtSolver, IDisposable
{
    private static readonly SolverLimits VersionLimits = new(1, TimeSpan.FromMinutes(1), 10_000);
    private readonly SolverProgram _program;
    private readonly SemaphoreSlim _slots;

    private SmtProcess(SolverProgram program, string version, int concurrency)
    {
        _program = program;
        Version = version;
        _slots = new SemaphoreSlim(concurrency, concurrency);
    }

    /// <inheritdoc/>
    public string Name => _program.Name;

    /// <inheritdoc/>
    public string Version { get; }

    /// <summary>The absolute path of the program.</summary>
    public string Path => _program.Path;

    /// <summary>Asks the program for its version and gives it two questions whose answers are known.</summary>
    /// <param name="program">The program.</param>
    /// <param name="concurrency">How many processes may run at a time, at least 1.</param>
    /// <exception cref="SolverUnavailableException">It does not run, or gets one of the two questions wrong.</exception>
    public static SmtProcess Open(SolverProgram program, int concurrency = 1)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentOutOfRangeException.ThrowIfLessThan(concurrency, 1);
        SolverTranscript transcript = SolverConversation.Run(
            program.Path, program.VersionArguments, "", _ => "", VersionLimits, CancellationToken.None);
        string version = transcript.Output.Split('\n')[0].Trim();
        if (transcript.End != TranscriptEnd.Completed || version.Length is 0 or > 200)
        {
            throw new SolverUnavailableException(
                $"{program.Path} does not say its version ({transcript.Detail}); name a working SMT-LIB 2 solver.");
        }

        var solver = new SmtProcess(program, version, concurrency);
        if (SolverControl.Fault(solver) is { } fault)
        {
            solver.Dispose();
            throw new SolverUnavailableException($"{program.Path} ({version}) cannot be used: {fault}");
        }

        return solver;
    }

    /// <summary>For tests of what happens when a program lies that has not been found out.</summary>
    internal static SmtProcess OpenUnchecked(SolverProgram program) => new(program, "unchecked", 1);

    /// <inheritdoc/>
    public SmtReply Decide(SmtQuery query, SolverLimits limits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(limits);
        _slots.Wait(cancellation);
        try
        {
            SolverTranscript transcript = SolverConversation.Run(
                _program.Path,
                _program.Arguments(limits),
                _program.Options(limits) + query.Script,
                line => SolverOutput.FollowUp(line, query.EncodedNames),
                limits,
                cancellation);
            return SolverOutput.Interpret(transcript, query.EncodedNames).Rename(query.NameOf);
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _slots.Dispose();
}

/// <summary>No usable solver; the message says what to do.</summary>
public sealed class SolverUnavailableException(string message) : Exception(message);
