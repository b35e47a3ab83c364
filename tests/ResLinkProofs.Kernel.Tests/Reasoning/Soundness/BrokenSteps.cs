using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Reasoning.Soundness;

/// <summary>Steps with one mistake each, of kinds that are easily made: the trial has to notice every one.</summary>
internal static class BrokenSteps
{
    /// <summary>At a kink the gradient is that of one branch, perhaps not of the active one; smoothness was shown over the box.</summary>
    internal sealed class GradientOfOneBranch(EmptinessProblem problem) : ReasoningSteps(problem)
    {
        public override bool IsRefutedByCurvature(int node, double bound, double[] point)
        {
            if (base.IsRefutedByCurvature(node, bound, point))
            {
                return true;
            }

            int n = point.Length;
            return Problem.Nodes is [{ Relation: Relation.Greater or Relation.GreaterOrEqual } atom] && Hessian(node) is { } hessian
                && Box.ToArray().All(b => b.IsBounded)
                && Enumerable.Range(0, n).All(i => RowOf(hessian, i, n) <= bound)
                && LinearUpperBound(Problem, atom.Slot, Box, point, bound) < 0;
        }
    }

    private static double RowOf(Interval[] matrix, int i, int n) =>
        Enumerable.Range(0, n).Sum(j => j == i ? matrix[(i * n) + i].Upper : matrix[(i * n) + j].Magnitude);

    /// <summary>The mean value form with the derivative of one branch at the centre in place of the hull.</summary>
    internal sealed class SlopesOfOneBranch(EmptinessProblem problem) : ReasoningSteps(problem)
    {
        public override bool IsRefutedByMeanValues() =>
            base.IsRefutedByMeanValues()
            || (Problem.Nodes is [{ Relation: Relation.Greater or Relation.GreaterOrEqual } atom]
                && LinearUpperBound(Problem, atom.Slot, Box, Array.ConvertAll(Box.ToArray(), b => b.Midpoint), 0) < 0);
    }

    /// <summary>Monotone as the derivative at the centre tells.</summary>
    internal sealed class DirectionAtTheCentre(EmptinessProblem problem) : ReasoningSteps(problem)
    {
        public override int Direction(int variable) => Problem.Nodes is not [{ Relation: Relation.Greater or Relation.GreaterOrEqual } atom]
            ? base.Direction(variable)
            : Derivatives(Problem, atom.Slot, Array.ConvertAll(Box.ToArray(), b => b.Midpoint)).Gradient[variable] switch
            {
                > 0 => 1,
                < 0 => -1,
                _ => 0,
            };

        public override bool TryFix(int variable, int direction)
        {
            double end = direction > 0 ? Box[variable].Upper : Box[variable].Lower;
            if (Direction(variable) != direction || !double.IsFinite(end))
            {
                return base.TryFix(variable, direction);
            }

            Restrict(variable, Interval.Point(end));
            return true;
        }
    }

    /// <summary>A difference of at most zero counts as a failure of "at least zero".</summary>
    internal sealed class WrongSideAtZero(EmptinessProblem problem) : ReasoningSteps(problem)
    {
        public override bool IsRefutedByValues()
        {
            var slots = new Interval[Problem.Tape.Length];
            IntervalEvaluation.Run(Problem.Tape, Box, slots);
            return base.IsRefutedByValues()
                || (Problem.Nodes is [{ Relation: Relation.GreaterOrEqual } atom] && slots[atom.Slot].Upper <= 0);
        }
    }

    /// <summary>A difference of at least zero counts as one that is positive.</summary>
    internal sealed class SatisfiedAtZero(EmptinessProblem problem) : ReasoningSteps(problem)
    {
        public override bool IsSatisfiedByValues()
        {
            var slots = new Interval[Problem.Tape.Length];
            IntervalEvaluation.Run(Problem.Tape, Box, slots);
            return base.IsSatisfiedByValues() || (Problem.Nodes is [{ Relation: Relation.Greater } atom] && slots[atom.Slot].Lower >= 0);
        }
    }

    /// <summary>Narrowed ends are rounded inward by one unit in the last place.</summary>
    internal sealed class InwardRounding(EmptinessProblem problem, bool bySlopes) : ReasoningSteps(problem)
    {
        public override bool Contract() => bySlopes ? base.Contract() : Shave(base.Contract);

        public override bool ContractBySlopes() => bySlopes ? Shave(base.ContractBySlopes) : base.ContractBySlopes();

        private bool Shave(Func<bool> step)
        {
            Interval[] before = Box.ToArray();
            if (!step())
            {
                return false;
            }

            for (int i = 0; i < before.Length; i++)
            {
                Interval range = Box[i];
                double lower = range.Lower > before[i].Lower ? Math.BitIncrement(range.Lower) : range.Lower;
                double upper = range.Upper < before[i].Upper ? Math.BitDecrement(range.Upper) : range.Upper;
                if (lower <= upper && (lower, upper) != (range.Lower, range.Upper))
                {
                    Restrict(i, new Interval(lower, upper));
                }
            }

            return true;
        }
    }

    /// <summary>Contraction that leaves a single point is taken for one that leaves nothing.</summary>
    internal sealed class PointTakenForNothing(EmptinessProblem problem, bool bySlopes) : ReasoningSteps(problem)
    {
        public override bool Contract() => bySlopes ? base.Contract() : LeavesMore(base.Contract);

        public override bool ContractBySlopes() => bySlopes ? LeavesMore(base.ContractBySlopes) : base.ContractBySlopes();

        private bool LeavesMore(Func<bool> step)
        {
            Interval[] before = Box.ToArray();
            return step() && !Box.ToArray().Zip(before).Any(pair => pair.First.IsPoint && !pair.Second.IsPoint);
        }
    }

    /// <summary>The slopes over the lower half of the first range.</summary>
    internal sealed class SlopesOfOneHalf(EmptinessProblem problem) : ReasoningSteps(problem)
    {
        public override Interval[] Slopes(int node)
        {
            Interval[] box = Box.ToArray();
            Restrict(0, new Interval(box[0].Lower, box[0].Midpoint));
            Interval[] slopes = base.Slopes(node);
            Restrict(0, box[0]);
            return slopes;
        }
    }

    /// <summary>A kink counts as smooth.</summary>
    internal sealed class KinksAreFlat(EmptinessProblem problem) : ReasoningSteps(problem)
    {
        public override Interval[]? Hessian(int node) => base.Hessian(node) ?? new Interval[Box.Length * Box.Length];
    }

    // f(c) + the largest values of f_i (x_i - c_i) + b (x_i - c_i)^2 / 2, in floating point.
    private static double LinearUpperBound(EmptinessProblem problem, int slot, ReadOnlySpan<Interval> box, double[] centre, double bound)
    {
        (double value, double[] gradient) = Derivatives(problem, slot, centre);
        for (int i = 0; i < centre.Length; i++)
        {
            double low = box[i].Lower - centre[i], high = box[i].Upper - centre[i];
            value += Math.Max(low * (gradient[i] + (bound / 2 * low)), high * (gradient[i] + (bound / 2 * high)));
        }

        return value;
    }

    private static (double Value, double[] Gradient) Derivatives(EmptinessProblem problem, int slot, double[] point)
    {
        Tape tape = problem.Tape;
        double[] values = new double[tape.Length], adjoints = new double[tape.Length], gradient = new double[point.Length];
        DoubleEvaluation.Run(tape, point, values);
        adjoints[slot] = 1;
        for (int k = slot; k >= 0; k--)
        {
            Instruction step = tape.Instructions[k];
            if (step.Operation == Operation.Variable)
            {
                gradient[step.Left] += adjoints[k];
            }
            else if (!Term.IsLeaf(step.Operation) && step.Right < 0)
            {
                adjoints[step.Left] += adjoints[k] * tape.Unary(k).Derivative(values[step.Left], values[k]);
            }
            else if (!Term.IsLeaf(step.Operation))
            {
                (double left, double right) = tape.Binary(k).Derivative(values[step.Left], values[step.Right], values[k]);
                adjoints[step.Left] += adjoints[k] * left;
                adjoints[step.Right] += adjoints[k] * right;
            }
        }

        return (values[slot], gradient);
    }
}
