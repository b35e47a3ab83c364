namespace ResLinkProofs.Kernel.Intervals.Elementary;

/// <summary>Two doubles with Lower &lt;= f(x) &lt;= Upper for one point x.</summary>
public readonly record struct Endpoints(double Lower, double Upper)
{
    /// <summary>Whether no double lies strictly between: then the enclosure of an irrational value cannot be tighter.</summary>
    public bool IsTight => Lower == Upper || Math.BitIncrement(Lower) == Upper;

    /// <summary>The enclosure of the opposite number.</summary>
    public static Endpoints operator -(Endpoints value) => new(-value.Upper, -value.Lower);

    /// <summary>One exactly known value.</summary>
    public static Endpoints Exact(double value) => new(value, value);
}
