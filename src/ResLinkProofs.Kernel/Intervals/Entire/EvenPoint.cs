namespace ResLinkProofs.Kernel.Intervals.Entire;

/// <summary>The even functions that are evaluated by a series near zero and by their defining quotient elsewhere.</summary>
internal enum Family
{
    Sinc,
    SincDescent,
    SincSecondDescent,
    SineDefect,
    SineDefectDescent,
    ArcsineDefect,
    ArcsineDefectAscent,
}

/// <summary>Values of the even functions at one point, and their quotients over intervals away from zero.</summary>
internal static class EvenPoint
{
    /// <summary>An enclosure at x >= 0; x &lt;= 1 for the two functions of the arc sine.</summary>
    internal static Interval Evaluate(Family family, double x)
    {
        bool isArcsine = family is Family.ArcsineDefect or Family.ArcsineDefectAscent;
        if (double.IsInfinity(x))
            return 0; // every other function here tends to zero
        Interval point = Interval.Point(x);
        if (x > (isArcsine ? EvenSeries.PositiveReach : EvenSeries.AlternatingReach))
            return Quotient(family, point);
        Interval q = Interval.Square(point);
        return family switch
        {
            Family.Sinc => EvenSeries.Sinc(q),
            Family.SincDescent => EvenSeries.SincDescent(q),
            Family.SincSecondDescent => EvenSeries.SincSecondDescent(q),
            Family.SineDefect => EvenSeries.SineDefect(q),
            Family.SineDefectDescent => EvenSeries.SineDefectDescent(q),
            Family.ArcsineDefect => EvenSeries.ArcsineDefect(q),
            _ => EvenSeries.ArcsineDefectAscent(q),
        };
    }

    /// <summary>The natural extension of the defining quotient over positive x.</summary>
    internal static Interval Quotient(Family family, Interval x) => family switch
    {
        Family.Sinc => Interval.Sin(x) / x,
        Family.SincDescent => (Interval.Sin(x) - (x * Interval.Cos(x))) / Interval.Pow(x, 3),
        Family.SincSecondDescent =>
            ((3 * Interval.Sin(x)) - (3 * x * Interval.Cos(x)) - (Interval.Square(x) * Interval.Sin(x))) / Interval.Pow(x, 5),
        Family.SineDefect => (x - Interval.Sin(x)) / Interval.Pow(x, 3),
        Family.SineDefectDescent => ((x * (2 + Interval.Cos(x))) - (3 * Interval.Sin(x))) / Interval.Pow(x, 5),
        Family.ArcsineDefect => (Interval.Asin(x) - x) / Interval.Pow(x, 3),
        _ when x.Upper >= 1 => new Interval(0.1, double.PositiveInfinity), // from 3/20 at zero it increases to infinity at 1
        _ => ((x / Interval.Sqrt((1 - x) * (1 + x))) + (2 * x) - (3 * Interval.Asin(x))) / Interval.Pow(x, 5),
    };
}
