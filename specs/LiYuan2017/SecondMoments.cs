using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.LiYuan2017;

/// <summary>The recursion of second moments behind Lemma 2.5 of Li and Yuan (2017), in units with delta = G = 1, and its proofs by induction.</summary>
/// <param name="staysWithinDiameter">True when E|W_t - W*|^2 is at most D^2 at every time.</param>
/// <param name="reachesEnd">True when convexity and the bound on the second moment of the gradient hold at time T as well.</param>
internal sealed class SecondMoments(bool staysWithinDiameter, bool reachesEnd)
{
    private static readonly Term Alpha = Term.Variable("α"), R = Term.Variable("r"), Diameter = Term.Variable("D"), X = Term.Variable("x"), P = Term.Variable("p"), M = Term.Variable("m");
    private static readonly Term T = Recurrence.Horizon, LogT = Recurrence.LogHorizon, Time = Recurrence.Time;
    private readonly Formula _isMoment = X >= 0;
    private readonly Formula _isConvex = P >= X;
    private readonly Formula _isBounded = M <= 1;
    private readonly Formula _isCauchySchwarz = M * X >= Term.Square(P);
    private readonly Formula _isWithinDiameter = Term.Square(Diameter) >= X;
    private readonly Formula _stepIsPositive = R >= 0;
    private readonly Formula _stepIsAtMostHalf = R <= Term.Ratio(1, 2);

    private Formula Always =>
        Formula.All([_isMoment, _isConvex, _isBounded, _isCauchySchwarz, .. staysWithinDiameter ? [_isWithinDiameter] : Array.Empty<Formula>()]);

    /// <summary>x_T is at most r = (1 + alpha) log T/T.</summary>
    /// <param name="horizons">The T at which counterexamples are looked for.</param>
    public RecurrenceProposition LastIterate(IReadOnlyList<int> horizons)
    {
        Formula isLateEnough = (1 + Alpha) * Term.Exp(Alpha * LogT) * LogT >= Term.Square(Diameter);
        Recurrence recurrence = Describe(staysWithinDiameter ? (Alpha > 0) & isLateEnough : Alpha > 0, R >= X, hasDiameter: staysWithinDiameter);
        return new(recurrence, horizons, new Induction([LongSteps(), MiddleSteps(), ShortSteps(recurrence)]));
    }

    /// <summary>x_T is at most T^(-2(1+alpha)) D^2 + r/2 where r is at most 1/2.</summary>
    /// <param name="horizons">The T at which counterexamples are looked for.</param>
    public RecurrenceProposition WithHalfConstant(IReadOnlyList<int> horizons)
    {
        Formula isBelow = Term.Square(Diameter) >= Term.Variable("x0");
        Recurrence recurrence = Describe(
            (Alpha > 0) & _stepIsAtMostHalf & isBelow, (Term.Exp(-2 * (1 + Alpha) * LogT) * Term.Square(Diameter)) + (R / 2) >= X, hasDiameter: true);
        Formula invariant = (Term.Exp(-2 * R * Time) * Term.Square(Diameter)) + (R / 2) >= X;

        var start = new Deduction();
        start.Show(_stepIsPositive, unfold: ["T", "r"]);
        start.Conclude(start.Gap(isBelow) + (start.Gap(_stepIsPositive) / 2), ["t", "x"]);

        var step = new Deduction();
        step.Show(_stepIsPositive, unfold: ["T", "r"]);
        Formula isDecay = step.Show(Term.Exp(-2 * R) >= 1 - (2 * R), from: [_stepIsPositive, _stepIsAtMostHalf]);
        Formula remains = step.Show(Term.Exp(-2 * R * Time) * Term.Square(Diameter) >= 0);
        step.Conclude(OneStep(step, invariant, step.Gap(remains) * step.Gap(isDecay)), ["x'", "t'"]);

        var end = new Deduction();
        end.Conclude(end.Gap(invariant), ["T", "r", "t"]);
        return new(recurrence, horizons, new Induction([new InductionCase { Name = "all", Invariant = invariant, Base = start, Step = step, End = end }]));
    }

    private Recurrence Describe(Formula given, Formula goal, bool hasDiameter) => new()
    {
        Constants = [new("α", 0, null), .. hasDiameter ? [new("D", 0, null)] : Array.Empty<Kernel.Statements.RealVariable>(), new("x0", 0, 1)],
        Definitions = [("r", (1 + Alpha) * LogT / T)],
        Given = given,
        State = [new("x", Term.Variable("x0"), X - (2 * R * P) + (Term.Square(R) * M))],
        Inputs = [new("p", 0, 1), new("m", 0, 1)],
        EachStep = Always,
        AtEnd = reachesEnd ? Always : Formula.True,
        Goal = goal,
        LeastHorizon = 2,
    };

    // r >= 1: what is assumed at T alone gives x_T <= 1.
    private InductionCase LongSteps()
    {
        Formula isLong = R >= 1;
        var end = new Deduction();
        Formula isAtMostOne = AtMostOne(end);
        return new InductionCase { Name = "r ≥ 1", Condition = isLong, End = end.Conclude(end.Gap(isLong) + end.Gap(isAtMostOne)) };
    }

    // 1/2 <= r <= 1: x_T <= (1-2r) x_{T-1} + r^2 <= r^2 <= r.
    private InductionCase MiddleSteps()
    {
        Formula isHalf = R >= Term.Ratio(1, 2), isShort = R <= 1;
        var end = new Deduction();
        end.Show(_stepIsPositive, from: [isHalf]);
        Term r = end.Gap(_stepIsPositive);
        Term sum = (2 * r * end.Gap(_isConvex)) + (2 * end.Gap(isHalf) * end.Gap(_isMoment)) + (Term.Square(r) * end.Gap(_isBounded)) + (r * end.Gap(isShort));
        return new InductionCase { Name = "1/2 ≤ r ≤ 1", Condition = isHalf & isShort, End = end.Conclude(sum, ["x'"]), EndsWithTheLastStep = true };
    }

    // r <= 1/2: x_t <= (1 - r/2) exp(-r(2+r) t) + r/2, as 1 - 2r <= exp(-r(2+r)).
    private InductionCase ShortSteps(Recurrence recurrence)
    {
        Term rate = R * (2 + R);
        Formula invariant = ((1 - (R / 2)) * Term.Exp(-(rate * Time))) + (R / 2) >= X;

        var start = new Deduction();
        start.Conclude(start.Gap(AtMostOne(start)), ["t"]);

        var step = new Deduction();
        step.Show(_stepIsPositive, unfold: ["T", "r"]);
        Formula isDecay = step.Show(Term.Exp(-rate) >= 1 - (2 * R), from: [_stepIsPositive, _stepIsAtMostHalf]);
        Formula isShare = step.Show(1 - (R / 2) >= 0, from: [_stepIsAtMostHalf]);
        Formula isPower = step.Show(Term.Exp(-(rate * Time)) >= 0);
        step.Conclude(OneStep(step, invariant, step.Gap(isShare) * step.Gap(isPower) * step.Gap(isDecay)), ["x'", "t'"]);

        // With rT = (1+alpha) log T this is T (r/2 - (1 - r/2) exp(-r(2+r) T)) >= 0.
        var end = new Deduction();
        Formula isEnough = end.Show(
            (1 + Alpha) * LogT / 2 >= (1 - (R / 2)) * Term.Exp(LogT * (1 - ((2 + R) * (1 + Alpha)))), from: [recurrence.IsLongEnough], unfold: ["T", "r"]);
        Formula isInverse = end.Show(Term.Exp(-LogT) >= 0);
        end.Conclude(end.Gap(invariant) + (end.Gap(isInverse) * end.Gap(isEnough)), ["T", "r", "t"]);
        return new InductionCase { Name = "r ≤ 1/2", Condition = _stepIsAtMostHalf, Invariant = invariant, Base = start, Step = step, End = end };
    }

    // x <= 1: x - x^2 = (1 - m) x + (m x - p^2) + (p - x)(p + x).
    private Formula AtMostOne(Deduction proof)
    {
        Term convex = proof.Gap(_isConvex), x = proof.Gap(_isMoment);
        Formula isBelowItsRoot = proof.Show(X * (1 - X) >= 0, (proof.Gap(_isBounded) * x) + proof.Gap(_isCauchySchwarz) + (convex * (convex + (2 * x))));
        return proof.Show(X <= 1, from: [isBelowItsRoot, _isMoment]);
    }

    // By how much a step keeps an invariant b(t) + r/2 >= x, where the last term is b(t+1) - (1-2r) b(t).
    private Term OneStep(Deduction step, Formula invariant, Term decay)
    {
        Term r = step.Gap(_stepIsPositive);
        return (2 * step.Gap(_stepIsAtMostHalf) * step.Gap(invariant)) + decay + (2 * r * step.Gap(_isConvex)) + (Term.Square(r) * step.Gap(_isBounded));
    }
}
