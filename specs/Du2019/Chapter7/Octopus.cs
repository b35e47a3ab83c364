using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter7;

/// <summary>
/// The landscape of chapter 7 of Du (2019), piece by piece: stationary points (Lemma 7.1, Remark 7.2), the domain (7.12), and what the proof of Theorem 7.3 says of gradients and distances.
/// Lengths in units of tau.
/// </summary>
public sealed class Octopus : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims() => Landscape().Concat(SecondOrder()).Concat(Domain()).Concat(Perturbed());

    private static IEnumerable<Claim> Landscape()
    {
        yield return new Claim
        {
            Source = Du.Statement("Lemma 7.1 quadratic pieces"),
            Quote = new Quote("there is only one local optimum: x* = (4τ, ..., 4τ)ᵀ, and d saddle points: (0, ..., 0)ᵀ, (4τ, 0, ..., 0)ᵀ, ..., (4τ, ..., 4τ, 0)ᵀ", "Lemma 7.1"),
            Text = "On the piece with k settled coordinates |∇f| ≥ 2γ|x - z_k|, z_k = ((4τ)^k, 0^(3-k)), for d = 3 and γ ≤ L: its one stationary point is z_k; k = 0, 1, 2, 3.",
            Proposition = StatementProposition.ForCases("k", [0, 1, 2, 3], OnlyStationaryPoint),
        };
        yield return new Claim
        {
            Source = Du.Statement("Remark 7.2 gradient in the buffers"),
            Quote = new Quote("the norms of the gradients of g and g1 are strictly larger than zero by a constant (≥ γτ)", "Remark 7.2"),
            Text = "|∂g/∂x_i| ≥ 2γτ and |g1'| ≥ 2γτ for τ ≤ x_i ≤ 2τ, 0 ≤ x_{i+1} ≤ τ, γ ≤ L: -∂g/∂x_i - 2γτ is u times a sum of terms that are not negative.",
            Proposition = InBuffers(),
        };
        yield return new Claim
        {
            Source = Du.Statement("Remark 7.2 Hessian"),
            Quote = new Quote("in the domain of the function defined in Eq. (7.6) and (7.8), the smallest eigenvalue of Hessian is -2γ", "Remark 7.2"),
            Text = "vᵀ∇²f v ≥ -2γ|v|² on (7.6) and (7.8), with equality along coordinate k+1, for d = 3, γ, L ≥ 0 and k = 0, 1, 2 settled coordinates.",
            Proposition = StatementProposition.ForCases("k", [0, 1, 2], LeastEigenvalue),
        };
    }

    private static IEnumerable<Claim> SecondOrder()
    {
        Source source = Du.Statement("Remark 7.2 second-order stationary points");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("if x ∈ D_0 and x_d ≤ 2τ, then x cannot be an ε-second-order stationary point for ε ≤ 4γ²/ρ", "Remark 7.2"),
            Severity = new Severity.Degenerate("at ε = 4γ²/ρ itself, at a saddle point"),
            Text = "At a saddle point, where ∇f = 0 and λ_min = -2γ: not λ_min ≥ -√(ρε), for 0 < ε ≤ 4γ²/ρ; here as 4γ² > ρε.",
            Proposition = NotStationary((threshold, product) => threshold >= product),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "ε below 4γ²/ρ",
            Text = "At a saddle point, where ∇f = 0 and λ_min = -2γ: not λ_min ≥ -√(ρε), for 0 < ε < 4γ²/ρ; here as 2γ > √(ρε).",
            Proposition = BelowThreshold(),
        };
    }

    private static IEnumerable<Claim> Domain()
    {
        yield return new Claim
        {
            Source = Du.Statement("Corollary 7.1"),
            Quote = new Quote("for some ε = 1/poly(d), with probability one, gradient descent with step size η ≤ 1/ℓ will not visit any ε-second-order stationary point in T ≤ e^Ω(d)", "Corollary 7.1"),
            Existential = new Existential.Instance("ε, and the constant of Ω", "any ε below 4γ²/ρ and 2γτ, with T ≤ ((L+γ)/γ)^(d-1)"),
            Text = "Where |x_d| ≤ 2τ, the gradient is longer than ε, in the buffers (part 1, τ = 1, L = 1), or the Hessian has the eigenvalue -2γ < -√(ρε), on the other pieces (part 2, as ρε < 4γ²): no ε-second-order stationary point; part = 1, 2.",
            Proposition = StatementProposition.ForCases("part", [1, 2], NoSecondOrderPoint),
            Derivation = new Derivation("gradient descent stays where |x_d| ≤ 2τ for these T", ["du/lemma-7.3", "du/remark-7.2-*"]),
        };
        Source source = Du.Statement("Equation 7.12");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("D_a = ∪_{i=1}^{d} {x: ... 6τ ≥ |x_1|, ..., |x_{i-1}| ≥ 2τ, |x_i| ≤ 2τ, |x_{i+1}|, ..., |x_d| ≤ τ}", "Equation (7.12)"),
            Severity = new Severity.DependsOnReading("the union goes up to i = d + 1, as in (7.5)"),
            Text = "The region of (7.18), where every 2τ ≤ |x_j| ≤ 6τ, lies in the union over i = 1, ..., d; d = 1, 2, 3.",
            Proposition = StatementProposition.ForCases("d", [1, 2, 3], d => LastRegion(d, d)),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "the union over i = 1, ..., d + 1",
            Text = "The region of (7.18), where every 2τ ≤ |x_j| ≤ 6τ, lies in the union over i = 1, ..., d + 1; d = 1, 2, 3.",
            Proposition = StatementProposition.ForCases("d", [1, 2, 3], d => LastRegion(d, d + 1)),
        };
        yield return new Claim
        {
            Source = Du.Statement("Equation 7.13 cube"),
            Quote = new Quote("Note this is a closed subset of R^d and [-1, 1]^d ⊂ D", "Equation (7.13)"),
            Text = "[-1, 1]^d lies in D, for 1 ≤ τ ≤ 100; d = 1, 2, 3.",
            Proposition = StatementProposition.ForCases("d", [1, 2, 3], Cube),
        };
        yield return new Claim
        {
            Source = Du.Statement("Theorem 7.3 distance"),
            Text = "A point with |x_d| ≤ 2τ has distance at least 2τ from every local minimum (±4τ, ..., ±4τ), as its last coordinate has; the distance is Ω(1) until then.",
            Proposition = Distance(),
        };
    }

    private static IEnumerable<Claim> Perturbed()
    {
        yield return new Claim
        {
            Source = Du.Statement("Theorem 7.3 where noise is added"),
            Quote = new Quote("we have ‖∇f(x)‖ ≤ g_thres ≤ γτ/10, which implies |x_j - 4τ| ≤ τ/20 for j = 1, ..., k-1, and x_j ≤ τ/20 for j = k, ..., d", "Section 7.7.2, first fact"),
            Text = "2γ|x_j - z_j| ≤ |∇f| on the piece with k settled coordinates, z_j = 4τ for these and 0 for the others, which is τ/20 for |∇f| ≤ γτ/10; d = 3, γ ≤ L, k = 0, 1, 2, 3.",
            Proposition = StatementProposition.ForCases("k", [0, 1, 2, 3], NearSaddle),
        };
        yield return new Claim
        {
            Source = Du.Statement("Theorem 7.3 after noise"),
            Quote = new Quote("Therefore, |(x + ξ)_j - 4τ| ≤ τ/10 for j = 1, ..., k-1 and |(x + ξ)_j| ≤ τ/10 for j = k, ..., d", "Section 7.7.2, (7.19)"),
            Text = "|x - z| ≤ τ/20 and |ξ| ≤ r ≤ τ/20 imply |x + ξ - z| ≤ τ/10, in one coordinate.",
            Proposition = AfterNoise(),
        };
        yield return new Claim
        {
            Source = Du.Statement("Theorem 7.3 coordinate beside the buffer"),
            Quote = new Quote("x_{k+1}^(t) ≤ x_{k+1}^(t')(1 - 2ηL)^(T_k-T^τ_k-t') · (1 + 2ηγ)^(t-(T_k-T^τ_k)) ≤ τ, where the last inequality is because t - (T_k - T^τ_k) ≤ T^τ_k ≤ 1/(2ηγ)", "Section 7.7.2, second fact"),
            Text = "If x starts at τ/10 at most and grows by at most 1 + 2ηγ ≤ 2 in each of T steps with 2ηγ(T - 1) ≤ 1, one more than is printed, then it ends below τ, for every T; l = log(x/τ) ≤ -23/10 at first, q = 2ηγ, growth e^v.",
            Proposition = BesideBuffer(),
        };
        yield return new Claim
        {
            Source = Du.Statement("Corollary 7.2 scaling"),
            Quote = new Quote("gradient descent with stepsize η on g is equivalent to gradient descent on f with stepsize η/R²", "Section 7.7.3, proof for Corollary 7.2"),
            Text = "With y = (x - z)/R and ∇g(x) = v/R, v = ∇f(y), the step x - ηv/R becomes y - (η/R²)v, for real x, z, v, η and i = 1/R.",
            Proposition = Scaling(),
        };
    }

    private static Term[] Point(Quantifier forAll, int d, Func<int, (Rational Lower, Rational Upper)> range) =>
        [.. Enumerable.Range(1, d).Select(j => forAll.Real($"x{j}", range(j).Lower, range(j).Upper))];

    private static Term Squares(IEnumerable<Term> terms) => Term.Sum(terms.Select(Term.Square));

    // Coordinates up to k are settled, k + 1 leaves, the others wait.
    private static Term[] PieceGradient(Term[] x, int k, Term l, Term gamma) =>
        [.. x.Select((value, j) => j < k ? 2 * l * (value - 4) : j == k ? -2 * gamma * value : 2 * l * value)];

    private static Term[] FromSaddle(Term[] x, int k) => [.. x.Select((value, j) => j < k ? value - 4 : value)];

    private static (Rational Lower, Rational Upper) PieceRange(int j, int k) => j <= k ? (2, 6) : (0, 1);

    // |grad f|^2 - 4 gamma^2 |x - z|^2 = 4 (L^2 - gamma^2) times the squares of the other coordinates, with L = gamma + m.
    private static Statement OnlyStationaryPoint(int k)
    {
        var forAll = new Quantifier();
        Term gamma = forAll.Real("γ", 0), m = forAll.Real("L-γ", 0), l = gamma + m;
        Term[] x = Point(forAll, 3, j => PieceRange(j, k)), offset = FromSaddle(x, k);
        Term rest = 4 * m * ((2 * gamma) + m) * Squares(offset.Where((_, j) => j != k));
        return forAll.Conclude((Squares(PieceGradient(x, k, l, gamma)) - (4 * Term.Square(gamma) * Squares(offset))).EqualTo(rest) & (rest >= 0));
    }

    private static StatementProposition InBuffers()
    {
        var forAll = new Quantifier();
        Term s = forAll.Real("s", 0, 1), u = forAll.Real("u", 0, 1), v = forAll.Real("v", 0, 1);
        var spline = new Spline(1, s, 1);
        (Term single, Term coupling) = Steepness(s, u, v);
        return StatementProposition.Of(forAll.Conclude(
            (-spline.P(u) - (2 * s)).EqualTo(single) & (-spline.SlopeOfG(u, v) - (2 * s)).EqualTo(single + coupling) & (single >= 0) & (coupling >= 0)));
    }

    private static Statement LeastEigenvalue(int k)
    {
        var forAll = new Quantifier();
        Term gamma = forAll.Real("γ", 0), l = forAll.Real("L", 0);
        Term[] v = [.. Enumerable.Range(1, 3).Select(j => forAll.Real($"v{j}"))];
        Term form = Term.Sum(v.Select((value, j) => (j == k ? -2 * gamma : 2 * l) * Term.Square(value)));
        Term rest = 2 * (l + gamma) * Squares(v.Where((_, j) => j != k));
        return forAll.Conclude((form + (2 * gamma * Squares(v))).EqualTo(rest) & (rest >= 0));
    }

    private static StatementProposition NotStationary(Func<Term, Term, Formula> hypothesis)
    {
        var forAll = new Quantifier();
        Term gamma = forAll.Real("γ", 0, 100), rho = forAll.Real("ρ", 0, 100), epsilon = forAll.Real("ε", 0, 100);
        Term threshold = 4 * Term.Square(gamma), product = rho * epsilon;
        forAll.Given(gamma > 0).Given(rho > 0).Given(epsilon > 0).Given(hypothesis(threshold, product));
        return StatementProposition.Of(forAll.Conclude(threshold > product));
    }

    // In the buffers epsilon = 2 gamma (1 - q), on the other pieces rho epsilon = q (2 gamma)^2 with q in (0, 1) and both sides over 2 gamma.
    private static Statement NoSecondOrderPoint(int part)
    {
        var forAll = new Quantifier();
        Term q = forAll.Real("q", 0, 1);
        if (part == 2)
        {
            forAll.Given(q < 1);
            return forAll.Conclude(1 > Term.Sqrt(q));
        }

        Term gamma = forAll.Real("γ", 0, 1), u = forAll.Real("u", 0, 1), v = forAll.Real("v", 0, 1), epsilon = 2 * gamma * (1 - q);
        (Term single, Term coupling) = Steepness(gamma, u, v);
        var spline = new Spline(1, gamma, 1);
        forAll.Given(q > 0).Given(gamma > 0);
        return forAll.Conclude(
            (-spline.P(u) - epsilon).EqualTo(single + (2 * gamma * q)) & (-spline.SlopeOfG(u, v) - epsilon).EqualTo(single + coupling + (2 * gamma * q))
            & (single >= 0) & (coupling >= 0) & (2 * gamma * q > 0));
    }

    // What -g1' and -dg/dx_i exceed 2 gamma tau by: the first, and both together.
    private static (Term Single, Term Coupling) Steepness(Term s, Term u, Term v) => (
        u * (((1 - s) * u * (14 - (10 * u))) + (s * (2 + (4 * u * (1 - u))))), 30 * (1 + s) * Term.Square(u) * Term.Square(1 - u) * Term.Square(v));

    // epsilon = share * 4 gamma^2/rho with a share below 1, so that rho epsilon = share (2 gamma)^2; divided by 2 gamma.
    private static StatementProposition BelowThreshold()
    {
        var forAll = new Quantifier();
        Term share = forAll.Real("ερ/(4γ²)", 0, 1);
        forAll.Given(share < 1);
        return StatementProposition.Of(forAll.Conclude(1 > Term.Sqrt(share)));
    }

    private static Formula Piece(Term[] x, int i) => Formula.All(x.Select((value, index) =>
        index + 1 < i ? (Term.Abs(value) >= 2) & (Term.Abs(value) <= 6) : Term.Abs(value) <= (index + 1 == i ? 2 : 1)));

    private static Statement LastRegion(int d, int pieces)
    {
        var forAll = new Quantifier();
        Term[] x = Point(forAll, d, _ => (-6, 6));
        foreach (Term value in x)
        {
            forAll.Given(Term.Abs(value) >= 2);
        }

        return forAll.Conclude(Formula.Any(Enumerable.Range(1, pieces).Select(i => Piece(x, i))));
    }

    private static Statement Cube(int d)
    {
        var forAll = new Quantifier();
        Term tau = forAll.Real("τ", 1, 100);
        Term[] x = Point(forAll, d, _ => (-1, 1));
        return forAll.Conclude(Formula.All(x.Select((value, j) => Term.Abs(value) <= (j == 0 ? 2 : 1) * tau)));
    }

    private static StatementProposition Distance()
    {
        var forAll = new Quantifier();
        Term x = forAll.Real("x_d", -2, 2), others = forAll.Real("Σ(x_j ∓ 4)²", 0);
        return StatementProposition.Of(forAll.Conclude((others + Term.Square(x - 4) >= 4) & (others + Term.Square(x + 4) >= 4)));
    }

    // |grad f|^2 - (2 gamma (x_j - z_j))^2 for every j, with L = gamma + m.
    private static Statement NearSaddle(int k)
    {
        var forAll = new Quantifier();
        Term gamma = forAll.Real("γ", 0), m = forAll.Real("L-γ", 0), l = gamma + m;
        Term[] x = Point(forAll, 3, j => PieceRange(j, k)), offset = FromSaddle(x, k), gradient = PieceGradient(x, k, l, gamma);
        return forAll.Conclude(Formula.All(offset.Select((value, j) =>
        {
            Term own = j == k ? 0 : 4 * m * ((2 * gamma) + m) * Term.Square(value), rest = own + Squares(gradient.Where((_, i) => i != j));
            return (Squares(gradient) - Term.Square(2 * gamma * value)).EqualTo(rest) & (rest >= 0);
        })));
    }

    private static StatementProposition AfterNoise()
    {
        var forAll = new Quantifier();
        Term offset = forAll.Real("20(x-z)/τ", -1, 1), noise = forAll.Real("20ξ/τ", -1, 1);
        return StatementProposition.Of(forAll.Conclude((offset + noise >= -2) & (offset + noise <= 2)));
    }

    private static RecurrenceProposition BesideBuffer()
    {
        Term v = Term.Variable("v"), q = Term.Variable("q"), l = Term.Variable("l"), s = Term.Variable("s"), w = Term.Variable("w"), first = -Term.Ratio(23, 10) - w;
        Formula isStart = w >= 0, isShort = q <= 1, isBrief = q * (Recurrence.Horizon - 1) <= 1, invariant = first + (q * Recurrence.Time) >= l;
        var start = new Deduction();
        start.Conclude(Term.Zero, ["t", "l"]);
        var step = new Deduction();
        Formula grows = step.Show(q >= v, unfold: ["q"]), isSlack = step.Show(s >= 0);
        step.Conclude(step.Gap(invariant) + step.Gap(grows) + step.Gap(isSlack), ["t'", "l'"]);
        var end = new Deduction();
        end.Conclude(end.Gap(invariant) + end.Gap(isBrief) + end.Gap(isShort) + end.Gap(isStart) + Term.Ratio(3, 10), ["t"]);
        return new(
            new Recurrence
            {
                Constants = [new("v", 0, new Rational(7, 10)), new("w", 0, null)],
                Definitions = [("q", Term.Exp(v) - 1)],
                Given = isStart & isShort & isBrief,
                State = [new("l", first, l + v - s)],
                Inputs = [new("s", 0, null)],
                EachStep = Formula.True,
                Goal = l <= 0,
            },
            [1, 2, 3, 5, 10],
            new Induction([new InductionCase { Name = "all", Invariant = invariant, Base = start, Step = step, End = end }]));
    }

    private static StatementProposition Scaling()
    {
        var forAll = new Quantifier();
        Term x = forAll.Real("x"), z = forAll.Real("z"), v = forAll.Real("v"), eta = forAll.Real("η"), i = forAll.Real("i");
        return StatementProposition.Of(forAll.Conclude((i * (x - (eta * i * v) - z)).EqualTo((i * (x - z)) - (eta * Term.Square(i) * v))));
    }
}
