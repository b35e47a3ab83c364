using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Smt.Regions;

/// <summary>
/// Questions about many regions at once. The regions share no variable, so one answer <c>unsat</c> speaks for each of them.
/// </summary>
public static class RegionQuery
{
    /// <summary>
    /// Is there a region in which the formula may hold somewhere? <c>unsat</c> says that it holds nowhere in any of them.
    /// </summary>
    /// <param name="formula">The formula, for instance the violation of a statement.</param>
    /// <param name="regions">At least one region.</param>
    /// <exception cref="ArgumentException">There is no region.</exception>
    public static SmtQuery SomewhereIn(CompiledFormula formula, IReadOnlyList<Region> regions) =>
        Pack(formula, regions, 0, int.MaxValue).Query;

    /// <summary>The same about as many regions as fit into a text.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="regions">The regions.</param>
    /// <param name="start">The index of the first one that is asked about.</param>
    /// <param name="characters">No region is added to a text of this length.</param>
    /// <returns>The question and the number of regions in it, at least one.</returns>
    /// <exception cref="ArgumentException">There is no region.</exception>
    public static (SmtQuery Query, int Count) Pack(CompiledFormula formula, IReadOnlyList<Region> regions, int start, int characters)
    {
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(regions);
        if (start < 0 || start >= regions.Count)
        {
            throw new ArgumentException($"There is no region {start} among {regions.Count}.", nameof(start));
        }

        var script = new RegionScript();
        var stated = new List<string>();
        int length = 0;
        do
        {
            stated.Add(RegionEncoder.Write(formula, regions[start + stated.Count], script));
            length += stated[^1].Length;
        }
        while (start + stated.Count < regions.Count && script.Length + length < characters);
        return (SmtQuery.OfScript(script.Ask(stated.Count == 1 ? stated[0] : $"(or {string.Join(' ', stated)})")), stated.Count);
    }
}
