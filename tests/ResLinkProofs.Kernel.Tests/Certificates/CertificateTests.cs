using System.Text;
using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Certificates;

public sealed class CertificateTests
{
    public static TheoryData<string> Names => ["parabola", "disc", "bowl", "pair", "slope", "corner", "chain"];

    private static (Statement Statement, ProofStep[] Steps) Proof(string name) => name switch
    {
        "parabola" => HandWrittenProofs.Parabola(),
        "disc" => HandWrittenProofs.Disc(),
        "bowl" => HandWrittenProofs.Bowl(),
        "slope" => HandWrittenProofs.Slope(),
        "corner" => HandWrittenProofs.Corner(),
        "chain" => HandWrittenProofs.Chain(),
        _ => HandWrittenProofs.Pair(),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_correct_proof_is_accepted_also_after_a_round_trip(string name)
    {
        (Statement statement, ProofStep[] steps) = Proof(name);
        var certificate = new Certificate(EmptinessProblem.Of(statement), steps);
        Assert.Null(CertificateChecker.Check(certificate, statement).Rejection);
        Assert.Same(statement, CertificateChecker.Check(statement, steps).Accepted!.Statement);
        string text = certificate.ToString();
        Certificate read = Certificate.Parse(text);
        Assert.Equal(text, read.ToString());
        CertificateVerdict verdict = CertificateChecker.Check(read, statement);
        Assert.Null(verdict.Rejection);
        Assert.Same(statement, verdict.Accepted!.Statement);
        Assert.Null(CertificateChecker.Replay(read));
        Assert.Equal(text, verdict.Accepted.Certificate.ToString());
        Assert.Equal(text, Certificate.Parse(Encoding.ASCII.GetBytes(text)).ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_with_any_line_lost_repeated_or_cut_is_damaged(string name)
    {
        string text = HandWrittenProofs.Text(Proof(name));
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length - 1; i++)
        {
            Damaged(string.Join('\n', lines.Where((_, k) => k != i)));
            Damaged(string.Join('\n', lines[..(i + 1)].Concat(lines[i..])));
        }

        for (int length = 0; length < text.Length; length++)
        {
            Damaged(text[..length]);
        }

        Damaged(text + "\n");
        Damaged(text + "values\n");
        Damaged(text.Replace("\n", "\r\n", StringComparison.Ordinal));

        static void Damaged(string changed) => Assert.Throws<FormatException>(() => Certificate.Parse(changed));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_proof_with_a_step_lost_repeated_or_swapped_is_rejected_even_with_a_new_digest(string name)
    {
        (Statement statement, ProofStep[] steps) = Proof(name);
        for (int i = 0; i < steps.Length; i++)
        {
            bool idle = steps[i].Kind is ProofStepKind.Contract or ProofStepKind.ContractBySlopes;
            if (!idle || steps[i + 1].Kind == ProofStepKind.Values)
            {
                Rejected(statement, [.. steps[..i], .. steps[(i + 1)..]]);
            }

            if (!idle && steps[i].Kind != ProofStepKind.Fix)
            {
                Rejected(statement, [.. steps[..(i + 1)], .. steps[i..]]);
            }
        }

        Rejected(statement, []);
        Rejected(statement, [.. steps, new(ProofStepKind.Values)]);
    }

    public static TheoryData<string, string, string> Lies => new()
    {
        { "parabola", "variable -1 1 x", "variable -1 1/2 x" },
        { "parabola", "variable -1 1 x", "variable 0 1 x" },
        { "parabola", "variable -1 1 x", "variable -1 1 y" },
        { "parabola", "slot literal 3/10", "slot literal 2/10" },
        { "parabola", "slot literal 3/10", "slot literal 31/100" },
        { "parabola", "slot literal 3/10", "slot literal -3/10" },
        { "parabola", "slot multiply 1 1", "slot add 1 1" },
        { "parabola", "slot subtract 2 1", "slot add 2 1" },
        { "parabola", " >=\n", " >\n" },
        { "parabola", " >=\n", " =\n" },
        { "parabola", "split 0 0\n", "split 0 0.75\n" },
        { "parabola", "split 0 0\n", "split 0 -0.5\n" },
        { "parabola", "split 0 0\n", "split 0 2\n" },
        { "parabola", "split 0 0\n", "split 1 0\n" },
        { "parabola", "split 0 0.5\n", "split 0 0.25\n" },
        { "parabola", "fix 0 -1", "fix 0 1" },
        { "parabola", "fix 0 -1", "fix 0 0" },
        { "parabola", "fix 0 -1", "fix 0 -2" },
        { "parabola", "fix 0 -1", "fix 1 -1" },
        { "parabola", "fix 0 -1\n", "contract\n" },
        { "parabola", "fix 0 -1\n", "values\n" },
        { "parabola", "mean-values", "values" },
        { "parabola", "mean-values", "fix 0 -1" },
        { "parabola", "split 0 0.3\n", "split 0 0.45\n" },
        { "parabola", "values\nsplit", "exhausted-slopes\nsplit 0 9\nsplit" },
        { "disc", "slot literal 101/100", "slot literal 99/100" },
        { "disc", "slot literal 1/4", "slot literal 1/2" },
        { "disc", "slot literal 1/4", "slot literal 1" },
        { "disc", "contract\nvalues", "mean-values" },
        { "disc", "contract\nvalues", "values" },
        { "disc", "contract\nvalues", "exhausted" },
        { "disc", "contract\n", "contract-slopes\n" },
        { "disc", "\nand 0 1", "\nor 0 1" },
        { "disc", "\nand 0 1", "\nand 0" },
        { "disc", "\nand 0 1", "\nand 1" },
        { "bowl", "curvature 0 0 0 0", "curvature 0 0 1 0" },
        { "bowl", "curvature 0 0 0 0", "curvature 0 0 2 0" },
        { "bowl", "curvature 0 0 0 0", "curvature 0 -1 0 0" },
        { "bowl", "curvature 0 0 0 0", "curvature 0 5 0 0" },
        { "bowl", "curvature 0 0 0 0", "curvature 1 0 0 0" },
        { "bowl", "curvature 0 0 0 0", "mean-values" },
        { "bowl", "curvature 0 0 0 0", "values" },
        { "bowl", "curvature 0 0 0 0", "exhausted" },
        { "bowl", "slot literal 1/10", "slot literal -1/10" },
        { "pair", "cases 2", "cases 0" },
        { "pair", "cases 2", "cases 3" },
        { "pair", "cases 2\n", "" },
        { "pair", "or 0 1", "and 0 1" },
        { "pair", "or 0 1", "or 0" },
        { "pair", "exhausted\n", "contract\n" },
        { "pair", "exhausted\n", "split 0 2\n" },
        { "pair", "contract-slopes\n", "" },
        { "pair", "contract-slopes\n", "contract\n" },
        { "corner", "corners", "values" },
        { "corner", "corners", "mean-values" },
        { "corner", "corners", "fix 0 -1\nvalues" },
        { "corner", "corners", "corners 0" },
        { "corner", "slot literal 2\n", "slot literal 1/2\n" },
        { "chain", "combination 1 1 1 0", "combination 1 1 0 0" },
        { "chain", "combination 1 1 1 0", "combination 1 1 2 0" },
        { "chain", "combination 1 1 1 0", "combination 1 -1 1 0" },
        { "chain", "combination 1 1 1 0", "combination -1 -1 -1 0" },
        { "chain", "combination 1 1 1 0", "combination 0 0 0 0" },
        { "chain", "combination 1 1 1 0", "combination 1 1 1 1" },
        { "chain", "combination 1 1 1 0", "combination 1 1 1" },
        { "chain", "combination 1 1 1 0", "combination 1 1 1 0 0" },
        { "chain", "combination 1 1 1 0", "combination 1 1 NaN 0" },
        { "chain", "combination 1 1 1 0", "values" },
        { "chain", "combination 1 1 1 0", "corners" },
        { "slope", "exhausted-slopes", "values" },
        { "slope", "exhausted-slopes", "contract-slopes" },
        { "slope", "variable 1/2 1 x", "variable 3/4 1 x" },
        { "pair", "slot literal 3\n", "slot literal 2\n" },
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public void A_lie_with_a_fitting_digest_is_rejected(string name, string truth, string lie)
    {
        (Statement statement, ProofStep[] steps) = Proof(name);
        string text = HandWrittenProofs.Text((statement, steps));
        int at = text.IndexOf(truth, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{truth}' is not in\n{text}");
        string changed = text[..at] + lie + text[(at + truth.Length)..];
        Assert.Throws<FormatException>(() => Certificate.Parse(changed));
        Certificate? resealed = null;
        try
        {
            resealed = Certificate.Parse(HandWrittenProofs.Reseal(changed));
        }
        catch (FormatException)
        {
            return; // not even well formed
        }

        Assert.NotNull(CertificateChecker.Check(resealed, statement).Rejection);
    }

    [Theory]
    [InlineData("slot add 0 9")]
    [InlineData("slot add 0 5")]
    [InlineData("slot power 0 1000001")]
    [InlineData("slot power 0")]
    [InlineData("slot variable 1")]
    [InlineData("slot frobnicate 0")]
    [InlineData("slot literal 1/0")]
    [InlineData("slot literal nan")]
    [InlineData("variable 0 1 y")]
    [InlineData("atom 0 <")]
    [InlineData("atom 77 >=")]
    [InlineData("")]
    public void Malformed_problems_are_refused_with_the_line(string line)
    {
        string text = HandWrittenProofs.Text(HandWrittenProofs.Parabola());
        int at = text.IndexOf("slot multiply", StringComparison.Ordinal);
        FormatException e = Assert.Throws<FormatException>(() => Certificate.Parse(HandWrittenProofs.Reseal(text[..at] + line + "\n" + text[at..])));
        Assert.Contains("line", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_of_a_slightly_different_statement_is_rejected()
    {
        (Statement statement, ProofStep[] steps) = HandWrittenProofs.Parabola();
        Term x = Term.Variable("x");
        Statement other = HandWrittenProofs.Over((x * x) - x + Term.Literal(Rational.Parse("0.2999999")) > 0, HandWrittenProofs.Unit("x"));
        Assert.NotNull(CertificateChecker.Check(new Certificate(EmptinessProblem.Of(statement), steps), other).Rejection);
        Assert.NotNull(CertificateChecker.Check(
            new Certificate(EmptinessProblem.Of(statement), steps),
            HandWrittenProofs.Over((x * x) - x + Term.Ratio(3, 10) > 0, HandWrittenProofs.Unit("x", -1, 2))).Rejection);
    }

    [Fact]
    public void Names_with_blanks_and_line_ends_survive()
    {
        Term odd = Term.Variable("a b\nvariable 0 1 c");
        Statement statement = HandWrittenProofs.Over(odd < 2, new RealVariable(odd.Name!, 0, 1));
        string text = new Certificate(EmptinessProblem.Of(statement), [new(ProofStepKind.Values)]).ToString();
        Assert.Null(CertificateChecker.Check(Certificate.Parse(text), statement).Rejection);
    }

    private static void Rejected(Statement statement, ProofStep[] steps) =>
        Assert.NotNull(CertificateChecker.Check(statement, steps).Rejection);
}
