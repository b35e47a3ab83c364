using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks;
using ResLinkProofs.Networks.Observables;
using ResLinkProofs.Networks.Symbolic;
using Xunit;
using static ResLinkProofs.Networks.Observables.NetworkObservables;
using static ResLinkProofs.Specs.LiYuan2017.Observables.PaddedObservables;

namespace ResLinkProofs.Specs.Tests.Observables;

public class PaddedObservablesTests
{
    private static readonly double[] Student = [0.1, -0.2, 0.05, 0.3], Teacher = [-0.1, 0.15, 0.25, 0.2];

    [Fact]
    public void Padding_adds_one_neuron_on_which_both_agree()
    {
        var model = new TeacherStudent(DenseMatrix.FromRows(2, 2, Student), DenseMatrix.FromRows(2, 2, Teacher));
        Assert.Equal(3, Padded(Dimension).Measure(model)); // what does depend on the dimension changes
        Assert.Equal(SquaredDistance.Measure(model), Padded(SquaredDistance).Measure(model), 1e-14);
        Assert.Equal(InnerProduct.Measure(model), Padded(InnerProduct).Measure(model), 1e-14);
    }

    [Fact]
    public void Both_forms_agree()
    {
        var model = new TeacherStudent(DenseMatrix.FromRows(2, 2, Student), DenseMatrix.FromRows(2, 2, Teacher));
        foreach (NetworkObservable observable in new[] { Dimension, NetworkObservables.Potential, ReluInnerProduct, SumOfPartialPotentials })
        {
            Tape tape = Tape.Compile(SymbolicTeacherStudent.VariableNames(2), [Padded(observable).Expand(SymbolicTeacherStudent.OfVariables(2))]);
            double[] slots = new double[tape.Length];
            DoubleEvaluation.Run(tape, [.. Student, .. Teacher], slots);
            Assert.Equal(Padded(observable).Measure(model), slots[tape.Outputs[0]], 1e-12);
        }
    }
}
