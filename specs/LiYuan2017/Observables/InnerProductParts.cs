using ResLinkProofs.LinearAlgebra;
using ResLinkProofs.Networks;

namespace ResLinkProofs.Specs.LiYuan2017.Observables;

/// <summary>
/// The parts into which the inner product of the printed field N of Lemma 2.1 with D = W* - W splits exactly, in floating point.
/// With y_j = (a_j/|a_j|).d_j, delta_j = |b_j| - |a_j|, t_j the angle of b_j and a_j, and the cosines cb_ij of b_i and a_j
/// and ca_ij of a_i and a_j: sum_ij N_ij D_ij = (pi/2)(|D u|^2 + |D|_F^2) + Diagonal + First + Gap + OwnGap + ArcSine + Sine.
/// </summary>
/// <remarks>
/// The split is section 4 of Li and Yuan (2017) with sums over i != j written out; First + OwnGap are its first-order terms.
/// </remarks>
internal sealed class InnerProductParts
{
    private readonly TeacherStudent _model;
    private readonly DenseMatrix _teacherCosines;
    private readonly DenseMatrix _studentCosines;
    private readonly DenseMatrix _displacement;

    public InnerProductParts(TeacherStudent model)
    {
        _model = model;
        DenseMatrix directions = Directions(model.Student);
        _teacherCosines = Directions(model.Teacher).Transpose().Multiply(directions);
        _studentCosines = directions.Transpose().Multiply(directions);
        _displacement = model.Teacher.Weights.Subtract(model.Student.Weights);
    }

    /// <summary>sum_j (|b_j| sin(t_j) a_j/|a_j| - t_j b_j).d_j.</summary>
    public double Diagonal
    {
        get
        {
            double[] along = Along;
            DenseMatrix teacherProducts = _model.Teacher.Columns.Transpose().Multiply(_displacement);
            double sum = 0;
            for (int j = 0; j < along.Length; j++)
            {
                Angle angle = _model.TeacherAngle(j, j);
                sum += (_model.Teacher.Norms[j] * angle.Sine * along[j]) - (angle.Radians * teacherProducts[j, j]);
            }

            return sum;
        }
    }

    /// <summary>sum over i != j of (cb_ij b_i - ca_ij a_i).d_j.</summary>
    public double First => OffDiagonal(c => c);

    /// <summary>sum over i != j of (h(cb_ij) b_i - h(ca_ij) a_i).d_j with h(c) = arcsin c - c.</summary>
    public double ArcSine => OffDiagonal(c => Math.Asin(c) - c);

    /// <summary>sum over i != j of (|b_i| q(cb_ij) - |a_i| q(ca_ij)) y_j with q(c) = sqrt(1 - c^2) - 1.</summary>
    public double Sine
    {
        get
        {
            double[] along = Along;
            double sum = 0;
            for (int j = 0; j < along.Length; j++)
            {
                double column = 0;
                for (int i = 0; i < along.Length; i++)
                {
                    column += i == j
                        ? 0
                        : (_model.Teacher.Norms[i] * Bend(_teacherCosines[i, j])) - (_model.Student.Norms[i] * Bend(_studentCosines[i, j]));
                }

                sum += column * along[j];
            }

            return sum;
        }
    }

    /// <summary>g sum_j y_j.</summary>
    public double Gap => Potential.Evaluate(_model) * OrderedSum.Of(Along);

    /// <summary>-sum_j delta_j y_j.</summary>
    public double OwnGap => -OrderedSum.Dot(Potential.NormDifferences(_model), Along);

    /// <summary>sum over i != j of cb_ij d_i.d_j: the part of First in which the cosines stay those of the teacher.</summary>
    public double Turned
    {
        get
        {
            DenseMatrix gram = _displacement.Transpose().Multiply(_displacement);
            return OffDiagonalSum((i, j) => _teacherCosines[i, j] * gram[i, j]);
        }
    }

    /// <summary>The largest sum of squared cosines off the diagonal over a row or a column of the matrices (ca_ij) and (cb_ij).</summary>
    public double LargestCosineSum
    {
        get
        {
            int d = _model.Dimension;
            double largest = 0;
            foreach (DenseMatrix cosines in new[] { _teacherCosines, _studentCosines })
            {
                for (int j = 0; j < d; j++)
                {
                    double row = 0, column = 0;
                    for (int i = 0; i < d; i++)
                    {
                        row += i == j ? 0 : cosines[j, i] * cosines[j, i];
                        column += i == j ? 0 : cosines[i, j] * cosines[i, j];
                    }

                    largest = Math.Max(largest, Math.Max(row, column));
                }
            }

            return largest;
        }
    }

    private double[] Along
    {
        get
        {
            double[] along = new double[_model.Dimension];
            for (int j = 0; j < along.Length; j++)
            {
                along[j] = OrderedSum.Dot(_model.Student.Unit(j), _displacement.Column(j));
            }

            return along;
        }
    }

    private double OffDiagonal(Func<double, double> weight)
    {
        DenseMatrix teacherProducts = _model.Teacher.Columns.Transpose().Multiply(_displacement);
        DenseMatrix studentProducts = _model.Student.Columns.Transpose().Multiply(_displacement);
        return OffDiagonalSum((i, j) =>
            (weight(Clamp(_teacherCosines[i, j])) * teacherProducts[i, j])
                - (weight(Clamp(_studentCosines[i, j])) * studentProducts[i, j]));
    }

    private double OffDiagonalSum(Func<int, int, double> entry)
    {
        double sum = 0;
        for (int j = 0; j < _model.Dimension; j++)
        {
            for (int i = 0; i < _model.Dimension; i++)
            {
                sum += i == j ? 0 : entry(i, j);
            }
        }

        return sum;
    }

    private static double Clamp(double cosine) => Math.Clamp(cosine, -1, 1);

    private static double Bend(double cosine)
    {
        double square = Math.Min(1, cosine * cosine);
        return -square / (1 + Math.Sqrt(1 - square));
    }

    private static DenseMatrix Directions(NeuronColumns neurons)
    {
        int d = neurons.Dimension;
        double[] rows = new double[d * d];
        for (int j = 0; j < d; j++)
        {
            neurons.Unit(j).CopyTo(rows.AsSpan(j * d, d));
        }

        return DenseMatrix.FromRows(d, d, rows).Transpose();
    }
}
