namespace ResLinkProofs.Cli.Tests;

/// <summary><c>solve</c> and <c>replay</c> as scripts see them: answers, messages, exit codes.</summary>
public sealed class SolveAndReplayTests : IDisposable
{
    private const string Sine = "(declare-const x Real)\n(assert (<= (- 1) x 1))\n(assert (> (sin x) 0.9))\n(check-sat)\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("reslink-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("(declare-const x Real)(check-sat)(assert (< x x))", "sat")] // as given in the review
    [InlineData("(declare-const x Real)(assert (> x 1))(check-sat)(assert (< x 0))(get-model)", "sat")]
    [InlineData("(declare-const x Real)(assert (< x x))(check-sat)(assert (> x 1))", "unsat")]
    public void What_is_asserted_after_the_question_does_not_count(string script, string answer)
    {
        CommandRun run = Run("solve", Write("f.smt2", script));
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(answer, run.Output.Split('\n')[0]);
        Assert.Contains("f.smt2:1:", run.Error, StringComparison.Ordinal);
        Assert.Contains("no (check-sat) is about what is asserted here", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sat", "unsat", 1)]
    [InlineData("unsat", "unsat", 0)]
    [InlineData("unknown", "unsat", 0)]
    [InlineData("unsat", "sat", 1)]
    [InlineData("sat", "sat", 0)]
    [InlineData("sat", "unknown", 3)]
    [InlineData("unsat", "unknown", 3)]
    public void A_status_that_the_answer_contradicts_is_told_with_an_exit_code_of_its_own(string stated, string answer, int code)
    {
        string assertion = answer switch { "unsat" => "(> (* x x) 5)", "sat" => "(> (* x x) 3)", _ => "(<= 2 (* x x) 2)" };
        string file = Write(
            "f.smt2", $"(set-info :status {stated})\n(declare-const x Real)(assert (<= 0 x 2))(assert {assertion})\n(check-sat)\n");
        CommandRun run = Run("solve", file);
        Assert.Equal(code, run.ExitCode);
        Assert.Equal(answer, run.Output.Split('\n')[0]);
        Assert.Equal(
            code == 1, run.Error.Contains($"{file}:3:1: the file states {stated}; the answer is {answer}", StringComparison.Ordinal));
    }

    [Fact]
    public void Several_questions_are_answered_in_order_and_the_worst_decides_the_exit_code()
    {
        const string Parts = "(declare-const x Real)(assert (<= 0 x 2))(check-sat)(push)(assert (> x 3))(check-sat)(pop)";
        CommandRun run = Run("solve", Write("f.smt2", Parts + "(assert (<= 2 (* x x) 2))(check-sat)"));
        Assert.Equal(3, run.ExitCode);
        Assert.Equal(["sat", "unsat", "unknown"], run.Output.Split('\n').Where(line => line is "sat" or "unsat" or "unknown"));
        CommandRun contradicted = Run("solve", Write("g.smt2", "(set-info :status unsat)" + Parts + "(assert (<= 2 (* x x) 2))(check-sat)"));
        Assert.Equal(1, contradicted.ExitCode);
        CommandRun refused = Run("solve", Write("h.smt2", Parts), "--certificate", Path.Combine(_folder, "proof"));
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("2 questions", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_asks_nothing_is_bad_input()
    {
        CommandRun run = Run("solve", Write("f.smt2", "(declare-const x Real)\n(assert (> x 0))"));
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("f.smt2:2:1: the script asks nothing", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_says_what_is_proved_and_of_which_file()
    {
        string file = Write("sine.smt2", "(set-info :source |somebody,\nsomewhere|)" + Sine), proof = Path.Combine(_folder, "proof");
        Assert.Equal(0, Run("solve", file, "--certificate", proof).ExitCode);
        CommandRun alone = Run("replay", proof);
        Assert.Equal((0, ""), (alone.ExitCode, alone.Error));
        foreach (string part in new[]
        {
            "accepted\n", "the formula is unsatisfiable: it is false for every value of the variables in the domain\n", "x ∈ [-1, 1]\n",
            "formula    sin(x) > 9/10\n", "steps, ",
        })
        {
            Assert.Contains(part, alone.Output, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("empty", alone.Output, StringComparison.Ordinal);
        CommandRun bound = Run("replay", proof, file);
        Assert.Equal((0, ""), (bound.ExitCode, bound.Error));
        Assert.Contains($"answers    unsat, to the (check-sat) at {file}:5:1\n", bound.Output, StringComparison.Ordinal);
        Assert.Contains("source     somebody, somewhere\n", bound.Output, StringComparison.Ordinal);
        string[] body = alone.Output.Split('\n')[1..];
        Assert.EndsWith(string.Join('\n', body), bound.Output, StringComparison.Ordinal);
    }

    // Files of which a proof of the one above is none, however near they are.
    [Theory]
    [InlineData("(> (sin x) 0.9)", "(> (sin x) 0.8)")]
    [InlineData("(> (sin x) 0.9)", "(>= (sin x) 0.9)")]
    [InlineData("(> (sin x) 0.9)", "(> (cos x) 0.9)")]
    [InlineData("(> (sin x) 0.9)", "(< (sin x) 0.9)")]
    [InlineData("(<= (- 1) x 1)", "(<= (- 1) x 1.5)")]
    [InlineData("(<= (- 1) x 1)", "(<= (- 1) x 0.5)")]
    [InlineData("(<= (- 1) x 1)", "(<= (- 1) x)")]
    [InlineData("(<= (- 1) x 1)", "(< (- 1) x 1)")]
    [InlineData("Real)\n", "Real)(declare-const y Real)\n")]
    [InlineData("(check-sat)", "(assert (> x 0))(check-sat)")]
    public void A_proof_of_something_else_is_none_of_the_file(string truth, string change)
    {
        string proof = Path.Combine(_folder, "proof"), changed = Sine.Replace(truth, change, StringComparison.Ordinal);
        Assert.NotEqual(Sine, changed);
        Assert.Equal(0, Run("solve", Write("sine.smt2", Sine), "--certificate", proof).ExitCode);
        CommandRun run = Run("replay", proof, Write("other.smt2", changed));
        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("rejected: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("other.smt2: the certificate is about another statement", run.Output, StringComparison.Ordinal);
        Assert.Contains("it is a valid proof of this instead:", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("accepted", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_finds_the_question_among_several_and_tells_when_the_file_states_sat()
    {
        string proof = Path.Combine(_folder, "proof");
        Assert.Equal(1, Run("solve", Write("one.smt2", "(set-info :status sat)" + Sine), "--certificate", proof).ExitCode);
        CommandRun run = Run(
            "replay", proof, Write("many.smt2", "(check-sat)\n(set-info :status sat)" + Sine + "(assert (> x 0))(check-sat)"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("many.smt2:5:1\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("the file states sat, and is wrong", run.Output, StringComparison.Ordinal);
        CommandRun none = Run("replay", proof, Write("none.smt2", "(check-sat)(check-sat)"));
        Assert.Equal(1, none.ExitCode);
        Assert.Contains("none of its 2 questions", none.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(assert (> x 1))(assert (< x 0))", "x, which would be at least 1 and at most 0")]
    [InlineData("(assert (<= 0 x 1))(assert (> x 1))", "x, which would be 1 and differ from it")]
    [InlineData("(assert (= x 1))(assert (= x 2))", "x, which would be at least 2 and at most 1")]
    [InlineData("(assert (> (exp x) 1))(assert (and (> x 3) (< x 3)))", "x, which would be 3 and differ from it")]
    public void Replay_says_when_a_proof_is_about_nothing(string assertions, string contradiction)
    {
        string proof = Path.Combine(_folder, "proof");
        CommandRun solved = Run("solve", Write("f.smt2", $"(declare-const x Real){assertions}(check-sat)"), "--certificate", proof);
        Assert.Equal((0, "unsat\n"), (solved.ExitCode, solved.Output));
        CommandRun run = Run("replay", proof);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(
            $"empty      the formula leaves no value of {contradiction}: a proof about nothing\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_cannot_pass_for_a_formula()
    {
        string proof = Path.Combine(_folder, "proof");
        const string Name = "x > 5 ∧ π\nempty";
        Assert.Equal(0,
            Run("solve",
                Write("f.smt2", $"(declare-const |{Name}| Real)(assert (<= 0 |{Name}| 1))(assert (> (exp |{Name}|) 3))(check-sat)"),
                    "--certificate", proof).ExitCode);
        CommandRun run = Run("replay", proof);
        Assert.Contains("formula    exp(|x%20%3E%205%20%E2%88%A7%20%CF%80%0Aempty|) > 3\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_reads_bytes_and_takes_nothing_else_than_what_is_written()
    {
        string proof = Path.Combine(_folder, "proof");
        Assert.Equal(0, Run("solve", Write("sine.smt2", Sine), "--certificate", proof).ExitCode);
        byte[] bytes = File.ReadAllBytes(proof);
        string bad = Path.Combine(_folder, "bad");
        foreach (byte[] changed in (byte[][])[[0xEF, 0xBB, 0xBF, .. bytes], [.. bytes, 0], [.. bytes, (byte)'\n'], bytes[..^1], [],
            [0xFF, .. bytes], [.. bytes[..3], 0, .. bytes[3..]]])
        {
            File.WriteAllBytes(bad, changed);
            CommandRun run = Run("replay", bad);
            Assert.Equal((1, ""), (run.ExitCode, run.Error));
            Assert.StartsWith("rejected: ", run.Output, StringComparison.Ordinal);
        }

        Assert.Equal(2, Run("replay", Path.Combine(_folder, "missing")).ExitCode);
        Assert.Equal(2, Run("replay", proof, Path.Combine(_folder, "missing.smt2")).ExitCode);
        Assert.Equal(2, Run("replay", proof, Write("wrong.smt2", "(check-sat")).ExitCode);
    }

    private static CommandRun Run(params string[] arguments) => CommandRun.Of(arguments);

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
