using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// Theorem 3.1 of Li and Yuan (2017), Phase II: "any T" allows steps of any length, whatever the region in which Lemma 2.5 needs the iterates.
/// Two steps of descent from W_0 = -xI with W* = 0 defeat every gamma and gamma_0 as alpha, and with it the step, grows.
/// </summary>
/// <remarks>
/// delta = 0.03 (Theorem 3.3), G_F = 6 d^1.5 gamma and G_2 = 6 d gamma (Lemma C.2), so that the bound is eta G_F^2/delta = 1200 d^3 gamma^2 eta.
/// </remarks>
public sealed class Theorem31 : ISpec
{
    private const int Dimension = 100;

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source source = LiYuan.Statement("Theorem 3.1");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("for any α > 0 and any T such that T^α log T ≥ 36d/(100⁴(1+α)G_F²), if we set η = (1+α) log T/(δT), we have E‖W_T - W*‖²_F ≤ 100²(1+α) log T G_F²/(9T)", "Theorem 3.1, Phase II"),
            Existential = new Existential.Defeated(
                "γ > γ₀ > 0", "d = 100, W* = 0, W₀ = -xI with x ≤ 1/100, γ₀ and 1.97γ² (so that g ≤ 197γ²), no noise, T = 2 and α so large that η³x² ≥ 100γ² and ηx ≥ 1"),
            Severity = new Severity.Substantive(),
            Text = "For d = 100, W* = 0, W₀ = -xI with 0 ≤ x ≤ 1/100, and two steps of descent on -∇L with ηx ≥ 1 and η³x² ≥ 100γ²: |W₂ - W*|²_F > 1200d³γ²η, the printed bound for T = 2 (both multiplied by 1/(η⁴x²)).",
            Proposition = StatementProposition.Of(TwoLongSteps()),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "a cap on the step, η ≤ γ²/G₂² = 1/(36d²), as Phase I has it: without it the iterates leave the region of Theorem 3.3; with it every step contracts by 2δη, which Lemma 2.5 sums",
            Text = "For |W₀|₂, |W*|₂ ≤ 1/500, g₀ ≤ 0.1 and η = 1/(36d²), along descent on -∇L: |W_{t+1} - W*|²_F ≤ (1 - 0.06η)|W_t - W*|²_F at every step.",
            Proposition = TrajectoryProposition.EveryStep(
                new DescentFamily
                {
                    Starts = new NetworkDomain { Radius = new Rational(1, 500), Dimensions = [1, 2, 3, 5, 10, 30, 100] },
                    StepSize = d => Term.Ratio(1, 36L * d * d),
                    Steps = d => 300 + (2 * d),
                },
                t => t.Before[SquaredDistance] - t.Now[SquaredDistance] >= Term.Ratio(6, 100) * t.StepSize * t.Before[SquaredDistance],
                start => start[Potential] <= Term.Ratio(1, 10)),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.1 for γ = 1/100, γ₀ = 1/1000"),
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

    // In units of 1/eta, v = 1/(eta x): the first step leads to A = (v(1 - x) + 1/2 + (d-1)/pi) I + u u^T/2 =: P I + Q u u^T. The field of Lemma 2.1 is
    // homogeneous, so the second adds N(A, v I)/pi, of which the entries off the diagonal suffice. w = gamma^2/(eta^3 x^2).
    private static Statement TwoLongSteps()
    {
        var forAll = new Quantifier();
        Term x = forAll.Real("x", 0, new Rational(1, 100)), v = forAll.Real("1/(ηx)", 0, 1), w = forAll.Real("γ²/(η³x²)", 0, new Rational(1, 100));
        Term p = (v * (1 - x)) + Term.Ratio(1, 2) + ((Dimension - 1) / Term.Pi), q = Term.Ratio(1, 2);
        Term inner = (2 * p * q) + (Dimension * Term.Square(q)), squared = Term.Square(p) + inner, length = Term.Sqrt(squared);
        Term student = inner / squared, teacher = q / length, own = (p + q) / length;
        Term sines = (v * (((Dimension - 1) * Cathetus(teacher)) + Cathetus(own))) - (length * (Dimension - 1) * Cathetus(student));
        Term field = (Term.Pi / 2 * (v - p - (Dimension * q))) + (v * Term.Asin(teacher)) - (Term.Pi / 2 * q)
            - (Term.Asin(student) * (p + ((Dimension - 1) * q))) + (sines * q / length);
        Term entry = (x * v * q) + (field / Term.Pi);
        return forAll.Conclude(Dimension * (Dimension - 1) * Term.Square(entry) > 1200 * Term.Pow(Dimension, 3) * w);
    }

    private static Term Cathetus(Term cosine) => Term.Sqrt(1 - Term.Square(cosine));

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
