namespace ResLinkProofs.Kernel.Terms;

/// <summary>How a difference compares with zero.</summary>
public enum Relation
{
    /// <summary>At least zero.</summary>
    GreaterOrEqual,

    /// <summary>Above zero.</summary>
    Greater,

    /// <summary>Equal to zero.</summary>
    Equal,

    /// <summary>Not equal to zero.</summary>
    NotEqual,
}

/// <summary>
/// A quantifier-free statement about reals: comparisons of <see cref="Term"/>s joined by and, or, not. Written with C# operators:
/// <c>(x &gt;= 0) &amp; (Term.Exp(x) &gt;= 1 + x)</c>.
/// </summary>
/// <remarks>Negation is pushed to the atoms when it is applied, so every formula is in negation normal form.</remarks>
public abstract class Formula
{
    private protected Formula()
    {
    }

    /// <summary>The formula that always holds.</summary>
    public static Formula True { get; } = new Conjunction([]);

    /// <summary>The formula that never holds.</summary>
    public static Formula False { get; } = new Disjunction([]);

    /// <summary>Both formulas hold.</summary>
    public static Formula operator &(Formula left, Formula right) => All([left, right]);

    /// <summary>At least one of the formulas holds.</summary>
    public static Formula operator |(Formula left, Formula right) => Any([left, right]);

    /// <summary>The formula does not hold.</summary>
    public static Formula operator !(Formula operand) => operand.Negate();

    /// <summary>All formulas hold; <see cref="True"/> for none.</summary>
    /// <param name="operands">The formulas; nested conjunctions are flattened.</param>
    public static Formula All(IEnumerable<Formula> operands)
    {
        var flat = operands.SelectMany(f => f is Conjunction c ? c.Operands : [f]).ToArray();
        return flat.Length == 1 ? flat[0] : flat.Length == 0 ? True : new Conjunction(flat);
    }

    /// <summary>At least one formula holds; <see cref="False"/> for none.</summary>
    /// <param name="operands">The formulas; nested disjunctions are flattened.</param>
    public static Formula Any(IEnumerable<Formula> operands)
    {
        var flat = operands.SelectMany(f => f is Disjunction d ? d.Operands : [f]).ToArray();
        return flat.Length == 1 ? flat[0] : flat.Length == 0 ? False : new Disjunction(flat);
    }

    /// <summary>If this formula holds then the other does.</summary>
    /// <param name="conclusion">The other formula.</param>
    public Formula Implies(Formula conclusion) => !this | conclusion;

    /// <summary>The comparisons in the formula, from left to right, with repetitions.</summary>
    public IEnumerable<Atom> Atoms()
    {
        var pending = new Stack<Formula>([this]);
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case Atom atom:
                    yield return atom;
                    break;
                case Junction junction:
                    for (int i = junction.Operands.Count - 1; i >= 0; i--)
                    {
                        pending.Push(junction.Operands[i]);
                    }

                    break;
            }
        }
    }

    /// <summary>A readable form of the formula.</summary>
    public override string ToString() => FormulaPrinter.Print(this);

    private protected abstract Formula Negate();
}

/// <summary>A comparison of two terms.</summary>
public sealed class Atom : Formula
{
    internal Atom(Term left, Relation relation, Term right)
    {
        Left = left;
        Right = right;
        Relation = relation;
        Difference = left - right;
    }

    /// <summary>The left side.</summary>
    public Term Left { get; }

    /// <summary>The right side.</summary>
    public Term Right { get; }

    /// <summary>How <see cref="Difference"/> compares with zero.</summary>
    public Relation Relation { get; }

    /// <summary>Left side minus right side.</summary>
    public Term Difference { get; }

    private protected override Formula Negate() => Relation switch
    {
        Relation.GreaterOrEqual => new Atom(Right, Relation.Greater, Left),
        Relation.Greater => new Atom(Right, Relation.GreaterOrEqual, Left),
        Relation.Equal => new Atom(Left, Relation.NotEqual, Right),
        _ => new Atom(Left, Relation.Equal, Right),
    };
}

/// <summary>Formulas joined by "and" or by "or".</summary>
public abstract class Junction : Formula
{
    private protected Junction(IReadOnlyList<Formula> operands) => Operands = [.. operands];

    /// <summary>The joined formulas.</summary>
    public IReadOnlyList<Formula> Operands { get; }
}

/// <summary>All operands hold.</summary>
public sealed class Conjunction : Junction
{
    internal Conjunction(IReadOnlyList<Formula> operands)
        : base(operands)
    {
    }

    private protected override Formula Negate() => Any(Operands.Select(f => !f));
}

/// <summary>At least one operand holds.</summary>
public sealed class Disjunction : Junction
{
    internal Disjunction(IReadOnlyList<Formula> operands)
        : base(operands)
    {
    }

    private protected override Formula Negate() => All(Operands.Select(f => !f));
}
