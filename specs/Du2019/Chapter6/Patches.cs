using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter6;

/// <summary>Theorems 6.3 and 6.5 of Du (2019) on two patches in the plane, whose moments have closed forms; w* = (1, 0).</summary>
public sealed class Patches : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = Du.Statement("Theorem 6.3 with the largest eigenvalue"),
            Quote = new Quote("‖w_{t+1} - w*‖² ≤ (1 - η(γ(φ_t) - 6L_cross)/2)‖w_t - w*‖²", "Theorem 6.3"),
            Severity = new Severity.DependsOnReading("λ_max of the products in Assumption 6.3, which are not symmetric, means their operator norms, as the proof uses them"),
            Text = "Z_1 = (11/10, 9/10), Z_2 = (-11/10, -8/10) with probability 9/10, else Z_1 = Z_2 uniform on the unit circle: E[XYᵀ], E[XUᵀ], E[YUᵀ] are zero or of rank one with trace below zero, so L_cross may be as small "
                + "as one likes. Where wᵀZ_1 < 0 < wᵀZ_2 and |w - w*| < 1: ⟨∇ℓ, w - w*⟩ ≥ 0, without which no small step comes nearer.",
            Proposition = Opposite(),
        };
        Source least = Du.Statement("Theorem 6.5 least eigenvalue");
        yield return new Claim
        {
            Source = least,
            Quote = new Quote("then we have γ(φ_0) ≥ γ_avg(φ_0) - 4(1 - cos ρ)", "Theorem 6.5"),
            Severity = new Severity.Substantive(),
            Text = "For patches at angles α ± ρ, α uniform, and φ_0 = 0, E[XXᵀ] is diagonal and γ_avg = cos²ρ/4: γ(0) ≥ γ_avg(0) - 4(1 - cos ρ) for 0 < ρ ≤ 1/5; times 2π/ρ.",
            Proposition = LeastEigenvalue(rho => 8 * Term.Pi * rho * Term.VersineQuotient(rho)),
        };
        yield return new Claim
        {
            Source = least,
            Correction = "2P instead of 4(1 - cos ρ), P the probability that of the patches and their mean some are in S(w_0, w*) and some are not: first order in ρ",
            Text = "For patches at angles α ± ρ, α uniform, and φ_0 = 0, where P = 4ρ/(2π): γ(0) ≥ γ_avg(0) - 2P for 0 < ρ ≤ 1/5; times 2π/ρ.",
            Proposition = LeastEigenvalue(_ => 8),
        };
        Source cross = Du.Statement("Theorem 6.5 cross-covariance");
        yield return new Claim
        {
            Source = cross,
            Quote = new Quote("assume there exists L ≥ 0 such that for any φ ≤ ρ and for all Z_i, P[θ(Z_i, w*) ∈ [π/2 - φ, π/2 + φ]] ≤ μφ, ... then we have ... L_cross ≤ 3μ", "Theorem 6.5"),
            Severity = new Severity.Substantive(),
            Text = "For patches at angles m ± d + τ from w*, τ uniform in [-t, t], d ≤ ρ, with m + d + t + ρ < π/2, every μ ≥ 0 is admissible. At w with angle ψ on the other side, where Z_1 is inactive and Z_2 active, "
                + "λ_max(E[XUᵀ]) = (cos 2d + √(κ² - sin²2d))/8 ≤ 3μψ, κ = sin(2t)/(2t).",
            Proposition = Cross((furthest, rho, psi, mu) => furthest + rho < Term.Pi / 2),
        };
        yield return new Claim
        {
            Source = cross,
            Correction = "the bound on the probability is for every φ up to π/2",
            Text = "For patches at angles m ± d + τ from w*, τ uniform in [-t, t], where Z_1 is inactive and Z_2 active at angle ψ, the probability is 1 at φ = ψ, so that μψ ≥ 1: (cos 2d + √(κ² - sin²2d))/8 ≤ 3μψ, κ = sin(2t)/(2t).",
            Proposition = Cross((furthest, rho, psi, mu) => mu * psi >= 1),
        };
    }

    private static StatementProposition Opposite()
    {
        var forAll = new Quantifier();
        Term x = forAll.Real("w1", 0, 1), y = forAll.Real("w2", -1, 0), norm = Term.Sqrt(Term.Square(x) + Term.Square(y)), cos = x / norm, theta = Term.Acos(cos);
        Term first = ((11 * x) + (9 * y)) / 10, second = -((11 * x) + (8 * y)) / 10;
        forAll.Given(first < 0).Given(second > 0).Given(Term.Square(x - 1) + Term.Square(y) < 1).Given(cos < 1);

        // On the patches f(w) = second/2, f(w*) = 11/20 and the gradient of f is Z_2/2; on the circle it is half of the Gaussian gradient.
        Term residual = (second / 2) - Term.Ratio(11, 20);
        Term[] patch = [-residual * Term.Ratio(11, 20), -residual * Term.Ratio(8, 20)];
        Term sin = Term.Sqrt(Term.Max(1 - Term.Square(cos), 0));
        Term[] circle = [((x / 2) - ((Term.Pi - theta + (sin * cos)) / (2 * Term.Pi))) / 2, ((y / 2) - (sin * y / norm / (2 * Term.Pi))) / 2];
        Term Along(Term[] gradient) => (gradient[0] * (x - 1)) + (gradient[1] * y);
        return StatementProposition.Of(forAll.Conclude((Term.Ratio(9, 10) * Along(patch)) + (Along(circle) / 10) >= 0));
    }

    // 2 pi E[XX^T] is the integral of cos^2 rho u u^T over |alpha| <= pi/2 - rho, where both patches are active, and of z z^T/4 over two arcs of length 2 rho, where one is.
    private static StatementProposition LeastEigenvalue(Func<Term, Term> allowance)
    {
        var forAll = new Quantifier();
        Term rho = forAll.Real("ρ", 0, new Rational(1, 5)), square = Term.Square(Term.Cos(rho)), two = Term.Sinc(2 * rho), four = Term.Sinc(4 * rho);
        forAll.Given(rho > 0);
        Term along = (square * (two - 1)) + ((1 - four) / 2), across = (-square * (1 + two)) + ((1 + four) / 2);
        return StatementProposition.Of(forAll.Conclude((along + allowance(rho) >= 0) & (across + allowance(rho) >= 0)));
    }

    // E[XU^T] is the mean of Z_2 Z_1^T/4, half of [c + kC, kS + s; kS - s, c - kC]/4 with c, s for 2d and C, S for 2m, whose eigenvalues are c +- sqrt(k^2 - s^2).
    private static StatementProposition Cross(Func<Term, Term, Term, Term, Formula> admissible)
    {
        var forAll = new Quantifier();
        Term m = forAll.Real("m", 0, new Rational(3, 2)), d = forAll.Real("d", 0, new Rational(1, 4)), rho = forAll.Real("ρ", 0, new Rational(1, 4)), psi = forAll.Real("ψ", 0, new Rational(3, 2)), mu = forAll.Real("μ", 0, 100);
        Term t = forAll.Real("t", 0, new Rational(1, 4)), half = Term.Pi / 2, squared = Term.Square(Term.Sinc(2 * t)) - Term.Square(Term.Sin(2 * d));
        forAll.Given(t > 0).Given(d <= rho).Given(m + d + t < half).Given(m + d - t + psi > half).Given(m - d + t + psi < half).Given(admissible(m + d + t, rho, psi, mu));
        return StatementProposition.Of(forAll.Conclude((Term.Cos(2 * d) + Term.Sqrt(Term.Max(squared, 0))) / 8 <= 3 * mu * psi));
    }
}
