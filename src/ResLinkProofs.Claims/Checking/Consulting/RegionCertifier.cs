using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Smt.Regions;
using ResLinkProofs.Smt.Solving;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Claims.Checking.Consulting;

/// <summary>
/// Has a solver confirm that a formula holds nowhere in given regions: as many in one query as the text allows, halved where it objects.
/// </summary>
internal sealed class RegionCertifier(QueryCounter solver, CompiledFormula violation, SolverLimits limits)
{
    // Solving grows faster than the text: a few dozen points per query cost least.
    private const int CharactersPerQuery = 400_000;

    // A region that the solver does not certify costs a query for every halving that leads to it.
    private const int MostObjections = 4;
    private int _objections;

    /// <summary>Why the last region was not certified; empty when all were.</summary>
    public string Obstacle { get; private set; } = "";

    /// <summary>The characters of all questions so far: the work.</summary>
    public long Characters { get; private set; }

    /// <summary>The number of regions about which was asked.</summary>
    public int Asked { get; private set; }

    /// <summary>Asks about regions.</summary>
    /// <param name="regions">The regions.</param>
    /// <param name="characters">The text that may be spent.</param>
    /// <returns>The regions that the solver certified, in order.</returns>
    public IReadOnlyList<Region> Certify(IReadOnlyList<Region> regions, long characters)
    {
        var certified = new List<Region>();
        _objections = 0;
        long end = Characters + characters;
        for (int start = 0; start < regions.Count && Characters < end && _objections < MostObjections;)
        {
            (SmtQuery query, int count) = RegionQuery.Pack(violation, regions, start, (int)Math.Min(CharactersPerQuery, end - Characters));
            Ask(query, [.. regions.Skip(start).Take(count)], certified);
            start += count;
            Asked += count;
        }

        return certified;
    }

    private void Ask(SmtQuery query, Region[] regions, List<Region> certified)
    {
        Characters += query.Script.Length;
        SmtJudgement judgement = solver.Ask(query, limits);
        if (judgement.Finding == SmtFinding.NoSolution)
        {
            certified.AddRange(regions);
            return;
        }

        if (regions.Length == 1)
        {
            _objections++;
            Obstacle = judgement.Reason;
            return;
        }

        foreach (Region[] half in new[] { regions[..(regions.Length / 2)], regions[(regions.Length / 2)..] })
        {
            if (_objections < MostObjections)
            {
                Ask(RegionQuery.SomewhereIn(violation, half), half, certified);
            }
        }
    }
}
