using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Claims.Propositions.Recurrences;

/// <summary>A step of a <see cref="Deduction"/>.</summary>
/// <param name="Fact">What it shows; null for the target.</param>
/// <param name="From">The premises and earlier facts that it follows from.</param>
/// <param name="Unfold">The defined names whose meaning it needs.</param>
/// <param name="Sums">What the sides of each part of the fact differ by; none where the prover is to see the fact for itself.</param>
public sealed record Inference(Formula? Fact, IReadOnlyList<Formula> From, IReadOnlyList<string> Unfold, IReadOnlyList<Term> Sums)
{
    /// <summary>
    /// How many closed statements it becomes: one, or for each sum that it is the difference and that it is not negative.
    /// </summary>
    public int Statements => Sums.Count == 0 ? 1 : 2 * Sums.Count;
}
