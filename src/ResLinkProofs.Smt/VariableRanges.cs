using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Smt;

/// <summary>The closed ranges of variables that follow from comparisons with constants.</summary>
internal sealed class VariableRanges
{
    private readonly Dictionary<string, (Rational? Lower, Rational? Upper)> _ranges;

    public VariableRanges(IEnumerable<string> names) =>
        _ranges = names.ToDictionary(name => name, _ => ((Rational?)null, (Rational?)null), StringComparer.Ordinal);

    /// <summary>The range of a variable; null where it is unbounded.</summary>
    public (Rational? Lower, Rational? Upper) this[string name] => _ranges[name];

    /// <summary>The tightest interval around the range of a variable.</summary>
    public Interval Enclose(string name)
    {
        (Rational? lower, Rational? upper) = _ranges[name];
        return new Interval(
            lower is { } low ? Interval.Enclose(low).Lower : double.NegativeInfinity,
            upper is { } high ? Interval.Enclose(high).Upper : double.PositiveInfinity);
    }

    /// <summary>Intersects a range with an atom that compares its variable with a constant.</summary>
    /// <returns>
    /// True when the ranges now say everything that the formula says; false for other formulas, for strict comparisons (whose
    /// closure is used) and for those that would leave no value (which are not used).
    /// </returns>
    public bool Narrow(Formula formula)
    {
        if (formula is not Atom atom || atom.Relation == Relation.NotEqual)
        {
            return false;
        }

        (Term? variable, Rational bound, bool isLower) = (atom.Left, atom.Right) switch
        {
            ({ Operation: Operation.Variable } x, { Operation: Operation.Literal } c) => (x, c.Value, true),
            ({ Operation: Operation.Literal } c, { Operation: Operation.Variable } x) => (x, c.Value, false),
            _ => (null, default, false),
        };
        if (variable is null || !_ranges.TryGetValue(variable.Name!, out (Rational? Lower, Rational? Upper) range))
        {
            return false;
        }

        (Rational? lower, Rational? upper) = range;
        if (isLower || atom.Relation == Relation.Equal)
        {
            lower = lower is { } known && known > bound ? known : bound;
        }

        if (!isLower || atom.Relation == Relation.Equal)
        {
            upper = upper is { } known && known < bound ? known : bound;
        }

        if (lower > upper)
        {
            return false;
        }

        _ranges[variable.Name!] = (lower, upper);
        return atom.Relation != Relation.Greater;
    }
}
