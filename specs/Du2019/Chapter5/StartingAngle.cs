using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter5;

/// <summary>
/// Theorem 5.4 of Du (2019), how large angle and signal are at the start. v is uniform on the sphere in p dimensions and has the acute one of the angles to w* and -w*: its density is
/// sin^(p-2) on [0, pi/2], and that of its cosine (1 - t^2)^((p-3)/2) on [0, 1].
/// </summary>
public sealed class StartingAngle : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source source = Du.Statement("Theorem 5.4 angle");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("Further, with high probability, the initialization satisfies ... φ^0 = Θ(1/√p)", "Theorem 5.4"),
            Severity = new Severity.Substantive(),
            Existential = new Existential.Defeated("the constant C of Θ from above", "p ≥ 16C² dimensions, where C/√p is at most 1/4"),
            Text = "φ^0 ≤ 1/4 has probability at most (1/4)/(π/2) < 4/25 in p ≥ 2 dimensions, the share of [0, 1/4] in [0, π/2], as the density grows with the angle: sin(t/4) ≤ sin(πt/2) for t in [0, 1], over t.",
            Proposition = Wide(),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "cos φ^0 in place of φ^0, which tends to π/2; and the probability is a constant",
            Text = "cos φ^0 ≤ δ/√p has probability at most (4/5)δ for δ ≥ 0: 1/√p ≤ (4/5)∫(1 - t²)^((p-3)/2) over [0, 1], the greatest density being at t = 0; p = 3, 4, 5, 7, 9, 11.",
            Proposition = StatementProposition.ForCases("p", [3, 4, 5, 7, 9, 11], p => Share(1 / Term.Sqrt(p), p - 3)),
        };
        yield return new Claim
        {
            Source = Du.Statement("Theorem 5.4 signal"),
            Text = "For a uniform in the ball of radius R in k dimensions |aᵀa*| ≤ δR|a*|/√k has probability at most (4/5)√((k+2)/k)δ: 1/√k ≤ (4/5)√((k+2)/k)∫(1 - t²)^((k-1)/2) over [0, 1]; k = 1, 2, 3, 5, 7, 9.",
            Proposition = StatementProposition.ForCases("k", [1, 2, 3, 5, 7, 9], k => Share(1 / Term.Sqrt(k + 2), k - 1)),
        };
    }

    private static StatementProposition Wide()
    {
        var forAll = new Quantifier();
        Term t = forAll.Real("t", 0, 1);
        return StatementProposition.Of(forAll.Conclude((Term.Sinc(t / 4) / 4 <= Term.Pi / 2 * Term.Sinc(Term.Pi * t / 2)) & (1 / (2 * Term.Pi) < Term.Ratio(4, 25))));
    }

    private static Statement Share(Term least, int twiceExponent)
    {
        Term t = Term.Variable("t"), rest = Term.Max(0, 1 - Term.Square(t));
        Term density = twiceExponent % 2 == 0 ? Term.Pow(rest, twiceExponent / 2) : Term.Pow(rest, Term.Ratio(twiceExponent, 2));
        return new Quantifier().Conclude(least <= Term.Ratio(4, 5) * Term.Integral(t, 0, 1, density));
    }
}
