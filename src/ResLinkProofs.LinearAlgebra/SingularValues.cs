namespace ResLinkProofs.LinearAlgebra;

/// <summary>
/// The singular value decomposition X = U diag(sigma) V^T of a square matrix by one-sided Jacobi rotations of its rows: slow for large
/// matrices, accurate for all, and the same bits everywhere. Reuses its buffers; one instance serves one thread.
/// </summary>
public sealed class SingularValues
{
    private const int MostSweeps = 60;
    private const double Orthogonal = 1e-15;
    private readonly int _size;
    private readonly double[] _left;
    private readonly double[] _right;
    private readonly double[] _values;

    /// <summary>Prepares decompositions of one size.</summary>
    /// <param name="size">The number of rows and columns, at least 1.</param>
    public SingularValues(int size)
    {
        MatrixShape.RequirePositive(size, nameof(size));
        _size = size;
        _left = new double[size * size];
        _right = new double[size * size];
        _values = new double[size];
    }

    /// <summary>The singular values sigma_i, not sorted.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>U^T: row i is the left singular vector of sigma_i.</summary>
    public ReadOnlySpan<double> LeftRows => _left;

    /// <summary>V^T: row i is the right singular vector of sigma_i.</summary>
    public ReadOnlySpan<double> RightRows => _right;

    /// <summary>Decomposes a matrix.</summary>
    /// <param name="matrix">size x size entries, row by row, all finite.</param>
    /// <exception cref="ArgumentException">The number of entries does not fit.</exception>
    public void Decompose(ReadOnlySpan<double> matrix)
    {
        if (matrix.Length != _size * _size)
        {
            throw new ArgumentException($"matrix has {matrix.Length} entries; it must have {_size} x {_size}.", nameof(matrix));
        }

        matrix.CopyTo(_right);
        Array.Clear(_left);
        for (int i = 0; i < _size; i++)
        {
            _left[(i * _size) + i] = 1;
        }

        for (int sweep = 0; sweep < MostSweeps && Sweep(); sweep++)
        {
        }

        Normalise();
    }

    private Span<double> Row(double[] rows, int i) => rows.AsSpan(i * _size, _size);

    // Makes every pair of rows of U^T X orthogonal once; true when some pair was not.
    private bool Sweep()
    {
        bool rotated = false;
        for (int i = 0; i < _size; i++)
        {
            for (int j = i + 1; j < _size; j++)
            {
                Span<double> x = Row(_right, i), y = Row(_right, j);
                double xx = OrderedSum.Dot(x, x), yy = OrderedSum.Dot(y, y), xy = OrderedSum.Dot(x, y);
                if (Math.Abs(xy) <= Orthogonal * Math.Sqrt(xx) * Math.Sqrt(yy))
                {
                    continue;
                }

                rotated = true;
                double zeta = (yy - xx) / (2 * xy);
                double tangent = (zeta >= 0 ? 1 : -1) / (Math.Abs(zeta) + Math.Sqrt(1 + (zeta * zeta)));
                double cosine = 1 / Math.Sqrt(1 + (tangent * tangent)), sine = cosine * tangent;
                Rotate(x, y, cosine, sine);
                Rotate(Row(_left, i), Row(_left, j), cosine, sine);
            }
        }

        return rotated;
    }

    private static void Rotate(Span<double> x, Span<double> y, double cosine, double sine)
    {
        for (int k = 0; k < x.Length; k++)
        {
            (x[k], y[k]) = ((cosine * x[k]) - (sine * y[k]), (sine * x[k]) + (cosine * y[k]));
        }
    }

    // The rows of U^T X are sigma_i v_i; where sigma_i is (numerically) zero any unit vector orthogonal to the others serves as v_i.
    private void Normalise()
    {
        double largest = 0;
        for (int i = 0; i < _size; i++)
        {
            _values[i] = Math.Sqrt(OrderedSum.Dot(Row(_right, i), Row(_right, i)));
            largest = Math.Max(largest, _values[i]);
        }

        double smallest = largest * _size * 1e-15;
        for (int i = 0; i < _size; i++)
        {
            if (_values[i] > smallest)
            {
                Scale(Row(_right, i), 1 / _values[i]);
            }
        }

        for (int i = 0, candidate = 0; i < _size; i++)
        {
            if (_values[i] <= smallest)
            {
                _values[i] = 0;
                Complete(i, smallest, ref candidate);
            }
        }
    }

    private void Complete(int i, double smallest, ref int candidate)
    {
        Span<double> row = Row(_right, i);
        for (; candidate < _size; candidate++)
        {
            row.Clear();
            row[candidate] = 1;
            for (int pass = 0; pass < 2; pass++)
            {
                for (int j = 0; j < _size; j++)
                {
                    if (j < i || _values[j] > smallest)
                    {
                        Span<double> other = Row(_right, j);
                        double part = OrderedSum.Dot(row, other);
                        for (int k = 0; k < _size; k++)
                        {
                            row[k] -= part * other[k];
                        }
                    }
                }
            }

            // Some unit vector keeps at least this much of its length, by counting dimensions.
            double length = Math.Sqrt(OrderedSum.Dot(row, row));
            if (length > 0.5 / Math.Sqrt(_size))
            {
                Scale(row, 1 / length);
                candidate++;
                return;
            }
        }

        throw new InvalidOperationException("No unit vector completes the basis; the rows before are not orthonormal.");
    }

    private static void Scale(Span<double> row, double factor)
    {
        foreach (ref double value in row)
        {
            value *= factor;
        }
    }
}
