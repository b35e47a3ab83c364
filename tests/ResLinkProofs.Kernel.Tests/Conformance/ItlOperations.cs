using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Kernel.Tests.Conformance.ItlValue;

namespace ResLinkProofs.Kernel.Tests.Conformance;

/// <summary>The operations of the interval test language that the kernel has.</summary>
internal static class ItlOperations
{
    private static readonly Dictionary<string, Func<Interval, Interval>> Unary = new()
    {
        ["pos"] = x => x,
        ["neg"] = x => -x,
        ["recip"] = Interval.Reciprocal,
        ["sqr"] = Interval.Square,
        ["sqrt"] = Interval.Sqrt,
        ["abs"] = Interval.Abs,
        ["exp"] = Interval.Exp,
        ["log"] = Interval.Log,
        ["sin"] = Interval.Sin,
        ["cos"] = Interval.Cos,
        ["tan"] = Interval.Tan,
        ["atan"] = Interval.Atan,
        ["asin"] = Interval.Asin,
        ["acos"] = Interval.Acos,
        ["sinh"] = Interval.Sinh,
        ["cosh"] = Interval.Cosh,
        ["tanh"] = Interval.Tanh,
        ["asinh"] = Interval.Asinh,
        ["acosh"] = Interval.Acosh,
        ["atanh"] = Interval.Atanh,
        ["cbrt"] = Interval.Cbrt,
    };

    private static readonly Dictionary<string, Func<Interval, Interval, Interval>> Binary = new()
    {
        ["add"] = (x, y) => x + y,
        ["sub"] = (x, y) => x - y,
        ["mul"] = (x, y) => x * y,
        ["div"] = (x, y) => x / y,
        ["min"] = Interval.Min,
        ["max"] = Interval.Max,
        ["intersection"] = (x, y) => x.Intersect(y),
        ["convexHull"] = (x, y) => x.Hull(y),
    };

    private static readonly Dictionary<string, Func<Interval, bool>> Predicate = new()
    {
        ["isEmpty"] = x => x.IsEmpty,
        ["isEntire"] = x => x.IsEntire,
        ["isSingleton"] = x => x.IsPoint,
        ["isCommonInterval"] = x => x.IsBounded,
    };

    private static readonly Dictionary<string, Func<Interval, Interval, bool>> Relation = new()
    {
        ["equal"] = (x, y) => x == y,
        ["subset"] = (x, y) => y.Contains(x),
        ["interior"] = (x, y) => y.ContainsInInterior(x),
        ["disjoint"] = (x, y) => x.IsDisjointFrom(y),
    };

    private static readonly Dictionary<string, Func<Interval, double>> Measure = new()
    {
        ["inf"] = x => x.Infimum,
        ["sup"] = x => x.Supremum,
        ["mid"] = x => x.Midpoint,
        ["wid"] = x => x.Width,
        ["mag"] = x => x.Magnitude,
        ["mig"] = x => x.Mignitude,
    };

    private static readonly BinaryOperator RealPower = Operators.Binary(Operation.RealPower);

    internal static int Count => Unary.Count + Binary.Count + Predicate.Count + Relation.Count + Measure.Count + 3;

    /// <summary>The kernel's value, or null for an operation that the kernel does not have.</summary>
    internal static ItlValue? Evaluate(string operation, IReadOnlyList<ItlValue> operands) => operands switch
    {
        [Set x] when Unary.TryGetValue(operation, out var f) => new Set(f(x.Value)),
        [Set x] when Predicate.TryGetValue(operation, out var f) => new Truth(f(x.Value)),
        [Set x] when Measure.TryGetValue(operation, out var f) => new Number(f(x.Value)),
        [Set x, Set y] when Binary.TryGetValue(operation, out var f) => new Set(f(x.Value, y.Value)),
        [Set x, Set y] when Relation.TryGetValue(operation, out var f) => new Truth(f(x.Value, y.Value)),
        // The kernel's power is defined on all of its operands or not at all.
        [Set x, Set y] when operation == "pow" => x.Value.IsEmpty || y.Value.IsEmpty ? new Set(Interval.Empty)
            : RealPower.IsDefinedOn(x.Value, y.Value) ? new Set(RealPower.Enclose(x.Value, y.Value)) : null,
        [Set x, Number n] when operation == "pown" => new Set(Interval.Pow(x.Value, checked((int)n.Value))),
        [Number n, Set x] when operation == "isMember" => new Truth(x.Value.Contains(n.Value)),
        _ => null,
    };
}
