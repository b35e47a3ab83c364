using System.Globalization;
using ResLinkProofs.Benchmarks.LinearAlgebra;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Benchmarks.Networks;

/// <summary>
/// <c>gradient [d] [rounds]</c>: the population gradient, one and two threads, and the share that four products of its size would take
/// at the measured speed of one product.
/// </summary>
internal static class GradientBenchmark
{
    public static int Run(string[] arguments)
    {
        int d = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 1500;
        int rounds = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 8;
        TeacherStudent model = new(Weights(1, d), Weights(2, d));
        PopulationWorkspace workspace = new();
        ProductWorkspace products = new();
        double[] c = new double[d * d];
        Console.WriteLine($"d = {d}, best of {rounds}, width {VectorWidths.Widest}");
        foreach (int threads in new[] { 1, 2 })
        {
            double[] best = Contest.Run(
                rounds,
                () => PopulationGradient.NegativeGradient(model, workspace, threads),
                () => PopulationLoss.Evaluate(model, workspace, threads),
                () => DenseProduct.Multiply(model.Student.Columns.AsSpan(), model.Teacher.Columns.AsSpan(), new(c, d, d), products, threads),
                () => model.WithStudent(model.Student.Weights));
            Console.WriteLine(
                $"{threads} thread(s): gradient {best[0] * 1e3:F1} ms, loss {best[1] * 1e3:F1} ms, one product {best[2] * 1e3:F1} ms "
                + $"(four are {4 * best[2] / best[0]:P0} of the gradient), a new student's norms and directions {best[3] * 1e3:F1} ms");
        }

        return 0;
    }

    private static DenseMatrix Weights(int seed, int d)
    {
        Random random = new(seed);
        double[] values = new double[d * d];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = 0.2 / Math.Sqrt(d) * (2 * random.NextDouble() - 1);
        }

        return DenseMatrix.FromRows(d, d, values);
    }
}
