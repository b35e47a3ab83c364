using System.Globalization;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Smt.Solving;

/// <summary>
/// Z3 as a library in this process, which needs no program: a context of its own for every query, which is asked in the same text as
/// the program (<see cref="SmtProcess"/>) and whose answer is read in the same way. A crash of the library ends this process, and a
/// query that cannot be interrupted goes on in the background: where a run must survive its solver, take the program.
/// </summary>
public sealed class Z3Library : ISmtSolver
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private Z3Library(string library, string version) => (Library, Version) = (library, version);

    /// <inheritdoc/>
    public string Name => "z3";

    /// <summary>The version of the library, and that it is one, e.g. <c>Z3 4.12.2.0, a library in this process</c>.</summary>
    public string Version { get; }

    /// <summary>The name or path under which the library was loaded.</summary>
    public string Library { get; }

    /// <summary>Gives the library behind the binding two questions whose answers are known.</summary>
    /// <param name="library">The name or path under which it was loaded.</param>
    /// <exception cref="SolverUnavailableException">It gets one of them wrong.</exception>
    internal static Z3Library Open(string library)
    {
        string version = Microsoft.Z3.Native.Z3_get_full_version();
        var solver = new Z3Library(library, $"Z3 {version}, a library in this process");
        return SolverControl.Fault(solver) is { } fault
            ? throw new SolverUnavailableException($"{library} ({version}) cannot be used: {fault}")
            : solver;
    }

    /// <inheritdoc/>
    public SmtReply Decide(SmtQuery query, SolverLimits limits, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(limits);
        SolverTranscript transcript = Converse(query.Script, query.EncodedNames, limits, cancellation);
        return SolverOutput.Interpret(transcript, query.EncodedNames).Rename(query.NameOf);
    }

    /// <summary>Asks a script, and where it can be satisfied for the values of some variables: what a program would write.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    internal static SolverTranscript Converse(
        string script, IReadOnlyList<string> names, SolverLimits limits, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var session = new Z3Session(script, names, limits);
        bool ended;
        try
        {
            ended = session.Wait(limits.Wall, cancellation);
        }
        catch (OperationCanceledException)
        {
            session.Stop(Grace);
            throw;
        }

        if (ended)
        {
            return session.Transcript;
        }

        string detail = string.Create(CultureInfo.InvariantCulture, $"no answer within {limits.Wall.TotalSeconds} s");
        return new(TranscriptEnd.WallLimit, "", "", session.Stop(Grace) ? detail : detail + ", and the solver cannot be interrupted");
    }
}
