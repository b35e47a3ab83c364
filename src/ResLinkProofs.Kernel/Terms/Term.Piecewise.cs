using ResLinkProofs.Kernel.Operations;

namespace ResLinkProofs.Kernel.Terms;

public sealed partial class Term
{
    /// <summary>
    /// A piecewise term: the first term where the condition holds, the second one elsewhere. The one
    /// that does not apply may be undefined there.
    /// </summary>
    /// <remarks>An equality u = v is the comparison -|u - v| >= 0.</remarks>
    /// <param name="condition">A comparison, or comparisons joined by and, or, not.</param>
    /// <param name="whenTrue">The term where the condition holds.</param>
    /// <param name="whenFalse">The term where it fails.</param>
    /// <exception cref="ArgumentException">The condition is of no known kind.</exception>
    public static Term Ite(Formula condition, Term whenTrue, Term whenFalse) => condition switch
    {
        Atom { Relation: Relation.GreaterOrEqual } atom => Choose(atom.Difference, whenTrue, whenFalse),
        Atom { Relation: Relation.Greater } atom => Choose(atom.Right - atom.Left, whenFalse, whenTrue),
        Atom { Relation: Relation.Equal } atom => Choose(-Abs(atom.Difference), whenTrue, whenFalse),
        Atom { Relation: Relation.NotEqual } atom => Choose(-Abs(atom.Difference), whenFalse, whenTrue),
        Conjunction c => c.Operands.Reverse().Aggregate(whenTrue, (rest, operand) => Ite(operand, rest, whenFalse)),
        Disjunction d => d.Operands.Reverse().Aggregate(whenFalse, (rest, operand) => Ite(operand, whenTrue, rest)),
        _ => throw new ArgumentException($"Unknown formula {condition?.GetType().Name}.", nameof(condition)),
    };

    /// <summary>
    /// The pieces of a function, tried in order: the term of the first condition that holds, or the last term where none does.
    /// </summary>
    /// <param name="pieces">Conditions and terms.</param>
    /// <param name="otherwise">The term where no condition holds.</param>
    public static Term Piecewise(IEnumerable<(Formula Condition, Term Value)> pieces, Term otherwise) =>
        pieces.Reverse().Aggregate(otherwise, (rest, piece) => Ite(piece.Condition, piece.Value, rest));

    // The first branch where the condition is at least zero. A condition that may be undefined is never dropped.
    private static Term Choose(Term condition, Term first, Term second) =>
        condition.Operation == Operation.Literal ? (condition.Value.Sign >= 0 ? first : second)
        : ReferenceEquals(first, second) && condition.IsTotal ? first
        : new(Operation.Conditional, first, second, default, null, 0, condition);
}
