using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Networks.Symbolic;

/// <summary>
/// The teacher-student model for ReLU as matrix terms of every size d: columns a_j of A = I + W
/// (student) and b_j of B = I + W* (teacher). What derivations for every dimension are about, and so
/// trusted to say what the sources say; tests hold it against the floating-point forms.
/// </summary>
public static class MatrixTeacherStudent
{
    private const string Size = "d";

    private static readonly Term X1 = Term.Variable("x1"), X2 = Term.Variable("x2"), X3 = Term.Variable("x3"), X4 = Term.Variable("x4");

    /// <summary>The student's W, d x d.</summary>
    public static MatrixTerm W { get; } = MatrixTerm.Variable("W", Size, Size);

    /// <summary>The teacher's W*, d x d.</summary>
    public static MatrixTerm WStar { get; } = MatrixTerm.Variable("W*", Size, Size);

    /// <summary>The identity.</summary>
    public static MatrixTerm I { get; } = MatrixTerm.Identity(Size);

    /// <summary>The matrix of ones.</summary>
    public static MatrixTerm J { get; } = MatrixTerm.Ones(Size, Size);

    /// <summary>A = I + W.</summary>
    public static MatrixTerm A { get; } = I + W;

    /// <summary>B = I + W*.</summary>
    public static MatrixTerm B { get; } = I + WStar;

    /// <summary>D = W* - W.</summary>
    public static MatrixTerm D { get; } = WStar - W;

    /// <summary>A matrix with |a_j| on its diagonal.</summary>
    public static MatrixTerm LengthsOfA { get; } = MatrixTerm.Entrywise(Term.Sqrt(X1), A.Transpose() * A);

    /// <summary>A matrix with |b_j| on its diagonal.</summary>
    public static MatrixTerm LengthsOfB { get; } = MatrixTerm.Entrywise(Term.Sqrt(X1), B.Transpose() * B);

    /// <summary>The diagonal matrix of 1/|a_j|.</summary>
    public static MatrixTerm InverseLengthsOfA { get; } = MatrixTerm.Entrywise(1 / Term.Sqrt(X1), A.Transpose() * A).Diagonal();

    /// <summary>The diagonal matrix of 1/|b_j|.</summary>
    public static MatrixTerm InverseLengthsOfB { get; } = MatrixTerm.Entrywise(1 / Term.Sqrt(X1), B.Transpose() * B).Diagonal();

    /// <summary>The directions a_j/|a_j|.</summary>
    public static MatrixTerm DirectionsOfA { get; } = A * InverseLengthsOfA;

    /// <summary>The directions b_j/|b_j|.</summary>
    public static MatrixTerm DirectionsOfB { get; } = B * InverseLengthsOfB;

    /// <summary>The cosines of a_i and a_j.</summary>
    public static MatrixTerm CosinesOfA { get; } = DirectionsOfA.Transpose() * DirectionsOfA;

    /// <summary>The cosines of b_i and a_j.</summary>
    public static MatrixTerm CosinesOfB { get; } = DirectionsOfB.Transpose() * DirectionsOfA;

    /// <summary>pi - theta_ij, theta_ij the angle of a_i and a_j.</summary>
    public static MatrixTerm SupplementsOfA { get; } = MatrixTerm.Entrywise(Term.Pi - Term.Acos(X1), CosinesOfA);

    /// <summary>pi - theta_i*j, theta_i*j the angle of b_i and a_j.</summary>
    public static MatrixTerm SupplementsOfB { get; } = MatrixTerm.Entrywise(Term.Pi - Term.Acos(X1), CosinesOfB);

    /// <summary>|b_i| sin theta_i*j - |a_i| sin theta_ij.</summary>
    public static MatrixTerm Heights { get; } = MatrixTerm.Entrywise(
        (X1 * Term.Sin(Term.Acos(X2))) - (X3 * Term.Sin(Term.Acos(X4))), LengthsOfB.Row(), CosinesOfB, LengthsOfA.Row(), CosinesOfA);

    /// <summary>
    /// The field N = -pi grad L, whose column j is the sum over i of (pi - theta_i*j) b_i - (pi -
    /// theta_ij) a_i + (|b_i| sin theta_i*j - |a_i| sin theta_ij) a_j/|a_j|.
    /// </summary>
    public static MatrixTerm ReluField { get; } = (B * SupplementsOfB) - (A * SupplementsOfA) + (DirectionsOfA * (J * Heights).Diagonal());

    /// <summary>d, the trace of the identity.</summary>
    public static Term Dimension => Fact.Inner(I, I);

    /// <summary>The inner product of N with W* - W.</summary>
    public static Term ReluInnerProduct => Fact.Inner(ReluField, D);

    /// <summary>The inner product of -grad L = N/pi with W* - W.</summary>
    public static Term InnerProduct => ReluInnerProduct / Term.Pi;

    /// <summary>||W* - W||_F^2.</summary>
    public static Term SquaredDistance => Fact.Inner(D, D);

    /// <summary>The potential g, the sum of |b_j| - |a_j|.</summary>
    public static Term Potential => Fact.Inner(I, LengthsOfB) - Fact.Inner(I, LengthsOfA);

    /// <summary>The sum over j of the potentials g_j: of |b_i| - |a_i| over different i and j.</summary>
    public static Term SumOfPartialPotentials =>
        Fact.Inner(LengthsOfB.Row(), J.OffDiagonal()) - Fact.Inner(LengthsOfA.Row(), J.OffDiagonal());

    /// <summary>Names of these matrices by their texts, as the report of a derivation writes them.</summary>
    public static IReadOnlyDictionary<string, string> Notation { get; } = new (MatrixTerm Matrix, string Name)[]
    {
        (A, "A"), (B, "B"), (A.Transpose(), "Aᵀ"), (B.Transpose(), "Bᵀ"), (D, "D"),
        (D.Transpose(), "Dᵀ"), (LengthsOfA, "lengths_A"), (LengthsOfB, "lengths_B"),
        (InverseLengthsOfA, "K_A"), (InverseLengthsOfB, "K_B"), (DirectionsOfA, "Ā"),
        (DirectionsOfB, "B̄"), (DirectionsOfA.Transpose(), "Āᵀ"), (DirectionsOfB.Transpose(), "B̄ᵀ"),
        (CosinesOfA, "C"), (CosinesOfB, "C*"), (SupplementsOfA, "P"), (SupplementsOfB, "P*"), (Heights, "S"), (ReluField, "N"),
    }.ToDictionary(n => n.Matrix.Text, n => n.Name);
}
