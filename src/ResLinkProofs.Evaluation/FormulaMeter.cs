using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Evaluation;

/// <summary>Measures one formula by its relative margin.</summary>
/// <remarks>Not safe for use by several threads at once: it owns its working space.</remarks>
public sealed class FormulaMeter
{
    private readonly FormulaEvaluation _evaluation;

    /// <summary>Compiles a formula over the given variables.</summary>
    /// <param name="variables">Names that cover the formula.</param>
    /// <param name="formula">The formula.</param>
    public FormulaMeter(IReadOnlyList<string> variables, Formula formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        _evaluation = new FormulaEvaluation(variables, [(formula, MarginScale.Relative)]);
    }

    /// <summary>The relative margin at a point, in [-1, 1]; positive infinity for the true formula; NaN where undefined.</summary>
    /// <param name="point">One coordinate per variable.</param>
    public double Measure(ReadOnlySpan<double> point)
    {
        double margin = 0;
        _evaluation.Evaluate(point, new Span<double>(ref margin));
        return margin;
    }
}
