using System.CommandLine;
using ResLinkProofs.Cli.Output;
using ResLinkProofs.Proving;
using ResLinkProofs.Smt.Reading;

namespace ResLinkProofs.Cli.Commands;

/// <summary><c>reslink solve FILE.smt2</c>: decides an SMT-LIB 2 file over the reals.</summary>
internal static class SolveCommand
{
    private const int Unknown = 3;

    public static Command Create()
    {
        var options = new CommonOptions();
        var file = new Argument<string>("FILE") { Description = "An SMT-LIB 2 file over the reals." };
        var certificate = new Option<string?>("--certificate") { Description = "Write the proof of an unsat answer to this file.", HelpName = "OUT" };
        var command = new Command("solve", "Decide an SMT-LIB 2 file over the reals: unsat, sat with an exact model, or unknown.") { file, certificate };
        options.AddTo(command);
        command.SetAction(parsed => Solve(
            parsed.GetValue(file)!,
            parsed.GetValue(certificate),
            new ProofBudget { Boxes = options.BudgetOf(parsed).Boxes, Threads = options.ThreadsOf(parsed) }));
        return command;
    }

    private static int Solve(string file, string? certificate, ProofBudget budget)
    {
        if (certificate is not null)
        {
            AtomicFile.RequireFolder(certificate);
        }

        ScriptAnswer answer = ScriptSolver.Solve(Read(file), budget);
        Console.WriteLine(answer.Word);
        switch (answer)
        {
            case ScriptSat sat:
                foreach ((string name, Kernel.Numbers.Rational value) in sat.Model)
                {
                    Console.WriteLine($"{name} = {value}");
                }

                return Program.Success;
            case ScriptUnsat unsat:
                if (certificate is not null)
                {
                    AtomicFile.Write(certificate, unsat.Proof.Certificate.ToString());
                }

                Console.Error.WriteLine($"{unsat.Boxes} boxes, certificate of {unsat.Proof.Certificate.Steps.Count} steps");
                return Program.Success;
            case ScriptUnknown unknown:
                Console.WriteLine(unknown.Reason);
                return Unknown;
            default:
                throw new InvalidOperationException($"Unknown answer {answer.GetType().Name}.");
        }
    }

    private static SmtScript Read(string file)
    {
        try
        {
            return SmtScriptReader.ReadFile(file);
        }
        catch (SmtInputException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
