using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reasoning;

/// <summary>The kinds of nodes of a formula in negation normal form.</summary>
public enum FormulaNodeKind
{
    /// <summary>A comparison of a slot with zero.</summary>
    Atom,

    /// <summary>All operands hold.</summary>
    And,

    /// <summary>At least one operand holds.</summary>
    Or,
}

/// <summary>One node of a flattened formula, immutable; operands are nodes that come earlier.</summary>
/// <param name="kind">What the node is.</param>
/// <param name="slot">The slot that an atom compares; -1 otherwise.</param>
/// <param name="relation">How an atom compares it with zero.</param>
/// <param name="operands">The operands of "and" and "or"; empty for an atom.</param>
public sealed class FormulaNode(FormulaNodeKind kind, int slot, Relation relation, IEnumerable<int> operands)
{
    /// <summary>What the node is.</summary>
    public FormulaNodeKind Kind { get; } = kind;

    /// <summary>The slot that an atom compares; -1 otherwise.</summary>
    public int Slot { get; } = slot;

    /// <summary>How an atom compares it with zero.</summary>
    public Relation Relation { get; } = relation;

    /// <summary>The operands of "and" and "or"; empty for an atom.</summary>
    public IReadOnlyList<int> Operands { get; } = [.. operands];

    /// <summary>True for nodes that say the same of the same slots and nodes.</summary>
    /// <param name="other">The other node.</param>
    public bool IsSameAs(FormulaNode other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Kind == other.Kind && Slot == other.Slot && Relation == other.Relation && Operands.SequenceEqual(other.Operands);
    }
}
