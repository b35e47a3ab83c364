using ResLinkProofs.Attack.Charts;
using ResLinkProofs.Attack.Gradients;

namespace ResLinkProofs.Attack;

/// <summary>What a descent needs of an instance.</summary>
/// <param name="Landscape">Conclusion and hypothesis as differentiable functions.</param>
/// <param name="NewChart">Makes coordinates in which the domain is a box; every descent has its own.</param>
public sealed record AttackSurface(Landscape Landscape, Func<Chart> NewChart);
