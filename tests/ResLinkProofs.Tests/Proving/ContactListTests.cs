using System.Globalization;
using System.Text;
using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Proving;
using ResLinkProofs.Smt.Reading;
using ResLinkProofs.Testing.Snapshots;
using Xunit.Abstractions;

namespace ResLinkProofs.Tests.Proving;

/// <summary>
/// Textbook inequalities on their whole domains, stated plainly, in <c>contact-list.txt</c>: each with a twin that is false by a
/// constant slightly too strong. Those that are not decided are in the list as well, and marked.
/// </summary>
public sealed class ContactListTests(ITestOutputHelper output)
{
    private const double LeastShareProved = 0.9;

    private static readonly (string Name, string Truth, string? Lie, bool IsOpen)[] Rows = [.. Read()];

    public static TheoryData<string> Names => [.. Rows.Where(r => !r.IsOpen).Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_touches_is_proved_and_its_twin_refuted(string name)
    {
        (_, string truth, string? lie, _) = Rows.Single(r => r.Name == name);
        ScriptUnsat proved = Assert.IsType<ScriptUnsat>(Solve(truth));
        Certificate certificate = proved.Proof.Certificate;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{proved.Boxes} boxes, {certificate.Steps.Count} steps, orders {string.Join(' ', certificate.Steps.Select(s => s.Contact?.Order).OfType<int>().Distinct())}, reductions {string.Join(' ', certificate.Steps.Select(s => s.Reduction?.Kind).OfType<ReductionKind>().Distinct())}"));
        Statement statement = proved.Proof.Statement;
        Assert.NotNull(CertificateChecker.Check(Certificate.Parse(certificate.ToString()), statement).Accepted);
        if (lie is not null)
        {
            Assert.Equal("sat", Solve(lie).Word);
            Assert.NotNull(CertificateChecker.Check(ScriptStatement.Unsatisfiable(SmtScriptReader.Read(lie, name).OnlyQuestion()), certificate.Steps).Rejection);
        }
    }

    [Fact]
    public void Most_of_the_list_is_proved_and_the_twins_of_the_rest_are_refuted()
    {
        Assert.InRange(Rows.Count(r => !r.IsOpen) / (double)Rows.Length, LeastShareProved, 1);
        Assert.All(Rows.Where(r => r.IsOpen), r => Assert.Equal("sat", Solve(r.Lie!).Word));
    }

    private static ScriptAnswer Solve(string script) => ScriptSolver.Solve(SmtScriptReader.Read(script, "list"));

    private static IEnumerable<(string Name, string Truth, string? Lie, bool IsOpen)> Read()
    {
        string file = Path.Combine(Snapshot.FindRepository(AppContext.BaseDirectory), "tests", "ResLinkProofs.Tests", "Proving", "contact-list.txt");
        foreach (string line in File.ReadLines(file).Where(l => !l.StartsWith('#')))
        {
            string[] parts = [.. line.Split('|').Select(p => p.Trim())];
            yield return (parts[1], Script(parts[2], parts[3], "1.0"), parts[4] == "none" ? null : Script(parts[2], parts[3], parts[4]), parts[5] == "open");
        }
    }

    // A domain is a list of variables with their ranges in interval notation, R for the line, and hypotheses after "hyp".
    private static string Script(string domain, string claim, string constant)
    {
        var script = new StringBuilder();
        foreach (string part in domain.Split(';').Select(p => p.Trim()))
        {
            if (part.StartsWith("hyp ", StringComparison.Ordinal))
            {
                script.Append(CultureInfo.InvariantCulture, $"(assert {part[4..]})");
                continue;
            }

            (string name, string range) = (part[..1], part[2..]);
            script.Append(CultureInfo.InvariantCulture, $"(declare-const {name} Real)");
            string[] ends = range[1..].TrimEnd(']').Split(',');
            if (range != "R" && ends[0] != "-inf")
            {
                script.Append(CultureInfo.InvariantCulture, $"(assert ({(range[0] == '[' ? "<=" : "<")} {Number(ends[0])} {name}))");
            }

            if (range != "R" && ends[1] is not ("inf)" or "inf"))
            {
                string end = range[^1] == ']' ? ends[1] : ends[1][..^1];
                script.Append(CultureInfo.InvariantCulture, $"(assert ({(range[^1] == ']' ? "<=" : "<")} {name} {Number(end)}))");
            }
        }

        return script.Append(CultureInfo.InvariantCulture, $"(assert (not {claim.Replace("@", constant, StringComparison.Ordinal)}))(check-sat)").ToString();
    }

    private static string Number(string end) => end.StartsWith('-') ? $"(- {end[1..]}.0)" : char.IsDigit(end[0]) ? end + ".0" : end;
}
