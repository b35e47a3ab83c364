using System.CommandLine;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Frontiers;
using ResLinkProofs.Descent.Storage;

namespace ResLinkProofs.Cli.Commands;

/// <summary><c>reslink frontier ID</c>: the largest parameter value for which a claim holds.</summary>
internal static class FrontierCommand
{
    private const int LongestPoint = 300;

    public static Command Create()
    {
        var options = new CommonOptions();
        var id = new Argument<string>("ID") { Description = "The id of a claim with a parameter, e.g. li-yuan/theorem-3.3." };
        var folder = new Option<DirectoryInfo?>("--out")
        {
            Description = "Write the table (CSV, with the worst points) and a plot (SVG) to this folder.",
            HelpName = "DIR",
        };
        var command = new Command("frontier", "Bracket the largest parameter value for which a claim holds.")
        {
            id, folder, Selection.Assembly,
        };
        options.AddTo(command);
        command.SetAction(parsed => Run(
            ClaimsOf(Selection.From(parsed), parsed.GetValue(id)!), options.BudgetOf(parsed),
            options.SeedOf(parsed), options.ThreadsOf(parsed), parsed.GetValue(folder)));
        return command;
    }

    private static Claim[] ClaimsOf(Selection selection, string wanted)
    {
        Claim[] readings = selection.Readings(wanted);
        Claim[] parametrised = [.. readings.Where(c => c.Frontier is not null)];
        string known = string.Join(", ", selection.Catalogue.Claims.Where(c => c.Frontier is not null).Select(c => c.Id).Distinct());
        return parametrised.Length > 0 ? parametrised : throw new UsageException($"'{wanted}' has no parameter. Claims with one: {known}.");
    }

    private static int Run(Claim[] claims, Budget budget, ulong seed, int threads, DirectoryInfo? folder)
    {
        var brackets = new IReadOnlyList<FrontierBracket>[claims.Length];
        Parallel.For(0, claims.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
        {
            var found = new List<FrontierBracket>();
            foreach (FrontierBracket bracket in FrontierSearch.Run(claims[i].Frontier!, budget, seed))
            {
                found.Add(bracket);
                Console.Error.WriteLine($"{claims[i].Id} [{claims[i].ReadingText}]: size {bracket.Size} done");
            }

            brackets[i] = found;
        });
        var results = claims.Zip(brackets).ToArray();
        foreach ((Claim claim, IReadOnlyList<FrontierBracket> found) in results)
        {
            Console.WriteLine($"{claim.Id} [{claim.ReadingText}]: {claim.Text}");
            Console.Write(FrontierReport.Table(claim, found));
            foreach (FrontierBracket bracket in found)
            {
                WriteProof(bracket.Certified);
                WritePoint("worst point at", bracket.Holds);
                WritePoint("fails at", bracket.Fails);
            }

            Console.WriteLine();
        }

        if (folder is not null)
        {
            string stem = Path.Combine(folder.FullName, claims[0].Id.Replace('/', '-') + "-frontier");
            AtomicFile.Write(stem + ".csv", FrontierReport.CommaSeparated(results));
            AtomicFile.Write(stem + ".svg", FrontierReport.Plot(results));
            Console.WriteLine($"written: {stem}.csv and .svg");
        }

        return Program.Success;
    }

    private static void WriteProof(FrontierEnd? end)
    {
        if (end is not null)
        {
            Console.WriteLine($"  proved at {end.Value}: {end.Evidence.Summary}");
            WritePoint("worst point at", end);
        }
    }

    private static void WritePoint(string name, FrontierEnd? end)
    {
        if (end is { Point.Length: > 0 and <= LongestPoint })
        {
            Console.WriteLine($"  {name} {end.Value}: {end.Point}");
        }
    }
}
