using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Specs.LiYuan2017;

namespace ResLinkProofs.Specs.PReluReport;

/// <summary>Section 5.3 of the PReLU report: from zero and without the identity mapping, "we get an average error rate of 0.8865". Nothing is learnt there, whatever the data.</summary>
public sealed class Section53 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = PRelu.Statement("Section 5.3 zero start without identity"),
            Text = "Without the identity mapping, two layers of two neurons, y = Vσ(Wx), α = 1/4: for weights and inputs within 1, |y| ≤ 5, and ReLU(tz) = t ReLU(z), and so σ = αz + (1-α)ReLU(z), for t ≥ 0 and z of sign = -1, 1; "
                + "so weights within t make |y| ≤ 5t², and at zero all derivatives of y in the weights are zero.",
            Proposition = Section54ZeroStart.SecondOrder(new Rational(1, 4)),
        };
        yield return new Claim
        {
            Source = PRelu.Statement("Section 5.3 error of guessing"),
            Text = "0.8865 = 1 - 1135/10000, the error of the answer \"1\" to each of MNIST's 10,000 test images, of which 1,135 show the digit 1, more than any other.",
            Proposition = StatementProposition.Of(new Quantifier().Conclude(Term.Ratio(8865, 10_000).EqualTo(1 - Term.Ratio(1135, 10_000)))),
        };
    }
}
