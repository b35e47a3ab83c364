using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// Footnote 2 of Li and Yuan (2017): the covariances of the hidden units ReLU(&lt;a_i, x>), x ~ N(0, I), add up to Omega(d), "which is far from being independent". They do so
/// for independent units as well, through their variances; at W = gamma u u^T/d the covariances of different units alone add up to Omega(d).
/// </summary>
/// <remarks>
/// Cov = |a||b| (sqrt(1 - c^2) - 1 + (pi/2 + arcsin c) c)/(2 pi) for the cosine c of two columns. At W = gamma u u^T/d, |a_j|^2 = 1 + k s and &lt;a_i, a_j> = k s with
/// k = 2 gamma + gamma^2 and s = 1/d.
/// </remarks>
public sealed class Section3Covariances : ISpec
{
    private static Term Variance => Term.Ratio(1, 2) - (1 / (2 * Term.Pi));

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        const string Setting = "For W = γuuᵀ/d, 1/100 ≤ γ ≤ 1/2, and every d ≥ 100:";
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 3 covariances"),
            Quote = new Quote("in our setting, Σ_{i,j} Cov[σ_i, σ_j] can be as large as Ω(d)", "Section 3, footnote 2"),
            Existential = new Existential.Instance("c", "c = 1/3"),
            Text = $"{Setting} Σ_ij Cov(σ_i, σ_j) ≥ d/3.",
            Proposition = StatementProposition.Of(Sum((variances, covariances, _) => variances + covariances >= Term.Ratio(1, 3))),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 3 covariances of independent units"),
            Text = "At W = 0, where the units are independent, Σ_ij Cov(σ_i, σ_j) = d(1/2 - 1/(2π)) ≥ d/3 as well: the sum over all pairs does not tell dependent units from independent ones.",
            Proposition = StatementProposition.Of(new Quantifier().Conclude(Variance >= Term.Ratio(1, 3))),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 3 covariances of different units"),
            Text = $"{Setting} Σ_{{i≠j}} Cov(σ_i, σ_j) ≥ γd/4, where independent units have 0.",
            Proposition = StatementProposition.Of(Sum((_, covariances, gamma) => covariances >= gamma / 4)),
        };
    }

    // Both sums over d. c = k s/r, and sqrt(1 - c^2) - 1 = -c^2/(1 + sqrt(1 - c^2)); d - 1 = (1 - s)/s.
    private static Statement Sum(Func<Term, Term, Term, Formula> conclude)
    {
        var forAll = new Quantifier();
        Term gamma = forAll.Real("γ", new Rational(1, 100), new Rational(1, 2)), s = forAll.Real("1/d", 0, new Rational(1, 100));
        Term k = (2 * gamma) + Term.Square(gamma), squared = 1 + (k * s), cosine = k * s / squared;
        Term covariances = (1 - s) / (2 * Term.Pi)
            * ((((Term.Pi / 2) + Term.Asin(cosine)) * k) - (s * Term.Square(k) / (squared * (1 + Term.Sqrt(1 - Term.Square(cosine))))));
        return forAll.Conclude(conclude(squared * Variance, covariances, gamma));
    }
}
