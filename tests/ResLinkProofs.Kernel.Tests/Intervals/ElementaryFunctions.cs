using ResLinkProofs.Kernel.Intervals;

namespace ResLinkProofs.Kernel.Tests.Intervals;

/// <summary>The elementary functions by name, with the part of the line on which random arguments are drawn.</summary>
internal static class ElementaryFunctions
{
    internal static readonly string[] Names = ["exp", "log", "sin", "cos", "tan", "atan", "asin", "acos"];

    internal static Func<Interval, Interval> Named(string name) => name switch
    {
        "exp" => Interval.Exp,
        "log" => Interval.Log,
        "sin" => Interval.Sin,
        "cos" => Interval.Cos,
        "tan" => Interval.Tan,
        "atan" => Interval.Atan,
        "asin" => Interval.Asin,
        "acos" => Interval.Acos,
        "sqrt" => Interval.Sqrt,
        "square" => Interval.Square,
        "abs" => Interval.Abs,
        "reciprocal" => Interval.Reciprocal,
        "cube" => x => Interval.Pow(x, 3),
        "fourth" => x => Interval.Pow(x, 4),
        "inverse cube" => x => Interval.Pow(x, -3),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "not a function of this list"),
    };
}
