using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reasoning;

/// <content>
/// What the required atoms and the exact ranges of the variables say exactly, beyond enclosures in doubles, in two layers. The domain is cut out of the
/// box by what is known of single variables: a product of intervals, possibly half-open, over which truths, slopes and curvature may be taken as over a
/// box, as long as every point that a conclusion compares with lies in it. What is known of other expressions holds at the points of interest only, and
/// serves enclosures of values alone.
/// </content>
public sealed partial class BoxReasoner
{
    private readonly SlotFacts _domain;
    private readonly SlotFacts _interest;
    private readonly Interval[] _interestSlots;
    private bool _refutedByFacts;
    private bool _usesFacts;
    private bool _slotsAreOfDomain;
    private bool _hasInterestSlots;

    // After truths and marks over the whole box.
    private void UseFacts()
    {
        _refutedByFacts = false;
        _slotsAreOfDomain = false;
        _hasInterestSlots = false;
        _usesFacts = Problem.Forms.IsUseful && _truth[^1] != Truth.False;
        if (!_usesFacts)
        {
            return;
        }

        _refutedByFacts = !_domain.Assume(_required, ofVariables: true);
        if (!_refutedByFacts && IsUndefinedSomewhere(_slots))
        {
            _slotsAreOfDomain = true;
            _refutedByFacts = !_domain.Evaluate(_box, _slots);
        }

        if (_refutedByFacts)
        {
            return;
        }

        DecideAll(_truth, _slots, _domain);
        MarkFromTheRoot();
        _refutedByFacts = _truth[^1] == Truth.False || !_interest.Assume(_required, ofVariables: false);
        if (!_refutedByFacts && IsUndefinedSomewhere(_slots))
        {
            _hasInterestSlots = true;
            _refutedByFacts = !_interest.Evaluate(_box, _interestSlots);
        }

        if (!_refutedByFacts)
        {
            DecideAll(_refined, _hasInterestSlots ? _interestSlots : _slots, _interest);
            _refutedByFacts = _refined[^1] == Truth.False;
        }
    }

    private void DecideAll(Truth[] truths, ReadOnlySpan<Interval> slots, SlotFacts facts)
    {
        for (int k = 0; k < _nodes.Length; k++)
        {
            FormulaNode node = _nodes[k];
            if (node.Kind != FormulaNodeKind.Atom)
            {
                truths[k] = Join(k, truths);
                continue;
            }

            Truth exact = facts.Decide(node);
            truths[k] = exact != Truth.Unknown ? exact
                : CompiledFormula.Decide(node.Relation, _vanishes[k] ? Interval.Zero : slots[node.Slot]);
        }
    }

    private bool IsUndefinedSomewhere(ReadOnlySpan<Interval> slots)
    {
        foreach (int k in Problem.Forms.Partial)
        {
            if (slots[k].IsEntire)
            {
                return true;
            }
        }

        return false;
    }

    // The end of a variable's range over the domain, as a narrow interval; empty when there is none that belongs to the domain.
    private Interval EndOf(int variable, int direction)
    {
        double end = direction > 0 ? _box[variable].Upper : _box[variable].Lower;
        if (_usesFacts)
        {
            ExactRange range = direction > 0 ? _domain.OfVariable(variable) : _domain.OfVariable(variable).Image(-Rational.One, Rational.Zero);
            if (range.Upper is { } last && (double.IsInfinity(end) || last <= Rational.FromDouble(direction > 0 ? end : -end)))
            {
                Interval exact = Interval.Enclose(direction > 0 ? last : -last);
                return range.IsBelow || !exact.IsBounded ? Interval.Empty : exact.Intersect(_box[variable]);
            }
        }

        return double.IsFinite(end) ? Interval.Point(end) : Interval.Empty;
    }

    // True when slopes and curvature that hold over the domain hold at the point, too.
    private bool IsOfDomain(ReadOnlySpan<Interval> point) => !_slotsAreOfDomain || _domain.Admits(point);
}
