using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Reductions;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reasoning;

/// <content>Statements whose truth implies that the box holds no point of interest.</content>
public sealed partial class BoxReasoner
{
    private const int LargestReduced = 400, LargestDerivative = 4;
    private static readonly Rational HalfPeriod = new(22, 7); // more than pi

    /// <summary>
    /// Another statement in the same variables: if it is true, then no point of the box satisfies the formula.
    /// </summary>
    /// <param name="reduction">What to do.</param>
    /// <returns>Null when it is not allowed here.</returns>
    public Statement? Reduce(Reduction reduction)
    {
        ArgumentNullException.ThrowIfNull(reduction);
        EnsureValues();
        if (!IsAtom(reduction.Node) || !_required[reduction.Node] || _tape.Length > LargestReduced || _tape.HasIntegrals)
        {
            return null;
        }

        if (reduction.Kind == ReductionKind.Substitution)
        {
            return Substitute(reduction);
        }

        if (_nodes[reduction.Node].Relation is not (Relation.Greater or Relation.GreaterOrEqual))
        {
            return null;
        }

        Term[] slots = Terms();
        Formula[] others = [.. Enumerable.Range(0, _nodes.Length)
            .Where(k => k != reduction.Node && IsAtom(k) && _required[k])
            .Select(k => Comparison(slots[_nodes[k].Slot], _nodes[k].Relation))];
        RealVariable[] ranges = [.. Enumerable.Range(0, _box.Length).Select(RangeOf)];
        Term target = slots[_nodes[reduction.Node].Slot];
        bool isStrict = _nodes[reduction.Node].Relation == Relation.Greater;
        var exact = new ExactTerm(_tape.Variables, i => _box[i].Lower >= 0);
        switch (reduction.Kind)
        {
            case ReductionKind.Signs:
                return Irregularity.Of(target, null) is { } undefined
                    ? Impossible(ranges, others, undefined | exact.IsPositive(target, isStrict))
                    : null;
            case ReductionKind.Restatement:
                return Impossible(
                    ranges,
                    reduction.Order == 0 ? others : others.Where(o => ranges.All(
                        r => TermDerivative.Depends(target, r.Name) || !TermDerivative.Depends(((Atom)o).Difference, r.Name))),
                    Comparison(target, _nodes[reduction.Node].Relation));
            case ReductionKind.Logarithms:
                return Sides(target) is var (a, b) && Irregularity.Of(target, null) is { } without
                    ? Impossible(ranges, others, without | Irregularity.IsAtMostZero(b)
                        | Comparison(LogarithmOfTerm.Of(a) - LogarithmOfTerm.Of(b), _nodes[reduction.Node].Relation))
                    : null;
            case ReductionKind.Exponentials:
                return Sides(target) is var (larger, smaller) && Irregularity.Of(target, null) is { } nowhere
                    ? Impossible(ranges, others, nowhere | exact.IsPositive(Term.Exp(larger) - Term.Exp(smaller), isStrict))
                    : null;
            case ReductionKind.Squares:
                return Sides(target) is var (high, low) && Irregularity.Of(target, null) is { } missing
                    ? Impossible(ranges, others, missing | (low < 0) | exact.IsPositive(Term.Square(high) - Term.Square(low), isStrict))
                    : null;
            case ReductionKind.Period:
                return Period(reduction, ranges, others, Comparison(target, _nodes[reduction.Node].Relation));
            case ReductionKind.Limit:
                return Limit(reduction, ranges, others, target, isStrict, exact);
            case ReductionKind.Sides:
                return reduction.Anchor is { } at && IsAnchor(at)
                    ? Impossible(
                        ranges, others,
                        Comparison(target, _nodes[reduction.Node].Relation) & Sides(ranges[at.Variable].Name, at, slots))
                    : null;
            default:
                return Derivative(reduction, ranges, others, slots, exact);
        }
    }

    private static (Term Larger, Term Smaller)? Sides(Term difference) => difference switch
    {
        { Operation: Operation.Subtract, Left: { } a, Right: { } b } => (a, b),
        { Operation: Operation.Add, Left: { } a, Right: { } b } => (a, -b),
        _ => null,
    };

    private bool IsAnchor(ContactAnchor at) =>
        at.Variable >= 0 && at.Variable < _box.Length && at.Terms.All(t => t.Slot >= 0 && t.Slot < _tape.Length);

    private static Term AnchorOf(ContactAnchor at, Term[] slots) =>
        at.Terms.Aggregate(Term.Literal(at.Constant), (sum, t) => sum + (Term.Literal(t.Factor) * slots[t.Slot]));

    // Whatever the values of what is undefined, two real numbers compare in one of these ways.
    private static Formula Sides(string x, ContactAnchor at, Term[] slots)
    {
        Term c = AnchorOf(at, slots);
        return (Term.Variable(x) > c) | (Term.Variable(x) <= c);
    }

    private static Statement Impossible(IReadOnlyList<RealVariable> ranges, IEnumerable<Formula> others, Formula formula) =>
        new(ranges, Formula.All([.. others, formula]), Formula.False);

    private static Formula Comparison(Term difference, Relation relation) => relation switch
    {
        Relation.GreaterOrEqual => difference >= 0,
        Relation.Greater => difference > 0,
        Relation.Equal => difference.EqualTo(0),
        _ => difference.NotEqualTo(0),
    };

    private Term[] Terms()
    {
        var terms = new Term[_tape.Length];
        for (int k = 0; k < terms.Length; k++)
        {
            Instruction step = _tape.Instructions[k];
            terms[k] = step.Operation switch
            {
                Operation.Literal => Term.Literal(_tape.Literals[step.Left]),
                Operation.Pi => Term.Pi,
                Operation.Variable => Term.Variable(_tape.Variables[step.Left]),
                _ => Term.Create(
                    step.Operation,
                    terms[step.Left],
                    step.Right >= 0 ? terms[step.Right] : null,
                    step.Exponent,
                    step.Condition >= 0 ? terms[step.Condition] : null),
            };
        }

        return terms;
    }

    // A side of the box, exactly, but not beyond the ends of the range of the problem.
    private RealVariable RangeOf(int variable)
    {
        (Interval side, RealVariable whole) = (_box[variable], Problem.Variables[variable]);
        Rational? lower = double.IsFinite(side.Lower) ? Rational.FromDouble(side.Lower) : null;
        Rational? upper = double.IsFinite(side.Upper) ? Rational.FromDouble(side.Upper) : null;
        lower = whole.Lower is { } low && !(lower is { } l && l >= low) ? low : lower;
        upper = whole.Upper is { } high && !(upper is { } u && u <= high) ? high : upper;
        return lower > upper // an end that is no double, within one unit in the last place
            ? new RealVariable(whole.Name, Rational.FromDouble(side.Lower), Rational.FromDouble(side.Upper))
            : new RealVariable(whole.Name, lower, upper);
    }

    private Statement? Period(Reduction reduction, RealVariable[] ranges, Formula[] others, Formula target)
    {
        if (reduction.Anchor is not { } at || at.Variable < 0 || at.Variable >= _box.Length)
        {
            return null;
        }

        string name = ranges[at.Variable].Name;
        bool IsPeriodic(Formula formula) => formula.Atoms().All(atom => Occurrences.AreWithinSineAndCosine(atom.Difference, name));
        ranges[at.Variable] = new RealVariable(name, -HalfPeriod, HalfPeriod);
        return IsPeriodic(target) ? Impossible(ranges, others.Where(IsPeriodic), target) : null;
    }

    // If g is differentiable from x up to infinity with a slope that is at least zero, then g(x) <= g(X) for every X above x, and so
    // g(x) <= lim g; with a positive slope it is less. The other problem asks for a point at which the slope has the wrong sign. What is
    // required of x holds there where it does not depend on x. Towards minus infinity signs are reversed.
    private Statement? Limit(
        Reduction reduction, RealVariable[] ranges, Formula[] others, Term target, bool isStrict, ExactTerm exact)
    {
        if (reduction.Anchor is not { } at || at.Variable < 0 || at.Variable >= _box.Length || at.Constant.Sign == 0)
        {
            return null;
        }

        bool isAbove = at.Constant.Sign > 0;
        (RealVariable range, RealVariable whole) = (ranges[at.Variable], Problem.Variables[at.Variable]);
        if ((isAbove ? range.Upper ?? whole.Upper : range.Lower ?? whole.Lower) is not null
            || LimitAtInfinity.Of(target, range.Name, isAbove) is not (Reductions.Limit.Zero or Reductions.Limit.Negative
                or Reductions.Limit.NegativeInfinity)
            || Irregularity.Of(target, range.Name) is not { } irregular || TermDerivative.Of(target, range.Name) is not { } slope)
        {
            return null;
        }

        return Impossible(
            ranges, others.Where(o => !TermDerivative.Depends(((Atom)o).Difference, range.Name)),
            irregular | exact.IsPositive(isAbove ? -slope : slope, isStrict));
    }

    // The values between the points of interest of a box and an anchor; exact ends count where the anchor does not lie beyond them.
    private RealVariable SegmentsOf(ContactAnchor at, Interval anchor)
    {
        RealVariable points = RangeOf(at.Variable);
        Rational? low = at.Terms.Count == 0 ? at.Constant : double.IsFinite(anchor.Lower) ? Rational.FromDouble(anchor.Lower) : null;
        Rational? high = at.Terms.Count == 0 ? at.Constant : double.IsFinite(anchor.Upper) ? Rational.FromDouble(anchor.Upper) : null;
        return new RealVariable(
            points.Name,
            points.Lower is { } l && low is { } a ? l < a ? l : a : null,
            points.Upper is { } u && high is { } b ? u > b ? u : b : null);
    }

    // With x = c + t and the difference g: g(x) = sum over k < m of g_k(c) t^k/k! + g_m(z) t^m/m! for some z strictly between c and x
    // (Lagrange), if g is smooth from c to x. The other problem asks for a point (z, y) at which some term has the wrong
    // sign, or g may fail to be smooth, at z or at c. What is required of x holds of z where it does not depend on x, or is
    // affine in it, holds at x, and is not violated at c. Where g = 0 is forbidden as well, either g(c) < 0 is shown, or something that is
    // required to be other than zero vanishes at c, so t is not zero, and the last term is shown to be less than zero.
    // For a mean value m = 1, g need only be continuous from c to x, ends included, and z lies strictly between them.
    private Statement? Derivative(
        Reduction reduction, RealVariable[] ranges, Formula[] others, Term[] slots, ExactTerm exact)
    {
        bool isMeanValue = reduction.Kind == ReductionKind.MeanValue;
        if (reduction.Anchor is not { } at || !IsAnchor(at)
            || (isMeanValue ? reduction.Order != 1 : reduction.Order is < 1 or > LargestDerivative))
        {
            return null;
        }

        string x = ranges[at.Variable].Name;
        Term c = AnchorOf(at, slots);
        Interval anchor = at.Terms.Aggregate(
            Interval.Enclose(at.Constant), (sum, t) => sum + (Interval.Enclose(t.Factor) * _slots[t.Slot]));
        Term g = slots[_nodes[reduction.Node].Slot];
        if (anchor.IsEmpty || TermDerivative.Depends(c, x) || Irregularity.Of(c, null) is not { } undefined
            || Irregularity.Of(g, x) is not { } irregular || (isMeanValue ? Irregularity.OfContinuity(g) : irregular) is not { } broken)
        {
            return null;
        }

        var toAnchor = new Dictionary<string, Term> { [x] = c };
        Term At(Term term) => Substitution.Apply(term, toAnchor);
        Term t = Term.Variable(x) - c;
        RealVariable segments = ranges[at.Variable] = SegmentsOf(at, anchor);
        var exactBetween = new ExactTerm(_tape.Variables, i => _box[i].Lower >= 0 && (i != at.Variable || anchor.Lower >= 0));
        var kept = new List<Formula>();
        var wrong = new List<Formula> { undefined, broken, Substitution.Apply(broken, toAnchor) };
        Formula between = !isMeanValue ? Formula.True : Formula.All(
        [
            t.NotEqualTo(0),
            segments.Lower is { } lower ? Term.Variable(x) > Term.Literal(lower) : Formula.True,
            segments.Upper is { } upper ? Term.Variable(x) < Term.Literal(upper) : Formula.True,
        ]);
        if (isMeanValue)
        {
            wrong.Add(between & irregular);
        }

        bool isOffAnchor = false;
        foreach (Atom other in others.Cast<Atom>())
        {
            isOffAnchor |= other.Relation is Relation.Greater or Relation.NotEqual && other.Difference.IsTotal
                && exact.IsZero(At(other.Difference));
            if (!TermDerivative.Depends(other.Difference, x))
            {
                kept.Add(other);
            }
            else if (other.Relation is Relation.Greater or Relation.GreaterOrEqual && other.Difference.IsTotal
                && TermDerivative.Of(other.Difference, x) is { } slope && !TermDerivative.Depends(slope, x))
            {
                kept.Add(other);
                wrong.Add(At(other.Difference) < 0);
            }
        }

        // Whether it must not vanish either, and that it does not has still to be shown.
        bool isTight = _nodes[reduction.Node].Relation == Relation.GreaterOrEqual;
        for (int k = 0; k <= reduction.Order; k++)
        {
            bool isLast = k == reduction.Order;
            Term value = isLast ? g : At(g);
            if (isLast || !exact.IsZero(value))
            {
                bool isStrict = !isTight || (k > 0 && !(isLast && isOffAnchor));
                ExactTerm normal = isLast ? exactBetween : exact;
                Formula isPositive = normal.IsPositive(value, isStrict);
                Formula fails = k % 2 == 0
                    ? isLast && !isStrict ? isPositive & t.NotEqualTo(0) : isPositive
                    : ((t > 0) & isPositive) | ((t < 0) & normal.IsPositive(-value, isStrict));
                wrong.Add(isLast ? between & fails : fails);
                isTight &= isStrict;
            }

            if (isLast)
            {
                break;
            }

            if (TermDerivative.Of(g, x) is not { } next)
            {
                return null;
            }

            g = next;
        }

        return isTight ? null : Impossible(ranges, kept, Formula.Any(wrong));
    }
}
