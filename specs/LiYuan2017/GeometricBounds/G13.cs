using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving.Derivations;
using ResLinkProofs.Specs.LiYuan2017.GeometricBounds.EveryDimension;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>Geometric bound G13: the length of e + w for a unit vector e, for every w.</summary>
public sealed class G13 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        MatrixTerm e = Ball.Vector("e"), w = Ball.Vector("w");
        Term length = Ball.Length(e + w), along = Fact.Inner(e, w), least = 1 + along;
        Formula upper = Ball.Square(w) / 2 >= length - least;
        yield return new Claim
        {
            Source = LiYuan.Statement("Geometric bound G13"),
            Text = "In vectors of R^d for every d: for a unit vector e and any w, 0 ≤ |e + w| - 1 - ⟨e, w⟩ ≤ |w|²/2." + GeometricBound.Origin,
            Proposition = StatementProposition.InEveryDimension(
                new VectorStatement([e, w], [(Atom)Ball.Square(e).EqualTo(1)], [(Atom)(length >= least), (Atom)upper])),
            Proof = theorem =>
            {
                var build = new DerivationBuilder(theorem);
                Known unit = build.Given(0), square = build.SquareOf((1, e + w));
                Known root = build.Law(Scope.Whole, 0, [Ball.Square(e + w)], square), sign = build.Law(Scope.Whole, 1, [Ball.Square(e + w)], square);
                Known expanded = build.TraceIdentity((1, e + w, e + w), (-1, e, e), (-2, e, w), (-1, w, w));
                Known squares = build.Combine(
                    Scope.Whole,
                    Term.Square(length) - Term.Square(least) >= 0,
                    [root, expanded, unit, build.SquareOf((1, w), (-along, e)), new(Term.Square(along), unit)]);
                build.Law(Scope.Whole, 15, [length, least], sign, squares);
                build.Combine(Scope.Whole, upper, [new(length - 1), root, expanded, unit]);
                return build.Steps;
            },
        };
        var forAll = new Quantifier();
        Term ray = forAll.Real("ρ", 0), versine = forAll.Real("1-cos", 0, 2);
        yield return new Claim
        {
            Source = LiYuan.Statement("Geometric bound G13 reduced"),
            Text = "With ρ = |e + w| and c the cosine of e + w and e the middle term is ρ(1-c) ≥ 0, and |w|²/2 minus it is (ρ-1)²/2 ≥ 0." + GeometricBound.Origin,
            Proposition = StatementProposition.Of(forAll.Conclude((ray * versine >= 0) & (Term.Square(ray - 1) / 2 >= 0))),
        };
    }
}
