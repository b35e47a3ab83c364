using FsCheck;
using FsCheck.Fluent;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Smt.Provisioning;
using ResLinkProofs.Smt.Reading;
using ResLinkProofs.Smt.Solving;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Tests.Smt.Solving;

/// <summary>A real Z3, provided on first use; without one these tests fail with the command that provides it.</summary>
public sealed class Z3Fixture : IDisposable
{
    public SmtProcess Solver { get; } = Z3Provider.Open(concurrency: 2);

    public void Dispose() => Solver.Dispose();
}

public sealed class Z3Tests(Z3Fixture z3) : IClassFixture<Z3Fixture>
{
    private static readonly Term X = Term.Variable("x");
    private static readonly Term Y = Term.Variable("y");
    private static readonly SolverLimits Limits = new(20_000_000, TimeSpan.FromSeconds(60));

    [Fact]
    public void The_version_is_known() => Assert.StartsWith("Z3 version ", z3.Solver.Version, StringComparison.Ordinal);

    // Each true claim (its negation has no solution) with a false twin.
    public static TheoryData<string, Formula, SmtFinding> Questions() => new()
    {
        { "AM-GM", 2 * X * Y > (X * X) + (Y * Y), SmtFinding.NoSolution },
        { "AM-GM, constant 1 % off", 202 * X * Y > 100 * ((X * X) + (Y * Y)), SmtFinding.Solution },
        { "AM-GM with roots", (X >= 0) & (Y >= 0) & (2 * Term.Sqrt(X) * Term.Sqrt(Y) > X + Y), SmtFinding.NoSolution },
        { "AM-GM with roots, off", (X >= 0) & (Y >= 0) & (Rational.Parse("2.1") * Term.Sqrt(X) * Term.Sqrt(Y) > X + Y), SmtFinding.Solution },
        { "quotient", (X > 0) & (X + (1 / X) < 2), SmtFinding.NoSolution },
        { "quotient, off", (X > 0) & (X + (1 / X) < Rational.Parse("2.001")), SmtFinding.Solution },
        { "negative power", (X >= 1) & (Term.Pow(X, -3) > 1), SmtFinding.NoSolution },
        { "negative power, off", (X >= 1) & (Term.Pow(X, -3) >= 1), SmtFinding.Solution },
        { "min max abs", Term.Max(X, Y) + Term.Min(X, Y) < X + Y, SmtFinding.NoSolution },
        { "abs", Term.Abs(X + Y) > Term.Abs(X) + Term.Abs(Y), SmtFinding.NoSolution },
        { "abs, off", Term.Abs(X - Y) > Term.Abs(X) - Term.Abs(Y), SmtFinding.Solution },
        { "power 8", Term.Pow(X, 8) < 0, SmtFinding.NoSolution },
        { "power 7", Term.Pow(X, 7) < 0, SmtFinding.Solution },
        { "not equal", (X * X).NotEqualTo(X) & (X.EqualTo(0) | X.EqualTo(1)), SmtFinding.NoSolution },
        { "not equal, off", (X * X).NotEqualTo(X) & (X.EqualTo(0) | X.EqualTo(2)), SmtFinding.Solution },
        { "true", Formula.True, SmtFinding.Solution },
        { "false", Formula.False, SmtFinding.NoSolution },
        { "irrational", (X * X).EqualTo(2), SmtFinding.UnconfirmedModel },
        { "near irrational", (X * X > 2) & (X * X < Rational.Parse("2.0000001")), SmtFinding.Solution },
        { "sine in a box", (X >= Term.Ratio(1, 2)) & (X <= Term.Ratio(6, 10)) & (Term.Sin(X) > Rational.Parse("0.57")), SmtFinding.NoSolution },
        { "sine in a box, off", (X >= Term.Ratio(1, 2)) & (X <= Term.Ratio(6, 10)) & (Term.Sin(X) > Rational.Parse("0.47")), SmtFinding.Solution },
        { "sine in a wide box", (X >= 0) & (X <= 1) & (Term.Sin(X) > X), SmtFinding.Inconclusive },
        { "Pythagoras", (Term.Sin(X) * Term.Sin(X)) + (Term.Cos(X) * Term.Cos(X)) > 1, SmtFinding.NoSolution },
        { "pi", Y.EqualTo(Term.Pi) & (Y < Rational.Parse("3.1415926535")), SmtFinding.NoSolution },
        // Where a function has no value nothing is confirmed: 1/0 may be positive.
        { "1/0", X.EqualTo(0) & (1 / X > 0), SmtFinding.UnconfirmedModel },
        { "sqrt(-1)", X.EqualTo(-1) & (Term.Sqrt(X) > 5), SmtFinding.UnconfirmedModel },
        { "log(-1)", X.EqualTo(-1) & (Term.Log(X) > 5), SmtFinding.Inconclusive },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public void Answers_are_confirmed(string name, Formula constraint, SmtFinding expected)
    {
        SmtJudgement judgement = SmtJudge.Ask(z3.Solver, SmtQuery.Of(["x", "y"], [constraint]), Limits);
        Assert.True(expected == judgement.Finding, $"{name}: {judgement.Finding} {judgement.Reason}\n{judgement.Script}");
        Assert.Equal(expected == SmtFinding.Solution ? 2 : 0, judgement.Point.Count);
    }

    [Fact]
    public void Models_hold_rationals_and_algebraic_numbers()
    {
        SmtReply reply = z3.Solver.Decide(SmtQuery.Of(["x", "y"], [(3 * X).EqualTo(-1), (Y * Y * Y).EqualTo(2)]), Limits);
        Assert.Equal(Rational.Parse("-1/3"), reply.Model["x"].Lower);
        Assert.True(reply.Model["x"].IsExact);
        SmtNumber root = reply.Model["y"];
        Assert.True(!root.IsExact && Rational.Pow(root.Lower, 3) < 2 && Rational.Pow(root.Upper, 3) > 2 && root.Upper - root.Lower < Rational.Pow(10, -15));
    }

    [Fact]
    public void Too_little_work_is_inconclusive_with_the_reason_and_the_same_every_time()
    {
        Term[] v = [.. Enumerable.Range(0, 6).Select(i => Term.Variable($"a{i}"))];
        Formula hard = (Term.Sum(v.Select(a => Term.Pow(a, 4))) * Term.Sum(v.Select(a => a * a)) < Term.Pow(Term.Sum(v), 3) - v[0]) & (v[1] * v[2] * v[3] > v[4] * v[5]);
        SmtQuery query = SmtQuery.Of([.. Enumerable.Range(0, 6).Select(i => $"a{i}")], [hard]);
        SmtJudgement first = SmtJudge.Ask(z3.Solver, query, new SolverLimits(2000, TimeSpan.FromSeconds(60)));
        Assert.Equal((SmtFinding.Inconclusive, "the solver gave up: max. resource limit exceeded"), (first.Finding, first.Reason));
        Assert.Equal(first, SmtJudge.Ask(z3.Solver, query, new SolverLimits(2000, TimeSpan.FromSeconds(60))) with { Point = first.Point });
    }

    [Fact]
    public void A_hard_question_ends_at_the_wall_limit()
    {
        // The benchmark crespo2a times out at 30 s.
        Term z = Term.Variable("z");
        Formula claim = (2 * Y * Term.Pow(X, 5)) + (Y * Y * Term.Pow(X, 4)) - (Term.Pow(Y, 3) * X * X) - (2 * Term.Pow(Y, 3) * X) + (X * Y / 2) - (10 * z * z) + (10 * z) > 6;
        Formula box = (Term.Abs(X) <= Term.Ratio(6, 5)) & (Term.Abs(Y) <= Term.Ratio(3, 5)) & (Term.Abs(z) <= Term.Ratio(3, 10));
        SmtJudgement judgement = SmtJudge.Ask(z3.Solver, SmtQuery.Of(["x", "y", "z"], [box, claim]), new SolverLimits(4_000_000_000, TimeSpan.FromSeconds(1)));
        Assert.Equal((SmtFinding.Inconclusive, "no answer within 1 s"), (judgement.Finding, judgement.Reason));
    }

    [Theory]
    [InlineData("(assert (> x ))", SmtClaim.Sat)] // Z3 accepts this silently: the reason why text is never spliced
    [InlineData("(assert (> (^ x 2) 0))", SmtClaim.Void)]
    [InlineData("(assert (> w 0))", SmtClaim.Void)]
    [InlineData("(assert (sine x))", SmtClaim.Void)]
    [InlineData("(assert (> x 0)", SmtClaim.Void)]
    public void The_traps_of_Z3_are_as_known_and_every_error_voids_the_answer(string line, SmtClaim expected)
    {
        string script = $"(set-logic QF_NRA)\n(declare-const x Real)\n{line}\n(check-sat)\n";
        SolverTranscript transcript = SolverConversation.Run(z3.Solver.Path, ["-in", "-smt2"], script, _ => "(get-value (x))\n(exit)\n", Limits, CancellationToken.None);
        Assert.Equal(expected, SolverOutput.Interpret(transcript, ["x"]).Claim);
        // Our own reader refuses every one of them.
        Assert.Throws<SmtInputException>(() => SmtScriptReader.Read($"(declare-const x Real)\n{line.Replace("(^ x 2)", "(^ x)", StringComparison.Ordinal)}", "f"));
    }

    [Fact]
    public void Random_polynomial_questions_agree_with_exact_evaluation()
    {
        IReadOnlyList<Formula> formulas = RandomFormulas.Polynomial(depth: 3).Sample(60, new Rnd(7, 11), 50).ToArray();
        int unsat = 0;
        int solutions = 0;
        var random = new System.Random(5);
        foreach (Formula formula in formulas)
        {
            SmtJudgement judgement = SmtJudge.Ask(z3.Solver, SmtQuery.Of(["x", "y"], [formula]), Limits);
            Assert.NotEqual(SmtFinding.FalseModel, judgement.Finding);
            solutions += judgement.Finding == SmtFinding.Solution ? 1 : 0;
            if (judgement.Finding == SmtFinding.NoSolution)
            {
                unsat++;
                var compiled = CompiledFormula.Compile(["x", "y"], formula);
                for (int i = 0; i < 200; i++)
                {
                    Rational[] point = [new(random.Next(-40, 41), random.Next(1, 9)), new(random.Next(-40, 41), random.Next(1, 9))];
                    Assert.NotEqual(Truth.True, compiled.DecideAt(point));
                }
            }
        }

        // Both answers occur, else the comparison says nothing.
        Assert.True(unsat >= 5 && solutions >= 20, $"{unsat} unsat, {solutions} solutions");
    }
}
