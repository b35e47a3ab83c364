using ResLinkProofs.Descent.Storage;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Descent;

/// <summary>
/// W_{t+1} = W_t - eta (c grad L(W_t) + E_t) with the gradient of the population loss in closed form. Without noise
/// this is gradient descent; with it, E_t has mean zero and |E_t|_F = epsilon (a uniformly random direction).
/// </summary>
public sealed class PopulationDescent : IDescent
{
    private readonly double[] weights, noise;
    private readonly double epsilon, scale;
    private readonly int dimension, threads;
    private readonly RandomStream stream;
    private readonly PopulationWorkspace workspace = new();
    private TeacherStudent model;

    /// <summary>A run that starts at the model's student.</summary>
    /// <param name="model">W_0, W* and the activation.</param>
    /// <param name="epsilon">|E_t|_F, at least 0; 0 is plain gradient descent.</param>
    /// <param name="seed">Fixes the noise.</param>
    /// <param name="gradientFactor">c, positive.</param>
    /// <param name="threads">At least 1; the results do not depend on it.</param>
    public PopulationDescent(TeacherStudent model, double epsilon = 0, ulong seed = 1, double gradientFactor = 1, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegative(epsilon);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(gradientFactor);
        (this.model, this.epsilon, this.threads, dimension) = (model, epsilon, threads, model.Dimension);
        scale = gradientFactor;
        weights = model.Student.Weights.Values.ToArray();
        noise = new double[epsilon > 0 ? weights.Length : 0];
        stream = new(seed, 0);
    }

    /// <inheritdoc/>
    public long Step { get; private set; }

    /// <summary>W_t and W*.</summary>
    public TeacherStudent Model => model;

    /// <inheritdoc/>
    /// <remarks>Returns NaN: the loss is a product more than the gradient needs; ask the trajectory point for it.</remarks>
    public double Advance(double stepSize)
    {
        var direction = PopulationGradient.NegativeGradient(model, workspace, threads).Values;
        for (var i = 0; i < weights.Length; i++)
            weights[i] = Math.FusedMultiplyAdd(stepSize * scale, direction[i], weights[i]);
        if (epsilon > 0)
            AddNoise(stepSize);
        Step++;
        model = model.WithStudent(DenseMatrix.FromRows(dimension, dimension, weights));
        return double.NaN;
    }

    /// <inheritdoc/>
    public void CopyWeights(Span<double> target) => weights.CopyTo(target);

    /// <inheritdoc/>
    public void Save(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        checkpoint.Put<long>("step", [Step]);
        checkpoint.Put<double>("weights", weights);
    }

    /// <inheritdoc/>
    public void Restore(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        checkpoint.Get("weights", weights.AsSpan());
        Step = checkpoint.Get<long>("step")[0];
        model = model.WithStudent(DenseMatrix.FromRows(dimension, dimension, weights));
    }

    // A Gaussian matrix scaled to norm epsilon: its direction is uniform, so its mean is zero.
    private void AddNoise(double stepSize)
    {
        stream.Restart((ulong)Step);
        stream.FillGaussian(noise);
        double square = 0;
        foreach (var e in noise)
            square = Math.FusedMultiplyAdd(e, e, square);
        var factor = -stepSize * epsilon / Math.Sqrt(square);
        for (var i = 0; i < weights.Length; i++)
            weights[i] = Math.FusedMultiplyAdd(factor, noise[i], weights[i]);
    }
}
