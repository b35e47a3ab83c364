using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;

namespace ResLinkProofs.Specs.Du2019.Experiments.Runs;

/// <summary>
/// f(x) = (1/√m) Σ a_r max((w_r, x), 0) of Du (2019), chapter 2, on n uniform unit inputs with Gaussian labels: w_r Gaussian, a_r a sign, gradient descent on W for L = |u - y|^2/2.
/// </summary>
internal sealed class WideReluNetwork
{
    private readonly DenseMatrix _inputs, _transposedInputs;
    private readonly double[] _labels, _signs;
    private readonly DenseMatrix _start;
    private readonly bool[] _startPatterns;
    private readonly int _threads;
    private DenseMatrix _weights, _products;
    private double[] _gaps;

    /// <param name="n">Inputs.</param>
    /// <param name="d">Dimension.</param>
    /// <param name="m">Neurons.</param>
    /// <param name="data">For inputs and labels.</param>
    /// <param name="initial">For weights and signs.</param>
    /// <param name="threads">Threads of the products; nothing depends on them.</param>
    public WideReluNetwork(int n, int d, int m, RandomStream data, RandomStream initial, int threads)
    {
        _threads = threads;
        var x = new double[n * d];
        data.FillGaussian(x);
        for (int i = 0; i < n; i++)
        {
            Span<double> row = x.AsSpan(i * d, d);
            double sum = 0;
            foreach (double value in row)
            {
                sum += value * value;
            }

            for (int j = 0; j < d; j++)
            {
                row[j] /= Math.Sqrt(sum);
            }
        }

        (_labels, _signs, var w) = (new double[n], new double[m], new double[d * m]);
        data.FillGaussian(_labels);
        initial.FillGaussian(w);
        for (int r = 0; r < m; r++)
        {
            _signs[r] = initial.NextInt32(2) == 0 ? -1 : 1;
        }

        // Neurons in columns: X W is n x m.
        (_inputs, _weights) = (DenseMatrix.FromRows(n, d, x), DenseMatrix.FromRows(d, m, w));
        (_transposedInputs, _start) = (_inputs.Transpose(), _weights);
        _products = _inputs.Multiply(_weights, threads);
        _startPatterns = [.. _products.Values.ToArray().Select(z => z >= 0)];
        _gaps = Gaps();
    }

    /// <summary>|u - y|^2/2.</summary>
    public double Loss => _gaps.Sum(g => g * g) / 2;

    /// <summary>The share of the mn patterns that differ from those at the start.</summary>
    public double ChangedPatterns
    {
        get
        {
            ReadOnlySpan<double> products = _products.Values;
            int changed = 0;
            for (int i = 0; i < products.Length; i++)
            {
                changed += products[i] >= 0 == _startPatterns[i] ? 0 : 1;
            }

            return changed / (double)products.Length;
        }
    }

    /// <summary>The largest distance of a neuron from its start.</summary>
    public double Distance
    {
        get
        {
            var sums = new double[_weights.Columns];
            for (int i = 0; i < _weights.Rows; i++)
            {
                ReadOnlySpan<double> now = _weights.Row(i), then = _start.Row(i);
                for (int r = 0; r < sums.Length; r++)
                {
                    sums[r] += (now[r] - then[r]) * (now[r] - then[r]);
                }
            }

            return Math.Sqrt(sums.Max());
        }
    }

    /// <summary>W - eta ∂L/∂W.</summary>
    public void Step(double stepSize)
    {
        (int n, int m) = (_products.Rows, _products.Columns);
        double scale = 1 / Math.Sqrt(m);
        var back = new double[n * m];
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> row = _products.Row(i);
            for (int r = 0; r < m; r++)
            {
                back[(i * m) + r] = row[r] >= 0 ? scale * _signs[r] * _gaps[i] : 0;
            }
        }

        _weights = _weights.Subtract(_transposedInputs.Multiply(DenseMatrix.FromRows(n, m, back), _threads).Scale(stepSize));
        _products = _inputs.Multiply(_weights, _threads);
        _gaps = Gaps();
    }

    // u - y.
    private double[] Gaps()
    {
        var gaps = new double[_products.Rows];
        for (int i = 0; i < gaps.Length; i++)
        {
            ReadOnlySpan<double> row = _products.Row(i);
            double sum = 0;
            for (int r = 0; r < row.Length; r++)
            {
                sum += _signs[r] * Math.Max(row[r], 0);
            }

            gaps[i] = (sum / Math.Sqrt(_signs.Length)) - _labels[i];
        }

        return gaps;
    }
}
