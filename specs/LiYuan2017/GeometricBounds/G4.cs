using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>
/// Geometric bound G4: the angle between vectors near two orthogonal unit vectors e and f. The four span at most four dimensions;
/// a rotation puts e, f, and then a, into the first three.
/// </summary>
public sealed class G4 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        var forAll = new Quantifier();
        Term gamma = GeometricBound.Radius(forAll);
        Term[] x = [.. Enumerable.Range(1, 3).Select(i => forAll.Real($"x{i}", -1, 1))];
        Term[] y = [.. Enumerable.Range(1, 4).Select(i => forAll.Real($"y{i}", -1, 1))];
        forAll.Given(Term.Sum(x.Select(Term.Square)) <= 1).Given(Term.Sum(y.Select(Term.Square)) <= 1);
        var a = new SymbolicVector([1 + (gamma * x[0]), gamma * x[1], gamma * x[2], Term.Zero]);
        var b = new SymbolicVector([gamma * y[0], 1 + (gamma * y[1]), gamma * y[2], gamma * y[3]]);
        Term cosine = SymbolicVector.Dot(a.Direction, b.Direction);
        yield return new Claim
        {
            Source = LiYuan.Statement("Geometric bound G4"),
            Text = "For a, b within γ of two orthogonal unit vectors: |cos ∠(a,b)| ≤ 2γ√(1-γ²) and |∠(a,b) - π/2| ≤ 2 arcsin γ." + GeometricBound.Origin,
            Proposition = StatementProposition.Of(forAll.Conclude(
                (2 * gamma * Term.Sqrt(1 - Term.Square(gamma)) >= Term.Abs(cosine))
                & (2 * Term.Asin(gamma) >= Term.Abs(Term.Asin(cosine))))),
        };

        forAll = new Quantifier();
        Term tilt = forAll.Real("A", 0, new Rational(31, 100)), share = forAll.Real("τ", 0, 1);
        yield return new Claim
        {
            Source = LiYuan.Statement("Geometric bound G4 reduced"),
            Text = "With A = arcsin γ the tilts of a and b add up to at most 2Aτ, τ in [0, 1], and sin 2A - sin 2Aτ = 2 cos(A(1+τ)) sin(A(1-τ)) ≥ 0." + GeometricBound.Origin,
            Proposition = StatementProposition.Of(forAll.Conclude(2 * Term.Cos(tilt * (1 + share)) * Term.Sin(tilt * (1 - share)) >= 0)),
        };
    }
}
