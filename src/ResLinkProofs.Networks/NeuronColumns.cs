using System.Runtime.Intrinsics;
using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Networks;

/// <summary>
/// The neurons of one network with identity mapping: the columns a_j = e_j + w_j of I + W, their norms, and the unit vectors
/// along them. Immutable.
/// </summary>
public sealed class NeuronColumns
{
    private readonly double[] _norms;
    private readonly double[] _units;

    /// <summary>The neurons of a weight matrix.</summary>
    /// <param name="weights">W, d x d with d at least 1.</param>
    /// <exception cref="ArgumentException">W is not square.</exception>
    public NeuronColumns(DenseMatrix weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Rows != weights.Columns)
        {
            throw new ArgumentException(
                $"weights is {weights.Rows} x {weights.Columns}; it must be square (d x d, d at least 1).", nameof(weights));
        }

        Weights = weights;
        Dimension = weights.Rows;
        Stride = (Dimension + OrderedSum.Lanes - 1) / OrderedSum.Lanes * OrderedSum.Lanes;
        double[] columns = weights.Values.ToArray();
        for (int i = 0; i < Dimension; i++)
        {
            columns[i * Dimension + i] += 1;
        }

        Columns = DenseMatrix.Adopt(Dimension, Dimension, columns);
        _norms = new double[Stride];
        _units = new double[Dimension * Stride];
        Transposition.Copy(columns, Dimension, Dimension, _units, Stride);
        for (int j = 0; j < Dimension; j++)
        {
            _norms[j] = Normalise(_units.AsSpan(j * Stride, Stride));
            if (!double.IsFinite(_norms[j]))
            {
                throw new ArgumentException(
                    $"Column {j} of I + W has a norm beyond the range of double; weights must be smaller.", nameof(weights));
            }
        }
    }

    /// <summary>d: the number of inputs and of neurons.</summary>
    public int Dimension { get; }

    /// <summary>W.</summary>
    public DenseMatrix Weights { get; }

    /// <summary>I + W; column j is a_j.</summary>
    public DenseMatrix Columns { get; }

    /// <summary>The Euclidean norms |a_j|.</summary>
    public ReadOnlySpan<double> Norms => _norms.AsSpan(0, Dimension);

    /// <summary>The norms followed by zeros up to <see cref="Stride"/>.</summary>
    internal ReadOnlySpan<double> PaddedNorms => _norms;

    /// <summary>d rounded up to whole registers; rows of unit vectors and of cosines are padded to it with zeros.</summary>
    internal int Stride { get; }

    /// <summary>The unit vectors as rows: d x d with row stride <see cref="Stride"/>.</summary>
    internal ReadOnlyMatrixSpan<double> UnitRows => new(_units, Dimension, Dimension, Stride);

    /// <summary>The unit vector a_j / |a_j|, or zeros where a_j = 0.</summary>
    /// <param name="neuron">j, from 0 to d - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">j is outside its range.</exception>
    public ReadOnlySpan<double> Unit(int neuron)
    {
        if ((uint)neuron >= (uint)Dimension)
        {
            throw new ArgumentOutOfRangeException(nameof(neuron), neuron, $"The neuron must be from 0 to {Dimension - 1}.");
        }

        return _units.AsSpan(neuron * Stride, Dimension);
    }

    /// <summary>The first j with a_j = 0, or -1.</summary>
    public int FirstZeroColumn() => Norms.IndexOf(0.0);

    // Replaces a vector by its direction and returns its norm. A power of two brings huge and tiny vectors into range; it is 1 for
    // ordinary ones, and exact always.
    private static double Normalise(Span<double> vector)
    {
        double largest = 0;
        foreach (double value in vector)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        if (largest == 0)
        {
            return 0;
        }

        int exponent = Math.ILogB(largest);
        int shift = Math.Abs(exponent) > 300 ? -exponent : 0;
        if (shift != 0)
        {
            foreach (ref double value in vector)
            {
                value = Math.ScaleB(value, shift);
            }
        }

        double norm = Math.Sqrt(OrderedSum.Dot(vector, vector));
        Vector512<double> divisor = Vector512.Create(norm);
        for (int i = 0; i < vector.Length; i += OrderedSum.Lanes)
        {
            Span<double> lane = vector.Slice(i, OrderedSum.Lanes);
            (Vector512.Create<double>(lane) / divisor).CopyTo(lane);
        }

        return Math.ScaleB(norm, -shift);
    }
}
