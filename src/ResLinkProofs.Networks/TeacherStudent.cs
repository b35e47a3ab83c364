using ResLinkProofs.LinearAlgebra;

namespace ResLinkProofs.Networks;

/// <summary>
/// The model: a student f(x, W) = sum_j sigma(e_j + w_j, x) and a teacher with W*, both
/// with identity mapping, on inputs x from N(0, I). Immutable.
/// </summary>
public sealed class TeacherStudent
{
    /// <summary>A student and a teacher of the same size.</summary>
    /// <param name="student">W, d x d with d at least 1.</param>
    /// <param name="teacher">W*, d x d.</param>
    /// <param name="activation">sigma; ReLU when omitted.</param>
    /// <exception cref="ArgumentException">A matrix is not square, or the sizes differ.</exception>
    public TeacherStudent(DenseMatrix student, DenseMatrix teacher, Activation? activation = null)
        : this(new NeuronColumns(student), new NeuronColumns(teacher), activation ?? Activation.Relu)
    {
    }

    private TeacherStudent(NeuronColumns student, NeuronColumns teacher, Activation activation)
    {
        if (student.Dimension != teacher.Dimension)
        {
            throw new ArgumentException(
                $"teacher is {teacher.Dimension} x {teacher.Dimension}; it must be {student.Dimension} x {student.Dimension} like student.",
                nameof(teacher));
        }

        Student = student;
        Teacher = teacher;
        Activation = activation;
    }

    /// <summary>d.</summary>
    public int Dimension => Student.Dimension;

    /// <summary>The student's neurons a_j = e_j + w_j.</summary>
    public NeuronColumns Student { get; }

    /// <summary>The teacher's neurons b_j = e_j + w*_j.</summary>
    public NeuronColumns Teacher { get; }

    /// <summary>sigma.</summary>
    public Activation Activation { get; }

    /// <summary>The same teacher with another student; the teacher's norms and directions are kept.</summary>
    /// <param name="student">W, d x d.</param>
    public TeacherStudent WithStudent(DenseMatrix student) => new(new NeuronColumns(student), Teacher, Activation);

    /// <summary>f(x, W).</summary>
    /// <param name="input">x, of length d.</param>
    public double StudentOutput(ReadOnlySpan<double> input) => Output(Student, input);

    /// <summary>f(x, W*).</summary>
    /// <param name="input">x, of length d.</param>
    public double TeacherOutput(ReadOnlySpan<double> input) => Output(Teacher, input);

    /// <summary>theta_{i,j}: the angle between a_i and a_j; 0 for i = j.</summary>
    /// <param name="i">0 to d - 1.</param>
    /// <param name="j">0 to d - 1.</param>
    public Angle StudentAngle(int i, int j) => Angle.Between(Student.Unit(i), Student.Unit(j));

    /// <summary>theta_{i*,j}: the angle between b_i and a_j.</summary>
    /// <param name="i">0 to d - 1, a neuron of the teacher.</param>
    /// <param name="j">0 to d - 1, a neuron of the student.</param>
    public Angle TeacherAngle(int i, int j) => Angle.Between(Teacher.Unit(i), Student.Unit(j));

    private double Output(NeuronColumns neurons, ReadOnlySpan<double> input)
    {
        if (input.Length != Dimension)
        {
            throw new ArgumentException($"input has {input.Length} elements; it must have d = {Dimension}.", nameof(input));
        }

        double[] preactivations = new double[Dimension];
        for (int k = 0; k < Dimension; k++)
        {
            ReadOnlySpan<double> row = neurons.Columns.Row(k);
            for (int j = 0; j < row.Length; j++)
            {
                preactivations[j] = Math.FusedMultiplyAdd(input[k], row[j], preactivations[j]);
            }
        }

        double output = 0;
        foreach (double preactivation in preactivations)
        {
            output += Activation.Apply(preactivation);
        }

        return output;
    }
}
