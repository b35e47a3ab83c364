using ResLinkProofs.Claims;
using ResLinkProofs.Proving;
using ResLinkProofs.Smt;
using ResLinkProofs.Smt.Reading;

namespace ResLinkProofs.Tests.Smt.Reading;

/// <summary>Which assertions each (check-sat) is about.</summary>
public sealed class SmtQuestionTests
{
    // The names of the variables and the right sides of "x > number" that each question is about.
    public static TheoryData<string, string[]> Scripts() => new()
    {
        { "(declare-const x Real)(check-sat)(assert (> x 1))", ["x:"] },
        { "(declare-const x Real)(assert (> x 1))(check-sat)(assert (> x 2))(get-model)", ["x:1"] },
        { "(declare-const x Real)(assert (> x 1))(check-sat)(assert (> x 2))(check-sat)(check-sat)", ["x:1", "x:1,2", "x:1,2"] },
        { "(declare-const x Real)(assert (> x 1))(check-sat)(declare-const y Real)(assert (> y 2))(check-sat)", ["x:1", "x y:1,2"] },
        { "(declare-const x Real)(assert (> x 1))(push 1)(assert (> x 2))(check-sat)(pop 1)(assert (> x 3))(check-sat)",
            ["x:1,2", "x:1,3"] },
        { "(declare-const x Real)(push)(assert (> x 1))(push)(assert (> x 2))(check-sat)(pop 2)(check-sat)", ["x:1,2", "x:"] },
        { "(declare-const x Real)(push 3)(assert (> x 1))(pop 1)(check-sat)(pop 2)(check-sat)(push 0)(pop 0)(check-sat)",
            ["x:", "x:", "x:"] },
        { "(push 1)(declare-const x Real)(assert (> x 1))(check-sat)(pop 1)(declare-const x Real)(assert (> x 2))(check-sat)",
            ["x:1", "x:2"] },
        { "(declare-const x Real)(push 1)(define-fun c () Real 1)(assert (> x c))(check-sat)(pop 1)(define-fun c () Real 2)(assert (> x c))(check-sat)", ["x:1", "x:2"] },
        { "(declare-const x Real)(push 1)(define-fun f ((a Real)) Real (+ a 1))(assert (> x (f 1)))(check-sat)(pop 1)(define-fun f ((a Real)) Real (- a 1))(assert (> x (f 1)))(check-sat)", ["x:2", "x:0"] },
        { "(declare-const x Real)(assert (> x 1))(exit)(check-sat)", [] },
        { "(declare-const x Real)(assert (> x 1))(check-sat)(exit)(check-sat)", ["x:1"] },
        { "", [] },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Each_is_about_what_stands_before_it_and_was_not_taken_back(string text, string[] expected)
    {
        SmtScript script = SmtScriptReader.Read(text, "f");
        Assert.Equal(expected, script.Questions.Select(q =>
            $"{string.Join(' ', q.Variables.Select(v => v.Name))}:{string.Join(',', q.Assertions.Select(a => a.Formula.ToString().Split(' ')[^1]))}"));
    }

    [Theory]
    [InlineData(
        "(set-info :status sat)(check-sat)(check-sat)(set-info :status unsat)(check-sat)(set-info :status sat)", "Sat Unknown Unsat")]
    [InlineData("(set-info :status sat)(set-info :status unsat)(check-sat)", "Unsat")]
    [InlineData("(check-sat)(set-info :status unsat)", "Unknown")]
    public void A_status_is_that_of_the_next_question(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', SmtScriptReader.Read(text, "f").Questions.Select(q => q.Status)));

    [Theory]
    [InlineData("(assert true)\n(check-sat)", null)]
    [InlineData("(assert true)\n(check-sat)\n(assert true)(assert true)", "3:1")]
    [InlineData("(assert true)\n(push)(assert true)(pop)\n(assert true)", "1:1")]
    [InlineData("(check-sat)(push)\n(push)(assert true)(pop)\n(assert true)(pop)(assert true)", "2:7")]
    [InlineData("(push)\n(assert true)(check-sat)(pop)", null)]
    [InlineData("(push)\n(assert true)(pop)(check-sat)(assert true)", "2:1")]
    public void What_nothing_is_asked_about_is_known(string text, string? position) =>
        Assert.Equal(position, SmtScriptReader.Read(text, "f").Unasked?.ToString());

    [Fact]
    public void Where_one_question_is_wanted_none_and_two_are_refused_with_their_place()
    {
        Assert.StartsWith("f:1:1: the script asks nothing", Refused("").Message, StringComparison.Ordinal);
        Assert.StartsWith("f:2:1: the script asks nothing", Refused("\n(assert true)").Message, StringComparison.Ordinal);
        Assert.StartsWith("f:1:13: a second (check-sat)", Refused("(check-sat) (check-sat)").Message, StringComparison.Ordinal);

        static SmtInputException Refused(string text)
        {
            SmtScript script = SmtScriptReader.Read(text, "f");
            Assert.Throws<SmtInputException>(() => ScriptStatement.Unsatisfiable(script));
            Assert.Throws<SmtInputException>(() => ScriptClaims.Of(script));
            return Assert.Throws<SmtInputException>(() => ScriptSolver.Solve(script));
        }
    }

    [Fact]
    public void Every_question_gets_its_own_answer()
    {
        SmtScript script = SmtScriptReader.Read(
            "(declare-const x Real)(assert (<= 0 x 1))(check-sat)(push)(assert (> x 2))(check-sat)(pop)(assert (> x 0.5))(check-sat)", "f");
        Assert.Equal(["sat", "unsat", "sat"], script.Questions.Select(q => ScriptSolver.Solve(q).Word));
    }

    [Fact]
    public void Many_questions_about_many_assertions_are_refused_and_not_copied_without_end()
    {
        string text = string.Concat(Enumerable.Repeat("(assert true)", 20_000)) + string.Concat(Enumerable.Repeat("(check-sat)", 20_000));
        Assert.Contains("steps", Assert.Throws<SmtInputException>(() => SmtScriptReader.Read(text, "f")).Message, StringComparison.Ordinal);
    }
}
