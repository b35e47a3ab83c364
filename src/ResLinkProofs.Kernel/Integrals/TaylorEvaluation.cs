using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Kernel.Integrals.TaylorSeries;

namespace ResLinkProofs.Kernel.Integrals;

/// <summary>Encloses the Taylor coefficients of a term in one of its variables over a box.</summary>
internal static class TaylorEvaluation
{
    /// <summary>Encloses f^(k)/k! by one variable, k = 0..<paramref name="order"/>, at every point of the box.</summary>
    /// <param name="tape">The compiled term, its first output.</param>
    /// <param name="variable">The index of the variable.</param>
    /// <param name="box">One nonempty interval per variable.</param>
    /// <param name="order">The highest coefficient.</param>
    /// <returns>Null where the term may be undefined or less smooth somewhere on the box, or has an operation without a rule.</returns>
    public static Interval[]? Run(Tape tape, int variable, ReadOnlySpan<Interval> box, int order)
    {
        var slots = new Interval[tape.Length];
        IntervalEvaluation.Run(tape, box, slots);
        bool[] defined = Definedness.Of(tape, slots);
        var series = new Interval[tape.Length][];
        int output = tape.Outputs[0];
        for (int k = 0; k <= output; k++)
        {
            Instruction step = tape.Instructions[k];
            Interval[]? result = !defined[k] ? null
                : step.Operation == Operation.Variable && step.Left == variable ? Moving(slots[k], order + 1)
                : Term.IsLeaf(step.Operation) || tape.IsConstant(k) ? Constant(slots[k], order + 1)
                : step.Right >= 0 ? Binary(step.Operation, series[step.Left], series[step.Right])
                : Unary(step, series[step.Left], slots[k]);
            if (result is null || !Array.TrueForAll(result, c => c.IsBounded))
            {
                return null;
            }

            result[0] = result[0].Intersect(slots[k]);
            series[k] = result;
        }

        return series[output];
    }

    private static Interval[] Moving(Interval range, int length)
    {
        Interval[] series = Constant(range, length);
        series[1] = 1;
        return series;
    }

    private static Interval[]? Binary(Operation operation, Interval[] u, Interval[] v) => operation switch
    {
        Operation.Add => Combine(u, v, (a, b) => a + b),
        Operation.Subtract => Combine(u, v, (a, b) => a - b),
        Operation.Multiply => ReferenceEquals(u, v) ? Square(u) : Multiply(u, v),
        Operation.Divide => Divide(u, v),
        Operation.RealPower when u[0].Lower > 0 => Exp(Multiply(v, Log(u))),
        Operation.Max => u[0].Lower >= v[0].Upper ? u : v[0].Lower >= u[0].Upper ? v : null,
        Operation.Min => u[0].Upper <= v[0].Lower ? u : v[0].Upper <= u[0].Lower ? v : null,
        _ => null,
    };

    private static Interval[]? Unary(Instruction step, Interval[] u, Interval value) => step.Operation switch
    {
        Operation.Negate => Scale(u, -1),
        Operation.Abs => u[0].Lower >= 0 ? u : u[0].Upper <= 0 ? Scale(u, -1) : null,
        Operation.Power => Power(u, step.Exponent),
        Operation.Sqrt => Sqrt(u),
        Operation.Cbrt when u[0].Lower > 0 => Exp(Scale(Log(u), Interval.One / 3)),
        Operation.Exp => Exp(u),
        Operation.Log => Log(u),
        Operation.Sin => Circular(u).Sine,
        Operation.Cos => Circular(u).Cosine,
        Operation.Tan => Divide(Circular(u).Sine, Circular(u).Cosine),
        Operation.Atan => Primitive(value, u, Reciprocal(Shift(Square(u), 1))),
        Operation.Asin => Primitive(value, u, Reciprocal(Sqrt(Shift(Scale(Square(u), -1), 1)))),
        Operation.Acos => Primitive(value, u, Scale(Reciprocal(Sqrt(Shift(Scale(Square(u), -1), 1))), -1)),
        Operation.Sinh => Hyperbolic(u).Sine,
        Operation.Cosh => Hyperbolic(u).Cosine,
        Operation.Tanh => Divide(Hyperbolic(u).Sine, Hyperbolic(u).Cosine),
        Operation.Asinh => Primitive(value, u, Reciprocal(Sqrt(Shift(Square(u), 1)))),
        Operation.Acosh => Primitive(value, u, Reciprocal(Sqrt(Shift(Square(u), -1)))),
        Operation.Atanh => Primitive(value, u, Reciprocal(Shift(Scale(Square(u), -1), 1))),
        Operation.Erf => Primitive(value, u, Bell(u)),
        Operation.Erfc => Primitive(value, u, Scale(Bell(u), -1)),
        _ => null,
    };

    private static Interval[] Reciprocal(Interval[] u) => Divide(Constant(1, u.Length), u);

    private static Interval[] Log(Interval[] u) => Primitive(Interval.Log(u[0]), u, Reciprocal(u));

    private static (Interval[] Sine, Interval[] Cosine) Circular(Interval[] u) => Pair(Interval.Sin(u[0]), Interval.Cos(u[0]), u, -1);

    private static (Interval[] Sine, Interval[] Cosine) Hyperbolic(Interval[] u) => Pair(Interval.Sinh(u[0]), Interval.Cosh(u[0]), u, 1);

    // 2/sqrt(pi) e^(-u^2)
    private static Interval[] Bell(Interval[] u) => Scale(Exp(Scale(Square(u), -1)), Interval.ErfDerivative(0));

    private static Interval[]? Power(Interval[] u, int exponent)
    {
        const int Largest = 64; // beyond, no rule: the work of one step stays bounded
        if (Math.Abs(exponent) > Largest)
        {
            return null;
        }

        Interval[] power = Constant(1, u.Length), square = u;
        for (int n = Math.Abs(exponent); n > 0; n >>= 1)
        {
            power = (n & 1) != 0 ? Multiply(power, square) : power;
            square = n > 1 ? Square(square) : square;
        }

        return exponent < 0 ? Reciprocal(power) : power;
    }
}
