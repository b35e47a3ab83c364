using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// Section 4 of Li and Yuan (2017): how large g can be at a random start. Weights of size gamma/sqrt(d), those on the diagonal negative in W and positive in W*, the others of
/// any sign, are outcomes of an initialisation by random signs: all columns of I + W have the same length, and all of I + W*.
/// </summary>
public sealed class Section4PotentialAtTheStart : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        var forAll = new Quantifier();
        Term gamma = forAll.Real("γ", 0, 1), s = forAll.Real("1/√d", 0, new Rational(1, 10));
        Term Length(int sign) => Term.Sqrt(1 + (2 * sign * gamma * s) + Term.Square(gamma));
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 4 potential at a random start"),
            Quote = new Quote("from random initialization, g can be as large as of Ω(√d)", "Section 4"),
            Existential = new Existential.Instance("c, W, W*", "c = γ, weights ±γ/√d with γ ≤ 1"),
            Text = "For d ≥ 100 and weights of size γ/√d, γ ≤ 1, negative on the diagonal of W and positive on that of W*: g = 4γ√d/(√(1+2γ/√d+γ²) + √(1-2γ/√d+γ²)) ≥ γ√d (γ√d divided out).",
            Proposition = StatementProposition.Of(forAll.Conclude(4 / (Length(1) + Length(-1)) >= 1)),
        };
    }
}
