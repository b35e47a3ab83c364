using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter5;

/// <summary>
/// Lemma 5.11 of Du (2019) as printed, |w*| = 1: its hypothesis on the angle is void for teachers whose sum is small. Across 1 the error a* - a is -beta times the part of a* across 1, and
/// beta' = (1 - h(pi-1)) beta + h (pi - g(phi)) with h = eta/(2 pi), whatever the sums are.
/// </summary>
public sealed class Lemma511 : ISpec
{
    /// <inheritdoc/>
    public IEnumerable<Claim> Claims()
    {
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.11"),
            Quote = new Quote("If π - g(φ^0) ≤ ε‖a*‖/|1ᵀa*| and |1ᵀa* - 1ᵀa^0| ≤ (ε/k)‖a*‖, then after T = O((1/η) log(‖a* - a^0‖/(ε‖a*‖))) iterations, ‖a* - a^T‖ ≤ Cε‖a*‖ for some absolute constant C", "Lemma 5.11"),
            Severity = new Severity.DependsOnReading("π - g(φ^0) ≤ ε as well, which the proof of Phase II has where it uses the lemma"),
            Existential = new Existential.Defeated(
                "C and the constant D of T",
                "k = 2, a* = n(1 + ε/5, -1 + ε/5), 1ᵀa^0 = 1ᵀa*, across 1 a^0 is 1 - 1/(π-1) times a*, φ^0 = 3/2, ε ≤ 1/(3C + 5) and |a*|² + (1ᵀa*)² ≤ 1/(2Dl), l = log(‖a* - a^0‖/(ε‖a*‖))"),
            Text = "A step turns φ by at most w = ηλ ≤ η(|a*|² + (1ᵀa*)²)/2, so that wT ≤ 1/2 and φ stays in [1, 3/2], where π - g(φ) ≥ 1. So b = β(π-1), at first 1, is still at least 1 after T steps, for every T up to Dl/η: "
                + "across 1 the error is at least 1/(π-1) of a*; θ = h(π-1), m = π - g(φ^t).",
            Proposition = Stays(),
        };
        yield return new Claim
        {
            Source = Du.Statement("Lemma 5.11 the family"),
            Text = "With σ = ε/5: π ≤ ε|a*|/|1ᵀa*| for a* = n(1 + σ, -1 + σ), where |a*|² = 2n²(1 + σ²) and 1ᵀa* = 2nσ, and the part (1, -1)n of a* across 1 over π - 1 exceeds Cε|a*| for ε(3C + 5) ≤ 1; squared and over 2n²; over ε² the first.",
            Proposition = Family(),
        };
    }

    // r is what the angle may still turn, w(T - t); that it is at least w says t < T.
    private static RecurrenceProposition Stays()
    {
        Term theta = Term.Variable("θ"), w = Term.Variable("w"), phi = Term.Variable("φ"), b = Term.Variable("b"), m = Term.Variable("m"), turn = Term.Variable("turn"), r = Term.Variable("r");
        Formula isShare = theta >= 0, isShort = theta <= 1, isSlow = w * Recurrence.Horizon <= Term.Ratio(1, 2), isTurn = turn <= w, isBack = turn >= 0, isGap = m >= Term.Pi - Convolution.G(phi), isBefore = r >= w;
        Formula isWide = phi - 1 >= r, isAcute = phi <= Term.Ratio(3, 2), isLarge = b >= 1, invariant = Formula.All([isWide, isAcute, isLarge]);
        var start = new Deduction();
        start.ConcludeParts([start.Gap(isSlow), Term.Zero, Term.Zero], ["t", "φ", "b", "r"]);
        var step = new Deduction();
        Formula isRate = step.Show(w >= 0), isAngle = step.Show(phi >= 1, step.Gap(isWide) + step.Gap(isBefore) + step.Gap(isRate));
        Formula isFar = step.Show(Term.Pi - Convolution.G(phi) >= 1, from: [isAngle, isAcute]);
        step.ConcludeParts(
            [
                step.Gap(isWide) + step.Gap(isTurn),
                step.Gap(isAcute) + step.Gap(isBack),
                (step.Gap(isShort) * step.Gap(isLarge)) + (step.Gap(isShare) * (step.Gap(isGap) + step.Gap(isFar))),
            ],
            ["t'", "φ'", "b'", "r'"]);
        var end = new Deduction();
        end.Conclude(end.Gap(isLarge), ["t"]);
        return new(
            new Recurrence
            {
                Constants = [new("θ", 0, 1), new("w", 0, 1)],
                Given = isShare & isShort & isSlow,
                State = [new("φ", Term.Ratio(3, 2), phi - turn), new("b", 1, ((1 - theta) * b) + (theta * m)), new("r", w * Recurrence.Horizon, r - w)],
                Inputs = [new("turn", 0, 1), new("m", 0, null)],
                EachStep = isTurn & isBack & isGap & isBefore,
                Goal = isLarge,
            },
            [1, 2, 3, 5, 10],
            new Induction([new InductionCase { Name = "all", Invariant = invariant, Base = start, Step = step, End = end }]));
    }

    private static StatementProposition Family()
    {
        var forAll = new Quantifier();
        Term epsilon = forAll.Real("ε", 0, new Rational(1, 5)), q = forAll.Real("Cε", 0, 1), stretch = 1 + (Term.Square(epsilon) / 25);
        forAll.Given((3 * q) + (5 * epsilon) <= 1);
        return StatementProposition.Of(forAll.Conclude((2 * Term.Square(Term.Pi) / 25 <= stretch) & (1 / Term.Square(Term.Pi - 1) > Term.Square(q) * stretch)));
    }
}
