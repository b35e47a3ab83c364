using ResLinkProofs.Claims;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Specs.LiYuan2017;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>
/// Section 7 of the PReLU report claims convergence "without constrains on initialization", where its theorems bound the norms. Elsewhere there are other global minima:
/// the loss does not notice a permutation of the columns of I + W.
/// </summary>
public sealed class Section7 : ISpec
{
    private static readonly int[] Dimensions = [1, 2, 3];
    private static readonly Rational Slope = new(1, 4);

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
            Proposition = UniqueGlobalMinimum.Within(2, Dimensions, Slope),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "with bounded norms, as the theorems have it: a start near another permutation of the columns of I + W* ends there",
            Text = "For α = 1/4 and |W|₂, |W*|₂ ≤ 1/2, L(W) ≥ |W* - W|²_F/10⁶.",
            Proposition = UniqueGlobalMinimum.Within(new Rational(1, 2), Dimensions, Slope),
        };
    }
}
