using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Frontiers;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Networks.Observables.NetworkObservables;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// The abstract of Li and Yuan (2017): because of the identity mapping the global minimum is unique. The loss does not notice a
/// permutation of the columns of I + W, so this needs a bound on the norms; sqrt(3)/2 is the sharp one.
/// </summary>
/// <remarks>
/// Enclosures cannot confirm that a loss is exactly zero, so uniqueness is stated with a small constant: L is at least
/// |W* - W|_F^2 / 10^6. The hand proof below sqrt(3)/2: a zero loss makes the columns of I + W those of I + W* up to a permutation P,
/// I + W = (I + W*) P; for a unit eigenvector v of P with eigenvalue w, v*(I+W)v = w v*(I+W*)v, and both numbers are within gamma of 1.
/// </remarks>
public sealed class UniqueMinimum : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source source = LiYuan.Statement("Unique global minimum");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("the identity mapping makes our network asymmetric and thus the global minimum is unique", "Abstract"),
            Severity = new Severity.Substantive(),
            Text = "The global minimum is unique: for |W|₂, |W*|₂ ≤ 2, L(W) ≥ |W* - W|²_F/10⁶.",
            Proposition = Unique(2),
            Frontier = new Frontier("γ", new Rational(1, 2), new Rational(11, 10), new Rational(1, 1000), Unique),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "a bound on the norms, here 1/2; √3/2 is the sharp one, from which on columns of I + W may be permuted",
            Text = "For |W|₂, |W*|₂ ≤ 1/2, L(W) ≥ |W* - W|²_F/10⁶.",
            Proposition = Unique(new Rational(1, 2)),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Unique global minimum within 87/100"),
            Text = "For |W|₂, |W*|₂ ≤ 87/100, which is a little more than √3/2, L(W) ≥ |W* - W|²_F/10⁶.",
            Proposition = Unique(new Rational(87, 100)),
        };
        var forAll = new Quantifier();
        Term k = 1 + forAll.Real("k-1", 0);
        yield return new Claim
        {
            Source = LiYuan.Statement("Unique global minimum eigenvalue of a permutation"),
            Text = "A cycle of length n ≥ 2 has an eigenvalue e^{2πi⌊n/2⌋/n}, at an angle of at least 2π/3 from 1: for n = 2k that is k/n = 1/2, and for n = 2k+1 with k ≥ 1, k/n - 1/3 = (k-1)/(3n) ≥ 0.",
            Proposition = StatementProposition.Of(forAll.Conclude((k - 1) / (3 * ((2 * k) + 1)) >= 0)),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Unique global minimum phases"),
            Text = "Two complex numbers within 86/100 < √3/2 of 1 differ in phase by less than 2π/3: Re(z w̄) > -|z||w|/2.",
            Proposition = StatementProposition.Of(Phases(new Rational(86, 100))),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Unique global minimum phases within 87/100"),
            Text = "Two complex numbers within 87/100 > √3/2 of 1 differ in phase by less than 2π/3: Re(z w̄) > -|z||w|/2.",
            Proposition = StatementProposition.Of(Phases(new Rational(87, 100))),
        };
    }

    private static NetworkProposition Unique(Rational radius) => UniqueGlobalMinimum.Within(radius, [1, 2, 3, 4]);

    private static Statement Phases(Rational gamma)
    {
        var forAll = new Quantifier();
        Term x = forAll.Real("x", -1, 1), y = forAll.Real("y", -1, 1), u = forAll.Real("u", -1, 1), v = forAll.Real("v", -1, 1);
        forAll.Given(Term.Square(x) + Term.Square(y) <= 1).Given(Term.Square(u) + Term.Square(v) <= 1);
        Term zx = 1 + (gamma * x), zy = gamma * y, wx = 1 + (gamma * u), wy = gamma * v;
        Term lengths = Term.Sqrt((Term.Square(zx) + Term.Square(zy)) * (Term.Square(wx) + Term.Square(wy)));
        return forAll.Conclude((zx * wx) + (zy * wy) > -lengths / 2);
    }
}
