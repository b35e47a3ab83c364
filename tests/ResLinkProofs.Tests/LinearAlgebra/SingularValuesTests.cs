using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using Xunit;

namespace ResLinkProofs.Tests.LinearAlgebra;

public class SingularValuesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(24)]
    public void Factors_are_orthogonal_and_multiply_to_the_matrix(int size)
    {
        for (ulong seed = 0; seed < 30; seed++)
        {
            double[] matrix = new double[size * size];
            StructuredMatrices.Fill(new RandomStream(seed, (ulong)size), matrix, size); // many kinds are singular
            var decomposition = new SingularValues(size);
            decomposition.Decompose(matrix);
            DenseMatrix u = DenseMatrix.FromRows(size, size, decomposition.LeftRows).Transpose();
            DenseMatrix v = DenseMatrix.FromRows(size, size, decomposition.RightRows).Transpose();
            DenseMatrix identity = DenseMatrix.Identity(size), x = DenseMatrix.FromRows(size, size, matrix);
            double tolerance = 1e-13 * size * (1 + x.FrobeniusNorm());
            Assert.InRange(u.Transpose().Multiply(u).Subtract(identity).FrobeniusNorm(), 0, tolerance);
            Assert.InRange(v.Transpose().Multiply(v).Subtract(identity).FrobeniusNorm(), 0, tolerance);
            Assert.InRange(u.Multiply(DenseMatrix.Diagonal(decomposition.Values)).Multiply(v.Transpose()).Subtract(x).FrobeniusNorm(), 0, tolerance);
            Assert.Equal(x.SpectralNorm(), decomposition.Values.ToArray().Max(), tolerance);
            Assert.All(decomposition.Values.ToArray(), value => Assert.True(value >= 0));
        }
    }

    [Fact]
    public void Zero_has_a_full_set_of_singular_vectors()
    {
        var decomposition = new SingularValues(3);
        decomposition.Decompose(new double[9]);
        DenseMatrix v = DenseMatrix.FromRows(3, 3, decomposition.RightRows);
        Assert.Equal(0, v.Multiply(v.Transpose()).Subtract(DenseMatrix.Identity(3)).FrobeniusNorm(), 1e-15);
    }

    [Fact]
    public void A_matrix_of_another_size_is_refused() =>
        Assert.Throws<ArgumentException>("matrix", () => new SingularValues(2).Decompose(new double[9]));
}
