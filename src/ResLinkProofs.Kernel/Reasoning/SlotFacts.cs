using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reasoning;

/// <summary>
/// Exact ranges of the classes of <see cref="AffineForms"/>, from the variables' ranges and from atoms that are assumed, and what follows for slots.
/// </summary>
internal sealed class SlotFacts
{
    private readonly AffineForms _forms;
    private readonly Tape _tape;
    private readonly FormulaNode[] _nodes;
    private readonly ExactRange[] _ranges;
    private readonly Interval[] _enclosures;
    private readonly bool[] _isNonZero;
    private readonly int[] _classOfVariable;

    public SlotFacts(EmptinessProblem problem)
    {
        _forms = problem.Forms;
        _tape = problem.Tape;
        _nodes = [.. problem.Nodes];
        _ranges = new ExactRange[_forms.ClassCount];
        _enclosures = new Interval[_tape.Length];
        _isNonZero = new bool[_tape.Length];
        NonZero = new bool[_tape.Length];
        _classOfVariable = new int[problem.Variables.Count];
        Array.Fill(_classOfVariable, -1);
        for (int c = 0; c < _forms.ClassCount; c++)
        {
            if (_forms.VariableOf(c) is >= 0 and var variable)
            {
                _classOfVariable[variable] = c;
            }
        }
    }

    /// <summary>The slots that are not zero, as far as the last evaluation saw.</summary>
    public bool[] NonZero { get; }

    /// <summary>Goes back to what the variables' ranges say and assumes some atoms.</summary>
    /// <param name="assumed">One mark per node; nodes that are no atoms are ignored.</param>
    /// <param name="ofVariables">True to heed only atoms that compare a single variable with a constant.</param>
    /// <returns>False when that is contradictory.</returns>
    public bool Assume(ReadOnlySpan<bool> assumed, bool ofVariables)
    {
        for (int c = 0; c < _ranges.Length; c++)
        {
            _ranges[c] = _forms.Known(c);
        }

        // What is excluded counts where it is an end, which the others may have to make it.
        for (int pass = 0; pass < 2; pass++)
        {
            for (int k = 0; k < _nodes.Length; k++)
            {
                if (!assumed[k] || _nodes[k].Kind != FormulaNodeKind.Atom || _forms[_nodes[k].Slot] is not { Class: >= 0 } form
                    || (ofVariables && _forms.VariableOf(form.Class) < 0) || (_nodes[k].Relation == Relation.NotEqual) != (pass == 1))
                {
                    continue;
                }

                Rational zero = -form.Offset / form.Scale;
                _ranges[form.Class] = pass == 1
                    ? _ranges[form.Class].Without(zero)
                    : _ranges[form.Class].Intersect(ExactRange.Of(_nodes[k].Relation).Image(Rational.One / form.Scale, zero));
            }
        }

        bool consistent = true;
        foreach (ExactRange range in _ranges)
        {
            consistent &= !range.IsEmpty;
        }

        Prepare(consistent);
        return consistent;
    }

    /// <summary>Encloses every slot over the points of the box at which the facts hold.</summary>
    /// <returns>False when there is no such point.</returns>
    public bool Evaluate(ReadOnlySpan<Interval> box, Span<Interval> slots)
    {
        _isNonZero.CopyTo(NonZero, 0);
        return FactualEvaluation.Run(_tape, box, _enclosures, NonZero, slots);
    }

    /// <summary>What the facts alone tell about an atom.</summary>
    public Truth Decide(FormulaNode atom) => _forms[atom.Slot] switch
    {
        { Class: >= 0 } form => _ranges[form.Class].Image(form.Scale, form.Offset).Decide(atom.Relation),
        { } constant => new ExactRange(constant.Offset, false, constant.Offset, false).Decide(atom.Relation),
        null => Truth.Unknown,
    };

    /// <summary>The exact range of one variable.</summary>
    public ExactRange OfVariable(int variable) => _classOfVariable[variable] is >= 0 and var c ? _ranges[c] : ExactRange.Whole;

    /// <summary>True when every coordinate of a point lies in the exact range of its variable.</summary>
    public bool Admits(ReadOnlySpan<Interval> point)
    {
        for (int i = 0; i < point.Length; i++)
        {
            if (OfVariable(i) is var range && range != ExactRange.Whole && !range.Admits(Rational.FromDouble(point[i].Lower)))
            {
                return false;
            }
        }

        return true;
    }

    private void Prepare(bool consistent)
    {
        for (int k = 0; consistent && k < _enclosures.Length; k++)
        {
            ExactRange range = _forms[k] switch
            {
                { Class: >= 0 } form => _ranges[form.Class].Image(form.Scale, form.Offset),
                { } constant => new ExactRange(constant.Offset, false, constant.Offset, false),
                null => ExactRange.Whole,
            };
            _enclosures[k] = range.Enclosure();
            _isNonZero[k] = !range.Admits(Rational.Zero);
        }
    }
}
