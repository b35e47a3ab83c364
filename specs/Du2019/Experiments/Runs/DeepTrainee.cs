using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Specs.Du2019.Experiments.Runs;

/// <summary>A network of Du (2019), chapter 3, with all weights from N(0, 1), trained by gradient descent in all layers for L = |u - y|²/2.</summary>
internal sealed class DeepTrainee
{
    private readonly DeepShape _shape;
    private readonly DenseMatrix _inputs;
    private readonly double[] _labels;
    private readonly int _width;
    private readonly double[] _scales;
    private readonly DenseMatrix[] _patches, _sums, _features;
    private DenseMatrix[] _weights;
    private DenseMatrix _output;

    /// <param name="shape">The network.</param>
    /// <param name="inputs">d x np: the pixels of the first input, of the second, ...</param>
    /// <param name="labels">n.</param>
    /// <param name="width">m.</param>
    /// <param name="stream">For all weights.</param>
    public DeepTrainee(DeepShape shape, DenseMatrix inputs, double[] labels, int width, RandomStream stream)
    {
        (_shape, _inputs, _labels, _width) = (shape, inputs, labels, width);
        _scales = [.. Enumerable.Range(0, shape.Layers).Select(h => (IsAdded(h) ? shape.Share : Math.Sqrt(shape.Activation.Normalisation)) / Math.Sqrt(width))];
        (_patches, _sums, _features) = (new DenseMatrix[shape.Layers], new DenseMatrix[shape.Layers], new DenseMatrix[shape.Layers]);
        _weights = [.. Enumerable.Range(0, shape.Layers).Select(h => Gaussian(width, shape.Places.Length * (h == 0 ? inputs.Rows : width), stream))];
        _output = Gaussian(width, shape.Pixels, stream);
        Gaps = Forward(_weights, _output);
    }

    /// <summary>u - y.</summary>
    public double[] Gaps { get; private set; }

    /// <summary>|u - y|²/2.</summary>
    public double Loss => LossOf(Gaps);

    /// <summary>A step of gradient descent in all weights.</summary>
    public void Step(double eta)
    {
        (DenseMatrix[] weights, DenseMatrix output) = Gradient();
        (_weights, _output) = ([.. _weights.Zip(weights, (w, g) => w.Subtract(g.Scale(eta)))], _output.Subtract(output.Scale(eta)));
        Gaps = Forward(_weights, _output);
    }

    /// <summary>
    /// The largest difference, over the layers, of the derivative along a random direction in one layer from the central difference of the loss, relative to the length of the gradient of that layer
    /// times that of the direction.
    /// </summary>
    public double GradientError(RandomStream stream)
    {
        const double Distance = 1e-4;
        (DenseMatrix[] weights, DenseMatrix output) = Gradient();
        double worst = 0;
        for (int h = 0; h <= weights.Length; h++)
        {
            DenseMatrix gradient = h < weights.Length ? weights[h] : output, direction = Gaussian(gradient.Rows, gradient.Columns, stream);
            double difference = (LossAt(h, direction.Scale(Distance)) - LossAt(h, direction.Scale(-Distance))) / (2 * Distance);
            worst = Math.Max(worst, Math.Abs(difference - gradient.InnerProduct(direction)) / (gradient.FrobeniusNorm() * direction.FrobeniusNorm()));
        }

        _ = Forward(_weights, _output);
        return worst;
    }

    /// <summary>Σ|x_i⁽ʰ⁾|², h from 1.</summary>
    public double SquaredFeature(int layer) => _features[layer - 1].InnerProduct(_features[layer - 1]);

    /// <summary>|∂u/∂W⁽ᴴ⁾|² for a single input.</summary>
    public double LastGram()
    {
        DenseMatrix gradient = Gradient().Weights[^1];
        return gradient.InnerProduct(gradient) / (Gaps[0] * Gaps[0]);
    }

    private static double LossOf(double[] gaps) => gaps.Sum(g => g * g) / 2;

    private static DenseMatrix Gaussian(int rows, int columns, RandomStream stream)
    {
        var values = new double[rows * columns];
        stream.FillGaussian(values);
        return DenseMatrix.FromRows(rows, columns, values);
    }

    private double LossAt(int layer, DenseMatrix move) => layer < _weights.Length
        ? LossOf(Forward([.. _weights.Select((w, h) => h == layer ? w.Add(move) : w)], _output))
        : LossOf(Forward(_weights, _output.Add(move)));

    private bool IsAdded(int layer) => layer > 0 && _shape.Architecture != Architecture.FullyConnected;

    private double[] Forward(DenseMatrix[] weights, DenseMatrix output)
    {
        DenseMatrix x = _inputs;
        for (int h = 0; h < weights.Length; h++)
        {
            _patches[h] = Patches(x);
            _sums[h] = weights[h].Multiply(_patches[h]);
            DenseMatrix layer = Map(_sums[h], _shape.Activation.Value, _scales[h]);
            x = _features[h] = IsAdded(h) ? x.Add(layer) : layer;
        }

        var gaps = new double[_labels.Length];
        for (int r = 0; r < _width; r++)
        {
            ReadOnlySpan<double> row = x.Row(r), a = output.Row(r);
            for (int column = 0; column < row.Length; column++)
            {
                gaps[column / _shape.Pixels] += row[column] * a[column % _shape.Pixels];
            }
        }

        return [.. gaps.Zip(_labels, (u, y) => u - y)];
    }

    private (DenseMatrix[] Weights, DenseMatrix Output) Gradient()
    {
        int columns = _inputs.Columns, pixels = _shape.Pixels;
        var (outer, back) = (new double[_width * pixels], new double[_width * columns]);
        for (int r = 0; r < _width; r++)
        {
            ReadOnlySpan<double> row = _features[^1].Row(r), a = _output.Row(r);
            for (int column = 0; column < columns; column++)
            {
                outer[(r * pixels) + (column % pixels)] += Gaps[column / pixels] * row[column];
                back[(r * columns) + column] = Gaps[column / pixels] * a[column % pixels];
            }
        }

        var weights = new DenseMatrix[_weights.Length];
        DenseMatrix adjoint = DenseMatrix.FromRows(_width, columns, back);
        for (int h = weights.Length - 1; h >= 0; h--)
        {
            DenseMatrix inner = Times(Map(_sums[h], _shape.Activation.Slope, _scales[h]), adjoint);
            weights[h] = inner.Multiply(_patches[h].Transpose());
            DenseMatrix below = Gathered(_weights[h].Transpose().Multiply(inner));
            adjoint = IsAdded(h) ? adjoint.Add(below) : below;
        }

        return (weights, DenseMatrix.FromRows(_width, pixels, outer));
    }

    // Channels by place of the patch, then by channel.
    private DenseMatrix Patches(DenseMatrix x)
    {
        int[] places = _shape.Places;
        var values = new double[places.Length * x.Rows * x.Columns];
        ForPatches(x.Rows, x.Columns, (from, to) => values[to] = x.Values[from]);
        return DenseMatrix.FromRows(places.Length * x.Rows, x.Columns, values);
    }

    // The transpose of the patch operator.
    private DenseMatrix Gathered(DenseMatrix patches)
    {
        int rows = patches.Rows / _shape.Places.Length;
        var values = new double[rows * patches.Columns];
        ForPatches(rows, patches.Columns, (from, to) => values[from] += patches.Values[to]);
        return DenseMatrix.FromRows(rows, patches.Columns, values);
    }

    private void ForPatches(int rows, int columns, Action<int, int> visit)
    {
        int[] places = _shape.Places;
        for (int k = 0; k < places.Length; k++)
        {
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    int pixel = (column % _shape.Pixels) + places[k];
                    if (pixel >= 0 && pixel < _shape.Pixels)
                    {
                        visit((row * columns) + column + places[k], (((k * rows) + row) * columns) + column);
                    }
                }
            }
        }
    }

    private static DenseMatrix Map(DenseMatrix matrix, Func<double, double> f, double scale)
    {
        var values = new double[matrix.Rows * matrix.Columns];
        ReadOnlySpan<double> source = matrix.Values;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = scale * f(source[i]);
        }

        return DenseMatrix.FromRows(matrix.Rows, matrix.Columns, values);
    }

    private static DenseMatrix Times(DenseMatrix left, DenseMatrix right)
    {
        var values = new double[left.Rows * left.Columns];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = left.Values[i] * right.Values[i];
        }

        return DenseMatrix.FromRows(left.Rows, left.Columns, values);
    }
}
