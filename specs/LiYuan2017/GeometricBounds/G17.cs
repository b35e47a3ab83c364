using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving.Derivations;
using ResLinkProofs.Specs.LiYuan2017.GeometricBounds.EveryDimension;

namespace ResLinkProofs.Specs.LiYuan2017.GeometricBounds;

/// <summary>
/// Geometric bound G17: the local one-point constant of a pair of columns at angle t. In the plane of the columns, with the
/// bisector as first axis, the derivative of the field is [[pi I, M], [M, pi I]] with M = (pi - t) I + sin t diag(1, -1).
/// </summary>
public sealed class G17 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        MatrixTerm u = Ball.Vector("u"), v = Ball.Vector("v"), x = Ball.Vector("x"), y = Ball.Vector("y");
        Term angle = Fact.Inner(MatrixTerm.Identity("1"), MatrixTerm.Variable("t", "1", "1")), sine = Term.Sin(angle);
        (Term xu, Term xv, Term yu, Term yv) = (Fact.Inner(x, u), Fact.Inner(x, v), Fact.Inner(y, u), Fact.Inner(y, v));
        Term squares = Ball.Square(x) + Ball.Square(y);
        Term form = (Term.Pi * squares) + (2 * (Term.Pi - angle) * Fact.Inner(x, y)) + (2 * sine * ((xu * yu) - (xv * yv)));
        Formula bound = form >= (angle - sine) * squares;
        yield return new Claim
        {
            Source = LiYuan.Statement("Geometric bound G17"),
            Text = "In vectors of R^d for every d: for two columns at angle t in [0, 3] the derivative of the field at W = W*, "
                + "π(|x|²+|y|²) + 2(π-t)⟨x,y⟩ + 2 sin t (⟨x,u⟩⟨y,u⟩ - ⟨x,v⟩⟨y,v⟩) with the bisector u of the columns and the unit vector v orthogonal to it in their plane, "
                + "is at least (t - sin t)(|x|²+|y|²)." + GeometricBound.Origin,
            Proposition = StatementProposition.InEveryDimension(new VectorStatement(
                [u, v, x, y],
                [
                    (Atom)Ball.Square(u).EqualTo(1), (Atom)Ball.Square(v).EqualTo(1), (Atom)Fact.Inner(u, v).EqualTo(0),
                    (Atom)(angle >= 0), (Atom)((Term)3 >= angle),
                ],
                [(Atom)bound])),
            Proof = theorem =>
            {
                var build = new DerivationBuilder(theorem);
                Known first = build.Given(0), second = build.Given(1), across = build.Given(2), least = build.Given(3), most = build.Given(4);
                Known sign = build.Decide(Scope.Whole, sine >= 0, least, most), rest = build.Decide(Scope.Whole, Term.Pi - angle >= 0, least, most);
                Known Bessel(MatrixTerm z, Term zu, Term zv) => build.Combine(
                    Scope.Whole,
                    Ball.Square(z) - Term.Square(zu) - Term.Square(zv) >= 0,
                    [build.SquareOf((1, z), (-zu, u), (-zv, v)), new(Term.Square(zu), first), new(Term.Square(zv), second), new(zu * zv, across)]);
                build.Combine(
                    Scope.Whole,
                    bound,
                    [
                        new(1, rest, build.SquareOf((1, x), (1, y))), new(1, sign, Bessel(x, xu, xv)), new(1, sign, Bessel(y, yu, yv)),
                        new(xu + yu, sign), new(xv - yv, sign),
                    ]);
                return build.Steps;
            },
        };

        var forAll = new Quantifier();
        Term t = forAll.Real("t", 0, 3);
        yield return new Claim
        {
            Source = LiYuan.Statement("Geometric bound G17 reduced"),
            Text = "The eigenvalues are π ± m for m = π - t ± sin t; the least is t - sin t because 2 sin t ≥ 0 and 2(π - t) ≥ 0." + GeometricBound.Origin,
            Proposition = StatementProposition.Of(forAll.Conclude((2 * Term.Sin(t) >= 0) & (2 * (Term.Pi - t) >= 0))),
        };
    }
}
