using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>Geometric bound G8 with the constant that its first two orders in gamma suggest.</summary>
public sealed class G8WithoutFactor : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        var forAll = new Quantifier();
        Term gamma = new Rational(3, 10), angle = forAll.Real("φ", new(-22, 7), new(22, 7)), q = forAll.Real("q", -1, 1);
        var z = new SymbolicVector([1 + (gamma * Term.Cos(angle)), gamma * Term.Sin(angle)]);
        Term product = (q * gamma * z.Entries[0]) + (Term.Sqrt(1 - Term.Square(gamma * q)) * z.Entries[1]);
        Term across = Term.Sqrt(z.Dot(z) - Term.Square(product));
        yield return new Claim
        {
            Source = LiYuan.Statement("Geometric bound G8 without the factor reduced"),
            Text = "At γ = 3/10, bound G8 in its reduced form with 2γ² for 2γ²(1+γ⁴/15): |z| - |z-⟨z,p⟩p| ≤ 2γ² for z = e + γ(cos φ, sin φ), p = (γq, √(1-γ²q²))."
                + GeometricBound.Origin,
            Proposition = StatementProposition.Of(forAll.Conclude(2 * Term.Square(gamma) >= z.Norm - across)),
        };
    }
}
