using ResLinkProofs.Descent;
using ResLinkProofs.Descent.Data;
using ResLinkProofs.Descent.Storage;
using ResLinkProofs.Descent.Trajectories;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Tests.Descent;

public class TrajectoryTests
{
    private const int D = 6;

    [Fact]
    public void Population_descent_steps_along_the_closed_form_and_converges()
    {
        var model = Model();
        var descent = new PopulationDescent(model);
        descent.Advance(0.01);
        var (start, step) = (model.Student.Weights, PopulationGradient.NegativeGradient(model));
        for (var i = 0; i < D * D; i++)
            Assert.Equal(start.Values[i] + (0.01 * step.Values[i]), descent.Model.Student.Weights.Values[i], 1e-15);

        var printed = new PopulationDescent(model, gradientFactor: Math.PI);
        printed.Advance(0.01 / Math.PI);
        Assert.True(printed.Model.Student.Weights.Subtract(descent.Model.Student.Weights).FrobeniusNorm() < 1e-15);

        List<double> distances = [], losses = [];
        Observer look = new(50, p =>
        {
            distances.Add(p.Distance);
            losses.Add(p.PopulationLoss);
            Assert.Equal(p.Distance, p.Weights.Subtract(model.Teacher.Weights).FrobeniusNorm(), 1e-14);
            Assert.Equal(p.Step == 0, double.IsNaN(p.Loss) && p.Step == 0);
        });
        var steps = Trajectory.Run(new PopulationDescent(model), model.Teacher.Weights, StepSchedule.Constant(0.02), 100_000, [look], [StopRule.DistanceAtMost(1e-3, 10), StopRule.Diverged(10)]);
        Assert.InRange(steps, 100, 99_999);
        Assert.Equal(0, steps % 10);
        Assert.All(losses.Zip(losses.Skip(1)), p => Assert.True(p.Second < p.First));
        Assert.True(distances[^1] < 0.01 * distances[0]);
    }

    [Fact]
    public void Noise_has_the_norm_asked_for_and_mean_zero()
    {
        var model = Model();
        const double epsilon = 0.3, eta = 0.01;
        var mean = new double[D * D];
        const int runs = 2000;
        for (ulong seed = 0; seed < runs; seed++)
        {
            var noisy = new PopulationDescent(model, epsilon, seed);
            var plain = new PopulationDescent(model);
            noisy.Advance(eta);
            plain.Advance(eta);
            var noise = noisy.Model.Student.Weights.Subtract(plain.Model.Student.Weights);
            Assert.Equal(eta * epsilon, noise.FrobeniusNorm(), 1e-14);
            for (var i = 0; i < mean.Length; i++)
                mean[i] += noise.Values[i] / runs;
        }

        // Each entry has standard deviation eta epsilon / d over sqrt(runs).
        Assert.All(mean, m => Assert.InRange(m, -6 * eta * epsilon / D / Math.Sqrt(runs), 6 * eta * epsilon / D / Math.Sqrt(runs)));
    }

    [Fact]
    public void Noisy_descent_resumes_with_the_same_bits_on_any_threads()
    {
        double[] Run(int threads, int breakAt)
        {
            var descent = new PopulationDescent(Model(), 0.1, 5, threads: threads);
            for (var i = 0; i < 40; i++)
            {
                if (i == breakAt)
                {
                    var checkpoint = new Checkpoint("x");
                    descent.Save(checkpoint);
                    descent = new PopulationDescent(Model(), 0.1, 5, threads: threads);
                    descent.Restore(checkpoint);
                }

                descent.Advance(0.01);
            }

            var weights = new double[D * D];
            descent.CopyWeights(weights);
            return weights;
        }

        Assert.Equal(Run(1, -1), Run(1, 17));
        Assert.Equal(Run(1, -1), Run(2, 3));
    }

    [Fact]
    public void Looking_does_not_change_the_path_and_costs_nothing_between_looks()
    {
        double[] Run(params Observer[] observers)
        {
            var descent = new PopulationDescent(Model(), 0.1, 5);
            Trajectory.Run(descent, Model().Teacher.Weights, StepSchedule.Constant(0.01), 30, observers);
            var weights = new double[D * D];
            descent.CopyWeights(weights);
            return weights;
        }

        var seen = new List<long>();
        Assert.Equal(Run(), Run(new(7, p => seen.Add(p.Step)), new(1, p => Assert.True(double.IsFinite(p.InnerProduct + p.Potential + p.DisplacementNorm + p.SpectralNorm)))));
        Assert.Equal([0L, 7, 14, 21, 28], seen);
    }

    [Fact]
    public void Schedules()
    {
        Assert.Equal(0.5, StepSchedule.Constant(0.5).At(1000));
        Assert.Equal(3 * Math.Log(1000) / (0.1 * 1000), StepSchedule.LastIterate(2, 0.1, 1000).At(3), 1e-15);
        var pieces = StepSchedule.Piecewise((0, 1), (10, 0.1), (20, 0.01));
        Assert.Equal([1, 1, 0.1, 0.1, 0.01], new long[] { 0, 9, 10, 19, 20 }.Select(pieces.At));
        Assert.Throws<ArgumentOutOfRangeException>(() => StepSchedule.Constant(0));
        Assert.Throws<ArgumentException>(() => StepSchedule.Piecewise((1, 1)));
        Assert.Throws<ArgumentException>(() => StepSchedule.Piecewise((0, 1), (0, 2)));
    }

    [Fact]
    public void Matrices_have_the_norms_they_are_made_for()
    {
        var spectrum = DenseMatrix.FromRows(40, 40, SpectrumMatrix.Create(40, 0.6, 3.4, new RandomStream(1, 1)));
        Assert.Equal(0.6, spectrum.SpectralNorm(), 1e-9);
        Assert.Equal(3.4, spectrum.FrobeniusNorm(), 1e-12);
        Assert.Equal("frobeniusNorm", Assert.Throws<ArgumentOutOfRangeException>(() => SpectrumMatrix.Create(40, 0.6, 4, new RandomStream(1, 1))).ParamName);

        var hilbert = DenseMatrix.FromRows(40, 40, HilbertMatrix.Create(40, 0.02, 1));
        Assert.Equal(1, hilbert.FrobeniusNorm(), 1e-12);
        var a = Math.Sqrt((1 - (0.02 * 0.02 * 40)) / 38);
        Assert.Equal(Math.Sqrt((a * a) + (0.02 * 0.02)), hilbert.SpectralNorm(), 1e-9);
        for (var i = 0; i < 40; i++)
        {
            // The rows of H sum to 0: W u = -c u; and W + W^T = -2c I.
            Assert.Equal(-0.02, hilbert.Row(i).ToArray().Sum(), 1e-14);
            for (var j = 0; j < 40; j++)
                Assert.Equal(i == j ? -0.04 : 0, hilbert[i, j] + hilbert[j, i], 1e-15);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => HilbertMatrix.Create(41, 0.02, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => HilbertMatrix.Create(40, 0.2, 1));
    }

    private static TeacherStudent Model()
    {
        var stream = new RandomStream(4, 4);
        double[] w = new double[D * D], v = new double[D * D];
        for (var i = 0; i < D * D; i++)
            (w[i], v[i]) = (0.05 * stream.NextGaussian(), 0.05 * stream.NextGaussian());
        return new TeacherStudent(DenseMatrix.FromRows(D, D, w), DenseMatrix.FromRows(D, D, v));
    }
}
