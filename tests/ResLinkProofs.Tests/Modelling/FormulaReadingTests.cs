using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra.Random;
using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Values;
using static ResLinkProofs.Models.Formulas.MatrixFunctions;

namespace ResLinkProofs.Tests.Modelling;

/// <summary>The readings of one formula against each other: numbers, terms, gradient, text.</summary>
public sealed class FormulaReadingTests
{
    private const double Step = 1e-5;

    [Theory]
    [MemberData(nameof(OperationCases.Names), MemberType = typeof(OperationCases))]
    public void Numbers_agree_with_terms_up_to_the_estimated_rounding(string name)
    {
        var cases = new OperationCases();
        foreach ((int n, int m) in new[] { (1, 1), (2, 3), (3, 2), (3, 3) })
        {
            SizeAssignment sizes = cases.Model.At(n, m);
            var expansion = new Expansion(cases.Model, sizes);
            var evaluation = new ScalarEvaluation(cases.Model, sizes, cases[name]);
            Tape tape = Tape.Compile([.. expansion.Variables.Select(v => v.Name)], [expansion.Of(cases[name])[0, 0]]);
            var slots = new Interval[tape.Length];
            for (int trial = 0; trial < 20; trial++)
            {
                double[] point = Point(evaluation.EntryCount, (ulong)trial);
                IntervalEvaluation.Run(tape, [.. point.Select(Interval.Point)], slots);
                Interval exact = slots[tape.Outputs[0]];
                double value = evaluation.Value(point), allowed = evaluation.RoundingError();
                Assert.True(double.IsFinite(value) && exact.Upper - exact.Lower <= 1e-9 * (1 + exact.Magnitude));
                Assert.InRange(value, exact.Lower - allowed, exact.Upper + allowed);
                Assert.True(allowed <= 1e-9 * (1 + Math.Abs(value)), $"{name}: {allowed} is a useless estimate");
            }
        }
    }

    [Theory]
    [MemberData(nameof(OperationCases.AllNames), MemberType = typeof(OperationCases))]
    public void Derived_gradients_agree_with_differences(string name)
    {
        var cases = new OperationCases();
        foreach ((int n, int m) in new[] { (1, 1), (2, 3), (4, 3), (7, 5) })
        {
            var evaluation = new ScalarEvaluation(cases.Model, cases.Model.At(n, m), cases[name]);
            for (int trial = 0; trial < 5; trial++)
            {
                Assert.InRange(Disagreement(evaluation, (ulong)trial), 0, 1e-6);
            }
        }
    }

    [Fact]
    public void A_wrong_derivative_does_not_agree_with_differences()
    {
        var cases = new OperationCases();
        MatrixFormula a = cases.Model.Parameters[0], wrong = Sum(Hadamard(new WrongSquare(a), a));
        Assert.InRange(Disagreement(new ScalarEvaluation(cases.Model, cases.Model.At(2, 3), wrong), 1), 1e-2, double.MaxValue);
    }

    [Fact]
    public void Shared_parts_are_computed_once()
    {
        var cases = new OperationCases();
        MatrixFormula a = cases.Model.Parameters[0], s = cases.Model.Parameters[2];
        var once = new FormulaProgram(cases.Model.At(5, 5));
        _ = once.Add(Sum(a * s));
        int length = once.Length;
        _ = once.Add(Sum(a * s)); // made anew, and equal
        Assert.Equal(length, once.Length);
        _ = once.Add(Sum(a * s.T));
        Assert.True(once.Length > length);
    }

    [Fact]
    public void Derivatives_at_kinks_and_infinite_ones_are_as_documented()
    {
        var model = new Model("kinks");
        MatrixFormula x = model.Scalar("x");
        Assert.Equal(1, Slope(model, EntrywiseFunction.Relu.Of(x), 0));
        Assert.Equal(0, Slope(model, EntrywiseFunction.Relu.Of(x), -1e-300));
        Assert.Equal(0, Slope(model, Sqrt(x), 0));
        Assert.Equal(0, Slope(model, EntrywiseFunction.ArcCosine.Of(x), 1));
        Assert.True(double.IsNaN(Slope(model, Sqrt(x), -1)));
        Assert.True(double.IsNaN(new ScalarEvaluation(model, model.At(), EntrywiseFunction.ArcCosine.Of(x)).Value([1.1])));
    }

    [Fact]
    public void Texts_read_as_one_writes_them()
    {
        var model = new Model("texts");
        Extent n = model.Size("n"), m = model.Size("m");
        MatrixFormula u = model.Matrix("U", n, m), v = model.Matrix("V", m, n), c = model.Scalar("c");
        Assert.Equal("1/2·|U V - I|²", (SquaredNorm((u * v) - Identity(n)) / 2).ToString());
        Assert.Equal("Uᵀ U - 3·c·V Vᵀ", ((u.T * u) - (3 * (c * (v * v.T)))).ToString());
        Assert.Equal("λmin(Uᵀ U)", LeastEigenvalue(Gram(u)).ToString());
        Assert.Equal("|U|₂", SpectralNorm(u).ToString());
        Assert.Equal("|U|", Norm(u).ToString());
        Assert.Equal("(U + Vᵀ) ∘ relu(U)", Hadamard(u + v.T, EntrywiseFunction.Relu.Of(u)).ToString());
        Assert.Equal("⟨U, Vᵀ⟩", Inner(u, v.T).ToString());
        Assert.Equal("(U V - I) Vᵀ", Gradient(model.Define("L", SquaredNorm((u * v) - Identity(n)) / 2), u).ToString());
    }

    private static double Slope(Model model, MatrixFormula scalar, double at)
    {
        var evaluation = new ScalarEvaluation(model, model.At(), scalar);
        double[] gradient = new double[1];
        _ = evaluation.Value([at]);
        evaluation.Gradient(gradient);
        return gradient[0];
    }

    // Along a random direction, relative to the size of the gradient.
    private static double Disagreement(ScalarEvaluation evaluation, ulong seed)
    {
        double[] point = Point(evaluation.EntryCount, seed), direction = Point(evaluation.EntryCount, seed + 100), gradient = new double[evaluation.EntryCount];
        double At(double t) => evaluation.Value(point.Zip(direction, (x, v) => x + (t * v)).ToArray());
        double difference = ((8 * (At(Step) - At(-Step))) - (At(2 * Step) - At(-2 * Step))) / (12 * Step);
        _ = At(0);
        evaluation.Gradient(gradient);
        double derived = gradient.Zip(direction, (g, v) => g * v).Sum();
        return Math.Abs(derived - difference) / (1 + Math.Sqrt(gradient.Sum(g => g * g)));
    }

    private static double[] Point(int count, ulong seed)
    {
        double[] point = new double[count];
        new RandomStream(7, seed).FillGaussian(point);
        return point;
    }

    /// <summary>x² entry by entry, with x as its derivative.</summary>
    private sealed class WrongSquare(MatrixFormula operand) : MatrixFormula(operand.Rows, operand.Columns, operand)
    {
        internal override void Evaluate(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace)
        {
            for (int i = 0; i < result.Values.Length; i++)
            {
                result.Values[i] = operands[0].Values[i] * operands[0].Values[i];
            }
        }

        internal override void EstimateErrors(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace) => Array.Clear(result.Errors);

        internal override Term[,] Expand(Term[][,] operands, int rows, int columns) => TermMatrix.Of(rows, columns, (i, j) => Term.Square(operands[0][i, j]));

        internal override MatrixFormula PullBack(int operand, MatrixFormula adjoint) => Hadamard(adjoint, Operands[0]);

        private protected override string Text(MatrixFormula[] operands) => $"wrong({operands[0]})";
    }
}
