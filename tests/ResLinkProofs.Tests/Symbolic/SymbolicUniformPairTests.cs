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
        DenseMatrix field = PopulationGradient.PrintedField(model);
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
            NetworkObservables.PrintedInnerProduct, NetworkObservables.StudentNorm, DecompositionObservables.SquaredDisplacement,
            DecompositionObservables.SumOfDisplacement,
        ];
        foreach (NetworkObservable observable in observables)
        {
            double expected = observable.Measure(model), actual = Value(d, observable.ExpandUniform!, bulk, mean, teacherBulk, teacherMean);
            Assert.True(Math.Abs(expected - actual) <= 1e-13 * d * (1 + Math.Abs(expected)), $"{observable.Symbol}: {actual} instead of {expected}");
        }
    }

    [Fact]
    public void One_dimension_has_no_other_neuron() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SymbolicUniformPair(1, Term.Zero, Term.Zero, Term.Zero, Term.Zero));

    private static double Value(int d, Func<SymbolicUniformPair, Term> term, params double[] point)
    {
        var pair = new SymbolicUniformPair(d, Term.Variable(Names[0]), Term.Variable(Names[1]), Term.Variable(Names[2]), Term.Variable(Names[3]));
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
