using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Expansions;

/// <summary>The Taylor coefficients f(u), f'(u), f''(u)/2, ... of the operations of one operand.</summary>
internal static class Derivatives
{
    /// <summary>The coefficients of an operation up to an order.</summary>
    /// <returns>Null for an operation that is not expanded.</returns>
    public static T[]? Of<T>(CoefficientArithmetic<T> arithmetic, Operation operation, int exponent, T operand, int order)
    {
        var result = new T[order + 1];
        result[0] = arithmetic.Value(operation, exponent, operand);
        switch (operation)
        {
            case Operation.Negate:
                Fill(result, k => arithmetic.Constant(k == 1 ? -1 : 0));
                return result;
            case Operation.Power:
                Fill(result, k => Binomial(exponent, k) is { Sign: not 0 } c
                    ? arithmetic.Multiply(arithmetic.Constant(c), arithmetic.Value(Operation.Power, exponent - k, operand))
                    : arithmetic.Constant(0));
                return result;
            case Operation.Sqrt:
                Fill(result, k => arithmetic.Multiply(
                    arithmetic.Constant(Binomial(new Rational(1, 2), k)),
                    arithmetic.Divide(result[0], arithmetic.Value(Operation.Power, k, operand))));
                return result;
            case Operation.Exp:
                Fill(result, k => arithmetic.Multiply(arithmetic.Constant(Rational.One / Factorial(k)), result[0]));
                return result;
            case Operation.Log:
                Fill(result, k => arithmetic.Multiply(
                    arithmetic.Constant(new Rational(k % 2 == 0 ? -1 : 1, k)), arithmetic.Value(Operation.Power, -k, operand)));
                return result;
            case Operation.Sin or Operation.Cos:
                // The derivatives are sin, cos, -sin, -cos, and for cos from the second one on.
                int shift = operation == Operation.Sin ? 0 : 1;
                T sine = arithmetic.Value(Operation.Sin, 0, operand), cosine = arithmetic.Value(Operation.Cos, 0, operand);
                Fill(result, k => arithmetic.Multiply(
                    arithmetic.Constant(((k + shift) % 4 < 2 ? Rational.One : -Rational.One) / Factorial(k)),
                    (k + shift) % 2 == 0 ? sine : cosine));
                return result;
            case Operation.Sinh or Operation.Cosh:
                T sinh = arithmetic.Value(Operation.Sinh, 0, operand), cosh = arithmetic.Value(Operation.Cosh, 0, operand);
                Fill(result, k => arithmetic.Multiply(
                    arithmetic.Constant(Rational.One / Factorial(k)), (k % 2 == 0) == (operation == Operation.Sinh) ? sinh : cosh));
                return result;
            case Operation.Tan or Operation.Tanh:
                Tangent(arithmetic, result, operation == Operation.Tan ? 1 : -1);
                return result;
            case Operation.Erf or Operation.Erfc:
                T[] bell = Bell(arithmetic, operand, order);
                Integrate(
                    arithmetic,
                    result,
                    operation == Operation.Erf ? bell : Array.ConvertAll(bell, s => arithmetic.Value(Operation.Negate, 0, s)));
                return result;
            case Operation.Atan:
                // 1 / (1 + (u + t)^2)
                Integrate(arithmetic, result, Powers(arithmetic, Quadratic(arithmetic, operand, 1), -Rational.One, order));
                return result;
            case Operation.Asin or Operation.Acos:
                // +-(1 - (u + t)^2)^(-1/2)
                T[] slopes = Powers(arithmetic, Quadratic(arithmetic, operand, -1), new Rational(-1, 2), order);
                Integrate(
                    arithmetic,
                    result,
                    operation == Operation.Asin ? slopes : Array.ConvertAll(slopes, s => arithmetic.Value(Operation.Negate, 0, s)));
                return result;
            default:
                return null;
        }
    }

    private static void Fill<T>(T[] result, Func<int, T> coefficient)
    {
        for (int k = 1; k < result.Length; k++)
        {
            result[k] = coefficient(k);
        }
    }

    // a (a - 1) ... (a - k + 1) / k!
    private static Rational Binomial(Rational a, int k)
    {
        Rational result = Rational.One;
        for (int i = 0; i < k; i++)
        {
            result = result * (a - i) / (i + 1);
        }

        return result;
    }

    private static Rational Factorial(int k) => k <= 1 ? Rational.One : k * Factorial(k - 1);

    // y' = 1 + sign y^2
    private static void Tangent<T>(CoefficientArithmetic<T> arithmetic, T[] y, int sign)
    {
        for (int k = 0; k + 1 < y.Length; k++)
        {
            T sum = Series.Convolution(arithmetic, y, y, k);
            sum = sign > 0 ? sum : arithmetic.Multiply(arithmetic.Constant(-1), sum);
            sum = k == 0 ? arithmetic.Add(sum, arithmetic.Constant(1)) : sum;
            y[k + 1] = arithmetic.Multiply(arithmetic.Constant(new Rational(1, k + 1)), sum);
        }
    }

    // 1 + sign (u + t)^2 = (1 + sign u^2) + 2 sign u t + sign t^2
    private static T[] Quadratic<T>(CoefficientArithmetic<T> arithmetic, T u, int sign) =>
    [
        arithmetic.Add(arithmetic.Constant(1), arithmetic.Multiply(arithmetic.Constant(sign), arithmetic.Square(u))),
        arithmetic.Multiply(arithmetic.Constant(2 * sign), u),
        arithmetic.Constant(sign),
    ];

    // q = p^a for a quadratic p, by p q' = a p' q: k p_0 q_k = sum over j = 1, 2 of (a j - (k - j)) p_j q_(k-j).
    private static T[] Powers<T>(CoefficientArithmetic<T> arithmetic, T[] p, Rational a, int order)
    {
        var q = new T[order + 1];
        T one = arithmetic.Constant(1);
        q[0] = arithmetic.Divide(one, a == -Rational.One ? p[0] : arithmetic.Value(Operation.Sqrt, 0, p[0]));
        for (int k = 1; k <= order; k++)
        {
            T sum = arithmetic.Constant(0);
            for (int j = 1; j <= Math.Min(2, k); j++)
            {
                T factor = arithmetic.Constant(((a * j) - (k - j)) / k);
                sum = arithmetic.Add(sum, arithmetic.Multiply(factor, arithmetic.Multiply(p[j], q[k - j])));
            }

            q[k] = arithmetic.Divide(sum, p[0]);
        }

        return q;
    }

    // g = 2/sqrt(pi) exp(-(u + t)^2), by g' = -2 (u + t) g.
    private static T[] Bell<T>(CoefficientArithmetic<T> arithmetic, T u, int order)
    {
        var g = new T[order + 1];
        T exponent = arithmetic.Value(Operation.Negate, 0, arithmetic.Square(u));
        T scale = arithmetic.Divide(arithmetic.Constant(2), arithmetic.Value(Operation.Sqrt, 0, arithmetic.Pi));
        g[0] = arithmetic.Multiply(scale, arithmetic.Value(Operation.Exp, 0, exponent));
        for (int k = 0; k < order; k++)
        {
            T sum = arithmetic.Multiply(u, g[k]);
            sum = k == 0 ? sum : arithmetic.Add(sum, g[k - 1]);
            g[k + 1] = arithmetic.Multiply(arithmetic.Constant(new Rational(-2, k + 1)), sum);
        }

        return g;
    }

    private static void Integrate<T>(CoefficientArithmetic<T> arithmetic, T[] result, T[] derivative) =>
        Fill(result, k => arithmetic.Multiply(arithmetic.Constant(new Rational(1, k)), derivative[k - 1]));
}
