namespace ResLinkProofs.Attack.Charts;

/// <summary>Several domains, whose coordinates a point lists one after the other.</summary>
public sealed class ProductChart : Chart
{
    private readonly Chart[] _parts;

    /// <summary>Joins charts.</summary>
    /// <param name="parts">The charts, in the order of their coordinates.</param>
    public ProductChart(IReadOnlyList<Chart> parts)
        : base((parts ?? throw new ArgumentNullException(nameof(parts))).Sum(p => p.Count)) => _parts = [.. parts];

    /// <inheritdoc/>
    public override void Enter(ReadOnlySpan<double> point, Span<double> place)
    {
        int start = 0;
        foreach (Chart part in _parts)
        {
            part.Enter(point.Slice(start, part.Count), place.Slice(start, part.Count));
            part.Lower.CopyTo(Lower, start); // a chart may choose its bounds when it is entered
            part.Upper.CopyTo(Upper, start);
            start += part.Count;
        }
    }

    /// <inheritdoc/>
    public override void ToPoint(ReadOnlySpan<double> place, Span<double> point)
    {
        int start = 0;
        foreach (Chart part in _parts)
        {
            part.ToPoint(place.Slice(start, part.Count), point.Slice(start, part.Count));
            start += part.Count;
        }
    }

    /// <inheritdoc/>
    public override void PullBack(ReadOnlySpan<double> gradient, Span<double> placeGradient)
    {
        int start = 0;
        foreach (Chart part in _parts)
        {
            part.PullBack(gradient.Slice(start, part.Count), placeGradient.Slice(start, part.Count));
            start += part.Count;
        }
    }
}
