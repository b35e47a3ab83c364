using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Proving.Linear;

/// <summary>Finds x &gt;= 0 with A x = b in exact arithmetic: the first phase of the simplex method, with Bland's rule, which cannot cycle.</summary>
internal static class ExactFeasibility
{
    /// <summary>A solution, or null when there is none or the pivots run out.</summary>
    /// <param name="rows">The rows of A, each followed by its entry of b.</param>
    /// <param name="pivots">The number of pivots that may be made.</param>
    public static Rational[]? Solve(Rational[][] rows, int pivots)
    {
        int m = rows.Length, n = rows[0].Length - 1;
        int[] basic = new int[m];
        Array.Fill(basic, -1); // -1: the artificial variable of the row
        for (int r = 0; r < m; r++)
        {
            rows[r] = rows[r][n].Sign < 0 ? Array.ConvertAll(rows[r], x => -x) : [.. rows[r]];
        }

        while (true)
        {
            int[] artificial = [.. Enumerable.Range(0, m).Where(r => basic[r] < 0 && rows[r][n].Sign != 0)];
            if (artificial.Length == 0)
            {
                var solution = new Rational[n];
                for (int r = 0; r < m; r++)
                {
                    if (basic[r] >= 0)
                    {
                        solution[basic[r]] = rows[r][n];
                    }
                }

                return solution;
            }

            // The sum of the artificial variables falls when a column with a positive sum over their rows enters.
            int[] watched = [.. Enumerable.Range(0, m).Where(r => basic[r] < 0)];
            int entering = Enumerable.Range(0, n).FirstOrDefault(c => watched.Aggregate(Rational.Zero, (sum, r) => sum + rows[r][c]).Sign > 0, -1);
            if (entering < 0 || pivots-- == 0)
            {
                return null;
            }

            int leaving = -1;
            for (int r = 0; r < m; r++)
            {
                if (rows[r][entering].Sign > 0 && (leaving < 0 || IsTighter(rows, basic, r, leaving, entering, n)))
                {
                    leaving = r;
                }
            }

            Pivot(rows, leaving, entering);
            basic[leaving] = entering;
        }
    }

    private static bool IsTighter(Rational[][] rows, int[] basic, int row, int other, int column, int n)
    {
        int order = (rows[row][n] * rows[other][column]).CompareTo(rows[other][n] * rows[row][column]);
        return order < 0 || (order == 0 && basic[row] < basic[other]);
    }

    private static void Pivot(Rational[][] rows, int row, int column)
    {
        Rational pivot = rows[row][column];
        rows[row] = Array.ConvertAll(rows[row], x => x / pivot);
        for (int r = 0; r < rows.Length; r++)
        {
            Rational factor = rows[r][column];
            if (r == row || factor.Sign == 0)
            {
                continue;
            }

            for (int c = 0; c < rows[r].Length; c++)
            {
                if (rows[row][c].Sign != 0)
                {
                    rows[r][c] -= factor * rows[row][c];
                }
            }
        }
    }
}
