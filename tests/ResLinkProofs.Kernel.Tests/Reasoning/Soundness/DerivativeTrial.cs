using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Tests.Reasoning.Soundness;

/// <summary>
/// Compares enclosures of slopes and of second derivatives with difference quotients of exact points, and makes up paraboloids.
/// </summary>
internal sealed class DerivativeTrial(EdgeProblem problem, ReasoningSteps steps, Random random, StepTally tally)
{
    /// <summary>A bound on the curvature of an atom that often holds, and a point at which to touch.</summary>
    public (double Bound, double[] Point) Paraboloid(int node)
    {
        int n = steps.Box.Length;
        double bound = 0;
        if (random.Next(5) > 0 && steps.Hessian(node) is { } hessian)
        {
            for (int i = 0; i < n; i++)
            {
                double row = hessian[(i * n) + i].Upper;
                for (int j = 0; j < n; j++)
                {
                    row += j == i ? 0 : hessian[(i * n) + j].Magnitude;
                }

                bound = Math.Max(bound, (row * 1.0001) + 1e-300);
            }
        }

        bound = random.Next(6) switch { 0 => 0, 1 => Math.ScaleB(1, random.Next(-40, 40)), _ => bound };
        double[] point = new double[n];
        int corner = random.Next(2);
        for (int i = 0; i < n; i++)
        {
            Interval range = steps.Box[i];
            point[i] = corner == 0 ? (random.Next(2) == 0 ? range.Lower : range.Upper)
                : random.Next(4) == 0 ? range.Midpoint
                : Math.Clamp(EdgeRange.Coordinate(random, range, problem.Marks[i]).ToDouble(), range.Lower, range.Upper);
        }

        return (bound, point);
    }

    public void TrySlopes(int node)
    {
        tally.Apply(StepKind.Slopes);
        if (!steps.IsRelevant(node) || steps.Slopes(node) is not { } slopes || slopes.All(s => s.IsEntire))
        {
            return;
        }

        tally.Fire(StepKind.Slopes);
        Interval[] box = steps.Box.ToArray();
        int slot = problem.Problem.Nodes[node].Slot;
        for (int k = 0; k < 6; k++)
        {
            Rational[] first = problem.PointIn(random, box), second = problem.PointIn(random, box);
            for (int i = 0; i < first.Length && random.Next(3) > 0; i++)
            {
                second[i] = first[i];
            }

            Value? difference = Combination(slot, [(1, first), (-1, second)]);
            if (difference is not { } found)
            {
                continue;
            }

            tally.Try(StepKind.Slopes);
            Interval predicted = 0;
            for (int i = 0; i < first.Length; i++)
            {
                predicted += slopes[i] * Interval.Enclose(first[i] - second[i]);
            }

            if (found.LiesOutside(predicted))
            {
                tally.Contradict(StepKind.Slopes, () => Describe(node, box, [first, second], found, predicted));
            }
        }
    }

    public void TryHessian(int node)
    {
        tally.Apply(StepKind.Hessian);
        Interval[] box = steps.Box.ToArray();
        if (steps.Hessian(node) is not { } hessian)
        {
            return;
        }

        tally.Fire(StepKind.Hessian);
        int slot = problem.Problem.Nodes[node].Slot, n = box.Length;
        for (int k = 0; k < 6; k++)
        {
            int i = random.Next(n), j = random.Next(n);
            Rational[] at = problem.PointIn(random, box), to = problem.PointIn(random, box);
            Rational across = to[i] - at[i], along = to[j] - at[j];
            if (box[i].IsPoint || box[j].IsPoint || across.Sign == 0 || along.Sign == 0)
            {
                continue;
            }

            // f(c) - 2 f((a + c) / 2) + f(a), which is f'' times the square of half the distance, at some point between; or the mixed one.
            (int, Rational[])[] stencil = i == j
                ? [(1, at), (-2, Shift(at, i, across / 2)), (1, Shift(at, i, across))]
                : [(1, at), (-1, Shift(at, i, across)), (-1, Shift(at, j, along)), (1, Shift(Shift(at, i, across), j, along))];
            Rational area = i == j ? across * across / 4 : across * along;
            if (Combination(slot, stencil) is not { } found)
            {
                continue;
            }

            tally.Try(StepKind.Hessian);
            Interval predicted = hessian[(i * n) + j] * Interval.Enclose(area);
            if (found.LiesOutside(predicted))
            {
                tally.Contradict(StepKind.Hessian, () => Describe(node, box, [.. stencil.Select(s => s.Item2)], found, predicted));
            }
        }
    }

    private static Rational[] Shift(Rational[] point, int variable, Rational step)
    {
        Rational[] shifted = [.. point];
        shifted[variable] += step;
        return shifted;
    }

    // A combination of values of a slot, exact where they are; null where one may be missing.
    private Value? Combination(int slot, (int Factor, Rational[] Point)[] stencil)
    {
        Rational? exact = 0;
        Interval enclosure = 0;
        foreach ((int factor, Rational[] point) in stencil)
        {
            var sample = new PointSample(problem.Problem, point);
            if (!sample.IsDefined(slot))
            {
                return null;
            }

            exact += factor * sample.Exact(slot);
            enclosure += factor * sample.Enclosure(slot);
        }

        return new Value(exact, enclosure);
    }

    private string Describe(int node, Interval[] box, Rational[][] points, Value found, Interval predicted) =>
        $"node {node} at {string.Join(" ", points.Select(p => $"({string.Join(", ", p)})"))} in {string.Join(" x ", box)}: "
        + $"{found} is not in {predicted}, of\n{problem.Problem}";

    private readonly record struct Value(Rational? Exact, Interval Enclosure)
    {
        public bool LiesOutside(Interval set) => Exact is { } value
            ? (double.IsFinite(set.Lower) && value < Rational.FromDouble(set.Lower))
                || (double.IsFinite(set.Upper) && value > Rational.FromDouble(set.Upper))
            : Enclosure.Intersect(set).IsEmpty;
    }
}
