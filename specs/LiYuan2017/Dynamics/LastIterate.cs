using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Descent.Ensembles;
using ResLinkProofs.Descent.Trajectories;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017.Dynamics;

/// <summary>
/// Lemma 2.5 of Li and Yuan (2017) as what many runs of SGD do: on f(w) = w^2/2 in units with delta = G = 1, from w_0 = 1, with noise
/// E_t = +-sqrt(1 - w_t^2) so that E|G_t|^2 = G^2 exactly, for alpha = 1 and eta = 2 log T/T.
/// </summary>
public sealed class LastIterate : ISpec
{
    private static readonly int[] Horizons = [10, 100, 1000];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        const string Setting = "SGD on w²/2 from w₀ = 1 with E|G_t|² = G² = 1, α = 1, η = 2 log T/T:";
        yield return new Claim
        {
            Source = LiYuan.Statement("Lemma 2.5 on many runs"),
            Text = $"{Setting} E|W_T - W*|² ≤ 2 log T/T.",
            Proposition = Runs((bound, moment) => moment <= bound),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Lemma 2.5 constant on many runs"),
            Text = $"{Setting} E|W_T - W*|² lies within a fifth of half the bound, which is attained in the limit.",
            Proposition = Runs((bound, moment) => (moment >= 4 * bound / 10) & (moment <= 6 * bound / 10)),
        };
    }

    private static EnsembleProposition Runs(Func<Term, Term, Formula> conclusion) => EnsembleProposition.ForEach(
        "T",
        Horizons,
        T => new QuadraticDescent(curvature: 1, start: 1, constantNoise: 1, growingNoise: -1, StepSchedule.LastIterate(alpha: 1, delta: 1, T).At(0), T),
        (T, expectation) => conclusion(2 * Term.Log(T) / T, expectation(QuadraticDescent.Symbol)));
}
