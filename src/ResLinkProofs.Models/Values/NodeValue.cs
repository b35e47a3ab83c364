using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Models.Values;

/// <summary>The value of one formula at one point, row by row, with room for estimates of its rounding errors.</summary>
internal sealed class NodeValue
{
    private double[]? _errors;

    public NodeValue(int rows, int columns)
    {
        (Rows, Columns) = (rows, columns);
        Values = new double[rows * columns];
    }

    public int Rows { get; }

    public int Columns { get; }

    public double[] Values { get; }

    /// <summary>Errors in units of the roundoff: an entry is off by about this times some 1e-15.</summary>
    public double[] Errors => _errors ??= new double[Values.Length];

    public double Scalar => Values[0];

    public ReadOnlyMatrixSpan<double> AsSpan(bool transposed = false) => View(Values, transposed);

    public ReadOnlyMatrixSpan<double> View(double[] values, bool transposed = false)
    {
        ReadOnlyMatrixSpan<double> span = new(values, Rows, Columns);
        return transposed ? span.Transpose() : span;
    }

    public MatrixSpan<double> Target(double[] values) => new(values, Rows, Columns);
}
