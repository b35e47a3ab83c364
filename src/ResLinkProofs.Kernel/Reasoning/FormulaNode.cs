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

/// <summary>One node of a flattened formula; operands are nodes that come earlier.</summary>
/// <param name="Kind">What the node is.</param>
/// <param name="Slot">The slot that an atom compares; -1 otherwise.</param>
/// <param name="Relation">How an atom compares it with zero.</param>
/// <param name="Operands">The operands of "and" and "or"; empty for an atom.</param>
public sealed record FormulaNode(FormulaNodeKind Kind, int Slot, Relation Relation, IReadOnlyList<int> Operands);
