using System.Globalization;
using System.Xml.Linq;
using ResLinkProofs.Descent.Plots;

namespace ResLinkProofs.Tests.Descent;

public class LinePlotTests
{
    private const string First = "#1F77B4"; // the colour of the first line
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_figure_is_well_formed_and_has_its_parts()
    {
        var plot = new LinePlot("a < b & c", "epoch", "loss", [new("train", [0, 1, 2], [10, 1, 0.1]), new("test |W|₂ ≤ γ²", [0, 2], [5, 0.5])])
        {
            LogarithmicY = true,
        };
        XElement root = XDocument.Parse(LinePlot.Figure(plot)).Root!;
        string[] texts = Texts(root);
        Assert.Subset(texts.ToHashSet(), new HashSet<string> { "a < b & c", "epoch", "loss", "train", "test |W|₂ ≤ γ²", "10⁻¹", "10⁰", "10¹" });
        Assert.Equal($"0 0 {(string)root.Attribute("width")!} {(string)root.Attribute("height")!}", (string)root.Attribute("viewBox")!);
        Assert.All(root.Descendants(Svg + "text"), t => Assert.Equal("DejaVu Sans, Verdana, sans-serif", (string)t.Attribute("font-family")!));
    }

    [Fact]
    public void The_same_panels_are_the_same_bytes_whatever_was_drawn_before()
    {
        string first = LinePlot.Figure(Simple(), Simple() with { LogarithmicY = true });
        Assert.NotEqual(first, LinePlot.Figure(Simple() with { Title = "another" }, Simple()));
        Assert.Equal(first, LinePlot.Figure(Simple(), Simple() with { LogarithmicY = true }));
        string[] side = new string[6];
        Parallel.For(0, side.Length, i => side[i] = LinePlot.Figure(Simple(), Simple() with { LogarithmicY = true }));
        Assert.All(side, s => Assert.Equal(first, s));
    }

    [Fact]
    public void Values_that_cannot_be_drawn_interrupt_the_line()
    {
        double[] x = [0, 1, 2, 3, 4];
        Assert.Equal(4, Segments([1, 2, 10, 3, 4]));
        Assert.Equal(2, Segments([1, 2, 0, 3, 4]));
        Assert.Equal(1, Segments([1, 0, 10, double.NaN, 3, 4]));
        Assert.Equal(0, Segments([1, 0, 10, double.NaN, 3]));

        // The sample of the legend is one segment more.
        int Segments(double[] y) => Strokes(
            LinePlot.Figure(new LinePlot("", "", "", [new("x", [.. Enumerable.Range(0, y.Length).Select(i => (double)i)], y)]) { LogarithmicY = true }))
            .Sum(p => ((string)p.Attribute("d")!).Count(c => c == 'L')) - 1;
    }

    [Fact]
    public void A_band_is_one_area_for_each_piece_that_can_be_drawn()
    {
        var line = new Series("x", [0, 1, 2, 3, 4], [1, 1, 1, 1, 1]) { Band = new([0.1, 0.1, 0, 0.1, 0.1], [10, 10, 10, 10, 10]) };
        Assert.Equal(2, Areas(line, isLogarithmic: true));
        Assert.Equal(1, Areas(line, isLogarithmic: false));
        Assert.Equal(0, Areas(line with { Band = null }, isLogarithmic: true));

        static int Areas(Series line, bool isLogarithmic) => Root(LinePlot.Figure(new LinePlot("", "", "", [line]) { LogarithmicY = isLogarithmic }))
            .Descendants(Svg + "path").Count(p => IsFirst(p, "fill") && (string?)p.Attribute("fill-opacity") is { } opacity && opacity != "1");
    }

    [Fact]
    public void Only_dashed_lines_are_dashed()
    {
        Series line = Simple().Lines[0];
        Assert.DoesNotContain("stroke-dasharray", LinePlot.Figure(new LinePlot("", "", "", [line])), StringComparison.Ordinal);
        Assert.All(Strokes(LinePlot.Figure(new LinePlot("", "", "", [line with { Dashed = true }]))), p => Assert.Equal("5 3", (string?)p.Attribute("stroke-dasharray")));
    }

    [Fact]
    public void Zero_and_marked_points_are_drawn_where_they_are_asked_for()
    {
        LinePlot plot = Simple() with { ZeroLine = true, Marks = [new("sign change at 2", 2, 0.5)] };
        Assert.Contains("sign change at 2", Texts(Root(LinePlot.Figure(plot))));
        Assert.Equal(1, BlackLines(plot) - BlackLines(plot with { ZeroLine = false }));
        Assert.Equal(0, BlackLines(plot with { LogarithmicY = true }) - BlackLines(plot with { LogarithmicY = true, ZeroLine = false }));
        Assert.Contains("stroke-dasharray=\"2 3\"", LinePlot.Figure(plot), StringComparison.Ordinal);
        Assert.DoesNotContain("stroke-dasharray", LinePlot.Figure(plot with { Marks = [] }), StringComparison.Ordinal);

        static int BlackLines(LinePlot plot) =>
            Root(LinePlot.Figure(plot)).Descendants(Svg + "path").Count(p => (string?)p.Attribute("stroke") == "black" && p.Parent!.Name == Svg + "g");
    }

    [Fact]
    public void Panels_stand_in_rows_of_two_and_legends_beside_the_data_with_nothing_cut_off()
    {
        const string label = "a rather long label of a line, longer than others are";
        LinePlot plot = Simple() with { Title = "A title", XLabel = "epoch", YLabel = "a measure", Lines = [Simple().Lines[0] with { Label = label }] };
        XElement one = Root(LinePlot.Figure(plot)), three = Root(LinePlot.Figure(plot, plot, plot));
        (double width, double height) = Size(one);
        Assert.Equal((2 * width, 2 * height), Size(three));
        XElement data = one.Descendants(Svg + "clipPath").First().Element(Svg + "rect")!;
        double right = (double)data.Attribute("x")! + (double)data.Attribute("width")!;
        Assert.True((double)data.Attribute("width")! > 350, "the data have room");
        Assert.True(Places(one.Descendants(Svg + "text").Single(t => t.Value.Trim() == label)).Min() > right);
        foreach (XElement text in one.Descendants(Svg + "text").Where(t => ((string)t.Attribute("transform")!).StartsWith("translate(", StringComparison.Ordinal)))
        {
            Assert.All(Places(text), x => Assert.InRange(x, 0, width - 8));
        }

        // Without the label the panel is narrower.
        Assert.True(Size(Root(LinePlot.Figure(Simple()))).Width < width - 200);
    }

    [Fact]
    public void A_line_without_values_does_not_stand_in_the_legend()
    {
        string[] texts = Texts(Root(LinePlot.Figure(Simple() with { Lines = [.. Simple().Lines, new("left out", [], [])] })));
        Assert.Contains("x", texts);
        Assert.DoesNotContain("left out", texts);
    }

    [Fact]
    public void Constant_lines_and_single_points_have_an_axis_and_bad_input_is_named()
    {
        Assert.NotEmpty(Strokes(LinePlot.Figure(new LinePlot("", "", "", [new("x", [3], [7])]))));
        Assert.NotEmpty(Strokes(LinePlot.Figure(new LinePlot("", "", "", [new("x", [3, 4], [7, 7])]) { LogarithmicY = true })));
        Assert.Contains("'x' has 1 abscissae and 2", Refused(new("x", [3], [7, 8])), StringComparison.Ordinal);
        Assert.Contains("band of 'x' has 1 and 1 ends for 2", Refused(new("x", [3, 4], [7, 8]) { Band = new([1], [1]) }), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LinePlot.Figure());

        static string Refused(Series line) => Assert.Throws<ArgumentException>(() => LinePlot.Figure(new LinePlot("", "", "", [line]))).Message;
    }

    private static LinePlot Simple() => new("", "", "", [new("x", [0, 1, 2, 3], [1, 2, 0.5, 4])]);

    private static XElement Root(string figure) => XDocument.Parse(figure).Root!;

    private static string[] Texts(XElement root) => [.. root.Descendants(Svg + "text").Select(t => t.Value.Trim())];

    private static (double Width, double Height) Size(XElement root) => ((double)root.Attribute("width")!, (double)root.Attribute("height")!);

    private static bool IsFirst(XElement path, string attribute) => string.Equals((string?)path.Attribute(attribute), First, StringComparison.OrdinalIgnoreCase);

    // The paths that are drawn as lines in the colour of the first line, without the outlines of markers.
    private static XElement[] Strokes(string figure) => [.. Root(figure).Descendants(Svg + "path").Where(p => IsFirst(p, "stroke") && (string?)p.Attribute("fill") == "none")];

    // Where the glyphs of a text stand.
    private static double[] Places(XElement text)
    {
        string transform = (string)text.Attribute("transform")!;
        double x = double.Parse(transform[(transform.IndexOf('(', StringComparison.Ordinal) + 1)..].Split(' ')[0], CultureInfo.InvariantCulture);
        return [.. ((string)text.Attribute("x")!).Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(p => x + double.Parse(p, CultureInfo.InvariantCulture))];
    }
}
