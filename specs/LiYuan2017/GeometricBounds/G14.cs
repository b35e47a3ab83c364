using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving.Derivations;
using ResLinkProofs.Specs.LiYuan2017.GeometricBounds.EveryDimension;
using static ResLinkProofs.Specs.LiYuan2017.GeometricBounds.EveryDimension.Ball;

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

    private protected override VectorStatement Bound() => State(Square(D) / Scale >= Length(Rest));

    private static Term Scale => Term.Sqrt(3) * Term.Square(1 - Gamma);

    // b/|b| - a/|a| - D/|a| + a <a, D>/|a|^3.
    private static MatrixTerm Rest => Direction(B) - Direction(A) - (D * Inverse(A))
        + (A * (Inverse(A) * (Inverse(A) * (Inverse(A) * (A.Transpose() * D)))));

    private protected override void Derive(DerivationBuilder build, Lengths a, Lengths b)
    {
        (Term r, Term s, Term k, Term l) = (a.Length, b.Length, a.Inverse, b.Inverse);
        (Term p, Term along, Term distance, Term least) = (Fact.Inner(A, B), Fact.Inner(A, D), Square(D), 1 - Gamma);
        (Term c, Term delta, Term u) = (k * l * p, s - r, (k * l * p * s) - r);
        Term m = 1 - c;
        var pair = new Pair(build, a, b);

        // p = c r s, <a, D>/r = c s - r, |D|^2 = (s - r)^2 + 2 r s (1 - c).
        Known product = build.Combine(Scope.Whole, p.EqualTo(c * r * s), [new(p * s * l, a.Quotient), new(p, b.Quotient)]);
        Known projected = build.TraceIdentity((1, A, D), (-1, A, B), (1, A, A));
        Known ratio = build.Combine(
            Scope.Whole,
            (k * along).EqualTo(u),
            [new(k, projected), new(k, a.Root), new(k, product), new(c * s, a.Quotient), new(r, a.Quotient)]);
        Known squared = build.Combine(
            Scope.Whole, distance.EqualTo(Term.Square(delta) + (2 * r * s * m)), [pair.Distance, a.Root, b.Root, product]);

        // The squared rest is (1 - c)^2 + (1 - c^2)(s/r - 1)^2.
        Known expanded = build.Expand(
            Square(Rest).EqualTo(
                (Term.Square(l - k) * Square(B)) + (2 * (l - k) * Term.Pow(k, 3) * along * p) + (Term.Pow(k, 6) * Term.Square(along) * Square(A))),
            E,
            X,
            Y);
        Known rest = build.Combine(
            Scope.Whole,
            Square(Rest).EqualTo(Term.Square(m) + (m * (2 - m) * Term.Square(k * delta))),
            [
                expanded, new(Term.Square(l - k), b.Root), new((l * s) + 1 - (2 * k * s), b.Quotient),
                new((l - k) * Term.Square(k) * p, ratio), new((l - k) * Term.Square(k) * u, product), new((l - k) * k * c * s * u, a.Quotient),
                new(k * c * u, b.Quotient), new((1 - (k * s)) * c, a.Quotient),
                new(Term.Pow(k, 6) * Term.Square(along), a.Root), new(Term.Pow(k, 4) * Term.Square(along) * ((k * r) + 1), a.Quotient),
                new(Term.Square(k) * ((k * along) + u), ratio), new((k * u) + (c * k * s) - 1, a.Quotient),
                new(m * (2 - m) * ((2 * k * s) - (k * r) - 1), a.Quotient),
            ]);

        // With t = 1 - gamma: |D|^4 - 3 t^4 |rest|^2 = (delta^2 - t^2 m)^2 + 4 m^2 (r^2 s^2 - t^4) + m delta^2 (4 (r s - t^2) + 6 t^2 (1 - t^2/r^2)) + 3 t^4 m^2 delta^2/r^2.
        Known longer = build.Combine(
            Scope.Whole, (r * s) - Term.Square(least) >= 0, [new(1, a.Least, b.Positive), new(1, a.Rest, b.Least)]);
        Known shorter = build.Combine(Scope.Whole, 1 - (least * k) >= 0, [new(1, a.InversePositive, a.Least), a.Quotient]);
        Known shorterSquare = build.Combine(
            Scope.Whole, 1 - Term.Square(least * k) >= 0, [new(1 - (least * k)), new(1, a.Rest, a.InversePositive, shorter)]);
        Known three = build.Law(Scope.Whole, 0, [3], build.Combine(Scope.Whole, (Term)3 >= 0, [Candidate.One]));
        Known positive = build.Combine(Scope.Whole, Scale > 0, [new(1, build.Decide(Scope.Whole, Term.Sqrt(3) > 0), a.Rest, a.Rest)]);
        Known quotient = build.Law(Scope.Whole, 2, [distance, Scale], positive);
        Known root = build.Law(Scope.Whole, 0, [Square(Rest)], build.SquareOf((1, Rest)));
        Known sign = build.Combine(Scope.Whole, distance / Scale >= 0, [quotient, pair.DistanceSign], positive);
        Known squares = build.Combine(
            Scope.Whole,
            Term.Square(distance / Scale) - Term.Square(Length(Rest)) >= 0,
            [
                new((distance / Scale * Scale) + distance, quotient), new(Term.Square(Scale), root), new(Term.Pow(least, 4) * Square(Rest), three),
                new(distance + Term.Square(delta) + (2 * r * s * m), squared), new(Term.Pow(least, 4), rest),
                new(Term.Square(delta) - (Term.Square(least) * m)), new(m * ((r * s) - Term.Square(least))), new(least * m, longer),
                new(delta, pair.CosineMost, longer), new(least * delta, pair.CosineMost, shorterSquare), new(Term.Square(least) * m * k * delta),
            ],
            positive,
            positive);
        build.Law(Scope.Whole, 15, [distance / Scale, Length(Rest)], sign, squares);
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
