using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter6;

/// <summary>
/// Lemmas 6.2 and 6.3 of Du (2019) on one Gaussian patch Z ~ N(0, vI), |w*| = 1, where all noise pushes the same way. L_cross = gamma(pi/2)/6, which makes phi* = pi/2; then
/// gamma(phi) = v G(phi) with G(phi) = (pi - phi - sin phi)/(2 pi), and K = L(0) + 10 L_cross + 4 beta = v kappa.
/// </summary>
/// <remarks>
/// g = grad +- (B - |grad|)e_1 with a fair sign has mean grad and length at most B where |grad| is at most B. On the ray w = (1 + x)w*, x >= 0, the gradient is (v/2)x e_1, so that the
/// sign minus takes x to x + eta (B - vx), and T signs minus have probability 2^-T.
/// </remarks>
public sealed class StochasticSteps : ISpec
{
    private const string Setting = "One patch Z ∼ N(0, vI), ‖w*‖ = 1, g = ∇ℓ ± (B - |∇ℓ|)w*: T signs that all lead outwards have probability 2^(-T)";

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => Ball().Concat(Rate());

    private static IEnumerable<Claim> Ball()
    {
        yield return new Claim
        {
            Source = Du.Statement("Lemma 6.2"),
            Quote = new Quote("(r_1² - r_0²)²/(T(1 + 2ηαT)(2ηB(L(0) + 10L_cross + 4β)r_1 + η²B²)²) ≥ log(T/δ) ... Then with probability at least 1 - δ, for all t = 1, ..., T, we have ‖w_t - w*‖ ≤ r_1", "Lemma 6.2"),
            Severity = new Severity.Substantive(),
            Text = $"{Setting}, so that for δ < 2^(-T) they end within r_1. α = γ(φ_1) - ηK and K = L(0) + 10L_cross + 4β = vκ as printed; T = 1, 2, 3.",
            Proposition = StatementProposition.ForEach("T", [1, 2, 3], OutOfTheBall),
        };
        Source azuma = Du.Statement("Lemma 6.2 Azuma");
        yield return new Claim
        {
            Source = azuma,
            Quote = new Quote("P[C_t ∩ {G_{t+1} - G_0 ≥ r_1² - r_0²}] ≤ exp{-(r_1² - r_0²)²/(2c_t²)} ≤ δ/T, where ... the last one we used our assumption of η", "Proof of Lemma 6.2"),
            Severity = new Severity.Substantive(),
            Text = "With q = (r_1² - r_0²)²/c_t² and l = log(T/δ): q ≥ l > 0 implies exp(-q/2) ≤ exp(-l).",
            Proposition = Azuma(1),
        };
        yield return new Claim
        {
            Source = azuma,
            Correction = "2 log(T/δ) in the assumption: with log(T/δ) the probability is √(δ/T)",
            Text = "With q = (r_1² - r_0²)²/c_t² and l = log(T/δ): q ≥ 2l > 0 implies exp(-q/2) ≤ exp(-l).",
            Proposition = Azuma(2),
        };
    }

    private static IEnumerable<Claim> Rate()
    {
        Source source = Du.Statement("Lemma 6.3");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("ε²(γ(φ_1) - η(L(0) + 10L_cross + 4β)²)‖w*‖² ≥ ηB² ... then we have with probability 1 - 2δ, ‖w_t - w*‖ ≤ 2ε‖w*‖", "Lemma 6.3"),
            Severity = new Severity.Substantive(),
            Text = $"{Setting}, so that for 2δ < 2^(-T) they end within 2ε. With ηv = q, δ = e^(-D), r_0 = εe^(-m) and all four conditions as printed; R_1, E and the end of the walk, 1 - (1 - Ee^(-m))(1-q)^T, are "
                + "r_1, ε and ‖w_T - w*‖ in units of B/v, and R_1 ≤ 2 is |∇ℓ| ≤ B within r_1; T = 40, 48, 64.",
            Proposition = StatementProposition.ForEach("T", [40, 48, 64], OutOfReach),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "ε²δ instead of ε² in the last condition: Markov's inequality needs the mean of a variable that is not negative, ‖w_T - w*‖² itself",
            Text = "If d_0 = r_0² ≤ κ e^(ρT), d_{t+1} ≤ (1-ρ)d_t + b_t with b_t = η²B² ≤ ρκ, ρ = ηα in [0, 1] and κ = ε²δ then d_T ≤ 2ε²δ, for every T: d_t = E‖w_t - w*‖² as long as no iterate has left the ball, which "
                + "α = γ(φ_1) - 6L_cross - ηK² gives, ‖w*‖ = 1; d_T/(4ε²) is at most δ/2.",
            Proposition = MeanSquare(),
            Derivation = new Derivation("Markov's inequality, and probability δ for leaving the ball", ["du/lemma-6.2*"]),
        };
    }

    private static Term Gap(Term phi) => (Term.Pi - phi - Term.Sin(phi)) / (2 * Term.Pi);

    // L_cross/v = G(pi/2)/6.
    private static Term Kappa => Term.Ratio(1, 2) + (Term.Ratio(10, 6) * ((Term.Pi / 2) - 1) / (2 * Term.Pi)) + (4 / Term.Pi);

    private static Statement OutOfTheBall(int steps)
    {
        var forAll = new Quantifier();
        Term v = forAll.Real("v", 0, 1), eta = forAll.Real("η", 0, 1), bound = forAll.Real("B", 0, 1), r0 = forAll.Real("r0", 0, 1), r1 = forAll.Real("r1", 0, 1), delta = forAll.Real("δ", 0, 1);
        Term gamma = v * Gap(Term.Asin(r1)), k = v * Kappa, alpha = gamma - (eta * k), contraction = 1 - (eta * gamma) + Term.Square(eta * k);
        Term spread = (2 * eta * bound * k * r1) + Term.Square(eta * bound);
        Term x = r0;
        for (int t = 0; t < steps; t++)
        {
            x += eta * (bound - (v * x));
        }

        // sin phi* = 1; the walk stays where the gradient is at most B, on either side.
        forAll.Given(v > 0).Given(r0 < r1).Given(r1 < 1).Given(contraction > 0).Given(contraction < 1).Given(alpha > 0).Given(spread > 0);
        forAll.Given(delta > 0).Given(delta * (1 << steps) < 1).Given(v * (r0 + (steps * eta * bound)) <= 2 * bound);
        forAll.Given(Term.Square(Term.Square(r1) - Term.Square(r0)) >= Term.Log(steps / delta) * steps * (1 + (2 * steps * eta * alpha)) * Term.Square(spread));
        return forAll.Conclude(x <= r1);
    }

    private static StatementProposition Azuma(int factor)
    {
        var forAll = new Quantifier();
        Term q = forAll.Real("q", 0), l = forAll.Real("l", 0);
        forAll.Given(q >= factor * l).Given(l > 0);
        return StatementProposition.Of(forAll.Conclude(Term.Exp(-q / 2) <= Term.Exp(-l)));
    }

    private static Statement OutOfReach(int steps)
    {
        var forAll = new Quantifier();
        Term v = forAll.Real("v", 0, 1), q = forAll.Real("q", 0, Kernel.Numbers.Rational.One), r1 = forAll.Real("r1", 0, 1), radius = forAll.Real("R1", 0, 2);
        Term epsilon = forAll.Real("E", 0, 2), d = forAll.Real("D", 0, 100), m = forAll.Real("m", 0, 100);
        Term g = Gap(Term.Asin(r1)), rate = g - (q * Term.Square(Kappa)), start = epsilon * Term.Exp(-m);
        Term eta = (q * g) - (Term.Square(q) * Kappa / v), spread = (2 * q * Kappa * v * radius) + Term.Square(q);
        forAll.Given(v > 0).Given(q > 0).Given(r1 > 0).Given(r1 < 1).Given(q * rate > 0).Given(q * rate < 1).Given(start < radius).Given(eta > 0);
        forAll.Given(Term.Square(Term.Square(radius) - Term.Square(start)) >= (Term.Log(steps) + d) * steps * (1 + (2 * steps * eta)) * Term.Square(spread));
        forAll.Given(q * steps * rate >= d - (2 * m)).Given(Term.Square(epsilon) * rate >= q).Given(d > (steps + 1) * Term.Log(2));
        return forAll.Conclude(1 - ((1 - start) * Term.Pow(1 - q, steps)) <= 2 * epsilon);
    }

    private static RecurrenceProposition MeanSquare()
    {
        Term rho = Term.Variable("ρ"), level = Term.Variable("κ"), first = Term.Variable("r0²"), d = Term.Variable("d"), b = Term.Variable("b"), s = Term.Variable("s");
        Term decay = Term.Exp(-(rho * Recurrence.Time)), final = Term.Exp(-(rho * Recurrence.Horizon));
        Formula isLate = first <= level * Term.Exp(rho * Recurrence.Horizon), isLevel = level >= 0, isDistance = first >= 0, isShare = rho >= 0, isShort = rho <= 1, isNoise = b <= rho * level, isSlack = s >= 0;
        Formula invariant = (first * decay) + level >= d;
        var start = new Deduction();
        start.Conclude(start.Gap(isLevel), ["t", "d"]);
        var step = new Deduction();
        Formula isDecay = step.Show(Term.Exp(-rho) >= 1 - rho, from: [isShare, isShort]), isPower = step.Show(decay >= 0);
        step.Conclude(
            (step.Gap(isShort) * step.Gap(invariant)) + (step.Gap(isDistance) * step.Gap(isPower) * step.Gap(isDecay)) + step.Gap(isNoise) + step.Gap(isSlack), ["t'", "d'"]);
        var end = new Deduction();
        Formula isFinal = end.Show(final >= 0);
        end.Conclude(end.Gap(invariant) + (end.Gap(isFinal) * end.Gap(isLate)), ["t"]);
        return new(
            new Recurrence
            {
                Constants = [new("ρ", 0, 1), new("κ", 0, null), new("r0²", 0, null)],
                Given = isLate & isLevel & isDistance & isShare & isShort,
                State = [new("d", first, ((1 - rho) * d) + b - s)],
                Inputs = [new("b", 0, null), new("s", 0, null)],
                EachStep = isNoise & isSlack,
                Goal = 2 * level >= d,
            },
            [1, 2, 3, 5, 10],
            new Induction([new InductionCase { Name = "all", Invariant = invariant, Base = start, Step = step, End = end }]));
    }
}
