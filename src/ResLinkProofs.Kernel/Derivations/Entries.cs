using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Derivations;

/// <summary>
/// The entry of a matrix at the indices of a scope, as a term over the entries of products and variables: by definition of the sum, the
/// multiple, the diagonal, the matrix of ones, the entrywise function, and of the product with a diagonal factor, (D X)_ij = D_ii X_ij.
/// </summary>
public static class Entries
{
    /// <summary>X_ij as a term.</summary>
    /// <param name="matrix">X.</param>
    /// <param name="scope">The indices: all of them, i = j, or i different from j.</param>
    public static Term Of(MatrixTerm matrix, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return scope != Scope.Whole && (scope == Scope.All || matrix.IsSquare) ? Of(matrix, scope, "")
            : throw new ArgumentException($"A {matrix.Rows} x {matrix.Columns} matrix has no entries of scope {scope}.", nameof(scope));
    }

    // The frame of a diagonal entry: X_ii or X_jj within a pair of indices, or none.
    private static Term Of(MatrixTerm x, Scope scope, string frame)
    {
        Term Operand(int k) => Of(x.Operands[k], scope, frame);
        Term InFrame(MatrixTerm diagonal, string side) => Of(diagonal, Scope.Diagonal, scope == Scope.Diagonal ? frame : side);
        switch (x.Operation)
        {
            case MatrixOperation.Ones:
                return Term.One;
            case MatrixOperation.Identity when scope != Scope.All:
                return scope == Scope.Diagonal ? Term.One : Term.Zero;
            case MatrixOperation.Sum:
                return Operand(0) + Operand(1);
            case MatrixOperation.Scaled:
                return x.Factor * Operand(0);
            case MatrixOperation.Entrywise:
                return Substitution.Apply(x.Function!, Enumerable.Range(0, x.Operands.Count).ToDictionary(k => $"x{k + 1}", Operand));
            case MatrixOperation.Diagonal when scope != Scope.All:
                return scope == Scope.Diagonal ? Operand(0) : Term.Zero;
            case MatrixOperation.OffDiagonal when scope != Scope.All:
                return scope == Scope.Diagonal ? Term.Zero : Operand(0);
            case MatrixOperation.Row:
                return InFrame(x.Operands[0], "row");
            case MatrixOperation.Column:
                return InFrame(x.Operands[0], "column");
            case MatrixOperation.Product when x.Operands[0].Operation == MatrixOperation.Diagonal:
                return InFrame(x.Operands[0].Operands[0], "row") * Operand(1);
            case MatrixOperation.Product when x.Operands[1].Operation == MatrixOperation.Diagonal:
                return Operand(0) * InFrame(x.Operands[1].Operands[0], "column");
            default:
                string text = scope == Scope.Diagonal ? x.OrTranspose().Text : x.Text;
                return Fact.Entry(frame.Length == 0 ? text : $"({frame} {text})");
        }
    }
}
