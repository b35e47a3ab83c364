using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Frontiers;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Specs.LiYuan2017.Observables;
using static ResLinkProofs.Networks.Observables.NetworkObservables;
using static ResLinkProofs.Specs.LiYuan2017.Observables.DecompositionObservables;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>
/// Theorem for Phase 2 of the PReLU report: one point strong convexity while f_A is small, with a constant delta that is not printed. Here delta = 0.03 (1 - alpha)^2, gamma =
/// 1/100 and epsilon = 1/10: with them the theorem for every alpha is Theorem 3.3 of Li and Yuan for ReLU and a square.
/// </summary>
public sealed class TheoremPhase2 : ISpec
{
    private const string Setting = "If |W|₂, |W*|₂ ≤ 1/100 and f_A ≤ 1/10 then";
    private static readonly Rational Radius = new(1, 100);

    private static Derivation FromRelu { get; } = new(
        "⟨-∇L, D⟩ = ((1+α)²/2)|Du|² + ((1-α)²/π)(⟨N, D⟩ - (π/2)|Du|²), and the proof of Theorem 3.3 for ReLU bounds the last factor without using (π/2)|Du|²",
        ["prelu/theorem-for-phase-2-inner-product", "li-yuan/theorem-3.3-proof-*"]);

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source source = PRelu.Statement("Theorem for Phase 2");
        var slope = new Rational(1, 4);
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("⟨-∇L(W), W* - W⟩ > δ‖W* - W‖²₂ with constant δ", "Theorem for Phase 2"),
            Severity = new Severity.Degenerate("at W = W*, where both sides are zero"),
            Text = $"{Setting} ⟨-∇L(W), W* - W⟩ > δ|W* - W|², for PReLU of slope α = 1/4 with δ = 0.03(1-α)².",
            Proposition = Convexity(slope, Radius, n => n[InnerProduct] > Constant(slope) * n[SquaredDistance]),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "≥ instead of > (both sides vanish at W = W*), for α ≠ 1, and with the Frobenius norm, as equation (7) has it",
            Text = $"{Setting} ⟨-∇L(W), W* - W⟩ ≥ 0.03(1-α)²|W* - W|²_F, for every α in [-3, 3].",
            Proposition = AtEverySlope(Radius),
            Frontier = Over(AtEverySlope),
            Derivation = FromRelu,
        };
        foreach (Rational other in PRelu.Slopes)
        {
            yield return new Claim
            {
                Source = PRelu.Statement($"Theorem for Phase 2 at slope {PRelu.Name(other)}"),
                Text = $"{Setting} ⟨-∇L(W), W* - W⟩ ≥ 0.03(1-α)²|W* - W|²_F, for α = {other}.",
                Proposition = AtSlope(other, Radius),
                Frontier = Over(gamma => AtSlope(other, gamma)),
                Derivation = FromRelu,
            };
        }

        foreach (Rational other in new Rational[] { -1, slope })
        {
            yield return new Claim
            {
                Source = PRelu.Statement($"Theorem for Phase 2 at radius 3/10 and slope {PRelu.Name(other)}"),
                Text = $"If |W|₂, |W*|₂ ≤ 3/10 and f_A ≤ 1/10 then ⟨-∇L(W), W* - W⟩ ≥ 0.07((1-α)²/π)|W* - W|²_F in dimensions up to 3, as it is for ReLU; α = {other}.",
                Proposition = Convexity(other, new Rational(3, 10), n => n[InnerProduct] >= Constant(other) * 7 / (3 * Term.Pi) * n[SquaredDistance], [1, 2, 3]),
            };
        }

        Source linear = PRelu.Statement("Theorem for Phase 2 at slope 1");
        yield return new Claim
        {
            Source = linear,
            Text = $"{Setting} ⟨-∇L(W), W* - W⟩ ≥ |W* - W|²_F/1000 for α = 1, which nothing in the theorem excludes.",
            Proposition = Convexity(1, Radius, n => n[InnerProduct] >= n[SquaredDistance] / 1000),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Theorem for Phase 2 for linear networks"),
            Text = "For α = 1, L(W) = |s|² and ⟨-∇L(W), W* - W⟩ = 2|s|².",
            Proposition = Convexity(1, Radius, n => n[InnerProduct].EqualTo(2 * n[SquaredDisplacement]) & n[Loss].EqualTo(n[SquaredDisplacement])),
        };
    }

    private static Term Constant(Rational slope) => Term.Ratio(3, 100) * Term.Square(1 - (Term)slope);

    private static NetworkProposition AtEverySlope(Rational radius) => new(
        new NetworkDomain { Radius = radius, NegativeSlopes = PRelu.AllSlopes, Dimensions = [1, 2, 3, 5, 10, 20, 50] },
        n => n[Potential] <= Term.Ratio(1, 10),
        n => n[InnerProduct] >= Term.Ratio(3, 100) * Term.Square(1 - n[NegativeSlope]) * n[SquaredDistance]);

    private static NetworkProposition AtSlope(Rational slope, Rational radius) =>
        Convexity(slope, radius, n => n[InnerProduct] >= Constant(slope) * n[SquaredDistance]);

    private static Frontier Over(Func<Rational, SearchableProposition> at) => new("γ", Radius, new Rational(6, 10), new Rational(1, 1000), at);

    private static NetworkProposition Convexity(
        Rational slope, Rational radius, Func<NetworkSymbols, Formula> conclusion, IReadOnlyList<int>? dimensions = null) => new(
        new NetworkDomain { Radius = radius, NegativeSlope = slope, Dimensions = dimensions ?? [1, 2, 3, 5, 10] },
        n => n[Potential] <= Term.Ratio(1, 10),
        conclusion);
}
