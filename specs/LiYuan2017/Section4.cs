using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Frontiers;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Networks.Observables.DecompositionObservables;
using static ResLinkProofs.Networks.Observables.FieldObservables;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// Section 4 of Li and Yuan (2017): the approximation of the gradient for small weights, and the lower bounds of the parts of its inner
/// product with D = W* - W. The parts are those of the exact split: constant (pi/2)(|D u|^2 + |D|_F^2) + P_g, first-order P_first + P_delta,
/// higher-order P_diag + P_arcsin + P_sin.
/// </summary>
public sealed class Section4 : ISpec
{
    private static readonly int[] Dimensions = [1, 2, 3, 4, 5, 10, 20];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 4 size of g"),
            Text = "For |W|₂, |W*|₂ ≤ γ = 1/100, |g| ≤ 2γd: from a random start g may be large, but no larger.",
            Proposition = Part(1, n => n[Dimension] / 50 >= Term.Abs(n[Potential]), limited: false),
        };
        Source approximation = LiYuan.Statement("Section 4 approximation");
        yield return new Claim
        {
            Source = approximation,
            Text = "For |W|₂, |W*|₂ ≤ 1/1000 the field N is M_j = (π/2)(d_j + s) + g_j a_j/|a_j| up to terms that vanish with the weights: |N - M|_F ≤ |N|_F/20.",
            Proposition = Approximation(n => n[SquaredField] / 400 >= n[SquaredRestOfApproximation]),
        };
        yield return new Claim
        {
            Source = approximation,
            Reading = Reading.Corrected,
            Correction = "Dᵀ off the diagonal is missing; it is of the same order as D",
            Text = "For |W|₂, |W*|₂ ≤ 1/1000, |N - M - offdiag(Dᵀ)|_F ≤ |N|_F/20.",
            Proposition = Approximation(n => n[SquaredField] / 400 >= n[SquaredRestOfCompletedApproximation]),
        };

        Source constant = LiYuan.Statement("Section 4 constant part");
        yield return new Claim
        {
            Source = constant,
            Text = "For |W|₂, |W*|₂ ≤ 1/100 and |g| ≤ 1/10 the constant part with g_j as printed is (π/2 - O(g))-one point convex: at least (π/2 - 1/5)|D|²_F.",
            Proposition = Part(1, n => n[PotentialPart] + n[OwnGapPart] + Constant(n) >= ((Term.Pi / 2) - Term.Ratio(1, 5)) * n[SquaredDistance]),
        };
        yield return new Claim
        {
            Source = constant,
            Reading = Reading.Corrected,
            Correction = "g instead of g_j in the constant part; the difference belongs to the first order",
            Text = "For |W|₂, |W*|₂ ≤ 1/100 and |g| ≤ 1/10 the constant part is at least (π/2 - 1/5)|D|²_F.",
            Proposition = Part(1, n => n[PotentialPart] + Constant(n) >= ((Term.Pi / 2) - Term.Ratio(1, 5)) * n[SquaredDistance]),
        };
        yield return FirstOrder("1/10", 10, Reading.AsPrinted);
        yield return FirstOrder("3/20", 15, Reading.Companion);

        Source higher = LiYuan.Statement("Section 4 higher-order part");
        yield return new Claim
        {
            Source = higher,
            Text = "For |W|₂, |W*|₂ ≤ 1/10 the higher-order part is at least -0.085|D|²_F.",
            Proposition = Higher(10),
            Frontier = Over(new Rational(1, 10), new Rational(1, 2000), HigherAt),
        };
        yield return new Claim
        {
            Source = higher,
            Reading = Reading.Corrected,
            Correction = "for γ ≤ 1/25 only, while -1.3 for the first-order part holds up to about 0.109",
            Text = "For |W|₂, |W*|₂ ≤ 1/25 the higher-order part is at least -0.085|D|²_F.",
            Proposition = Higher(4),
        };
    }

    private static Claim FirstOrder(string radius, int hundredths, Reading reading) => new()
    {
        Source = LiYuan.Statement($"Section 4 first-order part at radius {radius}"),
        Reading = reading,
        Text = $"For |W|₂, |W*|₂ ≤ {radius} the first-order part is at least -1.3|D|²_F.",
        Proposition = FirstOrderAt(new Rational(hundredths, 100)),
        Frontier = Over(new Rational(2, 10), new Rational(1, 1000), FirstOrderAt),
    };

    private static Frontier Over(Rational largest, Rational resolution, Func<Rational, SearchableProposition> at) => new("γ", new Rational(1, 100), largest, resolution, at);

    private static NetworkProposition FirstOrderAt(Rational gamma) =>
        Part(gamma, n => n[FirstOrderPart] + n[OwnGapPart] >= Term.Ratio(-13, 10) * n[SquaredDistance], limited: false);

    private static NetworkProposition Higher(int hundredths) => HigherAt(new Rational(hundredths, 100));

    private static NetworkProposition HigherAt(Rational gamma) => Part(
        gamma,
        n => n[DiagonalPart] + n[ArcSinePart] + n[SinePart] >= Term.Ratio(-85, 1000) * n[SquaredDistance],
        limited: false);

    private static Term Constant(NetworkSymbols n) => Term.Pi / 2 * (n[SquaredDisplacement] + n[SquaredDistance]);

    private static NetworkProposition Approximation(Func<NetworkSymbols, Formula> conclusion) =>
        new(new NetworkDomain { Radius = new Rational(1, 1000), Dimensions = Dimensions }, _ => Formula.True, conclusion);

    private static NetworkProposition Part(int hundredths, Func<NetworkSymbols, Formula> conclusion, bool limited = true) =>
        Part(new Rational(hundredths, 100), conclusion, limited);

    private static NetworkProposition Part(Rational gamma, Func<NetworkSymbols, Formula> conclusion, bool limited) => new(
        new NetworkDomain { Radius = gamma, Dimensions = Dimensions },
        n => limited ? Term.Ratio(1, 10) >= Term.Abs(n[Potential]) : Formula.True,
        conclusion);
}
