using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter6;

/// <summary>
/// Section 6.2 of Du (2019) on one neuron: the gradient for any input, and gamma(phi) = (pi - phi - sin phi)/(2 pi), L(phi) = (pi - phi + sin phi)/(2 pi) and
/// L_-(phi) = (phi + sin phi)/(2 pi) for Gaussian inputs in p >= 2 dimensions; on the unit sphere these are divided by p.
/// </summary>
public sealed class OneNeuron : ISpec
{
    private static readonly Rational AbovePi = new(22, 7);

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => Gradient().Concat(Gaussian()).Concat(Growth()).Concat(Steps());

    private static IEnumerable<Claim> Gradient()
    {
        yield return new Claim
        {
            Source = Du.Statement("Lemma 6.1"),
            Quote = new Quote("⟨∇_wℓ(w), w - w*⟩ = (w - w*)ᵀA_{w,w*}(w - w*) + (w - w*)ᵀA_{w,-w*}w, and both terms are non-negative", "Lemma 6.1"),
            Text = "For a single input with a = wᵀZ ≥ 0 and b = w*ᵀZ = sβ, β ≥ 0: (a - σ(b))(a - b) is (a - b)² for s = 1 and a² + aβ for s = -1, not negative either way; an input with a < 0 adds nothing; s = -1, 1.",
            Proposition = StatementProposition.ForCases("s", [-1, 1], s =>
            {
                var forAll = new Quantifier();
                Term a = forAll.Real("a", 0), beta = forAll.Real("β", 0), b = s * beta;
                Term product = (a - (s > 0 ? b : 0)) * (a - b), term = s > 0 ? Term.Square(a - b) : Term.Square(a) + (a * beta);
                return forAll.Conclude(product.EqualTo(term) & (term >= 0));
            }),
        };
        yield return new Claim
        {
            Source = Du.Statement("Theorem 6.2 angle"),
            Quote = new Quote("if ‖w - w*‖ < ‖w*‖, then θ(w, w*) ≤ arcsin(‖w - w*‖/‖w*‖)", "Proof of Theorem 6.2"),
            Text = "With w = ρ(c, s)‖w*‖, c² + s² = 1: |w - w*|²/‖w*‖² = s² + (ρ - c)² ≥ s², and it is below 1 only if 2ρc > ρ²; here ρ² - 2ρc + c² + s² = s² + (ρ-c)².",
            Proposition = Angle(),
        };
    }

    private static IEnumerable<Claim> Gaussian()
    {
        yield return new Claim
        {
            Source = Du.Statement("Chapter 6 Gaussian second moments"),
            Text = "2πA_{w,w*} = [π-φ+sc, s²; s², π-φ-sc] in the plane of w and w* has the eigenvalues π-φ±s, and 2πA_{w,-w*} = [φ-sc, -s²; -s², φ+sc] has φ±s, s = sin φ, c = cos φ: "
                + "the characteristic polynomial at P ± s is -s²(c² + s² - 1), for P = π-φ and P = φ alike.",
            Proposition = Eigenvalues(),
        };
        Source source = Du.Statement("Definition 6.1 rotation invariant inputs");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("The smoothest input distributions are rotationally invariant distributions (e.g. standard Gaussian) which have γ(φ) = L(φ)", "Section 6.2.1, after Definition 6.1"),
            Severity = new Severity.Substantive(),
            Text = "For Gaussian inputs (π - φ - sin φ)/(2π) = (π - φ + sin φ)/(2π), for φ in [0, 3]; times 2π.",
            Proposition = Over(phi => (2 * Term.Pi * (Least(phi) - Largest(phi))).EqualTo(0), new Rational(3, 1)),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "they differ by sin φ/π, and agree at φ = 0 and φ = π only",
            Text = "For Gaussian inputs L(φ) - γ(φ) = s/π ≥ 0 with s = sin φ, which is 0 for s = 0; P = π - φ.",
            Proposition = Gap(),
        };
        yield return new Claim
        {
            Source = Du.Statement("Definition 6.1 monotone"),
            Quote = new Quote("both γ(φ) and L(φ) are monotonically decreasing", "Section 6.2.1, after Definition 6.1"),
            Text = "For Gaussian inputs γ and L decrease on [0, π]: 2π(γ(φ) - γ(φ+h))/h = 1 + cos(φ + h/2) sinc(h/2) ≥ 0 and, for L, 1 - cos(φ + h/2) sinc(h/2) ≥ 0.",
            Proposition = Monotone(),
        };
    }

    private static IEnumerable<Claim> Growth()
    {
        yield return new Claim
        {
            Source = Du.Statement("Theorem 6.7"),
            Quote = new Quote("max_{w,θ(w,w*)≤φ} λ_max(A_{w,-w*}) = (φ + sin φ)/2 ≤ φ for 0 ≤ φ ≤ π", "Proof of Theorem 6.7"),
            Text = "(φ + sin φ)/2 ≤ φ for 0 ≤ φ ≤ π; divided by φ³: (φ - sin φ)/(2φ³) ≥ 0.",
            Proposition = Over(phi => Term.SineDefect(phi) / 2 >= 0, AbovePi),
        };
        yield return new Claim
        {
            Source = Du.Statement("Theorem 6.8"),
            Quote = new Quote("If Z ∼ N(0, I), then β ≤ p", "Theorem 6.8"),
            Text = "For Gaussian inputs λ_max(A_{w,-w*}) = (φ + sin φ)/(2π) ≤ pφ, for p ≥ 1 and φ in [0, π]; divided by φ.",
            Proposition = Tight(1, 1),
        };
        yield return new Claim
        {
            Source = Du.Statement("Theorem 6.8 tight constant"),
            Text = "For Gaussian inputs (φ + sin φ)/(2π) ≤ φ/π for φ in [0, π], in every dimension p; divided by φ³: (φ - sin φ)/(2πφ³) ≥ 0.",
            Proposition = Over(phi => Term.SineDefect(phi) / (2 * Term.Pi) >= 0, AbovePi),
            Derivation = new Derivation("the eigenvalues do not depend on p", ["du/chapter-6-gaussian-second-moments"]),
        };
        yield return new Claim
        {
            Source = Du.Statement("Theorem 6.8 just below the tight constant"),
            Text = "For Gaussian inputs (φ + sin φ)/(2π) ≤ 99φ/(100π) for φ in [0, π]: not at small angles; divided by φ.",
            Proposition = Over(phi => (1 + Term.Sinc(phi)) / (2 * Term.Pi) <= Term.Ratio(99, 100) / Term.Pi, AbovePi),
        };
    }

    private static IEnumerable<Claim> Steps()
    {
        Source source = Du.Statement("Theorem 6.1 on the line");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("and the initialization w_0 satisfies ℓ(w_0) < ℓ(0) then gradient descent algorithm recovers w*", "Theorem 6.1"),
            Severity = new Severity.DependsOnReading("the step size is small enough for the loss to decrease, as the proof supposes"),
            Text = "For p = 1, Gaussian input, w* = 1 and 0 < w < 2, where ℓ(w) < ℓ(0): a step brings w - 1 to (1 - η/2)(w - 1), nearer to 0, for η up to 8.",
            Proposition = OnTheLine(closed: false),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "step sizes below 4, twice the inverse of the curvature ½ at w*",
            Text = "For p = 1, Gaussian input, w* = 1 and 0 < w < 2: a step brings w - 1 to (1 - η/2)(w - 1), nearer to 0, for 0 < η < 4.",
            Proposition = OnTheLine(closed: true),
        };
    }

    /// <summary>gamma(phi) for Gaussian inputs.</summary>
    /// <param name="phi">An angle in [0, pi].</param>
    internal static Term Least(Term phi) => (Term.Pi - phi - Term.Sin(phi)) / (2 * Term.Pi);

    /// <summary>L(phi) for Gaussian inputs.</summary>
    /// <param name="phi">An angle in [0, pi].</param>
    internal static Term Largest(Term phi) => (Term.Pi - phi + Term.Sin(phi)) / (2 * Term.Pi);

    private static StatementProposition Over(Func<Term, Formula> conclusion, Rational upper)
    {
        var forAll = new Quantifier();
        return StatementProposition.Of(forAll.Conclude(conclusion(forAll.Real("φ", 0, upper))));
    }

    private static StatementProposition Angle()
    {
        var forAll = new Quantifier();
        Term rho = forAll.Real("ρ"), c = forAll.Real("c"), s = forAll.Real("s"), square = Term.Square(rho) - (2 * rho * c) + Term.Square(c) + Term.Square(s);
        return StatementProposition.Of(forAll.Conclude((square - Term.Square(s)).EqualTo(Term.Square(rho - c)) & (Term.Square(rho - c) >= 0)));
    }

    private static StatementProposition Eigenvalues()
    {
        var forAll = new Quantifier();
        Term p = forAll.Real("P"), c = forAll.Real("c"), s = forAll.Real("s");
        Term rest = -Term.Square(s) * (Term.Square(c) + Term.Square(s) - 1);
        Term At(Term value) => ((p + (s * c) - value) * (p - (s * c) - value)) - Term.Pow(s, 4);
        return StatementProposition.Of(forAll.Conclude(At(p + s).EqualTo(rest) & At(p - s).EqualTo(rest)));
    }

    private static StatementProposition Gap()
    {
        var forAll = new Quantifier();
        Term p = forAll.Real("P"), s = forAll.Real("s", 0);
        return StatementProposition.Of(forAll.Conclude(((p + s) - (p - s)).EqualTo(2 * s) & (2 * s / (2 * Term.Pi) >= 0)));
    }

    private static StatementProposition Monotone()
    {
        var forAll = new Quantifier();
        Term phi = forAll.Real("φ", 0, AbovePi), h = forAll.Real("h", 0, AbovePi), slope = Term.Cos(phi + (h / 2)) * Term.Sinc(h / 2);
        return StatementProposition.Of(forAll.Conclude((1 + slope >= 0) & (1 - slope >= 0)));
    }

    private static StatementProposition Tight(int numerator, int denominator)
    {
        var forAll = new Quantifier();
        Term p = forAll.Real("p", 1, 1000), phi = forAll.Real("φ", 0, AbovePi);
        return StatementProposition.Of(forAll.Conclude((1 + Term.Sinc(phi)) / (2 * Term.Pi) <= Term.Ratio(numerator, denominator) * p));
    }

    private static StatementProposition OnTheLine(bool closed)
    {
        var forAll = new Quantifier();
        Term eta = forAll.Real("η", 0, closed ? 4 : 8);
        forAll.Given(eta > 0);
        if (closed)
        {
            forAll.Given(eta < 4);
        }

        return StatementProposition.Of(forAll.Conclude((1 - (eta / 2) < 1) & (1 - (eta / 2) > -1)));
    }
}
