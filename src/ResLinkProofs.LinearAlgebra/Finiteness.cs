using System.Globalization;

namespace ResLinkProofs.LinearAlgebra;

/// <summary>The condition that numbers entering the library are finite.</summary>
internal static class Finiteness
{
    /// <summary>Throws with name, place and value of the first element that is NaN or infinite.</summary>
    public static void Require(string name, ReadOnlySpan<double> values, int columns)
    {
        int bad = IndexOfViolation(values);
        if (bad >= 0)
        {
            string place = columns == 1 ? $"[{bad}]" : $"[{bad / columns}, {bad % columns}]";
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{name}{place} is {values[bad]}; every element must be finite."), name);
        }
    }

    /// <summary>The index of the first element that is NaN or infinite, or -1.</summary>
    public static int IndexOfViolation(ReadOnlySpan<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
