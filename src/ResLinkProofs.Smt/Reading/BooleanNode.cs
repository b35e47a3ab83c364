using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Smt.Reading;

/// <summary>What a <see cref="BooleanNode"/> says.</summary>
internal enum BooleanKind
{
    /// <summary>A comparison of two terms.</summary>
    Comparison,

    /// <summary>The only operand does not hold.</summary>
    Not,

    /// <summary>All operands hold.</summary>
    And,

    /// <summary>At least one operand holds.</summary>
    Or,
}

/// <summary>
/// A formula as it was written: a directed acyclic graph that keeps negations and sharing. The kernel's formulas are trees in
/// negation normal form; <see cref="FormulaConversion"/> makes them in one pass at the end.
/// </summary>
internal sealed class BooleanNode
{
    private BooleanNode(
        BooleanKind kind, IReadOnlyList<BooleanNode> operands, Formula? atom = null,
        Relation relation = default, Term? left = null, Term? right = null) =>
        (Kind, Operands, Atom, Relation, Left, Right) = (kind, operands, atom, relation, left, right);

    public static BooleanNode True { get; } = new(BooleanKind.And, []);

    public static BooleanNode False { get; } = new(BooleanKind.Or, []);

    public BooleanKind Kind { get; }

    public IReadOnlyList<BooleanNode> Operands { get; }

    /// <summary>The comparison as the kernel has it; null for other kinds.</summary>
    public Formula? Atom { get; }

    /// <summary>How <see cref="Left"/> compares with <see cref="Right"/>: at least, above, equal or not equal.</summary>
    public Relation Relation { get; }

    public Term? Left { get; }

    public Term? Right { get; }

    public bool IsTrue => Kind == BooleanKind.And && Operands.Count == 0;

    public bool IsFalse => Kind == BooleanKind.Or && Operands.Count == 0;

    public static BooleanNode Compare(Term left, Relation relation, Term right)
    {
        if (left.Operation == Operation.Literal && right.Operation == Operation.Literal)
        {
            int sign = left.Value.CompareTo(right.Value);
            bool holds = relation switch
            {
                Relation.GreaterOrEqual => sign >= 0,
                Relation.Greater => sign > 0,
                Relation.Equal => sign == 0,
                _ => sign != 0,
            };
            return holds ? True : False;
        }

        if (ReferenceEquals(left, right))
        {
            // Functions are total and have one value, so this also holds where analysis gives none.
            return relation is Relation.GreaterOrEqual or Relation.Equal ? True : False;
        }

        Formula atom = relation switch
        {
            Relation.GreaterOrEqual => left >= right,
            Relation.Greater => left > right,
            Relation.Equal => left.EqualTo(right),
            _ => left.NotEqualTo(right),
        };
        return new(BooleanKind.Comparison, [], atom, relation, left, right);
    }

    public static BooleanNode Not(BooleanNode operand) =>
        operand.IsTrue ? False
            : operand.IsFalse ? True
            : operand.Kind == BooleanKind.Not ? operand.Operands[0]
            : new(BooleanKind.Not, [operand]);

    public static BooleanNode And(params IReadOnlyList<BooleanNode> operands) =>
        Junction(BooleanKind.And, operands, neutral: True, absorbing: False);

    public static BooleanNode Or(params IReadOnlyList<BooleanNode> operands) =>
        Junction(BooleanKind.Or, operands, neutral: False, absorbing: True);

    public static BooleanNode Choose(BooleanNode condition, BooleanNode whenTrue, BooleanNode whenFalse) =>
        Or(And(condition, whenTrue), And(Not(condition), whenFalse));

    public static BooleanNode Equivalent(BooleanNode left, BooleanNode right) => Choose(left, right, Not(right));

    private static BooleanNode Junction(BooleanKind kind, IReadOnlyList<BooleanNode> operands, BooleanNode neutral, BooleanNode absorbing)
    {
        var kept = new List<BooleanNode>(operands.Count);
        foreach (BooleanNode operand in operands)
        {
            if (operand == absorbing)
            {
                return absorbing;
            }

            if (operand != neutral)
            {
                kept.Add(operand);
            }
        }

        return kept.Count switch { 0 => neutral, 1 => kept[0], _ => new(kind, kept) };
    }
}
