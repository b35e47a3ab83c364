using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;

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
        var forAll = new Quantifier();
        Term t = forAll.Real("t", 0, 3);
        Term x1 = forAll.Real("x1", -1, 1), x2 = forAll.Real("x2", -1, 1), y1 = forAll.Real("y1", -1, 1), y2 = forAll.Real("y2", -1, 1);
        Term squares = Term.Sum(new[] { x1, x2, y1, y2 }.Select(Term.Square));
        Term form = (Term.Pi * squares) + (2 * (Term.Pi - t + Term.Sin(t)) * x1 * y1) + (2 * (Term.Pi - t - Term.Sin(t)) * x2 * y2);
        yield return new Claim
        {
            Source = LiYuan.Statement("Geometric bound G17"),
            Text = "For two columns at angle t in [0, 3] the derivative of the field at W = W* is at least t - sin t as a quadratic form." + GeometricBound.Origin,
            Proposition = StatementProposition.Of(forAll.Conclude(form >= (t - Term.Sin(t)) * squares)),
        };

        forAll = new Quantifier();
        t = forAll.Real("t", 0, 3);
        yield return new Claim
        {
            Source = LiYuan.Statement("Geometric bound G17 reduced"),
            Text = "The eigenvalues are π ± m for m = π - t ± sin t; the least is t - sin t because 2 sin t ≥ 0 and 2(π - t) ≥ 0." + GeometricBound.Origin,
            Proposition = StatementProposition.Of(forAll.Conclude((2 * Term.Sin(t) >= 0) & (2 * (Term.Pi - t) >= 0))),
        };
    }
}
