using ResLinkProofs.Evaluation;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Tests.Attack;

/// <summary>One evaluation for sampling, attack and prover: margins on every scale and their slopes.</summary>
public class MarginTests
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");

    public static TheoryData<MarginScale> Scales => [.. Enum.GetValues<MarginScale>()];

    [Theory]
    [MemberData(nameof(Scales))]
    public void Slopes_are_those_of_differences(MarginScale scale)
    {
        const double Step = 1e-6;
        Formula[] formulas = [X >= Y, X > Y, X.EqualTo(Y), X.NotEqualTo(Y), 0 >= X - (2 * Y), (X >= Y) & (Term.Exp(X) >= 3 * Y), (X >= Y) | (Term.Exp(X) >= 3 * Y)];
        foreach (Formula formula in formulas)
        {
            foreach ((double x, double y) in new[] { (1.5, 0.25), (-0.5, 2), (-1, -3), (0.75, -0.5) })
            {
                var evaluation = new FormulaEvaluation(["x", "y"], [(formula, scale)]);
                double byX = (At(x + Step, y) - At(x - Step, y)) / (2 * Step), byY = (At(x, y + Step) - At(x, y - Step)) / (2 * Step);
                double[] gradient = new double[2];
                At(x, y);
                evaluation.PullBack([1], gradient);
                Assert.Equal(byX, gradient[0], 1e-6);
                Assert.Equal(byY, gradient[1], 1e-6);

                double At(double first, double second)
                {
                    double[] margin = new double[1];
                    Assert.True(evaluation.Evaluate([first, second], margin));
                    return margin[0];
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Scales))]
    public void What_is_undefined_anywhere_is_undefined_everywhere(MarginScale scale)
    {
        double[] margin = new double[1];
        foreach (Formula formula in new[] { (Term.Sqrt(X) >= 0) & (X >= -5), (Term.Sqrt(X) >= 0) | (X >= -5), (X >= -5) | (Term.Sqrt(X) >= 0) })
        {
            Assert.False(new FormulaEvaluation(["x"], [(formula, scale)]).Evaluate([-1], margin));
            Assert.True(double.IsNaN(margin[0]));
        }
    }

    [Fact]
    public void Weights_add_gradients_of_several_formulas()
    {
        var evaluation = new FormulaEvaluation(["x", "y"], [(X >= 0, MarginScale.Difference), (Y * Y >= 1, MarginScale.Difference)]);
        double[] gradient = [10, 20], margins = new double[2];
        evaluation.Evaluate([2, 3], margins);
        evaluation.PullBack([2, -1], gradient);
        Assert.Equal([2, 8], margins);
        Assert.Equal([12, 14], gradient);
    }
}
