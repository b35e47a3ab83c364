using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// Theorem 3.1 of Li and Yuan (2017), Phase II: "any T" allows steps of any length, whatever the region in which Lemma 2.5 needs the iterates.
/// Stated at d = 100, gamma = 1/100, gamma_0 = 1/1000, without noise, for W* = 0 and W_0 = -x u u^T/d.
/// </summary>
public sealed class Theorem31 : ISpec
{
    private const int Dimension = 100;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.1"),
            Quote = new Quote("for any α > 0 and any T such that T^α log T ≥ 36d/(100⁴(1+α)G_F²), if we set η = (1+α) log T/(δT), we have E‖W_T - W*‖²_F ≤ 100²(1+α) log T G_F²/(9T)", "Theorem 3.1, Phase II"),
            Existential = new Existential.Instance("γ > γ₀ > 0", "γ = 1/100, γ₀ = 1/1000"),
            Text = "For d = 100, γ = 1/100, W* = 0, W₀ = -x uuᵀ/d with 0 ≤ x ≤ 1/1000, no noise, any α > 0 and any T with T^α log T ≥ 36d/(100⁴(1+α)G_F²), "
                + "steps η = (1+α) log T/(0.03 T) lead to |W_T - W*|²_F ≤ 100²(1+α) log T G_F²/(9T), G_F = 6d^1.5 γ.",
            Proposition = StatementProposition.ForEach("T", [2, 3, 10], PhaseTwo),
        };

        var forAll = new Quantifier();
        Term horizon = forAll.Real("T", 2, 479_000_000);
        Term logT = Term.Log(horizon);
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.1 least T"),
            Text = "For d = 100, γ = 1/100 and α = 1 the step (1+α) log T/(0.03 T) exceeds γ²/G₂² with G₂ = 6dγ for every T ≤ 4.79·10⁸: the cap that the theorem lacks excludes these T.",
            Proposition = StatementProposition.Of(forAll.Conclude(2 * logT / (Term.Ratio(3, 100) * horizon) > Term.Ratio(1, 360_000))),
        };

        forAll = new Quantifier();
        horizon = forAll.Real("T", 2, new Rational(4_400_000_000, 1));
        logT = Term.Log(horizon);
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.1 vacuous range"),
            Text = "For d = 100, γ = 1/100 and α = 1 the bound 100²(1+α) log T G_F²/(9T) exceeds the trivial d/2500 for every T ≤ 4.4·10⁹.",
            Proposition = StatementProposition.Of(forAll.Conclude(20_000 * logT * 3600 / (9 * horizon) > Term.Ratio(Dimension, 2500))),
        };
    }

    private static Statement PhaseTwo(int horizon)
    {
        var forAll = new Quantifier();
        Term x = forAll.Real("x", 0, new Rational(1, 1000)), alpha = forAll.Real("α", 0, 8);
        Term logT = Term.Log(horizon), squaredGradient = 3600; // (6 d^1.5 gamma)^2 with d = 100, gamma = 1/100
        forAll.Given(alpha > 0);
        forAll.Given(Term.Exp(alpha * logT) * logT >= 36 * Dimension / (Term.Pow(100, 4) * (1 + alpha) * squaredGradient));
        Term eta = (1 + alpha) * logT / (Term.Ratio(3, 100) * horizon);
        var iterate = new RankOneAndIdentity(x, Term.Zero);
        for (int t = 0; t < horizon; t++)
        {
            iterate = iterate.Step(Dimension, eta / Term.Pi);
        }

        return forAll.Conclude(Term.Pow(100, 2) * (1 + alpha) * logT * squaredGradient / (9 * horizon) >= iterate.SquaredDistance(Dimension));
    }
}
