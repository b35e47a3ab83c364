using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter6;

/// <summary>Theorem 6.4 of Du (2019), and Lemmas 6.2 and 6.3 on many runs of stochastic gradient descent, with exact binomial tests.</summary>
public sealed class Theorem64 : ISpec
{
    private const string Runs = "One patch Z ∼ N(0, I) in the plane, ‖w*‖ = 1, g = ∇ℓ ± (B - |∇ℓ|)w*, L_cross = γ(π/2)/6";

    // (gamma(phi_1) - 6 L_cross) for phi_1 = (pi/2 + arcsin(3/5))/2.
    private static double Margin => Gap(((Math.PI / 2) + Math.Asin(0.6)) / 2) - Gap(Math.PI / 2);

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => Theorem().Concat(Lemmas());

    private static IEnumerable<Claim> Theorem()
    {
        Source source = Du.Statement("Theorem 6.4");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("if η_t = Θ(ε²(γ(φ_1) - 6L_cross)²‖w*‖²/B²), then we have in T = O(B²/(ε²(γ(φ_1) - 6L_cross)²‖w*‖²) log(‖w_0 - w*‖/(εδ‖w*‖))) iterations, with probability at least 1 - δ we have ‖w_T - w*‖ ≤ ε‖w*‖", "Theorem 6.4"),
            Severity = new Severity.Substantive(),
            Existential = new Existential.Defeated(
                "the constants C of Θ and D of O",
                "one patch, uniform on the unit sphere in p ≥ 4CD dimensions, g the gradient itself, w_0 on the ray of w*, and any ε ≤ δ‖w_0 - w*‖/‖w*‖ with η/(2p) ≤ 1 - e^(-69/100)"),
            Text = "γ, L_cross and B are 1/p times numbers that do not depend on p, so that η = C/S and T ≤ DS(h + l) with h = log(‖w_0 - w*‖/(ε‖w*‖)), l = log(1/δ) and an S without p. A step multiplies w - w* by 1 - y = e^(-u), "
                + "y = η/(2p): z = log(‖w_t - w*‖/(ε‖w*‖)) starts at h and is still at least h/2 > 0 after T steps, for every T; n = 1/p, 4CDn ≤ 1, and T ≤ DS(h + l) reads 2yT ≤ CDn(h + l).",
            Proposition = Stays(),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "η = Θ(ε²δ(γ(φ_1) - 6L_cross)‖w*‖²/B²), the first power and the factor δ of the last condition of Lemma 6.3, and T = O(log(‖w_0 - w*‖/(εδ‖w*‖))/(η(γ(φ_1) - 6L_cross)))",
            Existential = new Existential.Instance("the constants of Θ and O", "1/2 and 1"),
            Text = $"{Runs}, w_0 = w* + (3/5)(cos 2, sin 2), ε = 3/10, B = 1/2: the probability of ‖w_T - w*‖ > ε is at most δ; 1/δ = 5, 10.",
            Proposition = EnsembleProposition.ForEach("1/δ", [5, 10], Descent, (n, probability) => probability(NoisyFilterDescent.Misses) <= Term.Ratio(1, n)),
        };
        yield return new Claim
        {
            Source = Du.Statement("Theorem 6.4 with a hundredth of the time"),
            Text = $"{Runs}, w_0 = w* + (3/5)(cos 2, sin 2), ε = 3/10, B = 1/2: after T/100 steps the probability of ‖w_T - w*‖ > ε is at most δ; 1/δ = 5. A control: it is not.",
            Proposition = EnsembleProposition.ForEach("1/δ", [5], n => Descent(n, 1, 0.01), (n, probability) => probability(NoisyFilterDescent.Misses) <= Term.Ratio(1, n)),
        };
        yield return new Claim
        {
            Source = Du.Statement("Theorem 6.4 with longer steps"),
            Text = $"{Runs}, w_0 = w* + (3/5)(cos 2, sin 2), ε = 3/10, B = 1/2, steps 200 times as long and a 200th of them: the probability of ‖w_T - w*‖ > ε is at most δ; 1/δ = 5. A control: it is not.",
            Proposition = EnsembleProposition.ForEach("1/δ", [5], n => Descent(n, 200, 1), (n, probability) => probability(NoisyFilterDescent.Misses) <= Term.Ratio(1, n)),
        };
    }

    private static IEnumerable<Claim> Lemmas()
    {
        yield return new Claim
        {
            Source = Du.Statement("Lemma 6.2"),
            Correction = "2log(T/δ)Σ(1-ηα)^(-2τ)(4ηBr_1 + 4η²B²)² ≤ (r_1² - r_0²)², the sum over τ ≤ T, and ηB² ≤ αr_1², with α = γ(φ_1) - 6L_cross - ηK², K = L(0) + 10L_cross + 4β",
            Text = $"{Runs}, w_0 = w* + (cos 2, sin 2)/10, r_1 = 1/2, B = 3/5, η = 1/400, T = 200, δ = 1/10, where the corrected conditions hold: some iterate leaves the ball with probability at most δ.",
            Proposition = EnsembleProposition.ForEach(
                "T", [200], t => new NoisyFilterDescent(new(1, 0.1, 2, 0.0025, 0.6, 0.5, 0.5), t), (_, probability) => probability(NoisyFilterDescent.Leaves) <= Term.Ratio(1, 10)),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 6.2 corrected conditions of the runs"),
            Text = "r_0 = 1/10, r_1 = 1/2, B = 3/5, η = 1/400, T = 200, δ = 1/10 meet the corrected conditions, with κ = K: Σ(1-ηα)^(-2τ) ≤ T(1-ηα)^(-2T), K between 1924/1000 and 1925/1000.",
            Proposition = CorrectedConditions(),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 6.2 printed conditions at small inputs"),
            Text = "One patch Z ∼ N(0, 10⁻⁸I) in the plane, ‖w*‖ = 1, g = ∇ℓ ± (B - |∇ℓ|)w*, w_0 = w*, r_1 = B = 3/10, η = 1/10, T = 700, δ = 1/100, where the printed conditions hold: some iterate leaves the ball with probability at most δ. Nearly all walks leave it.",
            Proposition = EnsembleProposition.ForEach(
                "T", [700], t => new NoisyFilterDescent(new(1e-4, 0, 0, 0.1, 0.3, 0.3, 0.3), t), (_, probability) => probability(NoisyFilterDescent.Leaves) <= Term.Ratio(1, 100)),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 6.3 corrected condition on many runs"),
            Text = $"{Runs}, w_0 = w* + (3/10)(cos 2, sin 2), r_1 = 7/10, B = 1/2, ε = 1/10, δ = 1/10, η = 3/5000, T = 45000, where conditions one and three hold and, with ε²δ, four: ‖w_T - w*‖ > 2ε with probability at most 2δ.",
            Proposition = EnsembleProposition.ForEach(
                "T", [45_000], t => new NoisyFilterDescent(new(1, 0.3, 2, 0.0006, 0.5, 0.7, 0.2), t), (_, probability) => probability(NoisyFilterDescent.Misses) <= Term.Ratio(2, 10)),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 6.3 printed condition on many runs"),
            Text = $"{Runs}, w_0 = w* + 2.3·10⁻⁵w*, r_1 = 3/10, B = 3/20, ε = 3/400, δ = 1/100000, η = 1/1000, T = 3000, where the printed conditions hold: ‖w_T - w*‖ > 2ε with probability at most 2δ. It is more than ten times as likely.",
            Proposition = EnsembleProposition.ForEach(
                "T", [3000], t => new NoisyFilterDescent(new(1, 2.3e-5, 0, 0.001, 0.15, 0.3, 0.015), t), (_, probability) => probability(NoisyFilterDescent.Misses) <= Term.Ratio(2, 100_000)),
        };
    }

    private static double Gap(double phi) => (Math.PI - phi - Math.Sin(phi)) / (2 * Math.PI);

    private static NoisyFilterDescent Descent(int inverse) => Descent(inverse, 1, 1);

    private static NoisyFilterDescent Descent(int inverse, double longer, double share)
    {
        const double Epsilon = 0.3, Start = 0.6, Bound = 0.5;
        double eta = longer * 0.5 * Epsilon * Epsilon / inverse * Margin / (Bound * Bound), time = Math.Log(Start * inverse / Epsilon) / (eta * Margin);
        return new(new(1, Start, 2, eta, Bound, 1, Epsilon), (int)Math.Ceiling(time * share));
    }

    private static RecurrenceProposition Stays()
    {
        Term u = Term.Variable("u"), c = Term.Variable("C"), d = Term.Variable("D"), n = Term.Variable("n"), h = Term.Variable("h"), l = Term.Variable("l"), z = Term.Variable("z"), y = Term.Variable("y");
        Formula isFar = h >= 0, isConfident = l >= 0, isSmall = h >= l, isWide = 4 * c * d * n <= 1, isEarly = 2 * y * Recurrence.Horizon <= c * d * n * (h + l);
        Formula invariant = z >= h - (2 * y * Recurrence.Time);
        var start = new Deduction();
        start.Conclude(Term.Zero, ["t", "z"]);
        var step = new Deduction();
        Formula isShort = step.Show(2 * y >= u, unfold: ["y"]);
        step.Conclude(step.Gap(invariant) + step.Gap(isShort), ["t'", "z'"]);

        // h/2 - 2yT = (CDn(h + l) - 2yT) + (1 - 4CDn)(h + l)/4 + (h - l)/4.
        var end = new Deduction();
        end.Conclude(
            end.Gap(invariant) + end.Gap(isEarly) + (end.Gap(isWide) * (end.Gap(isFar) + end.Gap(isConfident)) / 4) + (end.Gap(isSmall) / 4), ["t"]);
        return new(
            new Recurrence
            {
                Constants = [new("u", 0, new Rational(69, 100)), new("C", 0, null), new("D", 0, null), new("n", 0, 1), new("h", 0, null), new("l", 0, null)],
                Definitions = [("y", 1 - Term.Exp(-u))],
                Given = isFar & isConfident & isSmall & isWide & isEarly,
                State = [new("z", h, z - u)],
                Inputs = [],
                EachStep = Formula.True,
                Goal = z >= h / 2,
            },
            [1, 2, 3, 5, 10],
            new Induction([new InductionCase { Name = "all", Invariant = invariant, Base = start, Step = step, End = end }]));
    }

    private static StatementProposition CorrectedConditions()
    {
        var forAll = new Quantifier();
        Term k = forAll.Real("κ", new Rational(1924, 1000), new Rational(1925, 1000)), eta = Term.Ratio(1, 400), bound = Term.Ratio(3, 5), r1 = Term.Ratio(1, 2);
        Term quarter = ((Term.Pi / 2) - 1) / (2 * Term.Pi), alpha = ((Term.Pi - Term.Asin(r1) - r1) / (2 * Term.Pi)) - quarter - (eta * Term.Square(k));
        Term spread = (4 * eta * bound * r1) + (4 * Term.Square(eta * bound));
        return StatementProposition.Of(forAll.Conclude(
            (Term.Ratio(1, 2) + (Term.Ratio(10, 6) * quarter) + (4 / Term.Pi) >= Term.Ratio(1924, 1000))
            & (Term.Ratio(1, 2) + (Term.Ratio(10, 6) * quarter) + (4 / Term.Pi) <= Term.Ratio(1925, 1000))
            & (Term.Square(Term.Square(r1) - Term.Ratio(1, 100)) >= 2 * Term.Log(2000) * 200 * Term.Pow(1 - (eta * alpha), -400) * Term.Square(spread))
            & (eta * Term.Square(bound) <= alpha * Term.Square(r1))));
    }
}
