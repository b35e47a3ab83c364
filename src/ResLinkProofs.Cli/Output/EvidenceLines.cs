using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;

namespace ResLinkProofs.Cli.Output;

/// <summary>All evidence of a result in full, a line for each piece.</summary>
internal static class EvidenceLines
{
    private const int LongestFormula = 2000;

    /// <summary>Writes the evidence.</summary>
    /// <param name="result">The result.</param>
    /// <param name="writeLine">Takes one line.</param>
    public static void Write(ClaimResult result, Action<string> writeLine)
    {
        foreach (Evidence evidence in result.Evidence)
        {
            writeLine($"  {evidence.Engine,-10} {evidence.Summary}");
            foreach (string proved in evidence.Certificates.Count > 1 ? evidence.Certificates.Select(c => c.Statement.ToString()) : [])
            {
                writeLine($"             proved: {(proved.Length <= LongestFormula ? proved : proved[..LongestFormula] + " ...")}");
            }

            if (evidence.WorstPoint is { Length: > 0 and <= LongestFormula } point)
            {
                writeLine($"             closest point: {point}");
            }
        }
    }
}
