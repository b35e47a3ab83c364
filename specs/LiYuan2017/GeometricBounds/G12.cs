using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>
/// Geometric bound G12: how far the matrix a a^T/|a| moves, in spectral and in Frobenius norm. Two vectors span a plane, and a
/// rotation puts a = (r, 0), b = s (cos t, sin t); the difference of the matrices is then 2 x 2 and symmetric.
/// </summary>
public sealed class G12 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        var forAll = new Quantifier();
        Term r = forAll.Real("r", 0, 4), s = forAll.Real("s", 0, 4);
        Term x = forAll.Real("cos t", -1, 1);
        Term squaredSine = 1 - Term.Square(x);
        Term squaredDistance = Term.Square(r) + Term.Square(s) - (2 * r * s * x);

        // Entries of s (cos t, sin t)(cos t, sin t)^T - r (1, 0)(1, 0)^T: the trace is s - r and the determinant -r s sin^2 t.
        Term trace = s - r;
        Term determinant = -(r * s * squaredSine);
        Term spectral = (Term.Abs(trace) + Term.Sqrt(Term.Square(trace) - (4 * determinant))) / 2;
        Term squaredFrobenius = Term.Square(trace) - (2 * determinant);
        yield return new Claim
        {
            Source = LiYuan.Statement("Geometric bound G12"),
            Text = "For nonzero a, b and D = b - a: |bbᵀ/|b| - aaᵀ/|a||₂ ≤ (2/√3)|D| and |bbᵀ/|b| - aaᵀ/|a||_F ≤ √2 |D|." + GeometricBound.Origin,
            Proposition = StatementProposition.Of(forAll.Conclude(
                (2 / Term.Sqrt(3) * Term.Sqrt(squaredDistance) >= spectral) & (2 * squaredDistance >= squaredFrobenius))),
        };

        // (|b|-|a|)^2 = u^2 |D|^2, so 2 |a| |b| (1 - cos t) = (1 - u^2) |D|^2.
        forAll = new Quantifier();
        Term u = forAll.Real("u", 0, 1), m = forAll.Real("1-cos t", 0, 2);
        yield return new Claim
        {
            Source = LiYuan.Statement("Geometric bound G12 reduced"),
            Text = "With u = ||b|-|a||/|D| and m = 1 - cos t the spectral norm over |D| is (u + √(u² + 2(1-u²)(2-m)))/2: at most 2/√3 because "
                + "4(u - 1/√3)² + 2(1-u²)m ≥ 0; the squared Frobenius norm over |D|² is u² + (1-u²)(2-m): at most 2 because u² + (1-u²)m ≥ 0." + GeometricBound.Origin,
            Proposition = StatementProposition.Of(forAll.Conclude(
                ((4 * Term.Square(u - (1 / Term.Sqrt(3)))) + (2 * (1 - Term.Square(u)) * m) >= 0)
                & (Term.Square(u) + ((1 - Term.Square(u)) * m) >= 0))),
        };
    }
}
