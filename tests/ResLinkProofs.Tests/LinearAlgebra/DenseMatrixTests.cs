using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Tests.LinearAlgebra;

public sealed class DenseMatrixTests
{
    private static readonly DenseMatrix Example = new(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });

    [Fact]
    public void Elements_rows_and_columns_are_where_they_were_put()
    {
        Assert.Equal((2, 3), (Example.Rows, Example.Columns));
        Assert.Equal(6, Example[1, 2]);
        Assert.Equal([4, 5, 6], Example.Row(1).ToArray());
        Assert.Equal([2, 5], Example.Column(1));
        Assert.Equal([1, 4, 2, 5, 3, 6], Example.Transpose().Values.ToArray());
    }

    [Fact]
    public void Sums_products_and_norms_are_those_of_the_definition()
    {
        Assert.Equal([2, 4, 6, 8, 10, 12], Example.Add(Example).Values.ToArray());
        Assert.Equal(new double[6], Example.Subtract(Example).Values.ToArray());
        Assert.Equal([-2, -4, -6, -8, -10, -12], Example.Scale(-2).Values.ToArray());
        Assert.Equal([14, 32, 32, 77], Example.Multiply(Example.Transpose()).Values.ToArray());
        Assert.Equal(91, Example.InnerProduct(Example));
        Assert.Equal(Math.Sqrt(91), Example.FrobeniusNorm());
        Assert.Equal(9.508032000695724, Example.SpectralNorm(), 12);
        Assert.Equal([3, 0, 0, -4], DenseMatrix.Diagonal([3, -4]).Values.ToArray());
        Assert.Equal(4, DenseMatrix.Diagonal([3, -4]).SpectralNorm(), 14);
        Assert.Equal([1, 0, 0, 1], DenseMatrix.Identity(2).Values.ToArray());
        Assert.Equal(new double[6], DenseMatrix.Zero(3, 2).Values.ToArray());
    }

    [Fact]
    public void A_copy_is_taken_of_what_comes_in_and_of_what_goes_out()
    {
        double[,] source = { { 1, 2 }, { 3, 4 } };
        DenseMatrix matrix = new(source);
        source[0, 0] = 9;
        matrix.Column(0)[1] = 9;
        Assert.Equal([1, 2, 3, 4], matrix.Values.ToArray());
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void What_is_not_finite_is_refused_with_place_and_value(double bad, string printed)
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => new DenseMatrix(new[,] { { 1, 2 }, { bad, 4 } }));
        Assert.Equal("values", e.ParamName);
        Assert.StartsWith($"values[1, 0] is {printed}; every element must be finite.", e.Message);
        Assert.Equal("diagonal", Assert.Throws<ArgumentException>(() => DenseMatrix.Diagonal([1, bad])).ParamName);
        Assert.Equal("factor", Assert.Throws<ArgumentOutOfRangeException>(() => Example.Scale(bad)).ParamName);
    }

    [Fact]
    public void Shapes_and_indices_outside_their_range_are_refused()
    {
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => new DenseMatrix(new double[0, 0])).ParamName);
        Assert.Equal("size", Assert.Throws<ArgumentOutOfRangeException>(() => DenseMatrix.Identity(0)).ParamName);
        Assert.Equal("rows", Assert.Throws<ArgumentOutOfRangeException>(() => DenseMatrix.Zero(-1, 2)).ParamName);
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => DenseMatrix.FromRows(2, 2, [1, 2, 3])).ParamName);
        Assert.Equal("other", Assert.Throws<ArgumentException>(() => Example.Add(Example.Transpose())).ParamName);
        Assert.Equal("row", Assert.Throws<ArgumentOutOfRangeException>(() => Example[2, 0]).ParamName);
        Assert.Equal("column", Assert.Throws<ArgumentOutOfRangeException>(() => Example[0, -1]).ParamName);
        Assert.Throws<ArithmeticException>(() => DenseMatrix.Diagonal([1e200]).Scale(1e200));
    }
}
