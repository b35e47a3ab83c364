using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>Lemma 2.5 of Li and Yuan (2017): last-iterate bound of SGD in a one-point strongly convex region.</summary>
/// <remarks>
/// Stated over quadratics f(w) = c w^2 / 2 on the line with c at least delta, minimiser 0, in units with delta = G = 1. The noise
/// of step t takes the values +-sqrt(p_t + q_t w^2) with probability 1/2 each, so that second moments follow exactly:
/// E G_t^2 = c^2 m_t + p_t + q_t m_t and m_{t+1} = (1 - eta c)^2 m_t + eta^2 (p_t + q_t m_t) for m_t = E w_t^2, and the largest |w_t|
/// follows from the largest |w_{t-1}|.
/// </remarks>
public sealed class Lemma25 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source source = LiYuan.Statement("Lemma 2.5");
        int[] horizons = [2, 3, 4, 5, 6, 8, 12];
        yield return new Claim
        {
            Source = source,
            Text = "If E|G_t|² ≤ G² for the steps t < T that are taken, |W_t - W*| ≤ D, T^α log T ≥ D²δ²/((1+α)G²) and η = (1+α) log T/(δT), "
                + "then E|W_T - W*|² ≤ (1+α) log T G²/(δ²T).",
            Proposition = StatementProposition.ForEach("T", horizons, T => LastIterate(T, momentAtHorizon: false)),
        };
        yield return new Claim
        {
            Source = source,
            Reading = Reading.Corrected,
            Correction = "the moment bound is needed at t = T as well: \"for all t\" has to include the last iterate",
            Text = "If E|G_t|² ≤ G² for all t ≤ T, |W_t - W*| ≤ D, T^α log T ≥ D²δ²/((1+α)G²) and η = (1+α) log T/(δT), "
                + "then E|W_T - W*|² ≤ (1+α) log T G²/(δ²T).",
            Proposition = StatementProposition.ForEach("T", horizons, T => LastIterate(T, momentAtHorizon: true)),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Lemma 2.5 without a diameter"),
            Reading = Reading.Companion,
            Text = "If E|G_t|² ≤ G² for all t ≤ T, T ≥ 2 and η = (1+α) log T/(δT), then E|W_T - W*|² ≤ (1+α) log T G²/(δ²T): the hypothesis on D is not needed.",
            Proposition = StatementProposition.ForEach("T", horizons, T => LastIterate(T, momentAtHorizon: true, withDiameter: false)),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Lemma 2.5 with the constant 1/2"),
            Reading = Reading.Companion,
            Text = "If E|G_t|² ≤ G² for the steps t < T, |W_0 - W*| ≤ D and η = (1+α) log T/(δT) ≤ 1/(2δ), "
                + "then E|W_T - W*|² ≤ T^(-2(1+α)) D² + (1+α) log T G²/(2δ²T).",
            Proposition = StatementProposition.ForEach("T", horizons, HalfConstant),
        };
    }

    private static Statement LastIterate(int horizon, bool momentAtHorizon, bool withDiameter = true)
    {
        var forAll = new Quantifier();
        Term alpha = forAll.Real("α", 0, 8);
        Term logT = Term.Log(horizon);
        forAll.Given(alpha > 0);
        Term? diameter = withDiameter ? forAll.Real("D", 0, 1_000_000) : null;
        if (diameter is not null)
        {
            forAll.Given((1 + alpha) * Term.Exp(alpha * logT) * logT >= Term.Square(diameter));
        }

        Term eta = (1 + alpha) * logT / horizon;
        (Term moment, Term c, _) = Descend(forAll, horizon, eta, diameter);
        if (momentAtHorizon)
        {
            forAll.Given(Term.Square(c) * moment <= 1);
        }

        return forAll.Conclude(moment <= eta);
    }

    private static Statement HalfConstant(int horizon)
    {
        var forAll = new Quantifier();
        Term alpha = forAll.Real("α", 0, 8);
        Term logT = Term.Log(horizon);
        Term eta = (1 + alpha) * logT / horizon;
        forAll.Given(alpha > 0).Given(2 * eta <= 1);
        (Term moment, _, Term start) = Descend(forAll, horizon, eta, diameter: null);
        return forAll.Conclude(moment <= (Term.Exp(-2 * (1 + alpha) * logT) * Term.Square(start)) + (eta / 2));
    }

    // The second moment after T steps, the curvature c and the start; with a diameter, all iterates stay within it.
    private static (Term Moment, Term Curvature, Term Start) Descend(Quantifier forAll, int horizon, Term eta, Term? diameter)
    {
        Term c = forAll.Real("c", 1, 100);
        Term start = forAll.Real("w0", -10, 10);
        Term moment = Term.Square(start);
        Term largest = Term.Abs(start);
        Term contraction = 1 - (eta * c);
        for (int t = 0; t < horizon; t++)
        {
            Term p = forAll.Real($"p{t}", 0, 1);
            Term q = forAll.Real($"q{t}", 0, 10);
            Term noise = p + (q * moment);
            forAll.Given((Term.Square(c) * moment) + noise <= 1);
            if (diameter is not null)
            {
                forAll.Given(largest <= diameter);
            }

            moment = (Term.Square(contraction) * moment) + (Term.Square(eta) * noise);
            largest = (Term.Abs(contraction) * largest) + (eta * Term.Sqrt(p + (q * Term.Square(largest))));
        }

        if (diameter is not null)
        {
            forAll.Given(largest <= diameter);
        }

        return (moment, c, start);
    }
}
