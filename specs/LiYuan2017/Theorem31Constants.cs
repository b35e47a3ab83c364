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
        var forAll = new Quantifier();
        Term d = forAll.Real("d", 100, 1_000_000);
        Term alpha = forAll.Real("α", 0, 10);
        Term gradient = forAll.Real("G_F", 0, 1_000_000);
        Term logT = forAll.Real("log T", 0, 100);
        Term horizon = forAll.Real("T", 1, 1_000_000_000);
        Term delta = Term.Ratio(3, 100);
        Term squaredDiameter = d / 2500;

        // Equal quotients x/y = z/w of positive denominators, as xw = zy.
        Formula condition = (squaredDiameter * Term.Square(delta) * Term.Pow(100, 4) * (1 + alpha) * Term.Square(gradient))
            .EqualTo(36 * d * (1 + alpha) * Term.Square(gradient));
        Formula bound = ((1 + alpha) * logT * Term.Square(gradient) * 9 * horizon)
            .EqualTo(Term.Pow(100, 2) * (1 + alpha) * logT * Term.Square(gradient) * Term.Square(delta) * horizon);
        yield return new Claim
        {
            Source = LiYuan.Statement("Theorem 3.1 constants"),
            Text = "With δ = 0.03, D = √d/50 and G = G_F, D²δ²/((1+α)G²) is 36d/(100⁴(1+α)G_F²) and (1+α) log T G²/(δ²T) is 100²(1+α) log T G_F²/(9T).",
            Proposition = StatementProposition.Of(forAll.Given(gradient > 0).Conclude(condition & bound)),
        };
    }
}
