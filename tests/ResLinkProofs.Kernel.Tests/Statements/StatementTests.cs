using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Statements;

public sealed class StatementTests
{
    private static readonly Term X = Term.Variable("x"), Q = Term.Variable("q");
    private static readonly RealVariable[] Variables = [new("x", -1, 1), new("y", -1, 1)];

    [Fact]
    public void Every_variable_of_the_formulas_must_be_quantified_once()
    {
        Assert.Equal(2, new Statement(Variables, X > 0, X >= -1).Variables.Count);
        Assert.Contains("'q'", Assert.Throws<ArgumentException>(() => new Statement(Variables, X > 0, Q >= -1)).Message, StringComparison.Ordinal);
        Assert.Contains("'q'", Assert.Throws<ArgumentException>(() => new Statement(Variables, Q > 0, X >= -1)).Message, StringComparison.Ordinal);
        Assert.Contains("'x'", Assert.Throws<ArgumentException>(() => new Statement([.. Variables, new("x", 0, 5)], X > 0, X >= -1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_entry_of_a_bounded_matrix_must_be_quantified()
    {
        Assert.Single(new Statement(Variables, X > 0, X >= -1, [new SpectralBound("M", [["x", "y"]], Rational.One)]).MatrixBounds);
        Assert.Throws<ArgumentException>(() => new Statement(Variables, X > 0, X >= -1, [new SpectralBound("M", [["x", "z"]], Rational.One)]));
    }
}
