using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Kernel.Tests.Certificates;

namespace ResLinkProofs.Kernel.Tests.Reasoning.Reductions;

/// <summary>
/// Reductions, each followed by bisection alone: they prove what is true, and what is false is proved by none of them, whatever the
/// node, the order and the anchor.
/// </summary>
public sealed class ReductionTests
{
    private const int Depth = 7;

    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");
    private static readonly Rational[] Anchors = [-1, 0, 1, 2];

    // Name, kind, order, anchor, hypothesis, claim, range: true ones, which nothing but the reduction makes provable by bisection.
    private static readonly (string Name, ReductionKind Kind, int Order, Rational Anchor, Statement Statement)[] Truths =
    [
        ("x log x >= x - 1 by convexity", ReductionKind.Derivative, 2, 1, On(1, 10, X * Term.Log(X) >= X - 1)),
        ("exp x >= 1 + x on the line", ReductionKind.Derivative, 2, 0, On(null, null, Term.Exp(X) >= 1 + X)),
        ("log(1 + e^x) >= log 2 + x/2 on the line", ReductionKind.Derivative, 2, 0, On(null, null, Term.Log(1 + Term.Exp(X)) >= Term.Log(2) + (X / 2))),
        ("arctan x <= x on the half-line", ReductionKind.Derivative, 1, 0, On(0, null, Term.Atan(X) <= X)),
        ("sinh x >= x + x^3/6", ReductionKind.Derivative, 3, 0, On(0, 2, Term.Sinh(X) >= X + (Term.Pow(X, 3) / 6))),
        ("x^2 > 0 off zero", ReductionKind.Derivative, 2, 0, Given(-1, 1, X.NotEqualTo(0), X * X > 0)),
        ("a value at the anchor and a slope", ReductionKind.Derivative, 1, 0, On(0, 2, Term.Exp(X) > Term.Ratio(1, 2))),
        ("a range away from the anchor", ReductionKind.Derivative, 2, 0, On(1, 2, Term.Cosh(X) >= 1 + (X * X / 2))),
        ("a half-open range", ReductionKind.Derivative, 2, 1, Given(0, 1, X > 0, Term.Log(X) <= X - 1)),
        ("a square over what is positive", ReductionKind.Signs, 0, 0, On(-1, 1, X * X / (1 + (X * X)) <= 1)),
        ("the exponentials of both sides", ReductionKind.Exponentials, 0, 0, On(null, null, Term.Log(1 + Term.Exp(X)) >= X)),
        ("the logarithms of both sides", ReductionKind.Logarithms, 0, 0, On(-1, 1, Term.Exp(800 + (X / 2)) <= Term.Exp(801))),
        ("the squares of both sides", ReductionKind.Squares, 0, 0, On(0, 4, Term.Sqrt(X * X) <= X + Term.Ratio(1, 1_000_000))),
        ("a period", ReductionKind.Period, 0, 0, On(null, null, Term.Sin(X) + Term.Cos(X) <= Term.Ratio(3, 2))),
        ("a root from its end", ReductionKind.MeanValue, 1, 0, On(0, 1, Term.Sqrt(X) >= X / 4)),
        ("x log x from zero", ReductionKind.MeanValue, 1, 0, On(0, new Rational(1, 4), X * Term.Log(X) <= 0)),
        ("x log(x/2) from zero", ReductionKind.MeanValue, 1, 0, On(0, new Rational(1, 4), X * Term.Log(X / 2) <= 0)),
        ("an arc to its end", ReductionKind.MeanValue, 1, 1, On(0, 1, Term.Acos(X) >= (1 - X) / 2)),
        ("a bell and its tail", ReductionKind.Limit, 0, 1, On(1, null, Term.Erfc(X) <= Term.Exp(-(X * X)))),
        ("what decreases to zero is positive", ReductionKind.Limit, 0, 1, On(1, null, Term.Exp(-X) > 0)),
        ("what increases from zero", ReductionKind.Limit, 0, -1, On(null, -1, Term.Exp(X) > 0)),
        ("either side of an anchor", ReductionKind.Sides, 0, 0, On(-1, 1, 2 + (X * X) >= X)),
        ("what is required of one variable", ReductionKind.Restatement, 1, 0, Given(0, 1, X >= Term.Ratio(1, 2), X > Term.Ratio(1, 4))),
        ("what is required", ReductionKind.Restatement, 0, 0, Given(0, 1, X >= Term.Ratio(1, 2), X > Term.Ratio(1, 4))),
    ];

    // False ones, each of which some rule would prove if it left out one of its conditions.
    private static readonly (string Name, Statement Statement)[] Lies =
    [
        ("a value at the anchor", On(1, 10, X * Term.Log(X) >= X - 1 + Term.Ratio(1, 1_000_000))),
        ("a pole in between", Given(-1, 1, X.NotEqualTo(0), 1 / X >= 1)),
        ("an odd order on both sides", On(-1, 1, Term.Pow(X, 3) >= 0)),
        ("a slope at the anchor", On(0, 1, X * X >= X / 10)),
        ("a hypothesis that fails at the anchor", Given(0, 2, X >= 1, Term.Pow(X, 3) >= 3 * X * X / 2)),
        ("a hypothesis that fails in between", Given(0, 2, X * (X - 1) >= 0, Term.Pow(X, 3) >= 3 * X * X / 2)),
        ("a range that leaves out the anchor", On(1, 2, Term.Pow(X, 3) >= 3 * X * X / 2)),
        ("strict at the anchor", On(-1, 1, X * X > 0)),
        ("strict at the anchor, on one side", Given(-1, 1, X >= 0, X * X > 0)),
        ("strict, with another point forbidden", Given(-1, 1, X.NotEqualTo(1), X * X > 0)),
        ("a negative denominator", Given(-1, 1, X.NotEqualTo(0), 1 / X > -5)),
        ("negative numbers squared", On(new Rational(-1, 2), new Rational(1, 2), X <= -1)),
        ("exponentials", On(null, null, Term.Log(1 + Term.Exp(X)) >= X + Term.Ratio(1, 100))),
        ("more than a sine", On(null, null, Term.Sin(X) + (X / 1_000) <= 2)),
        ("a part of the period", On(null, null, Term.Sin(X) <= Term.Ratio(9, 10))),
        ("one case of two", On(-1, 1, (X >= -2) & (X <= Term.Ratio(1, 2)))),
        ("a kink", On(-1, 1, Term.Abs(X) <= X)),
        ("powers of a negative base", On(-2, -1, Term.Pow(X, 3) >= -1)),
        ("a root at its end", On(0, 1, Term.Sqrt(X) <= X)),
        ("a tangent beyond its pole", On(0, 3, Term.Tan(X) >= X)),
        ("a root that is zero at its end", On(0, 1, Term.Sqrt(X) > 0)),
        ("a logarithm of zero that nothing cancels", On(0, 1, X * Term.Log(1 - X) <= 0)),
        ("a limit that is positive", On(1, null, Term.Exp(-X) >= Term.Ratio(1, 100))),
        ("a limit on the other side", On(null, -1, Term.Exp(X) >= Term.Ratio(1, 100))),
        ("zero times infinity", On(1, null, X * (1 / X) <= Term.Ratio(1, 2))),
        ("a difference of infinities", On(1, null, X + 1 - X <= Term.Ratio(1, 2))),
        ("a slope that changes its sign", On(0, null, Term.Exp(-X) <= Term.Exp(-2 * X))),
        ("a hypothesis that fails on the way to infinity", Given(0, null, X <= Term.Ratio(1, 2), Term.Exp(-X) <= Term.Exp(-2 * X))),
        ("an end that is finite", On(1, 2, Term.Exp(-X) - (X / 1_000) <= 0)),
        ("one side of an anchor", On(-1, 1, X >= new Rational(-1, 2))),
    ];

    public static TheoryData<string> TrueNames => [.. Truths.Select(t => t.Name)];

    public static TheoryData<string> FalseNames => [.. Lies.Select(t => t.Name)];

    [Theory]
    [MemberData(nameof(TrueNames))]
    public void What_is_true_is_proved(string name)
    {
        (_, ReductionKind kind, int order, Rational anchor, Statement statement) = Truths.Single(t => t.Name == name);
        int node = Targets(statement)[^1];
        Certificate proof = Proof(statement, new Reduction(kind, node, order, new ContactAnchor(0, anchor)))!;
        Assert.NotNull(proof);
        Certificate read = Certificate.Parse(proof.ToString());
        Assert.NotNull(CertificateChecker.Check(read, statement).Accepted);
        // It does not end with the reduction, nor without its last part, and nothing follows it.
        Assert.NotNull(CertificateChecker.Check(statement, proof.Steps.Take(1)).Rejection);
        Assert.NotNull(CertificateChecker.Check(statement, proof.Steps.SkipLast(1)).Rejection);
        Assert.NotNull(CertificateChecker.Check(statement, [.. proof.Steps, new ProofStep(ProofStepKind.Values)]).Rejection);
    }

    [Theory]
    [MemberData(nameof(FalseNames))]
    public void What_is_false_is_proved_by_none(string name)
    {
        Statement statement = Lies.Single(t => t.Name == name).Statement;
        foreach (int node in Enumerable.Range(0, EmptinessProblem.Of(statement).Nodes.Count))
        {
            foreach (ReductionKind kind in Enum.GetValues<ReductionKind>())
            {
                for (int order = 0; order <= (kind == ReductionKind.Derivative ? 4 : 1); order++)
                {
                    foreach (Rational anchor in Anchors)
                    {
                        Assert.True(
                            Proof(statement, new Reduction(kind, node, order, new ContactAnchor(0, anchor))) is null,
                            $"{name}: {kind} of order {order} at {anchor}");
                    }
                }
            }
        }
    }

    [Fact]
    public void An_anchor_may_be_another_variable()
    {
        Statement square = Two((X * X) + (Y * Y) >= 2 * X * Y), more = Two((X * X) + (Y * Y) >= 2 * X * Y * new Rational(1_001, 1_000));
        foreach ((Statement statement, bool isTrue) in new[] { (square, true), (more, false) })
        {
            int slot = Contacts.ContactTests.SlotOf(statement, "y");
            Certificate? proof = Proof(statement, new Reduction(ReductionKind.Derivative, 0, 2, new ContactAnchor(0, 0, (Rational.One, slot))));
            Assert.Equal(isTrue, proof is not null);
        }
    }

    // Between the end of the range, 1/3, and an anchor that is a little larger the function falls from far above to below: no double
    // lies between them.
    [Theory]
    [InlineData(ReductionKind.Derivative)]
    [InlineData(ReductionKind.MeanValue)]
    public void An_anchor_just_outside_the_range_is_not_in_it(ReductionKind kind)
    {
        Rational third = new(1, 3), anchor = third + Rational.Parse("1e-30");
        Statement lie = On(0, third, (Term.Square(X - third) * Rational.Parse("1e61")) - 1 >= 0);
        Assert.Null(Proof(lie, new Reduction(kind, Targets(lie)[^1], 1, new ContactAnchor(0, anchor))));
    }

    [Fact]
    public void Common_factors_of_numerators_and_denominators_are_taken_away()
    {
        Term quotient = (X - (X * X)) * (Y + 1) / ((1 - X) * (Y + 1) * (Y + 3)), root = Term.Sqrt(Y + 2);
        Formula asked = Required(new BoxReasoner(EmptinessProblem.Of(Two(quotient + (root / root) <= 5))).Reduce(new Reduction(ReductionKind.Signs, 0)));
        // x/(y + 3) + 1 > 5 at points where 1 - x, y + 1 and the root are other than zero.
        Assert.DoesNotContain(asked.Atoms().TakeLast(4), a => a.ToString().Contains("sqrt", StringComparison.Ordinal));
        Assert.DoesNotContain(asked.Atoms().TakeLast(4), a => a.ToString().Contains("x^2", StringComparison.Ordinal));
        Statement lie = Two(((X * X) - 1) / (X - 1) <= X), half = Two(((X * X) - X) / (X - 1) <= X - Term.Ratio(1, 2));
        Assert.Null(Proof(lie, new Reduction(ReductionKind.Signs, 0)));
        Assert.Null(Proof(half, new Reduction(ReductionKind.Signs, 0)));
    }

    [Fact]
    public void Hypotheses_on_other_variables_may_be_left_out()
    {
        Statement statement = new([new RealVariable("x", -1, 1), new RealVariable("y", -1, 1)], (Y >= X) & (X >= 0), X * Y >= 0);
        Statement of = new([new RealVariable("x", -1, 1), new RealVariable("y", -1, 1)], (Y >= X) & (X >= 0), X >= 0);
        var reasoner = new BoxReasoner(EmptinessProblem.Of(of));
        int target = Targets(of)[^1];
        Assert.Equal(3, Required(reasoner.Reduce(new Reduction(ReductionKind.Restatement, target))).Atoms().Count());
        Assert.Equal(2, Required(reasoner.Reduce(new Reduction(ReductionKind.Restatement, target, 1))).Atoms().Count());
        Assert.Equal(3, Required(new BoxReasoner(EmptinessProblem.Of(statement)).Reduce(new Reduction(ReductionKind.Restatement, Targets(statement)[^1], 1))).Atoms().Count());
    }

    [Fact]
    public void Reductions_that_are_none_are_refused()
    {
        Statement statement = Two((X * X) + (Y * Y) >= 2 * X * Y);
        int slot = Contacts.ContactTests.SlotOf(statement, "x"), length = EmptinessProblem.Of(statement).Tape.Length;
        ContactAnchor at = new(0, 0);
        Reduction[] bad =
        [
            new(ReductionKind.Derivative, 0, 0, at), new(ReductionKind.Derivative, 0, 5, at), new(ReductionKind.Derivative, 0, -1, at),
            new(ReductionKind.Derivative, 0, 2), new(ReductionKind.Derivative, 1, 2, at), new(ReductionKind.Derivative, -1, 2, at),
            new(ReductionKind.Derivative, 0, 2, new(2, 0)), new(ReductionKind.Derivative, 0, 2, new(-1, 0)),
            new(ReductionKind.Derivative, 0, 2, new(0, 0, (Rational.One, slot))),
            new(ReductionKind.Derivative, 0, 2, new(0, 0, (Rational.One, length))),
            new(ReductionKind.Derivative, 0, 2, new(0, 0, (Rational.One, -1))),
            new(ReductionKind.MeanValue, 0, 0, at), new(ReductionKind.MeanValue, 0, 2, at), new(ReductionKind.MeanValue, 0, 1),
            new(ReductionKind.MeanValue, 0, 1, new(2, 0)), new(ReductionKind.MeanValue, 0, 1, new(0, 0, (Rational.One, slot))),
            new(ReductionKind.Limit, 0), new(ReductionKind.Limit, 0, 0, at), new(ReductionKind.Limit, 0, 0, new(0, 1)),
            new(ReductionKind.Limit, 0, 0, new(2, 1)), new(ReductionKind.Sides, 0), new(ReductionKind.Sides, 0, 0, new(2, 0)),
            new(ReductionKind.Sides, 0, 0, new(0, 0, (Rational.One, length))),
            new(ReductionKind.Period, 0), new(ReductionKind.Period, 0, 0, new(7, 0)), new((ReductionKind)99, 0),
        ];
        var reasoner = new BoxReasoner(EmptinessProblem.Of(statement));
        Assert.All(bad, reduction => Assert.True(reasoner.Reduce(reduction) is null, $"{reduction.Kind} {reduction.Node} {reduction.Order}"));
        // A tower of them ends, and no proof begins with a reduction to nothing.
        Reduction same = new(ReductionKind.Restatement, 0);
        Assert.NotNull(CertificateChecker.Check(statement, Enumerable.Repeat(new ProofStep(same), 10_000)).Rejection);
        Assert.NotNull(CertificateChecker.Check(statement, [new ProofStep(ProofStepKind.Reduce)]).Rejection);
    }

    [Theory]
    [InlineData("reduce derivative 0 2 0 1 0", null)]
    [InlineData("reduce signs 0 0", null)]
    [InlineData("reduce derivative 0 2 0 1", "the line ends early")]
    [InlineData("reduce derivative 0 2 0 1 0 0", "the line goes on")]
    [InlineData("reduce nonsense 0 0", "unknown kind")]
    [InlineData("reduce", "unknown kind")]
    [InlineData("reduce signs 0", "the line ends early")]
    [InlineData("reduce signs -1 0", "not a whole number")]
    [InlineData("reduce signs 0 x", "not a whole number")]
    public void A_line_is_read_or_refused(string line, string? message)
    {
        Statement statement = On(-1, 1, X >= 0);
        string whole = new Certificate(EmptinessProblem.Of(statement), [new ProofStep(ProofStepKind.Values)]).ToString();
        string text = HandWrittenProofs.Reseal(whole.Replace("\nvalues\n", $"\n{line}\n", StringComparison.Ordinal));
        if (message is null)
        {
            Assert.Equal(text, Certificate.Parse(text).ToString());
            return;
        }

        Assert.Contains(message, Assert.Throws<FormatException>(() => Certificate.Parse(text)).Message, StringComparison.Ordinal);
    }

    private static Formula Required(Statement? statement) => Assert.IsType<Statement>(statement).Hypothesis;

    private static List<int> Targets(Statement statement) => [.. EmptinessProblem.Of(statement).Nodes.Select((n, k) => (n, k))
        .Where(p => p.n is { Kind: FormulaNodeKind.Atom, Relation: Relation.Greater or Relation.GreaterOrEqual }).Select(p => p.k)];

    // The reduction, then cases, each by itself, and bisection; null when the reduction is refused or bisection does not end.
    private static Certificate? Proof(Statement statement, Reduction reduction)
    {
        if (new BoxReasoner(EmptinessProblem.Of(statement)).Reduce(reduction) is not { } other)
        {
            return null;
        }

        var steps = new List<ProofStep> { new(reduction) };
        return Bisect(new BoxReasoner(EmptinessProblem.Of(other)), steps, Depth)
            ? CertificateChecker.Check(statement, steps).Accepted!.Certificate
            : null;
    }

    private static bool Bisect(BoxReasoner reasoner, List<ProofStep> steps, int depth)
    {
        bool refuted = reasoner.IsRefutedByValues();
        if (refuted || reasoner.IsRefutedByMeanValues())
        {
            steps.Add(new(refuted ? ProofStepKind.Values : ProofStepKind.MeanValues));
            return true;
        }

        Interval[] box = reasoner.Box.ToArray();
        int[] choices = reasoner.Choices.ToArray();
        int or = Enumerable.Range(0, choices.Length).LastOrDefault(
            k => reasoner.Problem.Nodes[k] is { Kind: FormulaNodeKind.Or, Operands.Count: > 0 } && choices[k] < 0 && reasoner.IsRelevant(k), -1);
        if (or >= 0)
        {
            steps.Add(new(ProofStepKind.Cases, or));
            return reasoner.Problem.Nodes[or].Operands.All(operand =>
            {
                reasoner.Load(box, choices);
                reasoner.Choose(or, operand);
                return Bisect(reasoner, steps, depth);
            });
        }

        // In a case: what it requires, as a statement of its own.
        int required = Enumerable.Range(0, choices.Length).LastOrDefault(k => reasoner.IsRelevant(k)
            && reasoner.Problem.Nodes[k] is { Kind: FormulaNodeKind.Atom, Relation: Relation.Greater or Relation.GreaterOrEqual }, -1);
        if (required >= 0 && choices.Any(c => c >= 0) && reasoner.Reduce(new Reduction(ReductionKind.Restatement, required)) is { } alone)
        {
            steps.Add(new(new Reduction(ReductionKind.Restatement, required)));
            return Bisect(new BoxReasoner(EmptinessProblem.Of(alone)), steps, depth);
        }

        if (!reasoner.Contract())
        {
            steps.Add(new(ProofStepKind.Exhausted));
            return true;
        }

        steps.Add(new(ProofStepKind.Contract));
        box = reasoner.Box.ToArray();
        int widest = Enumerable.Range(0, box.Length).MaxBy(i => box[i].Width);
        double middle = box[widest].IsBounded ? box[widest].Midpoint : box[widest].Contains(0.0) ? 0 : 2 * box[widest].Mignitude;
        if (depth == 0 || !box[widest].Contains(middle))
        {
            return false;
        }

        steps.Add(new(ProofStepKind.Split, widest, middle));
        foreach (Interval part in new[] { new Interval(box[widest].Lower, middle), new Interval(middle, box[widest].Upper) })
        {
            reasoner.Load(box, choices);
            reasoner.Restrict(widest, part);
            if (!Bisect(reasoner, steps, depth - 1))
            {
                return false;
            }
        }

        return true;
    }

    private static Statement On(Rational? low, Rational? high, Formula claim) => new([new RealVariable("x", low, high)], Formula.True, claim);

    private static Statement Given(Rational? low, Rational? high, Formula hypothesis, Formula claim) =>
        new([new RealVariable("x", low, high)], hypothesis, claim);

    private static Statement Two(Formula claim) => new([new RealVariable("x", -1, 1), new RealVariable("y", -1, 1)], Formula.True, claim);
}
