using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>Lemma 2.5 of Li and Yuan (2017): last-iterate bound of SGD in a one-point strongly convex region.</summary>
/// <remarks>
/// <para>
/// In units with delta = G = 1, which scaling achieves exactly: x stands for delta^2/G^2 times E|W_t - W*|^2, and r for eta delta = (1+alpha) log T/T.
/// </para>
/// <para>
/// What is true is stated, and proved for every T, over second moments: x_t = E|W_t - W*|^2, p_t = E(grad f(W_t), W_t - W*), m_t = E|G_t|^2. Expanding
/// the square of W_{t+1} - W* = W_t - W* - eta G_t gives x_{t+1} = x_t - 2 eta p_t + eta^2 m_t, as E(G_t | W_t) = grad f(W_t); one-point convexity gives p_t at
/// least x_t, the Cauchy-Schwarz inequality p_t^2 at most m_t x_t. So every run of SGD is one of these runs; that is the part in words.
/// (That p_t and x_t do not exceed 1 is implied, x_t^2 &lt;= p_t^2 &lt;= m_t x_t, and only helps the search.)
/// </para>
/// <para>
/// What is false is stated over particular runs of SGD, so that a witness is a counterexample to the lemma itself: f(w) = c w^2/2 on the line with c
/// at least 1 and minimiser 0, and noise of +-sqrt(p_t + q_t w^2) with probability 1/2 each. Then for m = E w_t^2: E G_t^2 = c^2 m + p_t + q_t m and
/// E w_{t+1}^2 = (1 - r c)^2 m + r^2 (p_t + q_t m), and the largest |w_t| follows from the one before.
/// </para>
/// </remarks>
public sealed class Lemma25 : ISpec
{
    private const string Setting = "in units with δ = G = 1: x_{t+1} = x_t - 2ηp_t + η²m_t, x_t ≤ p_t, p_t² ≤ m_t x_t, for x_t = E|W_t-W*|², p_t = E⟨∇f, W_t-W*⟩, m_t = E|G_t|²";
    private static readonly int[] Horizons = [2, 3, 4, 5, 6, 8, 12];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        Source source = LiYuan.Statement("Lemma 2.5");
        yield return new Claim
        {
            Source = LiYuan.Statement("Lemma 2.5 without the moment of the last iterate"),
            Text = "If E|G_t|² ≤ G² for the steps t < T that are taken, |W_t - W*| ≤ D, T^α log T ≥ D²δ²/((1+α)G²) and η = (1+α) log T/(δT), "
                + "then E|W_T - W*|² ≤ (1+α) log T G²/(δ²T).",
            Proposition = new RecurrenceProposition(NoisyQuadratic(), Horizons),
        };
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("for any α > 0 and any T such that T^α log T ≥ D²δ²/((1+α)G²), if η = (1+α) log T/(δT), we have E‖W_T - W*‖²_F ≤ (1+α) log T G²/(δ²T)", "Lemma 2.5"),
            Text = "If E|G_t|² ≤ G² for all t ≤ T, |W_t - W*| ≤ D, T^α log T ≥ D²δ²/((1+α)G²) and η = (1+α) log T/(δT), "
                + $"then E|W_T - W*|² ≤ (1+α) log T G²/(δ²T), for every T ≥ 2 ({Setting}).",
            Proposition = new SecondMoments(staysWithinDiameter: true, reachesEnd: true).LastIterate(Horizons),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Lemma 2.5 without a diameter"),
            Text = "If E|G_t|² ≤ G² for all t ≤ T, T ≥ 2 and η = (1+α) log T/(δT), then E|W_T - W*|² ≤ (1+α) log T G²/(δ²T): "
                + $"the hypothesis on D is not needed ({Setting}).",
            Proposition = new SecondMoments(staysWithinDiameter: false, reachesEnd: true).LastIterate(Horizons),
        };
        yield return new Claim
        {
            Source = LiYuan.Statement("Lemma 2.5 with the constant 1/2"),
            Text = "If E|G_t|² ≤ G² for the steps t < T, |W_0 - W*| ≤ D and η = (1+α) log T/(δT) ≤ 1/(2δ), "
                + $"then E|W_T - W*|² ≤ T^(-2(1+α)) D² + (1+α) log T G²/(2δ²T), for every T ≥ 2 ({Setting}).",
            Proposition = new SecondMoments(staysWithinDiameter: false, reachesEnd: false).WithHalfConstant(Horizons),
        };
    }

    private static Recurrence NoisyQuadratic()
    {
        Term alpha = Term.Variable("α"), diameter = Term.Variable("D"), c = Term.Variable("c"), start = Term.Variable("w0");
        Term eta = Term.Variable("η"), moment = Term.Variable("E w²"), largest = Term.Variable("max |w|"), p = Term.Variable("p"), q = Term.Variable("q");
        Term noise = p + (q * moment), contraction = 1 - (eta * c);
        return new Recurrence
        {
            Constants = [new("α", 0, 8), new("D", 0, 1_000_000), new("c", 1, 100), new("w0", -10, 10)],
            Definitions = [("η", (1 + alpha) * Recurrence.LogHorizon / Recurrence.Horizon)],
            Given = (alpha > 0) & ((1 + alpha) * Term.Exp(alpha * Recurrence.LogHorizon) * Recurrence.LogHorizon >= Term.Square(diameter)),
            State =
            [
                new("E w²", Term.Square(start), (Term.Square(contraction) * moment) + (Term.Square(eta) * noise)),
                new("max |w|", Term.Abs(start), (Term.Abs(contraction) * largest) + (eta * Term.Sqrt(p + (q * Term.Square(largest))))),
            ],
            Inputs = [new("p", 0, 1), new("q", 0, 10)],
            EachStep = ((Term.Square(c) * moment) + noise <= 1) & (largest <= diameter),
            AtEnd = largest <= diameter,
            Goal = moment <= eta,
            LeastHorizon = 2,
        };
    }
}
