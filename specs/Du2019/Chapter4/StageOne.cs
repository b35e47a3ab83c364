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
    public static RecurrenceProposition Ratio { get; } = Of(AlphaKeepsUp & BetaKeepsUp, end => end.Conclude([AlphaKeepsUp, BetaKeepsUp]));

    /// <summary>(ii), its first half: xi_t is at most xi_0.</summary>
    public static RecurrenceProposition Complement { get; } = Of(Shrinks, end => end.Conclude([Shrinks]));

    /// <summary>(iii) over all steps: alpha + beta has grown by (1 + c_step/3)^T at least.</summary>
    public static RecurrenceProposition Signal { get; } = Of(Grows, end => end.Conclude([Grows]));

    private static RecurrenceProposition Of(Formula goal, Func<Deduction, Deduction> end)
    {
        Formula alphaStarts = 100 * Term.Variable("α0") >= Term.Variable("β0"), betaStarts = 100 * Term.Variable("β0") >= Term.Variable("α0");
        Term sum = Term.Variable("α0") + Term.Variable("β0");
        var recurrence = new Recurrence
        {
            Constants = [new("α0", 0, 1), new("β0", 0, 1), new("α_⊥0", 0, 1), new("β_⊥0", 0, 1), new("c_step", 0, 1)],
            Given = Formula.All([alphaStarts, betaStarts, IsSmall]),
            State =
            [
                new("α", Term.Variable("α0"), Map.NextAlpha), new("β", Term.Variable("β0"), Map.NextBeta),
                new("α_⊥", Term.Variable("α_⊥0"), Map.NextA), new("β_⊥", Term.Variable("β_⊥0"), Map.NextB),
                new("g", sum, (1 + (Eta / 3)) * Growth),
            ],
            Inputs = [],
            EachStep = IsBefore,
            Goal = goal,
        };
        var start = new Deduction();
        Formula[] atStart =
        [
            start.Show(100 * Alpha >= Beta, start.Gap(alphaStarts), ["α", "β"]), start.Show(100 * Beta >= Alpha, start.Gap(betaStarts), ["α", "β"]),
            start.Show(Start >= Term.Square(A) + Term.Square(B), Term.Zero, ["α_⊥", "β_⊥"]), start.Show(Alpha + Beta >= Growth, Term.Zero, ["α", "β", "g"]),
        ];
        start.Conclude(atStart);
        return new(recurrence, [1, 2, 3], new Induction([new InductionCase { Name = "all", Invariant = Invariant, Base = start, Step = Step(), End = end(new Deduction()) }]));
    }

    // With V = |v|^2 at most 2/3: 100 α' - β' = (1-c)(100 α - β) + c (α (99 - 100 V) + β (99 + U)), and likewise for β'.
    private static Deduction Step()
    {
        var step = new Deduction();
        Term p = step.Gap(AlphaKeepsUp), q = step.Gap(BetaKeepsUp), before = step.Gap(IsBefore), small = step.Gap(IsSmall), shrunk = step.Gap(Shrinks);
        Term alpha = step.Gap(step.Show(Alpha >= 0, ((100 * p) + q) / 9999)), beta = step.Gap(step.Show(Beta >= 0, (p + (100 * q)) / 9999));
        Term v = step.Gap(step.Show(Term.Ratio(2, 3) >= Map.VSquared, before + Term.Square(Alpha) + small + shrunk + Term.Square(A)));
        Term u = step.Gap(step.Show(Term.Ratio(2, 3) >= Map.USquared, before + Term.Square(Beta) + small + shrunk + Term.Square(B)));
        Term a = step.Gap(step.Show(2 >= Eta * Map.VSquared, (Eta * v) + (2 - (2 * Eta / 3)))), b = step.Gap(step.Show(2 >= Eta * Map.USquared, (Eta * u) + (2 - (2 * Eta / 3))));
        Term nextAlpha = Recurrence.Next(Alpha), nextBeta = Recurrence.Next(Beta);
        Formula[] after =
        [
            step.Show(100 * nextAlpha >= nextBeta, ((1 - Eta) * p) + (Eta * ((alpha * ((100 * v) + Term.Ratio(97, 3))) + (beta * (99 + Map.USquared)))), ["α'", "β'"]),
            step.Show(100 * nextBeta >= nextAlpha, ((1 - Eta) * q) + (Eta * ((beta * ((100 * u) + Term.Ratio(97, 3))) + (alpha * (99 + Map.VSquared)))), ["α'", "β'"]),
            step.Show(
                Start >= Term.Square(Recurrence.Next(A)) + Term.Square(Recurrence.Next(B)),
                shrunk + (Term.Square(A) * Eta * Map.VSquared * a) + (Term.Square(B) * Eta * Map.USquared * b),
                ["α_⊥'", "β_⊥'"]),
            step.Show(nextAlpha + nextBeta >= Recurrence.Next(Growth), ((1 + (Eta / 3)) * step.Gap(Grows)) + (Eta * ((beta * u) + (alpha * v))), ["α'", "β'", "g'"]),
        ];
        return step.Conclude(after);
    }

    private static Term Square(string name) => Term.Square(Term.Variable(name));
}
