using ResLinkProofs.Benchmarks.Models;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Models;
using ResLinkProofs.Networks;
using ResLinkProofs.Networks.Derivatives;

namespace ResLinkProofs.Tests.Modelling;

/// <summary>Quantities of teacher and student as derived from formulas, against their hand-written forms and derivatives.</summary>
public sealed class HandWrittenFormTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(20)]
    public void Derived_values_and_gradients_agree_with_the_hand_written_ones(int d)
    {
        var workspace = new DerivativeWorkspace();
        for (ulong seed = 0; seed < 5; seed++)
        {
            TeacherStudent model = Draw(d, seed);
            DenseMatrix difference = model.Teacher.Weights.Subtract(model.Student.Weights);
            (double inner, PairGradient byInner) = InnerProductDerivative.OfReluField(model, workspace)!.Value;
            Compare("|W* - W|²", model, difference.InnerProduct(difference), ObservableDerivatives.OfSquaredDistance(model), 1e-12);
            Compare("g", model, Potential.Evaluate(model), ObservableDerivatives.OfPotential(model), 1e-12);
            Compare("⟨N, W* - W⟩", model, inner, byInner, 1e-8); // the derivative of arccos near 1 costs digits
        }
    }

    private static void Compare(string name, TeacherStudent model, double value, PairGradient gradient, double tolerance)
    {
        var formulas = new TeacherStudentFormulas();
        var evaluation = new ScalarEvaluation(formulas.Model, formulas.Model.At(model.Dimension), formulas[name]);
        double derived = evaluation.Value([.. model.Student.Weights.Values, .. model.Teacher.Weights.Values]);
        double[] byEntries = new double[evaluation.EntryCount], byHand = [.. gradient.Student.Values, .. gradient.Teacher.Values];
        evaluation.Gradient(byEntries);
        double scale = 1 + byHand.Max(Math.Abs);
        Assert.Equal(value, derived, tolerance * (1 + Math.Abs(value)));
        Assert.All(Enumerable.Range(0, byHand.Length), i => Assert.Equal(byHand[i], byEntries[i], tolerance * scale));
    }

    private static TeacherStudent Draw(int d, ulong seed)
    {
        var stream = new RandomStream(8, seed);
        double[] student = new double[d * d], teacher = new double[d * d];
        stream.FillGaussian(student);
        stream.FillGaussian(teacher);
        return new TeacherStudent(DenseMatrix.FromRows(d, d, student).Scale(0.3 / Math.Sqrt(d)), DenseMatrix.FromRows(d, d, teacher).Scale(0.3 / Math.Sqrt(d)));
    }
}
