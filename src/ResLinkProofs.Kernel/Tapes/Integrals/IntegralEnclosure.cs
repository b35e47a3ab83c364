using ResLinkProofs.Kernel.Intervals;

namespace ResLinkProofs.Kernel.Tapes.Integrals;

/// <summary>Encloses an integral by a sum over cells, the widest of which is bisected until there are enough.</summary>
/// <remarks>
/// A cell is a part of the range on all of which, and for all values of the parameters, the integrand has a value within bounds: it is
/// then integrable, being composed of measurable functions. Bounds that are no points are cut off: the integral from any a in A to a
/// point m of A is (m - a) times a value between the least and the largest of the integrand over A. Which cells are bisected, and
/// when that ends, depends on enclosures alone; any subdivision gives an enclosure.
/// </remarks>
internal static class IntegralEnclosure
{
    /// <summary>The largest number of cells.</summary>
    public const int MostCells = 96;

    private const double RelativeWidth = 1.0 / (1L << 50), Progress = 0.85;

    /// <summary>An enclosure for all values of the arguments; the whole line where the integral may not exist.</summary>
    /// <param name="form">The integrand.</param>
    /// <param name="arguments">Enclosures of bounds and parameters.</param>
    public static Interval Of(IntegralForm form, ReadOnlySpan<Interval> arguments)
    {
        bool isImproper = form.Integrand.IsImproper;
        if (!arguments[0].IsBounded || (!isImproper && !arguments[1].IsBounded))
        {
            return Interval.Entire;
        }

        var rule = new CellRule(form.Body, arguments[^form.Integrand.Parameters..]);
        double start = arguments[0].Midpoint;
        Interval sum = CutOff(rule, arguments[0], start);
        if (isImproper)
        {
            sum += Between(rule, start, double.PositiveInfinity);
        }
        else
        {
            double end = arguments[1].Midpoint;
            sum += start <= end ? Between(rule, start, end) : -Between(rule, end, start);
            sum -= CutOff(rule, arguments[1], end);
        }

        return sum.IsBounded ? sum : Interval.Entire;
    }

    // The integrals from the points of an interval to one of its points.
    private static Interval CutOff(CellRule rule, Interval bound, double point) =>
        rule.Values(bound) is { IsBounded: true } values ? values * (Interval.Point(point) - bound) : Interval.Entire;

    private static Interval Between(CellRule rule, double start, double end)
    {
        var cells = new List<Cell> { Cell.Of(rule, start, end) };
        double before = double.PositiveInfinity;
        int next = 8;
        while (cells.Count < MostCells)
        {
            Interval sum = Sum(cells);
            if (sum.IsBounded)
            {
                // Where the parameters make the width, or the rounding, more cells do not help.
                bool isLooked = cells.Count == next;
                next = isLooked ? 2 * next : next;
                if (sum.Width <= RelativeWidth * sum.Magnitude || (isLooked && sum.Width > Progress * before))
                {
                    break;
                }

                before = isLooked ? sum.Width : before;
            }
            else if (cells.Count == next)
            {
                next *= 2;
            }

            int widest = Enumerable.Range(0, cells.Count).MaxBy(i => cells[i].Value.Width);
            (double lower, double upper, _) = cells[widest];
            double middle = Middle(lower, upper);
            if (!(lower < middle && middle < upper))
            {
                break;
            }

            cells[widest] = Cell.Of(rule, lower, middle);
            cells.Insert(widest + 1, Cell.Of(rule, middle, upper));
        }

        return Sum(cells);
    }

    // Up to infinity the steps double.
    private static double Middle(double lower, double upper) =>
        double.IsFinite(upper) ? (0.5 * lower) + (0.5 * upper) : lower < 1 ? 1 : 2 * lower;

    private static Interval Sum(List<Cell> cells)
    {
        Interval sum = Interval.Zero;
        foreach (Cell cell in cells)
        {
            sum += cell.Value;
        }

        return sum;
    }

    private readonly record struct Cell(double Lower, double Upper, Interval Value)
    {
        public static Cell Of(CellRule rule, double lower, double upper) =>
            new(lower, upper, double.IsFinite(upper) ? rule.Integral(lower, upper) : rule.Tail(lower));
    }
}
