using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// Theorem 3.1 of Li and Yuan (2017), its arithmetic: Lemma 2.5 with delta = 0.03, D = sqrt(d)/50 and G = G_F gives the printed
/// condition and the printed bound of Phase II.
/// </summary>
public sealed class Theorem31Constants : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Term delta = Term.Ratio(3, 100);
        Formula condition = (Term.Square(delta) / 2500).EqualTo(36 / Term.Pow(100, 4));
        Formula bound = (1 / Term.Square(delta)).EqualTo(Term.Pow(100, 2) / 9);
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.1 constants"),
            Quote = new Quote("setting δ = 0.03, D = √d/50, G = G_F", "Proof of Theorem 3.1"),
            Text = "With δ = 0.03, D = √d/50 and G = G_F, D²δ²/((1+α)G²) is 36d/(100⁴(1+α)G_F²) and (1+α) log T G²/(δ²T) is 100²(1+α) log T G_F²/(9T); "
                + "that is, δ²/2500 = 36/100⁴ and 1/δ² = 100²/9.",
            Proposition = StatementProposition.Of(new Quantifier().Conclude(condition & bound)),
        };
    }
}
