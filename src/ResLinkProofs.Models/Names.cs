namespace ResLinkProofs.Models;

/// <summary>Names of sizes, parameters and functions, and those of the entries of parameters in statements.</summary>
internal static class Names
{
    /// <summary>True for a letter that is followed by letters, digits, primes and stars alone.</summary>
    public static bool IsName(string name) =>
        name.Length > 0 && char.IsLetter(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c is '\'' or '*');

    /// <summary>The variable of one entry, counted from 1: <c>U_1_2</c>, as no name contains an underscore.</summary>
    public static string Entry(string parameter, int row, int column) => $"{parameter}_{row + 1}_{column + 1}";
}
