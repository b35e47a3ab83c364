using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Kernel.Tests.Certificates;

namespace ResLinkProofs.Kernel.Tests.Tapes;

/// <summary>Piecewise terms at, beside and across the points at which their conditions vanish.</summary>
public sealed class ConditionalTests
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");
    private static readonly Rational Tiny = new(1, System.Numerics.BigInteger.Pow(10, 40));

    [Fact]
    public void At_a_vanishing_condition_the_relation_decides_exactly()
    {
        Assert.Equal((Rational?)1, At(Term.Ite(X >= 0, 1, 2), 0));
        Assert.Equal((Rational?)2, At(Term.Ite(X > 0, 1, 2), 0));
        Assert.Equal((Rational?)1, At(Term.Ite(X <= 0, 1, 2), 0));
        Assert.Equal((Rational?)2, At(Term.Ite(X < 0, 1, 2), 0));
        Assert.Equal((Rational?)1, At(Term.Ite(X.EqualTo(0), 1, 2), 0));
        Assert.Equal((Rational?)2, At(Term.Ite(X.NotEqualTo(0), 1, 2), 0));
        foreach (Rational side in new[] { Tiny, -Tiny })
        {
            bool isRight = side.Sign > 0;
            Assert.Equal((Rational?)(isRight ? 1 : 2), At(Term.Ite(X >= 0, 1, 2), side));
            Assert.Equal((Rational?)(isRight ? 1 : 2), At(Term.Ite(X > 0, 1, 2), side));
            Assert.Equal((Rational?)(isRight ? 2 : 1), At(Term.Ite(X <= 0, 1, 2), side));
            Assert.Equal((Rational?)2, At(Term.Ite(X.EqualTo(0), 1, 2), side));
        }
    }

    [Fact]
    public void Conditions_join_and_pieces_are_tried_in_order()
    {
        Term strip = Term.Ite((X >= 0) & (X <= 1) & (Y > X), 1, 0), outside = Term.Ite((X < 0) | (X > 1), 1, 0);
        Term steps = Term.Piecewise([(X < 0, 10), (X < 1, 20), (X < 2, 30)], 40);
        for (int i = -2; i <= 6; i++)
        {
            var x = new Rational(i, 2);
            Rational expected = i < 0 ? 10 : i < 2 ? 20 : i < 4 ? 30 : 40;
            Assert.Equal((Rational?)expected, At(steps, x));
            Assert.Equal((Rational?)(i is < 0 or > 2 ? 1 : 0), At(outside, x));
            foreach (Rational y in new[] { x, x + Tiny })
            {
                Assert.Equal((Rational?)(i is >= 0 and <= 2 && y > x ? 1 : 0), At(strip, x, y));
            }
        }
    }

    [Theory]
    [InlineData(0.0, 1.0, 2.0, 3.0)] // the condition touches zero from above: the first branch
    [InlineData(-1.0, -5e-324, 7.0, 8.0)]
    [InlineData(-1.0, 0.0, 2.0, 8.0)] // at zero the first branch applies
    [InlineData(-1.0, 1.0, 2.0, 8.0)]
    public void The_enclosure_is_that_of_the_branch_or_the_hull(double low, double high, double least, double largest)
    {
        Tape tape = Tape.Compile(["x", "y"], [Term.Ite(X >= 0, 2 + Y, 7 + Y)]);
        var slots = new Interval[tape.Length];
        IntervalEvaluation.Run(tape, [new(low, high), new(0, 1)], slots);
        Assert.Equal(new Interval(least, largest), slots[tape.Outputs[0]]);
    }

    [Fact]
    public void A_branch_that_does_not_apply_may_be_undefined()
    {
        Term root = Term.Ite(X >= 0, Term.Sqrt(X), 1 / (X - X)), safe = Term.Ite(X.EqualTo(0), 1, Term.Sin(X) / X);
        Assert.Equal((Rational?)2, At(root, 4));
        Assert.Null(At(root, -4));
        Assert.Equal((Rational?)1, At(safe, 0));
        foreach ((Term term, Rational point, bool isDefined) in new[] { (root, 4, true), (root, (Rational)0, true), (root, -1, false), (safe, 0, true), (safe, 1, true) })
        {
            CompiledFormula formula = CompiledFormula.Compile(["x"], term >= -1);
            Assert.Equal(isDefined, formula.IsDefinedAt([point]));
            Assert.Equal(isDefined ? Truth.True : Truth.Unknown, formula.DecideAt([point]));
        }

        // Over a box on one side likewise; across the sides it counts. What is undefined must not look like a fact when it is squared.
        CompiledFormula square = CompiledFormula.Compile(["x"], Term.Square(root) >= 0);
        Assert.Equal(Truth.True, square.Decide([new(0, 4)]));
        Assert.Equal(Truth.Unknown, square.Decide([new(-1, 4)]));
        Assert.Equal(Truth.Unknown, square.Decide([new(-2, -1)]));
        foreach (Term half in new[] { Term.Ite(X >= 0, X, 1 / (X - X)), Term.Ite(X >= 0, 1 / (X - X), X) })
        {
            Assert.Equal(Truth.Unknown, CompiledFormula.Compile(["x"], Term.Square(half) >= 0).Decide([new(-1, 4)]));
        }
    }

    [Fact]
    public void An_undefined_condition_decides_nothing()
    {
        Term term = Term.Ite(Term.Square(Term.Sqrt(X)) >= 0, 1, 1 + X);
        Assert.False(CompiledFormula.Compile(["x"], term.EqualTo(1)).IsDefinedAt([-1]));
        Assert.Equal(Truth.Unknown, CompiledFormula.Compile(["x"], term.EqualTo(1)).DecideAt([-1]));
        Assert.False(Term.Ite(Term.Sqrt(X) >= 0, Y, Y).IsTotal); // not dropped, though both branches are one
        Assert.Same(Y, Term.Ite(X >= 0, Y, Y));
    }

    [Fact]
    public void A_condition_at_an_irrational_zero_gives_the_hull()
    {
        // At x = 2 the condition sqrt(x)^2 - 2 vanishes; no enclosure shows it.
        CompiledFormula formula = CompiledFormula.Compile(["x"], Term.Ite((Term.Square(Term.Sqrt(X)) - 2).EqualTo(0), 1, 0) >= 1);
        Assert.Equal(Truth.Unknown, formula.DecideAt([2]));
        Assert.Equal(Truth.False, formula.DecideAt([3]));
    }

    [Fact]
    public void Slopes_hold_every_difference_quotient_across_a_jump()
    {
        Tape tape = Tape.Compile(["x", "y"], [Term.Ite(X >= 0, 3 * X, (5 * X) - 1) + (2 * Y)]);
        Assert.Equal(new Interval(3, 3), Slopes(tape, new(0, 1), new(0, 1))[0]);
        Assert.Equal(new Interval(5, 5), Slopes(tape, new(-1, -1e-300), new(0, 1))[0]);
        Interval[] across = Slopes(tape, new(-1, 0), new(0, 1));
        Assert.True(across[0].IsEntire); // (f(0) - f(-h))/h is 5 + 1/h
        Assert.Equal(new Interval(2, 2), across[1]); // the jump does not touch the other variable
    }

    [Fact]
    public void No_end_of_a_range_and_no_mean_value_is_taken_across_a_jump()
    {
        // x + (0 from 1/3 on, else 1) exceeds 9/8 between 1/8 and 1/3 only; a slope of 1 would move the search to x = 1, where it does not.
        EmptinessProblem smooth = EmptinessProblem.Of(new Statement([new RealVariable("x", 0, 1)], Formula.True, X <= 2));
        const string Jump = "variable 0 1 x\nslot variable 0\nslot literal 1/3\nslot subtract 0 1\nslot literal 0\nslot literal 1\nslot conditional 2 3 4\n"
            + "slot add 0 5\nslot literal 9/8\nslot subtract 6 7\natom 8 >\n";
        string text = new Certificate(smooth, []).ToString();
        EmptinessProblem problem = Certificate.Parse(HandWrittenProofs.Reseal(text.Replace(smooth.ToString(), Jump, StringComparison.Ordinal))).Problem;
        var reasoner = new BoxReasoner(problem);
        Assert.False(reasoner.TryFix(0, 1) || reasoner.TryFix(0, -1));
        Assert.False(reasoner.IsRefutedByMeanValues() || reasoner.IsRefutedByValues());
        Assert.True(reasoner.ContractBySlopes() && reasoner.Box[0].Contains(0.3));
        reasoner.Load([new(0.4, 1)], reasoner.Choices);
        Assert.True(reasoner.IsRefutedByValues()); // beside the jump it can be
        reasoner.Load([new(0.1, 0.3)], reasoner.Choices);
        Assert.True(reasoner.TryFix(0, 1) && reasoner.IsSatisfiedByValues());
    }

    [Fact]
    public void Contraction_keeps_what_satisfies_and_learns_the_sign_of_the_condition()
    {
        Tape tape = Tape.Compile(["x"], [Term.Ite(X >= 0, X + 5, X - 5)]);
        Assert.Equal(new Interval(0, 1), Contract(tape, new(-2, 2), new(5, 6)));
        Assert.Equal(new Interval(-2, 0), Contract(tape, new(-2, 2), new(-7, -5)));
        Assert.Null(Contract(tape, new(-2, 2), new(0, 1)));
        Assert.Equal(new Interval(-2, 2), Contract(tape, new(-2, 2), new(-6, 6))); // both branches can: neither is narrowed
        Assert.Null(Contract(tape, new(1, 2), new(-7, -3)));
    }

    [Fact]
    public void Second_derivatives_are_those_of_the_branch_that_applies()
    {
        Tape tape = Tape.Compile(["x"], [Term.Ite(X >= 0, X * X * X, Term.Abs(X) / X)]);
        Assert.Equal(new Interval(0, 12), Hessian(tape, new(0, 2)));
        Assert.Null(Hessian(tape, new(-1, 2)));
        Assert.Null(Hessian(tape, new(-2, 0)));
        Assert.Null(Hessian(Tape.Compile(["x"], [Term.Ite(X >= 0, X * X * X, 2 * X)]), new(-1, 2))); // smooth pieces do not make a smooth whole
        Assert.Equal(Interval.Zero, Hessian(Tape.Compile(["x"], [Term.Ite(X >= 0, 1 / X, 2 * X)]), new(-2, -1)));
    }

    [Fact]
    public void Cases_are_equivalent_at_exact_points()
    {
        Assert.Equal(Truth.False, CompiledFormula.Compile(["x"], CaseDistinction.Lift(Term.Ite(X >= 0, 1, 2) >= 2)).DecideAt([0]));
        Assert.Equal(Truth.True, CompiledFormula.Compile(["x"], CaseDistinction.Lift(Term.Ite(X > 0, 1, 2) >= 2)).DecideAt([0]));
        int decided = 0;
        for (int seed = 0; seed < 400; seed++)
        {
            var random = new RandomTerms(seed, 2);
            Term condition = random.Term(1) - random.Ratio();
            Term piecewise = Term.Create(Operation.Conditional, random.Term(2), random.Term(2), 0, condition);
            Term twice = piecewise * Term.Ite(condition > 0, 1, random.Term(1));
            foreach (Formula formula in new[] { twice >= random.Term(1), twice > 0, twice.EqualTo(0), twice.NotEqualTo(piecewise) })
            {
                Formula lifted = CaseDistinction.Lift(formula);
                Assert.DoesNotContain(lifted.Atoms(), a => a.Difference.ToString().Contains("ite", StringComparison.Ordinal));
                CompiledFormula before = CompiledFormula.Compile(random.Names, formula), after = CompiledFormula.Compile(random.Names, lifted);
                for (int i = 0; i < 8; i++)
                {
                    Rational[] point = [random.Below(3) == 0 ? 0 : random.Ratio(), random.Below(3) == 0 ? 1 : random.Ratio()];
                    Truth truth = before.DecideAt(point), other = after.DecideAt(point);
                    Assert.True(truth == Truth.Unknown || other == Truth.Unknown || truth == other, $"{formula} at {point[0]}, {point[1]}");
                    decided += truth != Truth.Unknown && other != Truth.Unknown ? 1 : 0;
                }
            }
        }

        Assert.True(decided > 5000, $"only {decided} points");
    }

    [Fact]
    public void A_problem_with_more_cases_than_are_distinguished_has_one_text()
    {
        EmptinessProblem problem = EmptinessProblem.Of(new Statement([new RealVariable("x", 0, 1)], Formula.True, Jumps(7) <= 0));
        string text = new Certificate(problem, []).ToString();
        Assert.Equal(text, Certificate.Parse(text).ToString());
        string few = EmptinessProblem.Of(new Statement([new RealVariable("x", 0, 1)], Formula.True, Jumps(2) <= 0)).ToString();
        Assert.DoesNotContain("conditional", few, StringComparison.Ordinal);
        string line = text.Split('\n').First(l => l.StartsWith("slot conditional ", StringComparison.Ordinal));
        foreach (string damage in new[] { "slot conditional 0 0", "slot conditional 0 0 0 0", "slot conditional 9999 0 0", "slot conditional 0 0 9999", "slot conditional -1 0 0" })
        {
            Assert.Throws<FormatException>(() => Certificate.Parse(HandWrittenProofs.Reseal(text.Replace(line, damage, StringComparison.Ordinal))));
        }
    }

    [Fact]
    public void It_is_printed_with_its_condition_and_substituted_everywhere()
    {
        Term term = Term.Ite(X - Y >= 1, X * Y, -X);
        Assert.Equal("ite(x - y - 1 ≥ 0, x·y, -x)", term.ToString());
        Term replaced = Substitution.Apply(term, new Dictionary<string, Term> { ["x"] = 3, ["y"] = Y + 1 });
        Assert.Equal("ite(3 - (y + 1) - 1 ≥ 0, 3·(y + 1), -3)", replaced.ToString());
        Assert.Equal((Rational?)5, At(Term.Ite(Term.Literal(0) >= 0, 5, X), 7));
        Assert.Throws<ArgumentException>(() => Term.Create(Operation.Conditional, X, Y));
        Assert.Throws<ArgumentException>(() => Term.Create(Operation.Add, X, Y, 0, X));
    }

    // The sum of jumps at 1/k, k = 3, 4, ...: each is 1/7 below and 0 from there on.
    private static Term Jumps(int count) =>
        Term.Sum(Enumerable.Range(3, count).Select(k => Term.Ite(X < Term.Ratio(1, k), Term.Ratio(1, 7), 0)));

    private static Rational? At(Term term, Rational x, Rational? y = null)
    {
        Tape tape = Tape.Compile(["x", "y"], [term]);
        return RationalEvaluation.Run(tape, [x, y ?? Rational.Zero])[tape.Outputs[0]];
    }

    private static Interval[] Slopes(Tape tape, params Interval[] box)
    {
        Interval[] slots = new Interval[tape.Length], adjoints = new Interval[tape.Length], slopes = new Interval[box.Length];
        IntervalEvaluation.Run(tape, box, slots);
        IntervalSlopes.Run(tape, slots, tape.Outputs[0], adjoints, slopes);
        return slopes;
    }

    private static Interval? Contract(Tape tape, Interval x, Interval values)
    {
        Interval[] slots = new Interval[tape.Length], box = [x];
        bool[] narrowed = new bool[tape.Length];
        IntervalEvaluation.Run(tape, box, slots);
        return IntervalContraction.Assume(slots, narrowed, tape.Outputs[0], values) && IntervalContraction.Run(tape, slots, narrowed, box) ? box[0] : null;
    }

    private static Interval? Hessian(Tape tape, Interval x)
    {
        Interval[] slots = new Interval[tape.Length], hessian = new Interval[1];
        IntervalEvaluation.Run(tape, [x], slots);
        return new SecondOrderForm(tape).TryHessian(slots, tape.Outputs[0], [false], hessian) ? hessian[0] : null;
    }
}
