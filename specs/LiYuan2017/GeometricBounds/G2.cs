using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>Geometric bound G2: how far directions move.</summary>
public sealed class G2 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        var forAll = new Quantifier();
        var near = new NearIdentity(forAll);
        Term turned = Term.Sqrt(Term.Sum(near.A.Direction.Zip(near.B.Direction, (a, b) => Term.Square(b - a))));
        yield return new Claim
        {
            Source = LiYuan.Statement("Geometric bound G2"),
            Text = "For a, b within γ of a unit vector and D = b - a: |b/|b| - a/|a|| ≤ |D|/(1-γ).",
            Proposition = StatementProposition.Of(forAll.Conclude(near.Difference.Norm / (1 - near.Gamma) >= turned)),
        };
    }
}
