using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Proving.Squares;

/// <summary>
/// All ways to write a polynomial as sums of squares times facts plus multiples of equations: the unknowns (entries of Gram matrices
/// on and below the diagonal, row by row, then coefficients of multipliers) as affine functions of some of them, in exact arithmetic.
/// </summary>
internal sealed class GramSystem
{
    private readonly Dictionary<int, Rational>[] _rows; // by pivot: the other unknowns of its equation, and under Constant the right side
    private readonly int[] _pivots;

    private const int Constant = -1;

    private GramSystem(
        IReadOnlyList<GramBlock> blocks, IReadOnlyList<EquationBlock> equations,
        int unknowns, Dictionary<int, Dictionary<int, Rational>> solved)
    {
        Blocks = blocks;
        Equations = equations;
        Unknowns = unknowns;
        _pivots = [.. solved.Keys.Order()];
        _rows = [.. _pivots.Select(p => solved[p])];
        Free = [.. Enumerable.Range(0, unknowns).Where(i => !solved.ContainsKey(i))];
    }

    public IReadOnlyList<GramBlock> Blocks { get; }

    public IReadOnlyList<EquationBlock> Equations { get; }

    /// <summary>The number of unknowns.</summary>
    public int Unknowns { get; }

    /// <summary>Those that may be chosen.</summary>
    public IReadOnlyList<int> Free { get; }

    /// <summary>Solves for the unknowns.</summary>
    /// <returns>Null when there is no way.</returns>
    public static GramSystem? Of(SparsePolynomial target, IReadOnlyList<GramBlock> blocks, IReadOnlyList<EquationBlock> equations)
    {
        var rows = new SortedDictionary<Exponents, Dictionary<int, Rational>>();
        void Put(SparsePolynomial value, int unknown, Rational factor)
        {
            foreach ((Exponents monomial, Rational coefficient) in value.Terms)
            {
                if (!rows.TryGetValue(monomial, out Dictionary<int, Rational>? row))
                {
                    rows.Add(monomial, row = []);
                }

                row[unknown] = row.GetValueOrDefault(unknown) + (factor * coefficient);
            }
        }

        int unknowns = 0;
        foreach (GramBlock block in blocks)
        {
            for (int i = 0; i < block.Size; i++)
            {
                SparsePolynomial left = block.Factor.Times(block.Basis[i]);
                for (int j = 0; j <= i; j++)
                {
                    Put(left.Times(block.Basis[j]), unknowns++, i == j ? 1 : 2);
                }
            }
        }

        foreach (EquationBlock equation in equations)
        {
            foreach (SparsePolynomial monomial in equation.Basis)
            {
                Put(equation.Value.Times(monomial), unknowns++, 1);
            }
        }

        Put(target, Constant, 1);
        return Solve([.. rows.Values]) is { } solved ? new(blocks, equations, unknowns, solved) : null;
    }

    /// <summary>All unknowns, from the free ones.</summary>
    public Rational[] Complete(IReadOnlyList<Rational> free)
    {
        var all = new Rational[Unknowns];
        for (int i = 0; i < free.Count; i++)
        {
            all[Free[i]] = free[i];
        }

        for (int p = 0; p < _pivots.Length; p++)
        {
            Rational value = _rows[p].GetValueOrDefault(Constant);
            foreach ((int unknown, Rational coefficient) in _rows[p])
            {
                value = unknown == Constant ? value : value - (coefficient * all[unknown]);
            }

            all[_pivots[p]] = value;
        }

        return all;
    }

    /// <summary>How the unknowns change with a free one, rounded; only those that do.</summary>
    public IEnumerable<(int Unknown, double Coefficient)>[] Columns()
    {
        var columns = new List<(int, double)>[Unknowns];
        foreach (int free in Free)
        {
            columns[free] = [(free, 1)];
        }

        for (int p = 0; p < _pivots.Length; p++)
        {
            foreach ((int unknown, Rational coefficient) in _rows[p])
            {
                if (unknown != Constant && coefficient.Sign != 0)
                {
                    columns[unknown].Add((_pivots[p], -coefficient.ToDouble()));
                }
            }
        }

        return [.. Free.Select(f => (IEnumerable<(int, double)>)columns[f])];
    }

    // Gauss-Jordan elimination; the unknown with the fewest occurrences in a row is solved for, the first of them.
    private static Dictionary<int, Dictionary<int, Rational>>? Solve(List<Dictionary<int, Rational>> rows)
    {
        var solved = new Dictionary<int, Dictionary<int, Rational>>();
        foreach (Dictionary<int, Rational> row in rows)
        {
            foreach (int pivot in row.Keys.Where(solved.ContainsKey).ToArray())
            {
                Eliminate(row, pivot, solved[pivot]);
            }

            int[] candidates = [.. row.Where(e => e.Key != Constant && e.Value.Sign != 0).Select(e => e.Key).Order()];
            if (candidates.Length == 0)
            {
                if (row.GetValueOrDefault(Constant).Sign != 0)
                {
                    return null;
                }

                continue;
            }

            int chosen = candidates[^1];
            Rational scale = row[chosen];
            Dictionary<int, Rational> scaled =
                row.Where(e => e.Key != chosen && e.Value.Sign != 0).ToDictionary(e => e.Key, e => e.Value / scale);
            foreach (Dictionary<int, Rational> other in solved.Values)
            {
                Eliminate(other, chosen, scaled);
            }

            solved.Add(chosen, scaled);
        }

        return solved;
    }

    private static void Eliminate(Dictionary<int, Rational> row, int pivot, Dictionary<int, Rational> by)
    {
        if (!row.Remove(pivot, out Rational factor) || factor.Sign == 0)
        {
            return;
        }

        foreach ((int unknown, Rational coefficient) in by)
        {
            Rational value = row.GetValueOrDefault(unknown) - (factor * coefficient);
            if (value.Sign == 0)
            {
                row.Remove(unknown);
            }
            else
            {
                row[unknown] = value;
            }
        }
    }
}
