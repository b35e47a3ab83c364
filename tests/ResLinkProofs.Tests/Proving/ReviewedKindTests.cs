using ResLinkProofs.Proving;
using ResLinkProofs.Smt.Reading;

namespace ResLinkProofs.Tests.Proving;

/// <summary>The smallest inputs of kinds of statements that were once left undecided, each with its right answer.</summary>
public sealed class ReviewedKindTests
{
    private const string X = "(declare-const x Real)", Y = "(declare-const y Real)", Unit = X + "(assert (<= 0.0 x 1.0))", HalfOpen = X + "(assert (< 0.0 x))(assert (<= x 1.0))";

    [Theory]
    [InlineData("1 a tight end", Unit + "(assert (> (- x (/ (* x x) 4.0)) 0.75))", "unsat")]
    [InlineData("1 a tight end of degree four", Unit + "(assert (> (- (* x x x) (/ (* x x x x) 4.0)) 0.75))", "unsat")]
    [InlineData("3 many magnitudes", X + "(assert (<= 0.000001 x 1000000000000.0))(assert (> (log x) (- x 0.999)))", "unsat")]
    [InlineData("3 two wide ranges", X + Y + "(assert (<= 0.001 x 1000000000.0))(assert (<= 0.001 y 1000000000.0))(assert (> (+ (/ x (+ x y)) (/ y (+ x y))) 1.01))", "unsat")]
    [InlineData("2 touching at the middle", X + "(assert (<= (- 1.0) x 1.0))(assert (< (exp x) (+ 1.0 x)))", "unsat")]
    [InlineData("3 a wide range", X + "(assert (<= 0.001 x 1000000000.0))(assert (> (+ (/ x (+ 1.0 x)) (/ 1.0 (+ 1.0 x))) 1.001))", "unsat")]
    [InlineData("4 an identity", X + Y + "(assert (> (^ (+ x y) 2) (+ (^ x 2) (* 2.0 x y) (^ y 2))))", "unsat")]
    [InlineData("5 a strict hypothesis", HalfOpen + "(assert (> (sin x) x))", "unsat")]
    [InlineData("6 a pole", HalfOpen + "(assert (< (/ 1.0 x) 0.5))", "unsat")]
    [InlineData("6 the end of a domain", HalfOpen + "(assert (> (log x) 0.5))", "unsat")]
    [InlineData("6 entropy", HalfOpen + "(assert (> (* x (log x)) 0.5))", "unsat")]
    [InlineData("6 a pole, true", HalfOpen + "(assert (> (/ 1.0 x) 1000.0))", "sat")]
    [InlineData("7 an end that is rounded", X + "(assert (>= x 0.1))(assert (<= x 3.0))(assert (< (sqrt (- x 0.1)) (- 1.0)))", "unsat")]
    [InlineData("7 a domain by hypothesis", X + Y + "(assert (<= (+ (* x x) (* y y)) 1.0))(assert (> (sqrt (- 1.0 (* x x) (* y y))) 1.1))", "unsat")]
    [InlineData("8 thirds", X + "(assert (= x (/ 1.0 3.0)))(assert (distinct (* 3.0 x) 1.0))", "unsat")]
    [InlineData("8 a square", X + "(assert (< (+ (- (* x x) (* 0.2 x)) 0.01) 0.0))", "unsat")]
    [InlineData("8 more than a third", X + "(assert (> x (/ 1.0 3.0)))(assert (<= (* 3.0 x) 1.0))", "unsat")]
    [InlineData("10 a cycle", Unit + Y + "(declare-const z Real)(assert (<= 0.0 y 1.0))(assert (<= 0.0 z 1.0))(assert (< x y))(assert (< y z))(assert (< z x))", "unsat")]
    [InlineData("10 a product", X + Y + "(assert (> (* 2.0 x y) (+ (* x x) (* y y))))", "unsat")]
    [InlineData("10 a product too large", X + Y + "(assert (> (* 2.01 x y) (+ (* x x) (* y y))))", "sat")]
    [InlineData("11 sine and cosine", X + "(assert (distinct (+ (^ (sin x) 2) (^ (cos x) 2)) 1.0))", "unsat")]
    [InlineData("11 sine and cosine, more", X + "(assert (> (+ (^ (sin x) 2) (^ (cos x) 2)) 1.0))", "unsat")]
    [InlineData("11 a root of a square", X + "(assert (distinct (sqrt (^ x 2)) (abs x)))", "unsat")]
    [InlineData("11 a root of a square, less", X + "(assert (< (sqrt (^ x 2)) (abs x)))", "unsat")]
    [InlineData("11 a root of a square, no law", X + "(assert (> (sqrt (^ x 2)) x))", "sat")]
    [InlineData("11 log exp", X + "(assert (distinct (log (exp x)) x))", "unsat")]
    [InlineData("11 exp log", X + "(assert (<= 1.0 x 2.0))(assert (distinct (exp (log x)) x))", "unsat")]
    [InlineData("11 a reciprocal", X + "(assert (<= 1.0 x 2.0))(assert (distinct (* x (/ 1.0 x)) 1.0))", "unsat")]
    [InlineData("12 unbounded", X + "(assert (> (/ x (+ (* x x) 1.0)) 0.51))", "unsat")]
    [InlineData("12 unbounded, true", X + "(assert (> (/ x (+ (* x x) 1.0)) 0.49))", "sat")]
    [InlineData("13 positive parts", X + Y + "(assert (= (+ (max x 0.0) (max y 0.0)) (+ x y)))(assert (distinct x 0.0))", "sat")]
    [InlineData("13 an irrational number", X + "(assert (= (* x x) 2.0))", "sat")]
    [InlineData("13 no such number", X + "(assert (= (* x x) (- 2.0)))", "unsat")]
    [InlineData("13 a circle and a cubic", X + Y + "(assert (= (+ (* x x) (* y y)) 3.0))(assert (= y (* x x x)))", "sat")]
    public void It_is_decided(string kind, string script, string answer)
    {
        Assert.NotEmpty(kind);
        ScriptAnswer found = ScriptSolver.Solve(SmtScriptReader.Read(script + "(check-sat)", kind));
        Assert.Equal(answer, found.Word);
    }
}
