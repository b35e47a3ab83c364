using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Proving;

/// <summary>Moves a point towards the equations of a problem by Gauss-Newton steps of least length, in floating point.</summary>
internal sealed class EquationPolish(EmptinessProblem problem, PointMeter meter)
{
    private const int MaximumSteps = 20;
    private const int LargestSystem = 12;

    private readonly int[] _equations =
        [.. Enumerable.Range(0, problem.Nodes.Count).Where(k => problem.Nodes[k] is { Kind: FormulaNodeKind.Atom, Relation: Relation.Equal })];

    /// <summary>True when a step would be possible.</summary>
    public bool IsApplicable => _equations.Length is > 0 and <= LargestSystem;

    /// <summary>Moves the point in place.</summary>
    public void Run(Span<double> point)
    {
        int m = _equations.Length, n = point.Length;
        double[][] rows = [.. _equations.Select(_ => new double[n])];
        double[] residuals = new double[m];
        for (int step = 0; step < MaximumSteps; step++)
        {
            double size = 0;
            for (int r = 0; r < m; r++)
            {
                residuals[r] = -meter.Differentiate(_equations[r], point, rows[r]);
                size = Math.Max(size, Math.Abs(residuals[r]));
            }

            if (!(size > 0) || !TrySolve(Gram(rows), residuals))
            {
                return;
            }

            for (int i = 0; i < n; i++)
            {
                for (int r = 0; r < m; r++)
                {
                    point[i] += rows[r][i] * residuals[r];
                }
            }
        }
    }

    private static double[,] Gram(double[][] rows)
    {
        var gram = new double[rows.Length, rows.Length];
        for (int r = 0; r < rows.Length; r++)
        {
            for (int s = 0; s < rows.Length; s++)
            {
                for (int i = 0; i < rows[r].Length; i++)
                {
                    gram[r, s] += rows[r][i] * rows[s][i];
                }
            }
        }

        return gram;
    }

    // Gaussian elimination; what hangs together with no pivot is left out.
    private static bool TrySolve(double[,] matrix, double[] right)
    {
        int n = right.Length;
        for (int p = 0; p < n; p++)
        {
            double pivot = matrix[p, p];
            if (!double.IsFinite(pivot) || !double.IsFinite(right[p]))
            {
                return false;
            }

            bool isDependent = pivot <= 1e-12;
            for (int r = 0; r < n; r++)
            {
                double factor = r == p || isDependent ? 0 : matrix[r, p] / pivot;
                for (int c = 0; c < n && factor != 0; c++)
                {
                    matrix[r, c] -= factor * matrix[p, c];
                }

                right[r] -= factor * right[p];
            }

            if (isDependent)
            {
                right[p] = 0;
            }
        }

        for (int p = 0; p < n; p++)
        {
            right[p] = matrix[p, p] <= 1e-12 ? 0 : right[p] / matrix[p, p];
        }

        return true;
    }
}
