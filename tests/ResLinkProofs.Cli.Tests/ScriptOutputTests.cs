namespace ResLinkProofs.Cli.Tests;

/// <summary>What <c>solve</c> and <c>minimise</c> print for the commands of a script, and their exit codes.</summary>
public sealed class ScriptOutputTests : IDisposable
{
    private const string Range = "(declare-const x Real)(declare-const |my p| Bool)(assert (<= 0 x 2))(assert (= |my p| (> x 1)))";
    private readonly string _folder = Directory.CreateTempSubdirectory("reslink-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Commands_are_answered_in_their_order()
    {
        CommandRun run = Run("solve", "(echo \"a \"\"b\"\"\")(get-info :name)" + Range + """
            (assert (! (= (* 2 x) 3) :named half))
            (check-sat)
            (get-model)
            (get-value (x |my p| (ite |my p| (* x x) 0) (and half (< x 1)) (sqrt x) (/ 1 (- x 1.5))))
            (push 1)
            (assert (not |my p|))
            (check-sat)
            (get-model)
            (pop 1)
            (check-sat-assuming (half |my p|))
            (get-value (x))
            (check-sat-assuming ((not |my p|)))
            (get-info :all-statistics)(get-info :nonsense)
            """);
        Assert.Equal(0, run.ExitCode);
        string[] lines = run.Output.TrimEnd('\n').Split('\n');
        string[] expected =
        [
            "a \"b\"", "(:name \"reslink\")", "sat", "(", "  (define-fun x () Real (/ 3.0 2.0))", "  (define-fun |my p| () Bool true)", ")",
            "((x (/ 3.0 2.0))", " (|my p| true)", " ((ite |my p| (* x x) 0) (/ 9.0 4.0))", " ((and half (< x 1)) false)",
            " ((sqrt x) (interval 1.2247448713915889 1.2247448713915893))", " ((/ 1 (- x 1.5)) undefined))",
            "unsat", "(error \"there is no model: the last answer was not sat\")", "sat", "((x (/ 3.0 2.0)))", "unsat",
        ];
        Assert.Equal(expected.Length + 2, lines.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            bool isEnclosure = expected[i].StartsWith(" ((sqrt", StringComparison.Ordinal);
            Assert.True(isEnclosure ? lines[i].StartsWith(" ((sqrt x) (interval 1.22474487139158", StringComparison.Ordinal) : lines[i] == expected[i], $"{lines[i]} for {expected[i]}");
        }

        Assert.StartsWith("(:boxes ", lines[^2], StringComparison.Ordinal);
        Assert.Equal("unsupported", lines[^1]);
    }

    [Fact]
    public void Without_a_request_a_model_is_listed_plainly_with_bars_where_names_need_them()
    {
        CommandRun run = Run("solve", Range + "(assert (= x 0.5))(check-sat)");
        Assert.Equal((0, "sat\nx = 1/2\n|my p| = false\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public void A_minimum_and_a_maximum_come_with_their_place_and_a_proof()
    {
        string proof = Path.Combine(_folder, "proof");
        CommandRun least = Run("minimise", Range + "(minimize (- (* x x) x))(check-sat)", "--certificate", proof);
        Assert.Equal(0, least.ExitCode);
        Assert.Matches(@"^minimum \(interval \(- 0\.250000\d*\) \(- 0\.2[45]\d*\)\)\nx = 1/2\n\|my p\| = false\n$", least.Output);
        CommandRun replayed = CommandRun.Of("replay", proof);
        Assert.Equal(0, replayed.ExitCode);
        CommandRun largest = Run("minimize", Range + "(maximize (- (* x x) x))(check-sat)");
        Assert.Matches(@"^maximum \(interval 2\.0 2\.00000\d*\)\nx = 2\n\|my p\| = true\n$", largest.Output);
        Assert.Equal(2, Run("minimise", Range + "(check-sat)").ExitCode);
        Assert.Equal((0, "infeasible\n"), (Run("minimise", Range + "(assert (> x 3))(minimize x)(check-sat)") is var none ? none.ExitCode : 0, none.Output));
        CommandRun endless = Run("minimise", "(declare-const x Real)(minimize x)(check-sat)", "--budget", "small");
        Assert.Equal(3, endless.ExitCode);
        Assert.StartsWith("minimum (interval (- oo) ", endless.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_says_where_and_what_may_help()
    {
        CommandRun run = Run("solve", "(declare-const x Real)(assert (<= 0 x 2))(assert (<= 2 (* x x) 2))(check-sat)(get-info :reason-unknown)");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("(:reason-unknown \"", run.Output, StringComparison.Ordinal);
        Assert.Contains("open box   x in [1.414213", run.Error, StringComparison.Ordinal);
        Assert.Contains("nearest    x = 1.414213", run.Error, StringComparison.Ordinal);
        Assert.Contains("may help   ", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, Run("solve", "(declare-const x Real)(check-sat)", "--min-width", "2").ExitCode);
    }

    private CommandRun Run(string command, string script, params string[] options)
    {
        string file = Path.Combine(_folder, "f.smt2");
        File.WriteAllText(file, script);
        return CommandRun.Of([command, file, .. options]);
    }
}
