using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Statements;

/// <summary>One component of the state of a recurrence.</summary>
/// <param name="Name">How terms refer to its value z_t.</param>
/// <param name="Previous">How the conclusion refers to its value z_{t-1}.</param>
/// <param name="Initial">z_0, over the variables of the statement.</param>
/// <param name="Next">z_{t+1}, over the variables and the names of the components.</param>
public sealed record RecurrenceComponent(string Name, string Previous, Term Initial, Term Next);

/// <summary>
/// A closed statement about a sequence: for all values of the variables in their ranges, if the matrix bounds and the hypothesis hold, then
/// the sequence z_0, z_1 = next(z_0), ... satisfies the conclusion at every step from <see cref="FirstStep"/> to <see cref="LastStep"/>. It
/// says what a <see cref="Statement"/> over the terms written out would say, without writing out thousands of steps. Immutable: it keeps
/// copies of what it is given.
/// </summary>
public sealed class RecurrenceStatement
{
    /// <summary>States that a sequence satisfies a conclusion.</summary>
    /// <param name="variables">The variables; their names and those of the components are distinct.</param>
    /// <param name="hypothesis">What is assumed of the variables beside their ranges.</param>
    /// <param name="components">The state, at least one component.</param>
    /// <param name="firstStep">The first t at which the conclusion is claimed; at least 1.</param>
    /// <param name="lastStep">The last t, at least <paramref name="firstStep"/>.</param>
    /// <param name="conclusion">What is claimed of z_t and z_{t-1}, over all three kinds of names.</param>
    /// <param name="matrixBounds">Spectral norm bounds on the variables; none by default.</param>
    /// <exception cref="ArgumentException">There is no component, a name is repeated or unknown where it stands, or the steps are out of
    /// order.</exception>
    public RecurrenceStatement(
        IReadOnlyList<RealVariable> variables,
        Formula hypothesis,
        IReadOnlyList<RecurrenceComponent> components,
        int firstStep,
        int lastStep,
        Formula conclusion,
        IReadOnlyList<SpectralBound>? matrixBounds = null)
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(components);
        ArgumentNullException.ThrowIfNull(hypothesis);
        ArgumentNullException.ThrowIfNull(conclusion);
        (Variables, Components, MatrixBounds) = ([.. variables], [.. components], [.. matrixBounds ?? []]);
        if (Components.Count == 0)
        {
            throw new ArgumentException("A recurrence needs at least one component.", nameof(components));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(firstStep, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(lastStep, firstStep);
        VariableNames = [.. Variables.Select(v => v.Name)];
        StateNames = [.. VariableNames, .. Components.Select(c => c.Name)];
        ConclusionNames = [.. StateNames, .. Components.Select(c => c.Previous)];
        if (ConclusionNames.Distinct(StringComparer.Ordinal).Count() < ConclusionNames.Count)
        {
            throw new ArgumentException($"A name is used twice: {string.Join(", ", ConclusionNames)}.", nameof(components));
        }

        (Hypothesis, FirstStep, LastStep, Conclusion) = (hypothesis, firstStep, lastStep, conclusion);
        // Compiling refuses names that nothing stands for at that place.
        Tape.Compile(VariableNames,
            [.. Differences(hypothesis), .. Components.Select(c => c.Initial), .. MatrixBounds.SelectMany(b => b.Entries())]);
        Tape.Compile(StateNames, [.. Components.Select(c => c.Next)]);
        Tape.Compile(ConclusionNames, [.. Differences(conclusion)]);
    }

    /// <summary>The quantified variables.</summary>
    public IReadOnlyList<RealVariable> Variables { get; }

    /// <summary>The names of the variables, in order.</summary>
    public IReadOnlyList<string> VariableNames { get; }

    /// <summary>The names over which a next value is written: variables, z_t.</summary>
    public IReadOnlyList<string> StateNames { get; }

    /// <summary>What is assumed of the variables.</summary>
    public Formula Hypothesis { get; }

    /// <summary>Spectral norm bounds that are assumed of the variables.</summary>
    public IReadOnlyList<SpectralBound> MatrixBounds { get; }

    /// <summary>The state.</summary>
    public IReadOnlyList<RecurrenceComponent> Components { get; }

    /// <summary>The first t at which the conclusion is claimed.</summary>
    public int FirstStep { get; }

    /// <summary>The last t at which it is.</summary>
    public int LastStep { get; }

    /// <summary>What is claimed of z_t and z_{t-1}.</summary>
    public Formula Conclusion { get; }

    /// <summary>The names over which the conclusion is written: variables, z_t, z_{t-1}.</summary>
    public IReadOnlyList<string> ConclusionNames { get; }

    private static IEnumerable<Term> Differences(Formula formula) => formula.Atoms().Select(a => a.Difference);
}
