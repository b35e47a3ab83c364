using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter6;

/// <summary>
/// Theorem 6.2 of Du (2019) for Gaussian inputs, beta = 1/pi and |w*| = 1: one step with eta = h gamma(phi)/(2 (L(phi) + 4 beta)^2), h in [0, 1], phi = arcsin r, r = |w - w*|: the
/// least quotient over smaller angles is at most this one, so these are all steps that the theorem allows, and perhaps more. Over eta r^2 the claim is 2 &lt;grad, e>/r^2 - eta |grad|^2/r^2 >= f gamma(phi) with f = 1/2, e = w - w*.
/// </summary>
public sealed class Theorem62 : ISpec
{
    private static readonly Rational Middle = new(1, 2);

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        const string Parts = "Part 1 is r ≤ 1/2, with e = r(cos α, sin α), over r²; part 2 is 1/2 ≤ r ≤ 1, with w = ρ(cos θ, sin θ); part = 1, 2.";
        yield return new Claim
        {
            Source = Du.Statement("Theorem 6.2 for Gaussian inputs"),
            Quote = new Quote("if step size is set as 0 ≤ η_t ≤ min_{0≤φ≤φ_t} γ(φ)/(2(L(φ) + 4β)²), we have ‖w_{t+1} - w*‖² ≤ (1 - η_tγ(φ_t)/2)‖w_t - w*‖²", "Theorem 6.2"),
            Text = $"For Gaussian inputs, β = 1/π, ‖w*‖ = 1: 2⟨∇ℓ, e⟩ - η|∇ℓ|² ≥ γ(φ)r²/2, φ = arcsin r. {Parts}",
            Proposition = Step(Term.Ratio(1, 2)),
        };
        yield return new Claim
        {
            Source = Du.Statement("Theorem 6.2 with the factor 3/2"),
            Text = $"For Gaussian inputs, β = 1/π, ‖w*‖ = 1: 2⟨∇ℓ, e⟩ - η|∇ℓ|² ≥ (3/2)γ(φ)r², φ = arcsin r. {Parts}",
            Proposition = Step(Term.Ratio(3, 2)),
        };
        yield return new Claim
        {
            Source = Du.Statement("Theorem 6.2 with the factor 2"),
            Text = $"For Gaussian inputs, β = 1/π, ‖w*‖ = 1: 2⟨∇ℓ, e⟩ - η|∇ℓ|² ≥ 2γ(φ)r², φ = arcsin r: more than there is. {Parts}",
            Proposition = Step(2),
        };
        const string Longer = "η = 37h·γ(φ)/(2(L(φ) + 4β)²)";
        yield return new Claim
        {
            Source = Du.Statement("Theorem 6.2 with longer steps"),
            Text = $"For Gaussian inputs, β = 1/π, ‖w*‖ = 1, and steps 37 times as long: 2⟨∇ℓ, e⟩ - η|∇ℓ|² ≥ γ(φ)r²/2, φ = arcsin r, {Longer}. {Parts}",
            Proposition = Step(Term.Ratio(1, 2), 37),
        };
        yield return new Claim
        {
            Source = Du.Statement("Theorem 6.2 past the longest step"),
            Text = $"For Gaussian inputs, β = 1/π, ‖w*‖ = 1, and steps 38 times as long: 2⟨∇ℓ, e⟩ - η|∇ℓ|² ≥ γ(φ)r²/2: not so near w*, where η ≤ 3 is needed. {Parts}",
            Proposition = Step(Term.Ratio(1, 2), 38),
        };
    }

    private static StatementProposition Step(Term factor, int longer = 1) => StatementProposition.ForCases("part", [1, 2], part => part == 1 ? Near(factor, longer) : Far(factor, longer));

    // grad = e/2 + (theta - sin theta cos theta, -sin^2 theta)/(2 pi), and sin theta = r sin alpha/|w|.
    private static Statement Near(Term factor, int longer)
    {
        var forAll = new Quantifier();
        Term alpha = forAll.Real("α", 0, new Rational(22, 7)), r = forAll.Real("r", 0, Middle), h = forAll.Real("h", 0, 1);
        Term cos = Term.Cos(alpha), sin = Term.Sin(alpha);
        Term norm = Term.Sqrt(1 + (2 * r * cos) + Term.Square(r)), over = sin / norm, x = r * over;
        Term ratio = over * (1 + (Term.Square(x) * Term.ArcsineDefect(x))), theta = r * ratio; // theta/r
        Term first = (cos / 2) + (2 / Term.Pi * Term.Square(theta) * ratio * Term.SineDefect(2 * theta));
        Term second = (sin / 2) - (r * Term.Square(over) / (2 * Term.Pi));
        forAll.Given(alpha <= Term.Pi);
        return forAll.Conclude(Gain(first, second, cos, sin, Term.Asin(r), longer * h, 1, factor));
    }

    private static Statement Far(Term factor, int longer)
    {
        var forAll = new Quantifier();
        Term rho = forAll.Real("ρ", 0, 2), theta = forAll.Real("θ", 0, new Rational(1571, 1000)), h = forAll.Real("h", 0, 1);
        Term cos = Term.Cos(theta), sin = Term.Sin(theta);
        Term square = Term.Square(rho - cos) + Term.Square(sin);
        forAll.Given(square <= 1).Given(square >= Middle * Middle).Given(theta <= Term.Pi / 2);
        Term first = (((rho * cos) - 1) / 2) + ((theta - (sin * cos)) / (2 * Term.Pi)), second = (rho * sin / 2) - (Term.Square(sin) / (2 * Term.Pi));
        return forAll.Conclude(Gain(first, second, (rho * cos) - 1, rho * sin, Term.Asin(Term.Sqrt(Term.Min(square, 1))), longer * h, square, factor));
    }

    private static Formula Gain(Term first, Term second, Term e1, Term e2, Term phi, Term h, Term square, Term factor)
    {
        Term gamma = OneNeuron.Least(phi), eta = h * gamma / (2 * Term.Square(OneNeuron.Largest(phi) + (4 / Term.Pi)));
        Term gain = (2 * ((first * e1) + (second * e2))) - (eta * (Term.Square(first) + Term.Square(second)));
        return gain - (factor * gamma * square) >= 0;
    }
}
