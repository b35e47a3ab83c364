using System.Globalization;
using System.Net;
using System.Text;

namespace ResLinkProofs.Descent.Plots;

/// <summary>One panel of a figure: axes with ticks and labels, lines, a legend.</summary>
/// <param name="Title">Above the panel.</param>
/// <param name="XLabel">Below the horizontal axis.</param>
/// <param name="YLabel">Beside the vertical axis.</param>
/// <param name="Lines">The lines, drawn in order.</param>
public sealed record LinePlot(string Title, string XLabel, string YLabel, IReadOnlyList<Series> Lines)
{
    private const double Left = 70, Top = 36, Width = 420, Height = 280, PanelHeight = 380, LetterWidth = 6.6;
    private const int MostPanelsInARow = 2;
    private static readonly string[] Colours = ["#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#ff7f0e", "#17becf", "#8c564b", "#7f7f7f"];

    /// <summary>Base-10 logarithmic vertical axis.</summary>
    public bool LogarithmicY { get; init; }

    /// <summary>Draws a figure: panels in rows of two, each with its legend at its right, in one stand-alone SVG 1.1 document.</summary>
    /// <param name="panels">At least one panel.</param>
    /// <exception cref="ArgumentException">There is no panel, or a line or band has different numbers of abscissae and ordinates.</exception>
    public static string Figure(params IReadOnlyList<LinePlot> panels)
    {
        ArgumentNullException.ThrowIfNull(panels);
        if (panels.Count == 0)
            throw new ArgumentException("A figure needs at least one panel.", nameof(panels));
        foreach (var line in panels.SelectMany(p => p.Lines))
        {
            if (line.Band is { } band && (band.Low.Count != line.X.Count || band.High.Count != line.X.Count))
                throw new ArgumentException($"The band of '{line.Label}' has {band.Low.Count} and {band.High.Count} ends for {line.X.Count} abscissae.", nameof(panels));
            if (line.X.Count != line.Y.Count)
                throw new ArgumentException($"The line '{line.Label}' has {line.X.Count} abscissae and {line.Y.Count} ordinates.", nameof(panels));
        }

        var svg = new StringBuilder();
        var panelWidth = Left + Width + 60 + (LetterWidth * panels.SelectMany(p => p.Lines).Max(l => l.Label.Length));
        var (width, height) = (Number(panelWidth * Math.Min(panels.Count, MostPanelsInARow)), Number(PanelHeight * ((panels.Count + MostPanelsInARow - 1) / MostPanelsInARow)));
        Line($"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">""");
        Line("""<rect width="100%" height="100%" fill="white"/>""");
        for (var i = 0; i < panels.Count; i++)
        {
            Line($"""<g transform="translate({Number(i % MostPanelsInARow * panelWidth)} {Number(i / MostPanelsInARow * PanelHeight)})">""");
            panels[i].Draw(svg);
            Line("</g>");
        }

        Line("</svg>");
        return svg.ToString();

        void Line(string text) => svg.Append(text).Append('\n');
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Text(string value) => WebUtility.HtmlEncode(value);

    private void Draw(StringBuilder svg)
    {
        var (x, y) = (new Axis(Lines.SelectMany(l => l.X), false), new Axis(Lines.SelectMany(l => l.Band is { } band ? l.Y.Concat(band.Low).Concat(band.High) : l.Y), LogarithmicY));
        Add($"""<text x="{Number(Left + (Width / 2))}" y="20" text-anchor="middle" font-size="14">{Text(Title)}</text>""");
        foreach (var (at, label) in x.Ticks())
        {
            var px = Number(Left + (at * Width));
            Add($"""<line x1="{px}" y1="{Number(Top)}" x2="{px}" y2="{Number(Top + Height + 4)}" stroke="#ddd"/><text x="{px}" y="{Number(Top + Height + 18)}" text-anchor="middle">{label}</text>""");
        }

        foreach (var (at, label) in y.Ticks())
        {
            var py = Number(Top + ((1 - at) * Height));
            Add($"""<line x1="{Number(Left - 4)}" y1="{py}" x2="{Number(Left + Width)}" y2="{py}" stroke="#ddd"/><text x="{Number(Left - 8)}" y="{py}" dy="4" text-anchor="end">{label}</text>""");
        }

        Add($"""<rect x="{Number(Left)}" y="{Number(Top)}" width="{Number(Width)}" height="{Number(Height)}" fill="none" stroke="black"/>""");
        Add($"""<text x="{Number(Left + (Width / 2))}" y="{Number(Top + Height + 40)}" text-anchor="middle">{Text(XLabel)}</text>""");
        Add($"""<text transform="translate(18 {Number(Top + (Height / 2))}) rotate(-90)" text-anchor="middle">{Text(YLabel)}</text>""");
        for (var i = 0; i < Lines.Count; i++)
        {
            var colour = Colours[(Lines[i].Colour ?? i) % Colours.Length];
            DrawBand(svg, Lines[i], colour, x, y);
            DrawLine(svg, Lines[i], colour, x, y, i);
        }

        void Add(string text) => svg.Append(text).Append('\n');
    }

    // One polygon for each run of points at which both ends can be drawn.
    private static void DrawBand(StringBuilder svg, Series line, string colour, Axis x, Axis y)
    {
        if (line.Band is not { } band)
            return;
        List<string> upper = [], lower = [];
        for (var i = 0; i <= line.X.Count; i++)
        {
            if (i < line.X.Count && x.Position(line.X[i]) is { } px && y.Position(band.Low[i]) is { } low && y.Position(band.High[i]) is { } high)
            {
                upper.Add(Point(px, high));
                lower.Insert(0, Point(px, low));
            }
            else if (upper.Count > 0)
            {
                svg.Append($"""<polygon points="{string.Join(' ', upper.Concat(lower))}" fill="{colour}" fill-opacity="0.15"/>""").Append('\n');
                upper.Clear();
                lower.Clear();
            }
        }

        static string Point(double px, double py) => Number(Left + (px * Width)) + "," + Number(Top + ((1 - py) * Height));
    }

    private static void DrawLine(StringBuilder svg, Series line, string colour, Axis x, Axis y, int index)
    {
        var path = new StringBuilder();
        var pen = false;
        for (var i = 0; i < line.X.Count; i++)
        {
            if (x.Position(line.X[i]) is { } px && y.Position(line.Y[i]) is { } py)
            {
                path.Append(CultureInfo.InvariantCulture, $"{(pen ? 'L' : 'M')}{Number(Left + (px * Width))} {Number(Top + ((1 - py) * Height))}");
                pen = true;
            }
            else
            {
                pen = false;
            }
        }

        var dash = line.Dashed ? " stroke-dasharray=\"6 3\"" : "";
        var legend = Number(Top + 16 + (16 * index));
        svg.Append($"""<path d="{path}" fill="none" stroke="{colour}" stroke-width="1.6"{dash}/>""").Append('\n');
        svg.Append($"""<line x1="{Number(Left + Width + 12)}" y1="{legend}" x2="{Number(Left + Width + 36)}" y2="{legend}" stroke="{colour}" stroke-width="2"{dash}/><text x="{Number(Left + Width + 42)}" y="{legend}" dy="4">{Text(line.Label)}</text>""").Append('\n');
    }
}
