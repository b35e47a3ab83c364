using ResLinkProofs.Attack;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Claims.Propositions.Recurrences;

/// <summary>
/// What is claimed of every run of a recurrence. It is searched for counterexamples at some numbers of steps, written out; with a proof by
/// induction it can be proved for all of them.
/// </summary>
public sealed class RecurrenceProposition : SearchableProposition
{
    /// <summary>States a recurrence's claim.</summary>
    /// <param name="recurrence">The recurrence and its goal.</param>
    /// <param name="horizons">The numbers of steps at which counterexamples are looked for, in increasing order.</param>
    /// <param name="proof">A proof by induction; null for none.</param>
    public RecurrenceProposition(Recurrence recurrence, IEnumerable<int> horizons, Induction? proof = null)
        : base(Recurrence.Horizon.Name!, [.. horizons])
    {
        ArgumentNullException.ThrowIfNull(recurrence);
        Recurrence = recurrence;
        Proof = proof;
    }

    /// <summary>The recurrence and its goal.</summary>
    public Recurrence Recurrence { get; }

    /// <summary>The proof, or null.</summary>
    public Induction? Proof { get; }

    /// <summary>The same claim with other formulas. The proof stays while the assumptions do.</summary>
    /// <param name="given">What is assumed of the constants.</param>
    /// <param name="eachStep">What is assumed before time T.</param>
    /// <param name="atEnd">What is assumed at time T.</param>
    /// <param name="goal">What is claimed.</param>
    public RecurrenceProposition With(Formula given, Formula eachStep, Formula atEnd, Formula goal)
    {
        bool keepsAssumptions = ReferenceEquals(given, Recurrence.Given) && ReferenceEquals(eachStep, Recurrence.EachStep)
            && ReferenceEquals(atEnd, Recurrence.AtEnd);
        return new(Recurrence.With(given, eachStep, atEnd, goal), Sizes, keepsAssumptions ? Proof : null);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Statement>? Obligations =>
        Proof is null ? null : [.. Proof.Statements(Recurrence).Select(s => s.Statement)];

    /// <inheritdoc/>
    public override string FormalText
    {
        get
        {
            Recurrence r = Recurrence;
            return new FormalText()
                .Line("horizon", $"at least {r.LeastHorizon}")
                .Line("constants", string.Join(", ", r.Constants))
                .Line("inputs", string.Join(", ", r.Inputs))
                .Each(r.Definitions, (text, d) => text.Term(d.Name, d.Value))
                .Each(r.State, (text, s) => text.Term($"{s.Name} at 0", s.Start).Term($"{s.Name} next", s.Next))
                .Formula("given", r.Given)
                .Formula("each step", r.EachStep)
                .Formula("at the end", r.AtEnd)
                .Formula("goal", r.Goal)
                .ToString();
        }
    }

    private protected override Instance Create(int size) => new RecurrenceInstance(Recurrence, size);
}
