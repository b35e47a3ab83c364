using ResLinkProofs.Claims.Checking.Consulting;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Smt.Regions;
using ResLinkProofs.Smt.Solving;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Tests.Claims;

/// <summary>How many regions are asked about at once is bookkeeping: it must neither lose nor invent a certified region.</summary>
public sealed class RegionCertifierTests
{
    private static readonly SolverLimits Limits = new(1_000_000, TimeSpan.FromSeconds(20));
    private static readonly CompiledFormula Violation = CompiledFormula.Compile(["x"], Term.Variable("x") <= Term.Pi);
    private static readonly Region[] Regions = [.. Enumerable.Range(10, 60).Select(i => Region.Point([i]))];

    [Fact]
    public void Regions_that_the_solver_objects_to_are_found_by_halving()
    {
        // It objects to x = 17 and x = 42, alone or among others.
        var solver = new Objector(["(+ (- 17.0) u", "(+ (- 42.0) u"]);
        var counter = new QueryCounter(solver);
        var certifier = new RegionCertifier(counter, Violation, Limits);
        IReadOnlyList<Region> certified = certifier.Certify(Regions, 1_000_000);
        Assert.Equal(Regions.Where(r => r.Lower[0] != 17 && r.Lower[0] != 42), certified);
        Assert.InRange(counter.Queries, 13, 30);
        Assert.Equal("satisfiable, as far as enclosures tell", certifier.Obstacle);
        Assert.Equal(60, certifier.Asked);
    }

    [Fact]
    public void A_solver_that_objects_to_everything_is_soon_left_alone()
    {
        var counter = new QueryCounter(new Objector(["("]));
        Assert.Empty(new RegionCertifier(counter, Violation, Limits).Certify(Regions, 1_000_000));
        Assert.InRange(counter.Queries, 4, 20);
    }

    [Fact]
    public void The_text_is_limited_and_what_was_not_asked_is_not_certified()
    {
        var certifier = new RegionCertifier(new QueryCounter(new Objector([])), Violation, Limits);
        int certified = certifier.Certify(Regions, 1_000).Count;
        Assert.InRange(certified, 1, 20);
        Assert.Equal(certified, certifier.Asked);
        Assert.Equal(60, certifier.Certify(Regions, 1_000_000).Count);
    }

    private sealed class Objector(string[] marks) : ISmtSolver
    {
        public string Name => "objector";

        public string Version => "0";

        public SmtReply Decide(SmtQuery query, SolverLimits limits, CancellationToken cancellation = default) =>
            marks.Any(m => query.Script.Contains(m, StringComparison.Ordinal)) ? SmtReply.Sat(new Dictionary<string, SmtNumber>()) : SmtReply.Unsat;
    }
}
