using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Networks;

/// <summary>The potential and its companions: g, A, and s = (W* - W) u.</summary>
public static class Potential
{
    /// <summary>g = sum_i (|b_i| - |a_i|).</summary>
    /// <param name="model">Student and teacher.</param>
    public static double Evaluate(TeacherStudent model) => OrderedSum.Of(NormDifferences(model));

    /// <summary>g_j = sum over i other than j of (|b_i| - |a_i|).</summary>
    /// <param name="model">Student and teacher.</param>
    /// <param name="neuron">j, from 0 to d - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">j is outside its range.</exception>
    public static double WithoutNeuron(TeacherStudent model, int neuron)
    {
        double[] differences = NormDifferences(model);
        RequireNeuron(model, neuron);
        differences[neuron] = 0;
        return OrderedSum.Of(differences);
    }

    /// <summary>
    /// |b_i| - |a_i| for every i, as (b_i - a_i).(b_i + a_i) / (|b_i| + |a_i|): accurate also where the norms nearly agree.
    /// </summary>
    /// <param name="model">Student and teacher.</param>
    public static double[] NormDifferences(TeacherStudent model)
    {
        ArgumentNullException.ThrowIfNull(model);
        NeuronColumns a = model.Student, b = model.Teacher;
        double[] differences = new double[model.Dimension];
        for (int k = 0; k < model.Dimension; k++)
        {
            ReadOnlySpan<double> w = a.Weights.Row(k), target = b.Weights.Row(k), column = a.Columns.Row(k), other = b.Columns.Row(k);
            for (int i = 0; i < differences.Length; i++)
            {
                // Divided first, so that no intermediate leaves the range of double.
                double total = a.Norms[i] + b.Norms[i];
                double direction = total == 0 ? 0 : column[i] / total + other[i] / total;
                differences[i] = Math.FusedMultiplyAdd(target[i] - w[i], direction, differences[i]);
            }
        }

        return differences;
    }

    /// <summary>A = sum_i (b_i (b_i/|b_i|)^T - a_i (a_i/|a_i|)^T), d x d: its trace is g.</summary>
    /// <param name="model">Student and teacher; a zero column contributes nothing.</param>
    /// <param name="threads">At least 1; the result does not depend on it.</param>
    public static DenseMatrix MatrixA(TeacherStudent model, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        return OuterProducts(model.Teacher, threads).Subtract(OuterProducts(model.Student, threads));
    }

    /// <summary>A_j: the sum over i other than j.</summary>
    /// <param name="model">Student and teacher.</param>
    /// <param name="neuron">j, from 0 to d - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">j is outside its range.</exception>
    public static DenseMatrix MatrixWithoutNeuron(TeacherStudent model, int neuron)
    {
        ArgumentNullException.ThrowIfNull(model);
        RequireNeuron(model, neuron);
        return MatrixA(model).Subtract(OuterProduct(model.Teacher, neuron)).Add(OuterProduct(model.Student, neuron));
    }

    /// <summary>s = (W* - W) u with u the vector of ones, length d.</summary>
    /// <param name="model">Student and teacher.</param>
    public static double[] Displacement(TeacherStudent model)
    {
        ArgumentNullException.ThrowIfNull(model);
        double[] displacement = new double[model.Dimension], differences = new double[model.Dimension];
        for (int k = 0; k < displacement.Length; k++)
        {
            ReadOnlySpan<double> w = model.Student.Weights.Row(k), target = model.Teacher.Weights.Row(k);
            for (int i = 0; i < differences.Length; i++)
            {
                differences[i] = target[i] - w[i];
            }

            displacement[k] = OrderedSum.Of(differences);
        }

        return displacement;
    }

    private static DenseMatrix OuterProducts(NeuronColumns neurons, int threads)
    {
        int d = neurons.Dimension;
        double[] values = new double[d * d];
        MatrixSpan<double> target = new(values, d, d);
        DenseProduct.Multiply(neurons.Columns.AsSpan(), neurons.UnitRows, target, new ProductWorkspace(), threads);
        return DenseMatrix.Adopt(d, d, values);
    }

    private static DenseMatrix OuterProduct(NeuronColumns neurons, int neuron)
    {
        ReadOnlySpan<double> unit = neurons.Unit(neuron);
        double[] column = neurons.Columns.Column(neuron), values = new double[unit.Length * unit.Length];
        for (int k = 0; k < unit.Length; k++)
        {
            for (int l = 0; l < unit.Length; l++)
            {
                values[k * unit.Length + l] = column[k] * unit[l];
            }
        }

        return DenseMatrix.FromRows(unit.Length, unit.Length, values);
    }

    private static void RequireNeuron(TeacherStudent model, int neuron)
    {
        if ((uint)neuron >= (uint)model.Dimension)
        {
            throw new ArgumentOutOfRangeException(nameof(neuron), neuron, $"The neuron must be from 0 to {model.Dimension - 1}.");
        }
    }
}
