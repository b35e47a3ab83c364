using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks;
using ResLinkProofs.Networks.Observables;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Tests.Symbolic;

/// <summary>The closed forms of pairs of equal neurons are those of general pairs.</summary>
public sealed class SymbolicUniformPairTests
{
    private static readonly string[] Names = ["λ", "μ", "λ*", "μ*"];

    public static TheoryData<int, double, double, double, double> Pairs() => new()
    {
        { 2, 0.1, -0.2, 0.05, 0.3 },
        { 2, -0.3, -0.3, -0.3, -0.3 },
        { 3, 0.4, -0.4, -0.4, 0.4 },
        { 5, 0, 0, 0.2, 0.1 },
        { 20, -0.01, 0.01, 0.01, -0.01 },
        { 100, -0.0015, -0.0015, 0.0015, -0.0015 },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_field_maps_the_family_into_itself_with_the_eigenvalues_of_the_closed_form(int d, double bulk, double mean, double teacherBulk, double teacherMean)
    {
        TeacherStudent model = Model(d, bulk, mean, teacherBulk, teacherMean);
        DenseMatrix field = PopulationGradient.ReluField(model);
        (double Bulk, double Mean) eigenvalues = (Value(d, p => p.FieldBulk, bulk, mean, teacherBulk, teacherMean), Value(d, p => p.FieldMean, bulk, mean, teacherBulk, teacherMean));
        DenseMatrix expected = Matrix(d, eigenvalues.Bulk, eigenvalues.Mean);
        Assert.True(field.Subtract(expected).FrobeniusNorm() <= 1e-13 * d * (1 + field.FrobeniusNorm()));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Observables_agree_in_both_forms(int d, double bulk, double mean, double teacherBulk, double teacherMean)
    {
        TeacherStudent model = Model(d, bulk, mean, teacherBulk, teacherMean);
        NetworkObservable[] observables =
        [
            NetworkObservables.Dimension, NetworkObservables.Potential, NetworkObservables.SquaredDistance, NetworkObservables.InnerProduct,
            NetworkObservables.ReluInnerProduct, NetworkObservables.StudentNorm,
        ];
        foreach (NetworkObservable observable in observables)
        {
            double expected = observable.Measure(model), actual = Value(d, observable.ExpandUniform!, bulk, mean, teacherBulk, teacherMean);
            Assert.True(Math.Abs(expected - actual) <= 1e-13 * d * (1 + Math.Abs(expected)), $"{observable.Symbol}: {actual} instead of {expected}");
        }
    }

    [Theory]
    [InlineData(2, 1, 4)]
    [InlineData(5, -1, 1)]
    [InlineData(20, 2, 1)]
    public void The_gradient_and_its_inner_product_take_the_slope(int d, long numerator, long denominator)
    {
        var slope = new Rational(numerator, denominator);
        double[] point = [0.1, -0.2, 0.05, 0.3];
        var model = new TeacherStudent(Matrix(d, point[0], point[1]), Matrix(d, point[2], point[3]), new Activation(slope.ToDouble()));
        DenseMatrix gradient = PopulationGradient.NegativeGradient(model).Scale(Math.PI);
        DenseMatrix Expected(Rational alpha) => Matrix(d, Value(d, p => p.GradientBulk, point, alpha), Value(d, p => p.GradientMean, point, alpha));
        Assert.InRange(gradient.Subtract(Expected(slope)).FrobeniusNorm(), 0, 1e-12 * d);
        Assert.True(gradient.Subtract(Expected(0)).FrobeniusNorm() > 1e-2, "ReLU went unnoticed");
        Assert.Equal(NetworkObservables.InnerProduct.Measure(model), Value(d, NetworkObservables.InnerProduct.ExpandUniform!, point, slope), 11);
    }

    [Fact]
    public void One_dimension_has_no_other_neuron() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SymbolicUniformPair(1, Term.Zero, Term.Zero, Term.Zero, Term.Zero));

    private static double Value(int d, Func<SymbolicUniformPair, Term> term, params double[] point) => Value(d, term, point, 0);

    private static double Value(int d, Func<SymbolicUniformPair, Term> term, double[] point, Rational slope)
    {
        var pair = new SymbolicUniformPair(
            d, Term.Variable(Names[0]), Term.Variable(Names[1]), Term.Variable(Names[2]), Term.Variable(Names[3]), new SymbolicActivation(slope));
        Tape tape = Tape.Compile(Names, [term(pair)]);
        double[] slots = new double[tape.Length];
        DoubleEvaluation.Run(tape, point, slots);
        return slots[tape.Outputs[0]];
    }

    private static TeacherStudent Model(int d, double bulk, double mean, double teacherBulk, double teacherMean) =>
        new(Matrix(d, bulk, mean), Matrix(d, teacherBulk, teacherMean));

    private static DenseMatrix Matrix(int d, double bulk, double mean)
    {
        double[] values = new double[d * d];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = ((mean - bulk) / d) + (i / d == i % d ? bulk : 0);
        }

        return DenseMatrix.FromRows(d, d, values);
    }
}
