using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Precision;

/// <summary>What hangs on more bits than doubles have: proofs by a step, points confirmed, equals for equals; and what must be refused.</summary>
public sealed class PrecisionStepTests
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");
    private static readonly double[] NoPrecisions = [128.5, -128, 1e300, double.NaN, double.PositiveInfinity];
    private static readonly int[] Rungs = [128, 256, 512], Variables = [0, 1];

    private static Term Number(string digits) => Term.Literal(Rational.Parse(digits));

    private static Term Digits => Number("3.14159265358979323846264338327");

    [Theory]
    [InlineData(128, true)]
    [InlineData(256, true)]
    [InlineData(512, true)]
    [InlineData(64, false)]
    [InlineData(0, false)]
    [InlineData(129, false)]
    [InlineData(1024, false)]
    public void A_constant_is_compared_with_as_many_bits_as_the_ladder_has(int bits, bool isAccepted)
    {
        var truth = new Statement([], Formula.True, Term.Pi > Digits);
        Assert.Equal(isAccepted, Check(truth, Step(bits)));
        Assert.False(Check(truth, new ProofStep(ProofStepKind.Values))); // doubles do not tell
        Assert.False(Check(new Statement([], Formula.True, Term.Pi < Digits), Step(bits)));
        Assert.False(Check(new Statement([], Formula.True, Term.Pi > Term.Pi), Step(bits)));
    }

    [Fact]
    public void A_rung_decides_what_the_one_below_does_not()
    {
        // exp 1 to 60 digits, cut off: the difference is about 2^-200.
        var truth = new Statement([], Formula.True, Term.Exp(1) > Number("2.71828182845904523536028747135266249775724709369995957496696"));
        Assert.False(Check(truth, Step(128)));
        Assert.True(Check(truth, Step(256)));
        Assert.True(Check(truth, Step(512)));
    }

    [Fact]
    public void Hostile_steps_are_refused()
    {
        var truth = new Statement([], Formula.True, Term.Pi > Digits);
        Assert.All(NoPrecisions, n => Assert.False(Check(truth, new ProofStep(ProofStepKind.Precision, number: n))));
        var certificate = new Certificate(EmptinessProblem.Of(truth), [Step(128)]);
        Assert.Equal(certificate.ToString(), Certificate.Parse(certificate.ToString()).ToString());
    }

    [Fact]
    public void The_exact_end_of_a_range_counts_and_a_point_beyond_it_is_no_proof()
    {
        // 1/3 is no double; the box begins below it.
        var truth = new Statement([new("x", new Rational(1, 3), new Rational(1, 3))], Formula.True, Term.Exp(X) >= Term.Exp(Term.Ratio(1, 3)) - Number("1e-30"));
        Assert.True(Check(truth, Step(128)));
        var lie = new Statement([new("x", new Rational(1, 3), new Rational(1, 3))], Formula.True, Term.Exp(X) >= Term.Exp(Term.Ratio(1, 3)) + Number("1e-30"));
        Assert.All(Rungs, bits => Assert.False(Check(lie, Step(bits))));
        // What may be undefined at the end says nothing, and neither does an unbounded range.
        Assert.False(Check(new Statement([new("x", 0, 0)], Formula.True, Term.Log(X) >= 0), Step(128)));
        Assert.False(Check(new Statement([new("x", 0, 0)], Formula.True, Term.Log(X) - Term.Log(X) >= 0 - Term.Log(X)), Step(128)));
        Assert.False(Check(new Statement([new("x", null, null)], Formula.True, Term.Exp(X) >= X), Step(128)));
    }

    [Fact]
    public void A_point_is_confirmed_with_more_bits_or_by_a_law_and_never_a_false_one()
    {
        Statement[] lies =
        [
            new([], Formula.True, Term.Pi < Digits), new([], Formula.True, Term.Exp(800) / Term.Exp(799) < 2), new([], Formula.True, Term.Log(4).NotEqualTo(2 * Term.Log(2))),
            new([], Formula.True, Term.Log(Term.Ratio(8, 27)).NotEqualTo(3 * Term.Log(Term.Ratio(2, 3))) | (Term.Log(Term.Ratio(8, 27)) > 3 * Term.Log(Term.Ratio(2, 3)))),
            new([], Term.Sqrt(2) > Number("1.41421356237309504880168872420"), Formula.False),
        ];
        foreach (Statement lie in lies)
        {
            Assert.Null(ConfirmedWitness.TryConfirm(lie, []));
            ConfirmedWitness found = Assert.IsType<ConfirmedWitness>(ConfirmedWitness.TryConfirmPrecisely(lie, []));
            Assert.Same(lie, found.Statement);
        }

        Statement[] truths =
        [
            new([], Formula.True, Term.Pi > Digits), new([], Formula.True, Term.Exp(800) / Term.Exp(799) > 2), new([], Formula.True, Term.Log(4).EqualTo(2 * Term.Log(2))),
            new([], Formula.True, Term.Log(9).NotEqualTo(2 * Term.Log(2))), new([], Formula.True, Term.Log(12).NotEqualTo(2 * Term.Log(3))), new([], Formula.True, (1 / (Term.Pi - Term.Pi)).EqualTo(0)),
            new([], Term.Sqrt(2) < Number("1.41421356237309504880168872420"), Formula.False),
        ];
        Assert.All(truths, t => Assert.Null(ConfirmedWitness.TryConfirmPrecisely(t, [])));
        var ranged = new Statement([new("x", 0, 1)], Formula.True, X < Term.Pi);
        Assert.Null(ConfirmedWitness.TryConfirmPrecisely(ranged, [4]));
        Assert.Throws<ArgumentException>(() => ConfirmedWitness.TryConfirmPrecisely(ranged, []));
    }

    private static readonly (string Name, Formula Hypothesis, Formula Conclusion, bool IsTrue)[] Substitutions =
    [
        ("a value", X.EqualTo(Term.Ratio(1, 3)), Term.Sin(3 * X).EqualTo(Term.Sin(1)), true),
        ("a value, and another", X.EqualTo(Term.Ratio(1, 3)), Term.Sin(3 * X).EqualTo(Term.Sin(2)), false),
        ("another variable, undefined", X.EqualTo(Y), (1 / X).EqualTo(1 / Y), true),
        ("opposite of another, undefined", X.EqualTo(-Y), (1 / X).EqualTo(1 / Y), false),
        ("a multiple", (3 * X).EqualTo(2 * Y), Term.Exp(X).EqualTo(Term.Exp(2 * Y / 3)), true),
        ("a multiple with the wrong factor", (3 * X).EqualTo(2 * Y), Term.Exp(X).EqualTo(Term.Exp(3 * Y / 2)), false),
        ("a multiple with the wrong sign", (3 * X).EqualTo(2 * Y), Term.Exp(X).EqualTo(Term.Exp(-2 * Y / 3)), false),
        ("what it is defined by occurs in it", X.EqualTo(X * X), Term.Exp(X).EqualTo(Term.Exp(X * X)) & (X > 2), false),
        ("no equation", X >= Y, Term.Exp(X).EqualTo(Term.Exp(Y)), false),
        ("an exponential", (X + Term.Exp(X)).EqualTo(Y), X.EqualTo(Y), false),
    ];

    public static TheoryData<string> SubstitutionNames => [.. Substitutions.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(SubstitutionNames))]
    public void Equals_for_equals(string name)
    {
        (_, Formula hypothesis, Formula conclusion, bool isTrue) = Substitutions.Single(s => s.Name == name);
        var statement = new Statement([new("x", -1, 1), new("y", -1, 1)], hypothesis, conclusion);
        var proofs = from variable in Variables
                     from node in Enumerable.Range(0, EmptinessProblem.Of(statement).Nodes.Count)
                     from last in new ProofStep[] { new(ProofStepKind.Values), Step(128), new(ProofStepKind.Exhausted), new(new Contact(0, 0, [])) }
                     select new ProofStep[] { new(new Reduction(ReductionKind.Substitution, node, 0, new ContactAnchor(variable, 0))), last };
        Assert.Equal(isTrue, proofs.Any(steps => CertificateChecker.Check(statement, steps).Accepted is not null));
    }

    [Fact]
    public void The_range_of_the_variable_that_is_replaced_still_counts()
    {
        // y = x + 2 cannot be at most 1 with x at least 0; and with the range forgotten nothing would be proved.
        var empty = new Statement([new("x", 0, 1), new("y", -1, 1)], Y.EqualTo(X + 2), Formula.False);
        var substituted = new ProofStep(new Reduction(ReductionKind.Substitution, 0, 0, new ContactAnchor(1, 0)));
        Assert.True(Check(empty, substituted, new ProofStep(ProofStepKind.Values)));
        var possible = new Statement([new("x", 0, 1), new("y", -1, 3)], Y.EqualTo(X + 2), Formula.False);
        Assert.False(Check(possible, substituted, new ProofStep(ProofStepKind.Values)));
        Assert.Null(new BoxReasoner(EmptinessProblem.Of(empty)).Reduce(new Reduction(ReductionKind.Substitution, 0, 0, new ContactAnchor(7, 0))));
        Assert.Null(new BoxReasoner(EmptinessProblem.Of(empty)).Reduce(new Reduction(ReductionKind.Substitution, 0)));
    }

    [Fact]
    public void A_range_of_one_number_is_a_value_and_keeps_what_is_required()
    {
        Statement At(Rational end, Formula conclusion) => new([new("x", new Rational(1, 3), end)], Formula.True, conclusion);
        var substituted = new ProofStep(new Reduction(ReductionKind.Substitution, 0, 0, new ContactAnchor(0, 0)));
        var values = new ProofStep(ProofStepKind.Values);
        Assert.True(Check(At(new(1, 3), Term.Sin(3 * X).EqualTo(Term.Sin(1))), substituted, values));
        Assert.True(Check(At(new(1, 3), Term.Sin(3 * X) <= Term.Sin(1)), substituted, values));
        Assert.False(Check(At(new(1, 3), Term.Sin(3 * X) < Term.Sin(1)), substituted, values));
        Assert.False(Check(At(new Rational(1, 3) + Rational.Parse("1e-30"), Term.Sin(3 * X).EqualTo(Term.Sin(1))), substituted, values));
    }

    [Fact]
    public void A_number_times_its_logarithm_is_enclosed_over_every_interval()
    {
        double[] ends = [0, double.Epsilon, 1e-300, 0.1, 0.3678794411714423, 0.36787944117144234, 0.5, 1, 2, 1e300, double.PositiveInfinity];
        foreach ((double low, double high) in ends.SelectMany((a, i) => ends.Skip(i).Select(b => (a, b))).Where(p => p.b > 0 && p.a < double.PositiveInfinity))
        {
            Interval all = Interval.TimesLog(new(low, high));
            foreach (double share in new[] { 0, 0.25, 0.5, 1 })
            {
                double at = double.IsInfinity(high) ? Math.Max(low, 1) * (1 + (9 * share)) : low + (share * (high - low));
                Interval value = at > 0 ? Interval.Point(at) * Interval.Log(Interval.Point(at)) : Interval.Zero;
                Assert.True(all.Lower <= value.Upper && value.Lower <= all.Upper, $"{at} in [{low}, {high}]");
            }

            Assert.True(!(low <= 0.3678794411714423 && high >= 0.36787944117144234) || all.Lower <= -0.3678794411714423, $"[{low}, {high}]");
            Assert.True(all.Lower >= -0.3678794411714424, $"[{low}, {high}]");
        }

        Assert.True(Interval.TimesLog(new(-1, 0)).IsEmpty);
        Assert.Equal(0, Interval.TimesLog(new(-1, 0.5)).Upper);
        Statement On(Formula conclusion) => new([new("x", 0, 1)], X > 0, conclusion);
        Assert.True(Check(On(X * Term.Log(X) >= -Term.Ratio(37, 100)), new ProofStep(ProofStepKind.Values)));
        Assert.False(Check(On(X * Term.Log(X) >= -Term.Ratio(36, 100)), new ProofStep(ProofStepKind.Values)));
        Assert.False(Check(On(X * Term.Log(2 * X) >= -Term.Ratio(18, 100)), new ProofStep(ProofStepKind.Values)));
        Assert.False(Check(new Statement([new("x", 0, 1)], Formula.True, X * Term.Log(X) >= -Term.Ratio(37, 100)), new ProofStep(ProofStepKind.Values)));
    }

    private static ProofStep Step(int bits) => new(ProofStepKind.Precision, number: bits);

    private static bool Check(Statement statement, params ProofStep[] steps) => CertificateChecker.Check(statement, steps).Accepted is not null;
}
