using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Smt.Reading;

namespace ResLinkProofs.Tests.Smt.Reading;

/// <summary>Integrals in scripts: names, cases, bounds, and what is refused.</summary>
public sealed class IntegralReadingTests
{
    [Theory]
    [InlineData("(integral (x 0 1) (* x x))", 1 / 3.0)]
    [InlineData("(integral (x 0 x) x)", 2.0)]
    [InlineData("(let ((y x)) (integral (x 0 1) (+ x y)))", 2.5)] // the outer x under another name is not captured
    [InlineData("(integral (x 0 1) (let ((x (* 2 x))) x))", 1.0)]
    [InlineData("(integral (x 0 1) (integral (x 0 x) 1))", 0.5)]
    [InlineData("(integral (x 0 1) (g x))", 2.5)] // a function's x is its own
    [InlineData("(integral (t 0 x) (ite (< t 1) 0 t))", 1.5)]
    [InlineData("(integral (t 0 (ite (> x 0) 1 2)) 1)", 1.0)]
    [InlineData("(integral (t (- oo) oo) (exp (- (* t t))))", 1.7724538509055159)]
    [InlineData("(integral (t 0 oo) (exp (- t)))", 1.0)]
    [InlineData("(integral (t -oo 0) (exp t))", 1.0)]
    [InlineData("(integral (t x 0) t)", -2.0)]
    public void An_integral_is_read(string text, double expected)
    {
        // x = 2, and g(x) = x + 2.
        SmtScript script = SmtScriptReader.Read(
            $"(declare-const x Real)(define-fun g ((z Real)) Real (+ z 2))(assert (= x 2))(assert (>= {text} 0))(check-sat)", "test.smt2");
        var atoms = script.OnlyQuestion().Assertions.SelectMany(a => a.Formula.Atoms()).ToArray();
        CompiledFormula compiled = CompiledFormula.Compile(["x"], Formula.All(script.OnlyQuestion().Assertions.Select(a => a.Formula)));
        Interval[] slots = new Interval[compiled.Tape.Length];
        IntervalEvaluation.Run(compiled.Tape, [Interval.Point(2)], slots);
        bool isFound = atoms.Skip(1).Any(a => slots[compiled.SlotOf[a]] is { Width: < 0.1 } value && value.Contains(expected));
        Assert.True(isFound, string.Join("; ", atoms.Select(a => $"{a}: {slots[compiled.SlotOf[a]]}")));
    }

    [Theory]
    [InlineData("(integral (x 0 1))", "form")]
    [InlineData("(integral (x 0) x)", "form")]
    [InlineData("(integral x 0 1 x)", "form")]
    [InlineData("(integral (and 0 1) 1)", "belongs to the language")]
    [InlineData("(integral (t 0 1) true)", "sort Real")]
    [InlineData("(integral (t true 1) 1)", "sort Real")]
    [InlineData("(integral (t oo 1) 1)", "upwards")]
    [InlineData("(integral (t 0 (- oo)) 1)", "upwards")]
    [InlineData("(integral (t 0 1) (integral (u 0 1) (integral (v 0 1) (* t u v))))", "nested")]
    [InlineData("(integral (t 0 1) u)", "unknown symbol")]
    [InlineData("(+ t (integral (t 0 1) t))", "unknown symbol")]
    [InlineData("(+ (integral (t 0 1) (! t :named s)) s)", "unknown symbol")] // no name leaves an integral
    public void What_is_no_integral_is_refused(string text, string message)
    {
        var error = Assert.Throws<SmtInputException>(() => SmtScriptReader.Read($"(declare-const x Real)(assert (>= {text} 0))(check-sat)", "test.smt2"));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
