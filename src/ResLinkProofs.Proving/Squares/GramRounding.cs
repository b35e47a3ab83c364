using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;

namespace ResLinkProofs.Proving.Squares;

/// <summary>
/// Rational Gram matrices near those that were found, and their squares; and what polynomials are left where they are singular.
/// </summary>
internal static class GramRounding
{
    // Of the eigenvalues of a matrix at the centre of a face, those below this share of the largest vanish on the face.
    private const double Vanishing = 1e-4;
    private const double NearSimple = 2e-3, Negligible = 1e-2;

    private static readonly long[] Denominators = [1, 2, 4, 6, 12, 60, 1000, 100_000, 1L << 24, 1L << 40];

    /// <summary>
    /// Squares for every block and multipliers for every equation, or null when no rounding leaves the matrices positive semidefinite.
    /// </summary>
    public static (WeightedSquare[][] Squares, PolynomialTerm[][] Multipliers)? Round(
        GramSystem system, IReadOnlyList<double> free, IReadOnlyList<int> indeterminates)
    {
        foreach (long denominator in Denominators)
        {
            if (free.Any(x => !(Math.Abs(x) < 1e12)))
            {
                return null;
            }

            Rational[] all = system.Complete([.. free.Select(
                x => new Rational(Rational.Floor((Rational.FromDouble(x) * denominator) + new Rational(1, 2)), denominator))]);
            int at = 0;
            var squares = new List<WeightedSquare[]>();
            foreach (GramBlock block in system.Blocks)
            {
                WeightedSquare[]? sum = SquaresOf(block, all.AsSpan(at, block.Entries), indeterminates);
                if (sum is null)
                {
                    break;
                }

                squares.Add(sum);
                at += block.Entries;
            }

            if (squares.Count < system.Blocks.Count)
            {
                continue;
            }

            var multipliers = new List<PolynomialTerm[]>();
            foreach (EquationBlock equation in system.Equations)
            {
                SparsePolynomial multiplier = SparsePolynomial.Of([]);
                foreach (SparsePolynomial monomial in equation.Basis)
                {
                    multiplier = multiplier.Plus(monomial, all[at++]);
                }

                multipliers.Add([.. multiplier.Written(indeterminates)]);
            }

            return ([.. squares], [.. multipliers]);
        }

        return null;
    }

    /// <summary>
    /// The blocks with fewer polynomials: the rational complements of what their matrices annihilate.
    /// The same list when nothing is found to vanish.
    /// </summary>
    public static IReadOnlyList<GramBlock> Reduce(IReadOnlyList<GramBlock> blocks, double[][,] matrices)
    {
        double largest = matrices.Max(m => SymmetricMatrices.Eigen(m).Values.Max());
        bool isSmaller = false;
        var reduced = new List<GramBlock>();
        for (int b = 0; b < blocks.Count; b++)
        {
            (double[] values, double[,] vectors) = SymmetricMatrices.Eigen(matrices[b]);
            int[] vanishing = [.. Enumerable.Range(0, values.Length).Where(k => values[k] <= Vanishing * largest)];
            Rational[][] complement = Complement(
                [.. vanishing.Select(k => Enumerable.Range(0, values.Length).Select(i => vectors[i, k]).ToArray())], values.Length);
            isSmaller |= vanishing.Length > 0;
            if (complement.Length > 0)
            {
                reduced.Add(
                    vanishing.Length == 0
                        ? blocks[b]
                        : blocks[b] with { Basis = [.. complement.Select(row => Combination(row, blocks[b].Basis))] });
            }
        }

        return isSmaller ? reduced : blocks;
    }

    // L D L^T without pivoting, the polynomials in reverse order so that a constant, the first of them, comes last and is squared alone.
    private static WeightedSquare[]? SquaresOf(GramBlock block, ReadOnlySpan<Rational> entries, IReadOnlyList<int> indeterminates)
    {
        int n = block.Size;
        var a = new Rational[n, n];
        for (int i = 0, at = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                a[n - 1 - i, n - 1 - j] = a[n - 1 - j, n - 1 - i] = entries[at++];
            }
        }

        var squares = new List<WeightedSquare>();
        for (int k = 0; k < n; k++)
        {
            Rational pivot = a[k, k];
            if (pivot.Sign < 0 || (pivot.Sign == 0 && Enumerable.Range(k + 1, n - k - 1).Any(i => a[i, k].Sign != 0)))
            {
                return null;
            }

            if (pivot.Sign == 0)
            {
                continue;
            }

            SparsePolynomial root = block.Basis[n - 1 - k];
            for (int i = k + 1; i < n; i++)
            {
                Rational factor = a[i, k] / pivot;
                root = root.Plus(block.Basis[n - 1 - i], factor);
                for (int j = k + 1; j < n && factor.Sign != 0; j++)
                {
                    a[i, j] -= factor * a[k, j];
                }
            }

            squares.Add(new WeightedSquare(pivot, root.Written(indeterminates)));
        }

        return [.. squares];
    }

    private static SparsePolynomial Combination(Rational[] row, IReadOnlyList<SparsePolynomial> basis) =>
        row.Zip(basis).Aggregate(SparsePolynomial.Of([]), (sum, p) => sum.Plus(p.Second, p.First));

    // A basis of the vectors orthogonal to all of the given ones, made rational: these are first
    // brought to echelon form, whose entries are rounded.
    private static Rational[][] Complement(double[][] vectors, int n)
    {
        var pivots = new List<int>();
        for (int k = 0; k < vectors.Length; k++)
        {
            (double size, int row, int column) = (from r in Enumerable.Range(k, vectors.Length - k)
                                                  from c in Enumerable.Range(0, n)
                                                  select (Math.Abs(vectors[r][c]), r, c)).MaxBy(e => e.Item1);
            if (size < Negligible)
            {
                break;
            }

            (vectors[k], vectors[row]) = (vectors[row], vectors[k]);
            double pivot = vectors[k][column];
            vectors[k] = [.. vectors[k].Select(x => x / pivot)];
            for (int r = 0; r < vectors.Length; r++)
            {
                double factor = vectors[r][column];
                if (r != k && factor != 0)
                {
                    vectors[r] = [.. vectors[r].Zip(vectors[k], (x, y) => x - (factor * y))];
                }
            }

            pivots.Add(column);
        }

        var complement = new List<Rational[]>();
        foreach (int free in Enumerable.Range(0, n).Where(c => !pivots.Contains(c)))
        {
            var row = new Rational[n];
            row[free] = Rational.One;
            for (int k = 0; k < pivots.Count; k++)
            {
                row[pivots[k]] = -SimplestRational.Near(vectors[k][free], NearSimple);
            }

            complement.Add(row);
        }

        return [.. complement];
    }
}
