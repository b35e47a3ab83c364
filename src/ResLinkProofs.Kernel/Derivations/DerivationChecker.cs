using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Derivations;

/// <summary>
/// A proof of a theorem about matrices of every size that the kernel has replayed. <see cref="DerivationChecker"/> makes them by
/// <see cref="Prove"/>, which alone reaches the constructor, so holding one is holding a proof of exactly <see cref="Theorem"/>.
/// </summary>
public sealed class AcceptedDerivation
{
    private AcceptedDerivation(Theorem theorem, IReadOnlyList<DerivationStep> steps, IReadOnlyList<Fact> facts) =>
        (Theorem, Steps, Facts) = (theorem, steps, facts);

    /// <summary>The theorem that is proved.</summary>
    public Theorem Theorem { get; }

    /// <summary>The replayed steps.</summary>
    public IReadOnlyList<DerivationStep> Steps { get; }

    /// <summary>What every step shows.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    internal static DerivationVerdict Prove(Theorem theorem, IEnumerable<DerivationStep> steps)
    {
        DerivationStep[] all = [.. steps];
        var facts = new List<Fact>();
        var rules = new DerivationRules(theorem, facts);
        for (int i = 0; i < all.Length; i++)
        {
            try
            {
                facts.Add(rules.Apply(all[i]));
            }
            catch (Exception e) when (
                e is ArgumentException or InvalidOperationException or OverflowException or FormatException or NullReferenceException
                    or ArithmeticException)
            {
                return new(null, $"step {i + 1} ({all[i]?.Rule}): {e.Message}");
            }
        }

        // Every conclusion is shown, the last one by the last step.
        return facts.Count > 0 && facts[^1].Text == theorem.Conclusions[^1].Text
            && theorem.Conclusions.All(c => facts.Any(f => f.Text == c.Text))
            ? new(new AcceptedDerivation(theorem, all, [.. facts]), null)
            : new(null, $"the last step does not show the conclusion: {facts.LastOrDefault()}");
    }
}

/// <summary>The outcome of a replay: exactly one of the two is not null.</summary>
/// <param name="Accepted">The proof.</param>
/// <param name="Rejection">Why there is none.</param>
public sealed record DerivationVerdict(AcceptedDerivation? Accepted, string? Rejection);

/// <summary>Replays derivations: one walk through the steps, no search. Nothing that it is given is trusted.</summary>
public static class DerivationChecker
{
    /// <summary>Replays steps as a proof of a theorem.</summary>
    /// <param name="theorem">The theorem.</param>
    /// <param name="steps">The steps; a step refers to earlier ones only, and the last one shows the conclusion.</param>
    public static DerivationVerdict Check(Theorem theorem, IEnumerable<DerivationStep> steps)
    {
        ArgumentNullException.ThrowIfNull(theorem);
        ArgumentNullException.ThrowIfNull(steps);
        return AcceptedDerivation.Prove(theorem, steps);
    }

    /// <summary>What a step shows after others, for whoever looks for a derivation; only a whole one is a proof.</summary>
    /// <param name="theorem">The theorem.</param>
    /// <param name="facts">What the steps before show.</param>
    /// <param name="step">The step.</param>
    /// <exception cref="ArgumentException">It is no instance of its rule.</exception>
    public static Fact Show(Theorem theorem, IReadOnlyList<Fact> facts, DerivationStep step) =>
        new DerivationRules(theorem, facts).Apply(step);

    /// <summary>The closed statement whose certificate a step of <see cref="Rule.Decide"/> or <see cref="Rule.Vectors"/> needs.</summary>
    /// <param name="theorem">The theorem.</param>
    /// <param name="facts">What the steps before show.</param>
    /// <param name="step">The step, without a certificate.</param>
    public static Statements.Statement Question(Theorem theorem, IReadOnlyList<Fact> facts, DerivationStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        Fact[] premises = [.. step.Premises.Select(p => facts[p])];
        var conclusion = new Fact(step.Scope, step.Rows, step.Columns, step.Terms[0], step.Relation);
        return step.Rule == Rule.Vectors
            ? new DerivationRules(theorem, facts).InCoordinates(premises, conclusion, step)
            : DerivationRules.Implication(premises, conclusion);
    }

    /// <summary>What a premise of a sum has to compare with zero.</summary>
    /// <param name="parts">The summands, as for <see cref="Rule.Sum"/>.</param>
    /// <param name="scope">The indices.</param>
    public static Term Summand(IEnumerable<DerivationPart> parts, Scope scope) => DerivationRules.Summand(parts, scope);
}
