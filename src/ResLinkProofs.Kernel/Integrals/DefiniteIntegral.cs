using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Integrals;

/// <summary>An enclosure of a definite integral, and of how many pieces it is the sum.</summary>
/// <param name="Value">Contains the integral for all values of the parameters in their ranges; the whole line where the integrand may be undefined.</param>
/// <param name="Pieces">The number of pieces.</param>
public readonly record struct IntegralEnclosure(Interval Value, int Pieces);

/// <summary>
/// Certified quadrature over a bounded interval: on each piece the integral of the Taylor polynomial about its middle and of Lagrange's remainder, whose
/// coefficient is enclosed over the whole piece. The widest piece is halved until the sum is as narrow as wanted or the budget is spent.
/// </summary>
/// <remarks>
/// f(t) = sum of f_k (t - c)^k, k below N, + f^(N)(s)/N! (t - c)^N. N is even, so the last factor is not negative, and the integral of the remainder is a
/// mean of the enclosed coefficient times the integral of (t - c)^N. Where f is not known to be so smooth, its range times the length: every
/// operation is continuous where it is defined.
/// </remarks>
public sealed class DefiniteIntegral
{
    private const int Order = 14;

    private readonly Tape _tape;
    private readonly Interval[] _box;
    private readonly int _variable;

    /// <summary>An integrand.</summary>
    /// <param name="integrand">A term.</param>
    /// <param name="variable">The variable of integration.</param>
    /// <param name="parameters">The ranges of all other variables of the integrand.</param>
    /// <exception cref="ArgumentException">The integrand has another variable, or the variable of integration is among the parameters.</exception>
    public DefiniteIntegral(Term integrand, string variable, IReadOnlyDictionary<string, Interval>? parameters = null)
    {
        ArgumentNullException.ThrowIfNull(integrand);
        string[] others = [.. parameters?.Keys.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>()];
        _tape = Tape.Compile([.. others, variable], [integrand]);
        _box = [.. others.Select(name => parameters![name]), default];
        _variable = others.Length;
    }

    /// <summary>Encloses the integral.</summary>
    /// <param name="lower">An enclosure of the lower end, bounded.</param>
    /// <param name="upper">An enclosure of the upper end, bounded, nowhere below <paramref name="lower"/>.</param>
    /// <param name="width">The width at which to stop.</param>
    /// <param name="budget">The largest number of pieces; at least 1.</param>
    /// <exception cref="ArgumentException">The ends are unbounded or in the wrong order.</exception>
    public IntegralEnclosure Enclose(Interval lower, Interval upper, double width, int budget)
    {
        if (!lower.IsBounded || !upper.IsBounded || lower.Upper > upper.Lower)
        {
            throw new ArgumentException($"The ends of an integral must be bounded and in order; given are {lower} and {upper}.", nameof(upper));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(budget, 1);
        // From the enclosures of the ends only what lies between 0 and all of it belongs to the integral.
        Interval slivers = Sliver(lower) + Sliver(upper);
        var pieces = new PriorityQueue<(Interval Range, Interval Value), double>();
        Add(new Interval(lower.Upper, upper.Lower));
        while (pieces.Count < budget && pieces.Peek() is var (range, value) && range.Lower < range.Midpoint && range.Midpoint < range.Upper
            && !(value.Width * pieces.Count <= width))
        {
            pieces.Dequeue();
            Add(new Interval(range.Lower, range.Midpoint));
            Add(new Interval(range.Midpoint, range.Upper));
        }

        return new(pieces.UnorderedItems.OrderBy(p => p.Element.Range.Lower).Aggregate(slivers, (sum, p) => sum + p.Element.Value), pieces.Count);

        void Add(Interval piece)
        {
            Interval value = Piece(piece);
            pieces.Enqueue((piece, value), -value.Width);
        }
    }

    private Interval Sliver(Interval end) => end.IsPoint ? 0 : (Range(end) * new Interval(0, end.Width)).Hull(0);

    // Continuous, and so integrable, where it is defined.
    private Interval Range(Interval piece)
    {
        _box[_variable] = piece;
        var slots = new Interval[_tape.Length];
        IntervalEvaluation.Run(_tape, _box, slots);
        int output = _tape.Outputs[0];
        return Definedness.Of(_tape, slots)[output] ? slots[output] : Interval.Entire;
    }

    private Interval Piece(Interval piece)
    {
        Interval length = Interval.Point(piece.Upper) - Interval.Point(piece.Lower), plain = Range(piece) * length;
        if (piece.IsPoint || !plain.IsBounded)
        {
            return piece.IsPoint ? 0 : plain;
        }

        Interval middle = Interval.Point(piece.Midpoint), left = middle - Interval.Point(piece.Lower), right = Interval.Point(piece.Upper) - middle;
        if (TaylorEvaluation.Run(_tape, _variable, _box, Order) is not { } over)
        {
            return plain;
        }

        _box[_variable] = middle;
        if (TaylorEvaluation.Run(_tape, _variable, _box, Order - 1) is not { } at)
        {
            return plain;
        }

        Interval sum = over[Order] * Moment(left, right, Order);
        for (int k = Order - 1; k >= 0; k--)
        {
            sum += at[k] * Moment(left, right, k);
        }

        return sum.Intersect(plain);
    }

    // The integral of (t - c)^k from c - left to c + right.
    private static Interval Moment(Interval left, Interval right, int k)
    {
        Interval above = Interval.Pow(right, k + 1), below = Interval.Pow(left, k + 1);
        return (k % 2 == 0 ? above + below : above - below) / (k + 1);
    }
}
