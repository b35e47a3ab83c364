using FsCheck;
using FsCheck.Fluent;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Smt.Regions;
using ResLinkProofs.Smt.Solving;
using ResLinkProofs.Smt.Writing;
using ResLinkProofs.Tests.Smt.Solving;

namespace ResLinkProofs.Tests.Smt.Regions;

public sealed class RegionQueryTests(Z3Fixture z3) : IClassFixture<Z3Fixture>
{
    private static readonly Term X = Term.Variable("x");
    private static readonly Term Y = Term.Variable("y");
    private static readonly SolverLimits Limits = new(20_000_000, TimeSpan.FromSeconds(60));

    // Each holds nowhere at the point (3/10, 7/10); the twin, with one constant changed, holds there.
    public static TheoryData<string, Formula, Formula> Operations() => new()
    {
        { "root", Term.Sqrt(X) >= Term.Ratio(5478, 10000), Term.Sqrt(X) >= Term.Ratio(5477, 10000) },
        { "exact root", Term.Sqrt(X * Term.Ratio(3, 10)) > Term.Ratio(3, 10), Term.Sqrt(X * Term.Ratio(3, 10)) >= Term.Ratio(3, 10) },
        { "nested root", Term.Sqrt(Y + Term.Sqrt(X)) >= Term.Ratio(1118, 1000), Term.Sqrt(Y + Term.Sqrt(X)) >= Term.Ratio(1117, 1000) },
        { "product", Term.Sqrt(X) * Term.Sqrt(Y) <= Term.Ratio(458, 1000), Term.Sqrt(X) * Term.Sqrt(Y) <= Term.Ratio(459, 1000) },
        { "product of signs", -Term.Sqrt(X) * (Term.Sqrt(Y) - 1) >= Term.Ratio(9, 100), -Term.Sqrt(X) * (Term.Sqrt(Y) - 1) >= Term.Ratio(8, 100) },
        { "quotient", Term.Sqrt(X) / (1 + Term.Sqrt(Y)) >= Term.Ratio(3, 10), Term.Sqrt(X) / (1 + Term.Sqrt(Y)) >= Term.Ratio(298, 1000) },
        { "power", Term.Pow(Term.Sqrt(X), 3) >= Term.Ratio(165, 1000), Term.Pow(Term.Sqrt(X), 3) >= Term.Ratio(164, 1000) },
        { "negative power", Term.Pow(Term.Sqrt(X), -1) >= Term.Ratio(183, 100), Term.Pow(Term.Sqrt(X), -1) >= Term.Ratio(182, 100) },
        { "absolute value", Term.Abs(Term.Sqrt(X) - Term.Sqrt(Y)) >= Term.Ratio(29, 100), Term.Abs(Term.Sqrt(X) - Term.Sqrt(Y)) >= Term.Ratio(28, 100) },
        { "maximum", Term.Max(Term.Sqrt(X), Term.Sqrt(Y)) <= Term.Ratio(83, 100), Term.Max(Term.Sqrt(X), Term.Sqrt(Y)) <= Term.Ratio(84, 100) },
        { "minimum", Term.Min(Term.Exp(X), Term.Exp(Y)) <= Term.Ratio(134, 100), Term.Min(Term.Exp(X), Term.Exp(Y)) <= Term.Ratio(135, 100) },
        { "piecewise", Term.Ite(Term.Sqrt(X) >= Term.Sqrt(Y), Term.Exp(X), Term.Sqrt(Y)) >= Term.Ratio(84, 100), Term.Ite(Term.Sqrt(X) >= Term.Sqrt(Y), Term.Exp(X), Term.Sqrt(Y)) >= Term.Ratio(83, 100) },
        { "piecewise beside an undefined piece", Term.Ite(X < Y, Term.Exp(X), Term.Sqrt(X - Y)) >= Term.Ratio(135, 100), Term.Ite(X < Y, Term.Exp(X), Term.Sqrt(X - Y)) >= Term.Ratio(134, 100) },
        { "real power", Term.Pow(X, Y) >= Term.Ratio(431, 1000), Term.Pow(X, Y) >= Term.Ratio(430, 1000) },
        { "hyperbolic tangent", Term.Tanh(X) >= Term.Ratio(292, 1000), Term.Tanh(X) >= Term.Ratio(291, 1000) },
        { "error function", Term.Erf(X) >= Term.Ratio(329, 1000), Term.Erf(X) >= Term.Ratio(328, 1000) },
        { "pi", Term.Pi * X >= Term.Ratio(943, 1000), Term.Pi * X >= Term.Ratio(942, 1000) },
        { "arccos", Term.Acos(X) * Term.Sin(Y) >= Term.Ratio(816, 1000), Term.Acos(X) * Term.Sin(Y) >= Term.Ratio(815, 1000) },
        { "junctions", (Term.Exp(X) >= 2) | ((Term.Exp(Y) >= 2) & !(Term.Log(X) <= -1)), (Term.Exp(X) >= 2) | ((Term.Exp(Y) >= 2) & (Term.Log(X) <= -1)) },
        { "equality", Term.Exp(X).EqualTo(Term.Ratio(135, 100)), Term.Exp(X).NotEqualTo(Term.Ratio(135, 100)) },
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public void Every_operation_is_settled_at_a_point_and_on_a_small_box(string operation, Formula fails, Formula holds)
    {
        Assert.NotEmpty(operation);
        Region point = Region.Point([new Rational(3, 10), new Rational(7, 10)]);
        Rational reach = Rational.Pow(10, -6);
        Region box = Region.Box([.. point.Lower.Select(v => v - reach)], [.. point.Lower.Select(v => v + reach)]);
        Assert.Equal(SmtFinding.NoSolution, Ask(fails, point));
        Assert.NotEqual(SmtFinding.NoSolution, Ask(holds, point));
        Assert.Equal(SmtFinding.NoSolution, Ask(!holds, point)); // the twin is certain
        Assert.True(operation == "exact root" || Ask(fails, box) == SmtFinding.NoSolution, operation);
        Assert.NotEqual(SmtFinding.NoSolution, Ask(holds, box));
    }

    [Fact]
    public void One_region_in_which_it_holds_is_seen_among_many()
    {
        Region[] regions = [.. Enumerable.Range(1, 40).Select(i => Region.Point([new Rational(i, 41), new Rational(i, 43)]))];
        Formula formula = Term.Acos(X) + Term.Sqrt(Y) >= Term.Ratio(19, 10);
        Assert.Equal(SmtFinding.NoSolution, Ask(formula, regions));
        // At x = -1/2 the left side is 2.09.
        Assert.NotEqual(SmtFinding.NoSolution, Ask(formula, [.. regions[..20], Region.Point([new Rational(-1, 2), 0]), .. regions[20..]]));
    }

    [Fact]
    public void Z3_checks_the_bounds_that_it_is_given()
    {
        // With a wrong bound the question could be answered wrongly; the conditions make it satisfiable instead.
        Region[] point = [Region.Point([2, 3])];
        var violation = CompiledFormula.Compile(["x", "y"], Term.Sqrt(X) * Term.Sqrt(Y) <= Term.Ratio(244, 100));
        string script = RegionQuery.SomewhereIn(violation, point).Script;
        Assert.Equal(SmtFinding.NoSolution, SmtJudge.Ask(z3.Solver, SmtQuery.OfScript(script), Limits).Finding);
        foreach ((string right, string wrong) in new[] { ("1.41421", "1.41422"), ("1.73205", "1.73206"), ("2.44948", "2.44949") })
        {
            Assert.Contains(right, script, StringComparison.Ordinal);
            string changed = script.Replace(right, wrong, StringComparison.Ordinal);
            Assert.NotEqual(SmtFinding.NoSolution, SmtJudge.Ask(z3.Solver, SmtQuery.OfScript(changed), Limits).Finding);
        }
    }

    [Fact]
    public void Undefined_operations_are_free()
    {
        Region point = Region.Point([-1, 0]);
        Assert.NotEqual(SmtFinding.NoSolution, Ask(Term.Square(Term.Sqrt(X)) < 0, point));
        Assert.NotEqual(SmtFinding.NoSolution, Ask(Term.Exp(Term.Log(X)) < 0, point));
        Assert.NotEqual(SmtFinding.NoSolution, Ask((1 / Y) > 5, point));
        Assert.NotEqual(SmtFinding.NoSolution, Ask(Term.Pow(Y, -2) < 0, point));
        Assert.NotEqual(SmtFinding.NoSolution, Ask(Term.Sqrt(Term.Exp(Y) - 3) < 0, point));
    }

    [Fact]
    public void Random_formulas_are_never_denied_where_the_kernel_affirms_them()
    {
        var random = new System.Random(17);
        int affirmed = 0, denied = 0, settled = 0;
        foreach (Formula polynomial in RandomFormulas.Polynomial(depth: 2).Sample(70, new Rnd(3, 9), 50))
        {
            // Irrational operands make every operation one that is bounded and not computed.
            Formula formula = Substitution.Apply(polynomial, new Dictionary<string, Term> { ["x"] = Term.Sin(X) + Term.Sqrt(Y), ["y"] = Term.Exp(-X) - 1 });
            var compiled = CompiledFormula.Compile(["x", "y"], formula);
            Rational[] at = [new(random.Next(-20, 21), 10), new(random.Next(1, 41), 10)];
            Rational reach = random.Next(2) == 0 ? Rational.Zero : new Rational(1, 64);
            Region region = reach.Sign == 0 ? Region.Point(at) : Region.Box([.. at.Select(v => v - reach)], [.. at.Select(v => v + reach)]);
            Truth truth = reach.Sign == 0 ? compiled.DecideAt(at) : compiled.Decide(region.Enclosure());
            bool isDenied = Ask(formula, region) == SmtFinding.NoSolution;
            Assert.False(isDenied && compiled.DecideAt(at) == Truth.True, $"{formula} at {at[0]}, {at[1]}");
            affirmed += truth == Truth.True ? 1 : 0;
            denied += truth == Truth.False ? 1 : 0;
            settled += truth == Truth.False && isDenied ? 1 : 0;
        }

        // Both truths occur, and what enclosures exclude Z3 excludes as well.
        Assert.True(affirmed >= 10 && denied >= 10 && settled >= denied - 2, $"{affirmed} affirmed, {denied} denied, {settled} settled");
    }

    [Fact]
    public void A_text_holds_as_many_regions_as_fit()
    {
        Region[] regions = [.. Enumerable.Range(1, 30).Select(i => Region.Point([i, i + 1]))];
        var formula = CompiledFormula.Compile(["x", "y"], Term.Sqrt(X) > Term.Sqrt(Y));
        (SmtQuery all, int count) = RegionQuery.Pack(formula, regions, 0, int.MaxValue);
        Assert.Equal(30, count);
        (SmtQuery some, int few) = RegionQuery.Pack(formula, regions, 10, all.Script.Length / 3);
        Assert.InRange(few, 5, 15);
        Assert.True(some.Script.Length < all.Script.Length / 2);
        Assert.Equal(1, RegionQuery.Pack(formula, regions, 29, 1).Count);
        Assert.Throws<ArgumentException>(() => RegionQuery.SomewhereIn(formula, []));
    }

    private SmtFinding Ask(Formula formula, params Region[] regions) =>
        SmtJudge.Ask(z3.Solver, RegionQuery.SomewhereIn(CompiledFormula.Compile(["x", "y"], formula), regions), Limits).Finding;
}
