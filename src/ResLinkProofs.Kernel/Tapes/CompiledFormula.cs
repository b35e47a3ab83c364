using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Precision;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes;

/// <summary>What enclosures tell about a formula.</summary>
public enum Truth
{
    /// <summary>Not decided.</summary>
    Unknown,

    /// <summary>Holds at every point.</summary>
    True,

    /// <summary>Fails at every point.</summary>
    False,
}

/// <summary>A formula whose atoms are outputs of one tape: decided on boxes, measured at points.</summary>
public sealed class CompiledFormula
{
    private CompiledFormula(Formula formula, Tape tape, IReadOnlyDictionary<Atom, int> slots)
    {
        Formula = formula;
        Tape = tape;
        SlotOf = slots;
    }

    /// <summary>The formula.</summary>
    public Formula Formula { get; }

    /// <summary>The tape that computes the differences of all atoms.</summary>
    public Tape Tape { get; }

    /// <summary>The slot of each atom's difference.</summary>
    public IReadOnlyDictionary<Atom, int> SlotOf { get; }

    /// <summary>Compiles a formula over the given variables.</summary>
    /// <param name="variables">Distinct names that include every variable of the formula.</param>
    /// <param name="formula">The formula.</param>
    /// <exception cref="ArgumentException">A variable is not listed.</exception>
    public static CompiledFormula Compile(IReadOnlyList<string> variables, Formula formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        Atom[] atoms = [.. formula.Atoms().Distinct()];
        Tape tape = Tape.Compile(variables, Array.ConvertAll(atoms, a => a.Difference));
        var slots = new Dictionary<Atom, int>(atoms.Length);
        for (int i = 0; i < atoms.Length; i++)
        {
            slots.Add(atoms[i], tape.Outputs[i]);
        }

        return new CompiledFormula(formula, tape, slots);
    }

    /// <summary>
    /// Decides the formula over a box by the natural interval extension. An atom that may be undefined somewhere in the box
    /// decides nothing.
    /// </summary>
    /// <param name="box">One nonempty interval per variable.</param>
    public Truth Decide(ReadOnlySpan<Interval> box)
    {
        Interval[] slots = Enclosures(box);
        return Decide(Formula, atom => slots[SlotOf[atom]]);
    }

    /// <summary>Decides the formula at those points of a box at which some slots are exactly zero.</summary>
    /// <param name="box">One nonempty interval per variable.</param>
    /// <param name="zero">The slots.</param>
    public Truth DecideWhereZero(ReadOnlySpan<Interval> box, IReadOnlyList<int> zero)
    {
        Interval[] slots = Enclosures(box);
        return Decide(Formula, atom => zero.Contains(SlotOf[atom]) ? Interval.Zero : slots[SlotOf[atom]]);
    }

    /// <summary>Decides the formula at a rational point: exactly where the atoms are exact there, else by enclosures.</summary>
    /// <param name="point">One coordinate per variable.</param>
    public Truth DecideAt(IReadOnlyList<Rational> point)
    {
        Rational?[] exact = RationalEvaluation.Run(Tape, point);
        Interval[] slots = Enclosures([.. point.Select(Interval.Enclose)]);
        return Decide(Formula, atom => exact[SlotOf[atom]] is { } value ? SignOf(value) : slots[SlotOf[atom]]);
    }

    /// <summary>
    /// Decides the formula at a rational point like <see cref="DecideAt"/>, and where that does not tell by enclosures with more bits.
    /// </summary>
    /// <param name="point">One coordinate per variable.</param>
    /// <param name="zero">Slots that are known to be exactly zero there.</param>
    public Truth DecidePreciselyAt(IReadOnlyList<Rational> point, IReadOnlyList<int> zero)
    {
        ArgumentNullException.ThrowIfNull(zero);
        Rational?[] exact = RationalEvaluation.Run(Tape, point);
        Interval[] slots = Enclosures([.. point.Select(Interval.Enclose)]);
        for (int rung = 0; ; rung++)
        {
            Truth truth = Decide(Formula, atom => zero.Contains(SlotOf[atom]) ? Interval.Zero
                : exact[SlotOf[atom]] is { } value ? SignOf(value) : slots[SlotOf[atom]]);
            if (truth != Truth.Unknown || rung == PreciseEvaluation.Ladder.Length || Tape.Length > PreciseEvaluation.LongestTape)
            {
                return truth;
            }

            RationalInterval?[] precise = PreciseEvaluation.Run(
                Tape, [.. point.Select(x => (RationalInterval?)RationalInterval.Point(x))], PreciseEvaluation.Ladder[rung]);
            for (int k = 0; k < slots.Length; k++)
            {
                slots[k] = precise[k]?.Signs ?? slots[k];
            }
        }
    }

    /// <summary>True when everything that the formula compares certainly has a value at a rational point.</summary>
    /// <param name="point">One coordinate per variable.</param>
    public bool IsDefinedAt(IReadOnlyList<Rational> point)
    {
        Rational?[] exact = RationalEvaluation.Run(Tape, point);
        var slots = new Interval[Tape.Length];
        IntervalEvaluation.Run(Tape, [.. point.Select(Interval.Enclose)], slots);
        bool[] defined = Definedness.Of(Tape, slots);
        return SlotOf.Values.All(slot => exact[slot] is not null || defined[slot]);
    }

    /// <summary>An enclosure of the margin at a rational point.</summary>
    /// <param name="point">One coordinate per variable.</param>
    public Interval MarginAt(IReadOnlyList<Rational> point)
    {
        Rational?[] exact = RationalEvaluation.Run(Tape, point);
        Interval[] slots = Enclosures([.. point.Select(Interval.Enclose)]);
        return MarginOf(Formula, atom => exact[SlotOf[atom]] is { } value ? Interval.Enclose(value) : slots[SlotOf[atom]]);
    }

    /// <summary>An enclosure of the margins at all points of a box.</summary>
    /// <param name="box">One nonempty interval per variable.</param>
    public Interval MarginOver(ReadOnlySpan<Interval> box)
    {
        Interval[] slots = Enclosures(box);
        return MarginOf(Formula, atom => slots[SlotOf[atom]]);
    }

    // Where an atom may be undefined its enclosure must say nothing: the whole line.
    private Interval[] Enclosures(ReadOnlySpan<Interval> box)
    {
        var slots = new Interval[Tape.Length];
        IntervalEvaluation.Run(Tape, box, slots);
        bool[] defined = Definedness.Of(Tape, slots);
        for (int k = 0; k < slots.Length; k++)
        {
            slots[k] = defined[k] ? slots[k] : Interval.Entire;
        }

        return slots;
    }

    // The sign of an exact value survives the rounding of huge and tiny rationals to doubles only if it is taken first.
    private static Interval SignOf(Rational value) => Interval.Point(value.Sign);

    private static Truth Decide(Formula formula, Func<Atom, Interval> enclosure) => formula switch
    {
        Atom atom => Decide(atom.Relation, enclosure(atom)),
        Conjunction c => Fold(c.Operands, enclosure, Truth.False, Truth.True),
        Junction d => Fold(d.Operands, enclosure, Truth.True, Truth.False),
        _ => Truth.Unknown,
    };

    private static Truth Fold(IReadOnlyList<Formula> operands, Func<Atom, Interval> enclosure, Truth absorbing, Truth neutral)
    {
        Truth result = neutral;
        foreach (Formula operand in operands)
        {
            Truth truth = Decide(operand, enclosure);
            if (truth == absorbing)
            {
                return absorbing;
            }

            result = truth == neutral ? result : Truth.Unknown;
        }

        return result;
    }

    /// <summary>What an enclosure of the difference tells about a comparison.</summary>
    /// <param name="relation">The comparison with zero.</param>
    /// <param name="difference">An enclosure of the difference, not empty.</param>
    public static Truth Decide(Relation relation, Interval difference) => relation switch
    {
        _ when difference.IsEmpty => Truth.Unknown,
        Relation.GreaterOrEqual => difference.Lower >= 0 ? Truth.True : difference.Upper < 0 ? Truth.False : Truth.Unknown,
        Relation.Greater => difference.Lower > 0 ? Truth.True : difference.Upper <= 0 ? Truth.False : Truth.Unknown,
        Relation.Equal => difference is { Lower: 0, Upper: 0 } ? Truth.True : difference.Contains(0.0) ? Truth.Unknown : Truth.False,
        _ => difference is { Lower: 0, Upper: 0 } ? Truth.False : difference.Contains(0.0) ? Truth.Unknown : Truth.True,
    };

    private static Interval MarginOf(Formula formula, Func<Atom, Interval> enclosure) => formula switch
    {
        Atom { Relation: Relation.Equal } atom => -Interval.Abs(enclosure(atom)),
        Atom { Relation: Relation.NotEqual } atom => Interval.Abs(enclosure(atom)),
        Atom atom => enclosure(atom),
        Conjunction c => c.Operands.Select(f => MarginOf(f, enclosure)).Aggregate(Interval.Point(double.MaxValue), Interval.Min),
        Junction d => d.Operands.Select(f => MarginOf(f, enclosure)).Aggregate(Interval.Point(-double.MaxValue), Interval.Max),
        _ => Interval.Entire,
    };
}
