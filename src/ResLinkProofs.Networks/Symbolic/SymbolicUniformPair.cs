using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Networks.Symbolic;

/// <summary>
/// The closed forms on pairs in which all neurons are alike: W = lambda (I - P) + mu P and W* = lambda* (I - P) + mu* P with P =
/// u u^T/d and u the vector of ones. They form an invariant family of gradient descent with the four eigenvalues as coordinates
/// in every dimension, so that what a descent does to a d x d matrix is a map of two numbers. The spectral norm ball is a box.
/// </summary>
/// <remarks>
/// The same formulas as <see cref="SymbolicTeacherStudent"/>, against which they are tested.
/// </remarks>
public sealed class SymbolicUniformPair
{
    private readonly int _others;

    /// <summary>Builds the closed forms.</summary>
    /// <param name="dimension">d, at least 2.</param>
    /// <param name="bulk">lambda: the eigenvalue of W orthogonal to u.</param>
    /// <param name="mean">mu: the eigenvalue of W at u.</param>
    /// <param name="teacherBulk">lambda*.</param>
    /// <param name="teacherMean">mu*.</param>
    /// <param name="activation">The activation; ReLU by default.</param>
    public SymbolicUniformPair(
        int dimension, Term bulk, Term mean, Term teacherBulk, Term teacherMean, SymbolicActivation activation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 2);
        (Dimension, Bulk, Mean, TeacherBulk, TeacherMean) = (dimension, bulk, mean, teacherBulk, teacherMean);
        _others = dimension - 1;
        Term squaredNorm = SquaredNorm(bulk, mean), teacherSquaredNorm = SquaredNorm(teacherBulk, teacherMean);
        Term norm = Term.Sqrt(squaredNorm), teacherNorm = Term.Sqrt(teacherSquaredNorm);

        // |b|^2 - |a|^2 over |b| + |a|: no digits are lost where the norms nearly agree.
        Term gap = ((_others * (teacherBulk - bulk) * (2 + teacherBulk + bulk)) + ((teacherMean - mean) * (2 + teacherMean + mean)))
            / (dimension * (teacherNorm + norm));
        Potential = dimension * gap;

        Term amongStudents = Clamp(OtherProduct(bulk, mean, bulk, mean) / squaredNorm);
        Term toTeacher = Clamp(OtherProduct(bulk, mean, teacherBulk, teacherMean) / (norm * teacherNorm));
        SymbolicAngle own = OwnAngle(norm, teacherNorm);

        // N_j = sum_i (pi/2)(b_i - a_i) + (pi/2 - theta_{i*j}) b_i - (pi/2 - theta_ij) a_i + (|b_i| sin theta_{i*j}
        // - |a_i| sin theta_ij) a_j/|a_j|. All i other than j contribute alike; sum_i a_i = (1 + mu) u.
        Term turnedTeacher = Term.Asin(toTeacher), turnedStudent = Term.Asin(amongStudents), half = Term.Pi / 2;
        Term along = ((_others * ((teacherNorm * Sine(toTeacher)) - (norm * Sine(amongStudents)))) + (teacherNorm * own.Sine)) / norm;
        Term ofStudent = along - half + turnedStudent, ofTeacher = half - own.Radians - turnedTeacher;
        FieldBulk = (ofTeacher * (1 + teacherBulk)) + (ofStudent * (1 + bulk));
        FieldMean = (dimension * ((half * (teacherMean - mean)) + (turnedTeacher * (1 + teacherMean)) - (turnedStudent * (1 + mean))))
            + (ofTeacher * (1 + teacherMean)) + (ofStudent * (1 + mean));
        GradientBulk = activation.ScaledGradient(FieldBulk, Term.Zero);
        GradientMean = activation.ScaledGradient(FieldMean, dimension * (teacherMean - mean));
    }

    /// <summary>d.</summary>
    public int Dimension { get; }

    /// <summary>lambda.</summary>
    public Term Bulk { get; }

    /// <summary>mu.</summary>
    public Term Mean { get; }

    /// <summary>lambda*.</summary>
    public Term TeacherBulk { get; }

    /// <summary>mu*.</summary>
    public Term TeacherMean { get; }

    /// <summary>The eigenvalue orthogonal to u of the field N of ReLU.</summary>
    public Term FieldBulk { get; }

    /// <summary>The eigenvalue of N at u.</summary>
    public Term FieldMean { get; }

    /// <summary>pi times the eigenvalue of -grad L orthogonal to u; <see cref="FieldBulk"/> for ReLU.</summary>
    public Term GradientBulk { get; }

    /// <summary>pi times the eigenvalue of -grad L at u.</summary>
    public Term GradientMean { get; }

    /// <summary>The potential g.</summary>
    public Term Potential { get; }

    /// <summary>|W* - W|_F^2.</summary>
    public Term SquaredDistance => (_others * Term.Square(TeacherBulk - Bulk)) + Term.Square(TeacherMean - Mean);

    /// <summary>The inner product of N with W* - W.</summary>
    public Term ReluInnerProduct => (_others * FieldBulk * (TeacherBulk - Bulk)) + (FieldMean * (TeacherMean - Mean));

    /// <summary>The inner product of -grad L with W* - W.</summary>
    public Term InnerProduct => ((_others * GradientBulk * (TeacherBulk - Bulk)) + (GradientMean * (TeacherMean - Mean))) / Term.Pi;

    /// <summary>|W|_2.</summary>
    public Term StudentNorm => Term.Max(Term.Abs(Bulk), Term.Abs(Mean));

    /// <summary>(u, s) with s = (W* - W) u = (mu* - mu) u.</summary>
    public Term SumOfDisplacement => Dimension * (TeacherMean - Mean);

    /// <summary>|s|^2.</summary>
    public Term SquaredDisplacement => Dimension * Term.Square(TeacherMean - Mean);

    private static Term Clamp(Term cosine) => Term.Max(-1, Term.Min(1, cosine));

    private static Term Sine(Term cosine) => Term.Sqrt(Term.Max(0, 1 - Term.Square(cosine)));

    // |a_j|^2 for a_j = (1 + lambda)(e_j - u/d) + (1 + mu) u/d.
    private Term SquaredNorm(Term bulk, Term mean) => ((_others * Term.Square(1 + bulk)) + Term.Square(1 + mean)) / Dimension;

    // a_j . b_i for different i and j: (1 + mu)(1 + mu*) - (1 + lambda)(1 + lambda*), over d.
    private Term OtherProduct(Term bulk, Term mean, Term otherBulk, Term otherMean) =>
        (mean + otherMean + (mean * otherMean) - bulk - otherBulk - (bulk * otherBulk)) / Dimension;

    // By the chord between a_j/|a_j| and b_j/|b_j|, as sums of squares over the orthogonal vectors e_j - u/d and u/d.
    private SymbolicAngle OwnAngle(Term norm, Term teacherNorm)
    {
        Term bulk = ((1 + Bulk) / norm) - ((1 + TeacherBulk) / teacherNorm), mean = ((1 + Mean) / norm) - ((1 + TeacherMean) / teacherNorm);
        return SymbolicAngle.FromChord(Term.Sqrt(((_others * Term.Square(bulk)) + Term.Square(mean)) / Dimension));
    }
}
