using System.Numerics;
using ResLinkProofs.Descent;
using ResLinkProofs.Descent.Data;
using ResLinkProofs.Descent.Models;
using ResLinkProofs.Descent.Storage;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Tests.Descent;

public class StochasticDescentTests
{
    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 0)]
    [InlineData(true, 0.25)]
    [InlineData(false, -0.5)]
    public void A_step_follows_the_gradient_of_the_batch_loss(bool identityLink, double negativeSlope)
    {
        var activation = new Activation(negativeSlope);
        const int d = 5, rows = 7;
        var (student, teacher) = (Weights(d, 1), Weights(d, 2));
        var (x, y) = (Weights(6, 3)[..(rows * d)], new double[rows]);
        for (var b = 0; b < rows; b++)
            y[b] = Output(teacher, x.AsSpan(b * d, d), identityLink, activation);
        using var team = new WorkerTeam(1);
        var network = new LinkNetwork<double>((double[])student.Clone(), d, identityLink, activation);
        var descent = new StochasticDescent<double>(network, new TrainingSetBatches<double>(x, y, rows, 1), team);
        Assert.Equal(Loss(student), descent.Advance(0.125), 1e-12);
        for (var i = 0; i < d * d; i++)
        {
            const double h = 1e-6;
            var (up, down) = ((double[])student.Clone(), (double[])student.Clone());
            (up[i], down[i]) = (up[i] + h, down[i] - h);
            var expected = (Loss(up) - Loss(down)) / (2 * h);
            var actual = (student[i] - network.Weights[i]) / 0.125;
            Assert.InRange(actual, expected - 1e-7, expected + 1e-7);
            Assert.False(Math.Abs((actual * Math.PI) - expected) < 1e-7 && Math.Abs(expected) > 1e-6, "the printed normalisation passes too");
        }

        double Loss(double[] w) => Enumerable.Range(0, rows).Average(b => Math.Pow(Output(w, x.AsSpan(b * d, d), identityLink, activation) - y[b], 2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.25)]
    public void The_expected_step_is_the_population_gradient(double negativeSlope)
    {
        var activation = new Activation(negativeSlope);
        const int d = 4, rows = 4_000_000 / d;
        var (student, teacher) = (Weights(d, 4), Weights(d, 5));
        using var team = new WorkerTeam(1);
        var network = new LinkNetwork<double>((double[])student.Clone(), d, true, activation);
        var source = new FreshGaussianBatches<double>(7, rows, new LinkNetwork<double>(teacher, d, true, activation), team);
        new StochasticDescent<double>(network, source, team).Advance(1);
        var model = new TeacherStudent(DenseMatrix.FromRows(d, d, student), DenseMatrix.FromRows(d, d, teacher), activation);
        var expected = PopulationGradient.NegativeGradient(model).Values;
        var size = Math.Sqrt(model.Student.Weights.Subtract(model.Teacher.Weights).InnerProduct(model.Student.Weights.Subtract(model.Teacher.Weights)));
        for (var i = 0; i < d * d; i++)
        {
            // One component of a sample's gradient has a standard deviation of a few |W - W*|; six standard errors.
            Assert.InRange(network.Weights[i] - student[i] - expected[i], -6 * 4 * size / Math.Sqrt(rows), 6 * 4 * size / Math.Sqrt(rows));
        }

        Assert.True(expected.ToArray().Max(Math.Abs) > 10 * 6 * 4 * size / Math.Sqrt(rows), "the tolerance is as large as the gradient");
    }

    [Theory]
    [InlineData(50, 33)]
    [InlineData(130, 70)]
    public void Threads_do_not_change_a_bit(int d, int rows)
    {
        Assert.Equal(Run<double>(d, rows, 1), Run<double>(d, rows, 2));
        Assert.Equal(Run<double>(d, rows, 1), Run<double>(d, rows, 7));
        Assert.Equal(Run<float>(d, rows, 1), Run<float>(d, rows, 3));
        Assert.NotEqual(Run<double>(d, rows, 1), Run<double>(d, rows, 1, seed: 8));
    }

    [Fact]
    public void Resuming_gives_the_same_bits()
    {
        const int d = 20, rows = 10;
        var (x, y) = (Weights(100, 3)[..(95 * d)], Weights(10, 4)[..95]);
        using var team = new WorkerTeam(1);
        var (whole, weights) = Create();
        for (var i = 0; i < 50; i++)
            whole.Advance(0.001);
        var (first, _) = Create();
        for (var i = 0; i < 23; i++)
            first.Advance(0.001);
        var checkpoint = new Checkpoint("x");
        first.Save(checkpoint);
        var (second, resumed) = Create();
        second.Restore(checkpoint);
        for (var i = 23; i < 50; i++)
            second.Advance(0.001);
        Assert.Equal(weights, resumed);
        second.Advance(0.001);
        Assert.NotEqual(weights, resumed);

        (StochasticDescent<double> Descent, double[] Weights) Create()
        {
            var w = Weights(d, 9);
            return (new(new(w, d, true), new TrainingSetBatches<double>(x, y, rows, 5), team), w);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Steady_steps_allocate_nothing(int threads)
    {
        const int d = 60;
        using var team = new WorkerTeam(threads);
        var source = new FreshGaussianBatches<float>(3, 40, new(new float[d * d], d, true), team);
        var descent = new StochasticDescent<float>(new(Array.ConvertAll(Weights(d, 1), w => (float)w), d, true), source, team);
        for (var i = 0; i < 50; i++)
            descent.Advance(1e-4);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 50; i++)
            descent.Advance(1e-4);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void An_epoch_visits_every_example_once()
    {
        var x = Enumerable.Range(0, 12).Select(i => (double)i).ToArray();
        var source = new TrainingSetBatches<double>(x, x, 4, 3);
        var (inputs, targets) = (new double[4], new double[4]);
        var orders = new List<double[]>();
        for (var epoch = 0; epoch < 2; epoch++)
        {
            var seen = new List<double>();
            for (var step = 0; step < 3; step++)
            {
                source.Fill((3 * epoch) + step, inputs, targets);
                Assert.Equal(inputs, targets);
                seen.AddRange(targets);
            }

            Assert.Equal(x, seen.Order());
            orders.Add([.. seen]);
        }

        Assert.NotEqual(orders[0], orders[1]);
        Assert.Equal("batchSize", Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingSetBatches<double>(x, x, 13, 1)).ParamName);
    }

    private static T[] Run<T>(int d, int rows, int threads, ulong seed = 7)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using var team = new WorkerTeam(threads);
        var teacher = new LinkNetwork<T>(Array.ConvertAll(Weights(d, 2), T.CreateChecked), d, true);
        var network = new LinkNetwork<T>(Array.ConvertAll(Weights(d, 1), T.CreateChecked), d, true);
        var descent = new StochasticDescent<T>(network, new FreshGaussianBatches<T>(seed, rows, teacher, team), team);
        for (var i = 0; i < 5; i++)
            descent.Advance(1e-3);
        return network.Weights;
    }

    private static double[] Weights(int d, ulong id)
    {
        var w = new double[d * d];
        new RandomStream(99, id).FillGaussian(w);
        for (var i = 0; i < w.Length; i++)
            w[i] *= 0.3 / Math.Sqrt(d);
        return w;
    }

    private static double Output(double[] w, ReadOnlySpan<double> x, bool identityLink, Activation activation)
    {
        double sum = 0;
        for (var j = 0; j < x.Length; j++)
        {
            var z = identityLink ? x[j] : 0;
            for (var i = 0; i < x.Length; i++)
                z += x[i] * w[(i * x.Length) + j];
            sum += activation.Apply(z);
        }

        return sum;
    }
}
