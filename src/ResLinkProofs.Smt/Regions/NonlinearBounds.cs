using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Smt.Regions;

/// <summary>Operations that are not linear: a variable between two decimals, and the conditions under which the value lies there.</summary>
/// <remarks>
/// For a product the condition says that the products of the ends of the operands' ranges lie between the decimals
/// (a product of two variables takes its extremes at corners), for a root that their squares enclose the range of
/// the operand, and so on; that an operand lies in its range is a condition as well. A condition speaks of earlier
/// variables only and ranges never contradict each other, so what the solver confirms it confirms without the
/// kernel. Taken on trust is what arithmetic cannot say: pi, and the enclosures of transcendental functions.
/// </remarks>
/// <param name="script">Receives variables and conditions.</param>
internal sealed class NonlinearBounds(RegionScript script)
{
    private readonly Dictionary<LinearForm, DecimalBounds> _confined = new(ReferenceEqualityComparer.Instance);

    /// <summary>The circle constant.</summary>
    public LinearForm Pi() => script.Between(DecimalBounds.Around(Interval.Pi));

    /// <summary>The value of an operation that is not linear.</summary>
    /// <param name="step">The operation.</param>
    /// <param name="x">The first operand.</param>
    /// <param name="y">The second operand; the first again where there is none.</param>
    public LinearForm Value(Instruction step, LinearForm x, LinearForm y)
    {
        // An operation that may be undefined has some real value about which nothing is known.
        if (Math.Abs(step.Exponent) > SmtEncoder.LargestPower || Confine(x) is not { } left || Confine(y) is not { } right)
        {
            return script.Free();
        }

        return step.Operation switch
        {
            Operation.Multiply => Product(left, right),
            Operation.Divide when right.Lower.Sign * right.Upper.Sign > 0 => Quotient(left, right),
            Operation.Power when step.Exponent > 0 || left.Lower.Sign * left.Upper.Sign > 0 => Power(left, step.Exponent),
            Operation.Sqrt when left.Lower.Sign >= 0 => Root(left),
            Operation.Divide or Operation.Power or Operation.Sqrt => script.Free(),
            Operation.RealPower => Between(Operators.Binary(step.Operation).Enclose(left.Enclosure(), right.Enclosure())),
            _ => Between(Operators.Unary(step.Operation).Enclose(left.Enclosure())),
        };
    }

    // The range of an operand in decimals, and the condition that it lies there.
    private DecimalBounds? Confine(LinearForm form)
    {
        if (_confined.TryGetValue(form, out DecimalBounds known))
        {
            return known;
        }

        if (script.RangeOf(form) is not var (lower, upper))
        {
            return null;
        }

        var bounds = DecimalBounds.Around(lower, upper);
        if (!(form.IsVariable && bounds.Lower == lower && bounds.Upper == upper)) // which is asserted of the variable anyway
        {
            script.Require(form.Between(script.Name(bounds.Lower), script.Name(bounds.Upper)));
        }

        _confined.Add(form, bounds);
        return bounds;
    }

    private LinearForm Product(DecimalBounds x, DecimalBounds y)
    {
        Rational[] corners = [x.Lower * y.Lower, x.Lower * y.Upper, x.Upper * y.Lower, x.Upper * y.Upper];
        (DecimalBounds bounds, string low, string high) = Named(corners);
        (string a, string b, string c, string d) = (script.Name(x.Lower), script.Name(x.Upper), script.Name(y.Lower), script.Name(y.Upper));
        if (x.Sign == 0 || y.Sign == 0)
        {
            script.Require($"(<= {low} (* {a} {c}) {high})");
            script.Require($"(<= {low} (* {a} {d}) {high})");
            script.Require($"(<= {low} (* {b} {c}) {high})");
            script.Require($"(<= {low} (* {b} {d}) {high})");
            return script.Between(bounds);
        }

        // With signs fixed two corners do.
        (string least, string largest) = (x.Sign > 0, y.Sign > 0) switch
        {
            (true, true) => ($"{a} {c}", $"{b} {d}"),
            (true, false) => ($"{b} {c}", $"{a} {d}"),
            (false, true) => ($"{a} {d}", $"{b} {c}"),
            (false, false) => ($"{b} {d}", $"{a} {c}"),
        };
        script.Require(x.Sign > 0 ? $"(<= 0.0 {a})" : $"(<= {b} 0.0)");
        script.Require(y.Sign > 0 ? $"(<= 0.0 {c})" : $"(<= {d} 0.0)");
        script.Require($"(<= {low} (* {least}))");
        script.Require($"(<= (* {largest}) {high})");
        return script.Between(bounds);
    }

    private LinearForm Quotient(DecimalBounds x, DecimalBounds y)
    {
        (DecimalBounds bounds, string low, string high) = Named(x.Lower / y.Lower, x.Lower / y.Upper, x.Upper / y.Lower, x.Upper / y.Upper);
        script.Require($"(> (* {script.Name(y.Lower)} {script.Name(y.Upper)}) 0.0)");
        foreach (Rational numerator in new[] { x.Lower, x.Upper }.Distinct())
        {
            foreach (Rational denominator in new[] { y.Lower, y.Upper }.Distinct())
            {
                script.Require($"(<= {low} (/ {script.Name(numerator)} {script.Name(denominator)}) {high})");
            }
        }

        return script.Between(bounds);
    }

    // Between the ends a power is monotone, unless zero lies between them and it is even or negative.
    private LinearForm Power(DecimalBounds x, int exponent)
    {
        bool hasMinimumInside = exponent > 0 && exponent % 2 == 0 && x.Sign == 0;
        Rational[] ends =
        [
            Rational.Pow(x.Lower, exponent),
            Rational.Pow(x.Upper, exponent),
            .. hasMinimumInside ? [Rational.Zero] : Array.Empty<Rational>(),
        ];
        (DecimalBounds bounds, string low, string high) = Named(ends);
        foreach (Rational end in new[] { x.Lower, x.Upper }.Distinct())
        {
            string power = $"(* 1.0 {string.Join(' ', Enumerable.Repeat(script.Name(end), Math.Abs(exponent)))})";
            if (exponent > 0)
            {
                script.Require($"(<= {low} {power} {high})");
                continue;
            }

            // 1/p lies between two numbers: multiplied by p, whose sign is a condition as well.
            bool isPositive = end.Sign > 0 || exponent % 2 == 0;
            script.Require($"({(isPositive ? ">" : "<")} {power} 0.0)");
            script.Require($"({(isPositive ? "<=" : ">=")} (* {low} {power}) 1.0)");
            script.Require($"({(isPositive ? ">=" : "<=")} (* {high} {power}) 1.0)");
        }

        string signs = $"(* {script.Name(x.Lower)} {script.Name(x.Upper)})";
        if (exponent < 0)
        {
            script.Require($"(> {signs} 0.0)");
        }
        else if (exponent % 2 == 0)
        {
            script.Require($"(or (<= {low} 0.0) (>= {signs} 0.0))");
        }

        return script.Between(bounds);
    }

    private LinearForm Root(DecimalBounds x)
    {
        var bounds = DecimalBounds.Around(Interval.Sqrt(x.Enclosure()));
        (string low, string high) = (script.Name(bounds.Lower), script.Name(bounds.Upper));
        script.Require($"(<= 0.0 {low})");
        script.Require($"(<= (* {low} {low}) {script.Name(x.Lower)})");
        script.Require($"(<= {script.Name(x.Upper)} (* {high} {high}))");
        return script.Between(bounds);
    }

    // What the kernel's enclosure says.
    private LinearForm Between(Interval value) => value.IsBounded ? script.Between(DecimalBounds.Around(value)) : script.Free();

    private (DecimalBounds Bounds, string Low, string High) Named(params Rational[] values)
    {
        var bounds = DecimalBounds.Around(values.Aggregate(Rational.Min), values.Aggregate(Rational.Max));
        return (bounds, script.Name(bounds.Lower), script.Name(bounds.Upper));
    }
}
