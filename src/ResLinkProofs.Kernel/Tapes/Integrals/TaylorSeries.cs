using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tapes.Integrals;

/// <summary>
/// Taylor coefficients of an integrand by its bound variable, at a point of a cell and at all points of it, by the recurrences that the
/// differential equations of the elementary functions give. Refused where an operation may fail to be smooth on the cell.
/// </summary>
/// <param name="tape">The integrand; variable 0 is bound, and the last slot is the value.</param>
internal sealed class TaylorSeries(Tape tape)
{
    /// <summary>The highest order; even.</summary>
    public const int Order = 12;

    private readonly bool[] _depends = Dependence(tape);
    private readonly Interval[][] _point = Rows(tape.Length);
    private readonly Interval[][] _cell = Rows(tape.Length);
    private readonly bool[] _isExpanded = new bool[tape.Length];

    /// <summary>The coefficients of the value at the point.</summary>
    public ReadOnlySpan<Interval> AtPoint => _point[^1];

    /// <summary>Enclosures of its coefficients at every point of the cell.</summary>
    public ReadOnlySpan<Interval> OverCell => _cell[^1];

    /// <summary>Expands the value.</summary>
    /// <param name="cell">Enclosures over the cell, on which the value is defined.</param>
    /// <param name="point">Enclosures at a point of it.</param>
    /// <returns>False where some operation may fail to be smooth.</returns>
    public bool Expand(Interval[] cell, Interval[] point)
    {
        for (int k = 0; k < tape.Length; k++)
        {
            Instruction step = tape.Instructions[k];
            // A branch that does not apply need not have an expansion.
            bool isReady = !_depends[k] || step.Operation == Operation.Variable || step.Operation == Operation.Conditional
                || (_isExpanded[step.Left] && (step.Right < 0 || _isExpanded[step.Right]));
            _isExpanded[k] = isReady && Fill(k, _point, point, cell) && Fill(k, _cell, cell, cell);
        }

        return _isExpanded[^1];
    }

    // The coefficients of one slot from those of its operands; which branches are taken, and what is refused, the whole cell decides.
    private bool Fill(int k, Interval[][] series, Interval[] values, Interval[] cell)
    {
        Instruction step = tape.Instructions[k];
        Interval[] y = series[k];
        Array.Clear(y);
        y[0] = values[k];
        if (!_depends[k])
        {
            return true;
        }

        if (step.Operation == Operation.Variable)
        {
            y[1] = Interval.One;
            return true;
        }

        Interval[] u = series[step.Left], v = step.Right >= 0 ? series[step.Right] : u;
        Interval left = cell[step.Left], right = step.Right >= 0 ? cell[step.Right] : left;
        switch (step.Operation)
        {
            case Operation.Add:
                return Set(y, j => u[j] + v[j]);
            case Operation.Subtract:
                return Set(y, j => u[j] - v[j]);
            case Operation.Negate:
                return Set(y, j => -u[j]);
            case Operation.Multiply:
                return Set(y, j => Convolution(u, v, j));
            case Operation.Divide:
                return !right.Contains(0.0) && Set(y, j => (u[j] - Weighted(v, y, j, i => i > 0 ? 1 : 0)) / v[0]);
            case Operation.Abs:
                return Copy(y, u, left.Lower >= 0 ? 1 : left.Upper <= 0 ? -1 : 0);
            case Operation.Min:
                return left.Upper <= right.Lower ? Copy(y, u, 1) : right.Upper <= left.Lower && Copy(y, v, 1);
            case Operation.Max:
                return left.Upper <= right.Lower ? Copy(y, v, 1) : right.Upper <= left.Lower && Copy(y, u, 1);
            case Operation.Conditional:
                int branch = Conditional.Branch(cell[step.Condition]);
                return branch > 0 ? _isExpanded[step.Left] && Copy(y, u, 1) : branch < 0 && _isExpanded[step.Right] && Copy(y, v, 1);
            case Operation.Power:
                return !left.Contains(0.0) ? Power(y, u, step.Exponent) : step.Exponent is >= 0 and <= 16 && Product(y, u, step.Exponent);
            case Operation.RealPower:
                return left.Lower > 0 && (_depends[step.Right] ? Exponential(y, u, v) : Power(y, u, v[0]));
            case Operation.Sqrt:
                return left.Lower > 0 && Power(y, u, Interval.One / 2);
            case Operation.Cbrt:
                return !left.Contains(0.0) && Power(y, u, Interval.One / 3);
            case Operation.Exp:
                return Integrate(y, u, y);
            case Operation.Log:
                return left.Lower > 0 && Logarithm(y, u);
            case Operation.Sin or Operation.Cos:
                return Pair(y, u, step.Operation == Operation.Sin, Interval.Sin(u[0]), Interval.Cos(u[0]), -1);
            case Operation.Sinh or Operation.Cosh:
                return Pair(y, u, step.Operation == Operation.Sinh, Interval.Sinh(u[0]), Interval.Cosh(u[0]), 1);
            case Operation.Tan:
                return Riccati(y, u, 1);
            case Operation.Tanh:
                return Riccati(y, u, -1);
            case Operation.Atan:
                return Integrate(y, u, Power(Quadratic(u, 1, 1), -1));
            case Operation.Atanh:
                return left.Lower > -1 && left.Upper < 1 && Integrate(y, u, Power(Quadratic(u, 1, -1), -1));
            case Operation.Asin or Operation.Acos:
                Interval[] root = Power(Quadratic(u, 1, -1), -Interval.One / 2);
                return left.Lower > -1 && left.Upper < 1 && Integrate(y, u, root, step.Operation == Operation.Asin ? 1 : -1);
            case Operation.Asinh:
                return Integrate(y, u, Power(Quadratic(u, 1, 1), -Interval.One / 2));
            case Operation.Acosh:
                return left.Lower > 1 && Integrate(y, u, Power(Quadratic(u, -1, 1), -Interval.One / 2));
            case Operation.Erf or Operation.Erfc:
                Interval[] square = Quadratic(u, 0, -1), gauss = new Interval[Order + 1];
                gauss[0] = Interval.Exp(square[0]);
                return Integrate(gauss, square, gauss)
                    && Integrate(y, u, gauss, (step.Operation == Operation.Erf ? 2 : -2) / Interval.Sqrt(Interval.Pi));
            default:
                return false;
        }
    }

    private static bool Set(Interval[] y, Func<int, Interval> coefficient)
    {
        for (int j = 1; j <= Order; j++)
        {
            y[j] = coefficient(j);
        }

        return true;
    }

    private static bool Copy(Interval[] y, Interval[] u, int sign) => sign != 0 && Set(y, j => sign * u[j]);

    // The sum over i of weight(i) a_i b_(j - i).
    private static Interval Weighted(Interval[] a, Interval[] b, int j, Func<int, Interval> weight)
    {
        Interval sum = Interval.Zero;
        for (int i = 0; i <= j; i++)
        {
            Interval factor = weight(i);
            if (factor != Interval.Zero)
            {
                sum += factor * (a[i] * b[j - i]);
            }
        }

        return sum;
    }

    private static Interval Convolution(Interval[] u, Interval[] v, int j) => Weighted(u, v, j, _ => 1);

    // y' = factor g u'; g may be y itself.
    private static bool Integrate(Interval[] y, Interval[] u, Interval[] g) => Integrate(y, u, g, Interval.One);

    private static bool Integrate(Interval[] y, Interval[] u, Interval[] g, Interval factor) =>
        Set(y, j => factor * (Weighted(u, g, j, i => i) / j));

    // y = u^a, from y_0: j u_0 y_j = the sum over i >= 1 of (a i - (j - i)) u_i y_(j - i).
    private static bool Power(Interval[] y, Interval[] u, Interval a) =>
        Set(y, j => Weighted(u, y, j, i => i == 0 ? 0 : (a * i) - (j - i)) / (j * u[0]));

    // p^a for a = -1 or -1/2.
    private static Interval[] Power(Interval[] p, Interval a)
    {
        var y = new Interval[Order + 1];
        y[0] = 1 / (a == -Interval.One ? p[0] : Interval.Sqrt(p[0]));
        Power(y, p, a);
        return y;
    }

    // j u_0 y_j = j u_j - the sum over 0 < i < j of i y_i u_(j - i).
    private static bool Logarithm(Interval[] y, Interval[] u) =>
        Set(y, j => (u[j] - (Weighted(y, u, j, i => i < j ? i : 0) / j)) / u[0]);

    // u^v = exp(v log u)
    private static bool Exponential(Interval[] y, Interval[] u, Interval[] v)
    {
        Interval[] logarithm = new Interval[Order + 1], exponent = new Interval[Order + 1];
        logarithm[0] = Interval.Log(u[0]);
        return Logarithm(logarithm, u) && Set(exponent, j => Convolution(v, logarithm, j)) && Integrate(y, exponent, y);
    }

    private static bool Product(Interval[] y, Interval[] u, int exponent)
    {
        Interval[] product = new Interval[Order + 1];
        product[0] = Interval.One;
        for (int n = 0; n < exponent; n++)
        {
            Interval[] before = product;
            product = new Interval[Order + 1];
            product[0] = Convolution(before, u, 0);
            Set(product, j => Convolution(before, u, j));
        }

        return Copy(y, product, 1);
    }

    // constant + sign u^2
    private static Interval[] Quadratic(Interval[] u, int constant, int sign)
    {
        var p = new Interval[Order + 1];
        p[0] = constant + (sign * Interval.Square(u[0]));
        Set(p, j => sign * Convolution(u, u, j));
        return p;
    }

    // s' = c u' and c' = sign s u'
    private static bool Pair(Interval[] y, Interval[] u, bool isFirst, Interval s0, Interval c0, int sign)
    {
        Interval[] s = new Interval[Order + 1], c = new Interval[Order + 1];
        (s[0], c[0]) = (s0, c0);
        for (int j = 1; j <= Order; j++)
        {
            s[j] = Weighted(u, c, j, i => i) / j;
            c[j] = sign * (Weighted(u, s, j, i => i) / j);
        }

        return Copy(y, isFirst ? s : c, 1);
    }

    // y' = (1 + sign y^2) u'
    private static bool Riccati(Interval[] y, Interval[] u, int sign)
    {
        var g = new Interval[Order + 1];
        g[0] = 1 + (sign * Interval.Square(y[0]));
        for (int j = 1; j <= Order; j++)
        {
            y[j] = Weighted(u, g, j, i => i) / j;
            g[j] = sign * Convolution(y, y, j);
        }

        return true;
    }

    private static Interval[][] Rows(int count) => [.. Enumerable.Range(0, count).Select(_ => new Interval[Order + 1])];

    private static bool[] Dependence(Tape tape)
    {
        var depends = new bool[tape.Length];
        for (int k = 0; k < depends.Length; k++)
        {
            Instruction step = tape.Instructions[k];
            depends[k] = step.Operation == Operation.Variable ? step.Left == 0
                : !Term.IsLeaf(step.Operation)
                    && (depends[step.Left] || (step.Right >= 0 && depends[step.Right]) || (step.Condition >= 0 && depends[step.Condition]));
        }

        return depends;
    }
}
