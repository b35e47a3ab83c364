using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Reasoning.Soundness;

/// <summary>
/// A rational point and all that is certain about a problem's slots and atoms there: exact values, else enclosures, else nothing.
/// </summary>
internal sealed class PointSample
{
    private readonly EmptinessProblem _problem;
    private readonly Rational?[] _exact;
    private readonly Interval[] _enclosures;
    private readonly bool[] _defined;
    private readonly Interval[] _hull;

    public PointSample(EmptinessProblem problem, Rational[] point)
    {
        _problem = problem;
        Point = point;
        _hull = Array.ConvertAll(point, Interval.Enclose);
        Tape tape = problem.Tape;
        _exact = RationalEvaluation.Run(tape, point);
        _enclosures = new Interval[tape.Length];
        _defined = new bool[tape.Length];
        for (int k = 0; k < tape.Length; k++)
        {
            Instruction step = tape.Instructions[k];
            if (_exact[k] is { } value)
            {
                (_enclosures[k], _defined[k]) = (Interval.Enclose(value), true);
            }
            else if (Term.IsLeaf(step.Operation))
            {
                (_enclosures[k], _defined[k]) = (Interval.Pi, true);
            }
            else if (step.Right < 0)
            {
                Interval operand = _enclosures[step.Left];
                _defined[k] = _defined[step.Left] && tape.Unary(k).IsDefinedOn(operand);
                _enclosures[k] = _defined[k] ? tape.Unary(k).Enclose(operand) : Interval.Entire;
            }
            else
            {
                Interval left = _enclosures[step.Left], right = _enclosures[step.Right];
                _defined[k] = _defined[step.Left] && _defined[step.Right] && tape.Binary(k).IsDefinedOn(left, right);
                _enclosures[k] = _defined[k] ? tape.Binary(k).Enclose(left, right) : Interval.Entire;
            }
        }
    }

    public Rational[] Point { get; }

    public bool LiesIn(ReadOnlySpan<Interval> box)
    {
        for (int i = 0; i < box.Length; i++)
        {
            if (!(_hull[i].Lower >= box[i].Lower && _hull[i].Upper <= box[i].Upper))
            {
                return false;
            }
        }

        return true;
    }

    public bool IsDefined(int slot) => _defined[slot];

    public Rational? Exact(int slot) => _exact[slot];

    public Interval Enclosure(int slot) => _enclosures[slot];

    /// <summary>The truth of the whole formula under choices; unknown unless it is certain.</summary>
    public Truth TruthUnder(ReadOnlySpan<int> choices)
    {
        IReadOnlyList<FormulaNode> nodes = _problem.Nodes;
        Span<Truth> truths = stackalloc Truth[nodes.Count];
        for (int k = 0; k < truths.Length; k++)
        {
            FormulaNode node = nodes[k];
            truths[k] = node.Kind == FormulaNodeKind.Atom ? TruthOfAtom(node)
                : choices[k] >= 0 ? truths[choices[k]]
                : Fold(node, truths);
        }

        return truths[^1];
    }

    public override string ToString() => $"({string.Join(", ", Point)})";

    private Truth TruthOfAtom(FormulaNode atom) => !_defined[atom.Slot]
        ? Truth.Unknown
        : CompiledFormula.Decide(atom.Relation, _exact[atom.Slot] is { } value ? Interval.Point(value.Sign) : _enclosures[atom.Slot]);

    private static Truth Fold(FormulaNode node, ReadOnlySpan<Truth> truths)
    {
        (Truth absorbing, Truth result) = node.Kind == FormulaNodeKind.And ? (Truth.False, Truth.True) : (Truth.True, Truth.False);
        foreach (int operand in node.Operands)
        {
            if (truths[operand] == absorbing)
            {
                return absorbing;
            }

            result = truths[operand] == result ? result : Truth.Unknown;
        }

        return result;
    }
}
