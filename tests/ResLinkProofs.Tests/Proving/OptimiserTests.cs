using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Proving;
using ResLinkProofs.Smt.Reading;

namespace ResLinkProofs.Tests.Proving;

/// <summary>Optima with known values: attained inside, at a corner, on a constraint, at a jump, at an irrational point, not at all.</summary>
public sealed class OptimiserTests
{
    private const string Square = "(declare-const x Real)(declare-const y Real)(assert (<= (- 1) x 2))(assert (<= (- 1) y 2))";

    [Theory]
    [InlineData("(minimize (+ (* x x) (* 2 y y) x))", -0.25)]
    [InlineData("(maximize (+ (* x x) (* 2 y y) x))", 14)]
    [InlineData("(assert (>= (+ x y) 1))(minimize (+ (* x x) (* 2 y y)))", 2.0 / 3)]
    [InlineData("(maximize (- (sin x) (* y y)))", 1)] // at pi/2, which is no rational number
    [InlineData("(assert (= y (- 1 x)))(minimize (* x y))", -2)]
    [InlineData("(minimize (ite (< x 1) (- 2 x) (+ x 3)))", 1)] // an infimum that is not attained: the left limit at the jump
    [InlineData("(assert (> x 0))(minimize x)", 0)]
    [InlineData("(minimize (ite (> x 0) (log x) 7))", double.NegativeInfinity)]
    [InlineData("(declare-const p Bool)(assert (=> p (>= x 1)))(assert (=> (not p) (<= x (- (/ 1 2)))))(maximize (* x (- 1 x)))", 0)]
    public void The_enclosure_contains_the_optimum(string script, double optimum)
    {
        SmtQuestion question = SmtScriptReader.Read(Square + script + "(check-sat)", "f").OnlyQuestion();
        ScriptSat sat = Assert.IsType<ScriptSat>(ScriptSolver.Solve(question, new ProofBudget { Boxes = 60_000 }));
        Optimum best = sat.Optimum!;
        double sign = question.Objective!.IsMaximum ? -1 : 1;
        if (double.IsInfinity(optimum))
        {
            Assert.Null(best.Lower);
            Assert.False(best.IsNarrow);
            return;
        }

        Assert.InRange(sign * optimum, best.Lower!.Value.ToDouble(), best.Upper.ToDouble() + 1e-12);
        Assert.True(best.IsNarrow, $"[{best.Lower}, {best.Upper}]");
        Assert.True((best.Upper - best.Lower.Value).ToDouble() <= 1e-6 * Math.Max(1, Math.Abs(optimum)) * 1.01);
        Assert.Null(CertificateChecker.Replay(Certificate.Parse(best.Proof!.Certificate.ToString())));
        Assert.Equal(question.Variables.Count, best.Place.Count);
    }

    [Fact]
    public void Contradictory_conditions_are_proved_to_be_so()
    {
        SmtQuestion question = SmtScriptReader.Read(Square + "(assert (> (+ x y) 5))(minimize x)(check-sat)", "f").OnlyQuestion();
        Assert.IsType<ScriptUnsat>(ScriptSolver.Solve(question));
    }

    [Fact]
    public void A_term_without_a_value_has_no_optimum()
    {
        SmtQuestion question = SmtScriptReader.Read(Square + "(minimize (sqrt (- x 3)))(check-sat)", "f").OnlyQuestion();
        Assert.Contains("sqrt may have no value", Assert.IsType<ScriptUnknown>(ScriptSolver.Solve(question, new ProofBudget { Boxes = 60_000 })).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_bound_does_not_depend_on_threads()
    {
        SmtQuestion question = SmtScriptReader.Read(Square + "(minimize (- (exp (* x y)) (sin (+ x (* 3 y)))))(check-sat)", "f").OnlyQuestion();
        Optimum one = Solve(1), three = Solve(3);
        Assert.Equal((one.Lower, one.Upper, one.Boxes), (three.Lower, three.Upper, three.Boxes));
        Assert.Equal<Rational>(one.Place, three.Place);

        Optimum Solve(int threads) => ((ScriptSat)ScriptSolver.Solve(question, new ProofBudget { Boxes = 60_000, Threads = threads })).Optimum!;
    }
}
