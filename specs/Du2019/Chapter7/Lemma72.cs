using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter7;

/// <summary>
/// Lemma 7.2 of Du (2019): gradient descent needs ((L + gamma)/gamma)^(d-1) steps to leave the tube's last saddle point. The descent itself for d = 2, 3, and the chain of its proof: T_k
/// is the first time with x_k at least 2 tau, A_k = T_k - T_k^tau the first time with x_k at least tau.
/// </summary>
public sealed class Lemma72 : ISpec
{
    private static readonly int[] Horizons = [1, 2, 3, 4, 6, 8, 12];

    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = Du.Statement("Lemma 7.2"),
            Quote = new Quote("Let τ ≥ e and x^(0) ∈ [-1, 1]^d ∩ D_0. GD with η ≤ 1/(2L) and any T ≤ ((L+γ)/γ)^(d-1) satisfies x_d^(T) ≤ 2τ", "Lemma 7.2"),
            Text = "Descent on the tube for d = 2, with τ = e, γ = 1, L from 1 to 12, η ≤ 1/(2L) and T ≤ L + 1: x_2 ≤ 2τ after T steps.",
            Proposition = Descent(2, new Rational(1, 2), Horizons),
            Derivation = new Derivation("the first passages A_k grow by the factor (L+γ)/γ", ["du/lemma-7.2-first-saddle-point", "du/lemma-7.2-next-saddle-point", "du/lemma-7.2-chain", "du/lemma-7.4-*"]),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 7.2 for three coordinates"),
            Text = "Descent on the tube for d = 3, with τ = e, γ = 1, L from 1 to 12, η ≤ 1/(2L) and T ≤ (L + 1)²: x_3 ≤ 2τ after T steps.",
            Proposition = Descent(3, new Rational(1, 2), [1, 2, 3, 4, 6, 8, 12]),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 7.3"),
            Quote = new Quote("Choosing τ = e, if x^(0) ∈ [-1, 1]^d then for gradient descent with η ≤ 1/(2L) and any T ≤ ((L+γ)/γ)^(d-1), we have x_d^(T) ≤ 2τ", "Lemma 7.3"),
            Text = "Descent on the octopus for d = 2, from [-1, 1]², with τ = e, γ = 1, L from 1 to 12, η ≤ 1/(2L) and T ≤ L + 1: |x_2| ≤ 2τ after T steps.",
            Proposition = Descent(2, new Rational(1, 2), Horizons, octopus: true),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 7.2 first saddle point"),
            Text = "If x grows by at most 1 + 2ηγ in a step and from x_0 ≤ 1 to at least τ ≥ e in T steps, then 2ηγT ≥ 1, for every T; l = log(x/τ), l_0 = -1 - w.",
            Proposition = EscapeTimes.Take(1, [2, 3, 4, 6, 8]),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 7.2 next saddle point"),
            Quote = new Quote("2ηγ(T_{k+1} - T^τ_{k+1} - (T_k - T^τ_k)) ≥ log(τ/x⁰_{k+1}) + 2ηL(T_k - T^τ_k)", "Proof of Lemma 7.2"),
            Text = "If a step multiplies x by at most 1 - 2ηL in c steps and by at most 1 + 2ηγ in T - c, and x goes from x_0 ≤ τ to at least τ, then 2ηγT ≥ log(τ/x_0) + 2η(L+γ)c, for every T; l = log(x/τ), log(τ/x_0) = w.",
            Proposition = EscapeTimes.Take(null, [1, 2, 3, 4, 6]),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 7.2 logarithms"),
            Quote = new Quote("using log(1 - θ) ≤ -θ, log(1 + θ) ≤ θ for 0 ≤ θ ≤ 1", "Proof of Lemma 7.2"),
            Text = "log(1 + sθ) ≤ sθ for 0 ≤ θ ≤ 1, as 1 + sθ ≤ e^(sθ); s = -1, 1.",
            Proposition = StatementProposition.ForCases("s", [-1, 1], Logarithm),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 7.2 chain"),
            Quote = new Quote("to enter the region x_1, ..., x_d ≥ 2τ we need T_d iterations, which is lower bounded by T_d ≥ (1/(2ηγ))((L+γ)/γ)^(d-1) ≥ ((L+γ)/γ)^(d-1)", "Proof of Lemma 7.2"),
            Text = "If A_1 ≥ 1/(2ηγ) and A_{k+1} ≥ ((L+γ)/γ)A_k then T_d ≥ A_d ≥ (1/(2ηγ))((L+γ)/γ)^T ≥ ((L+γ)/γ)^T with T = d-1 ≥ 1, for every T, if 2ηγ ≤ 1; κ = (L+γ)/γ, a in units of 1/(2ηγ).",
            Proposition = Chain(),
        };
        foreach (Claim claim in Updates().Concat(Buffer()).Concat(FirstPassage()))
        {
            yield return claim;
        }
    }

    private static IEnumerable<Claim> Updates()
    {
        Source source = Du.Statement("Lemma 7.2 update of a settled coordinate");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("x_j^(t+1) = (1 - ηL)x_j^(t) - 4ηLτ ∈ [2τ, 6τ]", "Proof of Lemma 7.2"),
            Severity = new Severity.Substantive(),
            Text = "For 2τ ≤ x ≤ 6τ and ηL ≤ 1/2, the step x - 2ηL(x - 4τ) is (1 - ηL)x - 4ηLτ; τ = 1, h = ηL.",
            Proposition = Settled(new Rational(1, 2), (next, h, x) => next.EqualTo(((1 - h) * x) - (4 * h))),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "the step is (1 - 2ηL)x + 8ηLτ",
            Text = "For 2τ ≤ x ≤ 6τ and ηL ≤ 1/2, the step x - 2ηL(x - 4τ) is (1 - 2ηL)x + 8ηLτ and in [2τ, 6τ]; τ = 1, h = ηL.",
            Proposition = Settled(new Rational(1, 2), (next, h, x) => next.EqualTo(((1 - (2 * h)) * x) + (8 * h)) & (next >= 2) & (next <= 6)),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 7.2 waiting coordinate"),
            Quote = new Quote("for j ≥ k + 1: x_j^(t+1) = (1 - 2ηL)x_j^(t) ∈ [0, τ]", "Proof of Lemma 7.2"),
            Text = "For 0 ≤ x ≤ τ and ηL ≤ 1/2, the step (1 - 2ηL)x is in [0, τ]; τ = 1, h = ηL.",
            Proposition = Waiting(new Rational(1, 2)),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 7.2 waiting coordinate at longer steps"),
            Text = "For 0 ≤ x ≤ τ and ηL ≤ 101/200, the step (1 - 2ηL)x is in [0, τ]: not beyond ηL = 1/2, where it leaves the domain; τ = 1, h = ηL.",
            Proposition = Waiting(new Rational(101, 200)),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 7.2 at longer steps"),
            Text = "Descent on the octopus for d = 3, with τ = e, γ = 1, L from 1 to 12, η ≤ 99/(100L) and T ≤ (L + 1)²: |x_3| ≤ 2τ after T steps. Not for these step sizes.",
            Proposition = Descent(3, new Rational(99, 100), [3, 6, 9, 12], octopus: true),
        };
    }

    private static IEnumerable<Claim> Buffer()
    {
        Source source = Du.Statement("Lemma 7.2 step in the buffer");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("x_j^(t+1) = x_j^(t) - η∂g(x_j, x_{j+1})/∂x_j ≤ x_j^(t) + 2ηγτ ≤ 6τ", "Proof of Lemma 7.2"),
            Severity = new Severity.Substantive(),
            Text = "In the buffer a step increases x_j by at most 2ηγτ; here by η|∂g|, in units of ηLτ.",
            Proposition = Increase(2 * Term.Variable("s")),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "the step is at least 2ηγτ; it is at most 7.33ηLτ, which for η ≤ 1/(2L) still ends below 6τ",
            Text = "In the buffer a step increases x_j by at most 7.33ηLτ; from x_j ≤ 2τ it ends below 6τ, for ηL ≤ 1/2.",
            Proposition = EndsBelow(),
        };
        yield return new Claim
        {
            Source = Du.Statement("Theorem 7.3 step in the buffer"),
            Quote = new Quote("x_j^(t+1) = x_j^(t) - η∂g(x_j, x_{j+1})/∂x_j ≤ x_j^(t) + 4ηLτ ≤ 6τ", "Section 7.7.2, second fact"),
            Severity = new Severity.ConsequenceOf("du/lemma-7.4-lower-bound-of-g"),
            Text = "In the buffer a step increases x_j by at most 4ηLτ; here by η|∂g|, in units of ηLτ.",
            Proposition = Increase(4),
        };
    }

    private static IEnumerable<Claim> FirstPassage()
    {
        Source first = Du.Statement("Lemma 7.2 time to the buffer");
        yield return new Claim
        {
            Source = first,
            Quote = new Quote("Therefore T_1 - T^τ_1 ≥ 1/(ηγ) ≥ T^τ_1", "Proof of Lemma 7.2"),
            Severity = new Severity.Substantive(),
            Text = "If x grows by at most 1 + 2ηγ in a step, from x_0 ≤ 1 to at least τ ≥ e in T steps, then ηγT ≥ 1; l = log(x/τ), l_0 = -1 - w, q = 2ηγ.",
            Proposition = EscapeTimes.Take(1, [2, 3, 4, 6, 8], Term.Variable("q") * Recurrence.Horizon >= 2),
        };
        yield return new Claim
        {
            Source = first,
            Correction = "1/(2ηγ), as the line before and the end of the proof have it",
            Text = "If x grows by at most 1 + 2ηγ in a step, from x_0 ≤ 1 to at least τ ≥ e in T steps, then 2ηγT ≥ 1, for every T; l = log(x/τ), l_0 = -1 - w, q = 2ηγ.",
            Proposition = EscapeTimes.Take(1, [2, 3, 4, 6, 8]),
        };
        Source buffer = Du.Statement("Lemma 7.2 time in the buffer");
        yield return new Claim
        {
            Source = buffer,
            Quote = new Quote("we can upper bound T^τ_k by T^τ_k ≤ (2τ - τ)/(2ηγτ) = 1/(2ηγ)", "Proof of Lemma 7.2"),
            Severity = new Severity.DependsOnReading("T^τ_k counts the steps between iterates in the buffer and not the iterates, of which there may be one more"),
            Text = "If u_0 ≥ 0 and u grows by at least 2ηγ in each of the first T - 1 steps and is then at most 1, T iterates are in the buffer and 2ηγT ≤ 1; q = 2ηγ.",
            Proposition = InBuffer(iterates: true),
        };
        yield return new Claim
        {
            Source = buffer,
            Correction = "1/(2ηγ) + 1 iterates: one less in steps",
            Text = "If u_0 ≥ 0 and u grows by at least 2ηγ in each of T steps and is then at most 1, T + 1 iterates are in the buffer and 2ηγT ≤ 1, for every T; q = 2ηγ.",
            Proposition = InBuffer(iterates: false),
        };
    }

    private static RecurrenceProposition Descent(int d, Rational longest, IReadOnlyList<int> horizons, bool octopus = false)
    {
        Term l = Term.Variable("L"), h = Term.Variable("ηL");
        string[] names = [.. Enumerable.Range(1, d).Select(i => $"x{i}")];
        Term[] x = [.. names.Select(Term.Variable)], next = new OctopusDescent(l, 1, Term.Exp(1)).Step(x, h / l);
        return new(
            new Recurrence
            {
                Constants = [new("L", 1, 12), new("ηL", 0, longest), .. names.Select(name => new RealVariable($"{name}(0)", octopus ? -1 : 0, 1))],
                Given = (l > 1) & (h > 0) & (Term.Pow(l + 1, d - 1) >= Recurrence.Horizon),
                State = [.. names.Select((name, i) => new StateVariable(name, Term.Variable($"{name}(0)"), next[i]))],
                Inputs = [],
                EachStep = Formula.True,
                Goal = (octopus ? Term.Abs(x[d - 1]) : x[d - 1]) <= 2 * Term.Exp(1),
            },
            horizons);
    }

    private static RecurrenceProposition Chain()
    {
        Term q = Term.Variable("q"), kappa = Term.Variable("log κ"), a = Term.Variable("a"), s = Term.Variable("s"), first = Term.Variable("a1");
        Term power = Term.Exp(kappa * Recurrence.Time), final = Term.Exp(kappa * Recurrence.Horizon);
        Formula startsLate = first >= 1, isShort = q <= 1, invariant = a >= power;
        var start = new Deduction();
        start.Conclude(start.Gap(startsLate), ["t", "a"]);
        var step = new Deduction();
        Formula isSlack = step.Show(s >= 0), isPositive = step.Show(Term.Exp(kappa) >= 0);
        step.Conclude((step.Gap(isPositive) * step.Gap(invariant)) + step.Gap(isSlack), ["t'", "a'"]);

        // a - q final = (a - final) + (1 - q) final.
        var end = new Deduction();
        Formula isPower = end.Show(final >= 0);
        end.Conclude(end.Gap(invariant) + (end.Gap(isShort) * end.Gap(isPower)), ["t"]);
        return new(
            new Recurrence
            {
                Constants = [new("q", 0, 1), new("log κ", 0, 5), new("a1", 1, null)],
                Given = startsLate & isShort,
                State = [new("a", first, (Term.Exp(kappa) * a) + s)],
                Inputs = [new("s", 0, null)],
                EachStep = Formula.True,
                Goal = a >= q * final,
            },
            [1, 2, 3, 5, 9],
            new Induction([new InductionCase { Name = "all", Invariant = invariant, Base = start, Step = step, End = end }]));
    }

    private static Statement Logarithm(int sign)
    {
        var forAll = new Quantifier();
        Term exponent = sign * forAll.Real("θ", 0, 1);
        return forAll.Conclude(Term.Exp(exponent) - 1 - exponent >= 0);
    }

    private static StatementProposition Settled(Rational longest, Func<Term, Term, Term, Formula> conclusion)
    {
        var forAll = new Quantifier();
        Term h = forAll.Real("h", 0, longest), x = forAll.Real("x", 2, 6);
        return StatementProposition.Of(forAll.Conclude(conclusion(x - (2 * h * (x - 4)), h, x)));
    }

    private static StatementProposition Waiting(Rational longest)
    {
        var forAll = new Quantifier();
        Term h = forAll.Real("h", 0, longest), x = forAll.Real("x", 0, 1), next = (1 - (2 * h)) * x;
        return StatementProposition.Of(forAll.Conclude((next >= 0) & (next <= 1)));
    }

    private static StatementProposition Increase(Term bound)
    {
        var forAll = new Quantifier();
        Term s = forAll.Real("s", 0, 1), u = forAll.Real("u", 0, 1), v = forAll.Real("v", 0, 1);
        return StatementProposition.Of(forAll.Conclude(-new Spline(1, s, 1).SlopeOfG(u, v) <= bound));
    }

    private static StatementProposition EndsBelow()
    {
        var forAll = new Quantifier();
        Term h = forAll.Real("h", 0, new Rational(1, 2)), s = forAll.Real("s", 0, 1), u = forAll.Real("u", 0, 1), v = forAll.Real("v", 0, 1);
        Term increase = -new Spline(1, s, 1).SlopeOfG(u, v);
        return StatementProposition.Of(forAll.Conclude((increase <= Term.Ratio(733, 100)) & (1 + u + (h * increase) < 6)));
    }

    private static RecurrenceProposition InBuffer(bool iterates)
    {
        Term q = Term.Variable("q"), u = Term.Variable("u"), s = Term.Variable("s"), last = Term.Variable("last"), first = Term.Variable("u0");
        Formula isInside = (iterates ? last : u) <= 1, invariant = u >= q * Recurrence.Time;
        var start = new Deduction();
        Formula startsInside = start.Show(first >= 0);
        start.Conclude(start.Gap(startsInside), ["t", "u"]);
        var step = new Deduction();
        Formula grows = step.Show(s >= 0);
        step.Conclude(step.Gap(invariant) + step.Gap(grows), ["t'", "u'"]);
        var end = new Deduction();
        end.Conclude(end.Gap(invariant) + end.Gap(isInside), ["t"]);
        return new(
            new Recurrence
            {
                Constants = [new("q", 0, 1), new("u0", 0, 1)],
                State = [new("u", first, u + q + s), .. iterates ? [new StateVariable("last", first, u)] : Array.Empty<StateVariable>()],
                Inputs = [new("s", 0, 1)],
                EachStep = Formula.True,
                AtEnd = isInside,
                Goal = q * Recurrence.Horizon <= 1,
            },
            Horizons,
            iterates ? null : new Induction([new InductionCase { Name = "all", Invariant = invariant, Base = start, Step = step, End = end }]));
    }
}
