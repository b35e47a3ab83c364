namespace ResLinkProofs.Descent.Plots;

/// <summary>A line of a plot.</summary>
/// <param name="Label">Its entry in the legend.</param>
/// <param name="X">Abscissae.</param>
/// <param name="Y">Ordinates, as many; values that are not finite (or not positive on a logarithmic axis) interrupt the line.</param>
public sealed record Series(string Label, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>Draws the line dashed, as papers do for training beside test error.</summary>
    public bool Dashed { get; init; }

    /// <summary>Index of its colour, or null for its place among the lines: lines of one variant share a colour.</summary>
    public int? Colour { get; init; }

    /// <summary>What the repetitions span around the line, or null where there is one only.</summary>
    public Band? Band { get; init; }
}

/// <summary>A shaded range around a line, as long as the line.</summary>
/// <param name="Low">Lower ends; where an end cannot be drawn the band is interrupted.</param>
/// <param name="High">Upper ends.</param>
public sealed record Band(IReadOnlyList<double> Low, IReadOnlyList<double> High);
