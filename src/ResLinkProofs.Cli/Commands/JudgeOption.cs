using System.CommandLine;
using System.Globalization;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Cli.Output;
using ResLinkProofs.Judging;
using ResLinkProofs.Judging.Provisioning;

namespace ResLinkProofs.Cli.Commands;

/// <summary>The option <c>--judge</c>, and what follows from it.</summary>
internal sealed class JudgeOption
{
    public Option<string> Judge { get; } = new("--judge")
    {
        Description = "Who looks at closed claims that are proved or refuted, when all is decided: coq (found or provided), or none.",
        HelpName = "JUDGE",
        DefaultValueFactory = _ => "none",
    };

    /// <summary>Coq, opened, or null where none is wanted.</summary>
    public CoqProcess? Open(ParseResult parsed) => parsed.GetValue(Judge)! switch
    {
        "none" => null,
        "coq" => OpenCoq(),
        string other => throw new UsageException($"--judge: there is no judge '{other}'; give coq or none."),
    };

    public static CoqProcess OpenCoq()
    {
        try
        {
            return CoqProvider.Open(Console.Error.WriteLine);
        }
        catch (CoqUnavailableException e)
        {
            throw new UsageException(e.Message);
        }
    }

    /// <summary>The results with Coq's opinions, which move no verdict.</summary>
    public static ClaimResult[] Consult(IReadOnlyList<ClaimResult> results, CoqProcess coq, CoqLimits limits, int threads)
    {
        var judge = new CoqJudge(coq, limits);
        var judged = new ClaimResult[results.Count];
        using var progress = new ProgressLine(results.Count);
        Parallel.For(0, results.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
        {
            judged[i] = results[i] with { Coq = judge.Judge(results[i]) };
            progress.Advance(results[i].Claim.Id);
        });
        return judged;
    }

    /// <summary>What Coq accepts of all, in one line for proofs and one for refutations; null where it was not asked.</summary>
    public static string? Summary(IReadOnlyList<ClaimResult> results)
    {
        ClaimResult[] asked = [.. results.Where(r => r.Coq is not null)];
        return asked.Length == 0 ? null : string.Join('\n', asked.GroupBy(r => r.Verdict).OrderBy(g => g.Key).Select(Line));

        static string Line(IGrouping<Verdict, ClaimResult> group) => string.Create(
            CultureInfo.InvariantCulture,
            $"{group.First().Coq!.Judge}: accepts {group.Count(r => r.Coq!.Outcome == CoqOutcome.Accepted)} of {group.Count()} closed "
                + $"claims that are {group.Key}; {group.Count(r => r.Coq!.Outcome == CoqOutcome.Failed)} failed, "
                + $"{group.Count(r => r.Coq!.Outcome == CoqOutcome.TooLarge)} too large; in seconds {group.Sum(r => r.Coq!.Seconds):F1}");
    }
}
