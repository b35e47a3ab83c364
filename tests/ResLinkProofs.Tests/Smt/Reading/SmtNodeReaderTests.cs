using ResLinkProofs.Smt.Reading;

namespace ResLinkProofs.Tests.Smt.Reading;

public sealed class SmtNodeReaderTests
{
    [Fact]
    public void Nodes_carry_kind_text_and_position()
    {
        SmtNode node = Only("; a comment with ( and |\n  (assert\r\n\t(< |a b| 0.25 :k \"say \"\"no\"\" (\" x1))");
        Assert.Equal(new SmtPosition(2, 3), node.Position);
        Assert.Equal("assert", node.Head);
        SmtNode inner = node.Items[1];
        Assert.Equal(new SmtPosition(3, 2), inner.Position);
        Assert.Equal(
            [(SmtTokenKind.Symbol, "<"), (SmtTokenKind.Symbol, "a b"), (SmtTokenKind.DecimalNumber, "0.25"), (SmtTokenKind.Keyword, ":k"), (SmtTokenKind.Quotation, "say \"no\" ("), (SmtTokenKind.Symbol, "x1")],
            inner.Items.Select(item => (item.Kind, item.Text)));
        Assert.Equal(new SmtPosition(3, 11), inner.Items[2].Position);
    }

    [Theory]
    [InlineData("(a\n(b", "f:2:1: this '(' has no partner")]
    [InlineData("(a)\n )", "f:2:2: this ')' has no partner")]
    [InlineData("(a |b\nc", "f:1:4: this '|' has no partner")]
    [InlineData("(a |b\n\\c|)", "f:2:1: a symbol between bars must not contain '\\'")]
    [InlineData("\n\"abc", "f:2:1: this '\"' has no partner")]
    [InlineData("(a #b01)", "f:1:4: binary and hexadecimal constants are not supported; allowed are decimal numbers such as 12 and 0.25")]
    [InlineData("(a 1ex)", "f:1:4: a number is followed by 'e'; write numbers as 12, 0.25 or 1e-6 and put a space after them")]
    [InlineData("(a 1.)", "f:1:4: a number is followed by '.'; write numbers as 12, 0.25 or 1e-6 and put a space after them")]
    [InlineData("(a :)", "f:1:4: a keyword needs a name after ':'")]
    public void Malformed_text_is_reported_with_its_place(string text, string message) =>
        Assert.Equal(message, Assert.Throws<SmtInputException>(() => All(text)).Message);

    [Theory]
    [InlineData("a = {b}", "'{'")]
    [InlineData("a é", "U+00E9")]
    [InlineData("a \0", "U+0000")]
    public void Unexpected_characters_are_named(string text, string name) =>
        Assert.Contains($"unexpected character {name}", Assert.Throws<SmtInputException>(() => All(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\r\nb")]
    [InlineData("a\rb")]
    [InlineData("a;\nb")]
    [InlineData("a;\r\nb")]
    public void Every_line_end_counts_once(string text) => Assert.Equal(new SmtPosition(2, 1), All(text)[1].Position);

    [Fact]
    public void A_million_nested_parentheses_and_long_numbers_are_read()
    {
        const int Depth = 1_000_000;
        string number = new('7', 400);
        SmtNode node = Only(new string('(', Depth) + number + new string(')', Depth));
        int depth = 0;
        while (node.IsList)
        {
            node = node.Items.Single();
            depth++;
        }

        Assert.Equal((Depth, number), (depth, node.Text));
        Assert.Equal(new SmtPosition(1, 1), Assert.Throws<SmtInputException>(() => All(new string('(', Depth))).Position with { Column = 1 });
    }

    [Fact]
    public void An_empty_text_has_no_nodes() => Assert.Empty(All(" ; nothing\n"));

    private static SmtNode Only(string text) => Assert.Single(All(text));

    private static List<SmtNode> All(string text)
    {
        var reader = new SmtNodeReader(text, "f");
        var nodes = new List<SmtNode>();
        while (reader.Next() is { } node)
        {
            nodes.Add(node);
        }

        return nodes;
    }
}
