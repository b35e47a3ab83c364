using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter3;

/// <summary>
/// The Gram recursions of chapter 3 of Du (2019) for a pair of inputs and activations whose Gaussian expectations have closed forms. For (u, v) with variances A, B and covariance C:
/// E cos u cos v = exp(-(A+B)/2) cosh C, E sin u sin v = exp(-(A+B)/2) sinh C, E cos u = exp(-A/2); for ReLU and unit inputs E of the product of the slopes is (pi - arccos C)/(2 pi).
/// For unit inputs K_ii stays 1, c_sigma is e/cosh 1 for the cosine, and K^(1)_12 = cosh(k)/cosh(1) with k = (x_1, x_2).
/// </summary>
public sealed class GramRecursion : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source index = Du.Statement("Definition 3.1 last layer");
        yield return new Claim
        {
            Source = index,
            Quote = new Quote("K^(H)_ij = c_σ K^(H-1)_ij E_{(u,v)ᵀ∼N(0,A^(H-1)_ij)}[σ'(u)σ'(v)]", "Definition 3.1"),
            Severity = new Severity.DependsOnReading("A^(H-1) stands for the covariance K^(H-1), which is A^(H) by (3.7), as Lemma 3.22 and Proposition 3.2 have it"),
            Text = "H = 2, σ = cos, unit inputs, k = x₁·x₂: with A^(1), that is k, in place of K^(1), the limit of G^(2)(0)₁₂ = c_σK^(1)E σ'(u)σ'(v) has E = e⁻¹ sinh k = e⁻¹ sinh K^(1).",
            Proposition = StatementProposition.Of(OfCosine(-1, k => (K1(k) * Sinh(k)).EqualTo(K1(k) * Sinh(K1(k))))),
        };
        yield return new Claim
        {
            Source = index,
            Correction = "A^(H): the slopes of the last layer are taken at its own inputs, whose covariance is K^(H-1)",
            Text = "H = 2, σ = cos, x₁ ⊥ x₂: K^(2)₁₂ = K^(1) sinh K^(1)/cosh 1, K^(1) = 1/cosh 1, is between 0.29161 and 0.29163; as printed it is 0.",
            Proposition = StatementProposition.Of(new Quantifier().Conclude(Between(Inverse * Sinh(Inverse) / Cosh(1), 29_161, 29_163, 100_000))),
        };
        Source oneLayer = Du.Statement("Definition 3.1 with one layer");
        yield return new Claim
        {
            Source = oneLayer,
            Quote = new Quote("if H = 1, then K^(H) is the same the Gram matrix defined in the previous chapter", "Section 3.4, after Definition 3.1"),
            Severity = new Severity.DependsOnReading("a constant factor is left aside: chapter 2 scales by 1/m, chapter 3 by c_σ/m"),
            Text = "H = 1, ReLU with c_σ = 2, unit inputs, k = x₁·x₂ in [-1, 1]: c_σk(π - arccos k)/(2π) = k(π - arccos k)/(2π).",
            Proposition = StatementProposition.Of(OfCosine(-1, k => (2 * H(k)).EqualTo(H(k)))),
        };
        Source cross = Du.Statement("Definition 3.2 cross terms");
        yield return new Claim
        {
            Source = cross,
            Quote = new Quote("c_res b_i^(h-1)σ(u)/H + c_res b_j^(h-1)σ(v)/H + c²_res σ(u)σ(v)/H²", "Definition 3.2"),
            Severity = new Severity.DependsOnReading("all inputs have norm 1, as Theorem 3.2 assumes: then b_i = b_j and u, v have one distribution"),
            Text = "σ = cos, variances A, B in [0, 4], b_i ~ e^(-A/2): the expectation of b_iσ(u) + b_jσ(v) is that of x_i^(h-1)·σ(Wx_j^(h-1)) + x_j^(h-1)·σ(Wx_i^(h-1)), b_iσ(v) + b_jσ(u).",
            Proposition = StatementProposition.Of(OfVariances((a, b) => (Half(a) * Half(a) + (Half(b) * Half(b))).EqualTo(2 * Half(a) * Half(b)))),
        };
        Source pairs = Du.Statement("Lemma 3.25");
        yield return new Claim
        {
            Source = pairs,
            Quote = new Quote("If D^(h) is the identity mapping ..., then λ(K^(H)) ≥ min_{(i,j)} λ_min of the 2×2 blocks of K^(0)", "Lemma 3.25"),
            Severity = new Severity.DependsOnReading("the first layer has a skip connection as well; that of the ResNet of section 3.2 has none, D^(1) = 0"),
            Text = "σ = cos, unit inputs with k = x₁·x₂, after the first layer of the ResNet of section 3.2: λ_min = 1 - cosh k/cosh 1 is at least 1 - |k|.",
            Proposition = StatementProposition.Of(OfCosine(-1, k => 1 - K1(k) >= 1 - Term.Abs(k))),
        };
        yield return new Claim
        {
            Source = pairs,
            Correction = "from the first layer on, what does not decrease is K^(h) - b^(h)(b^(h))ᵀ: a layer with a skip connection adds (c_res/H)² times a covariance matrix",
            Text = "σ = cos, |k| ≤ 999/1000: the covariance matrix of (cos u, cos v), with e⁻¹(cosh 1 - 1) on the diagonal and e⁻¹(cosh k - 1) beside it, is positive definite.",
            Proposition = StatementProposition.Of(OfCosine(new Rational(-999, 1000), k => (Cosh(1) - 1 > Cosh(k) - 1) & (Cosh(1) - 1 > 1 - Cosh(k)), new Rational(999, 1000))),
        };
        foreach (Claim claim in TwoPoints())
        {
            yield return claim;
        }
    }

    private static Term Inverse => 1 / Cosh(1);

    private static IEnumerable<Claim> TwoPoints()
    {
        (string Name, Func<Term, Formula> Conclude)[] facts =
        [
            ("Lemma 3.23 two points sine", k => (Sinh(1) > Sinh(k)) & (Sinh(1) > -Sinh(k))),
            ("Lemma 3.23 two points cosine", k => Cosh(1) > Cosh(k)),
            ("Lemma 3.23 two points error function", k => (Erf(1) > Erf(k)) & (Erf(1) > -Erf(k))),
            ("Lemma 3.24 two points sine", k => (Cosh(1) > k * Cosh(k)) & (Cosh(1) > -(k * Cosh(k)))),
            ("Lemma 3.24 two points cosine", k => Sinh(1) > Term.Abs(k * Sinh(k))),
            ("Lemma 3.31 two vectors", k => 1 - Term.Pow(k, 4) > 0),
        ];
        string[] texts =
        [
            "E sin(w·x₁)sin(w·x₂): |sinh k| < sinh 1",
            "E cos(w·x₁)cos(w·x₂): cosh k < cosh 1",
            "E erf(w·x₁)erf(w·x₂): |arcsin(2k/3)| < arcsin(2/3)",
            "E sin'(w·x₁)sin'(w·x₂) x₁·x₂: |k cosh k| < cosh 1",
            "E cos'(w·x₁)cos'(w·x₂) x₁·x₂: |k sinh k| < sinh 1",
            "(v₁·v₂)² of v₁⊗v₁ and v₂⊗v₂: 1 - k⁴ > 0",
        ];
        return facts.Zip(texts, (fact, text) => new Claim
        {
            Source = Du.Statement(fact.Name),
            Text = $"Two unit vectors with |k| ≤ 999/1000, k their inner product: the 2 × 2 Gram matrix is positive definite; {text}.",
            Proposition = StatementProposition.Of(OfCosine(new Rational(-999, 1000), fact.Conclude, new Rational(999, 1000))),
        });
    }

    private static Statement OfCosine(Rational lower, Func<Term, Formula> conclude, Rational? upper = null)
    {
        var forAll = new Quantifier();
        return forAll.Conclude(conclude(forAll.Real("k", lower, upper ?? 1)));
    }

    private static Statement OfVariances(Func<Term, Term, Formula> conclude)
    {
        var forAll = new Quantifier();
        Term a = forAll.Real("A", 0, 4), b = forAll.Real("B", 0, 4);
        return forAll.Conclude(conclude(a, b));
    }

    private static Formula Between(Term value, long lower, long upper, long unit) => (value > Term.Ratio(lower, unit)) & (Term.Ratio(upper, unit) > value);

    private static Term K1(Term k) => Cosh(k) / Cosh(1);

    private static Term H(Term k) => k * (Term.Pi - Term.Acos(k)) / (2 * Term.Pi);

    private static Term Half(Term variance) => Term.Exp(-(variance / 2));

    private static Term Erf(Term k) => Term.Asin(2 * k / 3);

    private static Term Cosh(Term x) => (Term.Exp(x) + Term.Exp(-x)) / 2;

    private static Term Sinh(Term x) => (Term.Exp(x) - Term.Exp(-x)) / 2;
}
