using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks;
using ResLinkProofs.Networks.Observables;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Tests.Networks;

/// <summary>Sums and multiples of fields: both forms are those of the gradient for a slope, which the fast path computes in another order.</summary>
public sealed class NetworkFieldTests
{
    [Theory]
    [InlineData(1, 4)]
    [InlineData(-3, 1)]
    [InlineData(2, 1)]
    public void The_gradient_is_a_sum_of_fields(long numerator, long denominator)
    {
        var slope = new Rational(numerator, denominator);
        TeacherStudent model = Models.Pair(4, 3, slope.ToDouble());
        DenseMatrix gradient = PopulationGradient.NegativeGradient(model), measured = Sum(slope).Measure(model)!;
        Assert.InRange(gradient.Subtract(measured).FrobeniusNorm(), 0, 1e-12);
        Assert.InRange(gradient.Subtract(Expanded(Sum(slope), model, slope)).FrobeniusNorm(), 0, 1e-12);

        // Positive control: one per cent of either part is seen.
        Assert.True(gradient.Subtract(NetworkField.Displacement.Times(Term.Ratio(1, 100)).Plus(Sum(slope)).Measure(model)!).FrobeniusNorm() > 1e-4);
        Assert.True(gradient.Subtract(Sum(slope).Over(Term.Ratio(101, 100)).Measure(model)!).FrobeniusNorm() > 1e-4);
    }

    [Fact]
    public void A_sum_is_undefined_where_a_part_is()
    {
        var model = new TeacherStudent(DenseMatrix.Diagonal([-1, 0]), DenseMatrix.Zero(2, 2));
        Assert.NotNull(NetworkField.Displacement.Measure(model));
        Assert.Null(Sum(2).Measure(model));
    }

    private static NetworkField Sum(Rational slope) =>
        NetworkField.Displacement.Times(2 * (Term)slope).Plus(NetworkField.Relu.Times(Term.Square(1 - (Term)slope) / Term.Pi));

    private static DenseMatrix Expanded(NetworkField field, TeacherStudent model, Rational slope)
    {
        SymbolicTeacherStudent symbolic = SymbolicTeacherStudent.OfVariables(3, slope);
        Tape tape = Tape.Compile(
            SymbolicTeacherStudent.VariableNames(3), [.. Enumerable.Range(0, 9).Select(k => field.Expand(symbolic, k / 3, k % 3))]);
        double[] slots = new double[tape.Length];
        DoubleEvaluation.Run(tape, [.. model.Student.Weights.Values, .. model.Teacher.Weights.Values], slots);
        return DenseMatrix.FromRows(3, 3, [.. tape.Outputs.ToArray().Select(output => slots[output])]);
    }
}
