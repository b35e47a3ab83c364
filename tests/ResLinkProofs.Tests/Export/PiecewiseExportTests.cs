using ResLinkProofs.Export;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Smt.Reading;

namespace ResLinkProofs.Tests.Export;

/// <summary>A piecewise term has three operands: it leaves the house with its condition, or not at all.</summary>
public sealed class PiecewiseExportTests
{
    private static readonly Term X = Term.Variable("x");

    private static ExportedTheorem Theorem { get; } = new(
        "t", [], new Statement([new RealVariable("x", -1, 1)], Formula.True, Term.Ite(X >= Term.Ratio(1, 4), X, -X) >= -1));

    [Fact]
    public void In_SMT_LIB_it_keeps_its_condition()
    {
        string text = Exporter.SmtLib([Theorem]);
        Assert.Contains("(ite (>= ", text, StringComparison.Ordinal);
        Assert.Equal(2, SmtScriptReader.Read(text, "t.smt2").Questions.Count);
        Assert.NotEqual(text, Exporter.SmtLib([Theorem with { Statement = new([new RealVariable("x", -1, 1)], Formula.True, Term.Ite(X >= Term.Ratio(1, 2), X, -X) >= -1) }]));
    }

    [Fact]
    public void Provers_without_a_name_for_it_are_not_given_it()
    {
        Assert.Contains("Conditional", Assert.Throws<UnsupportedShapeException>(() => Exporter.Coq([Theorem])).Message, StringComparison.Ordinal);
        Assert.Contains("Conditional", Assert.Throws<UnsupportedShapeException>(() => Exporter.Lean([Theorem])).Message, StringComparison.Ordinal);
        Assert.Throws<UnsupportedShapeException>(() => Exporter.Coq([Theorem with { Statement = new([new RealVariable("x", -1, 1)], Formula.True, Term.Cosh(X) >= 1) }]));
    }
}
