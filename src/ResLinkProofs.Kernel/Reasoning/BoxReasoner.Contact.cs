using ResLinkProofs.Kernel.Expansions;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Matrices;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reasoning;

/// <content>Conclusions where a difference touches zero, which no enclosure of its values can tell from crossing it.</content>
public sealed partial class BoxReasoner
{
    private const int LargestOrder = 16, LargestAnchors = 16;
    private const long LargestExpansion = 1L << 20;
    private const long ExactBudget = 1L << 20; // for one step, so that a replay does not depend on what was tried before

    private static readonly IntervalCoefficients Enclosures = new();

    /// <summary>
    /// True when an atom's difference f fails its comparison all over the box because it touches zero
    /// with the right sign, and the formula fails with it.
    /// </summary>
    /// <remarks>
    /// Let the variable x have the anchor c, which depends on the other variables alone, and x = c + t. Exact arithmetic
    /// shows for all values of the others that the Taylor coefficients of f at c of orders below m vanish; enclosures over
    /// a box that holds the segments from c to all points show that f is smooth there and enclose the coefficient of order
    /// m. So f = t^m r with r in that enclosure (Lagrange). The sign of t, needed for odd m, follows from the box, from
    /// the range of x, or from the guard g = t s, where s has one sign and g >= 0 is required. With several anchors m = 2
    /// and the Hessian in these variables is negative definite over the box that holds the segments. Where f may be zero
    /// ("at least zero"), the guard also has to exclude t = 0: it requires g > 0 (or g != 0), and g vanishes there.
    /// </remarks>
    /// <param name="contact">The atom, the anchors and the order.</param>
    public bool IsRefutedByContact(Contact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        EnsureValues();
        if (!IsWellFormed(contact))
        {
            return false;
        }

        // Enclosures of the anchors, and the least box that holds the segments.
        bool[] depends = TapeExpansion.Dependence(_tape, i => contact.Anchors.Any(a => a.Variable == i)),
            defined = Definedness.Of(_tape, _slots);
        if (contact.Anchors.Any(a => a.Terms.Any(t => depends[t.Slot] || !defined[t.Slot])))
        {
            return false;
        }

        Interval[] anchors = [.. contact.Anchors.Select(a => a.Terms.Aggregate(
            Interval.Enclose(a.Constant), (sum, t) => sum + (Interval.Enclose(t.Factor) * _slots[t.Slot])))];
        Interval[] hull = [.. _box];
        for (int i = 0; i < anchors.Length; i++)
        {
            hull[contact.Anchors[i].Variable] = hull[contact.Anchors[i].Variable].Hull(anchors[i]);
        }

        var exact = new ExactCoefficients(_box.Length, i => _box[i].Lower >= 0, ExactBudget);
        Fraction?[] point = AnchoredPoint(contact, exact);
        FormulaNode node = _nodes[contact.Node];
        if (!Vanishes(contact, node.Slot, exact, point))
        {
            return false;
        }

        (int side, bool isExcluded) = contact.Guard >= 0 ? GuardedSide(contact, exact, point, hull) : (0, false);
        int sign = contact.Anchors.Count switch
        {
            0 => defined[node.Slot] ? 0 : 2,
            1 => SignOffAnchor(contact, anchors[0], hull, side),
            _ => IsConcaveAcross(contact, node.Slot, hull) ? -2 : 2,
        };
        bool fails = node.Relation switch
        {
            Relation.Greater => sign is 0 or -1 or -2,
            Relation.GreaterOrEqual => sign == -2 && isExcluded,
            Relation.Equal => sign is -2 or 3 && isExcluded,
            _ => contact.Anchors.Count == 0 && sign == 0,
        };
        _truth.CopyTo(_refined, 0);
        _refined[contact.Node] = fails ? Truth.False : _refined[contact.Node];
        return RefinedTruth() == Truth.False;
    }

    /// <summary>
    /// How many orders of the expansion of an atom's difference about anchors vanish exactly, as far as exact arithmetic can tell.
    /// </summary>
    /// <param name="node">The atom.</param>
    /// <param name="anchors">The anchors; the least of the orders in their variables counts.</param>
    /// <param name="highest">The number of orders that are looked at, from 1 to 16.</param>
    public int OrderOfContact(int node, IReadOnlyList<ContactAnchor> anchors, int highest)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        ArgumentOutOfRangeException.ThrowIfNotEqual(highest is >= 1 and <= LargestOrder, true, nameof(highest));
        var contact = new Contact(node, anchors.Count == 1 ? highest : Math.Min(2, 2 * anchors.Count), anchors);
        if (!IsWellFormed(contact))
        {
            return 0;
        }

        var exact = new ExactCoefficients(_box.Length, i => _box[i].Lower >= 0, ExactBudget);
        Fraction?[] point = AnchoredPoint(contact, exact);
        int[] directions = anchors.Count == 0 ? [-1] : [.. anchors.Select(a => a.Variable)];
        return directions.Min(i => TapeExpansion.Of<Fraction?>(_tape, exact, _nodes[node].Slot, point, i, highest - 1)?
            .TakeWhile(c => c is { IsZero: true }).Count() ?? 0);
    }

    private bool IsWellFormed(Contact contact) =>
        IsAtom(contact.Node)
        && (contact.Guard == -1 || (IsAtom(contact.Guard) && _required[contact.Guard]))
        && contact.Anchors.Count <= LargestAnchors
        && contact.Anchors.Select(a => a.Variable).Distinct().Count() == contact.Anchors.Count
        && contact.Anchors.All(a => a.Variable >= 0 && a.Variable < _box.Length && a.Terms.All(t => t.Slot >= 0 && t.Slot < _tape.Length))
        && contact.Anchors.Count switch { 0 => contact.Order == 0, 1 => contact.Order is >= 1 and <= LargestOrder, _ => contact.Order == 2 }
        && (long)_tape.Length * (contact.Order + 1) * (contact.Anchors.Count + 1) <= LargestExpansion;

    private bool IsAtom(int node) => node >= 0 && node < _nodes.Length && _nodes[node].Kind == FormulaNodeKind.Atom;

    // The variables, with the anchors in place of those that are anchored; null for an anchor that is not known exactly.
    private Fraction?[] AnchoredPoint(Contact contact, ExactCoefficients exact)
    {
        Fraction?[] free = [.. Enumerable.Range(0, _box.Length).Select(ExactCoefficients.Variable)], point = [.. free];
        foreach (ContactAnchor anchor in contact.Anchors)
        {
            Fraction? value = exact.Constant(anchor.Constant);
            foreach ((Numbers.Rational factor, int slot) in anchor.Terms)
            {
                Fraction? term = TapeExpansion.Of<Fraction?>(_tape, exact, slot, free, -1, 0)?[0];
                value = exact.Add(value, exact.Multiply(exact.Constant(factor), term));
            }

            point[anchor.Variable] = value;
        }

        return point;
    }

    private bool Vanishes(Contact contact, int slot, ExactCoefficients exact, Fraction?[] point)
    {
        int highest = Math.Max(0, contact.Order - 1);
        int[] directions = contact.Anchors.Count == 0 ? [-1] : [.. contact.Anchors.Select(a => a.Variable)];
        return Array.TrueForAll(directions, i =>
            TapeExpansion.Of<Fraction?>(_tape, exact, slot, point, i, highest) is { } series
                && Array.TrueForAll(series, c => c is { IsZero: true }));
    }

    // The sign of x - c at the points of interest, 0 where it may be any, and whether it is not zero there.
    private (int Side, bool IsExcluded) GuardedSide(Contact contact, ExactCoefficients exact, Fraction?[] point, Interval[] hull)
    {
        FormulaNode guard = _nodes[contact.Guard];
        if (TapeExpansion.Of<Fraction?>(_tape, exact, guard.Slot, point, -1, 0) is not [{ IsZero: true }]
            || TapeExpansion.Of<Interval>(_tape, Enclosures, guard.Slot, hull, -1, 0) is null)
        {
            return (0, false);
        }

        bool isExcluded = guard.Relation is Relation.Greater or Relation.NotEqual;
        if (contact.Anchors.Count != 1 || guard.Relation is not (Relation.Greater or Relation.GreaterOrEqual)
            || TapeExpansion.Of<Interval>(_tape, Enclosures, guard.Slot, hull, contact.Anchors[0].Variable, 1) is not { } series)
        {
            return (0, isExcluded);
        }

        return (series[1].Lower > 0 ? 1 : series[1].Upper < 0 ? -1 : 0, isExcluded);
    }

    // Of f = t^m r off the anchor: -2 negative, -1 not positive, 3 positive, 2 not known.
    private int SignOffAnchor(Contact contact, Interval anchor, Interval[] hull, int guardedSide)
    {
        ContactAnchor at = contact.Anchors[0];
        if (TapeExpansion.Of<Interval>(_tape, Enclosures, _nodes[contact.Node].Slot, hull, at.Variable, contact.Order) is not { } series)
        {
            return 2;
        }

        Interval remainder = series[contact.Order];
        if (contact.Order % 2 != 0)
        {
            Statements.RealVariable range = Problem.Variables[at.Variable];
            bool isAbove = guardedSide > 0 || _box[at.Variable].Lower >= anchor.Upper
                || (at.Terms.Count == 0 && range.Lower is { } low && low >= at.Constant);
            bool isBelow = guardedSide < 0 || _box[at.Variable].Upper <= anchor.Lower
                || (at.Terms.Count == 0 && range.Upper is { } high && high <= at.Constant);
            if (!isAbove && !isBelow)
            {
                return 2;
            }

            remainder = isAbove ? remainder : -remainder;
        }

        return remainder.Upper < 0 ? -2 : remainder.Upper <= 0 ? -1 : remainder.Lower > 0 ? 3 : 2;
    }

    private bool IsConcaveAcross(Contact contact, int slot, Interval[] hull)
    {
        PrepareCurvature();
        int n = _box.Length, size = contact.Anchors.Count;
        bool[] skip = [.. Enumerable.Range(0, n).Select(i => contact.Anchors.All(a => a.Variable != i))];
        IntervalEvaluation.Run(_tape, hull, _touchingSlots);
        if (TapeExpansion.Of<Interval>(_tape, Enclosures, slot, hull, -1, 0) is null
            || !_curvature!.TryHessian(_touchingSlots, slot, skip, _hessian))
        {
            return false;
        }

        var across = new Interval[size * size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                across[(i * size) + j] = -_hessian[(contact.Anchors[i].Variable * n) + contact.Anchors[j].Variable];
            }
        }

        return IntervalDefiniteness.IsPositiveDefinite(across, size);
    }
}
