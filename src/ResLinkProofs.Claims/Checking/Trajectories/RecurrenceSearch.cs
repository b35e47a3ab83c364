using ResLinkProofs.Attack;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Claims.Checking.Trajectories;

/// <summary>
/// Looks for a start from which a recurrence violates its conclusion: structured starts, drawn ones, and then changes
/// to the worst of them. Every violation that floating point sees goes to the kernel, which encloses the whole run.
/// </summary>
internal sealed class RecurrenceSearch
{
    // A violation closer to zero than this that enclosures of the run do not confirm is a tie.
    private const double Resolution = 1e-6;

    // In units of the radius of the domain.
    private const double LeastDistance = 1e-5;

    // Enclosing a run costs as much as some ten runs in floating point.
    private const int MostConfirmations = 6;
    private const int FewestRuns = 16;
    private const int MostRuns = 1_000;
    private const int ShortRun = 16;
    private const int InstructionsOfAStep = 200;

    private static readonly int[] Denominators = [1, 2, 4, 16, 64, 4096, 1 << 20];

    private readonly RecurrenceStarts _starts;
    private readonly TrajectoryRecord _seen;
    private readonly RecurrenceMeter _meter;
    private readonly RandomStream _stream;
    private readonly double _radius;
    private int _confirmationsLeft = MostConfirmations;
    private (double Margin, double[]? Point) _worst = (double.PositiveInfinity, null);

    public RecurrenceSearch(RecurrenceStarts starts, TrajectoryRecord seen, ulong seed)
    {
        (_starts, _seen) = (starts, seen);
        _meter = new RecurrenceMeter(starts.Statement);
        _stream = new RandomStream(seed, (ulong)starts.Statement.Variables.Count);
        _radius = starts.Statement.Variables[0].Upper!.Value.ToDouble();
    }

    /// <summary>
    /// Searches: where every step counts first among many short runs, because much goes wrong right after the start; then among full ones.
    /// </summary>
    /// <param name="steps">How many steps of two numbers the runs may take; at least <see cref="FewestRuns"/> full runs are made.</param>
    /// <returns>The confirmed violation, or null.</returns>
    public ConfirmedRun? Run(long steps)
    {
        RecurrenceStatement statement = _starts.Statement;
        if (statement.FirstStep == 1 && statement.LastStep > 2 * ShortRun)
        {
            if (Search(steps / 4, ShortRun) is { } early)
            {
                return early;
            }

            steps -= steps / 4;
        }

        return Search(steps, statement.LastStep);
    }

    private ConfirmedRun? Search(long steps, int length)
    {
        long cost = (long)length * Math.Max(1, _meter.StepLength / InstructionsOfAStep);
        int runs = (int)Math.Clamp(steps / cost, FewestRuns, MostRuns);
        int drawn = Math.Max(FewestRuns, runs * 2 / 3), done = 0;
        long before = _seen.Admissible;
        double[][] inherited = _worst.Point is null ? [] : [_worst.Point];
        _worst = (double.PositiveInfinity, null);
        foreach (double[] start in Points(inherited, drawn, runs).Where(IsApart))
        {
            done++;
            if (Try(start, length) is { } confirmed)
            {
                return confirmed;
            }
        }

        _seen.Report($"{_seen.Admissible - before} of {done} runs of {length} steps from {_starts.Name}");
        return null;
    }

    // From W = W*, or nearly so, every step is rounding: nothing that floating point sees there means anything.
    private bool IsApart(double[] start)
    {
        int half = start.Length / 2;
        return Enumerable.Range(0, half).Any(k => Math.Abs(start[k] - start[half + k]) > LeastDistance * _radius);
    }

    // Lazily: the last ones depend on the outcome of those before.
    private IEnumerable<double[]> Points(double[][] inherited, int drawn, int all)
    {
        int given = 0;
        foreach (double[] start in inherited.Concat(_starts.Structured()).Take(drawn))
        {
            given++;
            yield return start;
        }

        for (; given < all; given++)
        {
            double[] point = new double[_starts.Statement.Variables.Count];
            if (given < drawn || _worst.Point is null)
            {
                _starts.Sample(_stream, point);
            }
            else
            {
                _worst.Point.CopyTo(point, 0);
                double size = _radius * Math.ScaleB(1, -1 - _stream.NextInt32(8));
                point[_stream.NextInt32(point.Length)] += size * _stream.NextGaussian();
                _starts.Project(point);
            }

            yield return point;
        }
    }

    private ConfirmedRun? Try(double[] start, int length)
    {
        bool asks = _confirmationsLeft > 0;
        RunMeasurement run = _meter.Run(start, asks ? -Resolution : double.NegativeInfinity, length);
        bool isAdmissible = run.Hypothesis >= 0;
        if (isAdmissible && run.Margin < 0 && asks)
        {
            _confirmationsLeft--;
            if (Confirm(start, run, length) is { } confirmed)
            {
                _seen.Observe(true, run.Margin, run.StepsTaken, () => _starts.Describe(confirmed.Point));
                return confirmed;
            }
        }

        bool isTie = run.Margin is < 0 and >= -Resolution;
        _seen.Observe(isAdmissible, isTie ? 0 : run.Margin, run.StepsTaken, () => Place(start, run.Step));
        if (isAdmissible && run.Margin < -Resolution)
        {
            _seen.Suspect(run.Margin, Place(start, run.Step));
        }

        if (isAdmissible && run.Margin < _worst.Margin)
        {
            _worst = (run.Margin, start);
        }

        return null;
    }

    private string Place(double[] start, int step) =>
        start.Length <= 8
            ? $"{_starts.Describe([.. start.Select(Rational.FromDouble).Select(Shorten)])}, step {step}"
            : $"{_starts.Name}, step {step}";

    // For reports only: the nearest multiple of a millionth of the radius.
    private Rational Shorten(Rational value)
    {
        Rational grid = _starts.Statement.Variables[0].Upper!.Value / 1_000_000;
        return grid.Sign == 0 ? value : grid * Rational.Floor((value / grid) + new Rational(1, 2));
    }

    // Starts on coarse grids first: fractions of the radius, which are exact at the corners of the domain. The point itself comes last.
    private ConfirmedRun? Confirm(double[] start, RunMeasurement suspected, int length)
    {
        Rational radius = _starts.Statement.Variables[0].Upper!.Value;
        foreach (int denominator in Denominators)
        {
            Rational grid = radius / denominator;
            Rational[] rounded = Array.ConvertAll(
                start, x => grid.Sign == 0 ? Rational.Zero : grid * Rational.Floor((Rational.FromDouble(x) / grid) + new Rational(1, 2)));
            RunMeasurement run = _meter.Run(Array.ConvertAll(rounded, x => x.ToDouble()), -Resolution, length);
            if (run.Hypothesis >= 0 && run.Margin < 0 && ConfirmedRun.TryConfirm(_starts.Statement, rounded, run.Step) is { } confirmed)
            {
                return confirmed;
            }
        }

        return ConfirmedRun.TryConfirm(_starts.Statement, Array.ConvertAll(start, Rational.FromDouble), suspected.Step);
    }

    /// <summary>The confirmed violation as a reader wants to see it.</summary>
    public static string Describe(RecurrenceStarts starts, ConfirmedRun run) => $"{starts.Describe(run.Point)}, step {run.Step}";
}
