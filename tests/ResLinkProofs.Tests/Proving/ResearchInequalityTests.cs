using ResLinkProofs.Proving;
using ResLinkProofs.Smt.Reading;

namespace ResLinkProofs.Tests.Proving;

/// <summary>Polynomial inequalities that papers on optimisation use, negated: none of them has a model.</summary>
public sealed class ResearchInequalityTests
{
    private const string Simplex = "(declare-const p Real)(declare-const q Real)(assert (<= 0.0 p))(assert (<= 0.0 q))(assert (<= (+ p q) 1.0))";

    // The Jacobian of softmax with probabilities p, q and r = 1 - p - q, as a quadratic form in (u, v, w).
    private const string Form = "(define-fun form ((u Real)(v Real)(w Real)) Real (- (+ (* p u u) (* q v v) (* (- 1.0 p q) w w))"
        + " (^ (+ (* p u) (* q v) (* (- 1.0 p q) w)) 2)))";

    [Theory]
    [InlineData(
        "softmax of three classes is 1/2-Lipschitz",
        Simplex + Form + "(declare-const u Real)(declare-const v Real)(declare-const w Real)"
            + "(assert (> (form u v w) (* 0.5 (+ (* u u) (* v v) (* w w)))))")]
    [InlineData(
        "no eigenvalue of that Jacobian exceeds 1/2",
        Simplex + "(declare-const l Real)(assert (< 0.5 l))(assert (<= l 1.0))"
            + "(assert (let ((r (- 1.0 p q))) (= (+ (- (* l l) (* l 2.0 (+ (* p q) (* q r) (* r p)))) (* 3.0 p q r)) 0.0)))")]
    [InlineData(
        "a gradient step contracts in the plane, by interpolation",
        "(declare-const x Real)(declare-const y Real)(declare-const g Real)(declare-const h Real)"
            + "(assert (>= (+ (* (- g (* 0.1 x)) (- x g)) (* (- h (* 0.1 y)) (- y h))) 0.0))"
            + "(assert (> (+ (^ (- x g) 2) (^ (- y h) 2)) (* 0.81 (+ (* x x) (* y y)))))")]
    [InlineData(
        "a gradient step of length 1/L contracts for any convexity",
        "(declare-const m Real)(declare-const x Real)(declare-const g Real)(declare-const h Real)(assert (<= 0.0 m))(assert (<= m 1.0))"
            + "(assert (>= (- (* (- g (* m x)) (- x g)) (* h h)) 0.0))"
            + "(assert (> (+ (^ (- x g) 2) (^ h 2)) (* (^ (- 1.0 m) 2) (* x x))))")]
    public void It_is_proved(string name, string script)
    {
        ScriptAnswer answer = ScriptSolver.Solve(SmtScriptReader.Read(script + "(check-sat)", name));
        Assert.Equal("unsat", answer.Word);
    }
}
