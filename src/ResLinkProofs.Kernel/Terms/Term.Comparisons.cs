namespace ResLinkProofs.Kernel.Terms;

public sealed partial class Term
{
    /// <summary>The left term is at least the right one.</summary>
    public static Formula operator >=(Term left, Term right) => new Atom(left, Relation.GreaterOrEqual, right);

    /// <summary>The left term is at most the right one.</summary>
    public static Formula operator <=(Term left, Term right) => new Atom(right, Relation.GreaterOrEqual, left);

    /// <summary>The left term is above the right one.</summary>
    public static Formula operator >(Term left, Term right) => new Atom(left, Relation.Greater, right);

    /// <summary>The left term is below the right one.</summary>
    public static Formula operator <(Term left, Term right) => new Atom(right, Relation.Greater, left);

    /// <summary>The terms are equal. A method, so that == keeps its meaning on references.</summary>
    /// <param name="other">The other term.</param>
    public Formula EqualTo(Term other) => new Atom(this, Relation.Equal, other);

    /// <summary>The terms differ.</summary>
    /// <param name="other">The other term.</param>
    public Formula NotEqualTo(Term other) => new Atom(this, Relation.NotEqual, other);
}
