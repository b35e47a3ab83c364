using ResLinkProofs.Descent.Models;
using ResLinkProofs.Descent.Storage;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Tests.Descent;

public class LayeredNetworkTests
{
    private const int Rows = 6, Width = 5;

    // Every parameter of a network with all kinds of layers and skips of one and two layers, against central differences.
    [Fact]
    public void Backward_is_the_derivative()
    {
        using var team = new WorkerTeam(1);
        var network = Create(team, Rows);
        var x = Gaussian(Rows * 3, 1);
        var probe = Gaussian(Rows * 4, 2);

        // A row of zeros with zero bias would sit exactly on ReLU's kink.
        foreach (var bias in network.Parameters.Where(p => p.Values.All(v => v == 0)))
            Gaussian(bias.Values.Length, 6).CopyTo(bias.Values, 0);
        Evaluate();
        probe.CopyTo(network.OutputGradient);
        network.Backward(Rows);
        var (checkedParameters, worst, largest) = (0, 0.0, 0.0);
        foreach (var (values, gradient) in network.Parameters)
        {
            var kept = (double[])gradient.Clone();
            for (var i = 0; i < values.Length; i++)
            {
                const double h = 1e-6;
                var value = values[i];
                values[i] = value + h;
                var up = Evaluate();
                values[i] = value - h;
                var down = Evaluate();
                values[i] = value;
                var difference = (up - down) / (2 * h);
                worst = Math.Max(worst, Math.Abs(difference - kept[i]));
                largest = Math.Max(largest, Math.Abs(kept[i]));
                checkedParameters++;
            }
        }

        Assert.True(checkedParameters > 100 && largest > 1);
        Assert.True(worst < 2e-7, $"worst difference {worst}");

        double Evaluate()
        {
            x.CopyTo(network.Inputs);
            network.Forward(Rows, training: true);
            double sum = 0;
            for (var i = 0; i < probe.Length; i++)
                sum += probe[i] * network.Values[i];
            return sum;
        }
    }

    [Fact]
    public void Batch_normalisation_normalises_and_its_averages_converge()
    {
        using var team = new WorkerTeam(1);
        var network = new LayeredNetwork<double>(2, 1000, team);
        network.AddBatchNorm();
        var x = Gaussian(2000, 3);
        for (var i = 0; i < 1000; i++)
            (x[2 * i], x[(2 * i) + 1]) = ((3 * x[2 * i]) + 7, x[(2 * i) + 1] / 10);
        x.CopyTo(network.Inputs);
        for (var i = 0; i < 200; i++)
            network.Forward(1000, training: true);
        Check();
        network.Forward(1000, training: false);
        Check();
        new LayeredNetwork<double>(2, 1, team).Forward(1, training: true);

        void Check()
        {
            for (var j = 0; j < 2; j++)
            {
                double mean = 0, square = 0;
                for (var i = 0; i < 1000; i++)
                    (mean, square) = (mean + (network.Values[(2 * i) + j] / 1000), square + (network.Values[(2 * i) + j] * network.Values[(2 * i) + j] / 1000));
                Assert.InRange(mean, -1e-6, 1e-6);
                Assert.InRange(square, 0.998, 1.0001);
            }
        }
    }

    [Fact]
    public void A_checkpoint_holds_everything_and_threads_do_not_matter()
    {
        Assert.Equal(Train(1, 20, null), Train(3, 20, null));
        var checkpoint = new Checkpoint("x");
        Train(1, 8, null, save: checkpoint);
        Assert.Equal(Train(1, 20, null), Train(1, 12, checkpoint));
        Assert.NotEqual(Train(1, 20, null), Train(1, 11, checkpoint));

        static double[] Train(int threads, int steps, Checkpoint? from, Checkpoint? save = null)
        {
            using var team = new WorkerTeam(threads);
            var network = Create(team, 40);
            if (from is not null)
                network.Restore(from);
            for (var i = 0; i < steps; i++)
            {
                Gaussian(120, 5).CopyTo(network.Inputs);
                network.Forward(40, training: true);
                network.Values.CopyTo(network.OutputGradient);
                network.Backward(40);
                network.Update(0.01);
            }

            if (save is not null)
                network.Save(save);
            network.Forward(40, training: false);
            return network.Values.ToArray();
        }
    }

    [Fact]
    public void Training_allocates_nothing()
    {
        using var team = new WorkerTeam(1);
        var network = Create(team, Rows);
        Step();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 20; i++)
            Step();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Step()
        {
            network.Forward(Rows, training: true);
            network.Backward(Rows);
            network.Update(0.01);
        }
    }

    [Fact]
    public void Cross_entropy_and_its_gradient()
    {
        float[] scores = [1, -2, 0.5f];
        var gradient = new float[3];
        var loss = ImageClassifier.CrossEntropy(scores, gradient, 2, 1);
        var sum = scores.Sum(s => Math.Exp(s));
        Assert.Equal(-Math.Log(Math.Exp(0.5) / sum), loss, 1e-14);
        for (var c = 0; c < 3; c++)
            Assert.Equal((Math.Exp(scores[c]) / sum) - (c == 2 ? 1 : 0), gradient[c], 1e-7);
        Assert.InRange(ImageClassifier.CrossEntropy([1000f, -1000f], new float[2], 1, 1), 1999.99, 2000.01);
    }

    [Fact]
    public void Portable_exponential_and_logarithm_agree_with_the_platform()
    {
        var stream = new RandomStream(1, 1);
        for (var i = 0; i < 20_000; i++)
        {
            var x = 1400 * (stream.NextDouble() - 0.5);
            Assert.InRange(PortableExponential.Exp(x) / Math.Exp(x), 1 - 4e-16, 1 + 4e-16);
            var y = Math.Exp(x * (i % 2 == 0 ? 1 : 1e-3));
            Assert.InRange(PortableExponential.Log(y) - Math.Log(y), -1e-15 * Math.Abs(Math.Log(y)), 1e-15 * Math.Abs(Math.Log(y)));
        }

        Assert.Equal(0, PortableExponential.Exp(-800));
        Assert.Equal(double.PositiveInfinity, PortableExponential.Exp(800));
    }

    [Fact]
    public void Bad_shapes_are_named()
    {
        using var team = new WorkerTeam(1);
        var network = new LayeredNetwork<double>(3, 2, team);
        var stream = new RandomStream(1, 1);
        Assert.Equal("outputs", Assert.Throws<ArgumentException>(() => network.AddLinear(4, 0, stream, identityLink: true)).ParamName);
        Assert.Equal("depth", Assert.Throws<ArgumentException>(() => network.AddSkip(0)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => network.Forward(3, training: true));
    }

    private static LayeredNetwork<double> Create(WorkerTeam team, int capacity)
    {
        var stream = new RandomStream(1, 1);
        var network = new LayeredNetwork<double>(3, capacity, team);
        network.AddLinear(Width, 0.5, stream);
        network.AddBatchNorm();
        network.AddActivation(Activation.Relu);
        var first = network.Depth;
        network.AddLinear(Width, 0.3, stream, identityLink: true);
        network.AddSkip(first);
        network.AddActivation(new(-0.4), isSlopeTrained: true);
        network.AddLinear(Width, 0.3, stream);
        network.AddBatchNorm();
        network.AddSkip(first);
        network.AddActivation(Activation.Relu);
        network.AddLinear(4, 0.5, stream);
        return network;
    }

    private static double[] Gaussian(int count, ulong id)
    {
        var x = new double[count];
        new RandomStream(17, id).FillGaussian(x);
        return x;
    }
}
