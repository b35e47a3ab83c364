namespace ResLinkProofs.Descent.Plots;

/// <summary>A point of a plot that is pointed out, with a vertical line through it.</summary>
/// <param name="Label">Its entry in the legend.</param>
/// <param name="X">Its abscissa.</param>
/// <param name="Y">Its ordinate.</param>
public sealed record Mark(string Label, double X, double Y);
