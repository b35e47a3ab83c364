using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ScottPlot;
using SkiaSharp;

namespace ResLinkProofs.Descent.Plots;

/// <summary>Panels side by side in one drawing.</summary>
internal static partial class Figure
{
    /// <summary>The width of lines that are dashed, and of no others.</summary>
    public const float DashedWidth = 1.75f;

    /// <summary>The width of lines that are dotted, and of no others.</summary>
    public const float DottedWidth = 1.25f;

    private const int PanelWidth = 600, PanelHeight = 380, MostPanelsInARow = 2;
    private const float LetterWidth = 7.2f;

    /// <summary>Draws panels in rows of two, each with its legend at its right: the same bytes for the same panels.</summary>
    /// <param name="panels">At least one panel.</param>
    /// <returns>A stand-alone SVG document.</returns>
    /// <exception cref="ArgumentException">There is no panel, or a line or band has different numbers of abscissae and ordinates.
    /// </exception>
    public static string Draw(IReadOnlyList<LinePlot> panels)
    {
        ArgumentNullException.ThrowIfNull(panels);
        Check(panels);
        int columns = Math.Min(panels.Count, MostPanelsInARow), rows = (panels.Count + columns - 1) / columns;
        int width = PanelWidth + (int)Math.Ceiling(LetterWidth * LongestLabel(panels));
        using var bytes = new MemoryStream();
        using (SKCanvas canvas = SKSvgCanvas.Create(new SKRect(0, 0, columns * width, rows * PanelHeight), bytes))
        {
            canvas.Clear(SKColors.White);
            for (int i = 0; i < panels.Count; i++)
            {
                int left = i % columns * width, top = i / columns * PanelHeight;
                Plot plot = panels[i].Draw();
                plot.RenderManager.ClearCanvasBeforeEachRender = false;
                plot.RenderInMemory(width, PanelHeight); // the first time it draws twice, to learn the sizes of texts
                plot.Render(canvas, new PixelRect(left, left + width, top + PanelHeight, top));
            }
        }

        return Finish(Encoding.UTF8.GetString(bytes.ToArray()));
    }

    // What the SVG writer of the drawing library leaves to be desired: it has no view box, by which a figure is scaled; it numbers
    // clippings through all drawings of the process; it knows no dashes (lines of one width stand for dashed ones); and it names one
    // font, which a reader may not have.
    private static string Finish(string svg)
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        svg = Clipping().Replace(svg, match =>
        {
            if (!numbers.TryGetValue(match.Value, out string? number))
            {
                numbers.Add(match.Value, number = string.Create(CultureInfo.InvariantCulture, $"clip-{numbers.Count + 1}"));
            }

            return number;
        });
        string dashed = string.Create(CultureInfo.InvariantCulture, $"stroke-width=\"{DashedWidth}\"");
        string dotted = string.Create(CultureInfo.InvariantCulture, $"stroke-width=\"{DottedWidth}\"");
        return Size().Replace(svg, "width=\"$1\" height=\"$2\" viewBox=\"0 0 $1 $2\"", 1)
            .Replace(dashed, dashed + " stroke-dasharray=\"5 3\"", StringComparison.Ordinal)
            .Replace(dotted, dotted + " stroke-dasharray=\"2 3\"", StringComparison.Ordinal)
            .Replace($"\"{FigureFont.FamilyName}\"", $"\"{FigureFont.FamilyName}, Verdana, sans-serif\"", StringComparison.Ordinal);
    }

    private static int LongestLabel(IReadOnlyList<LinePlot> panels) =>
        panels.SelectMany(p => p.Lines.Select(l => l.Label).Concat(p.Marks.Select(m => m.Label))).Max(label => label.Length);

    [GeneratedRegex("cl_[0-9a-f]+")]
    private static partial Regex Clipping();

    [GeneratedRegex("width=\"([0-9.]+)\" height=\"([0-9.]+)\"")]
    private static partial Regex Size();

    private static void Check(IReadOnlyList<LinePlot> panels)
    {
        if (panels.Count == 0)
        {
            throw new ArgumentException("A figure needs at least one panel.", nameof(panels));
        }

        foreach (Series line in panels.SelectMany(p => p.Lines))
        {
            if (line.X.Count != line.Y.Count)
            {
                throw new ArgumentException(
                    $"The line '{line.Label}' has {line.X.Count} abscissae and {line.Y.Count} ordinates.", nameof(panels));
            }

            if (line.Band is { } band && (band.Low.Count != line.X.Count || band.High.Count != line.X.Count))
            {
                throw new ArgumentException(
                    $"The band of '{line.Label}' has {band.Low.Count} and {band.High.Count} ends for {line.X.Count} abscissae.",
                    nameof(panels));
            }
        }
    }
}
