using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Specs.LiYuan2017.Observables;
using static ResLinkProofs.Networks.Observables.NetworkObservables;
using static ResLinkProofs.Specs.LiYuan2017.Observables.FieldObservables;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// Theorem 3.2 of Li and Yuan (2017): from the rate at which g falls to the factor per step, the number of steps and the final
/// level, with p = gamma_0/gamma^2. In Phase I, g runs from at most 2 gamma_0 d down to 197 gamma^2.
/// </summary>
public sealed class Theorem32Arithmetic : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.2 rate"),
            Text = "For |W|₂, |W*|₂ ≤ γ = 1/1000, g falls along dW/dt = N at a rate of at least (d - 1 + π/2)g - πγd - 9dγ².",
            Proposition = new NetworkProposition(
                new NetworkDomain { Radius = new Rational(1, 1000), Dimensions = [1, 2, 3, 4, 5, 8, 10, 20] },
                _ => Formula.True,
                n => n[PotentialDecay] >= ((n[Dimension] - 1 + (Term.Pi / 2)) * n[Potential])
                    - (Term.Pi * n[Dimension] / 1000) - (9 * n[Dimension] / 1_000_000)),
        };
        yield return Factor("along N", "1 - 0.5ηd along the field N, for γ₀ ≤ 31γ²", 31, 1, new Rational(1, 2));
        yield return Factor("", "1 - 0.25ηd along -∇L, for γ₀ ≤ 13γ²", 13, 1 / Term.Pi, new Rational(1, 4));
        yield return Steps("along N", "with 1 - 0.5ηd per step, for γ₀ ≤ 22γ²", 22, new Rational(1, 2));
        yield return Steps("", "with 1 - 0.25ηd per step, for γ₀ ≤ 39γ²/10", new Rational(39, 10), new Rational(1, 4));
        var forAll = new Quantifier();
        Term gamma = forAll.Real("γ", 0, new Rational(1, 50));
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.2 final level"),
            Text = "197γ² ≤ 0.1 for γ ≤ 1/50.",
            Proposition = StatementProposition.Of(forAll.Conclude(Term.Ratio(1, 10) >= 197 * Term.Square(gamma))),
        };
    }

    // Over d gamma^2, with G = g/gamma^2 at least 197.
    private static Claim Factor(string which, string text, Rational largest, Term factor, Rational rate)
    {
        var forAll = new Quantifier();
        Term d = forAll.Real("d", 100, 1_000_000), gamma = forAll.Real("γ", 0, new Rational(1, 100));
        Term p = forAll.Real("γ₀/γ²", 0, largest), g = forAll.Real("g/γ²", 197, 1_000_000);
        Term fall = factor * ((((d - 1 + (Term.Pi / 2)) / d) * g) - (Term.Pi * p) - (9 * Term.Square(p * gamma)));
        return new Claim
        {
            Source = LiYuan.Statement($"Theorem 3.2 factor {which}"),
            Text = $"The rate (d - 1 + π/2)g - πγ₀d - 9dγ₀² gives the factor {text}, d ≥ 100, γ ≤ 1/100 and g ≥ 197γ².",
            Proposition = StatementProposition.Of(forAll.Conclude(fall >= rate * g)),
        };
    }

    // (1 - rate eta d)^(1/(16 eta)) is at most exp(-rate d/16); stated up to d = 10,000, beyond which d exp(-d/64) only falls.
    private static Claim Steps(string which, string text, Rational largest, Rational rate)
    {
        var forAll = new Quantifier();
        Term d = forAll.Real("d", 100, 10_000), p = forAll.Real("γ₀/γ²", 0, largest);
        return new Claim
        {
            Source = LiYuan.Statement($"Theorem 3.2 number of steps {which}"),
            Text = $"1/(16η) steps bring g from 2γ₀d to 197γ² {text} and d ≥ 100: 2γ₀d e^(-d·rate/16) ≤ 197γ².",
            Proposition = StatementProposition.Of(forAll.Conclude(197 >= 2 * p * d * Term.Exp(-(rate * d / 16)))),
        };
    }
}
