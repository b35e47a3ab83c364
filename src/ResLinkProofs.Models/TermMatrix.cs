using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Models;

/// <summary>Matrices of terms.</summary>
internal static class TermMatrix
{
    public static Term[,] Of(int rows, int columns, Func<int, int, Term> entry)
    {
        var terms = new Term[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                terms[i, j] = entry(i, j);
            }
        }

        return terms;
    }

    public static Term Sum(IEnumerable<Term> terms) => terms.Aggregate((sum, term) => sum + term);

    public static Term[,] Transpose(Term[,] matrix) => Of(matrix.GetLength(1), matrix.GetLength(0), (i, j) => matrix[j, i]);
}
