using System.Globalization;

namespace ResLinkProofs.LinearAlgebra;

/// <summary>
/// An immutable matrix of doubles in row-major order. All elements are finite: infinities and NaN are refused where they enter.
/// Sums are taken in one fixed order (see <see cref="OrderedSum"/> and <see cref="DenseProduct"/>).
/// </summary>
public sealed class DenseMatrix
{
    private readonly double[] _values;

    private DenseMatrix(int rows, int columns, double[] values)
    {
        Rows = rows;
        Columns = columns;
        _values = values;
    }

    /// <summary>A copy of a two-dimensional array, indexed (row, column).</summary>
    /// <param name="values">At least 1 x 1, all finite.</param>
    /// <exception cref="ArgumentException">The array is empty or holds NaN or infinity; the message gives index and value.</exception>
    public DenseMatrix(double[,] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        (Rows, Columns) = (values.GetLength(0), values.GetLength(1));
        if (Rows == 0 || Columns == 0)
        {
            throw new ArgumentException($"values is {Rows} x {Columns}; it must be at least 1 x 1.", nameof(values));
        }

        _values = new double[Rows * Columns];
        Buffer.BlockCopy(values, 0, _values, 0, _values.Length * sizeof(double));
        Finiteness.Require(nameof(values), _values, Columns);
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>The elements, row after row.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>The element in a row and column, both counted from 0.</summary>
    /// <param name="row">0 to Rows - 1.</param>
    /// <param name="column">0 to Columns - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside its range.</exception>
    public double this[int row, int column]
    {
        get
        {
            RequireIndex(row, Rows, nameof(row));
            RequireIndex(column, Columns, nameof(column));
            return _values[row * Columns + column];
        }
    }

    /// <summary>A copy of elements given row after row.</summary>
    /// <param name="rows">At least 1.</param>
    /// <param name="columns">At least 1.</param>
    /// <param name="values">rows * columns finite elements.</param>
    /// <exception cref="ArgumentException">The length does not fit, or an element is NaN or infinite.</exception>
    public static DenseMatrix FromRows(int rows, int columns, ReadOnlySpan<double> values)
    {
        MatrixShape.RequirePositive(rows, nameof(rows));
        MatrixShape.RequirePositive(columns, nameof(columns));
        if (values.Length != (long)rows * columns)
        {
            throw new ArgumentException(
                $"values has {values.Length} elements; a {rows} x {columns} matrix has {(long)rows * columns}.", nameof(values));
        }

        Finiteness.Require(nameof(values), values, columns);
        return new DenseMatrix(rows, columns, values.ToArray());
    }

    /// <summary>The square matrix with the given diagonal and zeros elsewhere.</summary>
    /// <param name="diagonal">At least one element, all finite.</param>
    public static DenseMatrix Diagonal(ReadOnlySpan<double> diagonal)
    {
        int size = diagonal.Length;
        MatrixShape.RequirePositive(size, nameof(diagonal));
        Finiteness.Require(nameof(diagonal), diagonal, 1);
        double[] values = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            values[i * size + i] = diagonal[i];
        }

        return new DenseMatrix(size, size, values);
    }

    /// <summary>The identity matrix.</summary>
    /// <param name="size">At least 1.</param>
    public static DenseMatrix Identity(int size)
    {
        MatrixShape.RequirePositive(size, nameof(size));
        double[] ones = new double[size];
        Array.Fill(ones, 1);
        return Diagonal(ones);
    }

    /// <summary>The matrix of zeros.</summary>
    /// <param name="rows">At least 1.</param>
    /// <param name="columns">At least 1.</param>
    public static DenseMatrix Zero(int rows, int columns)
    {
        MatrixShape.RequirePositive(rows, nameof(rows));
        MatrixShape.RequirePositive(columns, nameof(columns));
        return new DenseMatrix(rows, columns, new double[rows * columns]);
    }

    /// <summary>Takes ownership of an array that its maker gives up; checks that the result of a computation is finite.</summary>
    /// <exception cref="ArithmeticException">An element overflowed.</exception>
    internal static DenseMatrix Adopt(int rows, int columns, double[] values)
    {
        int bad = Finiteness.IndexOfViolation(values);
        return bad < 0
            ? new DenseMatrix(rows, columns, values)
            : throw new ArithmeticException(string.Create(
                CultureInfo.InvariantCulture,
                $"The result at row {bad / columns}, column {bad % columns} is {values[bad]}: the computation overflowed."));
    }

    /// <summary>A view for <see cref="DenseProduct"/>.</summary>
    public ReadOnlyMatrixSpan<double> AsSpan() => new(_values, Rows, Columns);

    /// <summary>The elements of one row.</summary>
    /// <param name="row">0 to Rows - 1.</param>
    public ReadOnlySpan<double> Row(int row)
    {
        RequireIndex(row, Rows, nameof(row));
        return _values.AsSpan(row * Columns, Columns);
    }

    /// <summary>A copy of one column.</summary>
    /// <param name="column">0 to Columns - 1.</param>
    public double[] Column(int column)
    {
        RequireIndex(column, Columns, nameof(column));
        double[] values = new double[Rows];
        for (int i = 0; i < Rows; i++)
        {
            values[i] = _values[i * Columns + column];
        }

        return values;
    }

    /// <summary>The transposed matrix.</summary>
    public DenseMatrix Transpose()
    {
        double[] values = new double[_values.Length];
        Transposition.Copy(_values, Rows, Columns, values, Rows);
        return new DenseMatrix(Columns, Rows, values);
    }

    /// <summary>The matrix times a number.</summary>
    /// <param name="factor">A finite number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is NaN or infinite.</exception>
    /// <exception cref="ArithmeticException">An element overflows.</exception>
    public DenseMatrix Scale(double factor)
    {
        if (!double.IsFinite(factor))
        {
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "The factor must be finite.");
        }

        double[] values = new double[_values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = factor * _values[i];
        }

        return Adopt(Rows, Columns, values);
    }

    /// <summary>This matrix plus another of the same shape.</summary>
    /// <param name="other">Rows x Columns.</param>
    public DenseMatrix Add(DenseMatrix other) => Combine(other, 1);

    /// <summary>This matrix minus another of the same shape.</summary>
    /// <param name="other">Rows x Columns.</param>
    public DenseMatrix Subtract(DenseMatrix other) => Combine(other, -1);

    /// <summary>The matrix product of this and another (see <see cref="DenseProduct"/> for its fixed order).</summary>
    /// <param name="right">Has as many rows as this has columns.</param>
    /// <param name="threads">At least 1; the result does not depend on it.</param>
    public DenseMatrix Multiply(DenseMatrix right, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(right);
        double[] values = new double[Rows * right.Columns];
        MatrixSpan<double> target = new(values, Rows, right.Columns);
        DenseProduct.Multiply(AsSpan(), right.AsSpan(), target, new ProductWorkspace(), threads);
        return Adopt(Rows, right.Columns, values);
    }

    /// <summary>The sum of the entrywise products, as the sources write for matrices.</summary>
    /// <param name="other">Rows x Columns.</param>
    public double InnerProduct(DenseMatrix other)
    {
        RequireSameShape(other);
        return OrderedSum.Dot(_values, other._values);
    }

    /// <summary>The Frobenius norm.</summary>
    public double FrobeniusNorm() => Math.Sqrt(InnerProduct(this));

    /// <summary>
    /// The spectral norm: the largest singular value, by a full decomposition (cubic; meant for sizes up to some hundreds).
    /// </summary>
    public double SpectralNorm()
    {
        try
        {
            // The package stores by columns: it sees the transposed matrix, which has the same singular values.
            return new MathNet.Numerics.LinearAlgebra.Double.DenseMatrix(Columns, Rows, (double[])_values.Clone())
                .Svd(computeVectors: false).L2Norm;
        }
        catch (MathNet.Numerics.NonConvergenceException)
        {
            // Its iteration does not end at some matrices with nearly equal singular values; rotations do, and take longer.
            int size = Math.Max(Rows, Columns);
            double[] square = new double[size * size];
            for (int i = 0; i < Rows; i++)
            {
                _values.AsSpan(i * Columns, Columns).CopyTo(square.AsSpan(i * size));
            }

            var rotations = new SingularValues(size);
            rotations.Decompose(square);
            double largest = 0;
            foreach (double value in rotations.Values)
            {
                largest = Math.Max(largest, value);
            }

            return largest;
        }
    }

    private DenseMatrix Combine(DenseMatrix other, double sign)
    {
        RequireSameShape(other);
        double[] values = new double[_values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = _values[i] + sign * other._values[i];
        }

        return Adopt(Rows, Columns, values);
    }

    private static void RequireIndex(int index, int count, string name)
    {
        if ((uint)index >= (uint)count)
        {
            throw new ArgumentOutOfRangeException(name, index, $"The {name} must be from 0 to {count - 1}.");
        }
    }

    private void RequireSameShape(DenseMatrix other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Rows != Rows || other.Columns != Columns)
        {
            throw new ArgumentException($"other is {other.Rows} x {other.Columns}; it must be {Rows} x {Columns}.", nameof(other));
        }
    }
}
