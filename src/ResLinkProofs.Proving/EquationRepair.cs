using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Proving;

/// <summary>
/// Moves an exact point onto the equations of a problem, one after another, by solving each for a variable in which it is affine
/// and that no earlier equation has used. A candidate only: the kernel confirms what comes out.
/// </summary>
internal sealed class EquationRepair(EmptinessProblem problem)
{
    private readonly int[] _equations = [.. problem.Nodes.Where(
        n => n.Kind == FormulaNodeKind.Atom && n.Relation == Relation.Equal).Select(n => n.Slot)];

    public bool HasEquations => _equations.Length > 0;

    /// <summary>The moved point, or null when some equation could not be solved.</summary>
    public Rational[]? Repair(Rational[] point)
    {
        Rational[] moved = [.. point];
        bool[] used = new bool[point.Length];
        foreach (int slot in _equations)
        {
            if (Value(slot, moved) is not { } residual)
            {
                return null;
            }

            if (residual.Sign != 0 && !TrySolve(slot, moved, used, residual))
            {
                return null;
            }
        }

        return moved;
    }

    private bool TrySolve(int slot, Rational[] point, bool[] used, Rational residual)
    {
        for (int i = 0; i < point.Length; i++)
        {
            Rational start = point[i];
            point[i] = start + Rational.One;
            if (!used[i] && Value(slot, point) is { } shifted && shifted != residual)
            {
                point[i] = start - (residual / (shifted - residual));
                if (Value(slot, point) is { Sign: 0 })
                {
                    used[i] = true;
                    return true;
                }
            }

            point[i] = start;
        }

        return false;
    }

    private Rational? Value(int slot, Rational[] point) => RationalEvaluation.Run(problem.Tape, point)[slot];
}
