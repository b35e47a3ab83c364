using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Claims.Propositions.Trajectories;

/// <summary>
/// The descents that a trajectory claim is about: W_{t+1} = W_t + eta (E_t - c grad L(W_t)) from every pair
/// (W_0, W*) of a domain, with a factor c and any noise |E_t|_F of at most a bound, for a number of steps.
/// </summary>
public sealed record DescentFamily
{
    /// <summary>The pairs (W_0, W*), and the dimensions.</summary>
    public required NetworkDomain Starts { get; init; }

    /// <summary>
    /// The factor c of the gradient of the population loss: a positive term without variables. Sources
    /// that leave constants out of a gradient step along a multiple of it.
    /// </summary>
    public Term GradientFactor { get; init; } = Term.One;

    /// <summary>The step size eta in dimension d: a positive term without variables.</summary>
    public required Func<int, Term> StepSize { get; init; }

    /// <summary>The number of steps in dimension d, at least 1.</summary>
    public required Func<int, int> Steps { get; init; }

    /// <summary>
    /// The largest |E_t|_F that the claim covers; 0 for plain descent. Refutations are sought without noise, which is always admitted.
    /// </summary>
    public Rational NoiseBound { get; init; }
}
