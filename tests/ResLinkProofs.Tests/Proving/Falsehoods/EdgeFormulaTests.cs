using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Tests.Reasoning.Soundness;
using ResLinkProofs.Proving;
using Xunit.Abstractions;

namespace ResLinkProofs.Tests.Proving.Falsehoods;

/// <summary>
/// Ten thousand random formulas with their kinks, ties and ends of domains at the ends and centres of their ranges: what is proved survives
/// exact points there; what is refuted is refuted at a point of the ranges, and its irrational twin is not proved. A companion of
/// <see cref="RandomFormulaTests"/>, whose points are uniform.
/// </summary>
public sealed class EdgeFormulaTests(ITestOutputHelper output)
{
    private const int Formulas = 10_000;
    private const int PointsPerFormula = 30;

    [Fact]
    public void Verdicts_on_formulas_at_edges_are_not_contradicted()
    {
        var counts = new Counts();
        Parallel.For(0, Formulas, seed =>
        {
            var random = new System.Random(seed);
            var problem = EdgeProblem.Next(random);
            switch (Prover.Prove(problem.Statement, new ProofBudget { Boxes = 30 }))
            {
                case Proved:
                    Interlocked.Increment(ref counts.Proved);
                    counts.Contradict(Points(problem, random).Where(p => IsViolated(problem, p)), problem);
                    break;
                case Refuted refuted:
                    Interlocked.Increment(ref counts.Refuted);
                    bool isProvedTwin = Prover.Prove(IrrationalTwin.Of(problem.Statement), new ProofBudget { Boxes = 12 }) is Proved;
                    counts.Contradict(
                        IsWitness(problem, refuted.Witness.Point) && !isProvedTwin ? [] : [[.. refuted.Witness.Point]],
                        problem);
                    break;
            }
        });
        output.WriteLine($"{counts.Proved} proved, {counts.Refuted} refuted");
        Assert.True(counts.Contradictions.IsEmpty, string.Join('\n', counts.Contradictions));
        Assert.True(counts.Proved > 1_000 && counts.Refuted > 3_000, $"{counts.Proved} proved, {counts.Refuted} refuted");
    }

    [Fact]
    public void The_points_at_edges_notice_most_formulas_that_are_false()
    {
        int noticed = 0, refuted = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new System.Random(seed);
            var problem = EdgeProblem.Next(random);
            if (Prover.Prove(problem.Statement, new ProofBudget { Boxes = 30 }) is Refuted)
            {
                refuted++;
                noticed += Points(problem, random).Any(p => IsViolated(problem, p)) ? 1 : 0;
            }
        }

        Assert.True(noticed > 9 * refuted / 10, $"{noticed} of {refuted} noticed");
    }

    // Exact where the ranges are no doubles: a point that their enclosures admit may lie outside them.
    private static IEnumerable<Rational[]> Points(EdgeProblem problem, System.Random random)
    {
        Interval[] box = problem.Problem.EnclosingBox();
        return Enumerable.Range(0, PointsPerFormula)
            .Select(_ => problem.PointIn(random, box))
            .Where(p => problem.Statement.Variables.Zip(p).All(pair => pair.First.Admits(pair.Second)));
    }

    private static bool IsViolated(EdgeProblem problem, Rational[] point) =>
        ConfirmedWitness.TryConfirm(problem.Statement, point) is not null;

    // By the problem's own formula, slot by slot, and not by the code that confirms witnesses.
    private static bool IsWitness(EdgeProblem problem, IReadOnlyList<Rational> point) =>
        problem.Statement.Variables.Zip(point).All(pair => pair.First.Admits(pair.Second))
        && new PointSample(problem.Problem, [.. point]).TruthUnder([.. problem.Problem.Nodes.Select(_ => -1)]) != Truth.False;

    private sealed class Counts
    {
        public int Proved;
        public int Refuted;

        public System.Collections.Concurrent.ConcurrentBag<string> Contradictions { get; } = [];

        public void Contradict(IEnumerable<Rational[]> points, EdgeProblem problem)
        {
            foreach (Rational[] point in points.Take(1))
            {
                Contradictions.Add($"({string.Join(", ", point)}): {problem.Statement}");
            }
        }
    }
}
