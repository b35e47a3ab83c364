using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Networks.Symbolic;

/// <summary>
/// The closed forms of the teacher-student model with identity link as terms, for small dimensions: columns
/// a_j = e_j + w_j of I + W (student) and b_j = e_j + w*_j of I + W* (teacher), Gaussian input N(0, I). The same formulas as the
/// floating-point path, against which they are tested.
/// </summary>
public sealed class SymbolicTeacherStudent
{
    private readonly SymbolicVector[] _student;
    private readonly SymbolicVector[] _teacher;
    private readonly SymbolicAngle[,] _amongStudents;
    private readonly SymbolicAngle[,] _teacherToStudent;
    private readonly Lazy<Term[,]> _field;

    /// <summary>Builds the closed forms over given weight matrices.</summary>
    /// <param name="w">The student's W, d x d.</param>
    /// <param name="wStar">The teacher's W*, d x d.</param>
    /// <param name="negativeSlope">The slope alpha of the activation for negative arguments; 0 is ReLU, and the default.</param>
    /// <exception cref="ArgumentException">The matrices are not square or differ in size.</exception>
    public SymbolicTeacherStudent(Term[,] w, Term[,] wStar, Term? negativeSlope = null)
    {
        ArgumentNullException.ThrowIfNull(w);
        ArgumentNullException.ThrowIfNull(wStar);
        int d = w.GetLength(0);
        if (d == 0 || w.GetLength(1) != d || wStar.GetLength(0) != d || wStar.GetLength(1) != d)
        {
            throw new ArgumentException(
                $"W ({d} x {w.GetLength(1)}) and W* "
                    + $"({wStar.GetLength(0)} x {wStar.GetLength(1)}) must be square, of one size d >= 1.", nameof(w));
        }

        Dimension = d;
        NegativeSlope = negativeSlope ?? Term.Zero;
        W = w;
        WStar = wStar;
        _student = Columns(w, d);
        _teacher = Columns(wStar, d);
        _amongStudents = new SymbolicAngle[d, d];
        _teacherToStudent = new SymbolicAngle[d, d];
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < d; j++)
            {
                _amongStudents[i, j] = i == j ? SymbolicAngle.Zero
                    : j < i ? _amongStudents[j, i] : SymbolicAngle.FromCosine(_student[i], _student[j]);
                _teacherToStudent[i, j] = i == j
                    ? SymbolicAngle.FromChord(_teacher[i], _student[j])
                    : SymbolicAngle.FromCosine(_teacher[i], _student[j]);
            }
        }

        _field = new Lazy<Term[,]>(BuildField);
    }

    /// <summary>The names under which a pair of matrices of variables is quantified: the student's, then the teacher's.</summary>
    public static IReadOnlyList<string> MatrixNames { get; } = ["W", "W*"];

    /// <summary>Builds the closed forms over matrices of variables.</summary>
    /// <param name="dimension">The dimension d; at least 1.</param>
    /// <param name="negativeSlope">The slope alpha of the activation for negative arguments; 0 is ReLU, and the default.</param>
    public static SymbolicTeacherStudent OfVariables(int dimension, Term? negativeSlope = null) => new(
        SymbolicMatrix.Variables(MatrixNames[0], dimension), SymbolicMatrix.Variables(MatrixNames[1], dimension), negativeSlope);

    /// <summary>The names of the variables of <see cref="OfVariables"/>: the entries of W row by row, then those of W*.</summary>
    /// <param name="dimension">The dimension d.</param>
    public static IReadOnlyList<string> VariableNames(int dimension) =>
        [.. MatrixNames.SelectMany(name => SymbolicMatrix.EntryNames(name, dimension)).SelectMany(row => row)];

    /// <summary>The dimension d.</summary>
    public int Dimension { get; }

    /// <summary>The slope alpha of the activation for negative arguments.</summary>
    public Term NegativeSlope { get; }

    /// <summary>The activation.</summary>
    public SymbolicActivation Activation => new(NegativeSlope);

    /// <summary>The student's W.</summary>
    public Term[,] W { get; }

    /// <summary>The teacher's W*.</summary>
    public Term[,] WStar { get; }

    /// <summary>The columns a_j = e_j + w_j.</summary>
    public IReadOnlyList<SymbolicVector> Student => _student;

    /// <summary>The columns b_j = e_j + w*_j.</summary>
    public IReadOnlyList<SymbolicVector> Teacher => _teacher;

    /// <summary>The potential g.</summary>
    public Term Potential => Term.Sum(Enumerable.Range(0, Dimension).Select(NormGap));

    /// <summary>||W* - W||_F^2.</summary>
    public Term SquaredDistance => Term.Sum(Indices().Select(k => Term.Square(WStar[k.Row, k.Column] - W[k.Row, k.Column])));

    /// <summary>The field N = -pi grad L of ReLU: entry (row, column j).</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="column">Column j, from 0.</param>
    public Term ReluField(int row, int column) => _field.Value[row, column];

    /// <summary>
    /// Entry of -grad L: N / pi for ReLU; 2 alpha sum_i (b_i - a_i) + ((1 - alpha)^2 / pi) N in general.
    /// </summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="column">Column j, from 0.</param>
    public Term NegativeGradient(int row, int column)
    {
        Term linear = 2 * Activation.LinearWeight * Displacement(row);
        return linear + (Activation.KinkWeight / Term.Pi * ReluField(row, column));
    }

    /// <summary>Entry of -pi grad L: N for ReLU.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="column">Column j, from 0.</param>
    public Term ScaledGradient(int row, int column) => Activation.ScaledGradient(ReluField(row, column), Displacement(row));

    /// <summary>Entry of s = (W* - W) u.</summary>
    /// <param name="row">Row, from 0.</param>
    public Term Displacement(int row) => Term.Sum(Enumerable.Range(0, Dimension).Select(i => WStar[row, i] - W[row, i]));

    /// <summary>The inner product of N with W* - W.</summary>
    public Term ReluInnerProduct => Term.Sum(Indices().Select(k =>
        ReluField(k.Row, k.Column) * (WStar[k.Row, k.Column] - W[k.Row, k.Column])));

    /// <summary>The inner product of -grad L with W* - W.</summary>
    public Term InnerProduct => Term.Sum(Indices().Select(k =>
        NegativeGradient(k.Row, k.Column) * (WStar[k.Row, k.Column] - W[k.Row, k.Column])));

    /// <summary>The population loss L = E (f(x, W) - f(x, W*))^2, in closed form.</summary>
    public Term PopulationLoss
    {
        get
        {
            Term student = Term.Zero, cross = Term.Zero, teacher = Term.Zero;
            foreach ((int i, int j) in Indices())
            {
                student += Covariance(_student[i], _student[j], _amongStudents[i, j]);
                cross += Covariance(_teacher[i], _student[j], _teacherToStudent[i, j]);
                teacher += Covariance(
                    _teacher[i], _teacher[j], i == j ? SymbolicAngle.Zero : SymbolicAngle.FromCosine(_teacher[i], _teacher[j]));
            }

            return student - (2 * cross) + teacher;
        }
    }

    /// <summary>|b_i| - |a_i|.</summary>
    /// <param name="column">Column i, from 0.</param>
    public Term NormGap(int column) => _teacher[column].Norm - _student[column].Norm;

    /// <summary>Entry of the matrix A, summed column by column.</summary>
    /// <param name="row">Row, from 0.</param>
    /// <param name="column">Column, from 0.</param>
    public Term PotentialMatrix(int row, int column) => Term.Sum(Enumerable.Range(0, Dimension).Select(i =>
        (_teacher[i].Entries[row] * _teacher[i].Direction[column]) - (_student[i].Entries[row] * _student[i].Direction[column])));

    private IEnumerable<(int Row, int Column)> Indices() =>
        from row in Enumerable.Range(0, Dimension) from column in Enumerable.Range(0, Dimension) select (row, column);

    // E sigma(u.x) sigma(v.x) = alpha <u,v> + (1 - alpha)^2 / (2 pi) (|u||v| sin t + (pi - t) <u,v>):
    // sigma(z) = alpha z + (1 - alpha) max(z, 0).
    private Term Covariance(SymbolicVector u, SymbolicVector v, SymbolicAngle angle)
    {
        Term product = u.Dot(v);
        Term kernel = ((u.Norm * v.Norm * angle.Sine) + ((Term.Pi - angle.Radians) * product)) / (2 * Term.Pi);
        return (Activation.LinearWeight * product) + (Activation.KinkWeight * kernel);
    }

    private Term[,] BuildField()
    {
        int d = Dimension;
        var field = new Term[d, d];
        for (int j = 0; j < d; j++)
        {
            Term along = Term.Sum(Enumerable.Range(0, d).Select(i =>
                (_teacher[i].Norm * _teacherToStudent[i, j].Sine) - (_student[i].Norm * _amongStudents[i, j].Sine)));
            for (int row = 0; row < d; row++)
            {
                Term sum = Term.Zero;
                for (int i = 0; i < d; i++)
                {
                    sum += (Term.Pi / 2 * (WStar[row, i] - W[row, i]))
                        + (((Term.Pi / 2) - _teacherToStudent[i, j].Radians) * _teacher[i].Entries[row])
                        - (((Term.Pi / 2) - _amongStudents[i, j].Radians) * _student[i].Entries[row]);
                }

                field[row, j] = sum + (along * _student[j].Direction[row]);
            }
        }

        return field;
    }

    private static SymbolicVector[] Columns(Term[,] weights, int d) =>
        [.. Enumerable.Range(0, d).Select(j => new SymbolicVector(
            Enumerable.Range(0, d).Select(i => (i == j ? Term.One : Term.Zero) + weights[i, j])))];
}
