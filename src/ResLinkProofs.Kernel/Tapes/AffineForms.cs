using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes;

/// <summary>
/// Enclosures of the slots of a tape by affine forms with shared error terms: v = c + sum_j a_j e_j, where the noise symbols e_j in
/// [-1, 1] depend on the point of the box alone, the same for every slot. What two slots have in common cancels.
/// </summary>
/// <remarks>
/// Every constant and coefficient is an interval, so that rounding needs no account of its own: for each point x of the box there are
/// numbers e_j(x) in [-1, 1] such that every slot that has a form is, at x, a member of the set c + sum_j a_j e_j(x). For a variable
/// e = (x - c) / a. For an operation g that is twice continuously differentiable on the ranges of its operands, Taylor's theorem
/// about a point m of them gives g(u) = g(m) + g'(m)(u - m) + r, r in g''(ranges)(u - m)^2 / 2, and the e of a new symbol is (r - middle
/// of r) / radius of r. Any other slot with a bounded enclosure gets a new symbol for all of it; one without has no form. A range is the
/// intersection of the form's with the operation's image of the operands' ranges. Not safe for concurrent use.
/// </remarks>
public sealed class AffineForms
{
    private readonly Tape _tape;
    private readonly int _columns;
    private readonly Interval[] _constants;
    private readonly Interval[] _coefficients;
    private readonly bool[] _hasForm;
    private int _symbols;

    /// <summary>Prepares the working space, of about (slots)^2 intervals.</summary>
    /// <param name="tape">The compiled terms.</param>
    public AffineForms(Tape tape)
    {
        ArgumentNullException.ThrowIfNull(tape);
        _tape = tape;
        _columns = tape.Variables.Count + tape.Length;
        _constants = new Interval[tape.Length];
        _coefficients = new Interval[tape.Length * _columns];
        _hasForm = new bool[tape.Length];
    }

    /// <summary>Encloses every slot over a box.</summary>
    /// <param name="box">One nonempty interval per variable.</param>
    /// <param name="slots">Receives an enclosure of each slot's values at the points of the box; the whole line where one may be
    /// undefined.</param>
    /// <param name="images">Receives the image of each operation on the enclosures of its operands, which derivatives are made from:
    /// between two values that the operands have there may be some that they do not have.</param>
    public void Run(ReadOnlySpan<Interval> box, Span<Interval> slots, Span<Interval> images)
    {
        Array.Clear(_coefficients);
        _symbols = box.Length;
        for (int k = 0; k < _tape.Length; k++)
        {
            Instruction step = _tape.Instructions[k];
            Interval image = images[k] = slots[k] = step.Operation switch
            {
                Operation.Literal => _tape.LiteralEnclosures[step.Left],
                Operation.Variable => box[step.Left],
                Operation.Pi => Interval.Pi,
                Operation.Conditional => Conditional.Enclose(slots[step.Condition], slots[step.Left], slots[step.Right]),
                _ => step.Right >= 0
                    ? _tape.Binary(k).Enclose(slots[step.Left], slots[step.Right])
                    : _tape.Unary(k).Enclose(slots[step.Left]),
            };
            _hasForm[k] = image.IsBounded;
            int symbols = _symbols;
            if (!image.IsBounded)
            {
                continue;
            }

            if (step.Operation == Operation.Variable)
            {
                Cover(k, image, step.Left);
            }
            else if (_tape.IsConstant(k))
            {
                _constants[k] = image;
            }
            else if (TryLinearise(k, step, slots, image))
            {
                Interval range = RangeOf(k).Intersect(image);
                if (!range.IsEmpty && RangeOf(k).Width <= 2 * image.Width)
                {
                    slots[k] = range;
                }
                else
                {
                    Row(k).Clear();
                    _symbols = symbols;
                    Cover(k, image, _symbols++);
                }
            }
            else
            {
                Cover(k, image, _symbols++);
            }
        }
    }

    private Span<Interval> Row(int k) => _coefficients.AsSpan(k * _columns, _columns);

    // v = m + r e for all v of the range, r rounded up.
    private void Cover(int k, Interval range, int symbol)
    {
        double middle = range.Midpoint;
        _constants[k] = Interval.Point(middle);
        Row(k)[symbol] = Interval.Point((range - Interval.Point(middle)).Magnitude);
    }

    private Interval RangeOf(int k)
    {
        Interval range = _constants[k], unit = new(-1, 1);
        foreach (Interval coefficient in Row(k)[.._symbols])
        {
            range += coefficient * unit;
        }

        return range;
    }

    private bool TryLinearise(int k, in Instruction step, ReadOnlySpan<Interval> slots, Interval image)
    {
        if (step.Operation == Operation.Conditional)
        {
            int branch = Conditional.Branch(slots[step.Condition]);
            return branch != 0 && TryCombine(k, Interval.Zero, branch > 0 ? step.Left : step.Right, Interval.One, 0, -1, default, 0);
        }

        Interval left = slots[step.Left], middle = Interval.Point(left.Midpoint);
        if (step.Right < 0)
        {
            UnaryOperator g = _tape.Unary(k);
            Interval curvature = g.Curvature(left, image), value = g.Enclose(middle);
            Interval slope = g.Slopes(middle, value).Intersect(g.Slopes(left, image));
            return !left.IsPoint && curvature.IsBounded && value.IsBounded
                && TryCombine(
                    k, value, step.Left, slope, middle, -1, default, default, curvature * Interval.Square(left - middle) / 2);
        }

        BinaryOperator h = _tape.Binary(k);
        Interval right = slots[step.Right], other = Interval.Point(right.Midpoint), at = h.Enclose(middle, other);
        BinaryCurvature bend = h.Curvature(left, right, image);
        if (!(at.IsBounded && bend.LeftLeft.IsBounded && bend.LeftRight.IsBounded && bend.RightRight.IsBounded)
            || (left.IsPoint && right.IsPoint))
        {
            return false;
        }

        (Interval first, Interval second) = h.Slopes(middle, other, at);
        (Interval firstOver, Interval secondOver) = h.Slopes(left, right, image);
        Interval mixed = bend.LeftRight == Interval.Zero ? 0 : bend.LeftRight * Product(step.Left, middle, step.Right, other, slots);
        Interval rest = (bend.LeftLeft * Interval.Square(left - middle) / 2) + mixed
            + (bend.RightRight * Interval.Square(right - other) / 2);
        return TryCombine(
            k, at, step.Left, first.Intersect(firstOver), middle, step.Right, second.Intersect(secondOver), other, rest);
    }

    // (u - m)(w - o), squares of symbols being nonnegative; the differences of the constants count as symbols that are 1.
    private Interval Product(int u, Interval m, int w, Interval o, ReadOnlySpan<Interval> slots)
    {
        Interval plain = u == w ? Interval.Square(slots[u] - m) : (slots[u] - m) * (slots[w] - o);
        if (!_hasForm[u] || !_hasForm[w])
        {
            return plain;
        }

        Interval a = _constants[u] - m, b = _constants[w] - o, unit = new(0, 1), same = a * b * unit;
        Interval left = Interval.Point(a.Magnitude), right = Interval.Point(b.Magnitude), both = left * right;
        Span<Interval> rowU = Row(u), rowW = Row(w);
        for (int j = 0; j < _symbols; j++)
        {
            Interval p = Interval.Point(rowU[j].Magnitude), q = Interval.Point(rowW[j].Magnitude);
            left += p;
            right += q;
            both += p * q;
            same += rowU[j] * rowW[j] * unit;
        }

        double across = Math.Max(0, ((left * right) - Interval.Point(both.Lower)).Upper);
        return plain.Intersect(same + new Interval(-across, across));
    }

    // at + first (u - m) + second (w - o) + rest, with a new symbol for the rest.
    private bool TryCombine(
        int k, Interval at, int u, Interval first, Interval m, int w, Interval second, Interval o, Interval rest = default)
    {
        bool isBinary = w >= 0;
        if (!_hasForm[u] || (isBinary && !_hasForm[w]) || !first.IsBounded || !second.IsBounded || !rest.IsBounded)
        {
            return false;
        }

        _constants[k] = at + (first * (_constants[u] - m)) + (isBinary ? second * (_constants[w] - o) : 0)
            + Interval.Point(rest.Midpoint);
        Span<Interval> target = Row(k), from = Row(u), other = isBinary ? Row(w) : [];
        for (int j = 0; j < _symbols; j++)
        {
            target[j] = (first * from[j]) + (isBinary ? second * other[j] : 0);
        }

        if (!rest.IsPoint)
        {
            target[_symbols++] = Interval.Point((rest - Interval.Point(rest.Midpoint)).Magnitude);
        }

        return true;
    }
}
