using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Tests.Claims;

/// <summary>
/// Inductions that would prove something false if a rule were a little more generous: names out of scope, cases that leave something out, steps at the
/// wrong time. Each is refused or proves nothing; beside each stands a true neighbour that is proved.
/// </summary>
public sealed class FalseInductionTests
{
    private static readonly Term Z = Term.Variable("z"), U = Term.Variable("u"), C = Term.Variable("c"), B = Term.Variable("b"), T = Recurrence.Horizon, Time = Recurrence.Time;

    /// <summary>A false goal with a proof that abuses a rule, and a true one with the honest proof.</summary>
    public static TheoryData<string, string, Recurrence, Func<Recurrence, Induction>, Recurrence, Func<Recurrence, Induction>> Abuses()
    {
        Recurrence latest = Latest(U.EqualTo(0) | (Time >= 50), Z.EqualTo(0)), still = Latest(U.EqualTo(0), Z.EqualTo(0));
        Func<Recurrence, Induction> follows = Simple(Z.EqualTo(0));
        Recurrence sum = Sum(U >= 0, Z >= 0), falling = Sum(U >= -1, Z >= 0);
        return new()
        {
            // z_0 = 0, z' = u, u free from t = 50 on: "the input is zero, so the state is" keeps a fact about u_{t-1}.
            { "an invariant that mentions an input", "'u', which it may not", latest, Simple(U.EqualTo(0) & Z.EqualTo(0)), still, follows },
            { "an invariant about the next input", "'u', which it may not", falling, Simple((Z + U >= 0) & (Z >= 0)), sum, Simple(Z >= 0) },
            { "a goal that mentions an input", "The goal mentions 'u'", Latest(U >= 0, U >= 0), Simple(Z >= 0, lastStep: true), Latest(U >= 0, Z >= 0), Simple(Z >= 0, lastStep: true) },
            { "an invariant that mentions the state after the step", "'z'', which it may not", falling, Simple(Recurrence.Next(Z) >= 0), sum, Simple(Z >= 0) },
            { "an invariant over a name that nobody knows", "'w', which it may not", falling, Simple(Term.Variable("w") >= 0), sum, Simple(Z >= 0) },
            { "an assumption on the constants that mentions an input", "What is given mentions 'u'", Given(falling, U >= 0), Simple(Z >= 0), sum, Simple(Z >= 0) },
            { "an assumption on the constants that mentions the state", "What is given mentions 'z'", Given(falling, Z >= 0), Simple(Z >= 0), sum, Simple(Z >= 0) },
            { "a case that depends on the input", "The condition of all mentions 'u'", falling, Simple(Z >= 0, condition: U >= 0), sum, Simple(Z >= 0, condition: C >= -5) },
            { "a case that depends on the state", "The condition of all mentions 'z'", falling, Simple(Z >= 0, condition: Z >= 0), sum, Simple(Z >= 0) },
            { "cases that leave something out", "the cases cover everything", falling, Simple(Z >= 0, condition: C >= 1), sum, Simple(Z >= 0, condition: C >= 0) },
            { "no case at all", "the cases cover everything", falling, _ => new Induction([]), sum, Simple(Z >= 0) },
            { "a definition by an input", "defined by 'u'", Defining(falling, U), Simple(B >= 0), Defining(sum, C), Simple((Z >= 0) & (B >= 0)) },
            { "a definition by itself", "defined by 'b'", Defining(falling, B + 1), Simple(Z >= 0), Defining(sum, C), Simple(Z >= 0) },
            { "an invariant that fails at time 0", "all: base", Sum(U >= 0, Z >= 1), Simple(Z >= 1), sum, Simple(Z >= 0) },
            { "an invariant that is not kept", "all: step", falling, Simple(Z >= 0), sum, Simple(Z >= 0) },
            { "an invariant that does not give the goal", "all: end", Sum(U >= 0, Z >= 1), Simple(Z >= 0), sum, Simple(Z >= 0) },
            { "an invariant that counts one step too many", "all: base", Sum(U >= 1, Z >= T + 1), Simple(Z >= Time + 1), Sum(U >= 1, Z >= T), Counted },
            { "an invariant that knows the horizon", "all: base", Sum(U >= 0, Z >= T), Simple(Z >= T - Time), Sum(U >= 1, Z >= T), Counted },
            { "the assumption of time T used at the last step", "all: last step", With(falling, atEnd: Z >= 0), Simple(Formula.True, lastStep: true), With(sum, atEnd: Z >= 0), Simple(Formula.True) },
            { "a conclusion by parts that leaves one out", "has 2 parts", Sum(U >= 0, (Z >= 0) & (-1 >= Z)), InParts(z => [z]), Sum(U >= 0, (Z >= 0) & (Z >= -1)), InParts(z => [z, z + 1]) },
            { "a conclusion by parts with one too many", "has 2 parts", Sum(U >= 0, (Z >= 0) & (-1 >= Z)), InParts(z => [z, z, z]), Sum(U >= 0, (Z >= 0) & (Z >= -1)), InParts(z => [z, z + 1]) },
            { "a part that another's sum shows", "all: end", Sum(U >= 0, (Z >= 0) & (-1 >= Z)), InParts(z => [z, z]), Sum(U >= 0, (Z >= 0) & (Z >= 0)), InParts(z => [z, z]) },
            { "a part whose sum is negative", "all: end", Sum(U >= 0, (Z >= 0) & (-1 >= Z)), InParts(z => [z, -1 - z]), Sum(U >= 0, (Z >= 0) & (Z >= -1)), InParts(z => [z, z + 1]) },
            { "a part that is no comparison with at least", "no comparison with at least", Sum(U >= 0, (Z >= 0) & Z.EqualTo(0)), InParts(z => [z, Term.Zero]), Sum(U >= 0, (Z >= 0) & (Z >= -1)), InParts(z => [z, z + 1]) },
            { "a state of a name that is taken", "'t' has two meanings", Renamed(falling, "t"), Simple(Z >= 0), sum, Simple(Z >= 0) },
        };
    }

    [Theory]
    [MemberData(nameof(Abuses))]
    public void An_abuse_proves_nothing_and_its_honest_neighbour_is_proved(
        string what, string why, Recurrence wrong, Func<Recurrence, Induction> abuse, Recurrence right, Func<Recurrence, Induction> honest)
    {
        string outcome;
        try
        {
            Evidence evidence = new InductionChecker().Check(Claim(what, wrong, abuse), Budget.Small, 0).Single();
            outcome = evidence.Finding == Finding.Proof ? "proved" : evidence.Summary;
        }
        catch (ArgumentException refused)
        {
            outcome = refused.Message;
        }

        Assert.Contains(why, outcome, StringComparison.Ordinal);
        Assert.Equal(Finding.Proof, new InductionChecker().Check(Claim(what, right, honest), Budget.Small, 0).Single().Finding);
    }

    [Fact]
    public void A_name_out_of_scope_is_named_with_what_may_be_used()
    {
        Recurrence still = Latest(U.EqualTo(0), Z.EqualTo(0));
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Simple(U.EqualTo(0))(still).Statements(still));
        Assert.Contains("'u'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("the invariant", refused.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("z", refused.Message, StringComparison.Ordinal);
    }

    private static Claim Claim(string what, Recurrence recurrence, Func<Recurrence, Induction> proof) =>
        KnownClaims.Of("Induction", new RecurrenceProposition(recurrence, [1, 2], proof(recurrence))) with { Text = what };

    // z' = u: the state forgets everything but the last input.
    private static Recurrence Latest(Formula input, Formula goal) => Of(U, input, goal);

    // z' = z + u.
    private static Recurrence Sum(Formula input, Formula goal) => Of(Z + U, input, goal);

    private static Recurrence Of(Term next, Formula input, Formula goal) => new()
    {
        Constants = [new RealVariable("c", 0, 10)],
        State = [new StateVariable("z", Term.Zero, next)],
        Inputs = [new RealVariable("u", -10, 10)],
        EachStep = input,
        Goal = goal,
    };

    private static Recurrence Given(Recurrence r, Formula given) => r.With(given, r.EachStep, r.AtEnd, r.Goal);

    private static Recurrence With(Recurrence r, Formula atEnd) => r.With(r.Given, r.EachStep, atEnd, r.Goal);

    private static Recurrence Defining(Recurrence r, Term value) => new()
    {
        Constants = r.Constants,
        Definitions = [("b", value)],
        State = r.State,
        Inputs = r.Inputs,
        EachStep = r.EachStep,
        Goal = r.Goal,
    };

    private static Recurrence Renamed(Recurrence r, string name) => new()
    {
        Constants = r.Constants,
        State = [.. r.State, new StateVariable(name, Term.Zero, Term.Zero)],
        Inputs = r.Inputs,
        EachStep = r.EachStep,
        Goal = r.Goal,
    };

    // Everything that is known is handed to the prover, and the names are unfolded.
    private static Func<Recurrence, Induction> Simple(Formula invariant, bool lastStep = false, Formula? condition = null) => r =>
    {
        bool hasInvariant = invariant is not Conjunction { Operands.Count: 0 };
        Formula[] always = [.. Parts(r.IsLongEnough), .. Parts(r.Given), .. Parts(condition ?? Formula.True)];
        Formula[] step = [.. always, .. Parts(r.EachStep), .. Parts(invariant)];
        return new([new InductionCase
        {
            Name = "all",
            Condition = condition ?? Formula.True,
            Invariant = invariant,
            Base = hasInvariant ? new Deduction().Conclude([.. always, .. Parts(r.EachStep)], [.. Defined(r), "t", "z"]) : null,
            Step = hasInvariant ? new Deduction().Conclude(step, [.. Defined(r), "t'", "z'"]) : null,
            End = lastStep
                ? new Deduction().Conclude(step, [.. Defined(r), "t", "z'"])
                : new Deduction().Conclude([.. always, .. Parts(r.AtEnd), .. Parts(invariant)], [.. Defined(r), "t"]),
            EndsWithTheLastStep = lastStep,
        }]);
    };

    // z_t >= t, since every step adds at least 1: unbounded, so by sums of gaps.
    private static Induction Counted(Recurrence r)
    {
        Formula invariant = Z >= Time;
        var step = new Deduction();
        step.Conclude(step.Gap(invariant) + step.Gap(r.EachStep), ["z'", "t'"]);
        var end = new Deduction();
        end.Conclude(end.Gap(invariant), ["t"]);
        return new([new InductionCase { Name = "all", Invariant = invariant, Base = new Deduction().Conclude([], ["t", "z"]), Step = step, End = end }]);
    }

    // z_t >= 0, and the goal by a sum for each of its parts, over what z is above 0.
    private static Func<Recurrence, Induction> InParts(Func<Term, IReadOnlyList<Term>> sums) => r =>
    {
        Formula invariant = Z >= 0;
        var step = new Deduction();
        step.Conclude(step.Gap(invariant) + step.Gap(r.EachStep), ["z'"]);
        var end = new Deduction();
        end.ConcludeParts(sums(end.Gap(invariant)));
        return new([new InductionCase { Name = "all", Invariant = invariant, Base = new Deduction().Conclude(Term.Zero, ["z"]), Step = step, End = end }]);
    };

    private static IEnumerable<string> Defined(Recurrence r) => r.Definitions.Select(d => d.Name);

    private static IEnumerable<Formula> Parts(Formula formula) => formula is Conjunction all ? all.Operands : [formula];
}
