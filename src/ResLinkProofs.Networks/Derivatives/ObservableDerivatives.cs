using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Networks.Derivatives;

/// <summary>Hand-derived derivatives of the simpler quantities of a teacher-student pair.</summary>
public static class ObservableDerivatives
{
    /// <summary>
    /// Of the potential g = sum_i (|b_i| - |a_i|): the directions of the columns, negated for the student; a zero column counts as smooth.
    /// </summary>
    /// <param name="model">Student and teacher.</param>
    /// <param name="factor">What g is multiplied by.</param>
    public static PairGradient OfPotential(TeacherStudent model, double factor = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new PairGradient(Directions(model.Student, -factor), Directions(model.Teacher, factor));
    }

    /// <summary>Of ||W* - W||_F^2.</summary>
    /// <param name="model">Student and teacher.</param>
    public static PairGradient OfSquaredDistance(TeacherStudent model)
    {
        ArgumentNullException.ThrowIfNull(model);
        DenseMatrix twice = model.Teacher.Weights.Subtract(model.Student.Weights).Scale(2);
        return new PairGradient(twice.Scale(-1), twice);
    }

    /// <summary>
    /// Of the population loss, which is symmetric in student and teacher: both parts are closed-form gradients; null where a column of
    /// either network vanishes.
    /// </summary>
    /// <param name="model">Student, teacher and activation.</param>
    public static PairGradient? OfLoss(TeacherStudent model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var exchanged = new TeacherStudent(model.Teacher.Weights, model.Student.Weights, model.Activation);
        return PopulationGradient.TryNegativeGradient(model, out DenseMatrix? student)
            && PopulationGradient.TryNegativeGradient(exchanged, out DenseMatrix? teacher)
                ? new PairGradient(student.Scale(-1), teacher.Scale(-1))
                : null;
    }

    /// <summary>Of a constant.</summary>
    /// <param name="model">Student and teacher.</param>
    public static PairGradient OfConstant(TeacherStudent model)
    {
        ArgumentNullException.ThrowIfNull(model);
        DenseMatrix zero = DenseMatrix.Zero(model.Dimension, model.Dimension);
        return new PairGradient(zero, zero);
    }

    private static DenseMatrix Directions(NeuronColumns neurons, double factor)
    {
        int d = neurons.Dimension;
        double[] values = new double[d * d];
        for (int j = 0; j < d; j++)
        {
            ReadOnlySpan<double> unit = neurons.Unit(j);
            for (int k = 0; k < d; k++)
            {
                values[(k * d) + j] = factor * unit[k];
            }
        }

        return DenseMatrix.Adopt(d, d, values);
    }
}
