using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Specs.Du2019.Chapter4;

/// <summary>
/// Stage 1 of the rank-one factorisation as a recurrence, and its proof by induction for every number of steps: Lemma 4.5 of Du (2019) in units sigma_1 = 1, for steps c_step up to 1
/// and orthogonal parts with xi_0 at most 1/6. T at most T_1 means alpha_t^2 + beta_t^2 below 1/2 at t = 0, ..., T-1.
/// </summary>
internal static class StageOne
{
    private static readonly Term Alpha = Term.Variable("α"), Beta = Term.Variable("β"), A = Term.Variable("α_⊥"), B = Term.Variable("β_⊥"), Growth = Term.Variable("g");
    private static readonly Term Before = Term.Variable("m"), AlphaBefore = Term.Variable("α_m");
    private static readonly Term Eta = Term.Variable("c_step");
    private static readonly RankOneMap Map = new(Alpha, Beta, A, B, Eta, Term.One);
    private static readonly Term Start = Square("α_⊥0") + Square("β_⊥0");
    private static readonly Formula IsSmall = Term.Ratio(1, 6) >= Start;
    private static readonly Formula IsBefore = Term.Ratio(1, 2) >= Term.Square(Alpha) + Term.Square(Beta);
    private static readonly Formula AlphaKeepsUp = 100 * Alpha >= Beta, BetaKeepsUp = 100 * Beta >= Alpha;
    private static readonly Formula Shrinks = Start >= Term.Square(A) + Term.Square(B);
    private static readonly Formula Grows = Alpha + Beta >= Growth;
    private static readonly Formula Invariant = Formula.All([AlphaKeepsUp, BetaKeepsUp, Shrinks, Grows]);

    /// <summary>(iv): neither of alpha and beta exceeds 100 times the other.</summary>
    public static RecurrenceProposition Ratio { get; } = Throughout([AlphaKeepsUp, BetaKeepsUp]);

    /// <summary>(ii), its first half: xi_t is at most xi_0.</summary>
    public static RecurrenceProposition Complement { get; } = Throughout([Shrinks]);

    /// <summary>(iii) over all steps: alpha + beta has grown by (1 + c_step/3)^T at least.</summary>
    public static RecurrenceProposition Signal { get; } = Throughout([Grows]);

    /// <summary>(iii): alpha + beta grows by a factor of at least 1 + c_step/3 in every step.</summary>
    public static RecurrenceProposition Lower { get; } = InTheLastStep(
        Alpha + Beta >= (1 + (Eta / 3)) * Before, (step, alpha, beta) => Eta * ((beta * TwoThirds(step, ofU: true)) + (alpha * TwoThirds(step, ofU: false))));

    /// <summary>(iii): alpha + beta grows by a factor of at most 1 + c_step in every step.</summary>
    public static RecurrenceProposition Upper { get; } = InTheLastStep(
        (1 + Eta) * Before >= Alpha + Beta, (_, alpha, beta) => Eta * ((beta * Map.USquared) + (alpha * Map.VSquared)));

    /// <summary>(i), in the form of the proof: alpha is at least 1 - c_step times what it was, and beta likewise.</summary>
    public static RecurrenceProposition Positive { get; } = InTheLastStep(
        Alpha >= (1 - Eta) * AlphaBefore, (step, alpha, beta) => Eta * ((alpha * (TwoThirds(step, ofU: false) + Term.Ratio(1, 3))) + beta));

    private static RecurrenceProposition Throughout(IReadOnlyList<Formula> goal)
    {
        var end = new Deduction();
        return Of(Formula.All(goal), end.ConcludeParts([.. goal.Select(end.Gap)]), endsWithTheLastStep: false);
    }

    private static RecurrenceProposition InTheLastStep(Formula goal, Func<Deduction, Term, Term, Term> difference)
    {
        var end = new Deduction();
        (Term alpha, Term beta) = Signs(end);
        return Of(goal, end.Conclude(difference(end, alpha, beta), ["α'", "β'", "m'", "α_m'"]), endsWithTheLastStep: true);
    }

    private static RecurrenceProposition Of(Formula goal, Deduction end, bool endsWithTheLastStep)
    {
        Formula alphaStarts = 100 * Term.Variable("α0") >= Term.Variable("β0"), betaStarts = 100 * Term.Variable("β0") >= Term.Variable("α0");
        var recurrence = new Recurrence
        {
            Constants = [new("α0", 0, 1), new("β0", 0, 1), new("α_⊥0", 0, 1), new("β_⊥0", 0, 1), new("c_step", 0, 1)],
            Given = Formula.All([alphaStarts, betaStarts, IsSmall]),
            State =
            [
                new("α", Term.Variable("α0"), Map.NextAlpha), new("β", Term.Variable("β0"), Map.NextBeta),
                new("α_⊥", Term.Variable("α_⊥0"), Map.NextA), new("β_⊥", Term.Variable("β_⊥0"), Map.NextB),
                new("g", Term.Variable("α0") + Term.Variable("β0"), (1 + (Eta / 3)) * Growth),
                new("m", Term.Zero, Alpha + Beta), new("α_m", Term.Zero, Alpha),
            ],
            Inputs = [],
            EachStep = IsBefore,
            Goal = goal,
        };
        var start = new Deduction();
        start.ConcludeParts([start.Gap(alphaStarts), start.Gap(betaStarts), Term.Zero, Term.Zero], ["α", "β", "α_⊥", "β_⊥", "g"]);
        var all = new InductionCase { Name = "all", Invariant = Invariant, Base = start, Step = Step(), End = end, EndsWithTheLastStep = endsWithTheLastStep };
        return new(recurrence, [1, 2, 3], new Induction([all]));
    }

    // 9999 α = 100 (100 α - β) + (100 β - α), and likewise for β.
    private static (Term Alpha, Term Beta) Signs(Deduction proof)
    {
        Term p = proof.Gap(AlphaKeepsUp), q = proof.Gap(BetaKeepsUp);
        return (proof.Gap(proof.Show(Alpha >= 0, ((100 * p) + q) / 9999)), proof.Gap(proof.Show(Beta >= 0, (p + (100 * q)) / 9999)));
    }

    // 2/3 - |u|^2 or 2/3 - |v|^2: a half for the signal, a sixth for the rest.
    private static Term TwoThirds(Deduction proof, bool ofU)
    {
        Term rest = proof.Gap(IsBefore) + proof.Gap(IsSmall) + proof.Gap(Shrinks);
        return ofU
            ? proof.Gap(proof.Show(Term.Ratio(2, 3) >= Map.USquared, rest + Term.Square(Beta) + Term.Square(B)))
            : proof.Gap(proof.Show(Term.Ratio(2, 3) >= Map.VSquared, rest + Term.Square(Alpha) + Term.Square(A)));
    }

    // With V = |v|^2 at most 2/3: 100 α' - β' = (1-c)(100 α - β) + c (α (99 - 100 V) + β (99 + U)), and likewise for β'.
    private static Deduction Step()
    {
        var step = new Deduction();
        Term p = step.Gap(AlphaKeepsUp), q = step.Gap(BetaKeepsUp), shrunk = step.Gap(Shrinks);
        (Term alpha, Term beta) = Signs(step);
        Term v = TwoThirds(step, ofU: false), u = TwoThirds(step, ofU: true);
        Term a = step.Gap(step.Show(2 >= Eta * Map.VSquared, (Eta * v) + (2 - (2 * Eta / 3)))), b = step.Gap(step.Show(2 >= Eta * Map.USquared, (Eta * u) + (2 - (2 * Eta / 3))));
        return step.ConcludeParts(
            [
                ((1 - Eta) * p) + (Eta * ((alpha * ((100 * v) + Term.Ratio(97, 3))) + (beta * (99 + Map.USquared)))),
                ((1 - Eta) * q) + (Eta * ((beta * ((100 * u) + Term.Ratio(97, 3))) + (alpha * (99 + Map.VSquared)))),
                shrunk + (Term.Square(A) * Eta * Map.VSquared * a) + (Term.Square(B) * Eta * Map.USquared * b),
                ((1 + (Eta / 3)) * step.Gap(Grows)) + (Eta * ((beta * u) + (alpha * v))),
            ],
            ["α'", "β'", "α_⊥'", "β_⊥'", "g'"]);
    }

    private static Term Square(string name) => Term.Square(Term.Variable(name));
}
