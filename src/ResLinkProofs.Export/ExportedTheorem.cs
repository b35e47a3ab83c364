using ResLinkProofs.Claims;
using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Export;

/// <summary>A statement on its way out: with a name that provers read, and lines that say what it is.</summary>
/// <param name="Name">Unique in its file.</param>
/// <param name="Comments">Lines for comments; any characters.</param>
/// <param name="Statement">The statement, without bounds on matrices.</param>
/// <param name="Certificate">The proof of this house, which guides others; null for none.</param>
public sealed record ExportedTheorem(string Name, IReadOnlyList<string> Comments, Statement Statement, Certificate? Certificate = null)
{
    /// <summary>The theorems of a claim.</summary>
    /// <param name="claim">A claim that is made of closed statements.</param>
    /// <param name="names">The names of the file.</param>
    /// <exception cref="UnsupportedShapeException">It is not.</exception>
    internal static IEnumerable<ExportedTheorem> Of(Claim claim, ExportedNames names)
    {
        ClosedStatements closed = ClosedStatements.Of(claim);
        string stem = claim.Reading == Reading.Corrected ? $"{claim.Id} corrected" : claim.Id;
        foreach (ClosedPart part in closed.Parts)
        {
            string[] comments =
            [
                $"{claim.Id} [{claim.ReadingText}]{(part.Part.Length == 0 ? "" : $", {part.Part}")}: {claim.Source}",
                claim.Text,
                .. closed.IsWhole
                    ? Array.Empty<string>()
                    : ["One obligation of the induction that proves the claim."],
                .. Renamed(part.Statement),
            ];
            yield return new ExportedTheorem(names.Take(part.Part.Length == 0 ? stem : $"{stem} {part.Part}"), comments, part.Statement);
        }
    }

    private static string[] Renamed(Statement statement)
    {
        var names = new ExportedNames(statement.VariableNames);
        string[] renamed = [.. statement.VariableNames.Where(n => names[n] != n).Select(n => $"{names[n]} is {n}")];
        return renamed.Length == 0 ? [] : [string.Join(", ", renamed)];
    }
}
