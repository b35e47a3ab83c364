using System.CommandLine;
using ResLinkProofs.Proving;

namespace ResLinkProofs.Cli.Commands;

/// <summary><c>reslink replay CERTIFICATE</c>: replays a certificate with the kernel alone.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("CERTIFICATE") { Description = "A file that 'reslink solve --certificate' has written." };
        var command = new Command("replay", "Replay a certificate with the kernel alone: accepted or rejected.") { file };
        command.SetAction(parsed =>
        {
            string? rejection = ScriptSolver.Replay(File.ReadAllText(parsed.GetValue(file)!));
            Console.WriteLine(rejection is null ? "accepted" : $"rejected: {rejection}");
            return rejection is null ? Program.Success : Program.Different;
        });
        return command;
    }
}
