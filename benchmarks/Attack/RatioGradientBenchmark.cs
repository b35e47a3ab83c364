using System.Diagnostics;
using System.Globalization;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks;
using ResLinkProofs.Networks.Derivatives;

namespace ResLinkProofs.Benchmarks.Attack;

/// <summary>
/// <c>attack [rounds]</c>: value and gradient of the ratio of Theorem 3.3, beside the same computation in NumPy, in turn and on one
/// thread each. Both are checked against each other first.
/// </summary>
internal static class RatioGradientBenchmark
{
    private const string Python = "/usr/bin/python3";
    private const double Agreement = 1e-9;

    public static int Run(string[] arguments)
    {
        int rounds = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 5;
        string script = Path.Combine(AppContext.BaseDirectory, "Attack", "ratio_gradient.py");
        if (!File.Exists(Python))
        {
            Console.Error.WriteLine($"{Python} with python3-numpy is needed for the comparison.");
            return 2;
        }

        using Process numpy = Start(script);
        Console.WriteLine($"best of {rounds} rounds, one thread each, width {VectorWidths.Widest}");
        foreach ((int d, int repetitions) in new[] { (10, 400), (30, 200), (100, 20) })
        {
            var workspace = new DerivativeWorkspace();
            (DenseMatrix w, DenseMatrix target) = (Input(d, 1.3, 0.1), Input(d, 2.7, 0.4));
            (double ratio, PairGradient gradient) = Evaluate(w, target, workspace);
            double checksum = Checksum(d, gradient), ours = double.PositiveInfinity, theirs = double.PositiveInfinity;
            for (int round = 0; round < rounds; round++)
            {
                double[] answer = Ask(numpy, d, repetitions);
                if (Math.Abs(answer[1] - ratio) > Agreement * Math.Abs(ratio) || Math.Abs(answer[2] - checksum) > Agreement * (1 + Math.Abs(checksum)))
                {
                    Console.Error.WriteLine($"d = {d}: NumPy finds {answer[1]} and {answer[2]}, this program {ratio} and {checksum}.");
                    return 1;
                }

                theirs = Math.Min(theirs, answer[0]);
                for (int batch = 0; batch < 5; batch++)
                {
                    long start = Stopwatch.GetTimestamp();
                    for (int k = 0; k < repetitions; k++)
                    {
                        Evaluate(w, target, workspace);
                    }

                    ours = Math.Min(ours, Stopwatch.GetElapsedTime(start).TotalSeconds / repetitions);
                }
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"d = {d,3}: {ours * 1e6,8:F1} us, NumPy {theirs * 1e6,8:F1} us: {theirs / ours:F1} times as fast"));
        }

        numpy.StandardInput.Close();
        numpy.WaitForExit();
        return 0;
    }

    private static (double Ratio, PairGradient Gradient) Evaluate(DenseMatrix w, DenseMatrix target, DerivativeWorkspace workspace)
    {
        (double value, PairGradient byProduct) = InnerProductDerivative.OfReluField(new TeacherStudent(w, target), workspace)!.Value;
        DenseMatrix displacement = target.Subtract(w);
        double square = displacement.InnerProduct(displacement), ratio = value / square;
        DenseMatrix scaled = displacement.Scale(2 * ratio);
        return (ratio, new PairGradient(byProduct.Student.Add(scaled).Scale(1 / square), byProduct.Teacher.Subtract(scaled).Scale(1 / square)));
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

    private static double Checksum(int d, PairGradient gradient)
    {
        double sum = 0;
        for (int k = 0; k < d * d; k++)
        {
            sum += Math.Cos(k) * (gradient.Student.Values[k] + (2 * gradient.Teacher.Values[k]));
        }

        return sum;
    }

    private static Process Start(string script)
    {
        var start = new ProcessStartInfo(Python, [script]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (string library in new[] { "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS" })
        {
            start.Environment[library] = "1";
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{Python} did not start.");
    }

    private static double[] Ask(Process numpy, int d, int repetitions)
    {
        numpy.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{d} {repetitions}"));
        numpy.StandardInput.Flush();
        string answer = numpy.StandardOutput.ReadLine() ?? throw new InvalidOperationException("NumPy gave no answer; is python3-numpy installed?");
        return [.. answer.Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
    }
}
