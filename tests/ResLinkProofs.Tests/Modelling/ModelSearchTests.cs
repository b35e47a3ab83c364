using System.Collections.Concurrent;
using ResLinkProofs.Attack;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Models;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;
using ResLinkProofs.Tests.Claims.Keeping;
using static ResLinkProofs.Models.Formulas.MatrixFunctions;

namespace ResLinkProofs.Tests.Modelling;

/// <summary>What the engines make of claims about models: what is proved, what is only supported, what derivatives are good for.</summary>
public sealed class ModelSearchTests
{
    private static readonly Budget Tiny = Budget.Small with { Name = "tiny", SamplesPerSize = 40, AttackSteps = 600 };

    [Fact]
    public void A_violation_that_samples_miss_is_found_by_derived_gradients_and_confirmed()
    {
        // Tight only where the residual lies along the largest singular vector of V: 7.99 of the 8 that hold.
        Claim claim = Of(Slope(799, [[4, 3, 4]]));
        ClaimResult sampled = new ClaimRunner([new SearchChecker()]).Run(claim, Tiny with { AttackSteps = 1 }, 1);
        ClaimResult attacked = new ClaimRunner([new SearchChecker()]).Run(claim, Tiny, 1);
        Assert.Equal(Verdict.Supported, sampled.Verdict);
        Assert.Equal(Verdict.Refuted, attacked.Verdict);
        Assert.Equal("attack", attacked.Evidence[0].Engine);
        Assert.IsType<ConfirmedWitness>(attacked.Evidence[0].Refutation);
        Assert.Equal(Verdict.Supported, new ClaimRunner([new SearchChecker()]).Run(Of(Slope(800, [[4, 3, 4]])), Tiny, 1).Verdict);
    }

    [Fact]
    public void A_family_that_goes_on_is_supported_at_most_and_a_finite_one_is_proved()
    {
        var model = new Model("scalars");
        Extent n = model.Size("n");
        MatrixFormula x = model.Vector("x", n, ParameterSet.Box(-1, 1)), y = model.Vector("y", n, ParameterSet.Box(-1, 1));
        Formula Parallelogram(ModelSymbols m) => (m[SquaredNorm(x + y)] + m[SquaredNorm(x - y)]).EqualTo(2 * (m[SquaredNorm(x)] + m[SquaredNorm(y)]));
        var goesOn = ModelProposition.ForEach(model, [[1], [2], [3]], _ => Formula.True, Parallelogram);
        var finite = ModelProposition.ForCases(model, [[1], [2], [3]], _ => Formula.True, Parallelogram);
        Assert.Null(goesOn.Obligations);
        Assert.Equal("n = 1, 2, 3", Assert.Single(finite.CaseSets));
        ClaimResult supported = new ClaimRunner().Run(Of(goesOn), Tiny, 1), proved = new ClaimRunner().Run(Of(finite), Tiny, 1);
        Assert.Equal(Verdict.Supported, supported.Verdict);
        Assert.Contains(supported.Evidence, e => e.Engine == "prover" && e.Summary.Contains("proved for n = 1, 2, 3", StringComparison.Ordinal));
        Assert.Equal(Verdict.Proved, proved.Verdict);
        Assert.Equal(3, proved.Evidence.Sum(e => e.Certificates.Count));

        // Proofs of the finite claim are no evidence for the one that goes on, nor for a claim about other sizes.
        Evidence proof = proved.Evidence.Single(e => e.Finding == Finding.Proof);
        Assert.Throws<ForeignEvidenceException>(() => Judge.Decide(goesOn, [proof]));
        Assert.Throws<ForeignEvidenceException>(() => Judge.Decide(ModelProposition.ForCases(model, [[1], [2], [4]], _ => Formula.True, Parallelogram), [proof]));
        Assert.Throws<ForeignEvidenceException>(() => Judge.Decide(ModelProposition.ForCases(model, [[1], [2], [3]], _ => Formula.True, m => Parallelogram(m) & (m[SquaredNorm(x)] >= 0)), [proof]));
    }

    [Theory]
    [InlineData("example/balancedness-small", Verdict.Proved)]
    [InlineData("example/balancedness", Verdict.Supported)]
    [InlineData("example/false-balancedness", Verdict.Refuted)]
    public void Kept_evidence_is_confirmed_again_and_not_searched(string id, Verdict expected)
    {
        using var kept = new Kept();
        Claim claim = Assert.Single(Catalogue.Of([new LinearNetwork.LinearNetwork()]).Matching([id]));
        var cold = kept.Run(claim);
        var warm = kept.Run(claim);
        Assert.Equal((expected, expected), (cold.Result.Verdict, warm.Result.Verdict));
        Assert.Equal((cold.Result.Times.Count, 0), (cold.Searches, warm.Searches));
        Assert.Equal(cold.Result.Evidence.Select(e => (e.Summary, e.Witness)), warm.Result.Evidence.Select(e => (e.Summary, e.Witness)));
    }

    [Fact]
    public void A_finite_claim_names_its_cases_in_its_text()
    {
        Claim claim = Of(ModelProposition.ForCases(new Model("none"), [[]], _ => Formula.True, _ => Formula.True)) with { Text = "nothing" };
        InvalidOperationException refusal = Assert.Throws<InvalidOperationException>(() => Catalogue.Of([new Spec(claim)]));
        Assert.Contains("does not name its cases", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_size_too_large_to_be_written_out_leaves_a_violation_a_suspicion()
    {
        ClaimResult result = new ClaimRunner([new SearchChecker()]).Run(Of(Slope(400, [[30, 20, 30]])), Tiny, 1);
        Assert.Equal(Verdict.Inconclusive, result.Verdict);
        Assert.Equal(Finding.Suspicion, Assert.Single(result.Evidence).Finding);
    }

    [Fact]
    public void A_family_that_fails_at_an_irrational_point_only_is_refuted_in_a_box()
    {
        var model = new Model("scalars");
        Extent n = model.Size("n");
        MatrixFormula x = model.Vector("x", n, ParameterSet.Box(0, 2));
        ModelProposition Misses(int number) => ModelProposition.ForEach(model, [[1], [2]], _ => Formula.True, m => m[SquaredNorm(x)].NotEqualTo(number));
        ClaimResult result = new ClaimRunner([new ProverChecker()]).Run(Of(Misses(2)), Tiny, 1);
        Assert.Equal(Verdict.Refuted, result.Verdict);
        Assert.IsType<EnclosedWitness>(Assert.Single(result.Evidence).Refutation);
        Assert.Equal(Verdict.Supported, new ClaimRunner([new ProverChecker()]).Run(Of(Misses(9)), Tiny, 1).Verdict);
    }

    [Fact]
    public void Signs_are_searched_and_their_witnesses_are_signs()
    {
        var model = new Model("signs");
        Extent n = model.Size("n");
        MatrixFormula s = model.Vector("s", n, ParameterSet.Signs), a = model.Matrix("A", n, n, ParameterSet.Box(0, 1));
        var claim = ModelProposition.ForEach(model, [[1], [2], [3]], m => m[Sum(s)].EqualTo(1), m => m[Inner(s, a * s)] <= 3);
        ClaimResult result = new ClaimRunner([new SearchChecker()]).Run(Of(claim), Tiny, 1);
        Assert.Equal(Verdict.Refuted, result.Verdict);
        Assert.StartsWith("n = 3, s = [", result.Witness, StringComparison.Ordinal);
        Assert.All(((ConfirmedWitness)result.Evidence[0].Refutation!).Point.Take(3), x => Assert.Equal(1, (x * x).ToDouble()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Evidence_is_the_same_to_the_last_bit_on_any_number_of_threads(int threads)
    {
        string expected = Trace();
        var traces = new ConcurrentBag<string>();
        Parallel.For(0, 2 * threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ => traces.Add(Trace()));
        Assert.Equal(2 * threads, traces.Count);
        Assert.All(traces, trace => Assert.Equal(expected, trace));
    }

    // Least margins, points, and a gradient, in full precision.
    private static string Trace()
    {
        Budget budget = Tiny with { SamplesPerSize = 20, AttackSteps = 120 };
        var claims = Catalogue.Of([new GramMatrix(), new LinearNetwork.LinearNetwork()]).Matching(["gram/all-sizes", "example/slope"]);
        IEnumerable<Evidence> evidence = claims.SelectMany(c => new SearchChecker().Check(c, budget, 3));
        Instance instance = ((ModelProposition)claims[1].Proposition).At(5);
        var landscape = instance.CreateSurface()!.Landscape;
        double[] point = new double[instance.CoordinateCount], gradient = new double[instance.CoordinateCount], margins = new double[landscape.Count];
        instance.Sample(new RandomStream(9, 1), point);
        Assert.True(landscape.Evaluate(point, margins) && landscape.PullBack([.. margins.Select(_ => 1.0)], gradient));
        return string.Join('|', evidence.Select(e => $"{e.WorstMargin:R} {e.WorstPoint}")) + string.Join(' ', gradient.Select(BitConverter.DoubleToInt64Bits));
    }

    // |∂L/∂U|² is at most |V|₂² 2L: with hundredths in place of 8, and without the neighbourhood of L = 0.
    private static ModelProposition Slope(int hundredths, int[][] sizes)
    {
        var model = new Model("slope");
        Extent m = model.Size("m"), k = model.Size("k"), n = model.Size("n");
        MatrixFormula u = model.Matrix("U", m, k, ParameterSet.FrobeniusBall(2)), v = model.Matrix("V", k, n, ParameterSet.SpectralBall(2));
        MatrixFormula target = model.Matrix("M", m, n, ParameterSet.Box(-1, 1)), loss = model.Define("L", SquaredNorm((u * v) - target) / 2);
        return ModelProposition.ForEach(model, sizes, x => x[loss] >= 1, x => x[SquaredNorm(Gradient(loss, u))] <= Term.Ratio(hundredths, 100) * x[loss]);
    }

    private static Claim Of(ModelProposition proposition) =>
        new() { Source = new Source(new Document("test", "Test"), "claim"), Text = $"for {string.Join(", ", proposition.CaseSets)}", Proposition = proposition };

    private sealed class Spec(Claim claim) : ISpec
    {
        public IEnumerable<Claim> Claims() => [claim];
    }
}
