using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>Geometric bound G3: angles between perturbed vectors.</summary>
public sealed class G3 : GeometricBound
{
    /// <inheritdoc/>
    protected override string Text =>
        "For a, b within γ of a unit vector e and D = b - a: ∠(a,b) ≤ |D|/(1-γ), ∠(a,b) ≤ 2 arcsin γ and ∠(e,a) ≤ arcsin γ.";

    /// <inheritdoc/>
    protected override string ReducedText =>
        "Along the segment from a to b the angle grows at most at the rate |sin φ||D|/|x| with |x| = X(1-γ): |sin φ|/X ≤ 1. For a = e + γ(x, y) with y² = q(1-x²), "
        + "γ²|a|² - |a|² sin²∠(e,a) is γ² times (x+γ)²q + (1+γx)²(1-q) ≥ 0; angles at e add up to the third.";

    /// <inheritdoc/>
    protected override Formula Conclude(NearIdentity near)
    {
        var unit = new SymbolicVector([Term.One, Term.Zero, Term.Zero]);
        Term angle = SymbolicAngle.FromChord(near.A, near.B).Radians;
        Term tilt = SymbolicAngle.FromChord(near.A, unit).Radians;
        return (near.Difference.Norm / (1 - near.Gamma) >= angle)
            & (2 * Term.Asin(near.Gamma) >= angle)
            & (Term.Asin(near.Gamma) >= tilt);
    }

    /// <inheritdoc/>
    protected override Formula Reduced(Quantifier forAll)
    {
        Term gamma = Radius(forAll);
        Term sine = forAll.Real("sin φ", -1, 1), length = forAll.Real("X", 1, 2);
        Term x = forAll.Real("x", -1, 1), q = forAll.Real("q", 0, 1);
        return (1 >= Term.Abs(sine) / length)
            & ((Term.Square(x + gamma) * q) + (Term.Square(1 + (gamma * x)) * (1 - q)) >= 0);
    }
}
