using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Tests.Networks;

public sealed class PotentialTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(17)]
    public void Potential_and_displacement_are_the_sums_of_their_definitions(int d)
    {
        TeacherStudent model = Models.Pair(d, d);
        DenseMatrix w = model.Student.Weights, target = model.Teacher.Weights;
        double g = 0, without = 0;
        double[] s = new double[d];
        for (int i = 0; i < d; i++)
        {
            double difference = NaiveModel.Norm(NaiveModel.Column(target, i)) - NaiveModel.Norm(NaiveModel.Column(w, i));
            g += difference;
            without += i == d / 2 ? 0 : difference;
            for (int k = 0; k < d; k++)
            {
                s[k] += target[k, i] - w[k, i];
            }
        }

        Assert.Equal(g, Potential.Evaluate(model), 13);
        Assert.Equal(without, Potential.WithoutNeuron(model, d / 2), 13);
        Assert.NotEqual(g, without);
        Assert.All(s.Zip(Potential.Displacement(model)), pair => Assert.Equal(pair.First, pair.Second, 13));
        Assert.Equal("neuron", Assert.Throws<ArgumentOutOfRangeException>(() => Potential.WithoutNeuron(model, d)).ParamName);
    }

    [Fact]
    public void Small_norm_differences_keep_their_digits()
    {
        // Columns (1 + 1e-12) e_j against e_j: the difference of the rounded norms would keep four digits only.
        double exact = 1e-12;
        TeacherStudent model = new(DenseMatrix.Zero(3, 3), DenseMatrix.Diagonal([exact, 0, 0]));
        Assert.Equal(exact, Potential.Evaluate(model), 1e-25);
        Assert.NotEqual(exact, (1 + exact) - 1, 1e-25);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(19)]
    public void Matrix_A_has_trace_g_and_is_the_sum_of_outer_products(int d)
    {
        TeacherStudent model = Models.Pair(d, d);
        DenseMatrix a = Potential.MatrixA(model), without = Potential.MatrixWithoutNeuron(model, d - 1);
        double trace = 0, worst = 0, worstWithout = 0;
        for (int k = 0; k < d; k++)
        {
            trace += a[k, k];
            for (int l = 0; l < d; l++)
            {
                double sum = 0, last = 0;
                for (int i = 0; i < d; i++)
                {
                    double[] ai = NaiveModel.Column(model.Student.Weights, i), bi = NaiveModel.Column(model.Teacher.Weights, i);
                    last = bi[k] * bi[l] / NaiveModel.Norm(bi) - ai[k] * ai[l] / NaiveModel.Norm(ai);
                    sum += last;
                }

                worst = Math.Max(worst, Math.Abs(a[k, l] - sum));
                worstWithout = Math.Max(worstWithout, Math.Abs(without[k, l] - (sum - last)));
            }
        }

        Assert.Equal(Potential.Evaluate(model), trace, 12);
        Assert.InRange(worst, 0, 1e-13);
        Assert.InRange(worstWithout, 0, 1e-13);
    }

    [Fact]
    public void Huge_and_tiny_columns_have_their_norms()
    {
        NeuronColumns neurons = new(new DenseMatrix(new double[,] { { 3e200, 0 }, { 4e200, -1 + 1e-16 } }));
        Assert.Equal(5e200, neurons.Norms[0], 1e185);
        NeuronColumns tiny = new(new DenseMatrix(new double[,] { { -1, 3e-200 }, { 1, -1 } }));
        Assert.Equal(3e-200, tiny.Norms[1], 1e-215);
        Assert.Equal([1, 0], tiny.Unit(1).ToArray());
        Assert.Equal(-1, tiny.FirstZeroColumn());
        ArgumentException e = Assert.Throws<ArgumentException>(
            () => new NeuronColumns(new DenseMatrix(new double[,] { { 1.5e308, 0 }, { 1.5e308, 0 } })));
        Assert.Equal("weights", e.ParamName);
    }

    [Fact]
    public void Angles_are_those_of_the_definition_near_zero_and_pi_too()
    {
        foreach (double theta in new[] { 0, 1e-12, 1e-5, 0.7, Math.PI / 2, 2.5, Math.PI - 1e-9, Math.PI })
        {
            Angle angle = Angle.Between([1, 0], [Math.Cos(theta), Math.Sin(theta)]);
            Assert.Equal(theta, angle.Radians, 3e-15);
            Assert.Equal(Math.PI / 2 - theta, angle.Complement, 3e-15);
            Assert.Equal(Math.Sin(theta), angle.Sine, 1e-15);
            Assert.Equal(Math.Cos(theta), angle.Cosine, 1e-15);
        }

        // Positive control: the arccosine misses a small angle altogether.
        Assert.NotEqual(1e-9, Math.Acos(Math.Cos(1e-9)), 3e-15);

        TeacherStudent model = Models.Pair(4, 5);
        double[] a1 = NaiveModel.Column(model.Student.Weights, 1), a3 = NaiveModel.Column(model.Student.Weights, 3);
        double[] b1 = NaiveModel.Column(model.Teacher.Weights, 1);
        Assert.Equal(NaiveModel.Theta(b1, a3), model.TeacherAngle(1, 3).Radians, 14);
        Assert.Equal(NaiveModel.Theta(a1, a3), model.StudentAngle(1, 3).Radians, 14);
        Assert.Equal(0, model.StudentAngle(2, 2).Radians);
    }
}
