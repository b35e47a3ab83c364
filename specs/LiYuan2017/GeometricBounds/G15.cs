using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>Geometric bound G15: the diagonal term of the gradient's inner product, which is of third order.</summary>
public sealed class G15 : GeometricBound
{
    /// <inheritdoc/>
    protected override string Text =>
        "For a, b within γ of a unit vector e and D = b - a: with t = ∠(a,b), 0 ≤ ⟨tb - |b| sin(t) a/|a|, D⟩ ≤ 2γ(1+γ²/7)|D|².";

    /// <inheritdoc/>
    protected override string ReducedText =>
        "With R = |b|/|a| = 1 + tη the ratio of the middle term to |D|², over t, is R(R S1 + S2)/(η² + R S²), S1 = (t - sin t cos t)/t³ ≤ 2/3 - 2t²/15 + 4t⁴/315, S2 = (sin t - t cos t)/t³ ≤ 1/3 - t²/30 + t⁴/840, S = 2 sin(t/2)/t ≥ 1 - t²/24. "
        + "For every η it is at most S(1 + (3/10) sin²(t/2)), so the middle term is at most 2γ(1 + 3γ²/10)|D|²: a weaker constant, which forgets that a and b lie in one ball, stated 1 % larger.";

    /// <inheritdoc/>
    protected override Formula Conclude(NearIdentity near)
    {
        SymbolicAngle angle = SymbolicAngle.FromChord(near.A, near.B);
        Term value = Term.Sum(Enumerable.Range(0, 3).Select(i =>
            ((angle.Radians * near.B.Entries[i]) - (near.B.Norm * angle.Sine * near.A.Direction[i])) * near.Difference.Entries[i]));
        return (value >= 0) & (2 * near.Gamma * (1 + (Term.Square(near.Gamma) / 7)) * near.SquaredDistance >= value);
    }

    /// <inheritdoc/>
    protected override Formula Reduced(Quantifier forAll)
    {
        Term t = forAll.Real("t", 0, new(61, 100)), eta = forAll.Real("η", -1000, 1000);
        Term ratio = 1 + (t * eta);
        forAll.Given((ratio >= Term.Ratio(7, 13)) & (ratio <= Term.Ratio(13, 7)));
        Term square = Term.Square(t);
        Term s1 = Term.Ratio(2, 3) - (2 * square / 15) + (4 * Term.Square(square) / 315);
        Term s2 = Term.Ratio(1, 3) - (square / 30) + (Term.Square(square) / 840);
        Term s = 1 - (square / 24);
        Term bound = s * (1 + (3 * square * Term.Square(s) / 40)) * (Term.Square(eta) + (ratio * Term.Square(s)));
        return Term.Ratio(101, 100) * bound >= ratio * ((ratio * s1) + s2);
    }
}
