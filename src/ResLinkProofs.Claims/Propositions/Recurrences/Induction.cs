using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Claims.Propositions.Recurrences;

/// <summary>A proof of a recurrence's goal in one case.</summary>
public sealed record InductionCase
{
    /// <summary>The name of the case, for reports.</summary>
    public required string Name { get; init; }

    /// <summary>Where the case applies, over the constants, the horizon and the definitions.</summary>
    public Formula Condition { get; init; } = Formula.True;

    /// <summary>What holds of the state at every time t from 0 to T; nothing by default.</summary>
    public Formula Invariant { get; init; } = Formula.True;

    /// <summary>The invariant holds at t = 0; null without an invariant.</summary>
    public Deduction? Base { get; init; }

    /// <summary>The invariant at t, t &lt; T, implies that at t + 1; null without an invariant.</summary>
    public Deduction? Step { get; init; }

    /// <summary>The goal follows: from the state at T, or from the last step.</summary>
    public required Deduction End { get; init; }

    /// <summary>True when <see cref="End"/> looks at the step from T - 1 to T instead of the state at T alone.</summary>
    public bool EndsWithTheLastStep { get; init; }
}

/// <summary>
/// A proof by induction over the steps of a recurrence: cases, and in each an invariant. This file is the whole principle; it
/// names the closed statements to which it reduces the claim, and the kernel has to accept a certificate for every one of them.
/// </summary>
/// <remarks>
/// The principle: (1) some case applies; and in each case (2) the invariant holds at time 0; (3) if it holds at a time t &lt; T it holds at
/// t + 1; so it holds at times 0, 1, ..., T; (4) it gives the goal at T, either with the assumption on time T, or at the last step. The
/// statements are shown for real numbers T and t where whole ones would do, and T is written as exp(log T).
/// </remarks>
public sealed record Induction(IReadOnlyList<InductionCase> Cases)
{
    /// <summary>The closed statements whose proofs together prove the recurrence's claim for every number of steps.</summary>
    /// <param name="recurrence">The recurrence.</param>
    /// <returns>Each with what it belongs to.</returns>
    /// <exception cref="ArgumentException">The least horizon is below 1, names clash, or a deduction is malformed.</exception>
    public IReadOnlyList<(string Part, Statement Statement)> Statements(Recurrence recurrence)
    {
        ArgumentNullException.ThrowIfNull(recurrence);
        RequireSound(recurrence);
        var found = new List<(string, Statement)>();
        Obligation cover = Cover(recurrence);
        found.Add((cover.Name, cover.Implication([], cover.Target, [])));
        foreach (CaseObligations part in CasesOf(recurrence))
        {
            foreach ((Deduction proof, Obligation obligation) in part.InOrder())
            {
                found.AddRange(proof.Statements(obligation).Select(statement => (obligation.Name, statement)));
            }
        }

        return found;
    }

    /// <summary>What is to be shown of the cases together: some case applies.</summary>
    /// <param name="recurrence">The recurrence.</param>
    public Obligation Cover(Recurrence recurrence) => About(
        recurrence, "the cases cover everything", Formula.True, [], [], [], Formula.Any(Cases.Select(c => c.Condition)));

    /// <summary>What is to be shown in each case.</summary>
    /// <param name="recurrence">The recurrence.</param>
    /// <exception cref="ArgumentException">A case with an invariant has no base or no step.</exception>
    public IReadOnlyList<CaseObligations> CasesOf(Recurrence recurrence) => [.. Cases.Select(part => Of(recurrence, part))];

    private static CaseObligations Of(Recurrence r, InductionCase part)
    {
        Term t = Recurrence.Time, horizon = Recurrence.Horizon;
        RealVariable[] state = [.. r.State.Select(s => new RealVariable(s.Name, null, null))];
        (string, Term)[] next = [.. r.State.Select(s => (s.Name + "'", s.Next))];
        Dictionary<string, Term> later = r.State.ToDictionary(
            s => s.Name, s => Recurrence.Next(Term.Variable(s.Name)), StringComparer.Ordinal);
        later.Add(t.Name!, Recurrence.Next(t));
        Obligation? start = null, step = null;
        if (part.Invariant is not Conjunction { Operands.Count: 0 })
        {
            if (part.Base is null || part.Step is null)
            {
                throw new ArgumentException($"{part.Name}: an invariant needs a base and a step.");
            }

            // Time 0 comes before T, so what is assumed of each step is assumed there.
            start = About(
                r, $"{part.Name}: base", part.Condition, r.Inputs,
                [(t.Name!, Term.Zero), .. r.State.Select(s => (s.Name, s.Start))], [r.EachStep], part.Invariant);
            step = About(
                r,
                $"{part.Name}: step",
                part.Condition,
                [new RealVariable(t.Name!, Rational.Zero, null), .. state, .. r.Inputs],
                [(t.Name + "'", t + 1), .. next],
                [r.EachStep, part.Invariant],
                Substitution.Apply(part.Invariant, later));
        }

        return new(part, start, step, part.EndsWithTheLastStep
            ? About(
                r, $"{part.Name}: last step", part.Condition, [.. state, .. r.Inputs],
                [(t.Name!, horizon - 1), .. next], [r.EachStep, part.Invariant], Substitution.Apply(r.Goal, later))
            : About(
                r, $"{part.Name}: end", part.Condition, [.. state, .. r.Inputs], [(t.Name!, horizon)], [r.AtEnd, part.Invariant], r.Goal));
    }

    private static Obligation About(
        Recurrence r, string name, Formula condition, IReadOnlyList<RealVariable> variables,
        IReadOnlyList<(string, Term)> definitions, IReadOnlyList<Formula> premises, Formula target) => new(
            name,
            [.. r.Constants, new RealVariable(Recurrence.LogHorizon.Name!, Rational.Zero, null), .. variables],
            [(Recurrence.Horizon.Name!, Term.Exp(Recurrence.LogHorizon)), .. r.Definitions, .. definitions],
            [.. premises.Prepend(condition).Prepend(r.Given).Prepend(r.IsLongEnough).SelectMany(Parts)],
            target);

    private static IEnumerable<Formula> Parts(Formula formula) => formula is Conjunction all ? all.Operands : [formula];

    // log T >= 0 and T >= 1 at time 0 rest on the least horizon; and one name must not mean two things.
    private void RequireSound(Recurrence r)
    {
        if (r.LeastHorizon < 1)
        {
            throw new ArgumentException($"The least horizon is {r.LeastHorizon}; an induction needs at least 1.", nameof(r));
        }

        string[] names =
        [
            Recurrence.Horizon.Name!, Recurrence.LogHorizon.Name!, Recurrence.Time.Name!, Recurrence.Next(Recurrence.Time).Name!,
            .. r.Constants.Select(c => c.Name), .. r.Definitions.Select(d => d.Name), .. r.Inputs.Select(i => i.Name),
            .. r.State.SelectMany(s => new[] { s.Name, s.Name + "'" }),
        ];
        if (names.GroupBy(n => n).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"'{twice.Key}' has two meanings; choose another name.", nameof(r));
        }

        // What a formula may speak of: the start of constants alone, and so on. A definition must not depend on what it is used to define.
        string[] constants = [Recurrence.Horizon.Name!, Recurrence.LogHorizon.Name!, .. r.Constants.Select(c => c.Name)];
        var known = new HashSet<string>(constants, StringComparer.Ordinal);
        foreach ((string name, Term value) in r.Definitions)
        {
            Require(value, name);
            known.Add(name);
        }

        foreach (StateVariable variable in r.State)
        {
            Require(variable.Start, variable.Name);
        }

        // An input is chosen anew for every step: what holds of one says nothing of the next, so only
        // what speaks of a single step may mention it.
        RequireKnown(r.Given, "what is given");
        foreach (InductionCase part in Cases)
        {
            RequireKnown(part.Condition, $"the condition of {part.Name}");
        }

        known.Add(Recurrence.Time.Name!);
        known.UnionWith(r.State.Select(s => s.Name));
        RequireKnown(r.Goal, "the goal");
        foreach (InductionCase part in Cases)
        {
            RequireKnown(part.Invariant, $"the invariant of {part.Name}");
        }

        known.UnionWith(r.Inputs.Select(i => i.Name));
        RequireKnown(r.EachStep, "what is assumed of each step");
        RequireKnown(r.AtEnd, "what is assumed at the end");
        foreach (StateVariable variable in r.State)
        {
            Require(variable.Next, variable.Name + "'");
        }

        void RequireKnown(Formula formula, string owner)
        {
            if (FreeNames.Of(formula).FirstOrDefault(n => !known.Contains(n)) is { } unknown)
            {
                throw new ArgumentException(
                    $"{char.ToUpperInvariant(owner[0])}{owner[1..]} mentions '{unknown}', which it may not speak of; "
                        + $"it may speak of {string.Join(", ", known)}.", nameof(r));
            }
        }

        void Require(Term value, string owner)
        {
            if (FreeNames.Of(value).FirstOrDefault(n => !known.Contains(n)) is { } unknown)
            {
                throw new ArgumentException($"'{owner}' is defined by '{unknown}', which is not known there.", nameof(r));
            }
        }
    }
}
