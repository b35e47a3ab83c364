using System.Diagnostics;
using System.Globalization;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Models;
using ResLinkProofs.Networks;
using ResLinkProofs.Networks.Derivatives;

namespace ResLinkProofs.Benchmarks.Models;

/// <summary>
/// <c>models [rounds]</c>: value and gradient of quantities of teacher and student as derived from formulas, beside the hand-written forms, in turn and on one thread. Both are
/// checked against each other first.
/// </summary>
internal static class DerivedGradientBenchmark
{
    private const double Agreement = 1e-7;

    private delegate (double Value, PairGradient Gradient) ByHand(TeacherStudent model, DerivativeWorkspace workspace);

    public static int Run(string[] arguments)
    {
        int rounds = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 5;
        Console.WriteLine($"best of {rounds} rounds, one thread each, width {VectorWidths.Widest}");
        foreach ((int d, int repetitions) in new[] { (10, 2000), (30, 400), (100, 30) })
        {
            foreach ((string name, ByHand byHand) in Quantities())
            {
                if (!Measure(name, byHand, d, repetitions, rounds))
                {
                    return 1;
                }
            }
        }

        return 0;
    }

    private static IEnumerable<(string Name, ByHand ByHand)> Quantities()
    {
        yield return ("|W* - W|²", (model, _) => SquaredDistance(model));
        yield return ("g", (model, _) => (Potential.Evaluate(model), ObservableDerivatives.OfPotential(model)));
        yield return ("⟨N, W* - W⟩", (model, workspace) => InnerProductDerivative.OfReluField(model, workspace)!.Value);
    }

    private static (double Value, PairGradient Gradient) SquaredDistance(TeacherStudent model)
    {
        DenseMatrix difference = model.Teacher.Weights.Subtract(model.Student.Weights);
        return (difference.InnerProduct(difference), ObservableDerivatives.OfSquaredDistance(model));
    }

    private static bool Measure(string name, ByHand byHand, int d, int repetitions, int rounds)
    {
        var formulas = new TeacherStudentFormulas();
        var evaluation = new ScalarEvaluation(formulas.Model, formulas.Model.At(d), formulas[name]);
        (DenseMatrix w, DenseMatrix target) = (Input(d, 1.3, 0.1), Input(d, 2.7, 0.4));
        double[] point = [.. w.Values, .. target.Values], gradient = new double[2 * d * d];
        var workspace = new DerivativeWorkspace();
        (double expected, PairGradient parts) = byHand(new TeacherStudent(w, target), workspace);
        double value = evaluation.Value(point);
        evaluation.Gradient(gradient);
        double[] hand = [.. parts.Student.Values, .. parts.Teacher.Values];
        double apart = hand.Zip(gradient, (x, y) => Math.Abs(x - y)).Max() / hand.Max(Math.Abs);
        if (!(apart <= Agreement) || !(Math.Abs(value - expected) <= Agreement * (1 + Math.Abs(expected))))
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, d = {d}: {value} derived, {expected} by hand; gradients {apart} apart."));
            return false;
        }

        double derived = double.PositiveInfinity, written = double.PositiveInfinity;
        for (int round = 0; round < rounds; round++)
        {
            written = Math.Min(written, Seconds(repetitions, () => byHand(new TeacherStudent(w, target), workspace)));
            derived = Math.Min(derived, Seconds(repetitions, () =>
            {
                _ = evaluation.Value(point);
                evaluation.Gradient(gradient);
            }));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"d = {d,3}, {name,-12}: by hand {written * 1e6,8:F1} us, derived {derived * 1e6,8:F1} us: {derived / written:F2} times the time"));
        return true;
    }

    private static double Seconds(int repetitions, Action run)
    {
        long start = Stopwatch.GetTimestamp();
        for (int k = 0; k < repetitions; k++)
        {
            run();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds / repetitions;
    }

    private static DenseMatrix Input(int d, double frequency, double phase)
    {
        double[] values = new double[d * d];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = 0.2 / Math.Sqrt(d) * Math.Sin((frequency * k) + phase);
        }

        return DenseMatrix.FromRows(d, d, values);
    }
}
