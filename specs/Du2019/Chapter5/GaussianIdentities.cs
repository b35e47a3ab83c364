using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter5;

/// <summary>
/// Lemma 5.6 of Du (2019) in polar coordinates of the plane of w and w*, where E r^2 = 2 and the angle is uniform: every mean is an integral over the angles theta at which z is on the side in
/// question, -pi/2 to pi/2 for w* = (W, 0) and phi - pi/2 to pi/2 with w at angle phi as well. cos^2 and sin cos have the antiderivatives (theta + sin cos)/2 and sin^2/2.
/// </summary>
public sealed class GaussianIdentities : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => Identities().Concat(Integrals());

    private static IEnumerable<Claim> Identities()
    {
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.6 second moment"),
            Quote = new Quote("E[zzᵀI{zᵀw ≥ 0}]w = w/2", "Lemma 5.6"),
            Text = "(1/π)(∫cos²θ, ∫sin θ cos θ) from -π/2 to π/2, by the antiderivatives F = (θ + sin θ cos θ)/2 and sin²θ/2, is (1/2, 0): sin θ = ±1 and cos θ = 0 at the ends.",
            Proposition = Of(_ => ((Antiderivative(Term.Pi / 2, 1, 0) - Antiderivative(-Term.Pi / 2, -1, 0)) / Term.Pi).EqualTo(Term.Ratio(1, 2)) & ((Term.Ratio(1, 2) - Term.Ratio(1, 2)) / Term.Pi).EqualTo(0)),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.6 two half-spaces"),
            Quote = new Quote("E[zzᵀI{zᵀw ≥ 0, zᵀw* ≥ 0}]w* = (1/2π)(π - φ)w* + (1/2π) sin φ (‖w*‖/‖w‖)w", "Lemma 5.6"),
            Text = "(1/π)(∫cos²θ, ∫sin θ cos θ) from φ - π/2 to π/2 is ((π - φ) + SC, S²)/(2π), for S = sin φ, C = cos φ and ‖w*‖ = 1; sin θ = -C and cos θ = S at the lower end, S² + C² = 1.",
            Proposition = Of(x => (2 * (Antiderivative(Term.Pi / 2, 1, 0) - Antiderivative(x.Phi - (Term.Pi / 2), -x.Cos, x.Sin))).EqualTo(Term.Pi - x.Phi + (x.Sin * x.Cos))
                & (2 * (Term.Ratio(1, 2) - (Term.Square(x.Cos) / 2))).EqualTo(Term.Square(x.Sin) + (1 - Term.Square(x.Sin) - Term.Square(x.Cos)))),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.6 two units"),
            Quote = new Quote("E[σ(zᵀw)σ(zᵀw*)] = (1/2π)(cos φ(π - φ) + sin φ)‖w‖‖w*‖", "Lemma 5.6"),
            Text = "∫cos θ cos(θ - φ) = C∫cos²θ + S∫sin θ cos θ from φ - π/2 to π/2 is ((π - φ)C + S)/2 - S(1 - S² - C²)/2, for S = sin φ, C = cos φ; S² + C² = 1.",
            Proposition = Of(x => (2 * ((x.Cos * (Antiderivative(Term.Pi / 2, 1, 0) - Antiderivative(x.Phi - (Term.Pi / 2), -x.Cos, x.Sin))) + (x.Sin * (1 - Term.Square(x.Cos)) / 2)))
                .EqualTo(((Term.Pi - x.Phi) * x.Cos) + x.Sin)),
        };
    }

    private static IEnumerable<Claim> Integrals()
    {
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.6 antiderivatives"),
            Text = "(θ + sin θ cos θ)/2 and sin²θ/2 have the derivatives cos²θ and sin θ cos θ: F(θ + h) - F(θ) - hF'(θ) is at most h² in size, for θ in [-π/2, π/2] and |h| ≤ 1/2; F = 1, 2.",
            Proposition = StatementProposition.ForCases("F", [1, 2], HasDerivative),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.6 first moment"),
            Text = "E[zI{zᵀw ≥ 0}] = (1/√(2π)) w/‖w‖: ∫te^(-t²/2) over t ≥ 0 is 1, up to 1/1000: along w the mean is that over √(2π), and across w it is 0 by symmetry.",
            Proposition = FirstMoment(),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.6 by quadrature"),
            Text = "∫cos θ cos(θ - φ) over θ from φ - π/2 to π/2 is ((π - φ)cos φ + sin φ)/2, up to 1/100, for φ in [0, π].",
            Proposition = ByQuadrature(),
        };
    }

    private static Term Antiderivative(Term theta, Term sin, Term cos) => (theta + (sin * cos)) / 2;

    private static StatementProposition Of(Func<(Term Phi, Term Sin, Term Cos), Formula> conclusion)
    {
        var forAll = new Quantifier();
        (Term Phi, Term Sin, Term Cos) x = (forAll.Real("φ"), forAll.Real("S", -1, 1), forAll.Real("C", -1, 1));
        return StatementProposition.Of(forAll.Conclude(conclusion(x)));
    }

    private static Statement HasDerivative(int which)
    {
        var forAll = new Quantifier();
        Term theta = forAll.Real("θ", new Rational(-1571, 1000), new Rational(1571, 1000)), h = forAll.Real("h", new Rational(-1, 2), new Rational(1, 2));
        Term Value(Term x) => which == 1 ? (x + (Term.Sin(x) * Term.Cos(x))) / 2 : Term.Square(Term.Sin(x)) / 2;
        Term slope = which == 1 ? Term.Square(Term.Cos(theta)) : Term.Sin(theta) * Term.Cos(theta);
        return forAll.Conclude(Bounds.Within(Value(theta + h) - Value(theta) - (h * slope), Term.Square(h)));
    }

    private static StatementProposition FirstMoment()
    {
        Term t = Term.Variable("t");
        return StatementProposition.Of(new Quantifier().Conclude(Bounds.Within(Term.Integral(t, 0, null, t * Term.Exp(-Term.Square(t) / 2)) - 1, Term.Ratio(1, 1000))));
    }

    private static StatementProposition ByQuadrature()
    {
        var forAll = new Quantifier();
        Term phi = forAll.Real("φ", 0, new Rational(22, 7)), theta = Term.Variable("θ");
        Term integral = Term.Integral(theta, phi - (Term.Pi / 2), Term.Pi / 2, Term.Cos(theta) * Term.Cos(theta - phi));
        forAll.Given(phi <= Term.Pi);
        return StatementProposition.Of(forAll.Conclude(Bounds.Within(integral - (Convolution.G(phi) / 2), Term.Ratio(1, 100))));
    }
}
