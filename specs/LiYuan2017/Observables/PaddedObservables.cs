using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks;
using ResLinkProofs.Networks.Observables;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.LiYuan2017.Observables;

/// <summary>
/// Observables of the pair that has one more neuron, on which student and teacher agree: a zero row
/// and a zero column are added to W and W*.
/// </summary>
public static class PaddedObservables
{
    /// <summary>An observable of the padded pair, as an observable of the pair itself.</summary>
    /// <param name="observable">The observable.</param>
    public static NetworkObservable Padded(NetworkObservable observable)
    {
        ArgumentNullException.ThrowIfNull(observable);
        return new NetworkObservable(
            observable.Symbol + " ⊕ 0",
            model => observable.Measure(Pad(model)),
            model => observable.Expand(new SymbolicTeacherStudent(Pad(model.W), Pad(model.WStar), model.NegativeSlope)),
            model => observable.RoundingScale(Pad(model)))
        {
            LargestExpandedDimension = observable.LargestExpandedDimension == int.MaxValue
                ? int.MaxValue
                : observable.LargestExpandedDimension - 1,
        };
    }

    private static TeacherStudent Pad(TeacherStudent model) =>
        new(Pad(model.Student.Weights), Pad(model.Teacher.Weights), model.Activation);

    private static DenseMatrix Pad(DenseMatrix matrix)
    {
        int d = matrix.Rows;
        double[] padded = new double[(d + 1) * (d + 1)];
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < d; j++)
            {
                padded[(i * (d + 1)) + j] = matrix[i, j];
            }
        }

        return DenseMatrix.FromRows(d + 1, d + 1, padded);
    }

    private static Term[,] Pad(Term[,] matrix)
    {
        int d = matrix.GetLength(0);
        var padded = new Term[d + 1, d + 1];
        for (int i = 0; i <= d; i++)
        {
            for (int j = 0; j <= d; j++)
            {
                padded[i, j] = i < d && j < d ? matrix[i, j] : Term.Zero;
            }
        }

        return padded;
    }
}
