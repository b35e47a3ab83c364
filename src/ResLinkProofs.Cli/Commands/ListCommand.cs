using System.CommandLine;
using ResLinkProofs.Claims;

namespace ResLinkProofs.Cli.Commands;

/// <summary><c>reslink list [GLOB ...]</c>: the catalogue.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var command = new Command("list", "List claims: id, reading, source.") { Selection.Globs, Selection.Assembly };
        command.SetAction(parsed =>
        {
            IReadOnlyList<Claim> claims = Selection.From(parsed).Of(parsed);
            int width = claims.Max(c => c.Id.Length);
            foreach (Claim claim in claims)
            {
                Console.WriteLine($"{claim.Id.PadRight(width)}  {claim.ReadingText,-10}  {claim.Source}");
            }

            return Program.Success;
        });
        return command;
    }
}
