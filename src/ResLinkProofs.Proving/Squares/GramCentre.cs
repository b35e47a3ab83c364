using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Proving.Squares;

/// <summary>
/// Maximises the least eigenvalue of the Gram matrices of a system by Newton's method on a
/// logarithmic barrier, which leads to the middle of the best face.
/// </summary>
internal sealed class GramCentre
{
    private const double FirstWeight = 1, LastWeight = 1e9, WeightGrowth = 10;
    private const int NewtonSteps = 40;
    private const double LargestTrace = 1e4, Ridge = 1e-9, Enough = 1e-3;

    private readonly int[] _sizes;
    private readonly (int Block, int Row, int Column)[] _place; // of every unknown; block -1 for a coefficient of a multiplier
    private readonly double[] _start;
    private readonly (int Unknown, double Coefficient)[][] _columns;
    private readonly (int Block, int Row, int Column, double Value)[][] _directions;
    private readonly double[] _traces;
    private readonly double[] _free;

    public GramCentre(GramSystem system)
    {
        _sizes = [.. system.Blocks.Select(b => b.Size)];
        _place = new (int, int, int)[system.Unknowns];
        int at = 0;
        for (int b = 0; b < _sizes.Length; b++)
        {
            for (int i = 0; i < _sizes[b]; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    _place[at++] = (b, i, j);
                }
            }
        }

        Array.Fill(_place, (-1, 0, 0), at, system.Unknowns - at);
        _start = [.. system.Complete(new Rational[system.Free.Count]).Select(x => x.ToDouble())];
        _columns = [.. system.Columns().Select(c => c.ToArray())];
        _directions = [.. _columns.Select(c => c.Where(e => _place[e.Unknown].Block >= 0)
            .Select(e => (_place[e.Unknown].Block, _place[e.Unknown].Row, _place[e.Unknown].Column, e.Coefficient)).ToArray())];
        _traces = [.. _directions.Select(d => d.Where(e => e.Row == e.Column).Sum(e => e.Value))];
        _free = new double[_columns.Length];
    }

    /// <summary>The free unknowns.</summary>
    public IReadOnlyList<double> Free => _free;

    /// <summary>The operations done, roughly.</summary>
    public long Spent { get; private set; }

    /// <summary>The least eigenvalue reached.</summary>
    public double Least { get; private set; }

    /// <summary>
    /// Improves until the least eigenvalue is positive and near its largest value, or certainly not, or as near zero as can be told.
    /// </summary>
    /// <param name="budget">The operations of floating point that it may take, roughly.</param>
    public void Run(long budget)
    {
        long step = (long)(_free.Length + 1) * (_free.Length + 1) * ((_free.Length / 3) + 16);
        int total = _sizes.Sum();
        Least = Matrices(0).Min(m => SymmetricMatrices.Eigen(m).Values.Min()) - 1;
        for (double weight = FirstWeight; weight <= LastWeight; weight *= WeightGrowth)
        {
            for (int i = 0; i < NewtonSteps && Spent < budget && Step(weight); i++)
            {
                Spent += step;
            }

            // At the centre the largest value is at most so far away.
            double gap = (total + 1) / weight;
            if (Least > Enough || (Least > 0 && gap < Least) || Least + gap < -1e-5)
            {
                return;
            }
        }
    }

    /// <summary>The Gram matrices less a multiple of the unit matrix.</summary>
    public double[][,] Matrices(double shift)
    {
        double[] all = [.. _start];
        for (int f = 0; f < _free.Length; f++)
        {
            foreach ((int unknown, double coefficient) in _columns[f])
            {
                all[unknown] += coefficient * _free[f];
            }
        }

        double[][,] matrices = [.. _sizes.Select(n => new double[n, n])];
        for (int k = 0; k < all.Length; k++)
        {
            (int block, int row, int column) = _place[k];
            if (block >= 0)
            {
                matrices[block][row, column] = matrices[block][column, row] = all[k] - (row == column ? shift : 0);
            }
        }

        return matrices;
    }

    // One step; false when it no longer helps.
    private bool Step(double weight)
    {
        int n = _free.Length;
        double[][,] matrices = Matrices(Least);
        double[][,] inverses = new double[matrices.Length][,];
        double room = LargestTrace - Trace();
        for (int b = 0; b < matrices.Length; b++)
        {
            if (SymmetricMatrices.Cholesky(matrices[b]) is not { } factor)
            {
                return false;
            }

            inverses[b] = SymmetricMatrices.Inverse(factor);
        }

        // The last variable is the eigenvalue.
        var hessian = new double[n + 1, n + 1];
        double[] gradient = new double[n + 1];
        double[][][,] moved = new double[n][][,];
        for (int i = 0; i < n; i++)
        {
            moved[i] = new double[matrices.Length][,];
            foreach (IGrouping<int, (int Block, int Row, int Column, double Value)> entries in _directions[i].GroupBy(e => e.Block))
            {
                moved[i][entries.Key] = Sandwich(inverses[entries.Key], entries);
            }

            gradient[i] = (_traces[i] / room) + (Ridge * _free[i]) - _directions[i]
                .Sum(e => Doubled(e) * inverses[e.Block][e.Row, e.Column]);
            for (int j = 0; j <= i; j++)
            {
                double sum = _traces[i] * _traces[j] / (room * room);
                foreach ((int block, int row, int column, double value) in _directions[j])
                {
                    sum += moved[i][block] is { } m ? Doubled((block, row, column, value)) * m[row, column] : 0;
                }

                hessian[i, j] = hessian[j, i] = sum + (i == j ? Ridge : 0);
            }

            double across = 0;
            foreach (double[,]? m in moved[i])
            {
                for (int k = 0; m is not null && k < m.GetLength(0); k++)
                {
                    across -= m[k, k];
                }
            }

            hessian[n, i] = hessian[i, n] = across;
        }

        gradient[n] = -weight;
        foreach (double[,] inverse in inverses)
        {
            for (int i = 0; i < inverse.GetLength(0); i++)
            {
                gradient[n] += inverse[i, i];
                for (int j = 0; j < inverse.GetLength(0); j++)
                {
                    hessian[n, n] += inverse[i, j] * inverse[i, j];
                }
            }
        }

        double[,]? root = SymmetricMatrices.Cholesky(hessian);
        for (double ridge = 1e-12; root is null && ridge < 1; ridge *= 100)
        {
            for (int i = 0; i <= n; i++)
            {
                hessian[i, i] *= 1 + ridge;
            }

            root = SymmetricMatrices.Cholesky(hessian);
        }

        if (root is null)
        {
            return false;
        }

        double[] step = SymmetricMatrices.Solve(root, gradient);
        double decrement = step.Zip(gradient, (a, b) => a * b).Sum();
        return decrement > 1e-9 && Move(step, weight, decrement);
    }

    private bool Move(double[] step, double weight, double decrement)
    {
        double[] before = [.. _free];
        double least = Least, value = Barrier(weight);
        for (double length = 1; length > 1e-9; length /= 2)
        {
            for (int i = 0; i < _free.Length; i++)
            {
                _free[i] = before[i] - (length * step[i]);
            }

            Least = least - (length * step[^1]);
            if (Barrier(weight) < value - (1e-4 * length * decrement))
            {
                return true;
            }
        }

        before.CopyTo(_free, 0);
        Least = least;
        return false;
    }

    private double Trace() => Matrices(0).Sum(m => Enumerable.Range(0, m.GetLength(0)).Sum(i => m[i, i]));

    private double Barrier(double weight)
    {
        double room = LargestTrace - Trace();
        double sum = (-weight * Least) + (room > 0 ? -Math.Log(room) : double.PositiveInfinity) + (Ridge / 2 * _free.Sum(x => x * x));
        foreach (double[,] matrix in Matrices(Least))
        {
            if (SymmetricMatrices.Cholesky(matrix) is not { } factor)
            {
                return double.PositiveInfinity;
            }

            for (int i = 0; i < factor.GetLength(0); i++)
            {
                sum -= 2 * Math.Log(factor[i, i]);
            }
        }

        return sum;
    }

    private static double Doubled((int Block, int Row, int Column, double Value) entry) =>
        entry.Row == entry.Column ? entry.Value : 2 * entry.Value;

    // A F A for a symmetric F with few entries.
    private static double[,] Sandwich(double[,] a, IEnumerable<(int Block, int Row, int Column, double Value)> entries)
    {
        int n = a.GetLength(0);
        var result = new double[n, n];
        foreach ((_, int row, int column, double value) in entries)
        {
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    result[i, j] += value * ((a[i, row] * a[column, j]) + (row == column ? 0 : a[i, column] * a[row, j]));
                }
            }
        }

        return result;
    }
}
