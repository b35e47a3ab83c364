using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using ResLinkProofs.Smt.Solving;

namespace ResLinkProofs.Judging;

/// <summary>Coq's compiler: a fresh process and a scratch folder for every file.</summary>
public sealed class CoqProcess
{
    private const int LargestOutput = 4_000_000;
    private const string Shell = "/bin/sh";
    private static readonly TimeSpan OpeningLimit = TimeSpan.FromMinutes(3);
    private readonly CoqProgram _program;

    private CoqProcess(CoqProgram program, string version) => (_program, Version) = (program, version);

    /// <summary>The versions, e.g. <c>Coq 8.16.1 with Interval 4.6.1</c>.</summary>
    public string Version { get; }

    /// <summary>Asks a program for its version and gives it a true and a false theorem.</summary>
    /// <param name="program">The program.</param>
    /// <exception cref="CoqUnavailableException">It does not run, has no Interval library, or gets one of the two wrong.</exception>
    public static CoqProcess Open(CoqProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        var candidate = new CoqProcess(program, "");
        SolverTranscript transcript = candidate.Run(["--print-version"], OpeningLimit, null);
        string[] words = transcript.Output.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (transcript.End != TranscriptEnd.Completed || words.Length == 0)
        {
            throw new CoqUnavailableException(
                $"{program.Path} does not say its version ({transcript.Detail}{transcript.Errors}). {Provisioning.CoqProvider.Remedy}");
        }

        CoqReply accepted = candidate.Check(Control("4/5"), OpeningLimit), rejected = candidate.Check(Control("9/10"), OpeningLimit);
        if ((accepted.Answer, rejected.Answer) != (CoqAnswer.Accepted, CoqAnswer.Rejected))
        {
            throw new CoqUnavailableException(
                $"{program.Path} ({words[0]}) cannot be used: of a true theorem of its Interval library it says {accepted.Answer} "
                    + $"({accepted.Detail}), of a false one {rejected.Answer}. {Provisioning.CoqProvider.Remedy}");
        }

        return new CoqProcess(program, $"Coq {words[0]} with Interval{IntervalVersion(program) ?? ""}");
    }

    /// <summary>Has a file checked.</summary>
    /// <param name="text">The text of the file, with a question what each of its theorems rests on.</param>
    /// <param name="limit">Processor time; five times as much may pass by the clock.</param>
    public CoqReply Check(string text, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(text);
        long start = Stopwatch.GetTimestamp();
        SolverTranscript transcript = Run(["-q", "-noglob"], limit, text);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return transcript.End switch
        {
            TranscriptEnd.Completed => CoqAssumptions.Objection(text, transcript.Output) is { } objection
                ? new(CoqAnswer.Rejected, objection, seconds)
                : new(CoqAnswer.Accepted, "", seconds),
            TranscriptEnd.Failed when transcript.Errors.Contains("Error:", StringComparison.Ordinal) =>
                new(CoqAnswer.Rejected, ErrorIn(transcript.Errors), seconds),
            _ => new(CoqAnswer.Unanswered, transcript.Detail, seconds),
        };
    }

    private static string Control(string bound) => $"""
        From Coq Require Import Reals.
        From Interval Require Import Tactic.
        Open Scope R_scope.
        Theorem control : forall x : R, 1 <= x <= 2 -> {bound} <= sin x.
        Proof. intros x H. interval with (i_bisect x). Qed.
        Print Assumptions control.

        """;

    // The line after "Error:", or the rest of that line.
    private static string ErrorIn(string errors)
    {
        int at = errors.IndexOf("Error:", StringComparison.Ordinal);
        string message = string.Join(
            ' ', (at < 0 ? errors : errors[(at + 6)..]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return message.Length <= 200 ? message : message[..199] + "…";
    }

    // A library does not say its version; the distribution's change log does.
    private static string? IntervalVersion(CoqProgram program)
    {
        string prefix = Path.GetDirectoryName(Path.GetDirectoryName(program.Path))!;
        string log = Path.Combine(prefix, "share", "doc", "libcoq-interval", "changelog.Debian.gz");
        if (!File.Exists(log))
        {
            return null;
        }

        using var reader = new StreamReader(new GZipStream(File.OpenRead(log), CompressionMode.Decompress));
        string line = reader.ReadLine() ?? "";
        int open = line.IndexOf('(', StringComparison.Ordinal), close = line.IndexOfAny(['-', ')'], open + 1);
        return open < 0 || close < 0 ? null : " " + line[(open + 1)..close];
    }

    private SolverTranscript Run(IReadOnlyList<string> arguments, TimeSpan limit, string? text)
    {
        string scratch = Directory.CreateTempSubdirectory("reslink-coq").FullName;
        try
        {
            List<string> all = [.. _program.FirstArguments(scratch), .. arguments];
            if (text is not null)
            {
                string file = Path.Combine(scratch, "statement.v");
                File.WriteAllText(file, text);
                all.Add(file);
            }

            (string program, TimeSpan wall) = (_program.Program, limit);
            if (File.Exists(Shell))
            {
                string seconds = Math.Ceiling(limit.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                all = ["-c", "ulimit -t \"$0\"; exec \"$@\"", seconds, program, .. all];
                (program, wall) = (Shell, 5 * limit);
            }

            return SolverConversation.Run(
                program, all, "", _ => "", new SolverLimits(1, wall, LargestOutput), CancellationToken.None);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }
}
