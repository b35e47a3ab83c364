using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks;
using ResLinkProofs.Networks.Observables;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.LiYuan2017.Observables;

/// <summary>
/// The parts of the inner product of the printed field N with D = W* - W, section 4 of Li and Yuan (2017) made exact:
/// (N, D) = (pi/2)(|D u|^2 + |D|_F^2) + P_diag + P_first + P_g + P_delta + P_arcsin + P_sin. With a_j = e_j + w_j, b_j = e_j + w*_j,
/// y_j = (a_j/|a_j|).d_j, delta_j = |b_j| - |a_j|, ca_ij and cb_ij the cosines of a_i and of b_i with a_j.
/// </summary>
public static class DecompositionObservables
{
    /// <summary>P_diag = sum_j (|b_j| sin(t_j) a_j/|a_j| - t_j b_j).d_j, t_j the angle of b_j and a_j.</summary>
    public static NetworkObservable DiagonalPart { get; } = Part("P_diag", p => p.Diagonal, p => p.Diagonal);

    /// <summary>P_first = sum over i != j of (cb_ij b_i - ca_ij a_i).d_j.</summary>
    public static NetworkObservable FirstOrderPart { get; } = Part("P_first", p => p.First, p => p.First);

    /// <summary>P_g = g sum_j y_j.</summary>
    public static NetworkObservable PotentialPart { get; } = Part(
        "P_g", p => p.Gap, p => p.Gap, MatrixTeacherStudent.Potential * Fact.Inner(MatrixTeacherStudent.I, MatrixTeacherStudent.DirectionsOfA.Transpose() * MatrixTeacherStudent.D));

    /// <summary>P_delta = -sum_j delta_j y_j.</summary>
    public static NetworkObservable OwnGapPart { get; } = Part("P_δ", p => p.OwnGap, p => p.OwnGap);

    /// <summary>P_arcsin = sum over i != j of (h(cb_ij) b_i - h(ca_ij) a_i).d_j with h(c) = arcsin c - c.</summary>
    public static NetworkObservable ArcSinePart { get; } = Part("P_arcsin", p => p.ArcSine, p => p.ArcSine);

    /// <summary>P_sin = sum over i != j of (|b_i| q(cb_ij) - |a_i| q(ca_ij)) y_j with q(c) = sqrt(1 - c^2) - 1.</summary>
    public static NetworkObservable SinePart { get; } = Part("P_sin", p => p.Sine, p => p.Sine);

    /// <summary>sum over i != j of cb_ij d_i.d_j: the part of P_first that is D times the cosines off the diagonal.</summary>
    public static NetworkObservable TurnedPart { get; } = Part("P_turn", p => p.Turned, p => p.Turned);

    /// <summary>The largest sum over i of ca_ij^2 or cb_ij^2, or over j of cb_ij^2, always without i = j.</summary>
    public static NetworkObservable LargestCosineSum { get; } = new(
        "max Σ c²",
        n => n.Student.FirstZeroColumn() >= 0 ? double.NaN : new InnerProductParts(n).LargestCosineSum,
        n => n.Dimension == 1 ? Term.Zero : new SymbolicInnerProductParts(n).LargestCosineSum,
        n => n.Dimension);

    /// <summary>|D u|^2 = |s|^2.</summary>
    public static NetworkObservable SquaredDisplacement { get; } = new(
        "|s|²",
        n => OrderedSum.Dot(Networks.Potential.Displacement(n), Networks.Potential.Displacement(n)),
        n => Term.Sum(Rows(n).Select(i => Term.Square(RowSum(n, i)))),
        n => n.Dimension * DisplacementSquare(n))
    { ExpandUniform = n => n.SquaredDisplacement, Definition = Fact.Inner(Sums, Sums) };

    /// <summary>(u, s): the sum of all entries of D.</summary>
    public static NetworkObservable SumOfDisplacement { get; } = new(
        "⟨u, s⟩",
        n => OrderedSum.Of(Networks.Potential.Displacement(n)),
        n => Term.Sum(Rows(n).Select(i => RowSum(n, i))),
        n => n.Dimension * Math.Sqrt(DisplacementSquare(n)))
    { ExpandUniform = n => n.SumOfDisplacement };

    /// <summary>tr D.</summary>
    public static NetworkObservable TraceOfDisplacement { get; } = new(
        "tr D",
        n => Enumerable.Range(0, n.Dimension).Sum(i => n.Teacher.Weights[i, i] - n.Student.Weights[i, i]),
        n => Term.Sum(Rows(n).Select(j => Entry(n, j, j))),
        n => Math.Sqrt(n.Dimension * DisplacementSquare(n)));

    /// <summary>sum over i != j of D_ij D_ji.</summary>
    public static NetworkObservable TransposedProduct { get; } = new(
        "Σ D_ij D_ji",
        n => Displacement(n).InnerProduct(Displacement(n).Transpose()) - DiagonalSquare(Displacement(n)),
        n => Term.Sum(from i in Rows(n) from j in Rows(n) where i != j select Entry(n, i, j) * Entry(n, j, i)),
        DisplacementSquare);

    /// <summary>sum_j D_jj^2.</summary>
    public static NetworkObservable SquaredDiagonal { get; } = new(
        "Σ D_jj²", n => DiagonalSquare(Displacement(n)),
        n => Term.Sum(Rows(n).Select(j => Term.Square(Entry(n, j, j)))), DisplacementSquare);

    private static NetworkObservable Part(
        string symbol, Func<InnerProductParts, double> measure, Func<SymbolicInnerProductParts, Term> expand, Term? definition = null) => new(
        symbol,
        n => n.Student.FirstZeroColumn() >= 0 ? double.NaN : measure(new InnerProductParts(n)),
        n => expand(new SymbolicInnerProductParts(n)),
        n => NormSum(n) * Math.Sqrt(n.Dimension * DisplacementSquare(n)))
        { Definition = definition };

    private static MatrixTerm Sums => MatrixTeacherStudent.D * MatrixTerm.Ones("d", "1");

    private static IEnumerable<int> Rows(SymbolicTeacherStudent model) => Enumerable.Range(0, model.Dimension);

    private static Term Entry(SymbolicTeacherStudent model, int row, int column) => model.WStar[row, column] - model.W[row, column];

    private static Term RowSum(SymbolicTeacherStudent model, int row) => Term.Sum(Rows(model).Select(j => Entry(model, row, j)));

    private static DenseMatrix Displacement(TeacherStudent model) => model.Teacher.Weights.Subtract(model.Student.Weights);

    private static double DisplacementSquare(TeacherStudent model)
    {
        DenseMatrix displacement = Displacement(model);
        return displacement.InnerProduct(displacement);
    }

    private static double DiagonalSquare(DenseMatrix matrix) => Enumerable.Range(0, matrix.Rows).Sum(i => matrix[i, i] * matrix[i, i]);

    private static double NormSum(TeacherStudent model)
    {
        double sum = 0;
        for (int i = 0; i < model.Dimension; i++)
        {
            sum += model.Student.Norms[i] + model.Teacher.Norms[i];
        }

        return sum;
    }
}
