using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter5;

/// <summary>
/// Lemmas 5.10, 5.11 and 5.12 of Du (2019), |w*| = 1: how the second layer settles once pi - g(phi) is small. Both errors follow d' &lt;= (1 - rho) d + rho b e with e at most E.
/// </summary>
public sealed class PhaseTwo : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        const string Recursion = "If d_0 ≤ A ≤ Ee^(ρT) and d_{t+1} ≤ (1-ρ)d_t + ρb e_t with e_t ≤ E, ρ in [0, 1]";
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.10"),
            Quote = new Quote("If π - g(φ^0) ≤ ε‖a*‖/|1ᵀa*|, after T = O((1/(ηk)) log(|1ᵀa* - 1ᵀa^0|/(ε‖a*‖))) iterations, |1ᵀa* - 1ᵀa^T| ≤ 2ε‖a*‖", "Lemma 5.10"),
            Existential = new Existential.Instance("the constant of T", "T = (1/ρ) log(A/(ε‖a*‖)) with ρ = η(k+π-1)/(2π), A = |1ᵀa* - 1ᵀa^0|"),
            Text = $"{Recursion}, b = 1/(k+π-1) ≤ 1, then d_T ≤ (1 + b)E ≤ 2E, for every T; d = ±(1ᵀa* - 1ᵀa), e = ±(π - g(φ))1ᵀa*, E = ε|a*|.",
            Proposition = Settles(1),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.11"),
            Correction = "π - g(φ^0) ≤ ε in place of the two hypotheses; then C = 1 + 1/(π-1)",
            Text = $"{Recursion}, b = 1/(π-1) ≤ 467/1000, then d_T ≤ (1 + b)E, for every T; d = |a* - a|, ρ = η(π-1)/(2π), E = ε|a*|.",
            Proposition = Settles(new Rational(467, 1000)),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.11 matrix step"),
            Text = "e = a - a* goes to (I - h(11ᵀ + (π-1)I))e - h(π - g)a*, with h = η/(2π), whatever numbers stand for π and g; k = 1, 2, 3.",
            Proposition = StatementProposition.ForCases("k", [1, 2, 3], Step),
        };
        Source source = Du.Statement("Lemma 5.12");
        yield return new Claim
        {
            Source = source,
            Quote = new Quote("If π - g(φ) ≤ ε and ‖a - a*‖w*‖‖ ≤ ε‖a*‖‖w*‖, then the population loss satisfies ℓ(v, a) ≤ Cε‖a*‖²‖w*‖² for some constant C > 0", "Lemma 5.12"),
            Severity = new Severity.DependsOnReading("C may depend on k, or 1ᵀa is as close to ‖w*‖1ᵀa* as Lemma 5.10 makes it where the lemma is used"),
            Existential = new Existential.Defeated("an absolute C", "φ = 0, ‖w*‖ = 1, a* = e_1, a = a* + ε1/√k with ε = 1/2 and k ≥ 8πC"),
            Text = "There ℓ = ((π-1)ε² + kε²)/(4π) exceeds Cε: 4π(ℓ - Cε) = (π - 1 + j)/4 > 0 for every C ≥ 0 and k = 8πC + j, j ≥ 0, whatever number from 3 to 4 stands for π.",
            Proposition = TooLarge(),
        };
        yield return new Claim
        {
            Source = source,
            Correction = "C depends on kε: ((π-1)ε + kε + 2(1 + ε))/(4π), which is below 0.57 for ε ≤ 1/k",
            Text = "If |e| ≤ ε, π - g = εm, m in [0, 1], for e = a - a* and |a*| = ‖w*‖ = 1, then 4πℓ = (π-1)|e|² + (1ᵀe)² + 2(π-g)aᵀa* ≤ ((π-1)ε + kε + 2(1+ε))ε, by (1ᵀe)² ≤ k|e|² and aᵀa* ≤ 1 + |e|; "
                + "with |e| = εr and slacks r', r'' in [0, 1], over ε, whatever number from 3 to 4 stands for π.",
            Proposition = Bounded(),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.12 constant for short steps"),
            Text = "((π-1)ε + kε + 2(1 + ε))/(4π) ≤ 0.57 for kε = u ≤ 1, ε ≤ 1.",
            Proposition = Constant(),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.12 with the sum of Lemma 5.10"),
            Text = "If |e| ≤ ε, |1ᵀe| ≤ 2ε and π - g = εm, m in [0, 1], for e = a - a* and |a*| = ‖w*‖ = 1, then 4πℓ = (π-1)|e|² + (1ᵀe)² + 2(π-g)aᵀa* ≤ ((π-1)ε + 4ε + 2(1+ε))ε, at most 12ε for ε ≤ 1, whatever k is; "
                + "with |e| = εr, |1ᵀe| = 2εr' and a slack r'' in [0, 1], over ε, whatever number from 3 to 4 stands for π.",
            Proposition = BoundedWithSum(),
        };
        Source angle = Du.Statement("Theorem 5.3 from the angle to g");
        yield return new Claim
        {
            Source = angle,
            Quote = new Quote("we have sin²φ^t ≤ min{ε^10, (ε‖a*‖/|1ᵀa*|)^10}, which implies π - g(φ^t) ≤ min{ε, ε‖a*‖/|1ᵀa*|}", "Section 5.9.3, proof of convergence of Phase II"),
            Severity = new Severity.DependsOnReading("ε is small, at most 0.88"),
            Text = "π - g(φ) ≤ ε for φ in [0, π/2] and ε^10 = sin²φ, ε in [0, 1]; here as (π - g(φ))^5 ≤ sin φ.",
            Proposition = FromAngle(new Rational(157, 100)),
        };
        yield return new Claim
        {
            Source = angle,
            Correction = "for small ε; φ ≤ 1/2 is enough",
            Text = "(π - g(φ))^5 ≤ sin φ for φ in [0, 1/2], which is π - g(φ) ≤ ε for ε^10 = sin²φ; divided by φ, as φ^9(πv - φ(v - s))^5 ≤ sinc φ with v = (1 - cos φ)/φ², s = (φ - sin φ)/φ³.",
            Proposition = FromSmallAngle(),
        };
    }

    private static RecurrenceProposition Settles(Rational most)
    {
        Term rho = Term.Variable("ρ"), b = Term.Variable("b"), level = Term.Variable("E"), a = Term.Variable("A"), d0 = Term.Variable("d0"), d = Term.Variable("d"), e = Term.Variable("e"), s = Term.Variable("s");
        Term decay = Term.Exp(-(rho * Recurrence.Time)), final = Term.Exp(-(rho * Recurrence.Horizon));
        Formula startsBelow = d0 <= a, isLate = a <= level * Term.Exp(rho * Recurrence.Horizon), isLevel = level >= 0, isDistance = a >= 0, isShare = rho >= 0, isShort = rho <= 1, isFactor = b >= 0, isSmall = e <= level, isSlack = s >= 0;
        Formula invariant = (a * decay) + (b * level) >= d;
        var start = new Deduction();
        start.Conclude(start.Gap(startsBelow) + (start.Gap(isFactor) * start.Gap(isLevel)), ["t", "d"]);
        var step = new Deduction();
        Formula isDecay = step.Show(Term.Exp(-rho) >= 1 - rho, from: [isShare, isShort]), isPower = step.Show(decay >= 0);
        step.Conclude(
            (step.Gap(isShort) * step.Gap(invariant)) + (step.Gap(isDistance) * step.Gap(isPower) * step.Gap(isDecay)) + (step.Gap(isShare) * step.Gap(isFactor) * step.Gap(isSmall)) + step.Gap(isSlack),
            ["t'", "d'"]);
        var end = new Deduction();
        Formula isFinal = end.Show(final >= 0);
        end.Conclude(end.Gap(invariant) + (end.Gap(isFinal) * end.Gap(isLate)), ["t"]);
        return new(
            new Recurrence
            {
                Constants = [new("ρ", 0, 1), new("b", 0, most), new("E", 0, null), new("A", 0, null), new("d0", null, null)],
                Given = startsBelow & isLate & isLevel & isDistance & isShare & isShort & isFactor,
                State = [new("d", d0, ((1 - rho) * d) + (rho * b * e) - s)],
                Inputs = [new("e", null, null), new("s", 0, null)],
                EachStep = isSmall & isSlack,
                Goal = (1 + b) * level >= d,
            },
            [1, 2, 3, 5, 10],
            new Induction([new InductionCase { Name = "all", Invariant = invariant, Base = start, Step = step, End = end }]));
    }

    private static Statement Step(int k)
    {
        var forAll = new Quantifier();
        Term[] teacher = Convolution.Vector(forAll, "a*", k), e = Convolution.Vector(forAll, "e", k);
        Term g = forAll.Real("g"), pi = forAll.Real("π"), h = forAll.Real("h");
        Term[] next = new Convolution([.. teacher.Select((value, i) => value + e[i])], teacher, 1, g, pi).Step(h);
        return forAll.Conclude(Formula.All(next.Select((value, i) =>
            (value - teacher[i]).EqualTo(e[i] - (h * (Term.Sum(e) + ((pi - 1) * e[i]))) - (h * (pi - g) * teacher[i])))));
    }

    private static StatementProposition TooLarge()
    {
        var forAll = new Quantifier();
        Term pi = forAll.Real("π", 3, 4), c = forAll.Real("C", 0), j = forAll.Real("j", 0), k = (8 * pi * c) + j, epsilon = Term.Ratio(1, 2);
        Term excess = ((pi - 1) * Term.Square(epsilon)) + (k * Term.Square(epsilon)) - (4 * pi * c * epsilon);
        return StatementProposition.Of(forAll.Conclude(excess.EqualTo((pi - 1 + j) / 4) & (pi - 1 + j > 0)));
    }

    private static StatementProposition Bounded()
    {
        var forAll = new Quantifier();
        Term pi = forAll.Real("π", 3, 4), epsilon = forAll.Real("ε", 0), k = forAll.Real("k", 1), r = forAll.Real("r", 0, 1), slack = forAll.Real("r'", 0, 1), other = forAll.Real("r''", 0, 1), m = forAll.Real("m", 0, 1);
        Term square = epsilon * Term.Square(r), signal = (1 + (epsilon * r)) * other;
        Term rest = ((pi - 1) * epsilon * (1 - Term.Square(r))) + (k * epsilon * (1 - (Term.Square(r) * slack))) + (2 * (1 - (m * other))) + (2 * epsilon * (1 - (m * r * other)));
        Term loss = ((pi - 1) * square) + (k * square * slack) + (2 * m * signal);
        return StatementProposition.Of(forAll.Conclude(
            ((((pi - 1) * epsilon) + (k * epsilon) + (2 * (1 + epsilon))) - loss).EqualTo(rest) & (rest >= 0)));
    }

    private static StatementProposition BoundedWithSum()
    {
        var forAll = new Quantifier();
        Term pi = forAll.Real("π", 3, 4), epsilon = forAll.Real("ε", 0, 1), r = forAll.Real("r", 0, 1), sum = forAll.Real("r'", 0, 1), other = forAll.Real("r''", 0, 1), m = forAll.Real("m", 0, 1);
        Term signal = (1 + (epsilon * r)) * other;
        Term rest = ((pi - 1) * epsilon * (1 - Term.Square(r))) + (4 * epsilon * (1 - Term.Square(sum))) + (2 * (1 - (m * other))) + (2 * epsilon * (1 - (m * r * other)));
        Term loss = ((pi - 1) * epsilon * Term.Square(r)) + (4 * epsilon * Term.Square(sum)) + (2 * m * signal), most = ((pi - 1) * epsilon) + (4 * epsilon) + (2 * (1 + epsilon));
        return StatementProposition.Of(forAll.Conclude((most - loss).EqualTo(rest) & (rest >= 0) & (most <= 12)));
    }

    private static StatementProposition Constant()
    {
        var forAll = new Quantifier();
        Term epsilon = forAll.Real("ε", 0, 1), u = forAll.Real("u", 0, 1);
        return StatementProposition.Of(forAll.Conclude((((Term.Pi - 1) * epsilon) + u + (2 * (1 + epsilon))) / (4 * Term.Pi) <= Term.Ratio(57, 100)));
    }

    private static StatementProposition FromAngle(Rational most)
    {
        var forAll = new Quantifier();
        Term phi = forAll.Real("φ", 0, most);
        return StatementProposition.Of(forAll.Conclude(Term.Pow(Term.Pi - Convolution.G(phi), 5) <= Term.Sin(phi)));
    }

    private static StatementProposition FromSmallAngle()
    {
        var forAll = new Quantifier();
        Term phi = forAll.Real("φ", 0, new Rational(1, 2)), v = Term.VersineQuotient(phi), s = Term.SineDefect(phi);
        return StatementProposition.Of(forAll.Conclude(Term.Sinc(phi) - (Term.Pow(phi, 9) * Term.Pow((Term.Pi * v) - (phi * (v - s)), 5)) >= 0));
    }
}
