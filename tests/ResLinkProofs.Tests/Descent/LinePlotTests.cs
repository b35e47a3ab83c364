using System.Xml.Linq;
using ResLinkProofs.Descent.Plots;

namespace ResLinkProofs.Tests.Descent;

public class LinePlotTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_figure_is_well_formed_and_has_its_parts()
    {
        var plot = new LinePlot("a < b & c", "epoch", "loss", [new("train", [0, 1, 2], [10, 1, 0.1]) { Dashed = true }, new("test", [0, 2], [5, 0.5])]) { LogarithmicY = true };
        var root = XDocument.Parse(LinePlot.Figure(plot, plot)).Root!;
        Assert.Equal(4, root.Descendants(Svg + "path").Count());
        var texts = root.Descendants(Svg + "text").Select(t => t.Value).ToHashSet();
        Assert.Subset(texts, new HashSet<string> { "a < b & c", "epoch", "loss", "train", "test", "1e-1", "1e1" });
        var path = (string)root.Descendants(Svg + "path").First().Attribute("d")!;
        Assert.Equal("M70 36L280 176L490 316", path);
    }

    [Fact]
    public void Values_that_cannot_be_drawn_interrupt_the_line()
    {
        var plot = new LinePlot("", "", "", [new("x", [0, 1, 2, 3], [1, 0, 10, double.NaN])]) { LogarithmicY = true };
        var path = (string)XDocument.Parse(LinePlot.Figure(plot)).Root!.Descendants(Svg + "path").Single().Attribute("d")!;
        Assert.Equal(2, path.Count(c => c == 'M'));
        Assert.DoesNotContain("L", path, StringComparison.Ordinal);
    }

    [Fact]
    public void A_band_is_one_polygon_for_each_piece_that_can_be_drawn()
    {
        var line = new Series("x", [0, 1, 2, 3, 4], [1, 1, 1, 1, 1]) { Band = new([0.1, 0.1, 0, 0.1, 0.1], [10, 10, 10, 10, 10]) };
        var root = XDocument.Parse(LinePlot.Figure(new LinePlot("", "", "", [line]) { LogarithmicY = true })).Root!;
        Assert.Equal(["70,36 175,36 175,316 70,316", "385,36 490,36 490,316 385,316"], root.Descendants(Svg + "polygon").Select(p => (string)p.Attribute("points")!));
        Assert.Contains("band of 'x'", Assert.Throws<ArgumentException>(() => LinePlot.Figure(new LinePlot("", "", "", [line with { Band = new([1], [1]) }]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Panels_stand_in_rows_of_two_and_legends_beside_them()
    {
        var plot = new LinePlot("", "", "", [new("a rather long label of a line", [0, 1], [0, 1])]);
        var root = XDocument.Parse(LinePlot.Figure(plot, plot, plot)).Root!;
        double width = (double)root.Attribute("width")!, height = (double)root.Attribute("height")!;
        Assert.Equal(["translate(0 0)", FormattableString.Invariant($"translate({width / 2} 0)"), FormattableString.Invariant($"translate(0 {height / 2})")], root.Elements(Svg + "g").Select(g => (string)g.Attribute("transform")!));
        var label = root.Descendants(Svg + "text").First(t => t.Value.StartsWith("a rather", StringComparison.Ordinal));
        Assert.InRange((double)label.Attribute("x")!, 490, (width / 2) - 100);
    }

    [Fact]
    public void Constant_lines_have_an_axis_and_bad_input_is_named()
    {
        Assert.Contains("path", LinePlot.Figure(new LinePlot("", "", "", [new("x", [3], [7])])), StringComparison.Ordinal);
        Assert.Contains("'x' has 1 abscissae and 2", Assert.Throws<ArgumentException>(() => LinePlot.Figure(new LinePlot("", "", "", [new("x", [3], [7, 8])]))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LinePlot.Figure());
    }
}
