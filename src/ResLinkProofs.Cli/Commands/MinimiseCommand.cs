using System.CommandLine;
using ResLinkProofs.Cli.Output;
using ResLinkProofs.Proving;
using ResLinkProofs.Smt;
using ResLinkProofs.Smt.Reading;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Cli.Commands;

/// <summary>
/// <c>reslink minimise FILE.smt2</c>: encloses the optimum of a file that says <c>(minimize TERM)</c> or <c>(maximize TERM)</c>.
/// </summary>
internal static class MinimiseCommand
{
    private const int Unknown = 3;

    public static Command Create()
    {
        var options = new CommonOptions();
        var file = new Argument<string>("FILE")
        {
            Description = "An SMT-LIB 2 file with one (minimize TERM) or (maximize TERM) and one (check-sat).",
        };
        var certificate =
            new Option<string?>("--certificate") { Description = "Write the proof of the bound to this file.", HelpName = "OUT" };
        var width = new Option<double>("--width")
        {
            Description = "Relative width of the enclosure.",
            HelpName = "W",
            DefaultValueFactory = _ => Optimiser.DefaultWidth,
        };
        var minimumWidth = CommonOptions.MinimumWidth();
        var command = new Command("minimise", "Enclose the optimum of a term under the assertions of an SMT-LIB 2 file, with its place.")
        {
            file, certificate, width,
        };
        command.Aliases.Add("minimize");
        options.AddTo(command);
        command.Add(minimumWidth);
        command.SetAction(parsed => Minimise(
            parsed.GetValue(file)!,
            parsed.GetValue(certificate),
            parsed.GetValue(width) is var w && w > 0
                ? w
                : throw new UsageException($"--width: {w} is out of range; give a number above 0."),
            new ProofBudget
            {
                Boxes = options.BudgetOf(parsed).Boxes,
                Threads = options.ThreadsOf(parsed),
                MinimumWidth = CommonOptions.MinimumWidthOf(parsed, minimumWidth),
            }));
        return command;
    }

    private static int Minimise(string file, string? certificate, double width, ProofBudget budget)
    {
        if (certificate is not null)
        {
            OutputFile.RequireFolder(certificate);
        }

        SmtQuestion question = Question(ScriptFile.Read(file));
        SmtObjective objective = question.Objective
            ?? throw new UsageException(
                $"{file}:{question.Position}: nothing is to be optimised; write (minimize TERM) or (maximize TERM) before the (check-sat)");
        switch (ScriptSolver.Solve(question, budget, width))
        {
            case ScriptUnsat none:
                Console.WriteLine("infeasible");
                Write(certificate, none.Proof, none.Boxes);
                return Program.Success;
            case ScriptSat { Optimum: { } best } sat:
                Console.WriteLine($"{(objective.IsMaximum ? "maximum" : "minimum")} {ScriptOutput.Range(best, objective.IsMaximum)}");
                foreach ((SmtVariable variable, Kernel.Numbers.Rational value) in question.Variables.Zip(best.Place))
                {
                    Console.WriteLine($"{SmtText.Symbol(variable.Name)} = {(variable.IsBool ? SmtValues.Of(variable, value) : value)}");
                }

                Write(certificate, best.Proof, sat.Boxes);
                return best.IsNarrow ? Program.Success : Unknown;
            case ScriptUnknown open:
                Console.WriteLine($"unknown\n{open.Reason}");
                return Unknown;
            case var other:
                throw new InvalidOperationException($"Unknown answer {other.GetType().Name}.");
        }
    }

    private static SmtQuestion Question(SmtScript script)
    {
        try
        {
            return script.OnlyQuestion();
        }
        catch (SmtInputException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private static void Write(string? file, Kernel.Certificates.AcceptedCertificate? proof, long boxes)
    {
        if (file is not null && proof is not null)
        {
            OutputFile.Write(file, proof.Certificate.ToString());
        }

        Console.Error.WriteLine(
            proof is null ? $"{boxes} boxes, no bound proved" : $"{boxes} boxes, certificate of {proof.Certificate.Steps.Count} steps");
    }
}
