using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Networks.Observables;

/// <summary>The quantities that the sources' statements are about.</summary>
public static class NetworkObservables
{
    /// <summary>The potential g of Definition 2.2.</summary>
    public static NetworkObservable Potential { get; } = new("g", Networks.Potential.Evaluate, n => n.Potential);

    /// <summary>||W* - W||_F^2.</summary>
    public static NetworkObservable SquaredDistance { get; } = new("‖W*-W‖²_F", n => Square(Displacement(n)), n => n.SquaredDistance);

    /// <summary>The inner product of the printed field N of Lemma 2.1 with W* - W.</summary>
    public static NetworkObservable PrintedInnerProduct { get; } = new(
        "⟨N, W*-W⟩",
        n => PopulationGradient.TryPrintedField(n, out DenseMatrix? field) ? field.InnerProduct(Displacement(n)) : double.NaN,
        n => n.PrintedInnerProduct);

    /// <summary>The inner product of -grad L with W* - W.</summary>
    public static NetworkObservable InnerProduct { get; } = new(
        "⟨-∇L, W*-W⟩",
        n => PopulationGradient.TryNegativeGradient(n, out DenseMatrix? field) ? field.InnerProduct(Displacement(n)) : double.NaN,
        n => n.InnerProduct);

    /// <summary>The population loss L of equation (2).</summary>
    public static NetworkObservable Loss { get; } = new("L", n => PopulationLoss.Evaluate(n), n => n.PopulationLoss);

    /// <summary>The sum over j of the potentials g_j of Definition 2.2, each of which leaves neuron j out.</summary>
    public static NetworkObservable SumOfPartialPotentials { get; } = new(
        "Σ g_j",
        n => Enumerable.Range(0, n.Dimension).Sum(j => Networks.Potential.WithoutNeuron(n, j)),
        n => Term.Sum(Enumerable.Range(0, n.Dimension).SelectMany(j =>
            Enumerable.Range(0, n.Dimension).Where(i => i != j).Select(n.NormGap))));

    /// <summary>The trace of the matrix A of Definition 2.3.</summary>
    public static NetworkObservable TraceOfA { get; } = new(
        "tr A",
        n =>
        {
            DenseMatrix a = Networks.Potential.MatrixA(n);
            return Enumerable.Range(0, n.Dimension).Sum(i => a[i, i]);
        },
        n => Term.Sum(Enumerable.Range(0, n.Dimension).Select(i => n.PotentialMatrix(i, i))));

    private static DenseMatrix Displacement(TeacherStudent model) => model.Teacher.Weights.Subtract(model.Student.Weights);

    private static double Square(DenseMatrix matrix) => matrix.InnerProduct(matrix);
}
