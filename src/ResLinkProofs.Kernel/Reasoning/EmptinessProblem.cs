using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Polynomials;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reasoning;

/// <summary>
/// The claim that no point of a box satisfies a formula, the formula being given by slots of a tape. A <see cref="Statement"/>
/// holds when no point of its ranges satisfies its hypothesis and the negation of its conclusion. Immutable.
/// </summary>
/// <remarks>Matrix bounds of the statement are left out of the hypothesis: what is proved is then stronger than what was asked.</remarks>
public sealed partial class EmptinessProblem
{
    private readonly bool[] _isIdentity;
    private readonly bool[]? _granted;

    private EmptinessProblem(IEnumerable<RealVariable> variables, Tape tape, IEnumerable<FormulaNode> nodes)
    {
        Variables = [.. variables];
        Tape = tape;
        Nodes = [.. nodes];
        var forms = new NormalForms(tape);
        _granted = GrantedDomains.Of(Variables, tape, Nodes, forms);
        _isIdentity = [.. Nodes.Select(n => n.Kind == FormulaNodeKind.Atom
            && (IsOfEquals(tape, n.Slot) || (n.Relation is Relation.Equal or Relation.NotEqual && forms.Of(n.Slot) is { IsZero: true })))];
    }

    /// <summary>The variables and their exact ranges.</summary>
    public IReadOnlyList<RealVariable> Variables { get; }

    /// <summary>The expressions that the formula compares with zero.</summary>
    public Tape Tape { get; }

    /// <summary>The formula, operands before the nodes that join them; the last node is the whole formula.</summary>
    public IReadOnlyList<FormulaNode> Nodes { get; }

    /// <summary>The problem whose emptiness is the truth of a statement.</summary>
    /// <param name="statement">Any statement.</param>
    public static EmptinessProblem Of(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        Formula formula = KinkResolution.Resolve(CaseDistinction.Lift(statement.Hypothesis & !statement.Conclusion));
        CompiledFormula compiled = CompiledFormula.Compile(statement.VariableNames, formula);
        return new EmptinessProblem(statement.Variables, compiled.Tape, Flatten(compiled));
    }

    /// <summary>Marks the slots whose operation has a value at every point that satisfies the formula; empty when there are none.</summary>
    public ReadOnlySpan<bool> Granted => _granted;

    /// <summary>
    /// True for an equality or inequality whose difference is the zero polynomial, and for any comparison of a slot with itself: it
    /// vanishes everywhere, which no enclosure over a box can show.
    /// </summary>
    /// <param name="node">A node of the formula.</param>
    public bool IsIdentity(int node) => _isIdentity[node];

    /// <summary>True when both ask the same of the same: equal variables, slots and nodes, one by one.</summary>
    /// <param name="other">The other problem.</param>
    public bool IsSameAs(EmptinessProblem other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Variables.SequenceEqual(other.Variables)
            && HasSameSlots(other.Tape)
            && Nodes.Count == other.Nodes.Count
            && Nodes.Zip(other.Nodes).All(pair => pair.First.IsSameAs(pair.Second));
    }

    /// <summary>The ranges of the variables, enclosed outward in doubles.</summary>
    public Interval[] EnclosingBox() => Array.ConvertAll(
        [.. Variables],
        v => new Interval(v.Lower?.RoundDown() ?? double.NegativeInfinity, v.Upper?.RoundUp() ?? double.PositiveInfinity));

    // Whatever the value of a slot is, it is one, where an operation in it is undefined too.
    private static bool IsOfEquals(Tape tape, int slot) =>
        tape.Instructions[slot] is { Operation: Operation.Subtract } step && step.Left == step.Right;

    // Literals are compared by value: tapes may number them differently.
    private bool HasSameSlots(Tape other)
    {
        if (Tape.Length != other.Length)
        {
            return false;
        }

        for (int k = 0; k < Tape.Length; k++)
        {
            Instruction mine = Tape.Instructions[k], theirs = other.Instructions[k];
            bool same = mine.Operation == Operation.Literal && theirs.Operation == Operation.Literal
                ? Tape.Literals[mine.Left] == other.Literals[theirs.Left]
                : mine.Operation == Operation.Integral && theirs.Operation == Operation.Integral
                    ? mine.Left == theirs.Left && Tape.Integral(k).Form.Text == other.Integral(k).Form.Text
                    : mine == theirs;
            if (!same)
            {
                return false;
            }
        }

        return true;
    }

    private static FormulaNode[] Flatten(CompiledFormula compiled)
    {
        var nodes = new List<FormulaNode>();
        var indexOf = new Dictionary<Formula, int>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<Formula>([compiled.Formula]);
        while (pending.Count > 0)
        {
            Formula formula = pending.Peek();
            if (!indexOf.ContainsKey(formula) && formula is Junction junction)
            {
                int before = pending.Count;
                foreach (Formula operand in junction.Operands.Reverse().Where(f => !indexOf.ContainsKey(f)))
                {
                    pending.Push(operand);
                }

                if (pending.Count > before)
                {
                    continue;
                }
            }

            pending.Pop();
            if (indexOf.TryAdd(formula, nodes.Count))
            {
                nodes.Add(formula switch
                {
                    Atom atom => new(FormulaNodeKind.Atom, compiled.SlotOf[atom], atom.Relation, []),
                    Conjunction c => new(FormulaNodeKind.And, -1, default, [.. c.Operands.Select(f => indexOf[f])]),
                    Junction d => new(FormulaNodeKind.Or, -1, default, [.. d.Operands.Select(f => indexOf[f])]),
                    _ => throw new ArgumentException($"Unknown formula {formula.GetType().Name}.", nameof(compiled)),
                });
            }
        }

        return [.. nodes];
    }
}
