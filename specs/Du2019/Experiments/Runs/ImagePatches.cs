using ResLinkProofs.Descent.Data;

namespace ResLinkProofs.Specs.Du2019.Experiments.Runs;

/// <summary>The square patches of images as inputs of a convolutional filter with ReLU and average pooling, (6.1) of Du (2019).</summary>
/// <param name="images">The images.</param>
/// <param name="side">Pixels per side of a patch.</param>
/// <param name="stride">Pixels from a patch to the next.</param>
internal sealed class ImagePatches(LabelledImages images, int side, int stride)
{
    private readonly int[] _corners =
        [.. from row in Enumerable.Range(0, ((images.Height - side) / stride) + 1) from column in Enumerable.Range(0, ((images.Width - side) / stride) + 1) select (row * stride * images.Width) + (column * stride)];

    private readonly int[] _offsets = [.. Enumerable.Range(0, side * side).Select(i => (i / side * images.Width) + (i % side))];

    /// <summary>Number of images.</summary>
    public int Count => images.Count;

    /// <summary>The mean over the images of |Z_avg|^2.</summary>
    public double MeanSquareOfAverage => Enumerable.Range(0, Count).Average(image => _offsets.Sum(offset =>
    {
        double mean = _corners.Average(corner => (double)images.Values[(image * images.Pixels) + corner + offset]);
        return mean * mean;
    }));

    /// <summary>f(w, Z), the mean of max((w, Z_i), 0).</summary>
    /// <param name="image">An image.</param>
    /// <param name="w">w, row by row.</param>
    public double Value(int image, double[] w)
    {
        double sum = 0;
        foreach (int corner in _corners)
        {
            sum += Math.Max(At(image, corner, w), 0);
        }

        return sum / _corners.Length;
    }

    /// <summary>Adds the gradient by w of (f(w, Z) - label)^2/2.</summary>
    /// <param name="image">An image.</param>
    /// <param name="w">w.</param>
    /// <param name="label">The label.</param>
    /// <param name="slope">Receives it.</param>
    public void AddSlope(int image, double[] w, double label, double[] slope)
    {
        double factor = (Value(image, w) - label) / _corners.Length;
        foreach (int corner in _corners)
        {
            if (At(image, corner, w) > 0)
            {
                ReadOnlySpan<float> pixels = images.Values.AsSpan((image * images.Pixels) + corner);
                for (int i = 0; i < slope.Length; i++)
                {
                    slope[i] += factor * pixels[_offsets[i]];
                }
            }
        }
    }

    private double At(int image, int corner, double[] w)
    {
        ReadOnlySpan<float> pixels = images.Values.AsSpan((image * images.Pixels) + corner);
        double sum = 0;
        for (int i = 0; i < w.Length; i++)
        {
            sum += w[i] * pixels[_offsets[i]];
        }

        return sum;
    }
}
