using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Networks.Symbolic;

/// <summary>Matrices whose entries are variables.</summary>
public static class SymbolicMatrix
{
    /// <summary>The name of one entry, e.g. <c>W[1,2]</c>; rows and columns count from 1 as in the sources.</summary>
    /// <param name="matrix">The name of the matrix.</param>
    /// <param name="row">Row, from 0.</param>
    /// <param name="column">Column, from 0.</param>
    public static string EntryName(string matrix, int row, int column) => $"{matrix}[{row + 1},{column + 1}]";

    /// <summary>The names of all entries, row by row.</summary>
    /// <param name="matrix">The name of the matrix.</param>
    /// <param name="size">The number of rows and of columns.</param>
    public static IReadOnlyList<IReadOnlyList<string>> EntryNames(string matrix, int size) =>
        [.. Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Select(j => EntryName(matrix, i, j)).ToArray())];

    /// <summary>A square matrix of variables.</summary>
    /// <param name="matrix">The name of the matrix.</param>
    /// <param name="size">The number of rows and of columns.</param>
    public static Term[,] Variables(string matrix, int size)
    {
        var entries = new Term[size, size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                entries[i, j] = Term.Variable(EntryName(matrix, i, j));
            }
        }

        return entries;
    }

    /// <summary>The largest singular value of a matrix of at most two rows.</summary>
    /// <param name="matrix">1 x 1 or 2 x 2.</param>
    /// <exception cref="ArgumentException">The matrix is larger.</exception>
    public static Term SpectralNorm(Term[,] matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.Length == 1)
        {
            return Term.Abs(matrix[0, 0]);
        }

        if (matrix.GetLength(0) != 2 || matrix.GetLength(1) != 2)
        {
            throw new ArgumentException(
                $"There is no closed form for {matrix.GetLength(0)} x {matrix.GetLength(1)}; only for 1 x 1 and 2 x 2.", nameof(matrix));
        }

        Term square = Term.Sum(matrix.Cast<Term>().Select(Term.Square));
        Term determinant = (matrix[0, 0] * matrix[1, 1]) - (matrix[0, 1] * matrix[1, 0]);
        return Term.Sqrt((square + Term.Sqrt(Term.Max(0, Term.Square(square) - (4 * Term.Square(determinant))))) / 2);
    }
}
