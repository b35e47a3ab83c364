using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter6;

/// <summary>
/// The proofs of Theorems 6.2 and 6.3 of Du (2019) for any input, |w*| = 1: r = |w - w*|, a, b, c the operator norms of E[XY^T], E[XU^T], E[YU^T] with a + b + c at most L_cross theta, and the
/// angle theta at most 2r. One patch has a = b = c = 0.
/// </summary>
public sealed class Contraction : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => Steps().Concat(Times());

    private static IEnumerable<Claim> Steps()
    {
        const string Parts = "Part 1: r|w|a + r(a + b + c) ≤ 6L_cross r² for |w| ≤ 2, 2L_cross r = a + b + c + s, so that ⟨∇ℓ, e⟩ ≥ (γ - 6L_cross)r². Part 2: 2|w|a + βθ|w| + a + b + c ≤ (10L_cross + 4β)r, 2r = θ + s', so that "
            + "|∇ℓ| ≤ Mr, M = L + 10L_cross + 4β. Part 3: with η = hm/(2M²), m = γ - 6L_cross ≥ 0, ⟨∇ℓ, e⟩ = mr² + s, |∇ℓ| = gMr, h, g in [0, 1]: r² - 2η⟨∇ℓ, e⟩ + η²|∇ℓ|² ≤ (1 - (3/2)ηm)r²; part = 1, 2, 3.";
        yield return new Claim
        {
            Source = Du.Statement("Theorem 6.3 with the largest eigenvalue"),
            Correction = "operator norms in Assumption 6.3, and the least γ of the angles up to φ_t in place of γ(φ_t); then the factor is even 3/2 in place of 1/2",
            Text = Parts,
            Proposition = StatementProposition.ForCases("part", [1, 2, 3], Part),
        };
        yield return new Claim
        {
            Source = Du.Statement("Theorem 6.3 gradient"),
            Quote = new Quote("with some routine algebra, we can write the gradient as ∇ℓ(w) = E[Σ...S(w, w*)_iS(w, w*)_j](w - w*) + E[...]w + E[...]w - E[...]w*", "Proof of Theorem 6.3"),
            Text = "For every input (f(w) - f(w*))(X + Y) = XXᵀ(w - w*) + (XYᵀ + YXᵀ + YYᵀ)w - (XUᵀ + YXᵀ + YUᵀ)w*, where f(w) = (X + Y)ᵀw and f(w*) = (X + U)ᵀw*; p = 1, 2, 3.",
            Proposition = StatementProposition.ForCases("p", [1, 2, 3], Gradient),
        };
        yield return new Claim
        {
            Source = Du.Statement("Theorem 6.3 smaller angles"),
            Quote = new Quote("≤ (1 - η(γ(θ_t) - 6L_cross)/2)‖w_t - w*‖² ≤ (1 - η(γ(φ_t) - 6L_cross)/2)‖w_t - w*‖² where the last step we have used ... θ_t ≤ φ_t", "Proof of Theorem 6.3"),
            Severity = new Severity.DependsOnReading("γ(φ_t) is the least γ of all angles up to φ_t; for one patch γ decreases and is that itself"),
            Text = "γ(θ) ≥ γ(φ) for θ ≤ φ ≤ 1/2, for two patches: (1, 3) and (1, -3) with probability 9/10, else both the same and uniform on the unit circle. With w at angle θ < arctan(1/3) both are active, at φ > arctan(1/3) one is.",
            Proposition = SmallerAngles(),
        };
    }

    private static IEnumerable<Claim> Times()
    {
        Source source = Du.Statement("Theorem 6.3 number of iterations");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("in O(((γ(φ_0) - 6L_cross)/(L_{S(w,w*)}(0) + 10L_cross + 4β))² log(1/ε)) iterations, we can find the ε-close solution of w*", "Section 6.3, after Theorem 6.3"),
            Severity = new Severity.Substantive(),
            Existential = new Existential.Defeated("the constant D of O", "one Gaussian patch of covariance diag(1, κ) with κ = 1/(1 + Dl), l = log(1/ε)"),
            Text = "The quotient is at most γ(0)/L(0) = κ there, so that D times its square times l is below 1: no step is made, and w_0 is not ε-close; q = the quotient over κ, in [0, 1].",
            Proposition = NoStep(),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "the reciprocal of the quotient, as after Theorem 6.2",
            Text = "If d_{t+1} ≤ (1 - y)d_t, y = ηm/2 in [0, 1], then d_T ≤ e^(-yT)d_0, for every T; with η = m/(2M²), T = (8M²/m²) log(1/ε) makes this ε²d_0.",
            Proposition = Decay(),
        };
        Source prose = Du.Statement("Section 6.3.2 start");
        yield return new Claim
        {
            Source = prose,
            Quote = new Quote("for the convolution filter, we need a stronger initialization ‖w_0 - w*‖ < ‖w*‖cos(φ*)", "Section 6.3.2"),
            Severity = new Severity.Substantive(),
            Text = "‖w_0 - w*‖ < ‖w*‖cos φ* makes φ_0 = arcsin(‖w_0 - w*‖/‖w*‖) at most φ*, up to which γ(φ) ≥ 6L_cross; ‖w*‖ = 1, φ* in (0, π/2).",
            Proposition = Start(phi => Term.Cos(phi)),
        };
        yield return new Claim
        {
            Source = prose,
            Correction = "sin φ*, as in Lemmas 6.2 and 6.3",
            Text = "The sine grows up to π/2, so that sin φ_0 = ‖w_0 - w*‖/‖w*‖ < sin φ* puts φ_0 below φ*: sin φ_0 - sin(φ_0 - s) = 2sin(t + s/2)sin(s/2) ≥ 0 for 0 ≤ s ≤ φ_0 = π/2 - t; over s.",
            Proposition = Within(),
        };
    }

    private static Statement Part(int part)
    {
        var forAll = new Quantifier();
        Term a = forAll.Real("a", 0), b = forAll.Real("b", 0), c = forAll.Real("c", 0), r = forAll.Real("r", 0), s = forAll.Real("s", 0), w = forAll.Real("|w|", 0, 2), cross = a + b + c;
        if (part == 1)
        {
            Term rest = (3 * r * s) + (r * (2 - w) * a) + (2 * r * (b + c));
            return forAll.Conclude(((3 * r * (cross + s)) - (r * w * a) - (r * cross)).EqualTo(rest) & (rest >= 0));
        }

        if (part == 2)
        {
            // 10 L_cross r = 5 (a + b + c + s) and 4 beta r = 2 beta (theta + s').
            Term beta = forAll.Real("β", 0), theta = forAll.Real("θ", 0), other = forAll.Real("s'", 0);
            Term rest = (5 * s) + (2 * (2 - w) * a) + (4 * (b + c)) + (beta * theta * (2 - w)) + (2 * beta * other);
            return forAll.Conclude(((5 * (cross + s)) + (2 * beta * (theta + other)) - (2 * w * a) - (beta * theta * w) - cross).EqualTo(rest) & (rest >= 0));
        }

        // eta = h m/(2 M^2); all times 4 M^2.
        Term m = forAll.Real("m", 0), h = forAll.Real("h", 0, 1), g = forAll.Real("g", 0, 1), square = forAll.Real("M²", 0);
        Term gain = (2 * 2 * h * m * ((m * Term.Square(r)) + s)) - (Term.Square(h * m * g * r)), claimed = 3 * h * Term.Square(m * r);
        Term left = (4 * h * m * s) + (h * Term.Square(m * r) * (1 - (h * Term.Square(g))));
        forAll.Given(square > 0);
        return forAll.Conclude((gain - claimed).EqualTo(left) & (left >= 0));
    }

    private static Statement Gradient(int p)
    {
        var forAll = new Quantifier();
        Term[] Vector(string name) => [.. Enumerable.Range(1, p).Select(i => forAll.Real($"{name}{i}"))];
        Term[] x = Vector("X"), y = Vector("Y"), u = Vector("U"), w = Vector("w"), teacher = Vector("w*");
        static Term Dot(Term[] left, Term[] right) => Term.Sum(left.Select((value, i) => value * right[i]));
        Term[] offset = [.. w.Select((value, i) => value - teacher[i])];
        Term residual = Dot(x, w) + Dot(y, w) - Dot(x, teacher) - Dot(u, teacher);
        return forAll.Conclude(Formula.All(Enumerable.Range(0, p).Select(i => (residual * (x[i] + y[i])).EqualTo(
            (x[i] * Dot(x, offset)) + (x[i] * Dot(y, w)) + (y[i] * Dot(x, w)) + (y[i] * Dot(y, w)) - (x[i] * Dot(u, teacher)) - (y[i] * Dot(x, teacher)) - (y[i] * Dot(u, teacher))))));
    }

    private static StatementProposition SmallerAngles()
    {
        var forAll = new Quantifier();
        Term theta = forAll.Real("θ", 0, Rational.One), phi = forAll.Real("φ", 0, new Rational(1, 2));
        forAll.Given(3 * Term.Sin(theta) < Term.Cos(theta)).Given(3 * Term.Sin(phi) > Term.Cos(phi)).Given(theta <= phi);

        // E[XX^T] is 9/10 of that of the certain patches and a tenth of the circle's, [pi - phi + sc, s^2; s^2, pi - phi - sc]/(4 pi).
        static Term Least(Term angle, Term first, Term across, Term second)
        {
            Term sin = Term.Sin(angle), cos = Term.Cos(angle);
            Term a = (Term.Ratio(9, 10) * first) + ((Term.Pi - angle + (sin * cos)) / (40 * Term.Pi)), d = (Term.Ratio(9, 10) * second) + ((Term.Pi - angle - (sin * cos)) / (40 * Term.Pi));
            Term b = (Term.Ratio(9, 10) * across) + (Term.Square(sin) / (40 * Term.Pi));
            return ((a + d) / 2) - Term.Sqrt(Term.Square((a - d) / 2) + Term.Square(b));
        }

        return StatementProposition.Of(forAll.Conclude(
            Least(theta, 1, 0, 0) >= Least(phi, Term.Ratio(1, 4), Term.Ratio(3, 4), Term.Ratio(9, 4))));
    }

    private static StatementProposition NoStep()
    {
        var forAll = new Quantifier();
        Term d = forAll.Real("D", 0), l = forAll.Real("l", 0), q = forAll.Real("q", 0, 1), kappa = 1 / (1 + (d * l));
        return StatementProposition.Of(forAll.Conclude(d * Term.Square(q * kappa) * l < 1));
    }

    private static RecurrenceProposition Decay()
    {
        Term y = Term.Variable("y"), d = Term.Variable("d"), s = Term.Variable("s"), first = Term.Variable("d0");
        Formula isShare = y >= 0, isShort = y <= 1, isDistance = first >= 0, isSlack = s >= 0;
        Term decay = Term.Exp(-(y * Recurrence.Time));
        Formula invariant = first * decay >= d;
        var start = new Deduction();
        start.Conclude(Term.Zero, ["t", "d"]);
        var step = new Deduction();
        Formula isDecay = step.Show(Term.Exp(-y) >= 1 - y, from: [isShare, isShort]), isPower = step.Show(decay >= 0);
        step.Conclude((step.Gap(isShort) * step.Gap(invariant)) + (step.Gap(isDistance) * step.Gap(isPower) * step.Gap(isDecay)) + step.Gap(isSlack), ["t'", "d'"]);
        var end = new Deduction();
        end.Conclude(end.Gap(invariant), ["t"]);
        return new(
            new Recurrence
            {
                Constants = [new("y", 0, 1), new("d0", 0, null)],
                Given = isShare & isShort & isDistance,
                State = [new("d", first, ((1 - y) * d) - s)],
                Inputs = [new("s", 0, null)],
                EachStep = isSlack,
                Goal = first * Term.Exp(-(y * Recurrence.Horizon)) >= d,
            },
            [1, 2, 3, 5, 10],
            new Induction([new InductionCase { Name = "all", Invariant = invariant, Base = start, Step = step, End = end }]));
    }

    private static StatementProposition Start(Func<Term, Term> bound)
    {
        var forAll = new Quantifier();
        Term r = forAll.Real("r", 0, 1), phi = forAll.Real("φ*", 0, new Rational(157, 100));
        forAll.Given(phi > 0).Given(r < bound(phi));
        return StatementProposition.Of(forAll.Conclude(Term.Asin(r) <= phi));
    }

    private static StatementProposition Within()
    {
        var forAll = new Quantifier();
        Term t = forAll.Real("t", 0, new Rational(1571, 1000)), s = forAll.Real("s", 0, new Rational(1571, 1000)), x = t + (s / 2);
        forAll.Given(t + s <= Term.Pi / 2);
        return StatementProposition.Of(forAll.Conclude(x * Term.Sinc(x) * Term.Sinc(s / 2) >= 0));
    }
}
