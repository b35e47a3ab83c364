using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Proving;
using ResLinkProofs.Smt.Reading;

namespace ResLinkProofs.Tests.Proving;

/// <summary>The smallest inputs on which the search once stopped, kind by kind, with their right answers.</summary>
public sealed class SmallestInputs
{
    // kind | ranges | assertions in SMT-LIB | answer
    private const string Lines = """
        slopes beside contraction | x in 0 1 | (> (- x (/ (^ x 2) 4)) 0.75) | unsat
        slopes beside contraction | x in 0 1 | (> (- x (/ (^ x 2) 4)) 0.7499) | sat
        slopes beside contraction | x in 0 1; y in 0 1 | (> (- (+ x y) (/ (* x y) 2)) 1.5) | unsat
        split points | x in -1 1 | (< (exp x) (+ 1 x)) | unsat
        split points | x in -1 1 | (< (exp x) (+ 1.0001 x)) | sat
        split points | x in -3 2 | (< (exp x) (+ 1 x)) | unsat
        split points | x in 0 3 | (< (exp (- x 1)) x) | unsat
        wide ranges | x in 0.001 1e9 | (> (+ (/ x (+ 1 x)) (/ 1 (+ 1 x))) 1.001) | unsat
        wide ranges | x in 0.001 1e9 | (> (+ (/ x (+ 1 x)) (/ 1 (+ 1 x))) 0.999) | sat
        wide ranges | x in 0 1e12 | (> (/ x (+ 1 (* x x))) 0.501) | unsat
        wide ranges | x in 0.000001 1000000 | (< (+ x (/ 1 x)) 1.99) | unsat
        wide ranges | x in 0.000001 1000000 | (< (+ x (/ 1 x)) 2.01) | sat
        identities | x in -10 10; y in -10 10 | (> (^ (+ x y) 2) (+ (^ x 2) (* 2 x y) (^ y 2))) | unsat
        identities | x in free; y in free | (> (^ (+ x y) 2) (+ (^ x 2) (* 2 x y) (^ y 2))) | unsat
        identities | x in free; y in free | (< (^ (+ x y) 2) (+ (^ x 2) (* 2 x y) (^ y 2))) | unsat
        identities | x in free; y in free | (>= (^ (+ x y) 2) (+ (^ x 2) (* 2 x y) (^ y 2))) | sat
        identities | x in free | (> (* (exp x) (exp (- x))) 1) | unsat
        strict hypotheses | x in 0 1 | (> x 0) (> (sin x) x) | unsat
        strict hypotheses | x in 0 1; y in 0 1 | (> x 0) (> y 0) (> (+ (sin x) (sin y)) (+ x y)) | unsat
        strict hypotheses | x in -1 0 | (< x 0) (> x (sin x)) | unsat
        strict hypotheses | x in -1 1 | (> x 0) (> (- x) 0) | unsat
        strict hypotheses | x in 0 1 | (> x 0) (> (- 1 x) 0.5) | sat
        poles and ends | x in 0 1 | (> x 0) (< (/ 1 x) 0.5) | unsat
        poles and ends | x in 0 1 | (> x 0) (< (/ 1 x) 1.5) | sat
        poles and ends | x in 0 1 | (< (/ 1 x) 0.5) | unknown
        poles and ends | x in 0 1 | (not (= x 0)) (< (/ 1 x) 0.5) | unsat
        poles and ends | x in 0 1 | (> x 0) (> (log x) 0.5) | unsat
        poles and ends | x in 0 1 | (> (log x) 0.5) | unknown
        poles and ends | x in 0 1 | (> x 0) (> (* x (log x)) 0.1) | unsat
        poles and ends | x in 0 1 | (> x 0) (< (* x (log x)) (- 0.37)) | unsat
        poles and ends | x in 0 1 | (> x 0) (< (* x (log x)) (- 0.36)) | sat
        poles and ends | x in 0 1 | (> x 0) (< x 1) (> (- (+ (* x (log x)) (* (- 1 x) (log (- 1 x))))) 0.7) | unsat
        poles and ends | x in 0 1 | (> x 0) (< x 1) (> (- (+ (* x (log x)) (* (- 1 x) (log (- 1 x))))) 0.69) | sat
        poles and ends | x in 0 2; y in 0 2 | (> (* x y) 0) (< (+ (/ 1 (* x y)) 1) 1) | unsat
        ends of domains | x in free | (>= x 0.1) (<= x 3) (< (sqrt (- x 0.1)) (- 1)) | unsat
        ends of domains | x in free | (>= x 0.1) (<= x 3) (> (sqrt (- x 0.1)) 1.71) | unsat
        ends of domains | x in free | (>= x 0.1) (<= x 3) (> (sqrt (- x 0.1)) 1.69) | sat
        ends of domains | x in free | (>= x 0.0999) (<= x 3) (< (sqrt (- x 0.1)) (- 1)) | unknown
        ends of domains | x in free; y in free | (<= (+ (^ x 2) (^ y 2)) 1) (> (sqrt (- 1 (^ x 2) (^ y 2))) 1.1) | unsat
        ends of domains | x in free; y in free | (<= (+ (^ x 2) (^ y 2)) 1) (> (sqrt (- 1 (^ x 2) (^ y 2))) 0.9) | sat
        ends of domains | x in free; y in free | (<= (+ (^ x 2) (^ y 2)) 1.01) (> (sqrt (- 1 (^ x 2) (^ y 2))) 1.1) | unknown
        ends of domains | x in -2 2; y in -2 2 | (<= (* 2 (+ (^ x 2) (^ y 2))) 3) (< (sqrt (- 6 (* 4 x x) (* 4 y y))) (- 1)) | unsat
        exact evaluation | x in free | (= x (/ 1 3)) (not (= (* 3 x) 1)) | unsat
        exact evaluation | x in free | (= x (/ 1 3)) (not (= (* 3 (* x x)) x)) | unsat
        exact evaluation | x in free | (= x (/ 1 3)) (not (= (* 3 x) 2)) | sat
        exact evaluation | x in free | (< (+ (- (* x x) (* 0.2 x)) 0.01) 0) | unsat
        exact evaluation | x in -1 1 | (< (+ (- (* x x) (* 0.2 x)) 0.00999) 0) | sat
        exact evaluation | x in free | (> x (/ 1 3)) (<= (* 3 x) 1) | unsat
        exact evaluation | x in free | (>= x (/ 1 3)) (<= (* 3 x) 1) | sat
        exact evaluation | x in free; y in free | (> (+ x y) (/ 1 3)) (<= (+ (* 3 x) (* 3 y)) 1) | unsat
        linear reasoning | x in 0 1; y in 0 1; z in 0 1 | (< x y) (< y z) (< z x) | unsat
        linear reasoning | x in 0 1; y in 0 1; z in 0 1 | (<= x y) (<= y z) (<= z x) | sat
        linear reasoning | x in free; y in free; z in free | (< x y) (< y z) (< z x) | unsat
        linear reasoning | x in free; y in free | (>= (+ x (* 2 y)) 3) (<= (+ (* 2 x) y) 1) (>= (- x y) 0) | unsat
        linear reasoning | x in free; y in free | (= (+ x y) 1) (= (- x y) (/ 1 3)) (not (= (* 3 x) 2)) | unsat
        linear reasoning | x in free; y in free | (= y 0) (= x 0) (not (= (/ 1 x) (/ 1 y))) | unsat
        linear reasoning | x in free; y in free | (= x y) (not (= (exp (sin x)) (exp (sin y)))) | unsat
        linear reasoning | x in free; y in free | (> (* 2 x y) (+ (* x x) (* y y))) | unsat
        linear reasoning | x in free; y in free; z in free | (> (+ (* x y) (* y z) (* z x)) (+ (* x x) (* y y) (* z z))) | unsat
        linear reasoning | x in free; y in free | (> (* 2.01 x y) (+ (* x x) (* y y))) | sat
        unbounded | x in free | (> (/ x (+ (* x x) 1)) 0.51) | unsat
        unbounded | x in free | (> (/ x (+ (* x x) 1)) 0.49) | sat
        unbounded | x in free; y in free | (> (/ (+ x y) (+ (* x x) (* y y) 1)) 0.71) | unsat
        unbounded | x in free | (< (/ (- (* x x) 1) (+ (* x x) 1)) (- 1)) | unsat
        unbounded | x in free | (> (- (* x x x x) (* x x)) (* x x x x)) | unsat
        unbounded | x in free | (< (/ x (+ 1 (exp (- x)))) (- 0.28)) | unsat
        unbounded | x in free | (< (+ (^ x 4) (* x x) 1) x) | unsat
        systems of equations | x in free; y in free; z in free | (= (+ x y z) 6) (= (- x y) 1) (= (- y z) 1) | sat
        systems of equations | x in free; y in free | (= (+ x y) 3) (= (+ x (* 2 y)) 5) | sat
        systems of equations | x in free; y in free; z in free | (= (+ x y) 3) (= (+ x z) 4) (= (+ y z) 5) | sat
        systems of equations | x in -4 4; y in -4 4 | (= (* x y) 2) (= (+ x y) 3) | sat
        """;

    /// <summary>One row for every line.</summary>
    public static TheoryData<string, string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string, string>();
            foreach (string[] cells in Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|', StringSplitOptions.TrimEntries)))
            {
                rows.Add(cells[0], cells[1], cells[2], cells[3]);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_gets_its_answer(string kind, string ranges, string assertions, string answer)
    {
        Statement statement = ScriptStatement.Unsatisfiable(SmtScriptReader.Read(Script(ranges, assertions), kind));
        ProofOutcome outcome = Prover.Prove(statement, new ProofBudget { Boxes = 20_000 });
        Assert.Equal(answer, outcome switch { Proved => "unsat", Refuted => "sat", _ => "unknown" });
        if (outcome is Proved proved)
        {
            Assert.NotNull(CertificateChecker.Check(Certificate.Parse(proved.Proof.Certificate.ToString()), statement).Accepted);
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_number_of_threads_changes_nothing(string kind, string ranges, string assertions, string answer)
    {
        Statement statement = ScriptStatement.Unsatisfiable(SmtScriptReader.Read(Script(ranges, assertions), kind).OnlyQuestion());
        ProofOutcome one = Prover.Prove(statement, new ProofBudget { Boxes = 2_000 });
        ProofOutcome seven = Prover.Prove(statement, new ProofBudget { Boxes = 2_000, Threads = 7 });
        Assert.Equal(one.Boxes, seven.Boxes);
        Assert.Equal(answer == "unknown", one is Inconclusive);
        Assert.Equal((one as Proved)?.Proof.Certificate.ToString(), (seven as Proved)?.Proof.Certificate.ToString());
        Assert.Equal((one as Refuted)?.Witness.ToString(), (seven as Refuted)?.Witness.ToString());
        Assert.Equal((one as Inconclusive)?.Reason, (seven as Inconclusive)?.Reason);
    }

    private static string Script(string ranges, string assertions)
    {
        var text = new System.Text.StringBuilder();
        foreach (string[] range in ranges.Split(';').Select(r => r.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            text.Append($"(declare-const {range[0]} Real)");
            text.Append(range.Length == 4 ? $"(assert (<= {Number(range[2])} {range[0]} {Number(range[3])}))" : "");
        }

        return text.Append($"(assert (and true {assertions}))(check-sat)").ToString();
    }

    private static string Number(string decimalNumber) => decimalNumber.Contains('e', StringComparison.Ordinal)
        ? double.Parse(decimalNumber, System.Globalization.CultureInfo.InvariantCulture).ToString("F0", System.Globalization.CultureInfo.InvariantCulture)
        : decimalNumber[0] == '-' ? $"(- {decimalNumber[1..]})" : decimalNumber;
}
