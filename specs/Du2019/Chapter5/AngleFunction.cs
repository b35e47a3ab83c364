using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter5;

/// <summary>
/// Bounds on g(phi) = (pi - phi) cos phi + sin phi of chapter 5, with the zeros at the ends divided out:
/// v(t) = (1 - cos t)/t^2, s(t) = (t - sin t)/t^3 and sinc are entire, and sin t - t cos t = t^3 (v(t) - s(t)).
/// </summary>
public sealed class AngleFunction : ISpec
{
    private static readonly Rational AbovePi = new(22, 7);

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = Du.Statement("Chapter 5 g is at most pi"),
            Text = "g(φ) ≤ π on [0, π]; divided by φ²: π v(φ) - φ (v(φ) - s(φ)) ≥ 0.",
            Proposition = StatementProposition.Of(Over("φ", AbovePi, phi =>
                (Term.Pi * Term.VersineQuotient(phi)) - (phi * (Term.VersineQuotient(phi) - Term.SineDefect(phi))) >= 0)),
        };
        yield return new Claim
        {
            Source = Du.Statement("Chapter 5 g is at least pi cos"),
            Text = "π - g(φ) ≤ π(1 - cos φ) on [0, π]; divided by φ³: v(φ) ≥ s(φ).",
            Proposition = StatementProposition.Of(Over("φ", AbovePi, phi => Term.VersineQuotient(phi) >= Term.SineDefect(phi))),
        };
        yield return new Claim
        {
            Source = Du.Statement("Chapter 5 g exceeds one by cos"),
            Text = "g(φ) - 1 ≥ (π/2) cos φ on [0, π/2]; with t = π/2 - φ, divided by t²: sinc t ≥ v(t).",
            Proposition = StatementProposition.Of(Over("t", new Rational(8, 5), t => Term.Sinc(t) >= Term.VersineQuotient(t))),
        };
    }

    private static Kernel.Statements.Statement Over(string name, Rational upper, Func<Term, Formula> conclusion)
    {
        var forAll = new Quantifier();
        return forAll.Conclude(conclusion(forAll.Real(name, 0, upper)));
    }
}
