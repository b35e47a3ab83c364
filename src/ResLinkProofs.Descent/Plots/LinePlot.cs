using System.Globalization;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace ResLinkProofs.Descent.Plots;

/// <summary>One panel of a figure: axes with ticks and labels, lines, marked points, a legend.</summary>
/// <param name="Title">Above the panel.</param>
/// <param name="XLabel">Below the horizontal axis.</param>
/// <param name="YLabel">Beside the vertical axis.</param>
/// <param name="Lines">The lines, drawn in order.</param>
public sealed record LinePlot(string Title, string XLabel, string YLabel, IReadOnlyList<Series> Lines)
{
    private const int FewPoints = 12;
    private const float LineWidth = 1.8f, MarkerSize = 7, FontSize = 13, TitleSize = 15;
    private static readonly string[] Colours =
        ["#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#ff7f0e", "#17becf", "#8c564b", "#7f7f7f"];

    /// <summary>Base-10 logarithmic vertical axis.</summary>
    public bool LogarithmicY { get; init; }

    /// <summary>A horizontal line at zero, where it matters on which side a value lies; not on a logarithmic axis.</summary>
    public bool ZeroLine { get; init; }

    /// <summary>Points that are pointed out.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];

    /// <summary>Draws a figure of one or more panels (<see cref="Plots.Figure"/>).</summary>
    /// <param name="panels">At least one panel.</param>
    /// <returns>A stand-alone SVG document.</returns>
    /// <exception cref="ArgumentException">There is no panel, or a line or band has different numbers of abscissae and ordinates.
    /// </exception>
    public static string Figure(params IReadOnlyList<LinePlot> panels) => Plots.Figure.Draw(panels);

    internal Plot Draw()
    {
        var plot = new Plot();
        plot.Font.Set(FigureFont.Family);
        plot.Title(Title, TitleSize);
        plot.Axes.Title.Label.Bold = false;
        foreach ((IAxis axis, string label) in new (IAxis, string)[] { (plot.Axes.Bottom, XLabel), (plot.Axes.Left, YLabel) })
        {
            axis.Label.Text = label;
            axis.Label.Bold = false;
            axis.Label.FontSize = FontSize;
        }

        if (ZeroLine && !LogarithmicY)
        {
            plot.Add.HorizontalLine(0, 1, Colors.Black);
        }

        for (int i = 0; i < Lines.Count; i++)
        {
            Color colour = Color.FromHex(Colours[(Lines[i].Colour ?? i) % Colours.Length]);
            AddBand(plot, Lines[i], colour);
            AddLine(plot, Lines[i], colour);
        }

        foreach (Mark mark in Marks)
        {
            plot.Add.VerticalLine(mark.X, Plots.Figure.DottedWidth, Colors.Gray);
            plot.Add.Marker(mark.X, Height(mark.Y), MarkerShape.FilledDiamond, 1.5f * MarkerSize, Colors.Black).LegendText = mark.Label;
        }

        SetAxes(plot);
        ScottPlot.Panels.LegendPanel legend = plot.ShowLegend(Edge.Right);
        legend.Alignment = Alignment.UpperCenter;
        plot.Legend.FontSize = FontSize;
        plot.Legend.ShadowColor = Colors.Transparent;
        return plot;
    }

    // Each run of points that can be drawn is a line; the first one stands in the legend. Where there is none, nothing was measured.
    private void AddLine(Plot plot, Series line, Color colour)
    {
        string label = line.Label;
        foreach (System.Range run in Runs(line.X.Count, i => IsDrawable(line.X[i]) && IsDrawable(Height(line.Y[i]))))
        {
            (int start, int length) = run.GetOffsetAndLength(line.X.Count);
            ScottPlot.Plottables.Scatter scatter = plot.Add.ScatterLine(
                line.X.Skip(start).Take(length).ToArray(), line.Y.Skip(start).Take(length).Select(Height).ToArray(), colour);
            scatter.LineWidth = line.Dashed ? Plots.Figure.DashedWidth : LineWidth;
            scatter.MarkerSize = length == 1 || line.X.Count <= FewPoints ? MarkerSize : 0;
            scatter.LegendText = label;
            label = "";
        }
    }

    private void AddBand(Plot plot, Series line, Color colour)
    {
        if (line.Band is not { } band)
        {
            return;
        }

        foreach (System.Range run in Runs(
            line.X.Count, i => IsDrawable(line.X[i]) && IsDrawable(Height(band.Low[i])) && IsDrawable(Height(band.High[i]))))
        {
            (int start, int length) = run.GetOffsetAndLength(line.X.Count);
            ScottPlot.Plottables.FillY fill = plot.Add.FillY(
                [.. line.X.Skip(start).Take(length)],
                [.. band.Low.Skip(start).Take(length).Select(Height)],
                [.. band.High.Skip(start).Take(length).Select(Height)]);
            fill.FillColor = colour.WithAlpha(0.15);
            fill.LineWidth = 0;
            fill.MarkerSize = 0;
        }
    }

    private void SetAxes(Plot plot)
    {
        plot.Axes.Margins(0.02, 0.06);
        plot.Axes.AutoScale();
        AxisLimits limits = plot.Axes.GetLimits();
        foreach (IAxis axis in new IAxis[] { plot.Axes.Bottom, plot.Axes.Left })
        {
            axis.TickLabelStyle.FontSize = FontSize;
        }

        if (LogarithmicY)
        {
            // Whole powers of ten, and the numbers 2 to 9 times them as minor ticks.
            plot.Axes.SetLimitsY(Math.Floor(limits.Bottom + 0.02), Math.Ceiling(limits.Top - 0.02));
            plot.Axes.Left.TickGenerator = new NumericAutomatic
            {
                IntegerTicksOnly = true,
                MinorTickGenerator = new LogMinorTickGenerator(),
                LabelFormatter = exponent => "10" + Superscript((int)Math.Round(exponent)),
            };
        }

        plot.Grid.MajorLineColor = Colors.Black.WithAlpha(0.12);
    }

    private double Height(double value) => LogarithmicY ? Math.Log10(value) : value;

    private static bool IsDrawable(double value) => double.IsFinite(value);

    private static IEnumerable<System.Range> Runs(int count, Func<int, bool> isDrawable)
    {
        for (int start = 0; start < count; start++)
        {
            int end = start;
            while (end < count && isDrawable(end))
            {
                end++;
            }

            if (end > start)
            {
                yield return start..end;
                start = end;
            }
        }
    }

    private static string Superscript(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));
}
