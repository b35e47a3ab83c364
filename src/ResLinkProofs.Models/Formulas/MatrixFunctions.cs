using ResLinkProofs.Models.Formulas.Operations;

namespace ResLinkProofs.Models.Formulas;

/// <summary>Functions of matrices, for <c>using static</c>.</summary>
public static class MatrixFunctions
{
    /// <summary>The identity matrix.</summary>
    /// <param name="size">The number of rows.</param>
    public static MatrixFormula Identity(Extent size) => new Operations.Identity(size);

    /// <summary>The matrix of ones.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    public static MatrixFormula Ones(Extent rows, Extent columns) => Filled.Of(rows, columns, 1);

    /// <summary>A^T A: the inner products of the columns.</summary>
    /// <param name="matrix">A.</param>
    public static MatrixFormula Gram(MatrixFormula matrix) => Given(matrix).T * matrix;

    /// <summary>(A + A^T)/2.</summary>
    /// <param name="matrix">A square matrix.</param>
    public static MatrixFormula Symmetrised(MatrixFormula matrix) => (Given(matrix) + matrix.T) / 2;

    /// <summary>The product entry by entry.</summary>
    /// <param name="left">A matrix.</param>
    /// <param name="right">One of the same sizes.</param>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static MatrixFormula Hadamard(MatrixFormula left, MatrixFormula right) => Operations.Hadamard.Of(Given(left), Given(right));

    /// <summary>The sum of the products of corresponding entries.</summary>
    /// <param name="left">A matrix.</param>
    /// <param name="right">One of the same sizes.</param>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static MatrixFormula Inner(MatrixFormula left, MatrixFormula right) => InnerProduct.Of(Given(left), Given(right));

    /// <summary>The sum of all entries: over neurons and samples, where these are rows and columns.</summary>
    /// <param name="matrix">A matrix.</param>
    public static MatrixFormula Sum(MatrixFormula matrix) => InnerProduct.Of(Given(matrix), Ones(matrix.Rows, matrix.Columns));

    /// <summary>The sums of the rows, as a vector.</summary>
    /// <param name="matrix">A matrix.</param>
    public static MatrixFormula RowSums(MatrixFormula matrix) =>
        Given(matrix).Columns.IsOne ? matrix : Product.Of(matrix, Ones(matrix.Columns, 1));

    /// <summary>The sums of the columns, as a vector.</summary>
    /// <param name="matrix">A matrix.</param>
    public static MatrixFormula ColumnSums(MatrixFormula matrix) => RowSums(Given(matrix).T);

    /// <summary>The lengths of the rows, as a vector; the derivative at a zero row counts as zero.</summary>
    /// <param name="matrix">A matrix.</param>
    public static MatrixFormula RowNorms(MatrixFormula matrix) => Sqrt(RowSums(EntrywiseFunction.Square.Of(Given(matrix))));

    /// <summary>The lengths of the columns, as a vector; the derivative at a zero column counts as zero.</summary>
    /// <param name="matrix">A matrix.</param>
    public static MatrixFormula ColumnNorms(MatrixFormula matrix) => RowNorms(Given(matrix).T);

    /// <summary>The sum of the diagonal.</summary>
    /// <param name="matrix">A square matrix.</param>
    /// <exception cref="ArgumentException">It is not square.</exception>
    public static MatrixFormula Trace(MatrixFormula matrix) => InnerProduct.Of(Square(matrix, "Trace"), Identity(matrix.Rows));

    /// <summary>|A|_F², the sum of the squares of all entries.</summary>
    /// <param name="matrix">A matrix.</param>
    public static MatrixFormula SquaredNorm(MatrixFormula matrix) => InnerProduct.Of(Given(matrix), matrix);

    /// <summary>|A|_F, for vectors the Euclidean length.</summary>
    /// <param name="matrix">A matrix.</param>
    public static MatrixFormula Norm(MatrixFormula matrix) => Sqrt(SquaredNorm(matrix));

    /// <summary>|A|_2, the largest singular value; for comparisons with terms.</summary>
    /// <param name="matrix">A matrix.</param>
    public static MatrixFormula SpectralNorm(MatrixFormula matrix) => Operations.SpectralNorm.Of(Given(matrix));

    /// <summary>The least eigenvalue of a symmetric matrix; for comparisons with terms.</summary>
    /// <param name="matrix">A matrix whose form shows that it is symmetric.</param>
    /// <exception cref="ArgumentException">It is not square, or nothing shows that it is symmetric.</exception>
    public static MatrixFormula LeastEigenvalue(MatrixFormula matrix) => ExtremeEigenvalue.Of(Given(matrix), isLargest: false);

    /// <summary>The largest eigenvalue of a symmetric matrix; for comparisons with terms.</summary>
    /// <param name="matrix">A matrix whose form shows that it is symmetric.</param>
    /// <exception cref="ArgumentException">It is not square, or nothing shows that it is symmetric.</exception>
    public static MatrixFormula LargestEigenvalue(MatrixFormula matrix) => ExtremeEigenvalue.Of(Given(matrix), isLargest: true);

    /// <summary>The square root of every entry.</summary>
    /// <param name="matrix">A matrix without negative entries.</param>
    public static MatrixFormula Sqrt(MatrixFormula matrix) => EntrywiseFunction.SquareRoot.Of(Given(matrix));

    /// <summary>The diagonal matrix of a vector.</summary>
    /// <param name="vector">A matrix of one column.</param>
    /// <exception cref="ArgumentException">It has more columns.</exception>
    public static MatrixFormula Diagonal(MatrixFormula vector) => Given(vector).Columns.IsOne ? new DiagonalMatrix(vector)
        : throw new ArgumentException($"Diagonal of {vector.WithShape}: a vector is needed; DiagonalOf takes the diagonal of a matrix.");

    /// <summary>The diagonal of a square matrix, as a vector.</summary>
    /// <param name="matrix">A square matrix.</param>
    /// <exception cref="ArgumentException">It is not square.</exception>
    public static MatrixFormula DiagonalOf(MatrixFormula matrix) => new DiagonalVector(Square(matrix, "DiagonalOf"));

    /// <summary>A square matrix with zeros on its diagonal, which may be undefined there.</summary>
    /// <param name="matrix">A square matrix.</param>
    /// <exception cref="ArgumentException">It is not square.</exception>
    public static MatrixFormula WithoutDiagonal(MatrixFormula matrix) => new OffDiagonal(Square(matrix, "WithoutDiagonal"));

    /// <summary>The columns some places further on: column l is column l + k of the matrix, and zero where there is none.</summary>
    /// <param name="matrix">A matrix, such as one with a pixel in every column.</param>
    /// <param name="by">k, of either sign.</param>
    public static MatrixFormula Shifted(MatrixFormula matrix, int by) => Operations.Shifted.Of(Given(matrix), by);

    /// <summary>The derivative of a scalar by a parameter, as a matrix of the parameter's sizes: reverse mode, on formulas.</summary>
    /// <param name="scalar">A scalar.</param>
    /// <param name="parameter">A parameter of the model; every entry counts as independent.</param>
    /// <exception cref="ArgumentException">The first is no scalar or the second no parameter.</exception>
    /// <exception cref="NotSupportedException">The scalar contains a derivative of an eigenvalue.</exception>
    public static MatrixFormula Gradient(MatrixFormula scalar, MatrixFormula parameter) => ReverseMode.Gradient(
        Given(scalar), parameter as Parameter ?? throw new ArgumentException(
            $"Gradient by {parameter}: only parameters of the model vary; differentiate by one of those that {parameter} is made of."));

    private static MatrixFormula Given(MatrixFormula matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return matrix;
    }

    private static MatrixFormula Square(MatrixFormula matrix, string operation) => Given(matrix).Rows == matrix.Columns ? matrix
        : throw new ArgumentException($"{operation} of {matrix.WithShape}: it must be square; did you mean its Gram matrix?");
}
