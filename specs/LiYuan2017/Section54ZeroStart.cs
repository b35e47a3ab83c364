using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>
/// Section 5.4 of Li and Yuan (2017): without the identity mapping zero weights stay zero. The output of two layers or more is of second order in the weights, so that the
/// gradient of any loss in them vanishes at zero, on every data set; with the identity mapping it is of first order.
/// </summary>
public sealed class Section54ZeroStart : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = LiYuan.Statement("Section 5.4 zero start without identity"),
            Quote = new Quote("If the identity mapping is removed, zero initialization no longer works", "Section 5.4"),
            Text = "Two layers of two neurons without identity, y = Vσ(Wx) with ReLU: for weights and inputs within 1, |y| ≤ 5, and σ(tz) = tσ(z) for t ≥ 0 and z of sign = -1, 1; "
                + "so weights within t make |y| ≤ 5t², and at zero all derivatives of y in the weights are zero.",
            Proposition = SecondOrder(0),
        };
    }

    /// <summary>|V sigma(W x)| at most 5 for entries within 1 and slopes within 1, and sigma homogeneous.</summary>
    /// <param name="slope">The slope of the activation for negative arguments, within 1.</param>
    internal static StatementProposition SecondOrder(Rational slope) => StatementProposition.ForCases("sign", [-1, 1], sign => SecondOrder(slope, sign));

    private static Statement SecondOrder(Rational slope, int sign)
    {
        var forAll = new Quantifier();
        Term[] x = [forAll.Real("x1", -1, 1), forAll.Real("x2", -1, 1)];
        Term Neuron(int k) => Activation((forAll.Real($"W{k}1", -1, 1) * x[0]) + (forAll.Real($"W{k}2", -1, 1) * x[1]), slope);
        Term output = (forAll.Real("V1", -1, 1) * Neuron(1)) + (forAll.Real("V2", -1, 1) * Neuron(2));
        Term t = forAll.Real("t", 0, 1), size = forAll.Real("|z|", 0, 2);
        Term rectified = sign > 0 ? size : 0;
        return forAll.Conclude((Term.Abs(output) <= 5) & Term.Max(t * sign * size, 0).EqualTo(t * rectified));
    }

    private static Term Activation(Term z, Rational slope) => (slope * z) + ((1 - slope) * Term.Max(z, 0));
}
