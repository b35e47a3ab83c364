using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter7;

/// <summary>
/// Lemma 7.4 of Du (2019), second part: how steep the splines are on the buffer. In units of L tau, with s = gamma/L in [0, 1], x_i = tau(1+u), x_{i+1} = tau v. The lower bounds fail
/// whatever the splines are: g1' ends at -4L tau with slope 2L.
/// </summary>
public sealed class Lemma74Bounds : ISpec
{
    private static readonly Term S = Term.Variable("s"), U = Term.Variable("u"), V = Term.Variable("v");

    // The splines for L = 1, gamma = s, tau = 1.
    private static readonly Spline Unit = new(1, S, 1);

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        // p + 2s and g' + 2s have the factor -u; what is left is a sum of terms that are not negative.
        Term rest = ((1 - S) * U * (14 - (10 * U))) + (S * (2 + (4 * U * (1 - U))));
        Term coupling = 30 * (1 + S) * U * Term.Square(1 - U) * Term.Square(V);
        yield return new Claim
        {
            Source = Du.Statement("Lemma 7.4 upper bound of g"),
            Quote = new Quote("∂g(x_i, x_{i+1})/∂x_i ≤ -2γτ", "Lemma 7.4"),
            Text = "∂g/∂x_i ≤ -2γτ for τ ≤ x_i ≤ 2τ, 0 ≤ x_{i+1} ≤ τ, γ ≤ L; the difference of the sides is u times a sum of terms that are not negative.",
            Proposition = OnBuffer((Unit.SlopeOfG(U, V) + (2 * S)).EqualTo(-U * (rest + coupling)) & (U * rest >= 0) & (U * coupling >= 0)),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 7.4 upper bound of g1"),
            Quote = new Quote("∂g1(x_i)/∂x_i ≤ -2γτ", "Lemma 7.4"),
            Text = "g1' ≤ -2γτ for τ ≤ x_i ≤ 2τ, γ ≤ L; the difference of the sides is u times a sum of terms that are not negative.",
            Proposition = OnBuffer((Unit.P(U) + (2 * S)).EqualTo(-U * rest) & (U * rest >= 0)),
        };
        foreach (Claim claim in LowerBounds("g1", "g1′(2τ) = -4Lτ and g1″(2τ) = 2L", Unit.P(U), Term.Ratio(4135, 1000), "4.135"))
        {
            yield return claim;
        }

        foreach (Claim claim in LowerBounds("g", "∂g/∂x_i = -4Lτ and ∂²g/∂x_i² = 2L at x_i = 2τ", Unit.SlopeOfG(U, V), Term.Ratio(733, 100), "7.33"))
        {
            yield return claim;
        }

        yield return new Claim
        {
            Source = Du.Statement("Lemma 7.4 second coordinate"),
            Quote = new Quote("∂g(x_i, x_{i+1})/∂x_{i+1} ≥ -2γx_{i+1}", "Lemma 7.4"),
            Text = "∂g/∂x_{i+1} = 2g2(x_i)x_{i+1} ≥ -2γx_{i+1} for τ ≤ x_i ≤ 2τ, 0 ≤ x_{i+1} ≤ τ, γ ≤ L; the difference of the sides is 2x_{i+1}(L+γ)(1-u)³(10 - 15(1-u) + 6(1-u)²).",
            Proposition = OnBuffer(
                ((2 * Unit.G2(U) * V) + (2 * S * V)).EqualTo(2 * V * (1 + S) * Term.Pow(1 - U, 3) * FallOfG2)
                & (2 * V * (1 + S) * Term.Pow(1 - U, 3) * FallOfG2 >= 0)),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 7.4 range of g2"),
            Quote = new Quote("this function satisfies for τ ≤ x_i ≤ 2τ: g2(x_i) ≥ -γ, g2′(x_i) ≤ 0", "Proof of Lemma 7.4"),
            Text = "-γ ≤ g2 and g2' ≤ 0 for τ ≤ x_i ≤ 2τ, γ ≤ L, by their factors.",
            Proposition = OnBuffer(
                (Unit.G2(U) + S).EqualTo((1 + S) * Term.Pow(1 - U, 3) * FallOfG2)
                & ((1 + S) * Term.Pow(1 - U, 3) * FallOfG2 >= 0)
                & Unit.ScaledSlopeOfG2(U).EqualTo(-30 * (1 + S) * Term.Square(U) * Term.Square(1 - U))
                & (30 * (1 + S) * Term.Square(U) * Term.Square(1 - U) >= 0)),
        };
    }

    private static Term FallOfG2 => 10 - (15 * (1 - U)) + (6 * Term.Square(1 - U));

    private static IEnumerable<Claim> LowerBounds(string name, string meets, Term slope, Term constant, string printed)
    {
        Source source = Du.Statement($"Lemma 7.4 lower bound of {name}");
        string derivative = name == "g" ? "∂g/∂x_i" : "g1'";
        yield return new Claim
        {
            Source = source,
            Quote = name == "g" ? new Quote("-4Lτ ≤ ∂g(x_i, x_{i+1})/∂x_i", "Lemma 7.4") : new Quote("-4Lτ ≤ ∂g1(x_i)/∂x_i", "Lemma 7.4"),
            Severity = new Severity.Substantive(),
            Existential = new Existential.Defeated("polynomials g1, g2", $"any that meet f at 2τ, so that {meets}, at x_i = 2τ - 2L/M, M ≥ 1 a bound of the next derivative on the buffer that makes 2L/M at most τ"),
            Text = $"With {meets}, Taylor's bound {derivative} ≤ -4Lτ - 2Lh + Mh²/2 at 2τ - h is -4Lτ - 2L²/M for h = 2L/M; r = L/M > 0.",
            Proposition = StatementProposition.Of(Dips()),
        };
        yield return new Claim
        {
            Source = source,
            Correction = $"the constant is {printed} instead of 4: the slope overshoots its end value",
            Text = $"{derivative} ≥ -{printed}Lτ for τ ≤ x_i ≤ 2τ, 0 ≤ x_{{i+1}} ≤ τ, 0 ≤ γ ≤ L, for the splines of the proof.",
            Proposition = OnBuffer(slope + constant >= 0),
        };
        yield return new Claim
        {
            Source = Du.Statement($"Lemma 7.4 lower bound of {name} for the printed splines"),
            Text = $"{derivative} ≥ -4Lτ for τ ≤ x_i ≤ 2τ, 0 ≤ x_{{i+1}} ≤ τ, 0 ≤ γ ≤ L, for the splines of the proof.",
            Proposition = OnBuffer(slope + 4 >= 0),
        };
    }

    private static Statement Dips()
    {
        var forAll = new Quantifier();
        Term m = forAll.Real("M", 1), r = forAll.Real("r", 0), tau = forAll.Real("τ", 0), l = m * r, h = 2 * r;
        forAll.Given(r > 0).Given(h <= tau);
        Term end = -4 * l * tau, fall = 2 * m * Term.Square(r);
        return forAll.Conclude((end - (2 * l * h) + (m * Term.Square(h) / 2)).EqualTo(end - fall) & (fall > 0));
    }

    private static StatementProposition OnBuffer(Formula conclusion)
    {
        var forAll = new Quantifier();
        forAll.Real("s", 0, 1);
        forAll.Real("u", 0, 1);
        forAll.Real("v", 0, 1);
        return StatementProposition.Of(forAll.Conclude(conclusion));
    }
}
