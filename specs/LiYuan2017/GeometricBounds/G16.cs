using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving.Derivations;
using ResLinkProofs.Specs.LiYuan2017.GeometricBounds.EveryDimension;
using static ResLinkProofs.Specs.LiYuan2017.GeometricBounds.EveryDimension.Ball;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>Geometric bound G16: the tilt of a direction against a difference.</summary>
public sealed class G16 : GeometricBound
{
    /// <inheritdoc/>
    protected override string Text =>
        "For a, b within γ of a unit vector e and D = b - a: |⟨a/|a| - e, D⟩| ≤ √(2-2√(1-γ²))|D|, that is 2 sin(arcsin(γ)/2)|D|.";

    /// <inheritdoc/>
    protected override string ReducedText =>
        "|a/|a| - e| is 2 sin(ψ/2) for the angle ψ of a and e, and sin ψ = γx with x in [0, 1] by G3: 2 sin²(ψ/2) = γ²x²/(1+√(1-γ²x²)), and the factors of the difference of the bounds are nonnegative.";

    private protected override VectorStatement Bound() => State(Most >= Tilted, Most >= -Tilted);

    private static Term Cosine => Term.Sqrt(1 - Term.Square(Gamma));

    private static MatrixTerm Tilt => Direction(A) - E;

    private static Term Tilted => Fact.Inner(Tilt, D);

    private static Term Most => Term.Sqrt(2 - (2 * Cosine)) * Length(D);

    private protected override void Derive(DerivationBuilder build, Lengths a, Lengths b)
    {
        (Term r, Term k, Term along, Term t, Term v) = (a.Length, a.Inverse, a.Along, 2 - (2 * Cosine), Tilted);

        // The squared tilt is at most t = 2 - 2 sqrt(1 - gamma^2).
        Known above = build.Combine(
            Scope.Whole, 1 - Cosine > 0, [a.CosineRoot, new(1, a.Radius, a.Radius)], build.Combine(Scope.Whole, 1 + Cosine > 0, [a.CosineSign, Candidate.One]));
        Known positive = build.Combine(Scope.Whole, t > 0, [above]);
        Known expanded = build.Expand(Square(Tilt).EqualTo((Term.Square(k) * Square(A)) - (2 * k * along) + Square(E)), E, X);
        Known cosine = build.Combine(Scope.Whole, k * along >= Cosine, [new(1, a.InversePositive, a.Forward), new(Cosine, a.Quotient)]);
        Known most = build.Combine(
            Scope.Whole, t >= Square(Tilt), [expanded, new(Term.Square(k), a.Root), new((k * r) + 1, a.Quotient), build.Given(0), cosine]);

        // |t D - v n|^2 is not negative, for the tilt n and v = n.D.
        Known squared = build.Combine(
            Scope.Whole, t * Square(D) >= Term.Square(v), [build.SquareOf((t, D), (-v, Tilt)), new(v, most)], positive);
        Known distance = build.SquareOf((1, D));
        Known root = build.Law(Scope.Whole, 0, [Square(D)], distance), sign = build.Law(Scope.Whole, 1, [Square(D)], distance);
        Known factorRoot = build.Law(Scope.Whole, 0, [t], positive), factorSign = build.Law(Scope.Whole, 1, [t], positive);
        Known nonnegative = build.Combine(Scope.Whole, Most >= 0, [new(1, factorSign, sign)]);
        Known squares = build.Combine(
            Scope.Whole, Term.Square(Most) - Term.Square(v) >= 0, [new(Term.Square(Length(D)), factorRoot), new(t, root), squared]);
        build.Law(Scope.Whole, 15, [Most, v], nonnegative, squares);
        build.Law(Scope.Whole, 15, [Most, -v], nonnegative, squares);
    }

    /// <inheritdoc/>
    protected override Formula Reduced(Quantifier forAll)
    {
        Term square = Term.Square(Radius(forAll)), x = forAll.Real("x", 0, 1);
        Term difference = square * (1 - Term.Square(x)) / (Term.Sqrt(1 - square) + Term.Sqrt(1 - (square * Term.Square(x))));
        return difference >= 0;
    }
}
