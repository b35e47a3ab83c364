using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks;
using ResLinkProofs.Networks.Symbolic;
using ResLinkProofs.Testing.Properties;
using ResLinkProofs.Tests.Networks;

namespace ResLinkProofs.Tests.Symbolic;

public sealed class SymbolicTeacherStudentTests
{
    private static readonly Rational[] Slopes = [0, new(1, 4), new(-1, 2), 2];

    [Property(MaxTest = 60)]
    public void The_terms_agree_with_the_floating_point_path(int seed)
    {
        int d = 1 + (int)((uint)seed % 4);
        Rational slope = Slopes[(int)((uint)seed / 4 % 4)];
        TeacherStudent model = Networks.Models.Pair(seed % 100_000, d, slope.ToDouble());
        SymbolicTeacherStudent symbolic = SymbolicTeacherStudent.OfVariables(d, slope);
        (int Row, int Column)[] entries = [.. Enumerable.Range(0, d * d).Select(k => (k / d, k % d))];
        DenseMatrix gradient = PopulationGradient.NegativeGradient(model), printed = PopulationGradient.ReluField(model), a = Potential.MatrixA(model);
        DenseMatrix displacement = model.Teacher.Weights.Subtract(model.Student.Weights);

        (Term Term, double Expected)[] pairs =
        [
            (symbolic.PopulationLoss, PopulationLoss.Evaluate(model)),
            (symbolic.Potential, Potential.Evaluate(model)),
            (symbolic.SquaredDistance, displacement.InnerProduct(displacement)),
            (symbolic.InnerProduct, gradient.InnerProduct(displacement)),
            (symbolic.ReluInnerProduct, printed.InnerProduct(displacement)),
            .. entries.Select(e => (symbolic.NegativeGradient(e.Row, e.Column), gradient[e.Row, e.Column])),
            .. entries.Select(e => (symbolic.ReluField(e.Row, e.Column), printed[e.Row, e.Column])),
            .. entries.Select(e => (symbolic.PotentialMatrix(e.Row, e.Column), a[e.Row, e.Column])),
        ];
        double[] values = Evaluate(d, [.. pairs.Select(p => p.Term)], model);
        double scale = 1 + gradient.FrobeniusNorm() + printed.FrobeniusNorm();
        for (int k = 0; k < pairs.Length; k++)
        {
            Assert.InRange(values[k] - pairs[k].Expected, -1e-10 * scale, 1e-10 * scale);
        }
    }

    [Fact]
    public void Another_slope_is_told_apart()
    {
        TeacherStudent model = Networks.Models.Pair(3, 2, 0.25);
        double wrong = Evaluate(2, [SymbolicTeacherStudent.OfVariables(2).PopulationLoss], model)[0];
        Assert.True(Math.Abs(wrong - PopulationLoss.Evaluate(model)) > 1e-4);
    }

    [Fact]
    public void At_the_teacher_loss_and_gradient_vanish()
    {
        DenseMatrix w = Networks.Models.Uniform(5, 3, 0.4);
        var model = new TeacherStudent(w, w, Activation.Relu);
        SymbolicTeacherStudent symbolic = SymbolicTeacherStudent.OfVariables(3);
        double[] values = Evaluate(3, [symbolic.PopulationLoss, symbolic.NegativeGradient(0, 0), symbolic.NegativeGradient(2, 1), symbolic.Potential], model);
        Assert.All(values, v => Assert.InRange(v, -1e-13, 1e-13));
    }

    [Fact]
    public void Entries_are_named_from_one_student_first()
    {
        Assert.Equal(["W[1,1]", "W[1,2]", "W[2,1]", "W[2,2]", "W*[1,1]", "W*[1,2]", "W*[2,1]", "W*[2,2]"], SymbolicTeacherStudent.VariableNames(2));
    }

    [Fact]
    public void Shapes_are_checked()
    {
        Term[,] square = SymbolicMatrix.Variables("W", 2);
        Assert.Throws<ArgumentException>(() => new SymbolicTeacherStudent(square, SymbolicMatrix.Variables("W*", 3)));
        Assert.Throws<ArgumentException>(() => new SymbolicTeacherStudent(new Term[2, 1], new Term[2, 1]));
        Assert.Throws<ArgumentException>(() => new SymbolicTeacherStudent(new Term[0, 0], new Term[0, 0]));
    }

    private static double[] Evaluate(int d, IReadOnlyList<Term> terms, TeacherStudent model)
    {
        Tape tape = Tape.Compile(SymbolicTeacherStudent.VariableNames(d), terms);
        double[] slots = new double[tape.Length];
        DoubleEvaluation.Run(tape, [.. model.Student.Weights.Values, .. model.Teacher.Weights.Values], slots);
        double[] values = new double[terms.Count];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] = slots[tape.Outputs[k]];
        }

        return values;
    }
}
