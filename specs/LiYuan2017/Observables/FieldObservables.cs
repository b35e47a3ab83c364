using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks;
using ResLinkProofs.Networks.Observables;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.LiYuan2017.Observables;

/// <summary>Sizes of the printed field N of Lemma 2.1 of Li and Yuan (2017), and how N moves s and g. The true -grad L is N / pi.</summary>
public static class FieldObservables
{
    /// <summary>|N|_F^2.</summary>
    public static NetworkObservable SquaredField { get; } = new(
        "‖N‖²_F", n => OnField(n, (_, field) => Square(field)), n => Term.Sum(Entries(n).Select(k => Term.Square(n.ReluField(k.Row, k.Column)))), SquaredScale);

    /// <summary>The spectral norm of N; as a term for d at most 2.</summary>
    public static NetworkObservable FieldNorm { get; } = new(
        "‖N‖₂", n => OnField(n, (_, field) => field.SpectralNorm()), SpectralNorm, Scale)
    { LargestExpandedDimension = 2 };

    /// <summary>|N u - (pi d / 2) s|^2: the square of what the update rule of s leaves out.</summary>
    public static NetworkObservable SquaredRestOfDisplacementRule { get; } = new(
        "|Nu-(πd/2)s|²",
        n => OnField(n, (model, field) =>
        {
            double[] s = Networks.Potential.Displacement(model);
            double sum = 0;
            for (int row = 0; row < s.Length; row++)
            {
                double entry = OrderedSum.Of(field.Row(row)) - (Math.PI / 2 * s.Length * s[row]);
                sum += entry * entry;
            }

            return sum;
        }),
        n => Term.Sum(Range(n).Select(row => Term.Square(
            Term.Sum(Range(n).Select(j => n.ReluField(row, j) - (Term.Pi / 2 * n.Dimension * (n.WStar[row, j] - n.W[row, j]))))))),
        n => n.Dimension * SquaredScale(n));

    /// <summary>sum_j (a_j/|a_j|).N_j: the rate at which g falls along the flow dW/dt = N.</summary>
    public static NetworkObservable PotentialDecay { get; } = new(
        "Σ ⟨a_j/|a_j|, N_j⟩",
        n => OnField(n, (model, field) =>
        {
            double sum = 0;
            for (int j = 0; j < model.Dimension; j++)
            {
                sum += OrderedSum.Dot(model.Student.Unit(j), field.Column(j));
            }

            return sum;
        }),
        n => Term.Sum(Entries(n).Select(k => n.Student[k.Column].Direction[k.Row] * n.ReluField(k.Row, k.Column))),
        n => Math.Sqrt(n.Dimension) * Scale(n));

    /// <summary>|N - M|_F^2 for the approximation of section 4, M_j = (pi/2)(d_j + s) + g_j a_j/|a_j| with g_j of Definition 2.2.</summary>
    public static NetworkObservable SquaredRestOfApproximation { get; } = Rest("‖N-M‖²_F", withTranspose: false);

    /// <summary>|N - M - offdiag(D^T)|_F^2 for the same M.</summary>
    public static NetworkObservable SquaredRestOfCompletedApproximation { get; } = Rest("‖N-M-offdiag(Dᵀ)‖²_F", withTranspose: true);

    private static NetworkObservable Rest(string symbol, bool withTranspose) => new(
        symbol,
        n => OnField(n, (model, field) =>
        {
            double[] s = Networks.Potential.Displacement(model);
            DenseMatrix displacement = model.Teacher.Weights.Subtract(model.Student.Weights);
            double sum = 0;
            for (int j = 0; j < s.Length; j++)
            {
                double g = Networks.Potential.WithoutNeuron(model, j);
                for (int row = 0; row < s.Length; row++)
                {
                    double rest = field[row, j] - (Math.PI / 2 * (displacement[row, j] + s[row])) - (g * model.Student.Unit(j)[row])
                        - (withTranspose && row != j ? displacement[j, row] : 0);
                    sum += rest * rest;
                }
            }

            return sum;
        }),
        n => Term.Sum(Entries(n).Select(k => Term.Square(
            n.ReluField(k.Row, k.Column) - Approximation(n, k.Row, k.Column)
            - (withTranspose && k.Row != k.Column ? n.WStar[k.Column, k.Row] - n.W[k.Column, k.Row] : Term.Zero)))),
        SquaredScale);

    private static Term Approximation(SymbolicTeacherStudent n, int row, int column)
    {
        Term displacement = n.WStar[row, column] - n.W[row, column];
        Term s = Term.Sum(Range(n).Select(i => n.WStar[row, i] - n.W[row, i]));
        Term g = Term.Sum(Range(n).Where(i => i != column).Select(n.NormGap));
        return (Term.Pi / 2 * (displacement + s)) + (g * n.Student[column].Direction[row]);
    }

    private static Term SpectralNorm(SymbolicTeacherStudent n)
    {
        var field = new Term[n.Dimension, n.Dimension];
        foreach ((int row, int column) in Entries(n))
        {
            field[row, column] = n.ReluField(row, column);
        }

        return SymbolicMatrix.SpectralNorm(field);
    }

    private static double OnField(TeacherStudent model, Func<TeacherStudent, DenseMatrix, double> measure) =>
        PopulationGradient.TryReluField(model, out DenseMatrix? field) ? measure(model, field) : double.NaN;

    private static double Square(DenseMatrix matrix) => matrix.InnerProduct(matrix);

    private static IEnumerable<int> Range(SymbolicTeacherStudent n) => Enumerable.Range(0, n.Dimension);

    private static IEnumerable<(int Row, int Column)> Entries(SymbolicTeacherStudent n) =>
        from row in Range(n) from column in Range(n) select (row, column);

    // Each of the d^2 entries is a sum of 2d vectors of the size of a column, multiplied by angles of order 1.
    private static double Scale(TeacherStudent model)
    {
        double sum = 0;
        for (int i = 0; i < model.Dimension; i++)
        {
            sum += model.Student.Norms[i] + model.Teacher.Norms[i];
        }

        return sum * model.Dimension;
    }

    // The error of a square x^2 is 2 |x| times the error of x.
    private static double SquaredScale(TeacherStudent model) =>
        Scale(model) * Math.Max(OnField(model, (_, field) => field.FrobeniusNorm()), 1e-12);
}
