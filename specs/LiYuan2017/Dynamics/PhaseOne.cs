using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017.Dynamics;

/// <summary>
/// The descents of Theorem 3.2 of Li and Yuan (2017) at d = 100 and gamma = 1/100, with noise of at most epsilon = gamma^2, the largest step that the
/// theorem allows, eta = gamma^2/(6 d gamma + epsilon)^2 = 1/(6 d + gamma)^2, and 1/(16 eta) = 22,500 steps.
/// </summary>
internal static class PhaseOne
{
    private const int Dimension = 100;

    /// <summary>gamma^2.</summary>
    public static Rational SquaredGamma { get; } = new(1, 10_000);

    /// <summary>The level 197 gamma^2 at which Phase I ends.</summary>
    public static Rational Level { get; } = 197 * SquaredGamma;

    /// <summary>Descents from all pairs within gamma_0.</summary>
    /// <param name="startRadius">gamma_0.</param>
    /// <param name="gradientFactor">What the gradient is multiplied by; null is 1.</param>
    public static DescentFamily From(Rational startRadius, Term? gradientFactor = null) => new()
    {
        Starts = new NetworkDomain { Radius = startRadius, Dimensions = [Dimension] },
        GradientFactor = gradientFactor ?? Term.One,
        StepSize = d => 1 / Term.Square((6 * d) + Term.Ratio(1, 100)),
        Steps = d => 36 * d * d / 16,
        NoiseBound = SquaredGamma,
    };
}
