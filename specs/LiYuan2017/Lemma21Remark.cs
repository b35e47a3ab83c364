using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// The remark after Lemma 2.1 of Li and Yuan (2017): the loss is smooth and its gradient defined everywhere. Stated for d = 1 and
/// W* = 0, where L(w) = a^2/2 - max(a, 0) + 1/2 with a = 1 + w. A derivative at w gives a second difference that is small against h.
/// </summary>
public sealed class Lemma21Remark : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source source = LiYuan.Statement("Remark after Lemma 2.1");
        var forAll = new Quantifier();
        Term w = forAll.Real("w", -2, 2), h = forAll.Real("h", 0, 1);
        Term secondDifference = Loss(w + h) + Loss(w - h) - (2 * Loss(w));
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("the loss function becomes smooth, and the gradient is well defined everywhere", "Remark after Lemma 2.1"),
            Severity = new Severity.Degenerate("where a column e_j + w_j is zero, far outside the region of the theorems"),
            Text = "The loss is smooth everywhere: for d = 1, W* = 0, w in [-2, 2] and h in (0, 1], |L(w+h) + L(w-h) - 2L(w)| ≤ 1000 h².",
            Proposition = StatementProposition.Of(forAll.Given(h > 0).Conclude(1000 * Term.Square(h) >= Term.Abs(secondDifference))),
        };

        forAll = new Quantifier();
        w = forAll.Real("w", -2, 2);
        h = forAll.Real("h", 0, 1);
        secondDifference = Loss(w + h) + Loss(w - h) - (2 * Loss(w));
        yield return new Claim
        {
            Source = source,
            Correction = "where no column e_j + w_j is zero; at w = -1 the one-sided derivatives are 0 and -1",
            Text = "For d = 1, W* = 0 and h ≤ |1 + w|, |L(w+h) + L(w-h) - 2L(w)| ≤ 1000 h².",
            Proposition = StatementProposition.Of(forAll.Given(Term.Abs(1 + w) >= h).Conclude(1000 * Term.Square(h) >= Term.Abs(secondDifference))),
        };
    }

    private static Term Loss(Term w) => (Term.Square(1 + w) / 2) - Term.Max(1 + w, 0) + Term.Ratio(1, 2);
}
