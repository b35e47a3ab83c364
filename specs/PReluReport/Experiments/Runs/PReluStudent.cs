using ResLinkProofs.Descent;
using ResLinkProofs.Descent.Data;
using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Descent.Models;
using ResLinkProofs.Descent.Storage;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Specs.PReluReport.Experiments.Runs;

/// <summary>
/// A student of <see cref="PReluGlobalMinimum"/> with its own teacher, training and test set, functions of seed and repetition.
/// </summary>
internal sealed class PReluStudent : ITrainee
{
    // A weight of this size has left the region of W* (entries of order 1) for good.
    private const double Diverged = 1e3;

    private readonly LinkNetwork<double> network;
    private readonly StochasticDescent<double> descent;
    private readonly NetworkForward<double> forward;
    private readonly DenseMatrix teacher;
    private readonly double[] test, labels;
    private readonly int dimension;

    public PReluStudent(
        PReluGlobalMinimumSizes size, int batch, bool identityLink, bool bounded, ulong seed, int repetition, WorkerTeam alone)
    {
        (dimension, forward) = (size.Dimension, new(alone));
        var activation = new Activation(size.NegativeSlope);
        var stream = new RandomStream(seed, 300 + (ulong)repetition);
        var (weights, start) = (Weights(), Weights());
        teacher = DenseMatrix.FromRows(dimension, dimension, weights);
        var source = new LinkNetwork<double>(weights, dimension, identityLink, activation);
        var training = Gaussian(size.Training * dimension);
        test = Gaussian(size.Test * dimension);
        labels = Evaluate(source, test);
        network = new(start, dimension, identityLink, activation);
        descent = new(
            network, new TrainingSetBatches<double>(training, Evaluate(source, training), batch, seed + 3000 + (ulong)repetition), alone);

        // A multiple of an orthogonal matrix comes closest to the report's Frobenius norm of 1 among those of its spectral norm.
        double[] Weights()
        {
            var values = bounded ? SpectrumMatrix.Orthogonal(dimension, stream) : Gaussian(dimension * dimension);
            var factor = bounded ? size.Bound : 1 / Math.Sqrt(dimension);
            return Array.ConvertAll(values, v => factor * v);
        }

        double[] Gaussian(int count)
        {
            var values = new double[count];
            stream.FillGaussian(values);
            return values;
        }
    }

    public long Step => descent.Step;

    public double Advance(double stepSize) => descent.Advance(stepSize);

    /// <summary>
    /// The test loss, |W - W*|_2, and the same modulo permutations of the neurons: NaN once the weights have left all bounds.
    /// </summary>
    public double[] Measure()
    {
        if (!network.Weights.All(w => Math.Abs(w) < Diverged))
            return [double.NaN, double.NaN, double.NaN];
        var loss = Evaluate(network, test).Zip(labels, (f, y) => (f - y) * (f - y)).Average();
        var weights = DenseMatrix.FromRows(dimension, dimension, network.Weights);
        return [loss, weights.Subtract(teacher).SpectralNorm(), PermutedDistance.Of(weights, teacher, network.IdentityLink)];
    }

    public void Save(Checkpoint checkpoint) => descent.Save(checkpoint);

    public void Restore(Checkpoint checkpoint) => descent.Restore(checkpoint);

    private double[] Evaluate(LinkNetwork<double> by, double[] inputs)
    {
        var outputs = new double[inputs.Length / dimension];
        forward.Outputs(by, inputs, new double[inputs.Length], outputs, outputs.Length);
        return outputs;
    }
}
