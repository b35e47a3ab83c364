using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving.Derivations;
using M = ResLinkProofs.Networks.Symbolic.MatrixTeacherStudent;

namespace ResLinkProofs.Specs.LiYuan2017.Theorem33Proof.EveryDimension;

/// <summary>
/// What the proof of Theorem 3.3 needs of whole matrices, with explicit constants: norms of W*-W, of the cosines off the diagonal, and of the angles of a_j and b_j. c_ij are the
/// cosines of a_i and a_j, and c*_ij those of b_i and a_j.
/// </summary>
internal sealed class Setting
{
    /// <summary>Derives it.</summary>
    /// <param name="build">The derivation, of whose hypotheses the first two bound |W|_2 and |W*|_2.</param>
    /// <param name="gamma">The bound.</param>
    public Setting(DerivationBuilder build, Rational gamma)
    {
        (Build, Gamma) = (build, gamma);
        build.Remember(M.W, gamma, build.Given(0));
        build.Remember(M.WStar, gamma, build.Given(1));
        build.Remember(M.I, 1, build.Add(new(Rule.NormOfIdentity, Scope.Whole) { Rows = "d" }));
        (Student, Teacher) = (
            new Columns(build, M.W, M.I, M.A, M.LengthsOfA, M.InverseLengthsOfA),
            new Columns(build, M.WStar, M.I, M.B, M.LengthsOfB, M.InverseLengthsOfB));
        build.BoundNorm(M.D, (1, [M.WStar]), (-1, [M.W]));

        // |off C|: C - I = (X - I)^T + (X - I) + (X - I)^T (X - I).
        (MatrixTerm a, MatrixTerm b) = (Student.Deviation, Teacher.Deviation);
        build.BoundNorm(M.CosinesOfA - M.I, (1, [a.Transpose()]), (1, [a]), (1, [a.Transpose(), a]));
        build.BoundByEqual(OffA, M.CosinesOfA - M.I, [Student.Unit], []);

        // The diagonal of C* is near 1.
        Own = new OwnPairs(build, Student, Teacher, gamma);
        build.BoundNorm(M.CosinesOfB - M.I, (1, [b.Transpose()]), (1, [a]), (1, [b.Transpose(), a]));
        MatrixTerm gap = M.CosinesOfB - M.I;
        build.BoundDiagonal(gap, Own.Versine, [Own.Largest, Candidate.One], [Own.Least]);
        build.BoundNorm(gap - gap.Diagonal(), (1, [gap]), (-1, [gap.Diagonal()]));
        build.BoundByEqual(OffB, gap - gap.Diagonal(), [], []);
        (StudentColumns, TeacherColumns, TeacherRows) = (ColumnsOf(Student, Student), ColumnsOf(Teacher, Student), ColumnsOf(Student, Teacher));
    }

    /// <summary>The bound of the sum over i of c_ij^2, i not j, and that it is one.</summary>
    public (Rational Bound, Known Fact) StudentColumns { get; }

    /// <summary>The same for c*_ij.</summary>
    public (Rational Bound, Known Fact) TeacherColumns { get; }

    /// <summary>The same for the sum over j of c*_ij^2.</summary>
    public (Rational Bound, Known Fact) TeacherRows { get; }

    /// <summary>The derivation.</summary>
    public DerivationBuilder Build { get; }

    /// <summary>The bound of the norms of W and W*.</summary>
    public Rational Gamma { get; }

    /// <summary>The columns a_j.</summary>
    public Columns Student { get; }

    /// <summary>The columns b_j.</summary>
    public Columns Teacher { get; }

    /// <summary>The cosines c_ij off the diagonal.</summary>
    public static MatrixTerm OffA { get; } = M.CosinesOfA.OffDiagonal();

    /// <summary>The cosines c*_ij off the diagonal.</summary>
    public static MatrixTerm OffB { get; } = M.CosinesOfB.OffDiagonal();

    /// <summary>D^T D.</summary>
    public static MatrixTerm Gram { get; } = M.D.Transpose() * M.D;

    /// <summary>y_ij, the inner product of a_i/|a_i| and d_j.</summary>
    public static MatrixTerm Along { get; } = M.DirectionsOfA.Transpose() * M.D;

    /// <summary>D^T (directions of A).</summary>
    public static MatrixTerm Turned { get; } = M.D.Transpose() * M.DirectionsOfA;

    /// <summary>D^T (directions of A - I).</summary>
    public MatrixTerm Tilt => M.D.Transpose() * Student.Deviation;

    /// <summary>A^T D.</summary>
    public static MatrixTerm Moved { get; } = M.A.Transpose() * M.D;

    /// <summary>W^T D.</summary>
    public static MatrixTerm Perturbed { get; } = M.W.Transpose() * M.D;

    /// <summary>The pairs of a_j and b_j.</summary>
    public OwnPairs Own { get; }

    // Column j of P^T Q - I is P^T (q_j - e_j) + (P^T - I) e_j, for directions P and Q: |x + y|^2 <= (1 + u^2)|x|^2 + (1 + u^-2)|y|^2. Off the
    // diagonal it is no longer.
    private (Rational Bound, Known Fact) ColumnsOf(Columns p, Columns q)
    {
        MatrixTerm cosines = p.Directions.Transpose() * q.Directions, off = cosines.OffDiagonal(), gap = cosines - M.I, own = cosines.Diagonal();
        MatrixTerm x = p.Directions.Transpose() * q.Deviation, y = p.Deviation.Transpose();
        (Rational norm, Known known) = Build.NormOf(p.Directions);
        Known moved = Build.Pair(Rule.ProductFromLeft, p.Directions.Transpose(), q.Deviation, Scope.Diagonal);
        Rational along = norm * norm * q.SquaredTilt, u = DistinctPairs.Nearby(new Rational((long)(1e6 * Math.Sqrt(Math.Sqrt((p.SquaredSpread / along).ToDouble()))), 1_000_000));
        Known largest = Build.Combine(
            Scope.Diagonal,
            along >= Entries.Of(x.Transpose() * x, Scope.Diagonal),
            [moved, new(1, known, Build.NormIsNonnegative(p.Directions), q.TiltSign), new(1, known, q.TiltSign), q.TiltMost]);
        Known added = Build.Identity(Scope.Diagonal, (1, gap.Transpose() * gap), (-1, x.Transpose() * x), (-2, x.Transpose() * y), (-1, y.Transpose() * y));
        Known young = Build.ColumnSquare(Scope.Diagonal, (1, x, u), (1, y, -(Rational.One / u)));
        Known parts = Build.Identity(
            Scope.Diagonal, (1, off.Transpose() * off), (-1, gap.Transpose() * gap), (2, own * cosines), (-1, own * own), (-2, cosines), (1, M.I));
        Rational bound = DistinctPairs.Above((((1 + (u * u)) * along) + ((1 + (Rational.One / (u * u))) * p.SquaredSpread)).ToDouble());
        return (bound, Build.Combine(
            Scope.Diagonal,
            bound >= Entries.Of(off.Transpose() * off, Scope.Diagonal),
            [parts, new(Entries.Of(cosines, Scope.Diagonal) - 1), added, young, largest, p.SpreadMost, Candidate.One]));
    }
}
