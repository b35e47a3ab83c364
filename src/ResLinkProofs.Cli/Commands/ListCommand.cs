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
            var selection = Selection.From(parsed);
            IReadOnlyList<Claim> claims = selection.Of(parsed);
            int width = claims.Select(c => c.Id.Length).DefaultIfEmpty().Max();
            foreach (Claim claim in claims)
            {
                Console.WriteLine($"{claim.Id.PadRight(width)}  {claim.ReadingText,-10}  {claim.Source}");
            }

            return selection.CodeOf(Program.Success);
        });
        return command;
    }
}
