using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;

namespace ResLinkProofs.Reports;

/// <summary>What a solver was asked about all claims together.</summary>
public static class SolverTotals
{
    /// <summary>The sum of the figures of all claims, with the largest share; null when no solver was asked.</summary>
    /// <param name="results">The results.</param>
    public static SolverFigures? Of(IEnumerable<ClaimResult> results)
    {
        SolverFigures[] all = [.. results.SelectMany(r => r.Evidence).Select(e => e.Solver).OfType<SolverFigures>()];
        return all.Length == 0 ? null : new SolverFigures
        {
            Solver = all[0].Solver,
            Queries = all.Sum(f => f.Queries),
            QuerySeconds = all.Sum(f => f.QuerySeconds),
            CertifiedPoints = all.Sum(f => f.CertifiedPoints),
            AskedPoints = all.Sum(f => f.AskedPoints),
            CertifiedBoxes = all.Sum(f => f.CertifiedBoxes),
            CertifiedDomains = all.Sum(f => f.CertifiedDomains),
            Sizes = all.Sum(f => f.Sizes),
            LargestShare = all.Max(f => f.LargestShare),
        };
    }
}
