using System.Globalization;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;

namespace ResLinkProofs.Cli.Output;

/// <summary>Where the time of a run went: by engine, and the claims that took longest.</summary>
internal static class TimingTable
{
    private const int Slowest = 10;

    /// <summary>Writes the table.</summary>
    /// <param name="results">The results.</param>
    /// <param name="wallSeconds">The time that the whole run took.</param>
    public static void Write(IReadOnlyList<ClaimResult> results, double wallSeconds)
    {
        double sum = results.Sum(r => r.Seconds);
        Console.WriteLine();
        Console.WriteLine($"{Seconds(sum).Trim()} s of work in {Seconds(wallSeconds).Trim()} s, by engine:");
        foreach (var engine in results.SelectMany(r => r.Times).GroupBy(t => t.IsKept ? $"{t.Engine}, kept" : t.Engine)
            .OrderByDescending(g => g.Sum(t => t.Seconds)))
        {
            double own = engine.Sum(t => t.Seconds);
            string share = (sum > 0 ? own / sum : 0).ToString("P0", CultureInfo.InvariantCulture);
            Console.WriteLine($"  {Seconds(own)}  {share,5}  {engine.Key}");
        }

        Console.WriteLine($"the slowest {Math.Min(Slowest, results.Count)} claims:");
        foreach (ClaimResult result in results.OrderByDescending(r => r.Seconds).Take(Slowest))
        {
            EngineTime? longest = result.Times.MaxBy(t => t.Seconds);
            string what = longest is null ? "" : $" ({longest.Engine} {Seconds(longest.Seconds).Trim()})";
            Console.WriteLine($"  {Seconds(result.Seconds)}  {result.Claim.Id} [{result.Claim.ReadingText}]{what}");
        }
    }

    private static string Seconds(double seconds) => seconds.ToString("F1", CultureInfo.InvariantCulture).PadLeft(7);
}
