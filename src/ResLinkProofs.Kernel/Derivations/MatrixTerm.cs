using System.Text.RegularExpressions;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Derivations;

/// <summary>What stands at the root of a matrix term.</summary>
public enum MatrixOperation
{
    /// <summary>A matrix that a theorem quantifies over.</summary>
    Variable,

    /// <summary>The transpose of a variable.</summary>
    Transpose,

    /// <summary>The identity.</summary>
    Identity,

    /// <summary>All entries are 1.</summary>
    Ones,

    /// <summary>X + Y.</summary>
    Sum,

    /// <summary>A rational multiple.</summary>
    Scaled,

    /// <summary>X Y.</summary>
    Product,

    /// <summary>The diagonal part of a square matrix.</summary>
    Diagonal,

    /// <summary>A square matrix with zeros on its diagonal.</summary>
    OffDiagonal,

    /// <summary>Entry (i, j) is X_ii.</summary>
    Row,

    /// <summary>Entry (i, j) is X_jj.</summary>
    Column,

    /// <summary>Entry (i, j) is f(X1_ij, X2_ij, ...).</summary>
    Entrywise,
}

/// <summary>
/// A matrix-valued expression over sizes with names ("1" is one; any other name stands for a positive
/// integer): immutable, and equal exactly when its <see cref="Text"/> is. A vector is a matrix with
/// one column. Sizes are checked where terms are built; transposes are pushed to the variables there.
/// </summary>
public sealed partial class MatrixTerm
{
    // What is written out in full; a hostile file could otherwise double it line by line.
    private const int LongestText = 100_000;

    private MatrixTerm(
        MatrixOperation operation, string rows, string columns, string text,
        MatrixTerm[] operands, Rational factor = default, Term? function = null)
    {
        if (text.Length > LongestText)
        {
            throw new ArgumentException($"The text of a matrix has more than {LongestText} characters.", nameof(text));
        }

        (Operation, Rows, Columns, Text, Operands, Factor, Function) = (operation, rows, columns, text, operands, factor, function);
    }

    /// <summary>The operation at the root.</summary>
    public MatrixOperation Operation { get; }

    /// <summary>The name of the number of rows.</summary>
    public string Rows { get; }

    /// <summary>The name of the number of columns.</summary>
    public string Columns { get; }

    /// <summary>The canonical text.</summary>
    public string Text { get; }

    /// <summary>The operands.</summary>
    public IReadOnlyList<MatrixTerm> Operands { get; }

    /// <summary>The factor of a <see cref="MatrixOperation.Scaled"/>.</summary>
    public Rational Factor { get; }

    /// <summary>The function of an <see cref="MatrixOperation.Entrywise"/>, over x1, x2, ...; null otherwise.</summary>
    public Term? Function { get; }

    /// <summary>True when rows and columns have one name.</summary>
    public bool IsSquare => Rows == Columns;

    /// <summary>A matrix that is quantified over.</summary>
    /// <param name="name">Letters and digits, beginning with a letter, perhaps with an asterisk at the end.</param>
    /// <param name="rows">The name of the number of rows.</param>
    /// <param name="columns">The name of the number of columns.</param>
    public static MatrixTerm Variable(string name, string rows, string columns) => NamePattern().IsMatch(name ?? "")
        ? new(MatrixOperation.Variable, Size(rows), Size(columns), $"{name}[{rows},{columns}]", [])
        : throw new ArgumentException($"'{name}' is no name of a matrix.", nameof(name));

    /// <summary>The identity matrix.</summary>
    /// <param name="size">The name of its size.</param>
    public static MatrixTerm Identity(string size) => new(MatrixOperation.Identity, Size(size), size, $"(identity {size})", []);

    /// <summary>The matrix of ones.</summary>
    /// <param name="rows">The name of the number of rows.</param>
    /// <param name="columns">The name of the number of columns.</param>
    public static MatrixTerm Ones(string rows, string columns) =>
        new(MatrixOperation.Ones, Size(rows), Size(columns), $"(ones {rows} {columns})", []);

    /// <summary>The matrix with entries f(X1_ij, X2_ij, ...).</summary>
    /// <param name="function">A term over the variables x1, x2, ... alone.</param>
    /// <param name="operands">Matrices of one size, at least one.</param>
    public static MatrixTerm Entrywise(Term function, params MatrixTerm[] operands)
    {
        ArgumentNullException.ThrowIfNull(operands);
        MatrixTerm first = operands[0];
        string[] parameters = [.. Enumerable.Range(1, operands.Length).Select(k => $"x{k}")];
        return operands.All(o => o.HasSizeOf(first)) && Fact.NamesIn(function).All(parameters.Contains)
            ? new(
                MatrixOperation.Entrywise, first.Rows, first.Columns,
                $"(map {TermText.Of(function)} {string.Join(' ', operands.Select(o => o.Text))})", [.. operands], function: function)
            : throw new ArgumentException(
                $"An entrywise function takes matrices of one size, as x1 to x{operands.Length}.", nameof(operands));
    }

    /// <summary>X + Y.</summary>
    public static MatrixTerm operator +(MatrixTerm left, MatrixTerm right) => left.HasSizeOf(right)
        ? new(MatrixOperation.Sum, left.Rows, left.Columns, $"(sum {left.Text} {right.Text})", [left, right])
        : throw new ArgumentException(
            $"{left.Rows} x {left.Columns} and {right.Rows} x {right.Columns} matrices have no sum.", nameof(right));

    /// <summary>X - Y.</summary>
    public static MatrixTerm operator -(MatrixTerm left, MatrixTerm right) => left + (-Rational.One * right);

    /// <summary>A rational multiple.</summary>
    public static MatrixTerm operator *(Rational factor, MatrixTerm operand) =>
        new(MatrixOperation.Scaled, operand.Rows, operand.Columns, $"(scaled {factor} {operand.Text})", [operand], factor);

    /// <summary>X Y.</summary>
    public static MatrixTerm operator *(MatrixTerm left, MatrixTerm right) => left.Columns == right.Rows
        ? new(MatrixOperation.Product, left.Rows, right.Columns, $"(product {left.Text} {right.Text})", [left, right])
        : throw new ArgumentException(
            $"{left.Rows} x {left.Columns} and {right.Rows} x {right.Columns} matrices have no product.", nameof(right));

    /// <summary>The transpose.</summary>
    public MatrixTerm Transpose() => Operation switch
    {
        MatrixOperation.Variable => new(MatrixOperation.Transpose, Columns, Rows, $"(transpose {Text})", [this]),
        MatrixOperation.Transpose => Operands[0],
        MatrixOperation.Ones => Ones(Columns, Rows),
        MatrixOperation.Sum => Operands[0].Transpose() + Operands[1].Transpose(),
        MatrixOperation.Scaled => Factor * Operands[0].Transpose(),
        MatrixOperation.Product => Operands[1].Transpose() * Operands[0].Transpose(),
        MatrixOperation.OffDiagonal => Operands[0].Transpose().OffDiagonal(),
        MatrixOperation.Row => Operands[0].Column(),
        MatrixOperation.Column => Operands[0].Row(),
        MatrixOperation.Entrywise => Entrywise(Function!, [.. Operands.Select(o => o.Transpose())]),
        _ => this, // identity, diagonal
    };

    /// <summary>The diagonal part; the diagonals of X and its transpose are one.</summary>
    public MatrixTerm Diagonal() => OfDiagonal(MatrixOperation.Diagonal, "diagonal");

    /// <summary>The part off the diagonal.</summary>
    public MatrixTerm OffDiagonal() => new(MatrixOperation.OffDiagonal, RequireSquare(), Columns, $"(off {Text})", [this]);

    /// <summary>The matrix with entries X_ii.</summary>
    public MatrixTerm Row() => OfDiagonal(MatrixOperation.Row, "row");

    /// <summary>The matrix with entries X_jj.</summary>
    public MatrixTerm Column() => OfDiagonal(MatrixOperation.Column, "column");

    /// <summary>This term or its transpose, whichever has the shorter (then the smaller) text: for what is the same of both.</summary>
    public MatrixTerm OrTranspose()
    {
        MatrixTerm other = Transpose();
        int order = Text.Length != other.Text.Length ? Text.Length - other.Text.Length : string.CompareOrdinal(Text, other.Text);
        return order <= 0 ? this : other;
    }

    /// <summary>True for equal numbers of rows and of columns.</summary>
    /// <param name="other">The other matrix.</param>
    public bool HasSizeOf(MatrixTerm other) => other is not null && Rows == other.Rows && Columns == other.Columns;

    /// <inheritdoc/>
    public override string ToString() => Text;

    private MatrixTerm OfDiagonal(MatrixOperation operation, string name)
    {
        RequireSquare();
        MatrixTerm operand = OrTranspose();
        return new(operation, Rows, Columns, $"({name} {operand.Text})", [operand]);
    }

    private string RequireSquare() =>
        IsSquare ? Rows : throw new ArgumentException($"A {Rows} x {Columns} matrix has no diagonal; it has to be square.");

    private static string Size(string name) =>
        SizePattern().IsMatch(name ?? "") ? name! : throw new ArgumentException($"'{name}' is no name of a size.", nameof(name));

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9]{0,31}\*?\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\A(1|[a-z][a-z0-9]{0,15})\z")]
    private static partial Regex SizePattern();
}
