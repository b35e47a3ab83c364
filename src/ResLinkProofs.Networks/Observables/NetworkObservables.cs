using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks.Derivatives;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Networks.Observables;

/// <summary>The quantities that the sources' statements are about.</summary>
public static class NetworkObservables
{
    /// <summary>The dimension d.</summary>
    public static NetworkObservable Dimension { get; } = new("d", n => n.Dimension, n => n.Dimension, _ => 0)
    {
        Differentiate = (n, _) => ObservableDerivatives.OfConstant(n),
        ExpandUniform = n => n.Dimension,
        Definition = MatrixTeacherStudent.Dimension,
    };

    /// <summary>The slope alpha of the activation for negative arguments.</summary>
    public static NetworkObservable NegativeSlope { get; } = new("α", n => n.Activation.NegativeSlope, n => n.NegativeSlope, _ => 0)
    {
        Differentiate = (n, _) => ObservableDerivatives.OfConstant(n),
    };

    /// <summary>The potential g.</summary>
    public static NetworkObservable Potential { get; } = new("g", Networks.Potential.Evaluate, n => n.Potential, SumOfNorms)
    {
        Differentiate = (n, _) => ObservableDerivatives.OfPotential(n),
        ExpandUniform = n => n.Potential,
        Definition = MatrixTeacherStudent.Potential,
    };

    /// <summary>||W* - W||_F^2.</summary>
    public static NetworkObservable SquaredDistance { get; } = new(
        "‖W*-W‖²_F", n => Square(Displacement(n)), n => n.SquaredDistance, n => Square(Displacement(n)))
    {
        Differentiate = (n, _) => ObservableDerivatives.OfSquaredDistance(n),
        ExpandUniform = n => n.SquaredDistance,
        Definition = MatrixTeacherStudent.SquaredDistance,
    };

    /// <summary>The inner product of the field N of ReLU with W* - W.</summary>
    public static NetworkObservable ReluInnerProduct { get; } = new(
        "⟨N, W*-W⟩",
        n => PopulationGradient.TryReluField(n, out DenseMatrix? field) ? field.InnerProduct(Displacement(n)) : double.NaN,
        n => n.ReluInnerProduct,
        InnerProductScale)
    {
        Differentiate = (n, workspace) => InnerProductDerivative.OfReluField(n, workspace)?.Gradient,
        ExpandUniform = n => n.ReluInnerProduct,
        Definition = MatrixTeacherStudent.ReluInnerProduct,
    };

    /// <summary>The inner product of -grad L with W* - W.</summary>
    public static NetworkObservable InnerProduct { get; } = new(
        "⟨-∇L, W*-W⟩",
        n => PopulationGradient.TryNegativeGradient(n, out DenseMatrix? field) ? field.InnerProduct(Displacement(n)) : double.NaN,
        n => n.InnerProduct,
        n => GradientObservables.Weight(n.Activation) * InnerProductScale(n))
    {
        Differentiate = (n, workspace) => InnerProductDerivative.OfNegativeGradient(n, workspace)?.Gradient,
        ExpandUniform = n => n.InnerProduct,
        Definition = MatrixTeacherStudent.InnerProduct,
    };

    /// <summary>The population loss L.</summary>
    public static NetworkObservable Loss { get; } = new(
        "L", n => PopulationLoss.Evaluate(n), n => n.PopulationLoss,
        n => GradientObservables.Weight(n.Activation) * SumOfNorms(n) * SumOfNorms(n))
    {
        Differentiate = (n, _) => ObservableDerivatives.OfLoss(n),
    };

    /// <summary>The sum over j of the potentials g_j, each of which leaves neuron j out.</summary>
    public static NetworkObservable SumOfPartialPotentials { get; } = new(
        "Σ g_j",
        n => Enumerable.Range(0, n.Dimension).Sum(j => Networks.Potential.WithoutNeuron(n, j)),
        n => Term.Sum(Enumerable.Range(0, n.Dimension).SelectMany(j =>
            Enumerable.Range(0, n.Dimension).Where(i => i != j).Select(n.NormGap))),
        n => n.Dimension * SumOfNorms(n))
    {
        Differentiate = (n, _) => ObservableDerivatives.OfPotential(n, n.Dimension - 1),
        Definition = MatrixTeacherStudent.SumOfPartialPotentials,
    };

    /// <summary>The trace of the matrix A.</summary>
    public static NetworkObservable TraceOfA { get; } = new(
        "tr A",
        n =>
        {
            DenseMatrix a = Networks.Potential.MatrixA(n);
            return Enumerable.Range(0, n.Dimension).Sum(i => a[i, i]);
        },
        n => Term.Sum(Enumerable.Range(0, n.Dimension).Select(i => n.PotentialMatrix(i, i))),
        SumOfNorms)
    {
        Differentiate = (n, _) => ObservableDerivatives.OfPotential(n), // tr A is g
    };

    /// <summary>|W|_2; as a term for d at most 2.</summary>
    public static NetworkObservable StudentNorm { get; } = new(
        "‖W‖₂", n => n.Student.Weights.SpectralNorm(), n => SymbolicMatrix.SpectralNorm(n.W), n => n.Student.Weights.FrobeniusNorm())
    {
        LargestExpandedDimension = 2,
        ExpandUniform = n => n.StudentNorm,
    };

    private static DenseMatrix Displacement(TeacherStudent model) => model.Teacher.Weights.Subtract(model.Student.Weights);

    private static double Square(DenseMatrix matrix) => matrix.InnerProduct(matrix);

    private static double SumOfNorms(TeacherStudent model)
    {
        double sum = 0;
        for (int i = 0; i < model.Dimension; i++)
        {
            sum += model.Student.Norms[i] + model.Teacher.Norms[i];
        }

        return sum;
    }

    // Each entry of the field is a sum of 2d vectors of the size of a column, multiplied by angles of order 1.
    private static double InnerProductScale(TeacherStudent model) =>
        SumOfNorms(model) * Math.Sqrt(model.Dimension * Square(Displacement(model)));
}
