using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Networks.Observables;

/// <summary>The size of the true gradient, for any slope alpha of the activation, and how it moves g.</summary>
public static class GradientObservables
{
    /// <summary>|grad L|_F^2.</summary>
    public static NetworkObservable SquaredGradient { get; } = new(
        "‖∇L‖²_F",
        n => OnGradient(n, gradient => gradient.InnerProduct(gradient)),
        n => Term.Sum(Entries(n).Select(k => Term.Square(n.NegativeGradient(k.Row, k.Column)))),
        n => Scale(n) * Math.Max(OnGradient(n, gradient => gradient.FrobeniusNorm()), 1e-12));

    /// <summary>sum_j (a_j/|a_j|).(-grad_j L): the rate at which g falls along the flow dW/dt = -grad L.</summary>
    public static NetworkObservable PotentialDescent { get; } = new(
        "Σ ⟨a_j/|a_j|, -∇_jL⟩",
        n => OnGradient(n, gradient => Enumerable.Range(0, n.Dimension).Sum(j => OrderedSum.Dot(n.Student.Unit(j), gradient.Column(j)))),
        n => Term.Sum(Entries(n).Select(k => n.Student[k.Column].Direction[k.Row] * n.NegativeGradient(k.Row, k.Column))),
        n => Math.Sqrt(n.Dimension) * Scale(n));

    /// <summary>The size of the coefficients of s and of the rest in the gradient, at least 1.</summary>
    internal static double Weight(Activation activation) => Math.Max(1, (2 * activation.LinearWeight) + (activation.KinkWeight / Math.PI));

    // NaN where a column of I + W vanishes: at alpha = 1 the gradient exists there, but the direction a_j/|a_j| does not.
    private static double OnGradient(TeacherStudent model, Func<DenseMatrix, double> measure) =>
        model.Student.FirstZeroColumn() < 0 && PopulationGradient.TryNegativeGradient(model, out DenseMatrix? gradient)
            ? measure(gradient)
            : double.NaN;

    private static IEnumerable<(int Row, int Column)> Entries(SymbolicTeacherStudent n) =>
        from row in Enumerable.Range(0, n.Dimension) from column in Enumerable.Range(0, n.Dimension) select (row, column);

    // Each of the d^2 entries is a sum of 2d vectors of the size of a column, with weights of the size of those of the activation.
    private static double Scale(TeacherStudent model)
    {
        double sum = 0;
        for (int i = 0; i < model.Dimension; i++)
        {
            sum += model.Student.Norms[i] + model.Teacher.Norms[i];
        }

        return sum * model.Dimension * Weight(model.Activation);
    }
}
