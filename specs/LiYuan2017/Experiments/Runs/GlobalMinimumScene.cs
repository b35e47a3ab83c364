using ResLinkProofs.Descent;
using ResLinkProofs.Descent.Data;
using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Descent.Models;
using ResLinkProofs.Descent.Storage;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Specs.LiYuan2017.Experiments.Runs;

/// <summary>Teachers, training and test sets and students of <see cref="GlobalMinimum"/>, all functions of sizes and seed.</summary>
internal sealed class GlobalMinimumScene
{
    private const double SpectralNorm = 0.6, TeacherNorm = 5.7, StartNorm = 5.0;
    private const int EvaluationRows = 1000;

    private readonly GlobalMinimumSizes size;
    private readonly WorkerTeam alone;
    private readonly ulong seed;
    private readonly double[] teacher, training, test;
    private readonly Lazy<(double[] Training, double[] Test)> linkLabels;
    private readonly Lazy<BlockData> blockData;

    // Students are trained side by side, so each works on the calling thread only.
    public GlobalMinimumScene(GlobalMinimumSizes size, ulong seed, WorkerTeam alone)
    {
        (this.size, this.seed, this.alone) = (size, seed, alone);
        teacher = SpectrumMatrix.Create(size.Dimension, SpectralNorm, TeacherNorm * Math.Sqrt(size.Dimension / 100.0), new(seed, 1));
        (training, test) = (new double[size.Training * size.Dimension], new double[size.Test * size.Dimension]);
        var sampler = new GaussianSampler<double>(seed, alone);
        sampler.Fill(2, training, training.Length);
        sampler.Fill(3, test, test.Length);
        linkLabels = new(() => (Label(training, size.Training), Label(test, size.Test)));
        blockData = new(CreateBlockData);
    }

    /// <summary>The student of a trial at its start.</summary>
    public ITrainee Student(int network, int trial) =>
        network == 2 ? new BlockStudent(this, trial) : new LinkStudent(this, network == 0, trial);

    private double[] Label(double[] inputs, int count)
    {
        var network = new LinkNetwork<double>(teacher, size.Dimension, identityLink: true);
        var labels = new double[count];
        Evaluate(network, inputs, labels);
        return labels;
    }

    private void Evaluate(LinkNetwork<double> network, double[] inputs, double[] outputs)
    {
        var forward = new NetworkForward<double>(alone);
        var hidden = new double[inputs.Length];
        forward.Outputs(network, inputs, hidden, outputs, outputs.Length);
    }

    // The 3-Block teacher's batch normalisation uses averages over inputs of its own, so that it is one fixed function.
    private BlockData CreateBlockData()
    {
        var network = CreateBlocks(new(seed, 4));
        var calibration = new float[EvaluationRows * size.Dimension];
        for (ulong i = 0; i < 100; i++)
        {
            new RandomStream(seed, 5, (uint)i).FillGaussian(calibration);
            calibration.CopyTo(network.Inputs);
            network.Forward(EvaluationRows, training: true);
        }

        var (x, y) = (Array.ConvertAll(training, v => (float)v), Array.ConvertAll(test, v => (float)v));
        var (labels, testLabels) = (new float[size.Training], new float[size.Test]);
        network.EvaluateSums(x, labels, BlockScale);
        network.EvaluateSums(y, testLabels, BlockScale);
        return new BlockData(x, labels, y, testLabels);
    }

    // The sum of the outputs over the square root of their number: with a plain sum a step of 0.001 diverges.
    private double BlockScale => 1 / Math.Sqrt(size.Hidden);

    private LayeredNetwork<float> CreateBlocks(RandomStream stream)
    {
        var network = new LayeredNetwork<float>(size.Dimension, Math.Max(EvaluationRows, size.Batch), alone);
        for (var block = 0; block < 3; block++)
        {
            network.AddLinear(size.Hidden, 1 / Math.Sqrt(network.Outputs), stream);
            network.AddBatchNorm();
            network.AddActivation(Activation.Relu);
        }

        return network;
    }

    private sealed record BlockData(float[] Training, float[] Labels, float[] Test, float[] TestLabels);

    private sealed class LinkStudent : ITrainee
    {
        private readonly GlobalMinimumScene scene;
        private readonly LinkNetwork<double> network;
        private readonly StochasticDescent<double> descent;

        public LinkStudent(GlobalMinimumScene scene, bool identityLink, int trial)
        {
            this.scene = scene;
            var size = scene.size;
            var start = SpectrumMatrix.Create(
                size.Dimension, SpectralNorm, StartNorm * Math.Sqrt(size.Dimension / 100.0), new(scene.seed, 100 + (ulong)trial));
            network = new(start, size.Dimension, identityLink);
            var batches = new TrainingSetBatches<double>(
                scene.training, scene.linkLabels.Value.Training, size.Batch, scene.seed + 1000 + (ulong)trial);
            descent = new(network, batches, scene.alone);
        }

        public long Step => descent.Step;

        public double Advance(double stepSize) => descent.Advance(stepSize);

        public double[] Measure() => [TestLoss(), Distance()];

        private double TestLoss()
        {
            var outputs = new double[scene.size.Test];
            scene.Evaluate(network, scene.test, outputs);
            return outputs.Zip(scene.linkLabels.Value.Test, (f, y) => (f - y) * (f - y)).Average();
        }

        // Vanilla's own weights are compared with I + W*, the weights of the same function.
        private double Distance()
        {
            var (d, sum) = (scene.size.Dimension, 0.0);
            for (var i = 0; i < d * d; i++)
            {
                var difference = network.Weights[i] - scene.teacher[i] - (!network.IdentityLink && i % (d + 1) == 0 ? 1 : 0);
                sum = Math.FusedMultiplyAdd(difference, difference, sum);
            }

            return Math.Sqrt(sum);
        }

        public void Save(Checkpoint checkpoint) => descent.Save(checkpoint);

        public void Restore(Checkpoint checkpoint) => descent.Restore(checkpoint);
    }

    private sealed class BlockStudent : ITrainee
    {
        private readonly GlobalMinimumScene scene;
        private readonly LayeredNetwork<float> network;
        private readonly SumRegression<float> descent;

        public BlockStudent(GlobalMinimumScene scene, int trial)
        {
            this.scene = scene;
            network = scene.CreateBlocks(new(scene.seed, 200 + (ulong)trial));
            var data = scene.blockData.Value;
            descent = new(
                network, new TrainingSetBatches<float>(data.Training, data.Labels, scene.size.Batch, scene.seed + 2000 + (ulong)trial),
                scene.BlockScale);
        }

        public long Step => descent.Step;

        public double Advance(double stepSize) => descent.Advance(stepSize);

        // The distance between deep networks' weights has no meaning.
        public double[] Measure() => [TestLoss(), double.NaN];

        private double TestLoss()
        {
            var data = scene.blockData.Value;
            var outputs = new float[data.TestLabels.Length];
            network.EvaluateSums(data.Test, outputs, scene.BlockScale);
            return outputs.Zip(data.TestLabels, (f, y) => ((double)f - y) * ((double)f - y)).Average();
        }

        public void Save(Checkpoint checkpoint) => descent.Save(checkpoint);

        public void Restore(Checkpoint checkpoint) => descent.Restore(checkpoint);
    }
}
