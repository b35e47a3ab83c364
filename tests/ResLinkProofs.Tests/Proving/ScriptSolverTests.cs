using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Proving;
using ResLinkProofs.Smt.Reading;

namespace ResLinkProofs.Tests.Proving;

public sealed class ScriptSolverTests
{
    private static ScriptAnswer Solve(string body, long boxes = 20_000) =>
        ScriptSolver.Solve(SmtScriptReader.Read(body + "(check-sat)", "test.smt2"), new ProofBudget { Boxes = boxes });

    [Theory]
    [InlineData("(declare-const x Real)(assert (<= 0 x 1))(assert (> (- x (^ x 2) 0.1) (log (+ 1 x))))", "unsat")]
    [InlineData("(declare-const x Real)(assert (<= 0 x 1))(assert (> (+ (- x (^ x 2)) 0.001) (log (+ 1 x))))", "sat")]
    [InlineData("(declare-const x Real)(declare-const y Real)(assert (= (+ x y) 1))(assert (= (- x y) (/ 1 3)))", "sat")]
    [InlineData("(declare-const x Real)(declare-const y Real)(assert (= (+ (* x x) (* y y)) 1))(assert (> (+ x y) 1.5))", "unsat")]
    [InlineData("(declare-const x Real)(assert (= (* x x) 2))(assert (<= 1 x 2))", "sat")]
    [InlineData("(declare-const x Real)(assert (= (^ (- (* x x) 2) 2) 0))(assert (<= 1 x 2))", "unknown")] // a double root
    [InlineData("(declare-const x Real)(assert (<= 0 x 1))(assert (> x 2))", "unsat")]
    [InlineData("(declare-const x Real)(assert (= (* x x) (- 1)))", "unsat")]
    [InlineData("(declare-const x Real)(assert (<= 0 x 1))(assert (distinct (^ (^ (^ (^ (^ (^ x 64) 64) 64) 64) 64) 4) x))", "sat")]
    [InlineData("(declare-const x Real)(assert (<= 2 x 3))(assert (= (^ (^ (^ (^ (^ (^ x 64) 64) 64) 64) 64) 4) x))", "unsat")]
    [InlineData("(declare-const x Real)(assert (= x 3))(assert (or (> (* x x) 9) (< (* x x) 9)))", "unsat")]
    [InlineData("(declare-const x Real)(assert (<= 0.01 x 2))(assert (< (^ x x) 0.69))", "unsat")] // the minimum of x^x is e^(-1/e) = 0.6922...
    [InlineData("(declare-const x Real)(assert (<= 0.01 x 2))(assert (< (^ x x) 0.7))", "sat")]
    [InlineData("(declare-const x Real)(assert (<= 1 x 8))(assert (> (abs (- (^ x (/ 1 3)) (cbrt x))) 1e-3))", "unsat")]
    [InlineData("(declare-const x Real)(assert (<= -8 x -1))(assert (> (cbrt x) -0.999))", "unsat")]
    [InlineData("(declare-const x Real)(assert (= x 0))(assert (distinct (^ x 0) 1))", "unsat")] // the zeroth integer power is 1, at zero too
    [InlineData("(declare-const x Real)(declare-const y Real)(assert (<= 0 x 1))(assert (<= 1 y 2))(assert (> (^ x y) (+ x 0.001)))", "unsat")]
    [InlineData("(declare-const x Real)(declare-const y Real)(assert (<= 0 x 1))(assert (<= 1 y 2))(assert (< (^ x y) (- x 0.2)))", "sat")]
    [InlineData("(declare-const x Real)(assert (<= -3 x 3))(assert (> (abs (tanh x)) (+ (abs x) 1e-3)))", "unsat")]
    [InlineData("(declare-const x Real)(assert (<= -2 x 2))(assert (> (cosh x) (+ (exp (/ (* x x) 2)) 1e-3)))", "unsat")]
    [InlineData("(declare-const x Real)(assert (<= -3 x 3))(assert (> (abs (- (asinh (sinh x)) x)) 1e-2))", "unsat")]
    [InlineData("(declare-const x Real)(assert (<= 0 x 3))(assert (> (abs (- (+ (erf x) (erfc x)) 1)) 1e-2))", "unsat")]
    [InlineData("(declare-const x Real)(assert (<= 0 x 5))(assert (> (erfc x) (+ (exp (- (* x x))) 1e-3)))", "unsat")]
    [InlineData("(declare-const x Real)(declare-const y Real)(assert (<= 1 x 2))(assert (<= -2 y -1))(assert (> (atan2 y x) 0))", "unsat")]
    [InlineData("(declare-const x Real)(declare-const y Real)(assert (<= 1 x 2))(assert (<= -2 y -1))(assert (> (atan2 y x) -0.5))", "sat")]
    [InlineData("(declare-const x Real)(assert (<= 1 x e))(assert (> (log2 x) 1.443))", "unsat")] // log2 e = 1.44269...
    [InlineData("(declare-const x Real)(assert (= x -100))(assert (< x -1e2))", "unsat")]
    [InlineData("(declare-const p Bool)(declare-const x Real)(assert (<= 0 x 1))(assert (= x (ite p 2 3)))", "unsat")]
    [InlineData("(declare-const p Bool)(declare-const x Real)(assert (<= 0 x 2))(assert (= x (ite p 2 3)))", "sat")]
    [InlineData("(declare-const a Bool)(declare-const b Bool)(declare-const c Bool)(assert (xor a b c))(assert (= a b))(assert (not c))", "unsat")]
    public void Small_scripts_get_their_answer(string body, string word) => Assert.Equal(word, Solve(body).Word);

    [Fact]
    public void A_model_lists_the_variables_in_the_order_of_declaration()
    {
        ScriptSat sat = Assert.IsType<ScriptSat>(Solve("(declare-const b Real)(declare-const a Real)(assert (= (+ a b) 1))(assert (= (- b a) (/ 1 3)))"));
        Assert.Equal([KeyValuePair.Create("b", new Rational(2, 3)), KeyValuePair.Create("a", new Rational(1, 3))], sat.Model);
    }

    [Fact]
    public void The_certificate_of_unsat_replays_and_a_damaged_one_does_not()
    {
        ScriptUnsat unsat = Assert.IsType<ScriptUnsat>(Solve("(declare-const x Real)(assert (<= (- 1) x 1))(assert (> (sin x) 0.9))"));
        string text = unsat.Proof.Certificate.ToString();
        Assert.Null(CertificateChecker.Replay(Certificate.Parse(text)));
        Assert.Throws<FormatException>(() => Certificate.Parse(text[..^20]));
        Assert.Throws<FormatException>(() => Certificate.Parse(text.Replace("9/10", "8/10", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_unbounded_variable_is_named_in_the_reason()
    {
        ScriptUnknown unknown = Assert.IsType<ScriptUnknown>(Solve("(declare-const angle Real)(assert (> (* (sin angle) (sin (* 2 angle))) 0.77))", 2_000));
        Assert.Contains("angle", unknown.Reason, StringComparison.Ordinal);
    }
}
