using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>Geometric bound G3: angles between perturbed vectors.</summary>
public sealed class G3 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        var forAll = new Quantifier();
        var near = new NearIdentity(forAll);
        var unit = new SymbolicVector([Term.One, Term.Zero, Term.Zero]);
        Term angle = SymbolicAngle.FromChord(near.A, near.B).Radians;
        Term tilt = SymbolicAngle.FromChord(near.A, unit).Radians;
        yield return new Claim
        {
            Source = LiYuan.Statement("Geometric bound G3"),
            Text = "For a, b within γ of a unit vector e and D = b - a: ∠(a,b) ≤ |D|/(1-γ), ∠(a,b) ≤ 2 arcsin γ and ∠(e,a) ≤ arcsin γ.",
            Proposition = StatementProposition.Of(forAll.Conclude(
                (near.Difference.Norm / (1 - near.Gamma) >= angle)
                & (2 * Term.Asin(near.Gamma) >= angle)
                & (Term.Asin(near.Gamma) >= tilt))),
        };
    }
}
