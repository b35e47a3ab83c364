using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter5;

/// <summary>
/// Lemma 5.2 of Du (2019): one step of gradient descent does not increase the angle phi between filter and teacher while a^T a* is positive.
/// With c = cos phi and z = eta lambda, lambda = |w*| (pi - phi) a^T a* / (2 pi |v|^2), the step is exactly
/// cos phi' = (c + z (1 - c^2)) / sqrt(1 + z^2 (1 - c^2)); for c in [0, 1], cos phi' >= c says z (1 - c^2) (2 c - z (2 c^2 - 1)) >= 0.
/// </summary>
public sealed class AngleMap : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source source = Du.Statement("Lemma 5.2");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("If (a^(t))ᵀ a* > 0, then φ^(t+1) ≤ φ^(t)", "Lemma 5.2"),
            Severity = new Severity.DependsOnReading("the step size is small, as the theorems of the chapter have it"),
            Text = "If aᵀa* > 0 then φ_{t+1} ≤ φ_t, for any step size (z = ηλ up to 20, φ in [0, π/2], sin φ ≠ 0 divided out).",
            Proposition = StatementProposition.Of(Decreases(c => (2 * c) - (20 * ((2 * Term.Square(c)) - 1)))),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "a step-size condition is missing: ηλ ≤ 2 suffices for every angle",
            Text = "If aᵀa* > 0 and ηλ ≤ 2 then φ_{t+1} ≤ φ_t for φ in [0, π/2]; at ηλ = 2 the end value 2c - 2(2c² - 1) is 2(1-c)(1+2c).",
            Proposition = StatementProposition.Of(Decreases(c => 2 * (1 - c) * (1 + (2 * c)))),
        };
    }

    // 2c - z(2c^2 - 1) is linear in z, so on [0, q] it is a mean of its values at the ends: (1 - w) 2c + w (2c - q (2c^2 - 1)), z = q w.
    private static Statement Decreases(Func<Term, Term> atLargestStep)
    {
        var forAll = new Quantifier();
        Term c = forAll.Real("c", 0, 1);
        Term w = forAll.Real("w", 0, 1);

        // The factor z (1 - c^2) was divided out: where it vanishes the angle stays, and the lemma holds.
        forAll.Given(c < 1).Given(w > 0);
        return forAll.Conclude(((1 - w) * 2 * c) + (w * atLargestStep(c)) >= 0);
    }
}
