using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reasoning;

/// <summary>
/// Sound conclusions about the points of one box that satisfy the formula of an <see cref="EmptinessProblem"/>: the steps out of
/// which proofs are made. Search and replay call the same steps; only their order is searched for.
/// Allocation-free once created, but for contacts.
/// </summary>
/// <remarks>Not safe for concurrent use: every thread has its own.</remarks>
public sealed partial class BoxReasoner
{
    private readonly Tape _tape;
    private readonly FormulaNode[] _nodes;
    private readonly Interval[] _box;
    private readonly int[] _choices;
    private readonly Interval[] _slots;
    private readonly Interval[] _valuesOfInterest;
    private readonly bool[] _narrowed;
    private readonly Truth[] _truth;
    private readonly Truth[] _refined;
    private readonly bool[] _required;
    private readonly bool[] _relevant;
    private readonly bool[] _vanishes;
    private bool _valuesAreCurrent;

    /// <summary>A reasoner whose box is the whole range of the variables.</summary>
    /// <param name="problem">The problem.</param>
    public BoxReasoner(EmptinessProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        Problem = problem;
        _tape = problem.Tape;
        _nodes = [.. problem.Nodes];
        _box = problem.EnclosingBox();
        _choices = new int[_nodes.Length];
        Array.Fill(_choices, -1);
        _slots = new Interval[_tape.Length];
        _valuesOfInterest = problem.Granted.IsEmpty ? [] : new Interval[_tape.Length];
        _narrowed = new bool[_tape.Length];
        _truth = new Truth[_nodes.Length];
        _refined = new Truth[_nodes.Length];
        _required = new bool[_nodes.Length];
        _relevant = new bool[_nodes.Length];
        _vanishes = [.. Enumerable.Range(0, _nodes.Length).Select(problem.IsIdentity)];
        _adjoints = new Interval[_tape.Length];
        _slopes = new Interval[_nodes.Length * _box.Length];
        _centre = new Interval[_box.Length];
        _centreSlots = new Interval[_tape.Length];
    }

    /// <summary>The problem.</summary>
    public EmptinessProblem Problem { get; }

    /// <summary>The box: one interval per variable.</summary>
    public ReadOnlySpan<Interval> Box => _box;

    /// <summary>For every node of the formula the one operand that is assumed to hold, or -1.</summary>
    public ReadOnlySpan<int> Choices => _choices;

    /// <summary>Goes to another box.</summary>
    /// <param name="box">One nonempty interval per variable.</param>
    /// <param name="choices">One entry per node of the formula, as <see cref="Choices"/> gave them.</param>
    public void Load(ReadOnlySpan<Interval> box, ReadOnlySpan<int> choices)
    {
        box.CopyTo(_box);
        choices.CopyTo(_choices);
        _isSharp = false;
        Invalidate();
    }

    /// <summary>Replaces the range of one variable.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="range">Its new range, not empty.</param>
    public void Restrict(int variable, Interval range)
    {
        _box[variable] = range;
        _isSharp = false;
        Invalidate();
    }

    /// <summary>
    /// Assumes one operand of a node "or". A point that satisfies the formula satisfies it with that
    /// node replaced by one of its operands, so all operands together cover all cases.
    /// </summary>
    /// <param name="node">A node "or".</param>
    /// <param name="operand">One of its operands.</param>
    public void Choose(int node, int operand)
    {
        _choices[node] = operand;
        _isSharp = false;
        Invalidate();
    }

    /// <summary>True when the natural interval extension shows that no point of the box satisfies the formula.</summary>
    public bool IsRefutedByValues()
    {
        EnsureValues();
        return _truth[^1] == Truth.False;
    }

    /// <summary>True when the natural interval extension shows that every point of the box satisfies the formula.</summary>
    public bool IsSatisfiedByValues()
    {
        EnsureValues();
        return _truth[^1] == Truth.True && Problem.Granted.IsEmpty; // what is granted is so at the points of interest alone
    }

    /// <summary>True for a node on whose value, undecided over the box, that of the formula depends.</summary>
    /// <param name="node">A node of the formula.</param>
    public bool IsRelevant(int node)
    {
        EnsureValues();
        return _relevant[node];
    }

    /// <summary>
    /// One pass of HC4: assumes the atoms that every point of interest must satisfy, sweeps backward
    /// and narrows the box. Points that satisfy the formula are not lost.
    /// </summary>
    /// <returns>False when no point of the box satisfies the formula.</returns>
    public bool Contract()
    {
        EnsureValues();
        _valuesAreCurrent = false;
        bool consistent = _truth[^1] != Truth.False;
        for (int k = 0; k < _nodes.Length; k++)
        {
            FormulaNode node = _nodes[k];
            if (_required[k] && node.Kind == FormulaNodeKind.Atom && node.Relation != Relation.NotEqual)
            {
                consistent &= IntervalContraction.Assume(_slots, _narrowed, node.Slot, ValuesOf(node.Relation));
            }
        }

        return IntervalContraction.Run(_tape, _slots, _narrowed, _box) && consistent;
    }

    private static Interval ValuesOf(Relation relation) =>
        relation == Relation.Equal ? Interval.Zero : new Interval(0, double.PositiveInfinity);

    private void Invalidate()
    {
        _valuesAreCurrent = false;
        _fixing = false;
    }

    private void EnsureValues()
    {
        if (_valuesAreCurrent)
        {
            return;
        }

        _fixing = false;
        Enclose();
        Interval[] values = _slots;
        if (!Problem.Granted.IsEmpty)
        {
            // Only for what is true at the points of interest; differences and derivatives speak of all points.
            IntervalEvaluation.Run(_tape, _box, values = _valuesOfInterest, Problem.Granted);
            Sharpen(values);
        }

        for (int k = 0; k < _nodes.Length; k++)
        {
            FormulaNode node = _nodes[k];
            _truth[k] = node.Kind == FormulaNodeKind.Atom
                ? CompiledFormula.Decide(node.Relation, _vanishes[k] ? Interval.Zero : values[node.Slot])
                : Join(k, _truth);
        }

        MarkFromTheRoot();
        _valuesAreCurrent = true;
        _slopesAreCurrent = false;
        _centreIsCurrent = false;
    }

    private Truth Join(int k, Truth[] truths)
    {
        FormulaNode node = _nodes[k];
        if (_choices[k] >= 0)
        {
            return truths[_choices[k]];
        }

        Truth absorbing = node.Kind == FormulaNodeKind.And ? Truth.False : Truth.True;
        Truth result = node.Kind == FormulaNodeKind.And ? Truth.True : Truth.False;
        for (int i = 0; i < node.Operands.Count; i++)
        {
            Truth truth = truths[node.Operands[i]];
            if (truth == absorbing)
            {
                return absorbing;
            }

            result = truth == result ? result : Truth.Unknown;
        }

        return result;
    }

    // Required: holds at every point of interest. Relevant: undecided, and reached through undecided nodes only.
    private void MarkFromTheRoot()
    {
        Array.Clear(_required);
        Array.Clear(_relevant);
        _required[^1] = true;
        _relevant[^1] = _truth[^1] == Truth.Unknown;
        for (int k = _nodes.Length - 1; k >= 0; k--)
        {
            FormulaNode node = _nodes[k];
            int onlyOperand = node.Kind == FormulaNodeKind.Or ? OnlyPossibleOperand(k) : -1;
            for (int i = 0; i < node.Operands.Count; i++)
            {
                int operand = node.Operands[i];
                if (_choices[k] >= 0 && _choices[k] != operand)
                {
                    continue;
                }

                _required[operand] |= _required[k] && (node.Kind == FormulaNodeKind.And || operand == onlyOperand);
                _relevant[operand] |= _relevant[k] && _truth[operand] == Truth.Unknown;
            }
        }
    }

    private int OnlyPossibleOperand(int k)
    {
        if (_choices[k] >= 0)
        {
            return _choices[k];
        }

        int only = -1;
        FormulaNode node = _nodes[k];
        for (int i = 0; i < node.Operands.Count; i++)
        {
            if (_truth[node.Operands[i]] != Truth.False)
            {
                if (only >= 0)
                {
                    return -1;
                }

                only = node.Operands[i];
            }
        }

        return only;
    }
}
