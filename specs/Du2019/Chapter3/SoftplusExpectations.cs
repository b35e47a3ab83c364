using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter3;

/// <summary>
/// The Gaussian expectations of the softplus, the example of chapter 3 of Du (2019) for its conditions on the activation. They have no closed form: each is an integral, to ten digits.
/// </summary>
public sealed class SoftplusExpectations : ISpec
{
    private static readonly Term X = Term.Variable("x"), Softplus = Term.Log(1 + Term.Exp(X)), Sigmoid = 1 / (1 + Term.Exp(-X));

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return Within("mean", "Eσ(X)", Expectation(Softplus), "80605918330/100000000000", "80605918340/100000000000");
        yield return Within("second moment", "Eσ(X)²", Expectation(Term.Square(Softplus)), "92124590880/100000000000", "92124590890/100000000000");
        yield return Within("slope", "Eσ'(X)²", Expectation(Term.Square(Sigmoid)), "29337903580/100000000000", "29337903590/100000000000");
        yield return Within("constant", "c_σ = 1/Eσ(X)²", 1 / Expectation(Term.Square(Softplus)), "108548650294/100000000000", "108548650304/100000000000");
        yield return new Claim
        {
            Source = Du.Statement("Section 3.2 softplus scaled"),
            Text = "σ(z) = ln(1 + e^z), X ~ N(0, 1): Eσ(αX) is at least Eσ(0) = ln 2, and at most Eσ(X) + (α - 1)/2 + 1/1000, for 1 ≤ α ≤ 2, since σ is convex and 0 ≤ E Xσ'(αX) ≤ 1/2.",
            Proposition = Scaled(),
        };
    }

    private static Term Expectation(Term value) => Term.Integral(X, null, null, value * Term.Exp(-Term.Square(X) / 2) / Term.Sqrt(2 * Term.Pi));

    private static Claim Within(string name, string symbol, Term value, string lower, string upper)
    {
        Rational low = Rational.Parse(lower), high = Rational.Parse(upper);
        return new Claim
        {
            Source = Du.Statement($"Section 3.2 softplus {name}"),
            Text = $"σ(z) = ln(1 + e^z), X ~ N(0, 1): {symbol} lies between {low.ToDouble():R} and {high.ToDouble():R}.",
            Proposition = StatementProposition.Of(new Quantifier().Conclude((value >= low) & (value <= high))),
        };
    }

    private static StatementProposition Scaled()
    {
        var forAll = new Quantifier();
        Term alpha = forAll.Real("α", 1, 2);
        Term Mean(Term scale) => Expectation(Term.Log(1 + Term.Exp(scale * X)));
        return StatementProposition.Of(forAll.Conclude((Mean(alpha) >= Term.Log(2)) & (Mean(alpha) <= Mean(1) + ((alpha - 1) / 2) + Term.Ratio(1, 1000))));
    }
}
