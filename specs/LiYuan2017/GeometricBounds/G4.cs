using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving.Derivations;
using ResLinkProofs.Specs.LiYuan2017.GeometricBounds.EveryDimension;
using static ResLinkProofs.Specs.LiYuan2017.GeometricBounds.EveryDimension.Ball;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>Geometric bound G4: the angle between vectors near two orthogonal unit vectors e and f.</summary>
public sealed class G4 : ISpec
{
    private const Scope Whole = Scope.Whole;

    private static readonly MatrixTerm F = Vector("f"), C = F + (Y * Radius);

    private static readonly Term Root = Term.Sqrt(1 - Term.Square(Gamma)), Most = 2 * Gamma * Root, Cosine = Fact.Inner(Direction(A), Direction(C));

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = LiYuan.Statement("Geometric bound G4"),
            Text = "For γ from 1/1000 to 3/10, in vectors of R^d for every d: for a, b within γ of two orthogonal unit vectors, |cos ∠(a,b)| ≤ 2γ√(1-γ²) and |∠(a,b) - π/2| ≤ 2 arcsin γ, where ∠(a,b) - π/2 = -arcsin cos ∠(a,b)."
                + GeometricBound.Origin,
            Proposition = StatementProposition.InEveryDimension(new VectorStatement(
                [E, F, X, Y],
                [.. Hypotheses, (Atom)Square(F).EqualTo(1), (Atom)Fact.Inner(E, F).EqualTo(0)],
                [
                    (Atom)(Most >= Cosine), (Atom)(Most >= -Cosine),
                    (Atom)(2 * Term.Asin(Gamma) >= Term.Asin(Cosine)), (Atom)(2 * Term.Asin(Gamma) >= Term.Asin(-Cosine)),
                ])),
            Proof = Derive,
        };

        var forAll = new Quantifier();
        Term tilt = forAll.Real("A", 0, new Rational(31, 100)), share = forAll.Real("τ", 0, 1);
        yield return new Claim
        {
            Source = LiYuan.Statement("Geometric bound G4 reduced"),
            Text = "With A = arcsin γ the tilts of a and b add up to at most 2Aτ, τ in [0, 1], and sin 2A - sin 2Aτ = 2 cos(A(1+τ)) sin(A(1-τ)) ≥ 0." + GeometricBound.Origin,
            Proposition = StatementProposition.Of(forAll.Conclude(2 * Term.Cos(tilt * (1 + share)) * Term.Sin(tilt * (1 - share)) >= 0)),
        };
    }

    // With p = <f, a/|a|>, q = <f, b/|b|>, k = sqrt(1 - gamma^2), p^2 <= gamma^2 and q^2 >= k^2: |k b/|b| - gamma a/|a| + (k + gamma)(p - q) f|^2
    // is at most 4 gamma^2 k^2 - 2 gamma k c.
    private static IReadOnlyList<DerivationStep> Derive(Theorem theorem)
    {
        var build = new DerivationBuilder(theorem);
        Known unit = build.Given(0), radius = build.Given(1), largest = build.Given(2), other = build.Given(5), across = build.Given(6);
        var a = new Lengths(build, A, X, E, unit, radius, largest, build.Given(3));
        var b = new Lengths(build, C, Y, F, other, radius, largest, build.Given(4));
        (Term r, Term s, Term i, Term l, Term k) = (a.Length, b.Length, a.Inverse, b.Inverse, Root);
        (Term ea, Term fa, Term fb) = (a.Along, Fact.Inner(F, A), b.Along);
        (Term p, Term q, Term product) = (i * fa, l * fb, Fact.Inner(A, C));
        Known least = build.Combine(
            Whole, k >= 1 - Gamma, [a.CosineRoot, new(1, a.Radius, a.Rest)], build.Combine(Whole, k + (1 - Gamma) > 0, [a.CosineSign, a.Rest]));
        Known positive = build.Combine(Whole, k > 0, [least, a.Rest]);
        Known smallRadius = build.Combine(Whole, 1 - (2 * Term.Square(Gamma)) >= 0, [largest, new(1, largest, a.Radius), Candidate.One]);
        Known weight = build.Combine(Whole, Term.Square(k) - Term.Square(Gamma) >= 0, [smallRadius, a.CosineRoot]);

        // |a|^2 >= <e, a>^2 + <f, a>^2 and <e, a> >= k |a|.
        Known bessel = build.Combine(
            Whole,
            Square(A) - Term.Square(ea) - Term.Square(fa) >= 0,
            [build.SquareOf((1, A), (-ea, E), (-fa, F)), new(Term.Square(ea), unit), new(Term.Square(fa), other), new(ea * fa, across)]);
        Known along = build.Combine(
            Whole, Term.Square(ea) - (Term.Square(k) * Term.Square(r)) >= 0, [new(ea - (k * r)), new(1, a.CosineSign, a.Positive, a.Forward)]);
        Known small = build.Combine(
            Whole,
            (Term.Square(Gamma) * Square(A)) - Term.Square(fa) >= 0,
            [bessel, along, new(Term.Square(k), a.Root), new(Square(A), a.CosineRoot)]);
        Known sideways = build.Combine(
            Whole, Term.Square(Gamma) - Term.Square(p) >= 0, [new(i, small), new(Term.Square(Gamma * i), a.Root), new(Term.Square(Gamma) * ((i * r) + 1), a.Quotient)]);
        Known forward = build.Combine(Whole, q - k >= 0, [new(1, b.InversePositive, b.Forward), new(k, b.Quotient)]);
        Known straight = build.Combine(Whole, Term.Square(q) - 1 + Term.Square(Gamma) >= 0, [new(q - k), new(1, a.CosineSign, forward), a.CosineRoot]);
        Known expanded = build.Expand(Cosine.EqualTo(i * l * product), E, F, X, Y);

        Known Side(Rational sign)
        {
            Term h = (k + (sign * Gamma)) * (p - q);
            return build.Combine(
                Whole,
                sign == Rational.One ? Most >= Cosine : Most >= -Cosine,
                [
                    build.SquareOf((k * l, C), (-sign * Gamma * i, A), (h, F)),
                    new(Term.Square(k * l), b.Root), new(Term.Square(k) * ((l * s) + 1), b.Quotient),
                    new(Term.Square(Gamma * i), a.Root), new(Term.Square(Gamma) * ((i * r) + 1), a.Quotient), new(Term.Square(h), other),
                    new(1, weight, sideways), new(1, weight, straight),
                    new(Term.Square(Gamma), a.CosineRoot), new(Term.Square(k), a.CosineRoot), a.CosineRoot, new(Gamma * k, expanded),
                ],
                a.Radius,
                positive);
        }

        Known most = Side(1), mostBelow = Side(-1);
        Known twice = build.Law(Whole, 17, [Gamma], a.Radius, smallRadius);
        Known range = build.Combine(Whole, 1 - Most >= 0, [new(k - Gamma), a.CosineRoot]);
        Known above = build.Combine(Whole, 1 + Cosine >= 0, [range, mostBelow]), below = build.Combine(Whole, 1 - Cosine >= 0, [range, most]);
        Known upper = build.Law(Whole, 16, [Most, Cosine], range, most, above), lower = build.Law(Whole, 16, [Most, -Cosine], range, mostBelow, below);
        build.Combine(Whole, 2 * Term.Asin(Gamma) >= Term.Asin(Cosine), [twice, upper]);
        build.Combine(Whole, 2 * Term.Asin(Gamma) >= Term.Asin(-Cosine), [twice, lower]);
        return build.Steps;
    }
}
