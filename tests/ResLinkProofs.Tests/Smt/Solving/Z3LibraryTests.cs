using FsCheck;
using FsCheck.Fluent;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Smt.Provisioning;
using ResLinkProofs.Smt.Solving;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Tests.Smt.Solving;

/// <summary>The program and the library are two routes to one solver: the same queries must get the same answers.</summary>
public sealed class Z3LibraryTests(Z3Fixture z3) : IClassFixture<Z3Fixture>
{
    private static readonly Term X = Term.Variable("x");
    private static readonly Term Y = Term.Variable("y");
    private static readonly SolverLimits Limits = new(20_000_000, TimeSpan.FromSeconds(60));
    private static readonly string[] Names = ["x", "y"];
    private readonly Z3Library _library = Z3Provider.OpenLibrary();

    public static TheoryData<string, Formula, SmtFinding> Questions() => Z3Tests.Questions();

    [Fact]
    public void It_says_that_it_is_a_library_and_which()
    {
        Assert.Matches(@"^Z3 \d+\.\d+\.\d+\.\d+, a library in this process$", _library.Version);
        Assert.NotEqual(z3.Solver.Version, _library.Version);
        Assert.NotEmpty(_library.Library);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void Both_routes_answer_alike(string name, Formula constraint, SmtFinding expected)
    {
        SmtQuery query = SmtQuery.Of(Names, [constraint]);
        Assert.Equal(expected, SmtJudge.Ask(_library, query, Limits).Finding);
        Assert.True(Difference(query, query) is null, $"{name}: {Difference(query, query)}");
    }

    [Fact]
    public void Both_routes_answer_random_questions_alike()
    {
        SmtQuery[] queries = [.. RandomFormulas.Polynomial(depth: 3).Sample(60, new Rnd(7, 11), 50).Select(f => SmtQuery.Of(Names, [f]))];
        string?[] differences = [.. queries.Select(q => Difference(q, q))];
        Assert.All(differences, Assert.Null);

        // Where one of them is asked something else, as a route that drops or turns a constraint would, that is seen.
        SmtQuery[] turned = [.. queries.Select(q => SmtQuery.Of(Names, [!Formula.All(q.Constraints)]))];
        int seen = queries.Zip(turned).Count(pair => Difference(pair.First, pair.Second) is not null);
        Assert.True(seen >= 50, $"{seen} of {queries.Length} turned questions told apart");
    }

    [Theory]
    [InlineData(2, 0, -2, 0, 1)] // 2 x^4 - 2 x^2 + ... : several roots, and multiple ones
    [InlineData(1, 0, -5, 0, 6)]
    [InlineData(1, -3, 0, 1, 0)]
    [InlineData(3, 0, 0, -7, 1)]
    public void Algebraic_numbers_are_read_alike(int a4, int a3, int a2, int a1, int a0)
    {
        Term polynomial = (a4 * Term.Pow(X, 4)) + (a3 * Term.Pow(X, 3)) + (a2 * X * X) + (a1 * X) + a0;
        SmtQuery query = SmtQuery.Of(["x"], [polynomial.EqualTo(0), X > Term.Ratio(1, 10)]);
        Assert.Null(Difference(query, query));
        SmtReply reply = _library.Decide(query, Limits);
        if (reply.Claim == SmtClaim.Sat && !reply.Model["x"].IsExact)
        {
            SmtNumber root = reply.Model["x"];
            Assert.True(Value(root.Lower).Sign * Value(root.Upper).Sign < 0 && root.Upper - root.Lower < Rational.Pow(2, -50), $"{root}");
        }

        Rational Value(Rational x) => new[] { a4, a3, a2, a1, a0 }.Aggregate(Rational.Zero, (sum, a) => (sum * x) + a);
    }

    [Theory]
    [InlineData("(assert (> x ))", SmtClaim.Sat)]
    [InlineData("(assert (> (^ x 2) 0))", null)] // the program refuses it, the library does not
    [InlineData("(assert (> w 0))", SmtClaim.Void)]
    [InlineData("(assert (sine x))", SmtClaim.Void)]
    [InlineData("(assert (> x 0)", SmtClaim.Void)]
    public void The_traps_are_those_of_the_program_and_every_error_voids_the_answer(string line, SmtClaim? expected)
    {
        string script = $"(set-logic QF_NRA)\n(declare-const x Real)\n{line}\n(check-sat)\n";
        SolverTranscript transcript = Z3Library.Converse(
            script, ["x"], Limits, CancellationToken.None);
        SmtClaim claim = SolverOutput.Interpret(transcript, ["x"]).Claim;
        Assert.True(expected is null ? claim is SmtClaim.Void or SmtClaim.Sat : claim == expected, $"{claim}");
    }

    [Fact]
    public void Work_decides_and_a_query_does_not_pay_for_the_one_before()
    {
        (SmtQuery query, SolverLimits little) = Hard(2000);
        SmtReply first = _library.Decide(query, little);
        Assert.Equal((SmtClaim.Unknown, "the solver gave up: max. resource limit exceeded"), (first.Claim, first.Reason));
        Assert.Equal(first.Reason, _library.Decide(query, little).Reason);
        Assert.Equal(SmtClaim.Sat, _library.Decide(SmtQuery.Of(["x"], [(X * X).EqualTo(2)]), new SolverLimits(20_000, Limits.Wall)).Claim);
    }

    [Fact]
    public void Queries_side_by_side_keep_their_own_limits()
    {
        (SmtQuery query, SolverLimits little) = Hard(2000);
        SmtQuery easy = SmtQuery.Of(Names, [(X * X * X).EqualTo(2), (Y * X).EqualTo(1)]);
        SmtReply alone = _library.Decide(easy, Limits);
        SmtReply[] replies = new SmtReply[40];
        Parallel.For(0, replies.Length, new ParallelOptions { MaxDegreeOfParallelism = 7 }, i =>
        {
            replies[i] = i % 2 == 0 ? _library.Decide(query, little) : _library.Decide(easy, Limits);
            GC.Collect();
        });
        Assert.All(replies.Where((_, i) => i % 2 == 0), r => Assert.Equal(SmtClaim.Unknown, r.Claim));
        Assert.All(replies.Where((_, i) => i % 2 == 1), r => Assert.Null(Difference(alone, r)));
    }

    [Fact]
    public void The_wall_limit_and_cancelling_interrupt_it()
    {
        (SmtQuery query, SolverLimits much) = Hard(4_000_000_000, TimeSpan.FromSeconds(1));
        SmtReply reply = _library.Decide(query, much);
        Assert.Equal((SmtClaim.Unknown, "no answer within 1 s"), (reply.Claim, reply.Reason));
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Assert.ThrowsAny<OperationCanceledException>(() => _library.Decide(query, new(4_000_000_000, TimeSpan.FromMinutes(1)), soon.Token));
        Assert.Equal(SmtClaim.Sat, _library.Decide(SmtQuery.Of(["x"], [X > 1]), Limits).Claim);
    }

    [Fact]
    public void Too_much_output_voids_the_answer()
    {
        SmtQuery query = SmtQuery.Of(["x"], [(X * X).EqualTo(2)]);
        Assert.Equal(SmtClaim.Void, _library.Decide(query, new SolverLimits(Limits.Work, Limits.Wall, outputBytes: 8)).Claim);
    }

    [Fact]
    public void A_library_that_is_absent_broken_or_another_is_refused_with_the_remedy()
    {
        string folder = Directory.CreateTempSubdirectory("reslink").FullName;
        try
        {
            string broken = Path.Combine(folder, "libz3.so.4");
            File.WriteAllText(broken, "no library at all");
            string absent = Path.Combine(folder, "none", "libz3.so.4");
            string another = OperatingSystem.IsWindows() ? "kernel32" : OperatingSystem.IsMacOS() ? "libSystem.dylib" : "libm.so.6";
            string message = Assert.Throws<SolverUnavailableException>(() => Z3Binding.Load([absent, broken, another])).Message;
            Assert.Contains($"{absent} cannot be loaded", message, StringComparison.Ordinal);
            Assert.Contains($"{broken} cannot be loaded", message, StringComparison.Ordinal);
            Assert.Contains($"{another} has no function Z3_get_full_version", message, StringComparison.Ordinal);
            Assert.Contains(Z3LibraryLocation.Remedy, message, StringComparison.Ordinal);

            // Those that do not work are passed over.
            Assert.Equal(_library.Library, Z3Binding.Load([broken, _library.Library]).Library);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The benchmark crespo2a in its box: beyond the solver.
    private static (SmtQuery Query, SolverLimits Limits) Hard(long work, TimeSpan? wall = null)
    {
        Term z = Term.Variable("z");
        Formula claim = (2 * Y * Term.Pow(X, 5)) + (Y * Y * Term.Pow(X, 4)) - (Term.Pow(Y, 3) * X * X) - (2 * Term.Pow(Y, 3) * X)
            + (X * Y / 2) - (10 * z * z) + (10 * z) > 6;
        Formula box = (Term.Abs(X) <= Term.Ratio(6, 5)) & (Term.Abs(Y) <= Term.Ratio(3, 5)) & (Term.Abs(z) <= Term.Ratio(3, 10));
        return (SmtQuery.Of(["x", "y", "z"], [box, claim]), new SolverLimits(work, wall ?? Limits.Wall));
    }

    private string? Difference(SmtQuery program, SmtQuery library) =>
        Difference(z3.Solver.Decide(program, Limits), _library.Decide(library, Limits), AreOfOneVersion);

    private bool AreOfOneVersion => _library.Version.Split([' ', ','])[1].StartsWith(z3.Solver.Version.Split(' ')[2], StringComparison.Ordinal);

    // Two versions may find different models, and one may give up where the other does not; one version may do neither.
    private static string? Difference(SmtReply one, SmtReply other, bool areOfOneVersion = true)
    {
        if (!areOfOneVersion && (one.Claim == SmtClaim.Unknown || other.Claim == SmtClaim.Unknown))
        {
            return null;
        }

        return one.Claim != other.Claim || one.Reason != other.Reason ? $"{one.Claim} {one.Reason} and {other.Claim} {other.Reason}"
            : !areOfOneVersion ? null
            : one.Model.OrderBy(m => m.Key).SequenceEqual(other.Model.OrderBy(m => m.Key)) ? null
            : $"{string.Join(", ", one.Model)} and {string.Join(", ", other.Model)}";
    }
}
