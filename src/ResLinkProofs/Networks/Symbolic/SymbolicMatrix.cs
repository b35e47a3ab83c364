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
}
