using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace ResLinkProofs.Testing.Snapshots;

/// <summary>
/// The line of a snapshot that carries a number: <c>NAME: VALUE ± TOLERANCE</c>, e.g. <c>margin: 0.4839 ± 0.0005</c>.
/// </summary>
/// <remarks>
/// NAME is anything without <c>±</c>; VALUE is a decimal with optional sign and exponent; TOLERANCE is one without sign. Two such lines agree
/// when NAME and TOLERANCE are the same text and the values differ by at most TOLERANCE, in exact decimal arithmetic. A
/// changed tolerance is therefore a difference. Every other line agrees only with itself.
/// </remarks>
public sealed partial record SnapshotLine
{
    // Beyond this exponent the exact comparison would cost memory out of proportion to any sensible snapshot.
    private const int LargestExponent = 400;

    private SnapshotLine(string name, string value, string tolerance) => (Name, Value, Tolerance) = (name, value, tolerance);

    /// <summary>What the number is, with any indentation before it.</summary>
    public string Name { get; }

    /// <summary>The number, as written.</summary>
    public string Value { get; }

    /// <summary>The largest accepted absolute difference, as written, in the unit of the number.</summary>
    public string Tolerance { get; }

    /// <summary>Writes a line of that form, so that producers and the comparison cannot drift apart.</summary>
    /// <param name="name">What the number is; without <c>±</c> and line ends.</param>
    /// <param name="value">The number; NaN and infinities become plain text, which compares exactly.</param>
    /// <param name="tolerance">Absolute tolerance, finite and at least 0.</param>
    public static string Format(string name, double value, double tolerance)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.AsSpan().ContainsAny("±\r\n"))
        {
            throw new ArgumentException($"Name '{name}' must not contain '±' or a line end.", nameof(name));
        }

        if (!(tolerance >= 0) || !double.IsFinite(tolerance))
        {
            throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "The tolerance must be finite and at least 0.");
        }

        string number = value.ToString("R", CultureInfo.InvariantCulture);
        return double.IsFinite(value)
            ? $"{name}: {number} ± {tolerance.ToString("R", CultureInfo.InvariantCulture)}"
            : $"{name}: {number}";
    }

    /// <summary>Reads a line of that form; null for any other line.</summary>
    public static SnapshotLine? Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        Match match = NumberLine().Match(line);
        return match.Success && Decimal.TryParse(match.Groups["value"].Value) is not null
            && Decimal.TryParse(match.Groups["tolerance"].Value) is not null
            ? new SnapshotLine(match.Groups["name"].Value, match.Groups["value"].Value, match.Groups["tolerance"].Value)
            : null;
    }

    /// <summary>Whether a received line agrees with a verified one.</summary>
    public static bool Match(string verified, string received)
    {
        ArgumentNullException.ThrowIfNull(verified);
        if (string.Equals(verified, received, StringComparison.Ordinal))
        {
            return true;
        }

        return Parse(verified) is { } stored && Parse(received) is { } now
            && stored.Name == now.Name
            && stored.Tolerance == now.Tolerance
            && Decimal.Within(Decimal.TryParse(stored.Value)!.Value, Decimal.TryParse(now.Value)!.Value, Decimal.TryParse(stored.Tolerance)!.Value);
    }

    internal static bool AllMatch(string verified, string received)
    {
        string[] left = verified.Split('\n');
        string[] right = received.Split('\n');
        return left.Length == right.Length && left.Zip(right, Match).All(same => same);
    }

    [GeneratedRegex(@"\A(?<name>[^±\r\n]*\S): (?<value>[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?) ± (?<tolerance>[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberLine();

    // Digits * 10^Exponent, exactly.
    private readonly record struct Decimal(BigInteger Digits, int Exponent)
    {
        public static Decimal? TryParse(string text)
        {
            int mark = text.IndexOfAny(['e', 'E']);
            string mantissa = mark < 0 ? text : text[..mark];
            int exponent = 0;
            if (mark >= 0 && !int.TryParse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            {
                return null;
            }

            int point = mantissa.IndexOf('.', StringComparison.Ordinal);
            int decimals = point < 0 ? 0 : mantissa.Length - point - 1;
            if (Math.Abs((long)exponent) > LargestExponent || decimals > LargestExponent)
            {
                return null;
            }

            string digits = mantissa.Replace(".", "", StringComparison.Ordinal);
            return new(BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), exponent - decimals);
        }

        public static bool Within(Decimal a, Decimal b, Decimal tolerance)
        {
            int common = Math.Min(a.Exponent, Math.Min(b.Exponent, tolerance.Exponent));
            return BigInteger.Abs(a.At(common) - b.At(common)) <= tolerance.At(common);
        }

        private BigInteger At(int exponent) => Digits * BigInteger.Pow(10, Exponent - exponent);
    }
}
