using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>
/// Section 7 of the PReLU report claims convergence "without constrains on initialization", where its theorems bound the norms. Elsewhere there are other global minima:
/// the loss does not notice a permutation of the columns of I + W.
/// </summary>
public sealed class Section7 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source source = PRelu.Statement("Section 7 initialisation");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("we proved the convergence of SGD ... without constrains on initialization", "Section 7"),
            Severity = new Severity.Substantive(),
            Text = "Wherever W starts it can only end in W*: for α = 1/4 and |W|₂, |W*|₂ ≤ 2, L(W) ≥ |W* - W|²_F/10⁶.",
            Proposition = Unique(2),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "with bounded norms, as the theorems have it: a start near another permutation of the columns of I + W* ends there",
            Text = "For α = 1/4 and |W|₂, |W*|₂ ≤ 1/2, L(W) ≥ |W* - W|²_F/10⁶.",
            Proposition = Unique(new Rational(1, 2)),
        };
    }

    private static NetworkProposition Unique(Rational radius) => new(
        new NetworkDomain { Radius = radius, NegativeSlope = new Rational(1, 4), Dimensions = [1, 2, 3] },
        _ => Formula.True,
        n => n[Loss] >= n[SquaredDistance] / 1_000_000);
}
