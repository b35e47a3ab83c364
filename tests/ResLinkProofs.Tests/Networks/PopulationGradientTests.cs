using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Tests.Networks;

public sealed class PopulationGradientTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(40)]
    public void Printed_field_agrees_with_plain_loops(int d)
    {
        for (int seed = 0; seed < 5; seed++)
        {
            TeacherStudent model = Models.Pair(seed, d, scale: 0.3 * (seed + 1));
            double[,] expected = NaiveModel.ReluField(model.Student.Weights, model.Teacher.Weights);
            Assert.InRange(LargestDifference(expected, PopulationGradient.ReluField(model), 1), 0, 2e-14 * (d + 3));
            Assert.True(LargestDifference(expected, PopulationGradient.ReluField(model), 1 + 1e-9) > 2e-14 * (d + 3));
        }
    }

    [Fact]
    public void Nearly_parallel_columns_keep_full_accuracy()
    {
        // Student and teacher 1e-7 apart: the mixed angles are about 1e-7, where the arccosine of the cosine is worthless.
        const int d = 12;
        DenseMatrix w = Models.Uniform(1, d, 0.1), step = Models.Uniform(2, d, 1e-7);
        TeacherStudent model = new(w, w.Add(step));
        double[,] expected = NaiveModel.ReluField(w, model.Teacher.Weights);
        Assert.InRange(LargestDifference(expected, PopulationGradient.ReluField(model), 1), 0, 1e-13);

        // All columns of both networks within 0.01 of one direction: every angle takes the exact form.
        DenseMatrix aligned = Shifted(Models.Uniform(3, d, 0.01)), other = Shifted(Models.Uniform(4, d, 0.01));
        expected = NaiveModel.ReluField(aligned, other);
        Assert.InRange(LargestDifference(expected, PopulationGradient.ReluField(new(aligned, other)), 1), 0, 1e-12);
    }

    [Theory]
    [InlineData(1, 0.0)]
    [InlineData(2, 0.25)]
    [InlineData(3, -0.5)]
    [InlineData(5, 2.0)]
    [InlineData(10, 0.0)]
    [InlineData(30, 0.0)]
    [InlineData(30, -0.5)]
    public void Gradient_is_the_derivative_of_the_loss(int d, double slope)
    {
        TeacherStudent model = Models.Pair(d, d, slope);
        DenseMatrix gradient = PopulationGradient.NegativeGradient(model);
        System.Random random = new(d);
        double worst = 0, printed = 0;
        for (int trial = 0; trial < 40; trial++)
        {
            (int k, int j) = (random.Next(d), random.Next(d));
            double step = 1e-4, difference = -(LossAt(model, k, j, step) - LossAt(model, k, j, -step)) / (2 * step);
            worst = Math.Max(worst, Math.Abs(difference - gradient[k, j]));
            printed = Math.Max(printed, Math.Abs(difference - 1.01 * gradient[k, j]));
        }

        Assert.InRange(worst, 0, 2e-7);
        Assert.True(printed > 1e-4, "a factor 1.01 went unnoticed");
    }

    [Fact]
    public void Lemma_2_1_as_printed_is_pi_times_the_negative_gradient()
    {
        TeacherStudent model = new(DenseMatrix.Zero(1, 1), DenseMatrix.Identity(1));
        Assert.Equal(Math.PI, PopulationGradient.ReluField(model)[0, 0], 14);
        Assert.Equal(1, PopulationGradient.NegativeGradient(model)[0, 0], 14);

        DenseMatrix student = new(new double[,] { { 0, 1 }, { 0, 0 } });
        DenseMatrix gradient = PopulationGradient.NegativeGradient(new(student, DenseMatrix.Zero(2, 2)));
        Assert.Equal(-0.75, gradient[0, 0], 14);
        Assert.Equal(-0.25, gradient[1, 0], 14);
        Assert.Equal(-0.840845, gradient[0, 1], 6);
        Assert.Equal(-0.090845, gradient[1, 1], 6);
    }

    [Fact]
    public void Slope_zero_is_relu_to_the_bit_and_slope_one_is_linear()
    {
        TeacherStudent model = Models.Pair(3, 20);
        TeacherStudent sloped = new(model.Student.Weights, model.Teacher.Weights, new Activation(0));
        Assert.Equal(PopulationGradient.NegativeGradient(model).Values.ToArray(), PopulationGradient.NegativeGradient(sloped).Values.ToArray());

        TeacherStudent linear = new(model.Student.Weights, model.Teacher.Weights, new Activation(1));
        double[] s = Potential.Displacement(model);
        DenseMatrix gradient = PopulationGradient.NegativeGradient(linear);
        for (int k = 0; k < 20; k++)
        {
            Assert.Equal(2 * s[k], gradient[k, 7], 15);
        }
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(-0.5)]
    [InlineData(-3.0)]
    public void Slopes_alpha_and_2_minus_alpha_differ_by_the_linear_part_only(double slope)
    {
        // With s = 0 there is none: the same bits. Rows of the displacement that sum to zero exactly make s zero exactly.
        DenseMatrix w = Models.Uniform(8, 6, 0.25);
        double[] rows = new double[36];
        for (int row = 0; row < 6; row++)
        {
            (rows[(row * 6) + row], rows[(row * 6) + ((row + 1) % 6)]) = (0.125, -0.125);
        }

        DenseMatrix teacher = DenseMatrix.FromRows(6, 6, [.. w.Values.ToArray().Select(x => Math.Round(x * 64) / 64)]);
        DenseMatrix student = teacher.Add(DenseMatrix.FromRows(6, 6, rows));
        TeacherStudent model = new(student, teacher, new Activation(slope)), mirror = new(student, teacher, new Activation(2 - slope));
        Assert.Equal(PopulationGradient.NegativeGradient(model).Values.ToArray(), PopulationGradient.NegativeGradient(mirror).Values.ToArray());
        Assert.Equal(PopulationLoss.Evaluate(model), PopulationLoss.Evaluate(mirror));

        // And with s they differ by 4 (alpha - 1) s in every column.
        TeacherStudent other = Models.Pair(9, 6, slope);
        DenseMatrix gap = PopulationGradient.NegativeGradient(other)
            .Subtract(PopulationGradient.NegativeGradient(new(other.Student.Weights, other.Teacher.Weights, new Activation(2 - slope))));
        double[] s = Potential.Displacement(other);
        Assert.All(Enumerable.Range(0, 36), k => Assert.Equal(4 * (slope - 1) * s[k / 6], gap[k / 6, k % 6], 13));
        Assert.NotEqual(0, gap.FrobeniusNorm(), 1e-3);
    }

    [Fact]
    public void At_the_teacher_the_field_vanishes()
    {
        DenseMatrix w = Models.Uniform(5, 25, 0.1);
        Assert.InRange(PopulationGradient.ReluField(new(w, w)).FrobeniusNorm(), 0, 1e-13);
    }

    [Fact]
    public void A_zero_column_of_the_student_is_refused_and_of_the_teacher_is_not()
    {
        DenseMatrix w = DenseMatrix.Diagonal([0, -1, 0]), other = Models.Uniform(6, 3, 0.1);
        TeacherStudent model = new(w, other);
        Assert.False(PopulationGradient.TryReluField(model, out DenseMatrix? none));
        Assert.Null(none);
        ArgumentException e = Assert.Throws<ArgumentException>(() => PopulationGradient.NegativeGradient(model));
        Assert.Equal("model", e.ParamName);
        Assert.StartsWith("Column 1 of I + W is zero", e.Message);
        Assert.Throws<ArgumentException>(() => PopulationGradient.ReluField(model));

        TeacherStudent reversed = new(other, w);
        DenseMatrix gradient = PopulationGradient.NegativeGradient(reversed);
        double step = 1e-4, difference = -(LossAt(reversed, 0, 2, step) - LossAt(reversed, 0, 2, -step)) / (2 * step);
        Assert.Equal(difference, gradient[0, 2], 7);
    }

    private static double LossAt(TeacherStudent model, int k, int j, double step)
    {
        double[] values = model.Student.Weights.Values.ToArray();
        values[k * model.Dimension + j] += step;
        return PopulationLoss.Evaluate(model.WithStudent(DenseMatrix.FromRows(model.Dimension, model.Dimension, values)));
    }

    // W such that every column of I + W is e_1 plus a column of the argument.
    private static DenseMatrix Shifted(DenseMatrix noise)
    {
        int d = noise.Rows;
        double[,] first = new double[d, d];
        for (int j = 0; j < d; j++)
        {
            first[0, j] = 1;
        }

        return noise.Add(new DenseMatrix(first)).Subtract(DenseMatrix.Identity(d));
    }

    private static double LargestDifference(double[,] expected, DenseMatrix actual, double factor)
    {
        double largest = 0;
        for (int k = 0; k < actual.Rows; k++)
        {
            for (int j = 0; j < actual.Columns; j++)
            {
                largest = Math.Max(largest, Math.Abs(expected[k, j] - factor * actual[k, j]));
            }
        }

        return largest;
    }
}
