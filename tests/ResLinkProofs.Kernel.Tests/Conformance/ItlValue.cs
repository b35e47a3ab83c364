using System.Globalization;
using System.Numerics;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Tests.Conformance;

/// <summary>One operand or expected result of an interval test language case: an interval, a number, a truth value, or NaI.</summary>
internal abstract record ItlValue
{
    internal sealed record Set(Interval Value) : ItlValue;

    internal sealed record Number(double Value) : ItlValue;

    internal sealed record Truth(bool Value) : ItlValue;

    /// <summary>"Not an interval" exists only with decorations, which the kernel does not have.</summary>
    internal sealed record NotAnInterval : ItlValue;

    internal sealed record Word(string Text) : ItlValue;

    internal static ItlValue Parse(string token)
    {
        if (token.StartsWith('['))
            return ParseInterval(token);
        if (token is "true" or "false")
            return new Truth(token == "true");
        return TryNumber(token, out double value) ? new Number(value) : new Word(token);
    }

    private static ItlValue ParseInterval(string token)
    {
        string inner = token[1..token.IndexOf(']', StringComparison.Ordinal)].Trim(); // a decoration after the bracket is dropped
        if (inner.Equals("nai", StringComparison.OrdinalIgnoreCase))
            return new NotAnInterval();
        if (inner.Equals("empty", StringComparison.OrdinalIgnoreCase) || inner.Length == 0)
            return new Set(Interval.Empty);
        if (inner.Equals("entire", StringComparison.OrdinalIgnoreCase))
            return new Set(Interval.Entire);
        string[] ends = inner.Split(',');
        string lower = ends[0].Trim(), upper = ends[^1].Trim();
        if (!TryNumber(lower.Length == 0 ? "-infinity" : lower, out double a) || !TryNumber(upper.Length == 0 ? "infinity" : upper, out double b))
            throw new FormatException($"interval literal '{token}'");
        return new Set(new Interval(a, b));
    }

    /// <summary>Decimal and hexadecimal floating literals, rounded to nearest as the test language prescribes.</summary>
    private static bool TryNumber(string text, out double value)
    {
        value = double.NaN;
        bool negative = text.StartsWith('-');
        string magnitude = text.TrimStart('+', '-').ToLowerInvariant();
        switch (magnitude)
        {
            case "nan":
                return true;
            case "infinity" or "inf":
                value = negative ? double.NegativeInfinity : double.PositiveInfinity;
                return true;
        }

        Rational exact;
        if (magnitude.StartsWith("0x", StringComparison.Ordinal))
            exact = Hexadecimal(magnitude[2..]);
        else if (!Rational.TryParse(magnitude.StartsWith('.') ? "0" + magnitude : magnitude, out exact))
            return false;
        value = exact.ToDouble() * (negative ? -1 : 1); // keeps the sign of zero
        return true;
    }

    private static Rational Hexadecimal(string text)
    {
        int mark = text.IndexOf('p', StringComparison.Ordinal);
        int exponent = mark < 0 ? 0 : int.Parse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string digits = mark < 0 ? text : text[..mark];
        int point = digits.IndexOf('.', StringComparison.Ordinal);
        int places = point < 0 ? 0 : digits.Length - point - 1;
        BigInteger integer = BigInteger.Parse("0" + digits.Replace(".", "", StringComparison.Ordinal), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return integer * Rational.Pow(2, exponent - (4 * places));
    }
}
