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
        Row(text, size, "holds at " + frontier.Parameter, "margin", "fails at " + frontier.Parameter, "margin", "evidence of the failure");
        foreach (FrontierBracket bracket in brackets)
        {
            Row(
                text,
                bracket.Size.ToString(CultureInfo.InvariantCulture),
                Number(bracket.Holds),
                Margin(bracket.Holds),
                Number(bracket.Fails),
                Margin(bracket.Fails),
                bracket.Fails is not { } end ? "none found" : end.IsConfirmed ? "witness, confirmed" : "floating point, beyond rounding errors");
        }

        return text.ToString();

        static void Row(StringBuilder text, params ReadOnlySpan<string> cells)
        {
            text.Append("  ");
            for (int i = 0; i < cells.Length; i++)
            {
                text.Append(i < cells.Length - 1 ? cells[i].PadRight(i == 0 ? 6 : 13) : cells[i]);
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
                Line("holds", bracket.Holds);
                Line("fails", bracket.Fails);

                void Line(string name, FrontierEnd? end)
                {
                    if (end is not null)
                    {
                        text.Append(CultureInfo.InvariantCulture, $"{claim.Id},{claim.ReadingText},{bracket.Size},{name},{Number(end)},{Margin(end)},{end.IsConfirmed},\"{end.Point}\"\n");
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
        Series[] lines = [.. results.Select(r => new Series(
            r.Claim.ReadingText,
            [.. r.Brackets.Where(b => b.Holds is not null).Select(b => (double)b.Size)],
            [.. r.Brackets.Where(b => b.Holds is not null).Select(b => b.Holds!.Value.ToDouble())]))];
        return LinePlot.Figure(new LinePlot(results[0].Claim.Source.ToString(), size, $"largest {frontier.Parameter} without a violation", lines));
    }

    private static (Frontier Frontier, string SizeName) Parts(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        Frontier frontier = claim.Frontier ?? throw new ArgumentException($"{claim.Id} has no frontier.", nameof(claim));
        string name = frontier.At(frontier.Lowest).SizeName;
        return (frontier, name.Length == 0 ? "size" : name);
    }

    private static string Number(FrontierEnd? end) => end is null ? "-" : end.Value.ToDouble().ToString("G6", CultureInfo.InvariantCulture);

    private static string Margin(FrontierEnd? end) => end?.Evidence.WorstMargin is { } margin ? margin.ToString("G4", CultureInfo.InvariantCulture) : "-";
}
