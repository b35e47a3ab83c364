namespace ResLinkProofs.Specs.Du2019.Experiments.Runs;

/// <summary>What Gram matrices of wide networks tend to: Definitions 3.1 to 3.3 of Du (2019), corrected, and as printed to tell them apart.</summary>
/// <param name="Features">That of the features of layer H - 1, with rows and columns by input and pixel.</param>
/// <param name="Means">The means b of these features, times √m.</param>
/// <param name="Last">K⁽ᴴ⁾, by input.</param>
internal sealed record WideLimit(double[,] Features, double[] Means, double[,] Last)
{
    /// <summary>The corrected recursion.</summary>
    /// <param name="shape">The network.</param>
    /// <param name="inputs">The Gram matrix of the inputs, with rows and columns by input and pixel.</param>
    public static WideLimit Of(DeepShape shape, double[,] inputs)
    {
        double[,] seen = shape.Patches(inputs), features = Layer(shape, seen, shape.Activation.Normalisation);
        double[] means = [.. MeansOf(shape, seen).Select(x => Math.Sqrt(shape.Activation.Normalisation) * x)];
        for (int h = 2; h < shape.Layers; h++)
        {
            seen = shape.Patches(features);
            (features, means) = shape.Architecture == Architecture.FullyConnected
                ? (Layer(shape, seen, shape.Activation.Normalisation), [.. MeansOf(shape, seen).Select(x => Math.Sqrt(shape.Activation.Normalisation) * x)])
                : Residual(shape, features, means, seen, MeansOf(shape, seen), isPrinted: false);
        }

        seen = shape.Patches(features);
        return new(features, means, LastOf(shape, seen, seen, shape.LastFactor));
    }

    /// <summary>Definitions 3.1, 3.2 and 3.3 to the letter: a layer's expectations at the covariance of the layer before, cross terms exchanged, and for convolutions K⁽¹⁾ without patches and no last factor.</summary>
    public static double[,] PrintedLast(DeepShape shape, double[,] inputs)
    {
        double[,] before = shape.Patches(inputs), k = Layer(shape, before, shape.Activation.Normalisation);
        double[] means = [.. MeansOf(shape, before).Select(x => Math.Sqrt(shape.Activation.Normalisation) * x)];
        for (int h = 2; h < shape.Layers; h++)
        {
            // A⁽ʰ⁾ is meant in Definitions 3.1 and 3.2, and written A⁽ʰ⁻¹⁾ in 3.3.
            double[,] seen = shape.Architecture == Architecture.Convolutional ? before : k, next;
            (next, means) = shape.Architecture == Architecture.FullyConnected
                ? (Layer(shape, k, shape.Activation.Normalisation), means)
                : Residual(shape, k, means, seen, MeansOf(shape, k), isPrinted: true);
            (before, k) = (k, shape.Patches(next));
        }

        return LastOf(shape, k, before, shape.Architecture == Architecture.Convolutional ? 1 : shape.LastFactor);
    }

    private static (double[,] Features, double[] Means) Residual(
        DeepShape shape, double[,] features, double[] means, double[,] seen, double[] added, bool isPrinted)
    {
        int size = means.Length;
        double[,] layer = Layer(shape, seen, shape.Share * shape.Share), next = new double[size, size];
        double[] layerMeans = isPrinted ? MeansOf(shape, seen) : added;
        for (int a = 0; a < size; a++)
        {
            // Printed: b_iᵀσ(u) + b_jᵀσ(v), u of input i and v of input j; the row is the pixel of b and the column that of σ.
            (int i, int l, int j, int r) = (a / shape.Pixels, a % shape.Pixels, 0, 0);
            for (int b = 0; b < size; b++)
            {
                (j, r) = (b / shape.Pixels, b % shape.Pixels);
                double cross = isPrinted
                    ? (means[a] * layerMeans[(i * shape.Pixels) + r]) + (means[(j * shape.Pixels) + l] * layerMeans[b])
                    : (means[a] * layerMeans[b]) + (layerMeans[a] * means[b]);
                next[a, b] = features[a, b] + (shape.Share * cross) + layer[a, b];
            }
        }

        return (next, [.. means.Zip(added, (mean, more) => mean + (shape.Share * more))]);
    }

    private static double[] MeansOf(DeepShape shape, double[,] seen) => [.. Enumerable.Range(0, seen.GetLength(0)).Select(a => shape.Activation.Mean(seen[a, a]))];

    private static double[,] Layer(DeepShape shape, double[,] seen, double factor)
    {
        int size = seen.GetLength(0);
        var layer = new double[size, size];
        for (int a = 0; a < size; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                layer[a, b] = layer[b, a] = factor * shape.Activation.Product(seen[a, a], seen[b, b], seen[a, b]);
            }
        }

        return layer;
    }

    private static double[,] LastOf(DeepShape shape, double[,] seen, double[,] covariance, double factor)
    {
        int inputs = seen.GetLength(0) / shape.Pixels;
        var last = new double[inputs, inputs];
        for (int i = 0; i < inputs; i++)
        {
            for (int j = 0; j < inputs; j++)
            {
                for (int l = 0; l < shape.Pixels; l++)
                {
                    (int a, int b) = ((i * shape.Pixels) + l, (j * shape.Pixels) + l);
                    last[i, j] += factor * seen[a, b] * shape.Activation.Slopes(covariance[a, a], covariance[b, b], covariance[a, b]);
                }
            }
        }

        return last;
    }
}
