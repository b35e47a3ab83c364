using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// That W* is the only global minimum, in a form that enclosures can decide: L is at least |W* - W|_F^2 / 10^6, which no permutation of the columns of I + W* fulfils.
/// </summary>
internal static class UniqueGlobalMinimum
{
    /// <summary>For all pairs with spectral norms within a radius.</summary>
    /// <param name="radius">The largest |W|_2 and |W*|_2.</param>
    /// <param name="dimensions">The dimensions.</param>
    /// <param name="slope">The slope of the activation for negative arguments.</param>
    public static NetworkProposition Within(Rational radius, IReadOnlyList<int> dimensions, Rational slope = default) => new(
        new NetworkDomain { Radius = radius, NegativeSlope = slope, Dimensions = dimensions },
        _ => Formula.True,
        n => n[Loss] >= n[SquaredDistance] / 1_000_000);
}
