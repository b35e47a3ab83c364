using System.Globalization;
using Microsoft.FSharp.Core;

namespace FsCheck.Xunit;

/// <summary>The text from which a failing case is repeated: <c>seed,gamma,size</c>. Without the size a seed is useless.</summary>
internal static class ReplayLine
{
    public static string Format(Rnd state, int size) =>
        string.Create(CultureInfo.InvariantCulture, $"{state.Seed},{state.Gamma},{size}");

    public static Replay Parse(string text)
    {
        string[] fields = text.Split(',', StringSplitOptions.TrimEntries);
        if (fields.Length == 3
            && ulong.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            && ulong.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out ulong gamma)
            && gamma % 2 == 1
            && int.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out int size))
        {
            return new Replay(new Rnd(seed, gamma), FSharpOption<int>.Some(size));
        }

        throw new ArgumentException(
            $"{PropertyRun.ReplayVariable} is '{text}'; it must be 'seed,gamma,size': three unsigned integers, gamma odd.", nameof(text));
    }
}
