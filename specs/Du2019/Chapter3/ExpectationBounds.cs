using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter3;

/// <summary>
/// Lemmas 3.28 and 3.29 of Du (2019): Gaussian expectations depend on variances and covariances at a bounded rate. The derivative of E σ(u) by the variance of u is E σ''(u)/2, that of E σ(u)σ(v) by
/// the covariance E σ'(u)σ'(v).
/// </summary>
public sealed class ExpectationBounds : ISpec
{
    private static readonly Term X = Term.Variable("x");

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => [Softplus(), .. Scale(), Cosine()];

    private static Claim Softplus()
    {
        var forAll = new Quantifier();
        Term deviation = forAll.Real("√a", new Rational(1, 2), 2), sigmoid = 1 / (1 + Term.Exp(-(deviation * X)));
        Term rate = Term.Integral(X, null, null, sigmoid * (1 - sigmoid) * Term.Exp(-Term.Square(X) / 2) / Term.Sqrt(2 * Term.Pi)) / 2;
        return new Claim
        {
            Source = Du.Statement("Lemma 3.28 softplus"),
            Text = "Softplus, a in [1/4, 4]: the derivative of E_{z∼N(0,a)}σ(z) by a, ½Eσ''(z), lies between 0 and β/2 = 1/8, so that the lemma holds there with C = 1/8.",
            Proposition = StatementProposition.Of(forAll.Conclude((rate >= 0) & (rate <= Term.Ratio(1, 8)))),
        };
    }

    private static IEnumerable<Claim> Scale()
    {
        Source source = Du.Statement("Lemma 3.28 variance");
        var forAll = new Quantifier();
        Term alpha = forAll.Real("α", new Rational(1, 4), 4);
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("|dE_{z∼N(0,α)}[σ(z)]/dα| = |dE_{z∼N(0,1)}[σ(αz)]/dα|", "Proof of Lemma 3.28"),
            Severity = new Severity.DependsOnReading("α is a standard deviation there, and C takes up the factor 1/(2√α)"),
            Text = "σ = cos, α in [1/4, 4], N(0, α) of variance α: the derivatives of exp(-α/2) and of exp(-α²/2) agree, exp(-α/2)/2 = α exp(-α²/2).",
            Proposition = StatementProposition.Of(forAll.Conclude((Term.Exp(-(alpha / 2)) / 2).EqualTo(alpha * Term.Exp(-(Term.Square(alpha) / 2))))),
        };
        var also = new Quantifier();
        Term s = also.Real("s", new Rational(1, 2), 2);
        yield return new Claim
        {
            Source = source,
            Correction = "α = s²: the derivative by the variance is 1/(2s) times that by the standard deviation s",
            Text = "σ = cos, s in [1/2, 2]: with α = s² the derivative of exp(-α/2) by α, times 2s, is that of exp(-s²/2) by s.",
            Proposition = StatementProposition.Of(also.Conclude((2 * s * (Term.Exp(-(Term.Square(s) / 2)) / 2)).EqualTo(s * Term.Exp(-(Term.Square(s) / 2))))),
        };
    }

    // E σ(u)σ(v) = exp(-(a²+b²)/2) cosh(ρab); its derivatives by the covariance and by a variance.
    private static Claim Cosine()
    {
        var forAll = new Quantifier();
        Term a = forAll.Real("a", new Rational(1, 4), 2), b = forAll.Real("b", new Rational(1, 4), 2), rho = forAll.Real("ρ", -1, 1);
        Term decay = Term.Exp(-((Term.Square(a) + Term.Square(b)) / 2)), covariance = rho * a * b;
        return new Claim
        {
            Source = Du.Statement("Lemma 3.29 cosine"),
            Text = "σ = cos, variances a², b² in [1/16, 4], correlation ρ: the derivative of Eσ(u)σ(v) by the covariance is at most L² = 1 in size, and those by the variances at most 1: |F(A) - F(B)| ≤ 3|A - B|_∞ along a segment.",
            Proposition = StatementProposition.Of(forAll.Conclude(
                (Term.Abs(decay * Term.Sinh(covariance)) <= 1) & (Term.Abs(decay * Term.Cosh(covariance) / 2) <= 1))),
        };
    }
}
