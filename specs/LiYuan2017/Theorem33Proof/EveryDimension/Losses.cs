using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using M = ResLinkProofs.Networks.Symbolic.MatrixTeacherStudent;

namespace ResLinkProofs.Specs.LiYuan2017.Theorem33Proof.EveryDimension;

/// <summary>Weights of the squares that bound the small parts of the summand of &lt;N, D&gt;.</summary>
internal sealed record Losses
{
    /// <summary>Of D_ij^2.</summary>
    public required Rational Entries { get; init; }

    /// <summary>Of D_ji^2.</summary>
    public required Rational Transposed { get; init; }

    /// <summary>Of (W^T D)_ij^2.</summary>
    public required Rational Perturbed { get; init; }

    /// <summary>Of (D^T (directions of A - I))_ij^2.</summary>
    public required Rational Tilt { get; init; }

    /// <summary>Of (D^T directions of A)_ij^2.</summary>
    public required Rational Turned { get; init; }

    /// <summary>Of (A^T D)_ij^2.</summary>
    public required Rational Moved { get; init; }

    /// <summary>Of c_ij^2 |d_i|^2.</summary>
    public required Rational StudentRow { get; init; }

    /// <summary>Of c_ij^2 |d_j|^2.</summary>
    public required Rational StudentColumn { get; init; }

    /// <summary>Of c*_ij^2 |d_i|^2.</summary>
    public required Rational TeacherRow { get; init; }

    /// <summary>Of c*_ij^2 |d_j|^2.</summary>
    public required Rational TeacherColumn { get; init; }

    /// <summary>The squares, each as a product of two matrices, entry by entry.</summary>
    /// <param name="setting">The setting.</param>
    public IReadOnlyList<(Rational Weight, MatrixTerm Left, MatrixTerm Right)> Parts(Setting setting)
    {
        (MatrixTerm a, MatrixTerm b) = (Squares(Setting.OffA), Squares(Setting.OffB));
        return
        [
            (Entries, M.D, M.D),
            (Transposed, M.D.Transpose(), M.D.Transpose()),
            (Perturbed, Setting.Perturbed, Setting.Perturbed),
            (Tilt, setting.Tilt, setting.Tilt),
            (Turned, Setting.Turned, Setting.Turned),
            (Moved, Setting.Moved, Setting.Moved),
            (StudentRow, a, Setting.Gram.Row()),
            (StudentColumn, a, Setting.Gram.Column()),
            (TeacherRow, b, Setting.Gram.Row()),
            (TeacherColumn, b, Setting.Gram.Column()),
        ];
    }

    /// <summary>Their sum at a pair.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="scope">The indices.</param>
    public Term Summand(Setting setting, Scope scope) => Term.Sum(Parts(setting).Select(p => p.Weight * (Kernel.Derivations.Entries.Of(p.Left, scope) * Kernel.Derivations.Entries.Of(p.Right, scope))));

    /// <summary>The squares of entries.</summary>
    /// <param name="matrix">The matrix.</param>
    public static MatrixTerm Squares(MatrixTerm matrix) => MatrixTerm.Entrywise(Term.Square(Term.Variable("x1")), matrix);
}
