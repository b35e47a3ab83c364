using FsCheck;
using FsCheck.Fluent;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Smt.Reading;
using ResLinkProofs.Smt.Writing;
using ResLinkProofs.Testing.Properties;

namespace ResLinkProofs.Tests.Smt.Writing;

[FsCheck.Xunit.Properties(Arbitrary = [typeof(Generators)])]
public sealed class SmtQueryTests
{
    private static readonly Term X = Term.Variable("x");
    private static readonly Term Y = Term.Variable("y");

    [Property(MaxTest = 500)]
    public bool What_is_written_is_read_back_with_the_same_meaning(Sample sample)
    {
        SmtQuestion script = SmtScriptReader.Read(SmtQuery.Of(["x", "y"], [sample.Formula]).Script, "query").OnlyQuestion();
        Truth read = CompiledFormula.Compile(["v0", "v1"], Formula.All(script.Assertions.Select(a => a.Formula))).DecideAt([sample.X, sample.Y]);
        return read == CompiledFormula.Compile(["x", "y"], sample.Formula).DecideAt([sample.X, sample.Y]) && read != Truth.Unknown;
    }

    [Fact]
    public void The_comparison_of_meanings_tells_formulas_apart()
    {
        // Positive control of the test above: the samples make formulas true and false.
        Truth[] truths = [.. Generators.Samples().Generator.Sample(200, new Rnd(3, 5), 50).Select(s => CompiledFormula.Compile(["x", "y"], s.Formula).DecideAt([s.X, s.Y]))];
        Assert.InRange(truths.Count(t => t == Truth.True), 40, 160);
    }

    [Fact]
    public void Roots_and_quotients_become_variables_with_their_equations()
    {
        SmtQuery query = SmtQuery.Of(["x", "y"], [X >= 1, Term.Sqrt(X) / (1 + X) > 1 / Y]);
        Assert.True(query.IsExact);
        Assert.Equal(
            """
            (set-option :produce-models true)
            (set-logic QF_NRA)
            (declare-const v0 Real)
            (declare-const v1 Real)
            (declare-const u0 Real)
            (assert (>= u0 0.0))
            (assert (= (* u0 u0) v0))
            (declare-const u1 Real)
            (assert (= (* u1 (+ 1.0 v0)) u0))
            (declare-const u2 Real)
            (assert (or (= v1 0.0) (= (* u2 v1) 1.0)))
            (assert (>= v0 1.0))
            (assert (> u1 u2))
            (check-sat)

            """,
            query.Script);
    }

    [Fact]
    public void Transcendental_terms_become_variables_within_the_kernels_enclosure()
    {
        SmtQuery query = SmtQuery.Of(["x"], [X.EqualTo(1), Term.Exp(X) > 3]);
        Assert.False(query.IsExact);
        SmtQuestion script = SmtScriptReader.Read(query.Script, "query").OnlyQuestion();
        var compiled = CompiledFormula.Compile(["v0", "e"], Formula.All(script.Assertions.SkipLast(1).Select(a => a.Formula is Atom atom ? Rename(atom) : a.Formula)));
        Assert.Equal(Truth.True, compiled.DecideAt([1, Rational.Parse("2.71828182845904523536")]));
        Assert.Equal(Truth.False, compiled.DecideAt([1, Rational.Parse("2.7182818285")]));
        Assert.Equal(Truth.False, compiled.DecideAt([1, Rational.Parse("2.7182818284")]));
    }

    [Fact]
    public void Names_cannot_change_the_meaning_of_the_text()
    {
        const string Evil = "x) Real)(assert false)(declare-const y";
        SmtQuery query = SmtQuery.Of([Evil, "v0"], [Term.Variable(Evil) > Term.Variable("v0")]);
        Assert.DoesNotContain("false", query.Script, StringComparison.Ordinal);
        Assert.EndsWith("(assert (> v0 v1))\n(check-sat)\n", query.Script, StringComparison.Ordinal);
        Assert.Equal(Evil, query.NameOf("v0"));
    }

    [Fact]
    public void Sharing_keeps_the_text_small()
    {
        Term term = X;
        for (int i = 0; i < 200; i++)
        {
            term = (term * term) + (i + 1);
        }

        Assert.InRange(SmtQuery.Of(["x"], [term > 0]).Script.Length, 1000, 20_000);
    }

    [Fact]
    public void Deep_terms_are_written()
    {
        Term term = X;
        for (int i = 0; i < 100_000; i++)
        {
            term = 1 - term;
        }

        Assert.InRange(SmtQuery.Of(["x"], [term > 0]).Script.Length, 100_000, 10_000_000);
    }

    [Fact]
    public void Powers_are_products_and_large_ones_are_refused()
    {
        Assert.Contains("(> (* v0 v0 v0) 0.0)", SmtQuery.Of(["x"], [Term.Pow(X, 3) > 0]).Script, StringComparison.Ordinal);
        Assert.DoesNotContain("^", SmtQuery.Of(["x"], [Term.Pow(X + 1, 5) + Term.Pow(X, -2) > 0]).Script, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SmtQuery.Of(["x"], [Term.Pow(X, 65) > 0]));
    }

    [Fact]
    public void Variables_must_be_listed_once()
    {
        Assert.Throws<ArgumentException>(() => SmtQuery.Of(["x"], [X > Y]));
        Assert.Throws<ArgumentException>(() => SmtQuery.Of(["x", "x"], [X > 0]));
    }

    [Theory]
    [InlineData("3", "3.0")]
    [InlineData("-3", "(- 3.0)")]
    [InlineData("1/3", "(/ 1.0 3.0)")]
    [InlineData("-1/3", "(- (/ 1.0 3.0))")]
    [InlineData("0", "0.0")]
    public void Rationals_are_written_exactly(string value, string text) => Assert.Equal(text, SmtText.Number(Rational.Parse(value)));

    [Theory]
    [InlineData("x1", "x1")]
    [InlineData("a b", "|a b|")]
    [InlineData("1x", "|1x|")]
    [InlineData("", "||")]
    [InlineData("γ", "|γ|")]
    public void Symbols_get_bars_where_they_must(string name, string text) => Assert.Equal(text, SmtText.Symbol(name));

    [Fact]
    public void A_model_is_written_so_that_it_can_be_read_back()
    {
        string model = SmtText.Model(["x", "y z"], [Rational.Parse("-1/3"), 2]);
        Assert.Equal("(\n  (define-fun x () Real (- (/ 1.0 3.0)))\n  (define-fun |y z| () Real 2.0)\n)", model);
        SmtQuestion script = SmtScriptReader.Read(model[1..^1] + "(assert (and (= x (/ (- 1) 3)) (= |y z| 2)))(check-sat)", "model").OnlyQuestion();
        Assert.Equal("true", script.Assertions[0].Formula.ToString());
        Assert.Throws<ArgumentException>(() => SmtText.Model(["x"], []));
    }

    [Fact]
    public void A_name_with_a_bar_cannot_be_written() => Assert.Throws<ArgumentException>(() => SmtText.Symbol("a|b"));

    // The comparisons with the fresh variable, whatever its name, as comparisons with e.
    private static Formula Rename(Atom atom)
    {
        Term left = Rename(atom.Left);
        Term right = Rename(atom.Right);
        return atom.Relation == Relation.Equal ? left.EqualTo(right) : left >= right;
    }

    private static Term Rename(Term term) => term.Name?.StartsWith('u') == true ? Term.Variable("e") : term;

    public sealed record Sample(Formula Formula, Rational X, Rational Y);

    private static class Generators
    {
        public static Arbitrary<Sample> Samples() => Arb.From(
            from formula in RandomFormulas.Polynomial(2)
            from x in Gen.Choose(-12, 12)
            from y in Gen.Choose(-12, 12)
            select new Sample(formula, new Rational(x, 2), new Rational(y, 3)));
    }
}
