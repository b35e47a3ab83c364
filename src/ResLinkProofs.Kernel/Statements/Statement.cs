using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Statements;

/// <summary>
/// A closed statement: for all values of the variables in their ranges, if the matrix bounds and the hypothesis hold, then so
/// does the conclusion. What certificates prove and what witnesses refute. Immutable: it keeps copies of what it is given.
/// </summary>
public sealed class Statement
{
    /// <summary>States that the hypothesis implies the conclusion for all values of the variables.</summary>
    /// <param name="variables">The variables; names are distinct and cover both formulas.</param>
    /// <param name="hypothesis">What is assumed beside the ranges.</param>
    /// <param name="conclusion">What is claimed.</param>
    /// <param name="matrixBounds">Spectral norm bounds that are assumed as well; none by default.</param>
    /// <exception cref="ArgumentException">A name is repeated or a formula has a variable that is not listed.</exception>
    public Statement(
        IReadOnlyList<RealVariable> variables,
        Formula hypothesis,
        Formula conclusion,
        IReadOnlyList<SpectralBound>? matrixBounds = null)
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(hypothesis);
        ArgumentNullException.ThrowIfNull(conclusion);
        Variables = [.. variables];
        VariableNames = [.. Variables.Select(v => v.Name)];
        Hypothesis = hypothesis;
        Conclusion = conclusion;
        MatrixBounds = [.. matrixBounds ?? []];

        // Compiling refuses repeated names, and variables that no name stands for.
        Tape.Compile(
            VariableNames, [.. (hypothesis & conclusion).Atoms().Select(a => a.Difference), .. MatrixBounds.SelectMany(b => b.Entries())]);
    }

    /// <summary>The quantified variables.</summary>
    public IReadOnlyList<RealVariable> Variables { get; }

    /// <summary>The names of the variables, in order.</summary>
    public IReadOnlyList<string> VariableNames { get; }

    /// <summary>What is assumed beside the ranges and the matrix bounds.</summary>
    public Formula Hypothesis { get; }

    /// <summary>What is claimed.</summary>
    public Formula Conclusion { get; }

    /// <summary>Spectral norm bounds that are assumed.</summary>
    public IReadOnlyList<SpectralBound> MatrixBounds { get; }

    /// <summary>The statement in one line.</summary>
    public override string ToString() =>
        $"∀ {string.Join(", ", Variables)}: "
            + $"{string.Concat(MatrixBounds.Select(b => $"‖{b.Name}‖₂ ≤ {b.Bound} ∧ "))}{Hypothesis} ⟹ {Conclusion}";
}
