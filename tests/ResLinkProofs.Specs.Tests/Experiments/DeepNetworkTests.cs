using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Specs.Du2019.Experiments.Runs;

namespace ResLinkProofs.Specs.Tests.Experiments;

/// <summary>What the experiments on deep networks rest on: Gaussian expectations, the recursions for infinite width, networks drawn row by row, and gradients.</summary>
public class DeepNetworkTests
{
    internal static readonly SmoothActivation[] Closed = [SmoothActivation.Sine, SmoothActivation.Cosine, SmoothActivation.ErrorFunction];

    [Fact]
    public void Closed_forms_are_what_quadrature_finds()
    {
        foreach (SmoothActivation activation in Closed)
        {
            foreach ((double a, double b, double c) in new[] { (1, 1, 0.5), (1, 1, 1), (1, 1, -1), (0.3, 2, 0.7), (2.5, 1.5, -1.2), (0.01, 1, 0) })
            {
                Assert.Equal(SmoothActivation.Integrate(activation.Value, a), activation.Mean(a), 1e-13);
                Assert.Equal(SmoothActivation.Integrate(activation.Value, a, b, c), activation.Product(a, b, c), 1e-13);
                Assert.Equal(SmoothActivation.Integrate(activation.Slope, a, b, c), activation.Slopes(a, b, c), 1e-13);
            }
        }

        // The certified enclosures of the claims on softplus.
        Assert.Equal(0.8060591834, SmoothActivation.Softplus.Mean(1), 1e-10);
        Assert.Equal(1.0854865030, SmoothActivation.Softplus.Normalisation, 1e-10);
    }

    // Unit inputs with inner product k: the scalar recursions in closed form.
    [Theory]
    [InlineData(0.5)]
    [InlineData(-0.9)]
    public void The_recursion_of_two_layers_is_the_closed_one(double k)
    {
        var gram = new[,] { { 1, k }, { k, 1 } };
        double sine = Math.Sinh(k) / Math.Sinh(1), cosine = Math.Cosh(k) / Math.Cosh(1), error = Math.Asin(2 * k / 3) / Math.Asin(2.0 / 3);
        Assert.Equal(sine * Math.Cosh(sine) / Math.Sinh(1), Last(SmoothActivation.Sine), 1e-13);
        Assert.Equal(cosine * Math.Sinh(cosine) / Math.Cosh(1), Last(SmoothActivation.Cosine), 1e-13);
        Assert.Equal(2 * error / (Math.Asin(2.0 / 3) * Math.Sqrt(9 - (4 * error * error))), Last(SmoothActivation.ErrorFunction), 1e-13);

        double Last(SmoothActivation activation) => WideLimit.Of(new(Architecture.FullyConnected, activation, 2, 1, 1), gram).Last[0, 1];
    }

    // One pixel has no neighbours: the corrected recursion is that of the residual network, the printed one lacks the last factor.
    [Fact]
    public void A_convolution_over_one_pixel_is_a_residual_network()
    {
        var gram = new[,] { { 1, 0.3 }, { 0.3, 1 } };
        DeepShape residual = new(Architecture.Residual, SmoothActivation.Cosine, 4, 0.8, 1), convolutional = residual with { Architecture = Architecture.Convolutional };
        Assert.Equal(WideLimit.Of(residual, gram).Last[0, 1], WideLimit.Of(convolutional, gram).Last[0, 1], 1e-15);
        Assert.NotEqual(WideLimit.PrintedLast(residual, gram)[0, 1], WideLimit.PrintedLast(convolutional, gram)[0, 1], 1e-3);
    }

    // The rows that are drawn against networks with all their weights: mean and spread of |x⁽²⁾|² and of G⁽³⁾ over independent starts of a narrow network.
    [Theory]
    [InlineData(nameof(Architecture.FullyConnected), 1)]
    [InlineData(nameof(Architecture.Residual), 1)]
    [InlineData(nameof(Architecture.Convolutional), 3)]
    public void Networks_drawn_by_rows_are_distributed_as_networks_with_weights(string architecture, int pixels)
    {
        const int Width = 6, Draws = 4000;
        var shape = new DeepShape(Enum.Parse<Architecture>(architecture), SmoothActivation.Softplus, 3, 0.9, pixels);
        double[] x = pixels == 1 ? [0.6, 0.8] : [0.6, 0, 0.8];
        int channels = x.Length / pixels;
        var gram = new double[pixels, pixels];
        for (int l = 0; l < pixels; l++)
        {
            for (int r = 0; r < pixels; r++)
            {
                gram[l, r] = Enumerable.Range(0, channels).Sum(c => x[(c * pixels) + l] * x[(c * pixels) + r]);
            }
        }

        var stream = new RandomStream(7, (ulong)pixels);
        DenseMatrix inputs = DenseMatrix.FromRows(channels, pixels, x);
        double[][] byRows = [.. Enumerable.Range(0, Draws).Select(_ =>
        {
            var drawn = new RowSampledNetwork(shape, gram, Width, stream);
            return new[] { Enumerable.Range(0, pixels).Sum(l => drawn.Layers[1][l, l]), drawn.Last[0, 0] };
        })];
        double[][] byWeights = [.. Enumerable.Range(0, Draws).Select(_ =>
        {
            var network = new DeepTrainee(shape, inputs, [0], Width, stream);
            return new[] { network.SquaredFeature(2), network.LastGram() };
        })];
        for (int quantity = 0; quantity < 2; quantity++)
        {
            for (int power = 1; power <= 2; power++)
            {
                (double first, double firstError) = Mean(byRows.Select(v => Math.Pow(v[quantity], power)));
                (double second, double secondError) = Mean(byWeights.Select(v => Math.Pow(v[quantity], power)));
                Assert.InRange(Math.Abs(first - second) / Math.Sqrt((firstError * firstError) + (secondError * secondError)), 0, 5);
            }
        }

        static (double Mean, double Error) Mean(IEnumerable<double> values)
        {
            double[] all = [.. values];
            double mean = all.Average();
            return (mean, Math.Sqrt(all.Sum(v => (v - mean) * (v - mean)) / all.Length / (all.Length - 1)));
        }
    }

    [Fact]
    public void A_gradient_that_is_off_is_noticed()
    {
        var shape = new DeepShape(Architecture.Convolutional, SmoothActivation.Softplus, 3, 0.9, 3);
        var stream = new RandomStream(1, 2);
        DenseMatrix inputs = DenseMatrix.FromRows(1, 6, [0.6, 0, 0.8, 0, 1, 0]);
        Assert.InRange(new DeepTrainee(shape, inputs, [1, -1], 5, stream).GradientError(stream), 0, 1e-7);
        SmoothActivation wrong = shape.Activation with { Slope = t => 1.01 * SmoothActivation.Softplus.Slope(t) };
        Assert.InRange(new DeepTrainee(shape with { Activation = wrong }, inputs, [1, -1], 5, stream).GradientError(stream), 1e-4, 1);
    }
}
