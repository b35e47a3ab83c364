using System.Diagnostics;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Smt.Solving;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Tests.Smt.Solving;

/// <summary>Fake solvers (shell scripts) that lie, hang, crash or babble: found out, or contained.</summary>
public sealed class LyingSolverTests : IDisposable
{
    private const string FollowUp = "read_to() { while read -r line; do case \"$line\" in *\"$1\"*) return 0;; esac; done; return 1; }\n";
    private static readonly Term X = Term.Variable("x");
    private static readonly SolverLimits Patient = new(1_000_000, TimeSpan.FromSeconds(60), 1_000_000);
    private static readonly SolverLimits Impatient = new(1_000_000, TimeSpan.FromSeconds(1), 1_000_000);
    private readonly string _folder = Directory.CreateTempSubdirectory("solver").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("echo unsat", "asked whether x*x = 2 has a solution above 1, it answers unsat")]
    [InlineData("echo unknown", "it answers unknown")]
    [InlineData("read_to check-sat; echo sat; read_to get-value && echo '((v0 1.0))'", "asked for the root of 2, it answers 1")]
    [InlineData("read_to check-sat; echo sat; read_to get-value && echo '((v0 (root-obj (+ (^ x 2) (- 2)) 2)))'", "x*x = -2 has a solution above 1, it answers sat")]
    [InlineData("echo sat", "it answers void")]
    [InlineData("echo banana", "it answers void not an answer: banana")]
    [InlineData("exit 3", "it answers void exit status 3")]
    public void A_solver_that_always_says_the_same_is_refused(string behaviour, string reason)
    {
        SolverUnavailableException error = Assert.Throws<SolverUnavailableException>(() => SmtProcess.Open(Fake(behaviour)));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("case \"$1\" in --version) exit 1;; esac", "does not say its version")]
    [InlineData("case \"$1\" in --version) exit 0;; esac", "does not say its version")]
    public void A_solver_without_a_version_is_refused(string behaviour, string reason) => Assert.Contains(
        reason, Assert.Throws<SolverUnavailableException>(() => SmtProcess.Open(Fake(behaviour, "true"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_program_is_reported_and_a_relative_path_is_refused()
    {
        Assert.Contains("could not be started", Assert.Throws<SolverUnavailableException>(
            () => SmtProcess.Open(SolverProgram.Z3(Path.Combine(_folder, "none")))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SolverProgram.Z3("z3"));
    }

    [Theory]
    [InlineData("echo sat; cat > /dev/null", "not an answer")] // no model follows
    [InlineData("read_to check-sat; echo sat; read_to get-value && echo '((v0 banana))'", "sat, without a readable model")]
    [InlineData("read_to check-sat; echo sat; read_to get-value && echo '((v1 1.0))'", "sat, without a readable model")]
    [InlineData("read_to check-sat; echo sat; read_to get-value && echo '((v0 1.0)(v0 2.0))'", "sat, without a readable model")]
    [InlineData("read_to check-sat; echo sat; read_to get-value && echo '((v0 (/ 1.0 0.0)))'", "sat, without a readable model")]
    [InlineData("read_to check-sat; echo sat; read_to get-value && echo '((v0 (root-obj (^ x 2) 7)))'", "sat, without a readable model")]
    [InlineData("read_to check-sat; echo sat; read_to get-value && echo '((v0 (root-obj (^ x 999999999) 1)))'", "sat, without a readable model")]
    [InlineData("read_to check-sat; echo sat; read_to get-value && echo '((v0 (root-obj (^ 0 999999999999) 1)))'", "sat, without a readable model")]
    [InlineData("read_to check-sat; echo sat; read_to get-value && echo '((v0 1.0))'; echo unsat", "not an answer")]
    [InlineData("echo banana", "not an answer: banana")]
    [InlineData("echo '((((('", "not an answer")]
    [InlineData("head -c 3000 /dev/urandom", "not an answer")]
    [InlineData("true", "not an answer")]
    [InlineData("echo '(error \"line 3: unknown\")'; echo unsat", "(error \"line 3: unknown\") unsat")]
    [InlineData("echo unsat; echo '(error \"late\")'", "(error \"late\")")]
    [InlineData("echo unsat; echo 'internal error' >&2", "internal error")]
    [InlineData("echo unsat; echo sat", "not an answer")]
    [InlineData("echo unsat; exit 7", "exit status 7")]
    [InlineData("echo unsat; kill -9 $$", "exit status 137")]
    [InlineData("kill -11 $$", "exit status 139")]
    [InlineData("yes unsat | head -c 100000000", "more than 1000000 bytes of output")]
    [InlineData("yes unsat | head -c 100000000 >&2", "more than 1000000 bytes of output")]
    [InlineData("cat /dev/zero", "more than 1000000 bytes of output")]
    public void What_is_not_exactly_an_answer_is_void(string behaviour, string reason)
    {
        SmtReply reply = Ask(behaviour, Patient);
        Assert.Equal(SmtClaim.Void, reply.Claim);
        Assert.Contains(reason, reply.Reason, StringComparison.Ordinal);
        Assert.Empty(reply.Model);
    }

    [Theory]
    [InlineData("sleep 1000")]
    [InlineData("echo unsat; sleep 1000")]
    [InlineData("printf uns; sleep 1000")]
    [InlineData("trap '' TERM INT HUP; while true; do sleep 1; done")]
    [InlineData("sleep 1000 & echo $! > children; sleep 1000 & echo $! >> children; wait")]
    [InlineData("(sleep 1000 & echo $! > children; wait) & echo $! >> children; echo unsat; wait")]
    public void A_solver_that_does_not_end_is_killed_with_everything_it_started(string behaviour)
    {
        var clock = Stopwatch.StartNew();
        SmtReply reply = Ask(behaviour, Impatient);
        Assert.Equal((SmtClaim.Unknown, "no answer within 1 s"), (reply.Claim, reply.Reason));
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(40)); // far below its own 1000 s
        AssertAllDead();
    }

    [Theory]
    [InlineData("sleep 1000 & echo $! > children; echo unsat")]
    [InlineData("sleep 1000 > /dev/null 2>&1 < /dev/null & echo $! > children; echo unsat")]
    public void A_process_left_behind_is_killed(string behaviour)
    {
        Assert.Equal(SmtClaim.Unsat, Ask(behaviour, Patient).Claim);
        AssertAllDead();
    }

    [Fact]
    public void The_check_for_processes_left_behind_sees_one()
    {
        using Process child = Process.Start("/bin/sleep", "1000");
        File.WriteAllText(Path.Combine(_folder, "children"), $"{child.Id}\n");
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(AssertAllDead);
        child.Kill();
        child.WaitForExit();
        AssertAllDead();
    }

    [Fact]
    public void A_solver_that_does_not_read_its_input_answers_nevertheless()
    {
        // More text than a pipe holds.
        Formula[] many = [.. Enumerable.Range(0, 20_000).Select(i => X > i)];
        using var solver = SmtProcess.OpenUnchecked(Fake("exec < /dev/null; echo unsat"));
        Assert.Equal(SmtClaim.Unsat, solver.Decide(SmtQuery.Of(["x"], many), Patient).Claim);
    }

    [Fact]
    public void A_false_model_is_found_out_and_a_false_unsat_is_only_evidence()
    {
        const string Sat = "read_to check-sat; echo sat; read_to get-value && echo '((v0 (/ 1.0 3.0)))'";
        SmtQuery query = SmtQuery.Of(["x"], [X * X > 1, X > 0]);
        using var liar = SmtProcess.OpenUnchecked(Fake(Sat));
        SmtJudgement judgement = SmtJudge.Ask(liar, query, Patient);
        Assert.Equal((SmtFinding.FalseModel, "the model does not satisfy the constraints: x = 1/3"), (judgement.Finding, judgement.Reason));
        Assert.Empty(judgement.Point);

        // The same model where it is right.
        judgement = SmtJudge.Ask(liar, SmtQuery.Of(["x"], [3 * X <= 1]), Patient);
        Assert.Equal((SmtFinding.Solution, "1/3"), (judgement.Finding, judgement.Point.Single().ToString()));

        using var denier = SmtProcess.OpenUnchecked(Fake("echo unsat"));
        Assert.Equal(SmtFinding.NoSolution, SmtJudge.Ask(denier, query, Patient).Finding);
    }

    [Fact]
    public void A_model_of_enclosures_confirms_nothing_unless_the_kernel_does()
    {
        const string Sat = "read_to check-sat; echo sat; read_to get-value && echo '((v0 1.0))'";
        using var solver = SmtProcess.OpenUnchecked(Fake(Sat));
        Assert.Equal(SmtFinding.Solution, SmtJudge.Ask(solver, SmtQuery.Of(["x"], [Term.Sin(X) > 0]), Patient).Finding);
        SmtJudgement wrong = SmtJudge.Ask(solver, SmtQuery.Of(["x"], [Term.Sin(X) < 0]), Patient);
        Assert.Equal(SmtFinding.Inconclusive, wrong.Finding);
        Assert.StartsWith("a model only of the enclosures", wrong.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_kills_the_solver()
    {
        using var cancellation = new CancellationTokenSource();
        using var solver = SmtProcess.OpenUnchecked(Fake("echo $$ > children; sleep 1000"));
        Task<SmtReply> asking = Task.Run(() => solver.Decide(SmtQuery.Of(["x"], [X > 0]), Patient, cancellation.Token));
        while (!File.Exists(Path.Combine(_folder, "children")))
        {
            await Task.Delay(10);
        }

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        AssertAllDead();
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 4000, 1)]
    [InlineData(1, 1, 0)]
    public void Limits_out_of_range_are_refused(long work, int seconds, int bytes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SolverLimits(work, TimeSpan.FromSeconds(seconds), bytes));

    private SolverProgram Fake(string behaviour, string version = "case \"$1\" in --version) echo fake 1.0; exit 0;; esac")
    {
        string script = Path.Combine(_folder, "solver.sh");
        File.WriteAllText(script, $"cd '{_folder}'\n{FollowUp}{version}\n{behaviour}\n");
        return SolverProgram.Other("/bin/sh", script);
    }

    private SmtReply Ask(string behaviour, SolverLimits limits)
    {
        using var solver = SmtProcess.OpenUnchecked(Fake(behaviour));
        return solver.Decide(SmtQuery.Of(["x"], [X > 0]), limits);
    }

    // A killed process that its parent has not collected yet is a zombie: dead.
    private void AssertAllDead()
    {
        string list = Path.Combine(_folder, "children");
        foreach (string pid in File.Exists(list) ? File.ReadAllLines(list) : [])
        {
            bool dead = false;
            for (int attempt = 0; attempt < 50 && !dead; attempt++)
            {
                string stat = $"/proc/{pid}/stat";
                dead = !File.Exists(stat) || ReadOrEmpty(stat).Split(')')[^1].Trim() is "" or ['Z' or 'X', ..];
                if (!dead)
                {
                    Thread.Sleep(20);
                }
            }

            Assert.True(dead, $"process {pid} is still alive");
        }
    }

    private static string ReadOrEmpty(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
