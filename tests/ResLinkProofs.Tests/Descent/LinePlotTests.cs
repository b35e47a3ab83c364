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
    public void Constant_lines_have_an_axis_and_bad_input_is_named()
    {
        Assert.Contains("path", LinePlot.Figure(new LinePlot("", "", "", [new("x", [3], [7])])), StringComparison.Ordinal);
        Assert.Contains("'x' has 1 abscissae and 2", Assert.Throws<ArgumentException>(() => LinePlot.Figure(new LinePlot("", "", "", [new("x", [3], [7, 8])]))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LinePlot.Figure());
    }
}
