using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Testing.Properties;

namespace ResLinkProofs.Kernel.Tests.Terms;

[FsCheck.Xunit.Properties(Arbitrary = [typeof(TermCases)])]
public sealed class TermPrinterTests
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");

    [Property(MaxTest = 2000)]
    public void What_is_printed_reads_back_to_the_same_value(AlgebraicCase c)
    {
        Term again = InfixReader.Read(c.Term.ToString());
        Assert.Equal(Value(c.Term, c.Point), Value(again, c.Point));
    }

    [Property(MaxTest = 500)]
    public void What_is_printed_of_all_functions_reads_back_to_the_same_enclosure(ElementaryCase c)
    {
        Interval value = Enclosure(c.Term, c.Point), again = Enclosure(InfixReader.Read(c.Term.ToString()), c.Point);
        Assert.True(value.Lower <= again.Upper && again.Lower <= value.Upper, $"{value} and {again}");
    }

    [Fact]
    public void Parentheses_appear_only_where_precedence_asks_for_them()
    {
        Assert.Equal("x - (y - 1)", (X - (Y - 1)).ToString());
        Assert.Equal("x - y - 1", (X - Y - 1).ToString());
        Assert.Equal("x + y + 1", (X + Y + 1).ToString());
        Assert.Equal("(x + y)·x", ((X + Y) * X).ToString());
        Assert.Equal("x/(y·x)", (X / (Y * X)).ToString());
        Assert.Equal("x/y·x", (X / Y * X).ToString());
        Assert.Equal("(-x)^2", Term.Square(-X).ToString());
        Assert.Equal("-x^2", (-Term.Square(X)).ToString());
        Assert.Equal("(x^2)^3", Term.Pow(Term.Square(X), 3).ToString());
        Assert.Equal("x^(-2)", Term.Pow(X, -2).ToString());
        Assert.Equal("-(x·y)", (-(X * Y)).ToString());
        Assert.Equal("min(x, π)", Term.Min(X, Term.Pi).ToString());
        Assert.Equal("arcsin(sqrt(x))", Term.Asin(Term.Sqrt(X)).ToString());
    }

    [Fact]
    public void Fractions_bind_like_quotients()
    {
        Assert.Equal("x/(-2/3)", (X / Term.Ratio(-2, 3)).ToString());
        Assert.Equal("x/(2/3)", (X / Term.Ratio(2, 3)).ToString());
        Assert.Equal("x/-2", (X / -2).ToString());
    }

    [Fact]
    public void Long_terms_are_cut()
    {
        Term sum = Term.Sum(Enumerable.Range(0, 1000).Select(i => Term.Variable($"v{i}")));
        Assert.EndsWith("…", TermPrinter.Print(sum, 50), StringComparison.Ordinal);
        Assert.Equal(51, TermPrinter.Print(sum, 50).Length);
        Assert.DoesNotContain("…", TermPrinter.Print(sum, 100_000), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => TermPrinter.Print(sum, 0));
    }

    private static Rational? Value(Term term, IReadOnlyList<Rational> point)
    {
        Tape tape = Tape.Compile(TermCases.Names, [term]);
        return RationalEvaluation.Run(tape, point)[tape.Outputs[0]];
    }

    private static Interval Enclosure(Term term, IReadOnlyList<Rational> point)
    {
        Tape tape = Tape.Compile(TermCases.Names, [term]);
        var slots = new Interval[tape.Length];
        IntervalEvaluation.Run(tape, [.. point.Select(Interval.Enclose)], slots);
        return slots[tape.Outputs[0]];
    }
}
