using System.Globalization;
using System.Numerics;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Smt.Writing;

/// <summary>Numbers and symbols in the notation of SMT-LIB 2.</summary>
public static class SmtText
{
    private const string SymbolMarks = "~!@$%^&*_-+=<>.?/";

    /// <summary>An exact rational as a term of sort Real: <c>3.0</c>, <c>(- 3.0)</c>, <c>(/ 1.0 3.0)</c>, <c>(- (/ 1.0 3.0))</c>.</summary>
    /// <param name="value">Any rational.</param>
    public static string Number(Rational value)
    {
        string numerator = Natural(BigInteger.Abs(value.Numerator));
        string magnitude = value.IsInteger ? numerator : $"(/ {numerator} {Natural(value.Denominator)})";
        return value.Sign < 0 ? $"(- {magnitude})" : magnitude;
    }

    /// <summary>A symbol, between bars where it must be.</summary>
    /// <param name="name">A name without <c>|</c> and <c>\</c>.</param>
    /// <exception cref="ArgumentException">The name cannot be written.</exception>
    public static string Symbol(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.AsSpan().ContainsAny('|', '\\'))
        {
            throw new ArgumentException($"Name '{name}' must not contain '|' or '\\'.", nameof(name));
        }

        bool isSimple = name.Length > 0 && !char.IsAsciiDigit(name[0])
            && name.All(c => char.IsAsciiLetterOrDigit(c) || SymbolMarks.Contains(c, StringComparison.Ordinal));
        return isSimple ? name : $"|{name}|";
    }

    /// <summary>Values of variables in the form of an answer to <c>(get-model)</c>, one line each between parentheses.</summary>
    /// <param name="names">The variables.</param>
    /// <param name="values">Their values, one each.</param>
    /// <exception cref="ArgumentException">The counts differ.</exception>
    public static string Model(IReadOnlyList<string> names, IReadOnlyList<Rational> values)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(values);
        if (names.Count != values.Count)
        {
            throw new ArgumentException($"{values.Count} values for {names.Count} variables.", nameof(values));
        }

        return $"(\n{string.Concat(names.Zip(values, (name, value) => $"  (define-fun {Symbol(name)} () Real {Number(value)})\n"))})";
    }

    private static string Natural(BigInteger value) => value.ToString(CultureInfo.InvariantCulture) + ".0";
}
