using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Proving;
using ResLinkProofs.Smt.Reading;
using ResLinkProofs.Testing.Snapshots;

namespace ResLinkProofs.Tests.Proving;

/// <summary>
/// Kinds of statements that solvers leave undecided, each with its smallest input and relatives of it, in <c>review-inputs.txt</c> with
/// the right answers. Those that are not decided are in the list as well, and marked.
/// </summary>
public sealed class ReviewedKindTests
{
    private const double LeastShareDecided = 0.95;

    private static readonly (string Name, string Script, string Answer, bool IsOpen)[] Rows = [.. Read()];

    public static TheoryData<string> Names => [.. Rows.Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_decided_rightly_and_open_only_where_the_list_says_so(string name)
    {
        (_, string script, string answer, bool isOpen) = Rows.Single(r => r.Name == name);
        ScriptAnswer found = ScriptSolver.Solve(SmtScriptReader.Read(script, name));
        Assert.Equal(isOpen ? "unknown" : answer, found.Word);
        if (found is ScriptUnsat { Proof: var proof })
        {
            Certificate read = Certificate.Parse(proof.Certificate.ToString());
            Assert.NotNull(CertificateChecker.Check(read, proof.Statement).Accepted);
        }
    }

    [Fact]
    public void Most_of_the_list_is_decided_and_every_kind_has_relatives_of_either_sort()
    {
        Assert.InRange(Rows.Count(r => !r.IsOpen) / (double)Rows.Length, LeastShareDecided, 1);
        Assert.All(Rows.GroupBy(r => r.Name.Split(' ')[0]), kind => Assert.True(kind.Count() >= 3, kind.Key));
        Assert.InRange(Rows.Count(r => r.Answer == "sat"), Rows.Length / 5, Rows.Length);
    }

    private static IEnumerable<(string Name, string Script, string Answer, bool IsOpen)> Read()
    {
        string file = Path.Combine(Snapshot.FindRepository(AppContext.BaseDirectory), "tests", "ResLinkProofs.Tests", "Proving", "review-inputs.txt");
        foreach (string line in File.ReadLines(file).Where(l => !l.StartsWith('#')))
        {
            string[] parts = [.. line.Split('|').Select(p => p.Trim())];
            IEnumerable<string> declarations = parts[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => $"(declare-const {v} Real)");
            IEnumerable<string> assertions = Expressions(parts[3]).Select(e => $"(assert {e})");
            yield return ($"{parts[0]} {parts[1]}", string.Concat([.. declarations, .. assertions, "(check-sat)"]), parts[4], parts[5] == "open");
        }
    }

    // The expressions of a line, by their brackets.
    private static IEnumerable<string> Expressions(string text)
    {
        int depth = 0, start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            start = text[i] == '(' && depth == 0 ? i : start;
            depth += text[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (text[i] == ')' && depth == 0)
            {
                yield return text[start..(i + 1)];
            }
        }
    }
}
