namespace ResLinkProofs.Descent.Plots;

/// <summary>A line of a plot.</summary>
/// <param name="Label">Its entry in the legend.</param>
/// <param name="X">Abscissae.</param>
/// <param name="Y">Ordinates, as many; values that are not finite (or not positive on a logarithmic axis) interrupt the line.</param>
public sealed record Series(string Label, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>Draws the line dashed, as papers do for training beside test error.</summary>
    public bool Dashed { get; init; }
}
