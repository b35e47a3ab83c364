using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>The Main Theorem of the PReLU report and its two phases along descents with eta = 1/(100 d^2), without noise.</summary>
public sealed class Trajectories : ISpec
{
    private static readonly Rational Half = new(-1, 2);

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        const string Setting = "For |W₀|₂, |W*|₂ ≤ 1/500, f_A ≤ 1/10 at the start and η = 1/(100d²): along descent on -∇L every step makes |W - W*|²_F at most";
        Source source = PRelu.Statement("Main Theorem along the trajectory");
        yield return new Claim
        {
            Source = source,
            Text = $"{Setting} (1 - η/1000)|W - W*|²_F, for α = 1, which nothing in the theorem excludes.",
            Proposition = Approaches(1, Term.Ratio(1, 1000)),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Main Theorem along the trajectory at slope minus 1/2"),
            Text = $"{Setting} (1 - 0.03(1-α)²η)|W - W*|²_F, for α = -1/2.",
            Proposition = Approaches(Half, Term.Ratio(3, 100) * Term.Ratio(9, 4)),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Theorem for Phase 1 along the trajectory"),
            Text = "For |W₀|₂, |W*|₂ ≤ γ₀ = 1/500, η = 1/(100d²) and α = -1/2: along descent on -∇L every step from f_A ≥ γ₀ makes f_A at most (1 - ηd(1-α)²/(2π))f_A.",
            Proposition = TrajectoryProposition.EveryStep(
                From(Half),
                t => (t.Before[Potential] >= Term.Ratio(1, 500)).Implies(
                    t.Before[Potential] - t.Now[Potential] >= Term.Ratio(9, 4) / (2 * Term.Pi) * t.StepSize * t.Dimension * t.Before[Potential])),
        };
    }

    private static DescentFamily From(Rational slope) => new()
    {
        Starts = new NetworkDomain { Radius = new Rational(1, 500), NegativeSlope = slope, Dimensions = [2, 3, 5, 10] },
        StepSize = d => Term.Ratio(1, 100L * d * d),
        Steps = d => 100 + (20 * d),
    };

    private static TrajectoryProposition Approaches(Rational slope, Term rate) => TrajectoryProposition.EveryStep(
        From(slope),
        t => t.Before[SquaredDistance] - t.Now[SquaredDistance] >= rate * t.StepSize * t.Before[SquaredDistance],
        start => start[Potential] <= Term.Ratio(1, 10));
}
