using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Networks;

/// <summary>
/// The gradient of the population loss in closed form. With s = (W* - W) u and
/// M_j = sum_i [(pi/2 - theta_{i*j}) b_i - (pi/2 - theta_ij) a_i + (|b_i| sin theta_{i*j} - |a_i| sin theta_ij) a_j / |a_j|],
/// The field of ReLU is N_j = (pi/2) s + M_j. The negative gradient is N_j / pi for ReLU, and
/// 2 alpha s + ((1 - alpha)^2 / pi) N_j for negative slope alpha, computed here as ((1 + alpha)^2 / 2) s + ((1 - alpha)^2 / pi) M_j.
/// </summary>
/// <remarks>
/// Bits depend on W, W* and alpha only, not on threads or instruction width. Largest error of an entry of N found against 40
/// digits: 13 units of 2^-53 at d = 60, with weights of size 1 / sqrt d. The formula needs the
/// direction of every a_j; a zero a_i elsewhere, or a zero b_i, is harmless.
/// </remarks>
public static class PopulationGradient
{
    private const double HalfPi = 1.5707963267948966;

    /// <summary>The field N = -pi grad L of ReLU, d x d; column j is N_j. It does not depend on the activation.</summary>
    /// <param name="model">Student and teacher; every a_j must be nonzero.</param>
    /// <param name="workspace">Buffers to reuse, or null.</param>
    /// <param name="threads">At least 1; the result does not depend on it.</param>
    /// <exception cref="ArgumentException">A column a_j is zero: the field is undefined there.</exception>
    public static DenseMatrix ReluField(TeacherStudent model, PopulationWorkspace? workspace = null, int threads = 1) =>
        TryReluField(model, out DenseMatrix? field, workspace, threads) ? field : throw UndefinedAt(model);

    /// <summary>The field N, or false where a column a_j is zero.</summary>
    /// <param name="model">Student and teacher.</param>
    /// <param name="field">d x d; column j is N_j.</param>
    /// <param name="workspace">Buffers to reuse, or null.</param>
    /// <param name="threads">At least 1; the result does not depend on it.</param>
    public static bool TryReluField(
        TeacherStudent model,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out DenseMatrix? field,
        PopulationWorkspace? workspace = null,
        int threads = 1) => TryCombine(model, HalfPi, 1, out field, workspace, threads);

    /// <summary>The true negative gradient of the population loss, d x d; column j is -dL/dw_j.</summary>
    /// <param name="model">Student, teacher and activation; every a_j must be nonzero unless alpha = 1.</param>
    /// <param name="workspace">Buffers to reuse, or null.</param>
    /// <param name="threads">At least 1; the result does not depend on it.</param>
    /// <exception cref="ArgumentException">A column a_j is zero: the loss has no gradient there.</exception>
    public static DenseMatrix NegativeGradient(TeacherStudent model, PopulationWorkspace? workspace = null, int threads = 1) =>
        TryNegativeGradient(model, out DenseMatrix? gradient, workspace, threads) ? gradient : throw UndefinedAt(model);

    /// <summary>The true negative gradient of the population loss, or false where a column a_j is zero.</summary>
    /// <param name="model">Student, teacher and activation.</param>
    /// <param name="gradient">d x d; column j is -dL/dw_j.</param>
    /// <param name="workspace">Buffers to reuse, or null.</param>
    /// <param name="threads">At least 1; the result does not depend on it.</param>
    public static bool TryNegativeGradient(
        TeacherStudent model,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out DenseMatrix? gradient,
        PopulationWorkspace? workspace = null,
        int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        return TryCombine(
            model, 2 * model.Activation.LinearWeight, model.Activation.KinkWeight / Math.PI, out gradient, workspace, threads);
    }

    // linear * s + kink * M_j, in every column j.
    private static bool TryCombine(
        TeacherStudent model,
        double linear,
        double kink,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out DenseMatrix? result,
        PopulationWorkspace? workspace,
        int threads)
    {
        ArgumentNullException.ThrowIfNull(model);
        MatrixShape.RequirePositive(threads, nameof(threads));
        if (kink != 0 && model.Student.FirstZeroColumn() >= 0)
        {
            result = null;
            return false;
        }

        int d = model.Dimension;
        double[] values = new double[d * d], alongColumns = new double[d], displacement = Potential.Displacement(model);
        FillKinkedPart(model, values, alongColumns, workspace ?? new PopulationWorkspace(), threads);
        Workers.Run(threads, d, (_, k) =>
        {
            ReadOnlySpan<double> columns = model.Student.Columns.Row(k), norms = model.Student.Norms;
            Span<double> row = values.AsSpan(k * d, d);
            for (int j = 0; j < d; j++)
            {
                double direction = norms[j] == 0 ? 0 : columns[j] / norms[j];
                row[j] = linear * displacement[k] + kink * (row[j] + alongColumns[j] * direction);
            }
        });
        result = DenseMatrix.Adopt(d, d, values);
        return true;
    }

    // values: B C*^T - A C^T with the tables C*_ji = pi/2 - theta_{i*j} and C_ji = pi/2 - theta_ij, as one chain per entry;
    // alongColumns: the coefficient of a_j / |a_j|.
    private static void FillKinkedPart(
        TeacherStudent model, double[] values, double[] alongColumns, PopulationWorkspace workspace, int threads)
    {
        NeuronColumns student = model.Student, teacher = model.Teacher;
        int d = model.Dimension, stride = student.Stride;
        double[] toTeacher = workspace.First(d * stride), toStudent = workspace.Second(d * stride);
        AngleTable.RowSums[] teacherSums = new AngleTable.RowSums[d], studentSums = new AngleTable.RowSums[d];
        AngleTable.Fill(student, teacher, 1, toTeacher, teacherSums, workspace.Products, threads);
        AngleTable.Fill(student, student, -1, toStudent, studentSums, workspace.Products, threads);
        double potential = Potential.Evaluate(model);
        for (int j = 0; j < d; j++)
        {
            // sum_i |b_i| sin theta_{i*j} - |a_i| sin theta_ij = g minus what the sines lack of 1.
            alongColumns[j] = potential + (studentSums[j].SineDefect - teacherSums[j].SineDefect);
        }

        MatrixSpan<double> target = new(values, d, d);
        ReadOnlyMatrixSpan<double> teacherTable = new(toTeacher, d, d, stride), studentTable = new(toStudent, d, d, stride);
        DenseProduct.Multiply(teacher.Columns.AsSpan(), teacherTable.Transpose(), target, workspace.Products, threads);
        DenseProduct.Multiply(student.Columns.AsSpan(), studentTable.Transpose(), target, workspace.Products, threads, accumulate: true);
    }

    private static ArgumentException UndefinedAt(TeacherStudent model)
    {
        int column = model.Student.FirstZeroColumn();
        return new ArgumentException(
            $"Column {column} of I + W is zero: the field needs the direction of every column, and has none there.", nameof(model));
    }
}
