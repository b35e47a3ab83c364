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

        // The diagonal of C* is within 2 e^2 of 1, where 2 e bounds the difference of the directions.
        build.BoundNorm(M.CosinesOfB - M.I, (1, [b.Transpose()]), (1, [a]), (1, [b.Transpose(), a]));
        MatrixTerm turn = M.DirectionsOfB - M.DirectionsOfA;
        build.BoundNorm(turn, (1, [b]), (-1, [a]));
        MatrixTerm square = turn.Transpose() * turn;
        (Rational bound, Known norm) = build.BoundNorm(square, (1, [turn.Transpose(), turn]));
        Known expanded = build.Identity(Scope.Diagonal, (1, square), (-1, M.DirectionsOfB.Transpose() * M.DirectionsOfB), (2, M.CosinesOfB), (-1, M.CosinesOfA));
        OwnCosine = Entries.Of(M.CosinesOfB, Scope.Diagonal);
        Versine = bound / 2;
        LeastOwnCosine = build.Combine(Scope.Diagonal, OwnCosine >= 1 - Versine, [build.EntryBound(Scope.Diagonal, 1, square), norm, expanded, Student.Unit, Teacher.Unit]);
        LargestOwnCosine = build.Combine(
            Scope.Diagonal, 1 >= OwnCosine, [build.ColumnSquare(Scope.Diagonal, (1, M.DirectionsOfB, 1), (1, M.DirectionsOfA, -1)), Student.Unit, Teacher.Unit]);
        MatrixTerm gap = M.CosinesOfB - M.I;
        build.BoundDiagonal(gap, Versine, [LargestOwnCosine, Candidate.One], [LeastOwnCosine]);
        build.BoundNorm(gap - gap.Diagonal(), (1, [gap]), (-1, [gap.Diagonal()]));
        build.BoundByEqual(OffB, gap - gap.Diagonal(), [], []);
    }

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

    /// <summary>c*_jj, the cosine of a_j and b_j.</summary>
    public Term OwnCosine { get; }

    /// <summary>The bound of 1 - c*_jj.</summary>
    public Rational Versine { get; }

    /// <summary>c*_jj >= 1 - versine.</summary>
    public Known LeastOwnCosine { get; }

    /// <summary>1 >= c*_jj.</summary>
    public Known LargestOwnCosine { get; }
}
