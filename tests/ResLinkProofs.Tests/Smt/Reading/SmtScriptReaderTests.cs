using System.Text;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Smt.Reading;
using ResLinkProofs.Testing.Properties;

namespace ResLinkProofs.Tests.Smt.Reading;

public sealed class SmtScriptReaderTests
{
    private const string Declarations = "(declare-const x Real)(declare-fun y () Real)\n";

    [Fact]
    public void A_script_is_read_with_its_facts_and_positions()
    {
        SmtScript script = SmtScriptReader.Read(
            """
            ; header
            (set-logic QF_NRA)
            (set-info :smt-lib-version 2.6)
            (set-info :source |Somebody,
              somewhere|)
            (set-info :status unsat)
            (set-option :produce-models true)
            (declare-const |x 1| Real)
            (declare-fun y () Real)
            (define-fun half () Real (/ 1 2))
              (assert (<= half |x 1| 1.5))
            (check-sat)
            (get-model)
            (exit)
            (this is never read
            """.Replace("(this is never read", "(never)", StringComparison.Ordinal),
            "f.smt2");
        SmtQuestion question = Assert.Single(script.Questions);
        Assert.Same(question, script.OnlyQuestion());
        Assert.Equal(("QF_NRA", "Somebody,\n  somewhere", SmtStatus.Unsat), (script.Logic, script.Source, question.Status));
        Assert.Equal([("x 1", new SmtPosition(8, 16)), ("y", new SmtPosition(9, 14))], question.Variables.Select(v => (v.Name, v.Position)));
        Assert.Equal(new SmtPosition(11, 3), Assert.Single(question.Assertions).Position);
        Assert.Equal(new SmtPosition(12, 1), question.Position);
        Assert.Null(script.Unasked);
        Assert.Equal("x 1 ≥ 1/2 ∧ 3/2 ≥ x 1", question.Assertions[0].Formula.ToString());
    }

    // Each formula with its truth at (x, y); every entry has a twin that differs in truth, so none passes by accident.
    [Theory]
    [InlineData("(= (+ x y 1) 6)", "2", "3", true)]
    [InlineData("(= (+ x y 1) 6)", "2", "4", false)]
    [InlineData("(= (- x y 1) (- 2))", "2", "3", true)]
    [InlineData("(= (- x) y)", "2", "-2", true)]
    [InlineData("(= (- x) y)", "2", "2", false)]
    [InlineData("(= (* x x y x) 24)", "2", "3", true)]
    [InlineData("(= (* x x y x) 12)", "2", "3", false)]
    [InlineData("(= (/ x y 2) (/ 1 3))", "2", "3", true)]
    [InlineData("(= (/ x y 2) 0.3333333333333333333333333333)", "2", "3", false)]
    [InlineData("(= (^ x 3) 8)", "2", "0", true)]
    [InlineData("(= (pow x (- 2)) 0.25)", "2", "0", true)]
    [InlineData("(= (^ x 2.0) y)", "3", "9", true)]
    [InlineData("(= (sqrt x) y)", "4/9", "2/3", true)]
    [InlineData("(= (abs x) y)", "-3", "3", true)]
    [InlineData("(= (min x y 7) 3)", "4", "3", true)]
    [InlineData("(= (max x y 7) 7)", "4", "3", true)]
    [InlineData("(= (max x y 7) 4)", "4", "3", false)]
    [InlineData("(< 2.718 (exp x) 2.719)", "1", "0", true)]
    [InlineData("(< 2.719 (exp x) 2.720)", "1", "0", false)]
    [InlineData("(< 0.693 (log x) 0.694)", "2", "0", true)]
    [InlineData("(< 0.841 (sin x) 0.842)", "1", "0", true)]
    [InlineData("(< 0.540 (cos x) 0.541)", "1", "0", true)]
    [InlineData("(< 1.557 (tan x) 1.558)", "1", "0", true)]
    [InlineData("(< 0.523 (arcsin x) 0.524)", "1/2", "0", true)]
    [InlineData("(< 0.523 (asin x) 0.524)", "1/2", "0", true)]
    [InlineData("(< 1.047 (arccos x) 1.048)", "1/2", "0", true)]
    [InlineData("(< 1.047 (acos x) 1.048)", "1/2", "0", true)]
    [InlineData("(< 0.785 (arctan x) 0.786)", "1", "0", true)]
    [InlineData("(< 0.785 (atan x) 0.786)", "1", "0", true)]
    [InlineData("(< 3.14159 real.pi pi 4)", "0", "0", false)]
    [InlineData("(and (< 3.14159 real.pi) (< pi 3.14160))", "0", "0", true)]
    [InlineData("(< x y 5)", "2", "3", true)]
    [InlineData("(< x y 3)", "2", "3", false)]
    [InlineData("(>= 5 y x x)", "2", "3", true)]
    [InlineData("(> 5 y x x)", "2", "3", false)]
    [InlineData("(distinct x y 2)", "1", "3", true)]
    [InlineData("(distinct x y 2)", "1", "2", false)]
    [InlineData("(distinct x y 1)", "1", "2", false)]
    [InlineData("(=> (> x 0) (> y 0) (> x y))", "2", "3", false)]
    [InlineData("(=> (> x 0) (> y 0) (> x y))", "2", "-3", true)]
    [InlineData("(xor (> x 0) (> y 0))", "2", "3", false)]
    [InlineData("(xor (> x 0) (> y 0))", "2", "-3", true)]
    [InlineData("(xor (> x 0) (> y 0) (> 1 0))", "2", "3", true)]
    [InlineData("(= (> x 0) (> y 0))", "2", "3", true)]
    [InlineData("(= (> x 0) (> y 0))", "2", "-3", false)]
    [InlineData("(distinct (> x 0) (> y 0))", "2", "-3", true)]
    [InlineData("(distinct (> x 0) (> y 0) true)", "2", "-3", false)]
    [InlineData("(not (or (> x 0) (not (> y 0))))", "-2", "3", true)]
    [InlineData("(not (or (> x 0) (not (> y 0))))", "2", "3", false)]
    [InlineData("(ite (> x 0) (> y 0) (< y 0))", "-1", "-1", true)]
    [InlineData("(ite (> x 0) (> y 0) (< y 0))", "1", "-1", false)]
    [InlineData("(= (ite (> x 0) (* 2 y) (- 7)) 6)", "1", "3", true)]
    [InlineData("(= (ite (> x 0) (* 2 y) (- 7)) (- 7))", "-1", "3", true)]
    [InlineData("(= (ite (> x 0) (* 2 y) (- 7)) (- 7))", "1", "3", false)]
    [InlineData("(= (+ (ite (> x 0) 1 2) (ite (> x 0) 10 20) (ite (> y 0) 100 200)) 211)", "1", "-3", true)]
    [InlineData("(= (+ (ite (> x 0) 1 2) (ite (> x 0) 10 20) (ite (> y 0) 100 200)) 122)", "-1", "3", true)]
    [InlineData("(= (+ (ite (> x 0) 1 2) (ite (> x 0) 10 20) (ite (> y 0) 100 200)) 121)", "-1", "3", false)]
    [InlineData("(= (ite (not (> x 0)) (ite (> y 0) 1 2) (ite (> y 0) 3 4)) 4)", "1", "-1", true)]
    [InlineData("(= (sqrt (ite (> x 0) 4 9)) 3)", "-1", "0", true)]
    [InlineData("(let ((x y) (y x)) (< x y))", "3", "2", true)]
    [InlineData("(let ((x y) (y x)) (< x y))", "2", "3", false)]
    [InlineData("(let ((a (+ x 1))) (let ((a (* a a)) (b a)) (= a (* b b) 16)))", "3", "0", true)]
    [InlineData("(let ((p (> x 0))) (and p (not (not p))))", "3", "0", true)]
    [InlineData("(! (> x 0) :named first)", "3", "0", true)]
    [InlineData("(= (to_real x) 3)", "3", "0", true)]
    [InlineData("true", "0", "0", true)]
    [InlineData("(not false)", "0", "0", true)]
    [InlineData("(and true (< 1 2 2))", "0", "0", false)]
    public void Formulas_have_their_meaning(string formula, string x, string y, bool expected) =>
        Assert.Equal(expected ? Truth.True : Truth.False, Decide(Declarations + $"(assert {formula})", x, y));

    [Theory]
    [InlineData("(assert (> (/ 1 x) 0))")]
    [InlineData("(assert (not (> (/ 1 x) 0)))")]
    [InlineData("(assert (> (log x) (- 1000000)))")]
    [InlineData("(assert (< (* 0 (sqrt (- x 1))) 1))(assert (= (^ x (- 1)) 3))")]
    public void Nothing_is_concluded_where_a_function_has_no_value(string assertion) =>
        Assert.Equal(Truth.Unknown, Decide(Declarations + assertion, "0", "0"));

    [Fact]
    public void Definitions_are_expanded_with_their_own_names()
    {
        const string Script =
            """
            (declare-const x Real)(declare-const y Real)
            (define-fun max ((a Real) (b Real)) Real (ite (< a b) b a))
            (define-fun between ((l Real) (v Real) (h Real)) Bool (and (<= l v) (<= v h)))
            (define-fun twice ((x Real)) Real (+ x x))
            (define-fun outer ((p Real)) Real (twice (let ((x (+ p 1))) (twice x))))
            (define-const c Real (twice 4))
            (define-fun always () Bool true)
            (assert (let ((a 100)) (and always (= (max x y) 5) (between 0 x c) (= (outer y) 24))))
            """;
        Assert.Equal(Truth.True, Decide(Script, "3", "5"));
        Assert.Equal(Truth.False, Decide(Script, "9", "5"));
        Assert.Equal(Truth.False, Decide(Script, "3", "4"));
    }

    [Fact]
    public void Conditions_that_spell_min_max_and_abs_become_those()
    {
        Assert.Equal("max(x, y) > 0", Print("(assert (> (ite (>= x y) x y) 0))"));
        Assert.Equal("max(y, x) > 0", Print("(assert (> (ite (< x y) y x) 0))"));
        Assert.Equal("min(y, x) > 0", Print("(assert (> (ite (<= x y) x y) 0))"));
        Assert.Equal("abs(x - y) > 1", Print("(assert (> (ite (>= (- x y) 0) (- x y) (- (- x y))) 1))"));
        Assert.Equal("abs(x) > 1", Print("(assert (> (ite (not (< x 0)) x (- x)) 1))"));
        Assert.DoesNotContain("abs", Print("(assert (> (ite (>= x 0) (- x) x) 1))"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-100", "-100")]
    [InlineData("-0.25", "-1/4")]
    [InlineData("1e-6", "1/1000000")]
    [InlineData("2.5E3", "2500")]
    [InlineData("-1.5e+1", "-15")]
    public void Numbers_may_have_a_sign_and_an_exponent(string written, string value) => Assert.Equal($"x > {value}", Print($"(assert (> x {written}))"));

    [Theory]
    [InlineData("(sinh x)", "sinh(x)")]
    [InlineData("(arctanh x)", "atanh(x)")]
    [InlineData("(ln x)", "log(x)")]
    [InlineData("(log2 x)", "log(x)/log(2)")]
    [InlineData("(exp2 x)", "exp(x·log(2))")]
    [InlineData("(atan2 y x)", "2·arctan(y/(x + sqrt(x^2 + y^2)))")]
    [InlineData("(cbrt (erf e))", "cbrt(erf(exp(1)))")]
    [InlineData("(^ x (/ 1 3))", "pow(x, 1/3)")]
    [InlineData("(^ x 0.5)", "pow(x, 1/2)")]
    [InlineData("(^ x y)", "pow(x, y)")]
    [InlineData("(^ x 2.0)", "x^2")]
    public void Functions_beyond_the_first_ones(string written, string term) => Assert.Equal($"{term} > 7", Print($"(assert (> {written} 7))"));

    [Theory]
    [InlineData("(assert (> x ))", "f:2:9: '>' has 1 argument(s); it takes at least 2")]
    [InlineData("(assert (> x z))", "f:2:14: unknown symbol 'z'; declare it with (declare-const name Real)")]
    [InlineData("(assert (> x +3))", "f:2:14: unknown symbol '+3'; numbers are written 12, 0.25, (- 3) and (/ 1 3)")]
    [InlineData("(assert (> x sin))", "f:2:14: unknown symbol 'sin'; it is a function and needs arguments: (sin ...)")]
    [InlineData("(assert (> (sine x) 0))", "f:2:13: unknown function 'sine'; allowed are and or not")]
    [InlineData("(assert (> (sin x y) 0))", "f:2:12: 'sin' has 2 argument(s); it takes 1")]
    [InlineData("(assert (> (x 1) 0))", "f:2:12: 'x' is a constant of sort Real and takes no arguments")]
    [InlineData("(assert (and x true))", "f:2:14: argument 1 of 'and' has sort Real; it must have sort Bool")]
    [InlineData("(assert (= x true))", "f:2:14: argument 2 of '=' has sort Bool; it must have sort Real")]
    [InlineData("(assert (> (ite true x false) 0))", "f:2:24: argument 3 of 'ite' has sort Bool; it must have sort Real")]
    [InlineData("(assert x)", "f:2:9: an assertion must have sort Bool; this has sort Real")]
    [InlineData("(assert (> (^ x 2000000) 0))", "f:2:17: the exponent of ^ is 2000000; allowed")]
    [InlineData("(assert ((_ f 1) x))", "f:2:9: expected an application")]
    [InlineData("(assert (forall ((z Real)) (> z x)))", "f:2:9: quantifiers are not supported")]
    [InlineData("(assert (let ((a 1) (a 2)) true))", "f:2:22: 'a' is bound twice in one let")]
    [InlineData("(assert (let (a 1) true))", "f:2:9: let must have the form (let ((name value) ...) body)")]
    [InlineData("(assert (let ((a 1)) (> b a)))", "f:2:25: unknown symbol 'b'")]
    [InlineData("(assert (and (let ((a 1)) (> x a)) (> a 0)))", "f:2:39: unknown symbol 'a'")]
    [InlineData("(assert \"text\")", "f:2:9: expected a term or a formula, found \"text\"")]
    [InlineData("(assert)", "f:2:1: 'assert' must have the form (assert FORMULA)")]
    [InlineData("(declare-const n Int)", "f:2:18: variables of sort Int are not supported; allowed are Real and Bool")]
    [InlineData("(declare-const b Bool)(assert (> b 0))", "f:2:34: argument 1 of '>' has sort Bool; it must have sort Real")]
    [InlineData("(declare-fun g (Real) Real)", "f:2:16: functions without a definition are not supported")]
    [InlineData("(declare-const x Real)", "f:2:16: 'x' is already declared")]
    [InlineData("(declare-const ite Real)", "f:2:16: 'ite' belongs to the language and cannot be declared")]
    [InlineData("(define-fun g ((a Real)) Real (> a 0))", "f:2:31: the definition of 'g' has sort Bool; it must have the stated sort Real")]
    [InlineData("(define-fun g ((a Real)) Real (+ a b))", "f:2:36: unknown symbol 'b'")]
    [InlineData("(define-fun g ((a Real)) Real (g a))", "f:2:32: unknown function 'g'")]
    [InlineData("(define-fun-rec g ((a Real)) Real (g a))", "f:2:1: 'define-fun-rec' is not supported")]
    [InlineData("(define-fun g ((a Real)) Real a)\n(assert (> (g x y) 0))", "f:3:12: 'g' has 2 argument(s); it is defined with 1")]
    [InlineData("(define-fun g ((a Bool)) Bool a)\n(assert (g x))", "f:3:12: argument 1 of 'g' has sort Real; it must have sort Bool")]
    [InlineData("(push 1)(pop 2)", "f:2:9: pop takes back 2 level(s), and there are 1")]
    [InlineData("(pop)", "f:2:1: pop takes back 1 level(s), and there are 0")]
    [InlineData("(push 100001)", "f:2:1: more than 100000 levels")]
    [InlineData("(push 99999999999999999999)", "f:2:7: 99999999999999999999 is not a number of levels")]
    [InlineData("(push x)", "f:2:7: x is not a number of levels")]
    [InlineData("(push 1 1)", "f:2:1: 'push' must have the form (push NUMERAL)")]
    [InlineData("(reset)", "f:2:1: 'reset' is not supported; push, pop and check-sat are")]
    [InlineData("(check-sat-assuming (x))", "f:2:22: an assertion must have sort Bool; this has sort Real")]
    [InlineData("(check-sat-assuming true)", "f:2:21: 'check-sat-assuming' must have the form (check-sat-assuming (FORMULA ...))")]
    [InlineData("(get-model)", "f:2:1: 'get-model' asks about an answer; it has to stand after a (check-sat)")]
    [InlineData("(get-info name)", "f:2:1: 'get-info' must have the form (get-info :KEYWORD)")]
    [InlineData("(minimize (> x 0))", "f:2:11: an objective must have sort Real; this has sort Bool")]
    [InlineData("(minimize x)(maximize y)", "f:2:13: a second objective beside the one at 2:1")]
    [InlineData("(assert (! (> x 0) :named y))", "f:2:27: 'y' is already declared")]
    [InlineData("(push)(declare-const z Real)(pop)\n(assert (> z 0))", "f:3:12: unknown symbol 'z'")]
    [InlineData("(push)(define-fun g ((a Real)) Real a)(pop)\n(assert (> (g x) 0))", "f:3:13: unknown function 'g'")]
    [InlineData("(push)(declare-const x Real)", "f:2:22: 'x' is already declared")]
    [InlineData("(minimise x)", "f:2:1: unknown command 'minimise'; allowed are set-logic")]
    [InlineData("(set-info :status maybe)", "f:2:19: status maybe; allowed are sat, unsat and unknown")]
    [InlineData("(set-logic)", "f:2:1: 'set-logic' must have the form (set-logic NAME)")]
    [InlineData("assert", "f:2:1: expected a command (name ...), found assert")]
    [InlineData("()", "f:2:1: expected a command (name ...), found ()")]
    [InlineData("(get-value (w))", "f:2:13: unknown symbol 'w'")]
    [InlineData("(assert (> x 1)", "f:2:1: this '(' has no partner")]
    public void Mistakes_are_reported_with_their_place(string line, string message)
    {
        SmtInputException error = Assert.Throws<SmtInputException>(() => Read(Declarations + line));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_numbers_are_exact()
    {
        string digits = string.Concat(Enumerable.Repeat("1234567890", 40));
        Assert.Equal(Truth.True, Decide(Declarations + $"(assert (= x {digits}))(assert (= y 0.{digits}))", digits, $"{digits}/1{new string('0', 400)}"));
        Assert.Equal(Truth.False, Decide(Declarations + $"(assert (= x {digits}))", digits[..^1] + "1", "0"));
        Assert.Contains("allowed are 30000", Assert.Throws<SmtInputException>(() => Read($"(assert (< 0 {new string('1', 40_000)}))")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_read()
    {
        const int Depth = 50_000;
        string sum = $"{string.Concat(Enumerable.Repeat("(+ 1 ", Depth))}x{new string(')', Depth)}";
        Assert.Equal(Truth.True, Decide(Declarations + $"(assert (= {sum} {Depth + 2}))", "2", "0"));
        string not = $"{string.Concat(Enumerable.Repeat("(not ", Depth))}(> x 0){new string(')', Depth)}";
        Assert.Equal(Truth.False, Decide(Declarations + $"(assert {not})", "-2", "0"));
        string and = $"{string.Concat(Enumerable.Repeat("(and (> x 0) ", Depth))}(> y 0){new string(')', Depth)}";
        Assert.Equal(Truth.True, Decide(Declarations + $"(assert {and})", "2", "1"));
        string let = $"{string.Concat(Enumerable.Range(0, Depth).Select(i => $"(let ((a{i} (+ {(i == 0 ? "x" : $"a{i - 1}")} 1))) "))}(= a{Depth - 1} {Depth + 2}){new string(')', Depth)}";
        Assert.Equal(Truth.True, Decide(Declarations + $"(assert {let})", "2", "0"));
    }

    // {0} is the number of the definition, {1} the one before.
    [Theory]
    [InlineData("((a Real)) Real (+ a 1)", "((a Real)) Real (+ (f{1} (* 2 a)) (f{1} (* 3 (+ a 1))))", "(> (f40 x) 0)", 40, "steps")]
    [InlineData("() Bool (> x 0)", "() Bool (xor f{1} (> x {0}))", "f40", 40, "after expansion")]
    [InlineData("() Real x", "() Real (+ f{1} (ite (> y {0}) 1 2))", "(> f40 0)", 40, "cases")]
    [InlineData("() Real x", "() Real (+ f{1} (ite (> y {0}) 1 2))", "(> f11 (+ x (ite (> x 1) 1 2) (ite (> x 2) 1 2) (ite (> x 3) 1 2)))", 11, "cases")]
    [InlineData("() Real 3", "() Real (* f{1} f{1} 7)", "(> f40 x)", 40, "constant")]
    [InlineData("() Bool (> x 0)", "() Bool (and (or f{1} (> x {0})) (or f{1} (> y {0})))", "f40", 40, "after expansion")]
    [InlineData("() Bool (> x 0)", "() Bool (or (> x {0}) (and f{1} (> y {0})))", "f2000", 2000, "after expansion")]
    public void A_script_that_describes_something_enormous_is_refused(string first, string next, string formula, int count, string reason)
    {
        var script = new StringBuilder(Declarations).AppendLine($"(define-fun f0 {first})");
        for (int i = 1; i <= count; i++)
        {
            string definition = next.Replace("{0}", $"{i}", StringComparison.Ordinal).Replace("{1}", $"{i - 1}", StringComparison.Ordinal);
            script.AppendLine($"(define-fun f{i} {definition})");
            if (i == 5)
            {
                _ = Read($"{script}(assert {formula.Replace($"f{count}", "f5", StringComparison.Ordinal)})"); // five of them are fine
            }
        }

        string message = Assert.Throws<SmtInputException>(() => Read($"{script}(assert {formula})")).Message;
        Assert.Contains(reason, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sharing_keeps_a_large_graph_small()
    {
        var script = new StringBuilder(Declarations);
        script.Append("(define-fun f0 ((a Real)) Real (+ a 1))");
        for (int i = 1; i <= 100; i++)
        {
            script.Append($"(define-fun f{i} ((a Real)) Real (+ (f{i - 1} a) (f{i - 1} a)))");
        }

        script.Append("(assert (= (f100 x) (* 3 (^ 2 100))))");
        Assert.Equal(Truth.True, Decide(script.ToString(), "2", "0"));
    }

    [Fact]
    public void Bounds_become_ranges_and_the_statement_says_unsatisfiable()
    {
        Statement statement = ScriptStatement.Unsatisfiable(Ask(Declarations + "(assert (<= 0 x 2))(assert (> 1 x))(assert (= y 3))(assert (> (* x y) 3))"));
        Assert.Equal(["x ∈ [0, 1]", "y ∈ [3, 3]"], statement.Variables.Select(v => v.ToString()));
        Assert.Null(ConfirmedWitness.TryConfirm(statement, [1, 3]));
        Assert.NotNull(ConfirmedWitness.TryConfirm(
            ScriptStatement.Unsatisfiable(Ask(Declarations + "(assert (<= 0 x 2))(assert (>= 1 x))(assert (= y 3))(assert (>= (* x y) 3))")), [1, 3]));

        Statement contradictory = ScriptStatement.Unsatisfiable(Ask(Declarations + "(assert (<= 2 x))(assert (<= x 1))"));
        Assert.Equal("x ∈ [2, ∞]", contradictory.Variables[0].ToString());
        Assert.Null(ConfirmedWitness.TryConfirm(contradictory, [2, 0]));
    }

    [Property(MaxTest = 300)]
    public bool Ite_in_terms_agrees_with_its_definition(sbyte x, sbyte y, byte shape)
    {
        string c1 = shape % 2 == 0 ? "(< x y)" : "(not (and (> x 0) (> y 0)))";
        bool v1 = shape % 2 == 0 ? x < y : !(x > 0 && y > 0);
        bool v2 = shape % 3 == 0 ? x >= 0 : y != 3;
        string c2 = shape % 3 == 0 ? "(>= x 0)" : "(distinct y 3)";
        long inner = v2 ? x : -x;
        long value = (v1 ? inner + y : y * 2) - (v2 ? inner * inner : 7);
        string term = $"(- (ite {c1} (+ (ite {c2} x (- x)) y) (* y 2)) (ite {c2} (* (ite {c2} x (- x)) (ite {c2} x (- x))) 7))";
        string number = value < 0 ? $"(- {-value})" : $"{value}";
        return Decide(Declarations + $"(assert (= {term} {number}))", $"{x}", $"{y}") == Truth.True
            && Decide(Declarations + $"(assert (= {term} (+ 1 {number})))", $"{x}", $"{y}") == Truth.False;
    }

    private static SmtScript Read(string text) => SmtScriptReader.Read(text, "f");

    private static SmtQuestion Ask(string text) => Read(text + "(check-sat)").OnlyQuestion();

    private static string Print(string assertion) => Ask(Declarations + assertion).Assertions[0].Formula.ToString();

    private static Truth Decide(string script, string x, string y) => CompiledFormula
        .Compile(["x", "y"], Formula.All(Ask(script).Assertions.Select(a => a.Formula)))
        .DecideAt([Rational.Parse(x), Rational.Parse(y)]);
}
