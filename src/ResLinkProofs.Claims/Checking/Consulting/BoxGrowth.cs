using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Smt.Regions;

namespace ResLinkProofs.Claims.Checking.Consulting;

/// <summary>
/// Boxes around certified points, doubled until the solver gives up. The kernel's enclosures say at
/// which size to begin, so that few questions are asked in vain.
/// </summary>
internal sealed class BoxGrowth(Statement statement, CompiledFormula violation, RegionCertifier certifier)
{
    // The smallest box reaches 2^-12 of every range to either side, the largest covers the domain.
    private const int Smallest = 12;

    /// <summary>Grows boxes around points.</summary>
    /// <param name="centres">The points.</param>
    /// <param name="characters">The text that may be spent.</param>
    /// <returns>The largest certified box around each point that has one, as its share of the domain.</returns>
    public IReadOnlyList<double> Grow(IReadOnlyList<Region> centres, long characters)
    {
        if (statement.Variables.Any(v => v.Lower is null || v.Upper is null))
        {
            return []; // no box has a share of an unbounded domain
        }

        long end = certifier.Characters + characters;
        var shares = new double[centres.Count];
        var active = new List<(int Centre, int Step, Region Box)>();
        for (int i = 0; i < centres.Count; i++)
        {
            if (Start(centres[i]) is { } step)
            {
                active.Add((i, step, Around(centres[i], step)));
            }
        }

        while (active.Count > 0 && certifier.Characters < end)
        {
            HashSet<Region> certified = [.. certifier.Certify([.. active.Select(a => a.Box)], end - certifier.Characters)];
            var next = new List<(int, int, Region)>();
            foreach ((int centre, int step, Region box) in active.Where(a => certified.Contains(a.Box)))
            {
                shares[centre] = Share(box);
                if (step > 0)
                {
                    next.Add((centre, step - 1, Around(centres[centre], step - 1)));
                }
            }

            active = next;
        }

        return [.. shares.Where(s => s > 0)];
    }

    // The largest box in which enclosures see no violation; the smallest one where they see nothing.
    private int? Start(Region centre)
    {
        int? start = null;
        for (int step = Smallest; step >= 0 && violation.Decide(Around(centre, step).Enclosure()) == Truth.False; step--)
        {
            start = step;
        }

        return start;
    }

    private Region Around(Region centre, int step)
    {
        var lower = new Rational[centre.Dimension];
        var upper = new Rational[centre.Dimension];
        for (int i = 0; i < lower.Length; i++)
        {
            (Rational low, Rational high) = (statement.Variables[i].Lower!.Value, statement.Variables[i].Upper!.Value);
            Rational reach = (high - low) * Rational.Pow(2, -step);
            lower[i] = Rational.Max(low, centre.Lower[i] - reach);
            upper[i] = Rational.Min(high, centre.Lower[i] + reach);
        }

        return Region.Box(lower, upper);
    }

    private double Share(Region box)
    {
        double share = 1;
        for (int i = 0; i < box.Dimension; i++)
        {
            Rational whole = statement.Variables[i].Upper!.Value - statement.Variables[i].Lower!.Value;
            share *= whole.Sign == 0 ? 1 : ((box.Upper[i] - box.Lower[i]) / whole).ToDouble();
        }

        return share;
    }
}
