using System.Numerics;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Proving.Matrices;

/// <summary>
/// Definiteness of a symmetric matrix of terms as an ordinary formula without quotients, wherever the entries are defined: by the signs of
/// principal minors (Sylvester).
/// So it may stand in hypotheses and conclusions, negated or not; the kernel decides it exactly at rational points of rational entries, and
/// it is proved like any inequality.
/// </summary>
public static class PrincipalMinors
{
    /// <summary>The most rows for which the formula is written out: it has a minor for each subset of the rows.</summary>
    public const int MostRows = 6;

    /// <summary>Every eigenvalue is positive: all leading minors are.</summary>
    /// <param name="matrix">A symmetric matrix of at most <see cref="MostRows"/> rows.</param>
    /// <exception cref="ArgumentException">It is not square or too large.</exception>
    public static Formula IsPositiveDefinite(Term[,] matrix)
    {
        int n = Require(matrix);
        var minors = new Minors(matrix);
        return Formula.All(Enumerable.Range(1, n).Select(k => minors.Principal((1 << k) - 1) > 0));
    }

    /// <summary>No eigenvalue is negative: no principal minor is.</summary>
    /// <param name="matrix">A symmetric matrix of at most <see cref="MostRows"/> rows.</param>
    /// <exception cref="ArgumentException">It is not square or too large.</exception>
    public static Formula IsPositiveSemidefinite(Term[,] matrix)
    {
        int n = Require(matrix);
        var minors = new Minors(matrix);
        IEnumerable<int> subsets = Enumerable.Range(1, (1 << n) - 1).OrderBy(s => BitOperations.PopCount((uint)s)).ThenBy(s => s);
        return Formula.All(subsets.Select(s => minors.Principal(s) >= 0));
    }

    private static int Require(Term[,] matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        int n = matrix.GetLength(0);
        return n == matrix.GetLength(1) && n <= MostRows ? n
            : throw new ArgumentException(
                $"A matrix of {n} × {matrix.GetLength(1)} is not written out; it must be square, with at most {MostRows} "
                + "rows.",
                nameof(matrix));
    }

    /// <summary>Determinants of submatrices, expanded along their last row; every one is built once.</summary>
    private sealed class Minors(Term[,] matrix)
    {
        private readonly Dictionary<(int Rows, int Columns), Term> _known = [];

        public Term Principal(int set) => Of(set, set);

        private Term Of(int rows, int columns)
        {
            if (rows == 0)
            {
                return Term.One;
            }

            if (_known.TryGetValue((rows, columns), out Term? minor))
            {
                return minor;
            }

            int last = BitOperations.Log2((uint)rows), size = BitOperations.PopCount((uint)rows);
            minor = Term.Zero;
            int place = 0;
            for (int column = 0; column < matrix.GetLength(1); column++)
            {
                if ((columns >> column & 1) == 0)
                {
                    continue;
                }

                place++;
                Term entry = matrix[Math.Max(last, column), Math.Min(last, column)]; // the lower triangle
                if (!entry.IsZero)
                {
                    Term part = entry * Of(rows & ~(1 << last), columns & ~(1 << column));
                    minor = (size + place) % 2 == 0 ? minor + part : minor - part;
                }
            }

            _known.Add((rows, columns), minor);
            return minor;
        }
    }
}
