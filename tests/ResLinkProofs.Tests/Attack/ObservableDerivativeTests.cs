using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Networks;
using ResLinkProofs.Networks.Derivatives;
using ResLinkProofs.Networks.Observables;
using Xunit;

namespace ResLinkProofs.Tests.Attack;

/// <summary>Hand-derived derivatives of observables against central differences along random directions of both matrices.</summary>
public class ObservableDerivativeTests
{
    private const double Step = 1e-4;

    public static TheoryData<string, int, double> Cases()
    {
        var cases = new TheoryData<string, int, double>();
        foreach (string symbol in Observables.Keys)
        {
            foreach (int d in new[] { 1, 2, 3, 7, 12 })
            {
                cases.Add(symbol, d, 0);
            }

            cases.Add(symbol, 3, 0.25);
        }

        return cases;
    }

    private static Dictionary<string, NetworkObservable> Observables { get; } = new[]
    {
        NetworkObservables.Dimension, NetworkObservables.Potential, NetworkObservables.SquaredDistance, NetworkObservables.ReluInnerProduct,
        NetworkObservables.InnerProduct, NetworkObservables.Loss, NetworkObservables.SumOfPartialPotentials, NetworkObservables.TraceOfA,
    }.ToDictionary(o => o.Symbol);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Derivatives_agree_with_differences(string symbol, int d, double slope)
    {
        NetworkObservable observable = Observables[symbol];
        (double difference, double derivative, double scale) = Compare(observable, d, slope, farApart: 0.3);
        Assert.True(Math.Abs(difference - derivative) <= 1e-6 * scale, $"difference {difference}, derivative {derivative}");
    }

    [Theory]
    [InlineData(1e-2)]
    [InlineData(1e-4)]
    public void Derivatives_keep_their_digits_where_student_and_teacher_nearly_agree(double apart)
    {
        // The ratio <N, D> / |D|^2 is of order 1 there, and so are its derivatives times |D|.
        (double difference, double derivative, double scale) = Compare(NetworkObservables.ReluInnerProduct, 4, 0, apart);
        Assert.True(Math.Abs(difference - derivative) <= 1e-5 * scale, $"difference {difference}, derivative {derivative}");
    }

    [Fact]
    public void A_wrong_derivative_is_seen()
    {
        // Positive control: the derivative of twice g against differences of g.
        NetworkObservable wrong = NetworkObservables.Potential with { Differentiate = (n, _) => ObservableDerivatives.OfPotential(n, 2) };
        (double difference, double derivative, double scale) = Compare(wrong, 3, 0, 0.3);
        Assert.True(Math.Abs(difference - derivative) > 1e-3 * scale);
    }

    [Fact]
    public void Values_are_those_of_the_population_gradient()
    {
        TeacherStudent model = Draw(new RandomStream(5, 0), 6, 0.25, 0.3, out _, out _);
        double value = InnerProductDerivative.OfNegativeGradient(model, new DerivativeWorkspace())!.Value.Value;
        Assert.Equal(NetworkObservables.InnerProduct.Measure(model), value, 1e-12);
    }

    [Fact]
    public void There_is_no_derivative_where_a_column_of_the_student_vanishes()
    {
        var model = new TeacherStudent(DenseMatrix.Diagonal([-1, 0]), DenseMatrix.Zero(2, 2));
        Assert.Null(InnerProductDerivative.OfReluField(model, new DerivativeWorkspace()));
    }

    private static (double Difference, double Derivative, double Scale) Compare(NetworkObservable observable, int d, double slope, double farApart)
    {
        TeacherStudent model = Draw(new RandomStream(7, (ulong)d), d, slope, farApart, out DenseMatrix along, out DenseMatrix alongTeacher);
        double step = Step * Math.Min(1, farApart);
        double At(double t) => observable.Measure(new TeacherStudent(
            model.Student.Weights.Add(along.Scale(t)), model.Teacher.Weights.Add(alongTeacher.Scale(t)), model.Activation));
        double near = (At(step) - At(-step)) / (2 * step), far = (At(2 * step) - At(-2 * step)) / (4 * step);
        double difference = ((4 * near) - far) / 3;
        PairGradient gradient = observable.Differentiate!(model, new DerivativeWorkspace())!;
        double derivative = gradient.Student.InnerProduct(along) + gradient.Teacher.InnerProduct(alongTeacher);
        double scale = gradient.Student.FrobeniusNorm() + gradient.Teacher.FrobeniusNorm();
        return (difference, derivative, Math.Max(scale, observable.Symbol == "d" ? 1 : 0));
    }

    private static TeacherStudent Draw(RandomStream stream, int d, double slope, double apart, out DenseMatrix along, out DenseMatrix alongTeacher)
    {
        double[] w = new double[d * d], shift = new double[d * d], u = new double[d * d], v = new double[d * d];
        foreach (double[] values in new[] { w, shift, u, v })
        {
            stream.FillGaussian(values);
        }

        DenseMatrix student = DenseMatrix.FromRows(d, d, w).Scale(0.3 / Math.Sqrt(d));
        along = DenseMatrix.FromRows(d, d, u);
        alongTeacher = DenseMatrix.FromRows(d, d, v);
        return new TeacherStudent(student, student.Add(DenseMatrix.FromRows(d, d, shift).Scale(apart / d)), new Activation(slope));
    }
}
