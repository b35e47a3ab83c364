using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter5;

/// <summary>
/// Lemma 5.1 of Du (2019): the stationary point at phi = pi. With D = k + pi - 1, b = pi 1^T a* 1 - D a* and |w*| = (pi - 1) D r it is a_sp = r b; it is a local minimum below the
/// threshold (1^T a*)^2/|a*|^2 = D/pi and none above.
/// </summary>
public sealed class Lemma51 : ISpec
{
    private static readonly int[] Sizes = [1, 2, 3];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.1 second layer"),
            Quote = new Quote("θ(v, w*) = π, a = (11ᵀ + (π - 1)I)⁻¹(11ᵀ - I)‖w*‖a*", "Lemma 5.1"),
            Text = "a_sp = (‖w*‖/(π-1))(π1ᵀa*/(k+π-1) 1 - a*) solves (11ᵀ + (π-1)I)a = (11ᵀ - I)‖w*‖a*, and no other a does: eᵀ(11ᵀ + (π-1)I)e = (1ᵀe)² + (π-1)|e|²; "
                + "here times (π-1)(k+π-1), whatever number stands for π; k = 1, 2, 3.",
            Proposition = StatementProposition.ForCases("k", Sizes, SecondLayer),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.1 threshold"),
            Text = "(π-1)(k+π-1) a_spᵀa* = ‖w*‖(π(1ᵀa*)² - (k+π-1)|a*|²): its sign is that of (1ᵀa*)²/|a*|² - (k+π-1)/π, whatever number stands for π; k = 1, 2, 3.",
            Proposition = StatementProposition.ForCases("k", Sizes, k => Over(k, (b, teacher, d, pi) =>
                Convolution.Dot(b, teacher).EqualTo((pi * Term.Square(Term.Sum(teacher))) - (d * Convolution.Dot(teacher, teacher))))),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.1 loss"),
            Text = "ℓ(π, a_sp) = ‖w*‖²((π-2)|a*|² + π(1ᵀa*)²/(k+π-1))/(4(π-1)); here 4πℓ times 4(π-1)(k+π-1)/‖w*‖, with ‖w*‖ = (π-1)(k+π-1)r, whatever number stands for π; k = 1, 2, 3.",
            Proposition = StatementProposition.ForCases("k", Sizes, k => Over(k, (b, teacher, d, pi) =>
            {
                Term r = Term.Variable("r"), norm = (pi - 1) * d * r;
                Term loss = new Convolution([.. b.Select(value => r * value)], teacher, norm, 0, pi).ScaledLoss(-2);
                return ((pi - 1) * d * loss).EqualTo(pi * Term.Square(norm) * (((pi - 2) * d * Convolution.Dot(teacher, teacher)) + (pi * Term.Square(Term.Sum(teacher)))));
            })),
        };
        Source source = Du.Statement("Lemma 5.1 local minimum");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("when the algorithm converges, and a and a* are not orthogonal, then we arrive at either a global optimal point or a local minimum", "Section 5.4.1, after Lemma 5.1"),
            Severity = new Severity.DependsOnReading("a_spᵀa* < 0, or descents that stop at a saddle point are left out, as almost none does"),
            Text = "The loss at angle π - t from w* and a_sp is at least that at angle π, for t in (0, 1] and a_spᵀa* ≠ 0: the difference is -(sin t - t cos t)‖w*‖a_spᵀa*/(2π); divided by t³, k = 2.",
            Proposition = Turning(below: false),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "for (1ᵀa*)²/|a*|² < (k+π-1)/π, which makes a_spᵀa* negative",
            Text = "4π(ℓ(φ, a_sp + e) - ℓ(π, a_sp)) = (π-1)|e|² + (1ᵀe)² - 2g(φ)‖w*‖aᵀa* with a = a_sp + e, and where aᵀa* ≤ 0, as near a_sp below the threshold, it is not negative; "
                + "s = -aᵀa*, whatever number stands for π; k = 1, 2, 3.",
            Proposition = StatementProposition.ForCases("k", Sizes, Minimum),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.1 turning below the threshold"),
            Text = "For π(1ᵀa*)² ≤ (k+π-1)|a*|² the loss at angle π - t and a_sp is at least that at angle π, t in [0, 1]; divided by t³, with s the difference of the sides.",
            Proposition = Turning(below: true),
        };
    }

    private static Statement Over(int k, Func<Term[], Term[], Term, Term, Formula> conclusion)
    {
        var forAll = new Quantifier();
        Term[] teacher = Convolution.Vector(forAll, "a*", k);
        Term pi = forAll.Real("π"), d = k + pi - 1;
        forAll.Real("r");
        Term[] b = [.. teacher.Select(value => (pi * Term.Sum(teacher)) - (d * value))];
        return forAll.Conclude(conclusion(b, teacher, d, pi));
    }

    private static Statement SecondLayer(int k)
    {
        var forAll = new Quantifier();
        Term[] teacher = Convolution.Vector(forAll, "a*", k), e = Convolution.Vector(forAll, "e", k);
        Term pi = forAll.Real("π"), c = pi - 1, d = k + c, total = Term.Sum(teacher);
        Term[] b = [.. teacher.Select(value => (pi * total) - (d * value))];
        Formula solves = Formula.All(b.Select((value, i) => (Term.Sum(b) + (c * value)).EqualTo(c * d * (total - teacher[i]))));
        Term form = Term.Sum(e.Select(value => value * (Term.Sum(e) + (c * value))));
        return forAll.Conclude(solves & form.EqualTo(Term.Square(Term.Sum(e)) + (c * Convolution.Dot(e, e))));
    }

    private static Statement Minimum(int k)
    {
        var forAll = new Quantifier();
        Term[] teacher = Convolution.Vector(forAll, "a*", k), e = Convolution.Vector(forAll, "e", k);
        Term pi = forAll.Real("π", 3), r = forAll.Real("r", 0), g = forAll.Real("g", 0), s = forAll.Real("s", 0), d = k + pi - 1, norm = (pi - 1) * d * r;
        Term[] stationary = [.. teacher.Select(value => r * ((pi * Term.Sum(teacher)) - (d * value)))];
        Term[] a = [.. stationary.Select((value, i) => value + e[i])];
        Term squares = ((pi - 1) * Convolution.Dot(e, e)) + Term.Square(Term.Sum(e));
        Term difference = new Convolution(a, teacher, norm, g, pi).ScaledLoss(-2) - new Convolution(stationary, teacher, norm, 0, pi).ScaledLoss(-2);
        return forAll.Conclude(difference.EqualTo(squares - (2 * g * norm * Convolution.Dot(a, teacher))) & (squares + (2 * g * norm * s) >= 0));
    }

    private static StatementProposition Turning(bool below)
    {
        var forAll = new Quantifier();
        Term t = forAll.Real("t", 0, 1), rise = Term.VersineQuotient(t) - Term.SineDefect(t);
        if (below)
        {
            return StatementProposition.Of(forAll.Conclude(rise * forAll.Real("s", 0) >= 0));
        }

        Term first = forAll.Real("a*1", -1, 1), second = forAll.Real("a*2", -1, 1);
        Term signal = (Term.Pi * Term.Square(first + second)) - ((Term.Pi + 1) * (Term.Square(first) + Term.Square(second)));
        forAll.Given(t > 0).Given(signal.NotEqualTo(0));
        return StatementProposition.Of(forAll.Conclude(-rise * signal >= 0));
    }
}
