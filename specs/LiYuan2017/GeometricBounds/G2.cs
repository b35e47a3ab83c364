using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving.Derivations;
using ResLinkProofs.Specs.LiYuan2017.GeometricBounds.EveryDimension;
using static ResLinkProofs.Specs.LiYuan2017.GeometricBounds.EveryDimension.Ball;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>Geometric bound G2: how far directions move.</summary>
public sealed class G2 : GeometricBound
{
    /// <inheritdoc/>
    protected override string Text =>
        "For a, b within γ of a unit vector e and D = b - a: |b/|b| - a/|a|| ≤ |D|/(1-γ).";

    /// <inheritdoc/>
    protected override string ReducedText =>
        "With |a| = A(1-γ), |b| = B(1-γ) and (|b|-|a|)² = q|D|², the squared ratio of the sides is (1-q)/(AB): at most 1 for A, B ≥ 1 and q in [0, 1].";

    private protected override VectorStatement Bound() => State(Length(D) / (1 - Gamma) >= Length(Direction(B) - Direction(A)));

    private protected override void Derive(DerivationBuilder build, Lengths a, Lengths b)
    {
        (Term r, Term s, Term k, Term l, Term p) = (a.Length, b.Length, a.Inverse, b.Inverse, Fact.Inner(A, B));
        MatrixTerm chord = Direction(B) - Direction(A);
        (Term rest, Term distance, Term turned) = (1 - Gamma, Length(D), Length(chord));
        var pair = new Pair(build, a, b);
        Known expanded = build.Expand(
            Square(chord).EqualTo((Term.Square(l) * Square(B)) - (2 * k * l * p) + (Term.Square(k) * Square(A))), E, X, Y);
        Known root = build.Law(Scope.Whole, 0, [Square(D)], pair.DistanceSign), sign = build.Law(Scope.Whole, 1, [Square(D)], pair.DistanceSign);
        Known chordRoot = build.Law(Scope.Whole, 0, [Square(chord)], build.SquareOf((1, chord)));
        Known quotient = build.Law(Scope.Whole, 2, [distance, rest], a.Rest);
        Term ratio = distance / rest;
        Known nonnegative = build.Combine(Scope.Whole, ratio >= 0, [quotient, sign], a.Rest);

        // |D|^2 = (r - s)^2 + 2 r s (1 - c) and the squared chord is 2 (1 - c), for the cosine c = p/(rs); r s >= (1 - gamma)^2.
        Known squares = build.Combine(
            Scope.Whole,
            Term.Square(ratio) - Term.Square(turned) >= 0,
            [
                new((ratio * rest) + distance, quotient), root, new(Term.Square(rest), chordRoot), new(Term.Square(rest), expanded),
                new(Term.Square(l * rest), b.Root), new(Term.Square(rest) * ((l * s) + 1), b.Quotient),
                new(Term.Square(k * rest), a.Root), new(Term.Square(rest) * ((k * r) + 1), a.Quotient),
                pair.Distance, a.Root, b.Root, new(p * s * l, a.Quotient), new(p, b.Quotient), new(r - s),
                new(1, pair.CosineMost, a.Least, b.Positive), new(1, pair.CosineMost, a.Rest, b.Least),
            ],
            a.Rest,
            a.Rest);
        build.Law(Scope.Whole, 15, [ratio, turned], nonnegative, squares);
    }

    /// <inheritdoc/>
    protected override Formula Reduced(Quantifier forAll)
    {
        Term a = forAll.Real("A", 1, 2), b = forAll.Real("B", 1, 2), q = forAll.Real("q", 0, 1);
        return 1 >= (1 - q) / (a * b);
    }
}
