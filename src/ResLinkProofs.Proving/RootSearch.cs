using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Proving;

/// <summary>
/// Looks for a violation at a point that is not rational: Newton's method on the comparisons that hold with equality
/// near a point, surplus variables held at simple numbers, and boxes about what it finds for the kernel to confirm.
/// </summary>
internal sealed class RootSearch
{
    private const int LargestSystem = 8, NewtonSteps = 30, MostRadii = 10;
    private const double NearlyZero = 1e-4, SmallestPivot = 1e-8, LeastRadius = 1e-14, RadiusGrowth = 16;

    // How far a surplus variable may move to a simple number.
    private static readonly double[] Distances = [1e-2, 1e-5, 1e-9, 0];

    private readonly Statement _statement;
    private readonly Atom[] _atoms;
    private readonly CompiledFormula _violation;
    private readonly double[] _values;

    public RootSearch(Statement statement)
    {
        _statement = statement;
        Formula violation = EnclosedWitness.Violation(statement);
        _atoms = [.. violation.Atoms().Distinct()];
        _violation = CompiledFormula.Compile(statement.VariableNames, violation);
        _values = new double[_violation.Tape.Length];
    }

    /// <summary>A confirmed witness near a point, or null.</summary>
    public EnclosedWitness? Near(IReadOnlyList<double> point)
    {
        if (_statement.MatrixBounds.Count > 0 || point.Count == 0 || !point.All(double.IsFinite))
        {
            return null;
        }

        double[] start = [.. point];
        DoubleEvaluation.Run(_violation.Tape, start, _values);
        int[] near = [.. Enumerable.Range(0, _atoms.Length).Where(k => _atoms[k].Relation is Relation.Equal or Relation.GreaterOrEqual
            && Math.Abs(_values[_violation.SlotOf[_atoms[k]]]) <= NearlyZero)];
        int[] equal = [.. near.Where(k => _atoms[k].Relation == Relation.Equal)];
        IEnumerable<int[]> systems = near.Length == equal.Length
            ? [equal]
            : [equal, near, .. near.Except(equal).Select(k => equal.Append(k).ToArray())];
        foreach (int[] system in systems.Where(s => s.Length > 0 && s.Length <= Math.Min(start.Length, LargestSystem)))
        {
            foreach (double distance in Distances)
            {
                if (Solve(system, start, distance) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    private EnclosedWitness? Solve(int[] system, double[] start, double distance)
    {
        int k = system.Length, n = start.Length;
        if (Columns(Jacobian(system, start), k, n) is not { } sides)
        {
            return null;
        }

        double[] point = [.. start];
        var fixedAt = new Rational[n];
        for (int i = 0; i < n; i++)
        {
            fixedAt[i] = distance > 0
                ? SimplestRational.Near(point[i], distance * (1 + Math.Abs(point[i])))
                : Rational.FromDouble(point[i]);
            if (!_statement.Variables[i].Admits(fixedAt[i]))
            {
                fixedAt[i] = Rational.FromDouble(point[i]);
            }

            point[i] = sides.Contains(i) ? point[i] : fixedAt[i].ToDouble();
        }

        double last = double.PositiveInfinity;
        double[,]? inverse = null;
        for (int step = 0; step < NewtonSteps; step++)
        {
            double[,] jacobian = Jacobian(system, point);
            inverse = Inverse(jacobian, sides);
            if (inverse is null)
            {
                return null;
            }

            DoubleEvaluation.Run(_violation.Tape, point, _values);
            double[] residual = [.. system.Select(e => _values[_violation.SlotOf[_atoms[e]]])];
            double largest = 0;
            for (int i = 0; i < k; i++)
            {
                double move = 0;
                for (int j = 0; j < k; j++)
                {
                    move += inverse[i, j] * residual[j];
                }

                point[sides[i]] -= move;
                largest = Math.Max(largest, Math.Abs(move));
            }

            if (!double.IsFinite(largest))
            {
                return null;
            }

            if (largest >= last / 2 && step > 2)
            {
                break;
            }

            last = largest;
        }

        return Confirm(system, point, fixedAt, sides, inverse!, Math.Min(last, 1e-3));
    }

    private EnclosedWitness? Confirm(int[] system, double[] point, Rational[] fixedAt, int[] sides, double[,] inverse, double step)
    {
        double[] matrix = [.. inverse];
        double radius = Math.Max(4 * step, LeastRadius * (1 + sides.Max(i => Math.Abs(point[i]))));
        for (int trial = 0; trial < MostRadii; trial++, radius *= RadiusGrowth)
        {
            if (!sides.All(i => double.IsFinite(point[i] - radius) && double.IsFinite(point[i] + radius)))
            {
                return null;
            }

            Rational[] lower = [.. fixedAt], upper = [.. fixedAt];
            foreach (int i in sides)
            {
                lower[i] = Rational.FromDouble(point[i] - radius);
                upper[i] = Rational.FromDouble(point[i] + radius);
            }

            if (EnclosedWitness.TryConfirm(_statement, lower, upper, system, matrix) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private double[,] Jacobian(int[] system, double[] point)
    {
        Tape tape = _violation.Tape;
        Interval[] box = [.. point.Select(Interval.Point)], slots = new Interval[tape.Length],
            adjoints = new Interval[tape.Length], slopes = new Interval[point.Length];
        IntervalEvaluation.Run(tape, box, slots);
        var jacobian = new double[system.Length, point.Length];
        for (int j = 0; j < system.Length; j++)
        {
            IntervalSlopes.Run(tape, slots, _violation.SlotOf[_atoms[system[j]]], adjoints, slopes);
            for (int i = 0; i < point.Length; i++)
            {
                jacobian[j, i] = slopes[i].IsBounded ? slopes[i].Midpoint : double.NaN;
            }
        }

        return jacobian;
    }

    // The variables to solve for, by elimination with complete pivoting; null when the equations depend on each other.
    private static int[]? Columns(double[,] jacobian, int k, int n)
    {
        var a = (double[,])jacobian.Clone();
        var rows = new HashSet<int>(Enumerable.Range(0, k));
        var columns = new List<int>();
        for (int step = 0; step < k; step++)
        {
            (double size, int row, int column) best = (0, -1, -1);
            foreach (int r in rows)
            {
                for (int c = 0; c < n; c++)
                {
                    best = !columns.Contains(c) && Math.Abs(a[r, c]) > best.size ? (Math.Abs(a[r, c]), r, c) : best;
                }
            }

            if (!(best.size > SmallestPivot))
            {
                return null;
            }

            rows.Remove(best.row);
            columns.Add(best.column);
            foreach (int r in rows)
            {
                double factor = a[r, best.column] / a[best.row, best.column];
                for (int c = 0; c < n; c++)
                {
                    a[r, c] -= factor * a[best.row, c];
                }
            }
        }

        return [.. columns.Order()];
    }

    // By Gauss and Jordan, with partial pivoting.
    private static double[,]? Inverse(double[,] jacobian, int[] sides)
    {
        int k = sides.Length;
        var a = new double[k, 2 * k];
        for (int i = 0; i < k; i++)
        {
            a[i, k + i] = 1;
            for (int j = 0; j < k; j++)
            {
                a[i, j] = jacobian[i, sides[j]];
            }
        }

        for (int c = 0; c < k; c++)
        {
            int pivot = Enumerable.Range(c, k - c).MaxBy(r => Math.Abs(a[r, c]));
            if (!(Math.Abs(a[pivot, c]) > SmallestPivot))
            {
                return null;
            }

            for (int j = 0; j < 2 * k; j++)
            {
                (a[c, j], a[pivot, j]) = (a[pivot, j], a[c, j]);
            }

            double scale = a[c, c];
            for (int j = 0; j < 2 * k; j++)
            {
                a[c, j] /= scale;
            }

            for (int r = 0; r < k; r++)
            {
                double factor = r == c ? 0 : a[r, c];
                for (int j = 0; j < 2 * k; j++)
                {
                    a[r, j] -= factor * a[c, j];
                }
            }
        }

        var inverse = new double[k, k];
        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j < k; j++)
            {
                inverse[i, j] = a[i, k + j];
            }
        }

        return inverse;
    }
}
