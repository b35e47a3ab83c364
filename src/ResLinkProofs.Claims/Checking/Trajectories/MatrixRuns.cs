using System.Globalization;
using ResLinkProofs.Attack;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Trajectories;
using ResLinkProofs.Descent;
using ResLinkProofs.Evaluation;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Networks;
using ResLinkProofs.Networks.Observables;

namespace ResLinkProofs.Claims.Checking.Trajectories;

/// <summary>
/// Runs descents on whole matrices in one dimension, from structured and random pairs, with noise where the
/// claim covers it, and measures the conclusion on the way. What it sees is floating point: it never refutes.
/// </summary>
internal sealed class MatrixRuns
{
    // Observables such as spectral norms cost more than a step: large matrices are looked at now and then.
    private const int LooksInLargeDimensions = 24;
    private const int SmallDimension = 10;
    private const int MostRuns = 12;

    // A run that stops before the last step says nothing about it: a claim about the last step gets
    // one full run at up to this many times its share.
    private const int FullRunFactor = 20;

    // A draw of two matrices that are nearly the same would waste a long run.
    private const int Redraws = 20;

    // Closer to W* than this the rounding of W, not the gradient, decides where the next step goes.
    private const double Converged = 1e-8;

    // Beyond this the squares of the closed forms leave the range of double.
    private const double Diverged = 1e100;

    private readonly TrajectoryProposition _proposition;
    private readonly int _dimension;
    private readonly double _stepSize;
    private readonly int _steps;
    private readonly FormulaMeter _hypothesis;
    private readonly RoundedFormulaMeter _conclusion;
    private readonly (PointSymbols Point, NetworkObservable Observable)[] _symbols;

    public MatrixRuns(TrajectoryProposition proposition, int dimension)
    {
        (_proposition, _dimension) = (proposition, dimension);
        _stepSize = ValueOf(proposition.Family.StepSize(dimension));
        _steps = proposition.Family.Steps(dimension);
        TrajectorySymbols symbols = proposition.Symbols;
        _symbols = [.. new[] { symbols.Start, symbols.Before, symbols.Now }.SelectMany(point => point.Observables.Select(o => (point, o)))];
        string[] names =
        [
            TrajectorySymbols.DimensionName, TrajectorySymbols.StepSizeName, .. _symbols.Select(s => s.Point.NameOf(s.Observable)),
        ];
        _hypothesis = new FormulaMeter(names, proposition.Hypothesis);
        _conclusion = new RoundedFormulaMeter(names, proposition.Conclusion);
    }

    /// <summary>The cost of a step in steps of a recurrence of two numbers.</summary>
    public static long Cost(int dimension) => Math.Max(10, dimension * dimension / 20);

    /// <summary>Runs as many descents as the budget affords.</summary>
    /// <param name="steps">In steps of two numbers.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="seen">Receives what was seen.</param>
    public void Run(long steps, ulong seed, TrajectoryRecord seen)
    {
        bool needsAll = _proposition.Scope == TrajectoryScope.LastStep;
        long affordable = steps / Cost(_dimension);
        affordable = needsAll && affordable * FullRunFactor >= _steps ? Math.Max(affordable, _steps) : affordable;
        long runs = Math.Clamp(affordable / _steps, 1, MostRuns);
        int length = (int)Math.Min(_steps, affordable);
        if (length < 2 || (length < _steps && needsAll))
        {
            seen.Report($"no matrices in dimension {_dimension}, where {_steps} steps exceed the budget");
            return;
        }

        long before = seen.Admissible;
        var stream = new RandomStream(seed, (ulong)(3000 + _dimension));
        var sampler = new NetworkPairSampler(_proposition.Family.Starts, _dimension);
        double[] point = new double[2 * _dimension * _dimension];
        for (int run = 0; run < runs; run++)
        {
            Draw(sampler, stream, point);
            RunOne(point, length, stream.NextUInt64(), run, seen);
        }

        string part = length < _steps ? $"the first {length} of {_steps}" : $"all {_steps}";
        seen.Report(string.Create(
            CultureInfo.InvariantCulture,
            $"{seen.Admissible - before} of {runs} runs of {part} steps on {_dimension} x {_dimension} matrices"));
    }

    private void Draw(NetworkPairSampler sampler, RandomStream stream, double[] point)
    {
        double apart = sampler.Radius * Math.Sqrt(_dimension) / 4;
        for (int attempt = 0; attempt < Redraws; attempt++)
        {
            sampler.Sample(stream, point);
            sampler.Project(point);
            double square = 0;
            for (int k = 0; k < point.Length / 2; k++)
            {
                double gap = point[k] - point[k + (point.Length / 2)];
                square += gap * gap;
            }

            if (square >= apart * apart)
            {
                return;
            }
        }
    }

    private void RunOne(double[] point, int length, ulong seed, int run, TrajectoryRecord seen)
    {
        int half = point.Length / 2;
        var model = new TeacherStudent(
            DenseMatrix.FromRows(_dimension, _dimension, point.AsSpan(0, half)),
            DenseMatrix.FromRows(_dimension, _dimension, point.AsSpan(half)),
            new Activation(_proposition.Family.Starts.NegativeSlope.ToDouble()));
        double[] values = new double[_symbols.Length + 2], errors = new double[_symbols.Length + 2];
        (values[0], values[1]) = (_dimension, _stepSize);
        Look(_proposition.Symbols.Start, model);
        bool isAdmissible = _hypothesis.Measure(values) >= 0;
        (double Margin, long Step) worst = (double.PositiveInfinity, 0);
        var descent = new PopulationDescent(
            model, _proposition.Family.NoiseBound.ToDouble(), seed, ValueOf(_proposition.Family.GradientFactor));
        for (int t = 1; isAdmissible && t <= length; t++)
        {
            bool looks = Looks(t, length);
            if (looks && Distance(descent.Model) < Converged)
            {
                break;
            }

            if (looks)
            {
                Look(_proposition.Symbols.Before, descent.Model);
            }

            descent.Advance(_stepSize);
            if (HasDiverged(descent.Model))
            {
                worst = (double.NaN, t);
                break;
            }

            if (looks)
            {
                Look(_proposition.Symbols.Now, descent.Model);
                double margin = _conclusion.Measure(values, errors);
                worst = margin >= worst.Margin ? worst : (margin, t);
            }
        }

        string place = $"d = {_dimension}, run {run} of whole matrices, step {worst.Step}";
        seen.Observe(isAdmissible, worst.Margin, descent.Step, () => place);
        if (isAdmissible && worst.Margin < -SearchChecker.Resolution)
        {
            seen.Suspect(worst.Margin, place);
        }

        void Look(PointSymbols at, TeacherStudent present)
        {
            for (int k = 0; k < _symbols.Length; k++)
            {
                if (ReferenceEquals(_symbols[k].Point, at))
                {
                    values[k + 2] = _symbols[k].Observable.Measure(present);
                    errors[k + 2] = RoundedFormulaMeter.RelativeError * _symbols[k].Observable.RoundingScale(present);
                }
            }
        }
    }

    private bool Looks(int step, int length) => _proposition.Scope == TrajectoryScope.LastStep
        ? step == length
        : _dimension <= SmallDimension || step == length
            || (long)step * LooksInLargeDimensions / length != (long)(step - 1) * LooksInLargeDimensions / length;

    private static double Distance(TeacherStudent model) => model.Teacher.Weights.Subtract(model.Student.Weights).FrobeniusNorm();

    private static bool HasDiverged(TeacherStudent model)
    {
        foreach (double value in model.Student.Weights.Values)
        {
            if (!(Math.Abs(value) < Diverged))
            {
                return true;
            }
        }

        return false;
    }

    private static double ValueOf(Term term)
    {
        Tape tape = Tape.Compile([], [term]);
        double[] slots = new double[tape.Length];
        DoubleEvaluation.Run(tape, [], slots);
        return slots[tape.Outputs[0]];
    }
}
