using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Reasoning;

/// <summary>How often steps of one kind were applied, fired, were held against a satisfying point, and were wrong.</summary>
public sealed class StepCount
{
    public long Applied { get; set; }

    public long Fired { get; set; }

    public long Points { get; set; }

    public long Wrong { get; set; }
}

/// <summary>
/// Applies reasoning steps at random to an <see cref="TiedProblem"/> and holds them against exact points that satisfy the formula: no finishing step may
/// fire while one is in the box, no narrowing may lose one, and fixing must keep one.
/// </summary>
public sealed class TieTrial
{
    /// <summary>A finishing step that is wrong on purpose: it takes the box to be empty when its midpoint is; null for the kernel's steps alone.</summary>
    public Func<BoxReasoner, bool>? Broken { get; init; }

    /// <summary>Where the problems come from, by seed.</summary>
    public Func<int, TiedProblem> Problems { get; init; } = TiedProblem.Of;

    /// <summary>The counts by kind of step.</summary>
    public SortedDictionary<string, StepCount> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>The first wrong steps, for reports.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Tries one problem.</summary>
    public void Run(int seed)
    {
        TiedProblem edge = Problems(seed);
        for (int walk = 0; walk < 3; walk++)
        {
            Walk(edge, seed);
        }

        CheckSlopes(edge, seed);
    }

    private void Walk(TiedProblem edge, int seed)
    {
        var reasoner = new BoxReasoner(edge.Problem);
        var truth = new NodeTruth(edge.Problem);
        List<Rational[]> satisfying = [.. edge.Points.Where(p => truth.Of(p, reasoner.Choices) == Truth.True)];
        for (int step = 0; step < 6; step++)
        {
            foreach ((string kind, Func<bool> finish) in Finishing(edge, reasoner))
            {
                if (Apply(kind, finish()))
                {
                    Hold(kind, seed, satisfying.Count, satisfying.Count > 0, edge, satisfying);
                }
            }

            bool goesOn = edge.Below(5) switch
            {
                0 => Narrow("contract", reasoner.Contract, edge, reasoner, satisfying, seed),
                1 => Narrow("contract-slopes", reasoner.ContractBySlopes, edge, reasoner, satisfying, seed),
                2 => Split(edge, reasoner, satisfying),
                3 => Choose(edge, reasoner, truth, ref satisfying),
                _ => Fix(edge, reasoner, truth, ref satisfying, seed),
            };
            if (!goesOn)
            {
                return;
            }
        }
    }

    private IEnumerable<(string Kind, Func<bool> Finish)> Finishing(TiedProblem edge, BoxReasoner reasoner)
    {
        yield return ("values", reasoner.IsRefutedByValues);
        yield return ("mean-values", reasoner.IsRefutedByMeanValues);
        yield return ("corners", reasoner.IsRefutedByCorners);
        yield return ("combination", () => reasoner.IsRefutedByCombination(edge.Multipliers()));
        if (Broken is { } broken)
        {
            yield return ("broken", () => broken(reasoner));
        }

        for (int k = 0; k < edge.Problem.Nodes.Count; k++)
        {
            int node = k;
            double[] point = edge.TouchingPoint(reasoner.Box);
            yield return ("curvature", () => reasoner.IsRefutedByCurvature(node, BoundOf(reasoner, node, edge.Below(4)), point));
        }
    }

    // Gershgorin's bound on the eigenvalues of the Hessian where there is one, and numbers that may be too small: then the step has to see it.
    private static double BoundOf(BoxReasoner reasoner, int node, int choice)
    {
        if (choice == 0 || reasoner.Problem.Nodes[node].Kind != FormulaNodeKind.Atom || !reasoner.TryHessian(node, out ReadOnlySpan<Interval> hessian))
        {
            return choice == 0 ? 0 : 1;
        }

        int n = reasoner.Box.Length;
        double largest = 0;
        for (int i = 0; i < n; i++)
        {
            double row = hessian[(i * n) + i].Upper;
            for (int j = 0; j < n; j++)
            {
                row += j == i ? 0 : hessian[(i * n) + j].Magnitude;
            }

            largest = Math.Max(largest, row);
        }

        return choice == 1 ? 0.5 * largest : (1.001 * largest) + 1e-9;
    }

    private bool Narrow(string kind, Func<bool> contract, TiedProblem edge, BoxReasoner reasoner, List<Rational[]> satisfying, int seed)
    {
        Interval[] before = reasoner.Box.ToArray();
        bool consistent = contract();
        Interval[] after = reasoner.Box.ToArray();
        if (Apply(kind, !consistent || !before.SequenceEqual(after)))
        {
            Hold(kind, seed, satisfying.Count, satisfying.Exists(p => !consistent || !IsIn(p, after)), edge, satisfying);
        }

        return consistent;
    }

    private static bool Split(TiedProblem edge, BoxReasoner reasoner, List<Rational[]> satisfying)
    {
        int i = edge.Below(reasoner.Box.Length);
        Interval range = reasoner.Box[i];
        double point = edge.PointIn(range);
        reasoner.Restrict(i, edge.Below(2) == 0 ? new Interval(range.Lower, point) : new Interval(point, range.Upper));
        Interval[] box = reasoner.Box.ToArray();
        satisfying.RemoveAll(p => !IsIn(p, box));
        return true;
    }

    private static bool Choose(TiedProblem edge, BoxReasoner reasoner, NodeTruth truth, ref List<Rational[]> satisfying)
    {
        int[] choices = [.. Enumerable.Range(0, edge.Problem.Nodes.Count).Where(k => edge.Problem.Nodes[k] is { Kind: FormulaNodeKind.Or, Operands.Count: > 0 })];
        if (choices.Length > 0)
        {
            int node = choices[edge.Below(choices.Length)];
            IReadOnlyList<int> operands = edge.Problem.Nodes[node].Operands;
            reasoner.Choose(node, operands[edge.Below(operands.Count)]);
            int[] made = reasoner.Choices.ToArray();
            satisfying = [.. satisfying.Where(p => truth.Of(p, made) == Truth.True)];
        }

        return true;
    }

    private bool Fix(TiedProblem edge, BoxReasoner reasoner, NodeTruth truth, ref List<Rational[]> satisfying, int seed)
    {
        int i = edge.Below(reasoner.Box.Length), direction = edge.Below(2) == 0 ? 1 : -1;
        if (Apply("fix", reasoner.TryFix(i, direction)))
        {
            // A satisfying point, moved to the end, still satisfies the formula wherever it is defined there. An end that is no double lies between
            // neighbouring doubles, one of which is on the side of the points.
            Rational low = Rational.FromDouble(reasoner.Box[i].Lower), high = Rational.FromDouble(reasoner.Box[i].Upper);
            int[] made = reasoner.Choices.ToArray();
            Rational[][][] moved = [.. satisfying.Select(p => new[] { low, high }.Select(end => p.Select((x, k) => k == i ? end : x).ToArray()).ToArray())];
            Hold("fix", seed, moved.Length, moved.Any(ends => ends.All(p => truth.Of(p, made) == Truth.False)), edge, satisfying);
            satisfying = [.. moved.SelectMany(ends => ends).Where(p => truth.Of(p, made) == Truth.True)];
        }

        return true;
    }

    // Differences of values between exact points lie in what the slopes over the box predict.
    private void CheckSlopes(TiedProblem edge, int seed)
    {
        var reasoner = new BoxReasoner(edge.Problem);
        int[] atoms = [.. Enumerable.Range(0, edge.Problem.Nodes.Count).Where(k => edge.Problem.Nodes[k].Kind == FormulaNodeKind.Atom && reasoner.IsRelevant(k))];
        Rational[][] points = [.. edge.Points.Where(p => IsOfDomain(edge.Problem, reasoner, p))];
        foreach (int k in atoms)
        {
            Interval[] slopes = reasoner.Slopes(k).ToArray();
            if (!Apply("slopes", slopes.All(s => s.IsBounded)))
            {
                continue;
            }

            for (int pair = 0; pair < 10 && points.Length > 1; pair++)
            {
                Rational[] u = points[edge.Below(points.Length)], v = points[edge.Below(points.Length)];
                if (ValueAt(edge.Problem, k, u) is not { } fu || ValueAt(edge.Problem, k, v) is not { } fv)
                {
                    continue;
                }

                Interval predicted = Interval.Zero;
                for (int i = 0; i < slopes.Length; i++)
                {
                    predicted += slopes[i] * Interval.Enclose(u[i] - v[i]);
                }

                Hold("slopes", seed, 1, predicted.IsDisjointFrom(fu - fv), edge, [u, v]);
            }
        }
    }

    // Slopes are those over the points at which the required comparisons of a single variable with a constant hold.
    private static bool IsOfDomain(EmptinessProblem problem, BoxReasoner reasoner, Rational[] point)
    {
        Rational?[] exact = RationalEvaluation.Run(problem.Tape, point);
        return Enumerable.Range(0, problem.Nodes.Count).All(k =>
            problem.Nodes[k].Kind != FormulaNodeKind.Atom || !reasoner.IsRequired(k)
            || problem.CoefficientsOf(k)?.Count(c => c.Monomial >= 0) != 1
            || exact[problem.Nodes[k].Slot] is not { } value
            || CompiledFormula.Decide(problem.Nodes[k].Relation, Interval.Point(value.Sign)) != Truth.False);
    }

    private static Interval? ValueAt(EmptinessProblem problem, int node, Rational[] point)
    {
        var slots = new Interval[problem.Tape.Length];
        IntervalEvaluation.Run(problem.Tape, [.. point.Select(Interval.Enclose)], slots);
        int slot = problem.Nodes[node].Slot;
        return Definedness.Of(problem.Tape, slots)[slot] ? slots[slot] : null;
    }

    private bool Apply(string kind, bool fires)
    {
        StepCount count = CountOf(kind);
        count.Applied++;
        count.Fired += fires ? 1 : 0;
        return fires;
    }

    private void Hold(string kind, int seed, int points, bool isWrong, TiedProblem edge, IReadOnlyList<Rational[]> against)
    {
        StepCount count = CountOf(kind);
        count.Points += points;
        if (isWrong)
        {
            count.Wrong++;
            if (Faults.Count < 5)
            {
                Faults.Add($"{kind}, seed {seed}: {edge.Formula} over {string.Join(" x ", edge.Box)} at ({string.Join("; ", against.Take(2).Select(p => string.Join(", ", p)))})");
            }
        }
    }

    private StepCount CountOf(string kind)
    {
        if (!Counts.TryGetValue(kind, out StepCount? count))
        {
            Counts.Add(kind, count = new StepCount());
        }

        return count;
    }

    private static bool IsIn(Rational[] point, Interval[] box) => point.Zip(box).All(p => p.Second.Contains(p.First));
}
