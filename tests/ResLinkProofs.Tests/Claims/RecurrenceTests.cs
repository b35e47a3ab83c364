using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using Xunit;

namespace ResLinkProofs.Tests.Claims;

public class RecurrenceTests
{
    private static readonly Term X = Term.Variable("x"), A = Term.Variable("a"), U = Term.Variable("u"), T = Recurrence.Horizon, Time = Recurrence.Time;

    [Fact]
    public void Writing_out_substitutes_the_state_and_numbers_the_inputs()
    {
        Statement two = Walk(u => u >= 0, X >= 0).Unroll(2);
        Assert.Equal(["a", "u0", "u1"], two.VariableNames); // nothing mentions an input at time 2
        Assert.Equal("u0 ≥ 0 ∧ u1 ≥ 0", two.Hypothesis.ToString());
        Assert.NotNull(ConfirmedWitness.TryConfirm(new Statement(two.Variables, two.Hypothesis, 3 >= ((Atom)two.Conclusion).Left), [1, 1, 2]));
        Assert.Null(ConfirmedWitness.TryConfirm(new Statement(two.Variables, two.Hypothesis, 4 >= ((Atom)two.Conclusion).Left), [1, 1, 2]));
    }

    [Fact]
    public void An_invariant_that_holds_proves_the_goal_for_every_horizon()
    {
        ClaimResult result = Run(Growing(X >= 0, X >= 0));
        Assert.Equal(Verdict.Proved, result.Verdict);
        Evidence proof = Assert.Single(result.Evidence, e => e.Finding == Finding.Proof);
        Assert.True(proof.Certificates.Count >= 5);
    }

    [Fact]
    public void Time_and_horizon_are_tied_together()
    {
        // x_t = a + sum of u, each at least 1: x_t >= t, hence x_T >= T, but not x_T >= T + 2.
        Assert.Equal(Verdict.Proved, Run(Counting(X >= Time, X >= T)).Verdict);
        Assert.Equal(Verdict.Refuted, Run(Counting(X >= Time, X >= T + 2)).Verdict);
    }

    [Fact]
    public void The_logarithm_is_that_of_the_horizon()
    {
        // x >= a at the end gives exp(log T) x >= T a.
        var end = new Deduction();
        Formula power = end.Show(Term.Exp(Recurrence.LogHorizon) >= 0);
        end.Conclude(end.Gap(power) * end.Gap(Positive), ["T"]);
        var still = new Recurrence
        {
            Constants = [new("a", 0, 1)],
            State = [new("x", A, X)],
            Inputs = [],
            EachStep = Formula.True,
            AtEnd = Positive,
            Goal = Term.Exp(Recurrence.LogHorizon) * X >= T * A,
        };
        Assert.Equal(Verdict.Proved, Run(new RecurrenceProposition(still, [1, 2], new Induction([new InductionCase { Name = "all", End = end }]))).Verdict);
    }

    [Theory]
    [InlineData("base")]
    [InlineData("step")]
    [InlineData("end")]
    [InlineData("cover")]
    public void A_proof_with_one_broken_part_proves_nothing(string broken)
    {
        // True goals with wrong proofs of them: invariants that fail at 0, are not kept, or do not suffice; a case that is missing.
        RecurrenceProposition claim = broken switch
        {
            "base" => Growing(X >= 2, X >= 0),
            "step" => Growing(5 >= X, X >= 0, end: d => d.Conclude([], [])),
            "end" => Growing(X >= -1, X >= 0, end: d => d.Conclude([], [])),
            _ => Growing(X >= 0, X >= 0, condition: A >= Term.Ratio(1, 2)),
        };
        ClaimResult result = Run(claim);
        Assert.NotEqual(Verdict.Proved, result.Verdict);
        Assert.NotEqual(Verdict.Refuted, result.Verdict);
        Assert.Contains(result.Evidence, e => e.Engine == "induction" && e.Finding == Finding.Nothing);
    }

    [Fact]
    public void What_was_not_shown_cannot_be_used()
    {
        Formula stranger = X >= 0;
        ArgumentException refused = Assert.Throws<ArgumentException>(() => Run(Growing(X >= 0, X >= 0, end: d => d.Conclude([stranger]))));
        Assert.Contains("neither a premise nor shown", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Run(Growing(X >= 0, X >= 0, end: d => d.Conclude(d.Gap(stranger)))));
        Assert.Throws<ArgumentException>(() => Run(Growing(X >= 0, X >= 0, end: d => d)));
        Assert.Throws<ArgumentException>(() => Run(Growing(X >= 0, X >= 0, end: d => d.Conclude([], ["unheard"]))));
        Assert.Throws<ArgumentException>(() => new Deduction().Gap(X.EqualTo(A)));
    }

    [Fact]
    public void A_sum_with_the_wrong_terms_or_a_negative_factor_is_not_accepted()
    {
        Formula goal = X >= 0;
        Assert.Equal(Verdict.Proved, Run(Growing(goal, X + 1 >= 0, d => d.Conclude(d.Gap(goal) + 1))).Verdict);
        Assert.NotEqual(Verdict.Proved, Run(Growing(goal, X + 1 >= 0, d => d.Conclude(d.Gap(goal) + 2))).Verdict);
        Assert.NotEqual(Verdict.Proved, Run(Growing(goal, X + 1 >= 0, d => d.Conclude((2 * d.Gap(goal)) + 1 - X))).Verdict);
    }

    [Fact]
    public void Names_with_two_meanings_and_circular_definitions_are_refused()
    {
        Recurrence walk = Walk(u => u >= 0, X >= 0);
        Recurrence With(IReadOnlyList<RealVariable> inputs, IReadOnlyList<(string, Term)> definitions) => new()
        {
            Constants = walk.Constants,
            State = walk.State,
            Inputs = inputs,
            Definitions = definitions,
            EachStep = walk.EachStep,
            Goal = walk.Goal,
        };
        var proof = new Induction([new InductionCase { Name = "all", End = new Deduction().Conclude([]) }]);
        Assert.Throws<ArgumentException>(() => proof.Statements(With([new("u", 0, 1), new("x'", 0, 1)], [])));
        Assert.Throws<ArgumentException>(() => proof.Statements(With(walk.Inputs, [("b", X)])));
        Assert.Throws<ArgumentException>(() => proof.Statements(With(walk.Inputs, [("b", Term.Variable("b"))])));
    }

    private static Formula Positive { get; } = X >= A;

    // x_0 = a in [0, 1], x_{t+1} = x_t + u_t.
    private static Recurrence Walk(Func<Term, Formula> input, Formula goal) => new()
    {
        Constants = [new("a", 0, 1)],
        State = [new("x", A, X + U)],
        Inputs = [new("u", 0, 10)],
        EachStep = input(U),
        Goal = goal,
    };

    private static RecurrenceProposition Growing(Formula invariant, Formula goal, Func<Deduction, Deduction>? end = null, Formula? condition = null)
    {
        Recurrence walk = Walk(u => u >= 0, goal);
        var start = new Deduction();
        start.Conclude([], ["x"]);
        var step = new Deduction();
        step.Conclude(step.Gap(invariant) + step.Gap(walk.EachStep), ["x'"]);
        Deduction last = end?.Invoke(new Deduction()) ?? Identity(invariant);
        return new(walk, [1, 2, 3], new Induction([new InductionCase { Name = "all", Condition = condition ?? Formula.True, Invariant = invariant, Base = start, Step = step, End = last }]));
    }

    private static RecurrenceProposition Counting(Formula invariant, Formula goal)
    {
        Recurrence walk = Walk(u => u >= 1, goal);
        var start = new Deduction();
        start.Conclude([], ["x", "t"]);
        var step = new Deduction();
        step.Conclude(step.Gap(invariant) + step.Gap(walk.EachStep), ["x'", "t'"]);
        var end = new Deduction();
        end.Conclude(end.Gap(invariant), ["t"]);
        return new(walk, [1, 2, 3], new Induction([new InductionCase { Name = "all", Invariant = invariant, Base = start, Step = step, End = end }]));
    }

    private static Deduction Identity(Formula invariant)
    {
        var end = new Deduction();
        return end.Conclude(end.Gap(invariant));
    }

    private static ClaimResult Run(RecurrenceProposition proposition) => new ClaimRunner().Run(
        new Claim { Source = new Source(new Document("test", "Test"), "walk"), Text = "", Proposition = proposition }, Budget.Small, seed: 0);
}
