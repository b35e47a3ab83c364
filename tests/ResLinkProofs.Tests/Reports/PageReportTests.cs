using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Reports;
using Xunit;

namespace ResLinkProofs.Tests.Reports;

public class PageReportTests
{
    [Fact]
    public void Both_forms_tell_the_verdict_the_statement_and_the_witness()
    {
        ClaimResult result = Run("x < 1 & y");
        RecordedVerdicts none = RecordedVerdicts.Near(Path.GetPathRoot(AppContext.BaseDirectory)!);
        string markdown = MarkdownReport.Write([result], none), html = HtmlReport.Write([result], none);
        Assert.Equal(Verdict.Refuted, result.Verdict);
        Assert.Contains("| test/line | companion | Refuted | - |", markdown, StringComparison.Ordinal);
        Assert.Contains(result.Witness!, markdown, StringComparison.Ordinal);
        Assert.Contains("class=\"Refuted\"", html, StringComparison.Ordinal);
        Assert.Contains("x &lt; 1 &amp; y", html, StringComparison.Ordinal); // statements are text, never markup
        Assert.DoesNotContain("x < 1 & y", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_is_well_formed()
    {
        string html = HtmlReport.Write([Run("x")], RecordedVerdicts.Near(Path.GetPathRoot(AppContext.BaseDirectory)!));
        foreach (string element in new[] { "html", "head", "body", "table", "tr", "td", "section", "ul", "li", "p" })
        {
            int opened = html.Split($"<{element}>").Length + html.Split($"<{element} ").Length - 2;
            Assert.True(opened > 0 && opened == html.Split($"</{element}>").Length - 1, element);
        }
    }

    private static ClaimResult Run(string text)
    {
        var forAll = new Quantifier();
        Term x = forAll.Real("x", 0, 2);
        var claim = new Claim
        {
            Source = new Source(new Document("test", "Test"), "line"),
            Text = text,
            Proposition = StatementProposition.Of(forAll.Conclude(x < 1)),
        };
        return new ClaimRunner([new SearchChecker()]).Run(claim, Budget.Small, seed: 0);
    }
}
