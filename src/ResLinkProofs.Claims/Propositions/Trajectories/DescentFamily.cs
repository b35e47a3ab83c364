using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Claims.Propositions.Trajectories;

/// <summary>The field along which a descent steps.</summary>
public enum DescentField
{
    /// <summary>-grad L of the population loss.</summary>
    NegativeGradient,

    /// <summary>N as Lemma 2.1 of Li and Yuan (2017) prints it: pi times -grad L.</summary>
    Printed,
}

/// <summary>
/// The descents that a trajectory claim is about: W_{t+1} = W_t + eta (F(W_t) + E_t) from every pair (W_0, W*) of a domain, with a field F and
/// any noise |E_t|_F of at most a bound, for a number of steps.
/// </summary>
public sealed record DescentFamily
{
    /// <summary>The pairs (W_0, W*), and the dimensions.</summary>
    public required NetworkDomain Starts { get; init; }

    /// <summary>The field F.</summary>
    public DescentField Field { get; init; }

    /// <summary>The step size eta in dimension d: a positive term without variables.</summary>
    public required Func<int, Term> StepSize { get; init; }

    /// <summary>The number of steps in dimension d, at least 1.</summary>
    public required Func<int, int> Steps { get; init; }

    /// <summary>The largest |E_t|_F that the claim covers; 0 for plain descent. Refutations are sought without noise, which is always admitted.</summary>
    public Rational NoiseBound { get; init; }
}
