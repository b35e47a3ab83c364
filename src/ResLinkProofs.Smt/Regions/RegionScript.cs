using System.Globalization;
using System.Text;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Smt.Regions;

/// <summary>
/// The text of a question about regions while it grows: variables with their ranges, named constants, and conditions to be checked.
/// </summary>
internal sealed class RegionScript
{
    private readonly StringBuilder _text = new("(set-logic QF_LRA)\n");
    private readonly List<(Rational Lower, Rational Upper)?> _ranges = [];
    private readonly Dictionary<Rational, string> _constants = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private List<string> _conditions = [];

    /// <summary>The characters so far.</summary>
    public int Length => _text.Length;

    /// <summary>The whole question.</summary>
    /// <param name="asserted">What is to be satisfied beside the ranges.</param>
    public string Ask(string asserted)
    {
        _text.Append(CultureInfo.InvariantCulture, $"(assert {asserted})\n(check-sat)\n");
        return _text.ToString();
    }

    /// <summary>Adds a condition without which nothing follows.</summary>
    public void Require(string condition)
    {
        if (_known.Add(condition))
        {
            _conditions.Add(condition);
        }
    }

    /// <summary>The conditions since the last call.</summary>
    public IReadOnlyList<string> TakeConditions()
    {
        List<string> taken = _conditions;
        _conditions = [];
        _known.Clear();
        return taken;
    }

    /// <summary>A new variable of which nothing is known.</summary>
    public LinearForm Free()
    {
        _ranges.Add(null);
        _text.Append(CultureInfo.InvariantCulture, $"(declare-const {LinearForm.Name(_ranges.Count - 1)} Real)\n");
        return LinearForm.OfVariable(_ranges.Count - 1);
    }

    /// <summary>A new variable between two numbers.</summary>
    public LinearForm Between(Rational lower, Rational upper) => Between(lower, upper, SmtText.Number(lower), SmtText.Number(upper));

    /// <summary>A new variable between two decimals.</summary>
    public LinearForm Between(DecimalBounds bounds) => Between(bounds.Lower, bounds.Upper, Name(bounds.Lower), Name(bounds.Upper));

    /// <summary>A new variable that is the smaller or the larger of two forms.</summary>
    public LinearForm OneOf(LinearForm x, LinearForm y, bool isMin)
    {
        LinearForm value = Free();
        string far = isMin ? "<=" : ">=";
        _text.Append(CultureInfo.InvariantCulture, $"(assert (and {(value - x).Compare(far)} {(value - y).Compare(far)} "
            + $"(or {(value - x).Compare("=")} {(value - y).Compare("=")})))\n");
        if (RangeOf(x) is { } a && RangeOf(y) is { } b)
        {
            _ranges[^1] = isMin
                ? (Rational.Min(a.Lower, b.Lower), Rational.Min(a.Upper, b.Upper))
                : (Rational.Max(a.Lower, b.Lower), Rational.Max(a.Upper, b.Upper));
        }

        return value;
    }

    /// <summary>The range of a form over the ranges of its variables, exact; null where one is unbounded.</summary>
    public (Rational Lower, Rational Upper)? RangeOf(LinearForm form)
    {
        (Rational lower, Rational upper) = (form.Constant, form.Constant);
        foreach ((int variable, Rational factor) in form.Terms)
        {
            if (_ranges[variable] is not var (low, high))
            {
                return null;
            }

            lower += factor * (factor.Sign > 0 ? low : high);
            upper += factor * (factor.Sign > 0 ? high : low);
        }

        return (lower, upper);
    }

    /// <summary>The name of a decimal constant.</summary>
    public string Name(Rational value)
    {
        if (!_constants.TryGetValue(value, out string? name))
        {
            string literal = DecimalBounds.Write(value);
            if (literal.Length < 8)
            {
                name = literal;
            }
            else
            {
                name = string.Create(CultureInfo.InvariantCulture, $"c{_constants.Count}");
                _text.Append(CultureInfo.InvariantCulture, $"(define-fun {name} () Real {literal})\n");
            }

            _constants.Add(value, name);
        }

        return name;
    }

    private LinearForm Between(Rational lower, Rational upper, string low, string high)
    {
        LinearForm variable = Free();
        _ranges[^1] = (lower, upper);
        _text.Append(CultureInfo.InvariantCulture, $"(assert (<= {low} {LinearForm.Name(_ranges.Count - 1)} {high}))\n");
        return variable;
    }
}
