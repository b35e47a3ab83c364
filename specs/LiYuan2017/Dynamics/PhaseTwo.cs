using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Specs.LiYuan2017.Dynamics;

/// <summary>
/// Theorem 3.3 of Li and Yuan (2017) as a dynamical statement: in Phase II, where g is at most 0.1, every step brings W closer to W*. The theorem bounds
/// the inner product; with a step of at most 1/(36 d^2) the second-order term leaves a half of the rate.
/// </summary>
public sealed class PhaseTwo : ISpec
{
    private static readonly int[] Dimensions = [1, 2, 3, 5, 10, 30, 100];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        const string Setting = "For |W₀|₂, |W*|₂ ≤ 1/500, g₀ ≤ 0.1 and η = 1/(36d²): along descent on -∇L";
        Source source = LiYuan.Statement("Theorem 3.3 along the trajectory");
        yield return new Claim
        {
            Source = source,
            Text = $"{Setting} every step makes |W - W*|²_F at most (1 - 0.03η)|W - W*|²_F.",
            Proposition = Approaches(new Rational(3, 100)),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.3 rate along the trajectory"),
            Text = $"{Setting} every step makes |W - W*|²_F at most (1 - 0.3η)|W - W*|²_F.",
            Proposition = Approaches(new Rational(3, 10)),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.3 along the trajectory with noise"),
            Text = "For |W₀|₂, |W*|₂ ≤ 1/500, g₀ ≤ 0.1, η = 1/(36d²) and noise |E_t|_F ≤ γ² = 1/10000: |W_t - W*|_F ≤ (1 - 0.015η)|W_{t-1} - W*|_F + ηγ².",
            Proposition = TrajectoryProposition.EveryStep(
                Descents with { NoiseBound = PhaseOne.SquaredGamma },
                t => Term.Sqrt(t.Now[SquaredDistance]) - Term.Sqrt(t.Before[SquaredDistance])
                    <= t.StepSize * (PhaseOne.SquaredGamma - (Term.Ratio(15, 1000) * Term.Sqrt(t.Before[SquaredDistance]))),
                start => start[Potential] <= Term.Ratio(1, 10)),
        };
    }

    private static DescentFamily Descents => new()
    {
        Starts = new NetworkDomain { Radius = new Rational(1, 500), Dimensions = Dimensions },
        StepSize = d => Term.Ratio(1, 36L * d * d),
        Steps = d => 300 + (2 * d),
    };

    private static TrajectoryProposition Approaches(Rational rate) => TrajectoryProposition.EveryStep(
        Descents,
        t => t.Before[SquaredDistance] - t.Now[SquaredDistance] >= rate * t.StepSize * t.Before[SquaredDistance],
        start => start[Potential] <= Term.Ratio(1, 10));
}
