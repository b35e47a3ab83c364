using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving.Derivations;
using ResLinkProofs.Specs.LiYuan2017.GeometricBounds.EveryDimension;

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

        yield return FrobeniusInEveryDimension();

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

    // 2 |D|^2 minus the squared norm is (r - s)^2 + 2 r s (1 - c)^2, for r = |a|, s = |b| and their cosine c.
    private static Claim FrobeniusInEveryDimension()
    {
        MatrixTerm a = Ball.Vector("a"), b = Ball.Vector("b"), k = Ball.Inverse(a), l = Ball.Inverse(b);
        MatrixTerm difference = (b * (l * b.Transpose())) - (a * (k * a.Transpose()));
        Formula bound = 2 * Ball.Square(b - a) >= Ball.Square(difference);
        return new Claim
        {
            Source = LiYuan.Statement("Geometric bound G12 Frobenius"),
            Text = "In vectors of R^d for every d: for nonzero a, b and D = b - a, |bbᵀ/|b| - aaᵀ/|a||²_F ≤ 2|D|²." + GeometricBound.Origin,
            Proposition = StatementProposition.InEveryDimension(
                new VectorStatement([a, b], [(Atom)(Ball.Square(a) > 0), (Atom)(Ball.Square(b) > 0)], [(Atom)bound])),
            Proof = theorem =>
            {
                var build = new DerivationBuilder(theorem);
                (Known rootA, Known positiveA, Known quotientA) = Length(build, a, build.Given(0));
                (Known rootB, Known positiveB, Known quotientB) = Length(build, b, build.Given(1));
                (Term r, Term s, Term p) = (Ball.Length(a), Ball.Length(b), Fact.Inner(a, b));
                (Term i, Term j) = (1 / r, 1 / s);
                Known distance = build.TraceIdentity((1, b - a, b - a), (-1, a, a), (2, a, b), (-1, b, b));
                Known expanded = build.Expand(
                    Ball.Square(difference).EqualTo(
                        (Term.Square(j) * Term.Square(Ball.Square(b))) - (2 * i * j * Term.Square(p)) + (Term.Square(i) * Term.Square(Ball.Square(a)))),
                    a,
                    b);
                build.Combine(
                    Scope.Whole,
                    bound,
                    [
                        distance, expanded, rootA, rootB, new(r - s), new(1 - (i * j * p), positiveA, positiveB),
                        new(Term.Square(i) * (Ball.Square(a) + Term.Square(r)), rootA), new(Term.Square(r) * ((i * r) + 1), quotientA),
                        new(Term.Square(j) * (Ball.Square(b) + Term.Square(s)), rootB), new(Term.Square(s) * ((j * s) + 1), quotientB),
                        new(p * s * j, quotientA), new(p, quotientB), new(i * j * Term.Square(p) * s * j, quotientA), new(i * j * Term.Square(p), quotientB),
                    ]);
                return build.Steps;
            },
        };
    }

    // |v| squared is |v|^2, |v| > 0, (1/|v|)|v| = 1.
    private static (Known Root, Known Positive, Known Quotient) Length(DerivationBuilder build, MatrixTerm v, Known nonzero)
    {
        Term square = Ball.Square(v), length = Ball.Length(v);
        Known root = build.Law(Scope.Whole, 0, [square], nonzero), sign = build.Law(Scope.Whole, 1, [square], nonzero);
        Known positive = build.Combine(
            Scope.Whole, length > 0, [nonzero, root, sign], build.Combine(Scope.Whole, length + 1 > 0, [sign, Candidate.One]));
        return (root, positive, build.Law(Scope.Whole, 2, [1, length], positive));
    }
}
