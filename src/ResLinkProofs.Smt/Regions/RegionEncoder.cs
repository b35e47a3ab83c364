using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Smt.Regions;

/// <summary>
/// Writes a formula over one region as linear real arithmetic. What is rational is computed exactly; the value of every operation that
/// is not linear is a variable between two decimals, and that the operation has its value there is a condition which the solver checks.
/// </summary>
internal sealed class RegionEncoder
{
    private readonly RegionScript _script;
    private readonly NonlinearBounds _bounds;
    private readonly LinearForm[] _values;

    private RegionEncoder(Tape tape, Region region, RegionScript script)
    {
        _script = script;
        _bounds = new NonlinearBounds(script);
        _values = new LinearForm[tape.Length];
        for (int slot = 0; slot < tape.Length; slot++)
        {
            Instruction step = tape.Instructions[slot];
            _values[slot] = step.Operation switch
            {
                Operation.Literal => LinearForm.Of(tape.Literals[step.Left]),
                Operation.Variable when region.Lower[step.Left] == region.Upper[step.Left] => LinearForm.Of(region.Lower[step.Left]),
                Operation.Variable => script.Between(region.Lower[step.Left], region.Upper[step.Left]),
                Operation.Pi => _bounds.Pi(),
                Operation.Argument => _values[step.Left],
                Operation.Integral => script.Free(), // some real number: linear arithmetic knows nothing of it
                Operation.Conditional => Choice(_values[step.Condition], _values[step.Left], _values[step.Right]),
                _ => Value(step, _values[step.Left], step.Right < 0 ? _values[step.Left] : _values[step.Right]),
            };
        }
    }

    /// <summary>Writes the variables of a region and what is known of them.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="region">One side per variable of its tape.</param>
    /// <param name="script">Receives declarations, and assertions that cannot contradict each other.</param>
    /// <returns>A formula that holds wherever the given one does, and wherever one of the conditions fails.</returns>
    public static string Write(CompiledFormula formula, Region region, RegionScript script)
    {
        var encoder = new RegionEncoder(formula.Tape, region, script);
        string stated = encoder.Write(formula.Formula, formula.SlotOf);
        return script.TakeConditions() is { Count: > 0 } conditions ? $"(or {stated} (not (and {string.Join(' ', conditions)})))" : stated;
    }

    private string Write(Formula formula, IReadOnlyDictionary<Atom, int> slots) => formula switch
    {
        Atom { Relation: Relation.NotEqual } atom => $"(not {_values[slots[atom]].Compare("=")})",
        Atom { Relation: Relation.GreaterOrEqual } atom => _values[slots[atom]].Compare(">="),
        Atom { Relation: Relation.Greater } atom => _values[slots[atom]].Compare(">"),
        Atom atom => _values[slots[atom]].Compare("="),
        Conjunction { Operands.Count: 0 } => "true",
        Disjunction { Operands.Count: 0 } => "false",
        Conjunction c => $"(and {string.Join(' ', c.Operands.Select(f => Write(f, slots)))})",
        Junction d => $"(or {string.Join(' ', d.Operands.Select(f => Write(f, slots)))})",
        _ => throw new ArgumentException($"Unknown formula {formula.GetType().Name}.", nameof(formula)),
    };

    private LinearForm Value(Instruction step, LinearForm x, LinearForm y)
    {
        if (x.IsConstant && y.IsConstant && Exact(step, x.Constant, y.Constant) is { } value)
        {
            return LinearForm.Of(value);
        }

        return step.Operation switch
        {
            Operation.Add => x + y,
            Operation.Subtract => x - y,
            Operation.Negate => x * -1,
            Operation.Multiply when x.IsConstant => y * x.Constant,
            Operation.Multiply when y.IsConstant => x * y.Constant,
            Operation.Divide when y.IsConstant && y.Constant.Sign != 0 => x * (Rational.One / y.Constant),
            Operation.Power when step.Exponent is 1 => x,
            Operation.Power when step.Exponent is 0 => LinearForm.Of(Rational.One),
            Operation.Min => Extreme(x, y, isMin: true),
            Operation.Max => Extreme(x, y, isMin: false),
            Operation.Abs => Extreme(x, x * -1, isMin: false),
            _ => _bounds.Value(step, x, y),
        };
    }

    // Where the range of the condition tells which branch it is, that branch; across a jump nothing is said.
    private LinearForm Choice(LinearForm condition, LinearForm first, LinearForm second)
    {
        if (_script.RangeOf(condition) is not { } range || (range.Lower.Sign < 0 && range.Upper.Sign >= 0))
        {
            return _script.Free();
        }

        bool isFirst = range.Lower.Sign >= 0;
        if (!condition.IsConstant)
        {
            _script.Require(condition.Compare(isFirst ? ">=" : "<"));
        }

        return isFirst ? first : second;
    }

    // Rational arithmetic, and roots of squares.
    private static Rational? Exact(Instruction step, Rational x, Rational y) => step.Operation switch
    {
        Operation.Multiply => x * y,
        Operation.Divide when y.Sign != 0 => x / y,
        Operation.Min => Rational.Min(x, y),
        Operation.Max => Rational.Max(x, y),
        Operation.Abs => Rational.Abs(x),
        Operation.Power when Math.Abs(step.Exponent) <= SmtEncoder.LargestPower && (step.Exponent >= 0 || x.Sign != 0) =>
            Rational.Pow(x, step.Exponent),
        Operation.Sqrt => ExactRoot.Of(x),
        _ => null,
    };

    // Where the ranges tell which operand it is, that operand; else one of them, on the far side of both.
    private LinearForm Extreme(LinearForm x, LinearForm y, bool isMin)
    {
        LinearForm difference = x - y;
        if (_script.RangeOf(difference) is { } range && (range.Lower.Sign >= 0 || range.Upper.Sign <= 0))
        {
            bool isLeftLarger = range.Lower.Sign >= 0;
            _script.Require(difference.Compare(isLeftLarger ? ">=" : "<="));
            return isLeftLarger == isMin ? y : x;
        }

        return _script.OneOf(x, y, isMin);
    }
}
