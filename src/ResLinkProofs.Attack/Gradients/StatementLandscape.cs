using ResLinkProofs.Evaluation;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Attack.Gradients;

/// <summary>The landscape of a closed statement, by reverse mode through its tape.</summary>
public sealed class StatementLandscape : Landscape
{
    private readonly FormulaEvaluation _parts;

    /// <summary>Compiles a statement.</summary>
    /// <param name="statement">The statement; its matrix bounds are not part of the landscape.</param>
    public StatementLandscape(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var parts = ImplicationParts.Of(statement.Hypothesis, statement.Conclusion, out int conclusions);
        _parts = new FormulaEvaluation(statement.VariableNames, parts);
        ConclusionCount = conclusions;
    }

    /// <inheritdoc/>
    public override int ConclusionCount { get; }

    /// <inheritdoc/>
    public override int Count => _parts.Count;

    /// <inheritdoc/>
    public override bool Evaluate(ReadOnlySpan<double> point, Span<double> margins) => _parts.Evaluate(point, margins);

    /// <inheritdoc/>
    public override bool PullBack(ReadOnlySpan<double> weights, Span<double> gradient)
    {
        gradient.Clear();
        _parts.PullBack(weights, gradient);
        return true;
    }
}
