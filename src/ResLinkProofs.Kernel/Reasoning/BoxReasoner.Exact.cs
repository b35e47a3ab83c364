using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Polynomials;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reasoning;

/// <content>Conclusions from exact arithmetic, where enclosures cannot tell a difference from zero.</content>
public sealed partial class BoxReasoner
{
    private const long NormalFormBudget = 1L << 20;

    /// <summary>
    /// True when the difference of an atom is, by its normal form with what the enclosures over the box tell, one rational number at which the atom fails, and
    /// the formula fails with it.
    /// </summary>
    /// <param name="node">An atom.</param>
    public bool IsRefutedByIdentity(int node)
    {
        EnsureValues();
        if (node < 0 || node >= _nodes.Length || _nodes[node].Kind != FormulaNodeKind.Atom
            || new NormalForms(_tape, NormalFormBudget, _slots).Of(_nodes[node].Slot) is not { } form
            || NormalForms.ConstantValue(form) is not { } value)
        {
            return false;
        }

        _truth.CopyTo(_refined, 0);
        _refined[node] = CompiledFormula.Decide(_nodes[node].Relation, Interval.Point(value.Sign));
        return RefinedTruth() == Truth.False;
    }

    /// <summary>The statements by which <see cref="Anchoring"/> shows that no point of the box satisfies the formula; null where it does not apply.</summary>
    /// <param name="node">An atom that every point of interest must satisfy.</param>
    /// <param name="variable">The variable along which it is followed.</param>
    /// <param name="anchor">Where its difference is largest, as a term in the other variables.</param>
    /// <param name="isStrict">Whether it is strictly smaller elsewhere.</param>
    public IReadOnlyList<Statement>? Anchored(int node, int variable, Term anchor, bool isStrict)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        EnsureValues();
        if (variable < 0 || variable >= _box.Length || node < 0 || node >= _nodes.Length)
        {
            return null;
        }

        int[] required = [.. Enumerable.Range(0, _nodes.Length).Where(k => _required[k] && _nodes[k].Kind == FormulaNodeKind.Atom)];
        return Anchoring.Reduce(Problem, _box, required, node, variable, anchor, isStrict);
    }
}
