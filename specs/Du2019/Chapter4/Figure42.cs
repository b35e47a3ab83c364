using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter4;

/// <summary>Section 4.4 of Du (2019): the norms that it reports after 10,000 iterations against the bounds that it reads off Figure 4.2.</summary>
public sealed class Figure42 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        foreach (Claim claim in Both("balanced", (4290, 4376, 4368), new Rational(14, 100), new Rational(875, 1000), "0.14", "0.875", "42.90, 43.76, 43.68"))
        {
            yield return claim;
        }

        foreach (Claim claim in Both("unbalanced", (5550, 4565, 4546), 9, new Rational(99, 10), "9", "9.9", "55.50, 45.65, 45.46"))
        {
            yield return claim;
        }
    }

    private static IEnumerable<Claim> Both(string start, (long W1, long W2, long W3) hundredths, Rational printed, Rational corrected, string bound, string larger, string norms)
    {
        Source source = Du.Statement($"Figure 4.2 {start} initialisation");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote($"|‖W₁‖²_F - ‖W₂‖²_F| and |‖W₂‖²_F - ‖W₃‖²_F| are bounded by {bound}", "Section 4.4, Figure 4.2"),
            Severity = new Severity.Substantive(),
            Text = $"In all iterations the differences are at most {bound}; in the last one the norms are {norms}, each rounded to 0.01.",
            Proposition = StatementProposition.Of(Bounded(hundredths, printed)),
        };
        yield return new Claim
        {
            Source = source,
            Correction = $"the first difference of the norms reported for the last iteration exceeds {bound}; {larger} bounds both",
            Text = $"In the last iteration the differences are at most {larger}, with norms {norms}, each rounded to 0.01.",
            Proposition = StatementProposition.Of(Bounded(hundredths, corrected)),
        };
    }

    private static Kernel.Statements.Statement Bounded((long W1, long W2, long W3) hundredths, Rational bound)
    {
        var forAll = new Quantifier();
        Term Norm(string name, long value) => forAll.Real(name, new Rational((2 * value) - 1, 200), new Rational((2 * value) + 1, 200));
        Term w1 = Norm("‖W₁‖²", hundredths.W1), w2 = Norm("‖W₂‖²", hundredths.W2), w3 = Norm("‖W₃‖²", hundredths.W3);
        return forAll.Conclude((bound >= Term.Abs(w1 - w2)) & (bound >= Term.Abs(w2 - w3)));
    }
}
