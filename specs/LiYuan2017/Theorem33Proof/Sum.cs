using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017.Theorem33Proof;

/// <summary>
/// The last link of the proof of Theorem 3.3: the constants of the other links add up to less than pi/2 - 1, with room for 0.03. Given the decomposition and the
/// matrix links, this is Theorem 3.3 in every dimension, for one-sided g.
/// </summary>
public sealed class Sum : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.3 proof sum"),
            Text = "At γ = 1/100, with π ≥ 314159/100000 and all constants rational: π/2 - 1 - 1/(20(1-γ)) - (sum of the losses) ≥ 26/100, and 26/100 ≥ 0.08π.",
            Proposition = StatementProposition.Of(new Quantifier().Conclude(
                (Left(Term.Ratio(314_159, 200_000), Term.Ratio(1, 100)) >= Term.Ratio(26, 100)) & (Term.Pi >= Term.Ratio(314_159, 100_000))
                & (Term.Ratio(26, 100) >= Term.Ratio(8, 100) * Term.Pi))),
        };
        yield return UpTo(
            "unnormalised", new Rational(1, 54), "π/2 - 1 - 1/(20(1-γ)) - (sum of the losses) ≥ 0.03 for every γ ≤ 1/54.", Term.Ratio(3, 100));
        yield return UpTo(
            "true gradient",
            new Rational(1, 61),
            "π/2 - 1 - 1/(20(1-γ)) - (sum of the losses) ≥ 0.03π for every γ ≤ 1/61.",
            Term.Ratio(3, 100) * Term.Pi);
    }

    private static Claim UpTo(string name, Rational radius, string text, Term constant)
    {
        var forAll = new Quantifier();
        Term gamma = forAll.Real("γ", 0, radius);
        Statement statement = forAll.Conclude(Left(Term.Pi / 2, gamma) >= constant);
        return new Claim
        {
            Source = LiYuan.Statement($"Theorem 3.3 proof largest radius {name}"),
            Text = text,
            Proposition = StatementProposition.Of(statement),
        };
    }

    private static Term Left(Term halfPi, Term gamma)
    {
        var constants = new Constants(gamma);
        return halfPi - 1 - constants.Potential - constants.Total;
    }
}
