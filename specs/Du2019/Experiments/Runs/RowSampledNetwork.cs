using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Specs.Du2019.Experiments.Runs;

/// <summary>
/// A network of Du (2019), chapter 3, at its random start, of any width m without a matrix of m x m entries: given the features of one layer, the rows of what the next one sees are independent and
/// Gaussian with the Gram matrix of their patches as covariance, so that these rows are drawn. The distribution of all that is measured is exactly that of the network.
/// </summary>
internal sealed class RowSampledNetwork
{
    /// <param name="shape">The network.</param>
    /// <param name="inputs">The Gram matrix of the inputs, with rows and columns by input and pixel.</param>
    /// <param name="width">m.</param>
    /// <param name="stream">For all weights.</param>
    public RowSampledNetwork(DeepShape shape, double[,] inputs, int width, RandomStream stream)
    {
        int size = inputs.GetLength(0);
        double[,] seen = shape.Patches(inputs);
        var x = new double[width * size];
        var z = new double[width * size];
        double[,] features = inputs;
        for (int h = 1; h < shape.Layers; h++)
        {
            FillRows(seen, width, stream, z);
            bool isAdded = h > 1 && shape.Architecture != Architecture.FullyConnected;
            double scale = (isAdded ? shape.Share : Math.Sqrt(shape.Activation.Normalisation)) / Math.Sqrt(width);
            for (int entry = 0; entry < x.Length; entry++)
            {
                x[entry] = (isAdded ? x[entry] : 0) + (scale * shape.Activation.Value(z[entry]));
            }

            features = Gram(x, width, size);
            Layers.Add(features);
            seen = shape.Patches(features);
        }

        Means = [.. Enumerable.Range(0, size).Select(a => Enumerable.Range(0, width).Sum(r => x[(r * size) + a]) / Math.Sqrt(width))];
        FillRows(seen, width, stream, z);
        Last = LastGram(shape, seen, width, z, stream);
    }

    /// <summary>The Gram matrices of the features of layers 1 to H - 1, with rows and columns by input and pixel.</summary>
    public List<double[,]> Layers { get; } = [];

    /// <summary>The means of the features of layer H - 1 over neurons, times √m.</summary>
    public double[] Means { get; }

    /// <summary>G⁽ᴴ⁾(0), by input.</summary>
    public double[,] Last { get; }

    private static double[,] LastGram(DeepShape shape, double[,] seen, int width, double[] z, RandomStream stream)
    {
        int size = seen.GetLength(0), inputs = size / shape.Pixels;
        var last = new double[inputs, inputs];
        var output = new double[shape.Pixels];
        var slopes = new double[size];
        for (int row = 0; row < width; row++)
        {
            stream.FillGaussian(output);
            for (int a = 0; a < size; a++)
            {
                slopes[a] = output[a % shape.Pixels] * shape.Activation.Slope(z[(row * size) + a]);
            }

            for (int a = 0; a < size; a++)
            {
                for (int b = 0; b < size; b++)
                {
                    last[a / shape.Pixels, b / shape.Pixels] += slopes[a] * slopes[b] * seen[a, b];
                }
            }
        }

        for (int i = 0; i < inputs; i++)
        {
            for (int j = 0; j < inputs; j++)
            {
                last[i, j] *= shape.LastFactor / width;
            }
        }

        return last;
    }

    private static double[,] Gram(double[] rows, int width, int size)
    {
        var gram = new double[size, size];
        for (int row = 0; row < width; row++)
        {
            ReadOnlySpan<double> x = rows.AsSpan(row * size, size);
            for (int a = 0; a < size; a++)
            {
                for (int b = 0; b <= a; b++)
                {
                    gram[a, b] += x[a] * x[b];
                }
            }
        }

        for (int a = 0; a < size; a++)
        {
            for (int b = 0; b < a; b++)
            {
                gram[b, a] = gram[a, b];
            }
        }

        return gram;
    }

    // Rows L g with L Lᵀ the covariance, which may be singular.
    private static void FillRows(double[,] covariance, int width, RandomStream stream, double[] rows)
    {
        int size = covariance.GetLength(0);
        double[,] root = Root(covariance);
        stream.FillGaussian(rows);
        for (int row = 0; row < width; row++)
        {
            Span<double> z = rows.AsSpan(row * size, size);
            for (int a = size - 1; a >= 0; a--)
            {
                double sum = 0;
                for (int b = 0; b <= a; b++)
                {
                    sum += root[a, b] * z[b];
                }

                z[a] = sum;
            }
        }
    }

    private static double[,] Root(double[,] covariance)
    {
        int size = covariance.GetLength(0);
        var root = new double[size, size];
        for (int a = 0; a < size; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                double rest = covariance[a, b];
                for (int k = 0; k < b; k++)
                {
                    rest -= root[a, k] * root[b, k];
                }

                root[a, b] = a == b ? Math.Sqrt(Math.Max(rest, 0)) : root[b, b] > 1e-8 ? rest / root[b, b] : 0;
            }
        }

        return root;
    }
}
