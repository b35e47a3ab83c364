using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>Geometric bound G13: the length of e + w for a unit vector e, for every w; a rotation puts w into the plane (x, y).</summary>
public sealed class G13 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        var forAll = new Quantifier();
        Term x = forAll.Real("x", -4, 4), y = forAll.Real("y", -4, 4);
        Term excess = Term.Sqrt(Term.Square(1 + x) + Term.Square(y)) - 1 - x;
        yield return new Claim
        {
            Source = LiYuan.Statement("Geometric bound G13"),
            Text = "For a unit vector e and any w: 0 ≤ |e + w| - 1 - ⟨e, w⟩ ≤ |w|²/2." + GeometricBound.Origin,
            Proposition = StatementProposition.Of(forAll.Conclude(
                (excess >= 0) & ((Term.Square(x) + Term.Square(y)) / 2 >= excess))),
        };

        forAll = new Quantifier();
        Term length = forAll.Real("ρ", 0), versine = forAll.Real("1-cos", 0, 2);
        yield return new Claim
        {
            Source = LiYuan.Statement("Geometric bound G13 reduced"),
            Text = "With ρ = |e + w| and c the cosine of e + w and e the middle term is ρ(1-c) ≥ 0, and |w|²/2 minus it is (ρ-1)²/2 ≥ 0." + GeometricBound.Origin,
            Proposition = StatementProposition.Of(forAll.Conclude((length * versine >= 0) & (Term.Square(length - 1) / 2 >= 0))),
        };
    }
}
