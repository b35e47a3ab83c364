using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Specs.LiYuan2017.Observables;
using static ResLinkProofs.Networks.Observables.NetworkObservables;
using static ResLinkProofs.Specs.LiYuan2017.Observables.DecompositionObservables;

namespace ResLinkProofs.Specs.LiYuan2017.Dynamics;

/// <summary>
/// The joint update rules of s = (W* - W)u and g, section 4 of Li and Yuan (2017) (Lemmas C.3 and C.4), from step to step of descents along the
/// field N of Lemma 2.1 as printed, with eta = 1/(36 d^2). The O() have no printed constants.
/// </summary>
public sealed class UpdateRules : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        const string Setting = "For |W₀|₂, |W*|₂ ≤ γ/2, γ = 1/1000, η = 1/(36d²) and descent along N:";
        yield return new Claim
        {
            Source = LiYuan.Statement("Update rule of s along the trajectory"),
            Text = $"{Setting} |s_{{t+1}}| ≤ (1 - πηd/2)|s_t| + η√d(|g_t| + (π+6)γ).",
            Proposition = Along(t => Term.Sqrt(t.Now[SquaredDisplacement]) - Term.Sqrt(t.Before[SquaredDisplacement])
                <= t.StepSize * ((Term.Sqrt(t.Dimension) * (Term.Abs(t.Before[Potential]) + ((Term.Pi + 6) / 1000)))
                    - (Term.Pi / 2 * t.Dimension * Term.Sqrt(t.Before[SquaredDisplacement])))),
        };
        Source rule = LiYuan.Statement("Update rule of g along the trajectory");
        yield return new Claim
        {
            Source = rule,
            Text = $"{Setting} |g_{{t+1}} - (1 - ηd)g_t| ≤ 100η(γ√d|s_t| + dγ²).",
            Proposition = Along(t => Term.Abs(t.Now[Potential] - ((1 - (t.StepSize * t.Dimension)) * t.Before[Potential]))
                <= 100 * t.StepSize * ((Term.Sqrt(t.Dimension * t.Before[SquaredDisplacement]) / 1000) + (t.Dimension / 1_000_000))),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Update rule of g with its missing term along the trajectory"),
            Text = $"{Setting} |g_{{t+1}} - (1 - η(d - 1 + π/2))g_t + η(π/2)⟨u, s_t⟩| ≤ 10ηdγ².",
            Proposition = Along(t => Term.Abs(
                    t.Now[Potential] - t.Before[Potential]
                    + (t.StepSize * (((t.Dimension - 1 + (Term.Pi / 2)) * t.Before[Potential]) + (Term.Pi / 2 * t.Before[SumOfDisplacement]))))
                <= 10 * t.StepSize * t.Dimension / 1_000_000),
        };
    }

    private static TrajectoryProposition Along(Func<TrajectorySymbols, Formula> conclusion) => TrajectoryProposition.EveryStep(
        new DescentFamily
        {
            Starts = new NetworkDomain { Radius = new Rational(1, 2000), Dimensions = [2, 3, 5, 10, 30, 100] },
            GradientFactor = Term.Pi,
            StepSize = d => Term.Ratio(1, 36L * d * d),
            Steps = d => 100 + d,
        },
        conclusion);
}
