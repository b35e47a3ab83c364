using System.Globalization;
using System.Text;
using ResLinkProofs.Descent.Plots;

namespace ResLinkProofs.Claims.Frontiers;

/// <summary>Frontiers of the readings of a claim, as a table, comma-separated values and a plot.</summary>
public static class FrontierReport
{
    /// <summary>A table for people: one row per reading and size.</summary>
    /// <param name="claim">A claim with a frontier.</param>
    /// <param name="brackets">Its brackets.</param>
    public static string Table(Claim claim, IReadOnlyList<FrontierBracket> brackets)
    {
        ArgumentNullException.ThrowIfNull(brackets);
        (Frontier frontier, string size) = Parts(claim);
        var text = new StringBuilder();
        string name = frontier.Parameter;
        Row(
            text, size, $"proved at {name}", "boxes", $"holds at {name}", "margin",
            $"fails at {name}", "margin", "unknown", "evidence of the failure");
        foreach (FrontierBracket bracket in brackets)
        {
            Row(
                text,
                bracket.Size.ToString(CultureInfo.InvariantCulture),
                Number(bracket.Certified),
                Boxes(bracket.Certified),
                Number(bracket.Holds),
                Margin(bracket.Holds),
                Number(bracket.Fails),
                Margin(bracket.Fails),
                Gap(frontier, bracket),
                bracket.Fails is not { } end ? "none found"
                    : end.IsConfirmed ? "witness, confirmed"
                    : "floating point, beyond rounding errors");
        }

        return text.ToString();

        static void Row(StringBuilder text, params ReadOnlySpan<string> cells)
        {
            text.Append("  ");
            for (int i = 0; i < cells.Length; i++)
            {
                text.Append(i < cells.Length - 1 ? cells[i].PadRight(i == 0 ? 6 : 16) : cells[i]);
            }

            text.Append('\n');
        }
    }

    /// <summary>Comma-separated values with the worst points.</summary>
    /// <param name="results">Claims with their brackets.</param>
    public static string CommaSeparated(IReadOnlyList<(Claim Claim, IReadOnlyList<FrontierBracket> Brackets)> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var text = new StringBuilder("id,reading,size,end,value,relative margin,confirmed,point\n");
        foreach ((Claim claim, IReadOnlyList<FrontierBracket> brackets) in results)
        {
            foreach (FrontierBracket bracket in brackets)
            {
                Line("proved", bracket.Certified);
                Line("holds", bracket.Holds);
                Line("fails", bracket.Fails);

                void Line(string name, FrontierEnd? end)
                {
                    if (end is not null)
                    {
                        text.Append(
                            CultureInfo.InvariantCulture,
                            $"{claim.Id},{claim.ReadingText},{bracket.Size},{name},"
                                + $"{Number(end)},{Margin(end)},{end.IsConfirmed},\"{end.Point}\"\n");
                    }
                }
            }
        }

        return text.ToString();
    }

    /// <summary>A plot of the frontiers over the size, as SVG.</summary>
    /// <param name="results">Claims with their brackets; at least one.</param>
    public static string Plot(IReadOnlyList<(Claim Claim, IReadOnlyList<FrontierBracket> Brackets)> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        (Frontier frontier, string size) = Parts(results[0].Claim);
        IEnumerable<Series> Lines(string what, Func<FrontierBracket, FrontierEnd?> end) =>
            from result in results
            let ends = result.Brackets.Where(b => end(b) is not null).ToArray()
            where ends.Length > 0
            select new Series(
                $"{result.Claim.ReadingText}: {what}", [.. ends.Select(b => (double)b.Size)],
                [.. ends.Select(b => end(b)!.Value.ToDouble())]);
        Series[] lines = [.. Lines("fails", b => b.Fails), .. Lines("holds", b => b.Holds), .. Lines("proved", b => b.Certified)];
        return LinePlot.Figure(new LinePlot(results[0].Claim.Source.ToString(), size, frontier.Parameter, lines));
    }

    private static (Frontier Frontier, string SizeName) Parts(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        Frontier frontier = claim.Frontier ?? throw new ArgumentException($"{claim.Id} has no frontier.", nameof(claim));
        string name = frontier.At(frontier.Lowest).SizeName;
        return (frontier, name.Length == 0 ? "size" : name);
    }

    private static string Boxes(FrontierEnd? end) =>
        end is null ? "-" : end.Evidence.Work.Where(w => w.Unit == "boxes").Sum(w => w.Amount).ToString(CultureInfo.InvariantCulture);

    // From the largest value that is proved to the least that is refuted.
    private static string Gap(Frontier frontier, FrontierBracket bracket) => string.Create(
        CultureInfo.InvariantCulture,
        $"{((bracket.Fails?.Value ?? frontier.Highest) - (bracket.Certified?.Value ?? frontier.Lowest)).ToDouble():G6}");

    private static string Number(FrontierEnd? end) => end is null ? "-" : end.Value.ToDouble().ToString("G6", CultureInfo.InvariantCulture);

    private static string Margin(FrontierEnd? end) =>
        end?.Evidence.WorstMargin is { } margin ? margin.ToString("G4", CultureInfo.InvariantCulture) : "-";
}
