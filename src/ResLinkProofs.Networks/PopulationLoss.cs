using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Networks;

/// <summary>
/// The population loss L(W) = E (f(x, W) - f(x, W*))^2 for x from N(0, I), in closed form.
/// </summary>
/// <remarks>
/// E sigma(u.x) sigma(v.x) = alpha u.v + (1 - alpha)^2 |u||v| / (2 pi) (sin t + (pi - t) cos t), the arc-cosine kernel. Splitting
/// pi - t = pi/2 + (pi/2 - t) and sin t = 1 - (1 - sin t) collects the linear terms and the norms:
/// L = ((1 + alpha) / 2)^2 |s|^2 + ((1 - alpha)^2 / (2 pi)) (g^2 + Q) with s = (W* - W) u, g the potential, and Q the kernel
/// (pi/2 - t) cos t - (1 - sin t) times |u||v| summed over student pairs, minus twice the mixed pairs, plus teacher pairs.
/// Q cancels near W = W*, so the error is absolute, and the value may come out slightly below zero there. Largest error found:
/// 4 units of 2^-53 at d = 60, where the loss was 3.
/// </remarks>
public static class PopulationLoss
{
    /// <summary>L(W). Defined everywhere, zero columns included.</summary>
    /// <param name="model">Student, teacher and activation.</param>
    /// <param name="workspace">Buffers to reuse, or null.</param>
    /// <param name="threads">At least 1; the result does not depend on it.</param>
    public static double Evaluate(TeacherStudent model, PopulationWorkspace? workspace = null, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        MatrixShape.RequirePositive(threads, nameof(threads));
        workspace ??= new PopulationWorkspace();
        double[] displacement = Potential.Displacement(model);
        double linear = OrderedSum.Dot(displacement, displacement), potential = Potential.Evaluate(model);
        double[] student = RowKernels(model.Student, model.Student, workspace, threads);
        double[] mixed = RowKernels(model.Student, model.Teacher, workspace, threads);
        double[] teacher = RowKernels(model.Teacher, model.Teacher, workspace, threads);
        double[] terms = new double[model.Dimension];
        for (int j = 0; j < terms.Length; j++)
        {
            terms[j] = (student[j] - mixed[j]) + (teacher[j] - mixed[j]);
        }

        double kinked = Math.FusedMultiplyAdd(potential, potential, OrderedSum.Of(terms));
        return model.Activation.LinearWeight * linear + model.Activation.KinkWeight / (2 * Math.PI) * kinked;
    }

    // |u_j| sum_i |v_i| ((pi/2 - t) cos t - (1 - sin t)), for every j.
    private static double[] RowKernels(NeuronColumns rows, NeuronColumns columns, PopulationWorkspace workspace, int threads)
    {
        int d = rows.Dimension;
        AngleTable.RowSums[] sums = new AngleTable.RowSums[d];
        AngleTable.Fill(rows, columns, 1, workspace.First(d * rows.Stride), sums, workspace.Products, threads);
        double[] kernels = new double[d];
        for (int j = 0; j < d; j++)
        {
            kernels[j] = rows.Norms[j] * sums[j].Kernel;
        }

        return kernels;
    }
}
