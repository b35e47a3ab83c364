using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Proving;

/// <summary>
/// Moves an exact point onto the equations of a problem: one after another, each solved for a variable in which it is affine and that no earlier one has
/// used, going back where a choice leads nowhere; or all of them together, when they are affine. A candidate only: the kernel confirms what comes out.
/// </summary>
internal sealed class EquationRepair(EmptinessProblem problem)
{
    private const int MaximumTrials = 200;

    private readonly int[] _equations =
        [.. problem.Nodes.Where(n => n.Kind == FormulaNodeKind.Atom && n.Relation == Relation.Equal).Select(n => n.Slot).Distinct()];

    private int _trials;

    public bool HasEquations => _equations.Length > 0;

    /// <summary>The moved point, or null when the equations could not be solved.</summary>
    public Rational[]? Repair(Rational[] point)
    {
        _trials = 0;
        Rational[] moved = [.. point];
        return TrySolveFrom(0, moved, new bool[point.Length]) ? moved : SolveTogether(point);
    }

    private bool TrySolveFrom(int equation, Rational[] point, bool[] used)
    {
        if (equation == _equations.Length)
        {
            return _equations.All(slot => Value(slot, point) is { Sign: 0 });
        }

        int slot = _equations[equation];
        if (Value(slot, point) is not { } residual)
        {
            return false;
        }

        if (residual.Sign == 0 && TrySolveFrom(equation + 1, point, used))
        {
            return true;
        }

        for (int i = 0; i < point.Length && _trials < MaximumTrials; i++)
        {
            if (used[i])
            {
                continue;
            }

            Rational start = point[i];
            _trials++;
            point[i] = start + Rational.One;
            if (Value(slot, point) is { } shifted && shifted != residual)
            {
                point[i] = start - (residual / (shifted - residual));
                used[i] = true;
                if (Value(slot, point) is { Sign: 0 } && TrySolveFrom(equation + 1, point, used))
                {
                    return true;
                }

                used[i] = false;
            }

            point[i] = start;
        }

        return false;
    }

    // One step of Newton's method with exact differences, which solves a system that is affine; variables that no pivot takes stay where they are.
    private Rational[]? SolveTogether(Rational[] point)
    {
        int n = point.Length, rows = _equations.Length;
        var table = new Rational[rows, n + 1];
        Rational[] shifted = [.. point];
        for (int r = 0; r < rows; r++)
        {
            if (Value(_equations[r], point) is not { } residual)
            {
                return null;
            }

            table[r, n] = -residual;
            for (int i = 0; i < n; i++)
            {
                shifted[i] += Rational.One;
                if (Value(_equations[r], shifted) is not { } moved)
                {
                    return null;
                }

                table[r, i] = moved - residual;
                shifted[i] = point[i];
            }
        }

        for (int r = 0; r < rows; r++)
        {
            int pivot = Enumerable.Range(0, n).FirstOrDefault(i => table[r, i].Sign != 0, -1);
            if (pivot >= 0)
            {
                Eliminate(table, r, pivot);
            }
        }

        // Every pivot column now has one entry, so that the rows give the moves one by one.
        Rational[] solved = [.. point];
        for (int r = 0; r < rows; r++)
        {
            int pivot = Enumerable.Range(0, n).FirstOrDefault(i => table[r, i].Sign != 0, -1);
            if (pivot >= 0)
            {
                solved[pivot] = point[pivot] + (table[r, n] / table[r, pivot]);
            }
        }

        return _equations.All(slot => Value(slot, solved) is { Sign: 0 }) ? solved : null;
    }

    private static void Eliminate(Rational[,] table, int row, int pivot)
    {
        for (int r = 0; r < table.GetLength(0); r++)
        {
            Rational factor = table[r, pivot] / table[row, pivot];
            for (int i = 0; r != row && factor.Sign != 0 && i < table.GetLength(1); i++)
            {
                table[r, i] -= factor * table[row, i];
            }
        }
    }

    private Rational? Value(int slot, Rational[] point) => RationalEvaluation.Run(problem.Tape, point)[slot];
}
