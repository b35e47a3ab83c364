using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>Geometric bound G14: the linear part of the movement of a direction.</summary>
public sealed class G14 : GeometricBound
{
    /// <inheritdoc/>
    protected override string Text =>
        "For a, b within γ of a unit vector e and D = b - a: |b/|b| - a/|a| - (I - aaᵀ/|a|²)D/|a|| ≤ |D|²/(√3(1-γ)²).";

    /// <inheritdoc/>
    protected override string ReducedText =>
        "With r = |D|/|a|, u = (|b|-|a|)/|D|, R = |b|/|a| = 1 + ru and v = u²: the squared left side is r⁴(μ² + μ(2-r²μ)v) with μ = (1-v)/(2R), and |a|/(1-γ) is at least 1 and 1/R: "
        + "3(μ² + μ(2-r²μ)v) ≤ max(1, 1/R)⁴, stated with the constant 1 % larger.";

    /// <inheritdoc/>
    protected override Formula Conclude(NearIdentity near)
    {
        Term along = SymbolicVector.Dot(near.A.Direction, near.Difference.Entries);
        Term rest = new SymbolicVector(Enumerable.Range(0, 3).Select(i =>
            near.B.Direction[i] - near.A.Direction[i] - ((near.Difference.Entries[i] - (along * near.A.Direction[i])) / near.A.Norm))).Norm;
        return near.SquaredDistance / (Term.Sqrt(3) * Term.Square(1 - near.Gamma)) >= rest;
    }

    /// <inheritdoc/>
    protected override Formula Reduced(Quantifier forAll)
    {
        Term r = forAll.Real("r", 0, new(6, 7)), u = forAll.Real("u", -1, 1);
        Term ratio = 1 + (r * u);
        forAll.Given(ratio >= Term.Ratio(7, 13));
        Term v = Term.Square(u), m = (1 - v) / (2 * ratio);
        return Term.Square(Term.Ratio(101, 100)) * Term.Max(1, Term.Pow(1 / ratio, 4))
            >= 3 * (Term.Square(m) + (m * (2 - (Term.Square(r) * m)) * v));
    }
}
