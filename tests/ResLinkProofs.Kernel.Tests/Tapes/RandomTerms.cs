using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Tapes;

/// <summary>Random terms, boxes and points, reproducible from a seed.</summary>
public sealed class RandomTerms(int seed, int variables)
{
    private static readonly Operation[] Arithmetic =
    [
        Operation.Add, Operation.Add, Operation.Subtract, Operation.Multiply, Operation.Multiply, Operation.Divide,
        Operation.Power, Operation.Power, Operation.Negate,
    ];

    private static readonly Operation[] Kinks = [Operation.Abs, Operation.Min, Operation.Max, Operation.Conditional];

    private static readonly Operation[] Functions =
    [
        Operation.Sqrt, Operation.Exp, Operation.Log, Operation.Sin, Operation.Cos, Operation.Tan, Operation.Atan, Operation.Asin, Operation.Acos,
        Operation.Sinc, Operation.VersineQuotient, Operation.SineDefect, Operation.ArcsineDefect,
        Operation.Sinh, Operation.Cosh, Operation.Tanh, Operation.Asinh, Operation.Acosh, Operation.Atanh, Operation.Cbrt, Operation.Erf, Operation.Erfc,
        Operation.RealPower,
    ];

    private readonly Random _random = new(seed);

    public IReadOnlyList<string> Names { get; } = [.. Enumerable.Range(0, variables).Select(i => $"x{i}")];

    public bool WithKinks { get; init; } = true;

    public int Below(int below) => _random.Next(below);

    public double Real(double low, double high) => low + ((high - low) * _random.NextDouble());

    public Rational Ratio() => new(_random.Next(-20, 21), _random.Next(1, 9));

    /// <summary>A term of at most the given depth; one operation in six is an elementary function.</summary>
    public Term Term(int depth)
    {
        if (depth == 0 || _random.Next(8) == 0)
        {
            return _random.Next(4) == 0 ? Kernel.Terms.Term.Literal(Ratio()) : Kernel.Terms.Term.Variable(Names[_random.Next(Names.Count)]);
        }

        Operation[] family = _random.Next(6) == 0 ? Functions : WithKinks && _random.Next(7) == 0 ? Kinks : Arithmetic;
        Operation operation = family[_random.Next(family.Length)];
        Term left = Term(depth - 1);
        return operation switch
        {
            Operation.Power => Kernel.Terms.Term.Pow(left, _random.Next(6) == 0 ? -_random.Next(1, 3) : _random.Next(2, 5)),
            Operation.Conditional => Kernel.Terms.Term.Create(operation, left, Term(depth - 1), 0, Term(depth - 1)),
            _ when Kernel.Terms.Term.IsBinary(operation) => Kernel.Terms.Term.Create(operation, left, Term(depth - 1)),
            _ => Kernel.Terms.Term.Create(operation, left),
        };
    }

    public Interval[] Box()
    {
        var box = new Interval[Names.Count];
        for (int i = 0; i < box.Length; i++)
        {
            double centre = Real(-2, 2), radius = Math.Pow(10, Real(-3, 0.3));
            box[i] = new Interval(centre - radius, centre + radius);
        }

        return box;
    }

    public double[] Point(ReadOnlySpan<Interval> box)
    {
        double[] point = new double[box.Length];
        for (int i = 0; i < point.Length; i++)
        {
            point[i] = Math.Clamp(_random.Next(5) switch { 0 => box[i].Lower, 1 => box[i].Upper, _ => Real(box[i].Lower, box[i].Upper) }, box[i].Lower, box[i].Upper);
        }

        return point;
    }

    public static Interval[] Enclose(double[] point) => Array.ConvertAll(point, Interval.Point);
}
