using System.Text.RegularExpressions;
using System.Xml.Linq;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Reports;
using ResLinkProofs.Reports.Site;
using Xunit;

namespace ResLinkProofs.Tests.Reports;

public class PageReportTests
{
    private static readonly RecordedVerdicts None = RecordedVerdicts.Near(Path.GetPathRoot(AppContext.BaseDirectory)!);

    [Fact]
    public void Both_forms_tell_the_verdict_the_statement_and_the_witness()
    {
        ClaimResult result = Run("x < 1 & y");
        string markdown = MarkdownReport.Write([result], None);
        Dictionary<string, string> site = SiteOf(result);
        Assert.Equal(Verdict.Refuted, result.Verdict);
        Assert.Contains("| test/line | companion | Refuted | - |", markdown, StringComparison.Ordinal);
        Assert.Contains(result.Witness!, markdown, StringComparison.Ordinal);
        Assert.Contains("data-verdict=\"Refuted\"", site["index.html"], StringComparison.Ordinal);
        Assert.Contains("<a href=\"claims/test-line.companion.html\">", site["index.html"], StringComparison.Ordinal);
        string page = site["claims/test-line.companion.html"];
        Assert.Contains(result.Witness!, page, StringComparison.Ordinal);
        Assert.Contains("<mn>1</mn><mo>&gt;</mo><mi>x</mi>", page, StringComparison.Ordinal);
        foreach (string text in new[] { site["index.html"], page })
        {
            Assert.Contains("x &lt; 1 &amp; y", text, StringComparison.Ordinal); // statements are text, never markup
            Assert.DoesNotContain("x < 1 & y", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_page_is_well_formed_and_every_link_leads_to_a_file()
    {
        Dictionary<string, string> site = SiteOf(Run("x"), Run("x", Term.Ratio(5, 2), isPrinted: true));
        Assert.True(site.Keys.Count(p => p.EndsWith(".html", StringComparison.Ordinal)) >= 4);
        Assert.Contains(site.Keys, p => p.StartsWith("certificates/", StringComparison.Ordinal));
        foreach ((string path, string text) in site.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            XDocument page = XDocument.Parse(Regex.Replace(text.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), "<(meta|link|input)([^>]*)>|<br>", m => m.Value.TrimEnd('>') + "/>"));
            foreach (string target in page.Descendants().SelectMany(e => new[] { e.Attribute("href"), e.Attribute("src") }).OfType<XAttribute>().Select(a => a.Value).Where(v => v != "data:,"))
            {
                string folder = path.Contains('/', StringComparison.Ordinal) ? path[..(path.IndexOf('/', StringComparison.Ordinal) + 1)] : "";
                string resolved = target.StartsWith("../", StringComparison.Ordinal) ? target[3..] : folder + target;
                Assert.True(site.ContainsKey(resolved), $"{path} leads to {target}");
            }

            Assert.DoesNotContain("http", text, StringComparison.Ordinal); // nothing from elsewhere
        }
    }

    [Fact]
    public void Every_value_by_which_rows_are_filtered_is_that_of_some_row()
    {
        string index = SiteOf(Run("x"), Run("x", Term.Ratio(5, 2), isPrinted: true))["index.html"];
        foreach (Match select in Regex.Matches(index, "<select data-filter=\"([a-z]+)\".*?</select>"))
        {
            string[] values = [.. Regex.Matches(select.Value, "<option>([^<]*)</option>").Select(m => m.Groups[1].Value)];
            string[] rows = [.. Regex.Matches(index, $"data-{select.Groups[1].Value}=\"([^\"]*)\"").SelectMany(m => m.Groups[1].Value.Split('|'))];
            Assert.All(values, value => Assert.Contains(value, rows));
            Assert.All(rows.Where(r => r.Length > 0), row => Assert.Contains(row, values));
        }
    }

    [Fact]
    public void A_matrix_stands_as_a_matrix_and_a_long_formula_is_left_out()
    {
        Assert.Equal(
            "d = 2, <math><mi>W*</mi><mo>=</mo><mrow><mo>[</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>-1/2</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd><mtd><mn>3</mn></mtd></mtr></mtable><mo>]</mo></mrow></math>, t &lt; 1",
            MathMarkup.Witness("d = 2, W* = [1 -1/2; 0 3], t < 1"));
        Term x = Term.Variable("x");
        Term tower = Enumerable.Range(0, 40).Aggregate(x, (t, _) => t * t); // 2^40 factors, written as 40 shared terms
        Assert.Null(MathMarkup.Implication(Formula.True, tower >= 0));
        Assert.Equal(
            "<math display=\"block\"><mrow><mi>x</mi><mo>≥</mo><mn>0</mn><mo>⟹</mo><mfrac><mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac><mo>≥</mo><msqrt><mrow><mi>x</mi></mrow></msqrt></mrow></math>",
            MathMarkup.Implication(x >= 0, (x + 1) / 2 >= Term.Sqrt(x))!.Replace("<mfrac><mn>1</mn><mn>2</mn></mfrac><mo>·</mo>", "", StringComparison.Ordinal));
    }

    private static Dictionary<string, string> SiteOf(params ClaimResult[] results) =>
        SiteReport.Files(results, Catalogue.Of(Array.Empty<ISpec>()), None).ToDictionary(f => f.Path, f => f.Text);

    private static ClaimResult Run(string text, Term? bound = null, bool isPrinted = false)
    {
        var forAll = new Quantifier();
        Term x = forAll.Real("x", 0, 2);
        var claim = new Claim
        {
            Source = new Source(new Document("test", "Test"), "line"),
            Text = text,
            Quote = isPrinted ? new Quote("x is small", "Lemma 1") : null,
            Proposition = StatementProposition.Of(forAll.Conclude(x < (bound ?? 1))),
        };
        return new ClaimRunner([new SearchChecker(), new ProverChecker(), new HypothesisChecker()]).Run(claim, Budget.Small, seed: 0);
    }
}
