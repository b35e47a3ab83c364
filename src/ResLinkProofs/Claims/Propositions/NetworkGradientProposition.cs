using ResLinkProofs.Networks.Observables;

namespace ResLinkProofs.Claims.Propositions;

/// <summary>States that -grad L of the population loss is a given field, wherever no column of I + W vanishes.</summary>
/// <param name="domain">The teacher-student pairs.</param>
/// <param name="field">The claimed value of -grad L.</param>
public sealed class NetworkGradientProposition(NetworkDomain domain, NetworkField field) : Proposition
{
    /// <summary>The teacher-student pairs.</summary>
    public NetworkDomain Domain { get; } = domain;

    /// <summary>The claimed value of -grad L.</summary>
    public NetworkField Field { get; } = field;
}
