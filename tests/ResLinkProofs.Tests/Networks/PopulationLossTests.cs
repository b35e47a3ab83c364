using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Tests.Networks;

public sealed class PopulationLossTests
{
    [Theory]
    [InlineData(1, 0.0)]
    [InlineData(2, 0.25)]
    [InlineData(9, -0.5)]
    [InlineData(16, 2.0)]
    [InlineData(30, 0.0)]
    public void Agrees_with_plain_loops(int d, double slope)
    {
        TeacherStudent model = Models.Pair(d, d, slope);
        double expected = NaiveModel.Loss(model.Student.Weights, model.Teacher.Weights, slope), actual = PopulationLoss.Evaluate(model);
        Assert.InRange(Math.Abs(actual - expected), 0, 1e-14 * d * d * (1 + slope * slope));
        Assert.True(Math.Abs(actual - 1.01 * expected) > 1e-14 * d * d * (1 + slope * slope));
    }

    [Fact]
    public void Known_values_in_one_dimension()
    {
        // L(w) = (w - w*)^2 / 2 where both neurons point the same way; 1/2 (a^2 + b^2) where they oppose; defined at a = 0.
        DenseMatrix zero = DenseMatrix.Zero(1, 1);
        Assert.Equal(0.125, PopulationLoss.Evaluate(new(DenseMatrix.Diagonal([0.5]), zero)), 15);
        Assert.Equal(0.5 + 0.5 * 0.25, PopulationLoss.Evaluate(new(DenseMatrix.Diagonal([-1.5]), zero)), 15);
        Assert.Equal(0.5, PopulationLoss.Evaluate(new(DenseMatrix.Diagonal([-1]), zero)), 15);
        Assert.Equal(0.25, PopulationLoss.Evaluate(new(DenseMatrix.Diagonal([0.5]), zero, new Activation(1))), 15);
    }

    [Fact]
    public void Permuted_neurons_have_zero_loss_but_other_weights_do_not()
    {
        DenseMatrix swapped = new(new double[,] { { -1, 1 }, { 1, -1 } });
        Assert.Equal(0, PopulationLoss.Evaluate(new(swapped, DenseMatrix.Zero(2, 2))), 15);
        Assert.True(PopulationLoss.Evaluate(new(swapped.Scale(0.5), DenseMatrix.Zero(2, 2))) > 0.1);
    }

    [Fact]
    public void Networks_compute_equation_1_and_say_what_does_not_fit()
    {
        DenseMatrix w = new(new double[,] { { 0, 2 }, { -3, 0 } });
        TeacherStudent model = new(w, DenseMatrix.Zero(2, 2), new Activation(0.5));

        // Columns (1, -3) and (2, 1) on x = (1, 1): -2 and 3.
        Assert.Equal(-1 + 3, model.StudentOutput([1, 1]));
        Assert.Equal(2, model.TeacherOutput([1, 1]));
        Assert.Equal("input", Assert.Throws<ArgumentException>(() => model.StudentOutput([1])).ParamName);
        Assert.Equal("teacher", Assert.Throws<ArgumentException>(() => new TeacherStudent(w, DenseMatrix.Zero(3, 3))).ParamName);
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => new NeuronColumns(DenseMatrix.Zero(2, 3))).ParamName);
        Assert.Equal("negativeSlope", Assert.Throws<ArgumentOutOfRangeException>(() => new Activation(double.NaN)).ParamName);
        Assert.Equal("threads", Assert.Throws<ArgumentOutOfRangeException>(() => PopulationLoss.Evaluate(model, threads: 0)).ParamName);
        Assert.Equal("neuron", Assert.Throws<ArgumentOutOfRangeException>(() => model.StudentAngle(0, 2)).ParamName);
    }
}
