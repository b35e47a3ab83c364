using System.CommandLine;
using ResLinkProofs.Cli.Output;
using ResLinkProofs.Export;
using ResLinkProofs.Proving;
using ResLinkProofs.Smt;
using ResLinkProofs.Smt.Reading;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Cli.Commands;

/// <summary><c>reslink solve FILE.smt2</c>: decides the questions of an SMT-LIB 2 file over the reals.</summary>
internal static class SolveCommand
{
    private const int Unknown = 3;

    public static Command Create()
    {
        var options = new CommonOptions();
        var file = new Argument<string>("FILE") { Description = "An SMT-LIB 2 file over the reals." };
        var certificate =
            new Option<string?>("--certificate") { Description = "Write the proof of an unsat answer to this file.", HelpName = "OUT" };
        var coq = new Option<string?>("--coq")
        {
            Description = "Write the claim that the file is unsatisfiable as a theorem of Coq to this file.",
            HelpName = "OUT",
        };
        var minimumWidth = CommonOptions.MinimumWidth();
        var command = new Command("solve", "Decide an SMT-LIB 2 file over the reals: unsat, sat with an exact model, or unknown.")
        {
            file, certificate, coq,
        };
        options.AddTo(command);
        command.Add(minimumWidth);
        command.SetAction(parsed => Solve(
            parsed.GetValue(file)!,
            parsed.GetValue(certificate),
            parsed.GetValue(coq),
            new ProofBudget
            {
                Boxes = options.BudgetOf(parsed).Boxes,
                Threads = options.ThreadsOf(parsed),
                MinimumWidth = CommonOptions.MinimumWidthOf(parsed, minimumWidth),
            }));
        return command;
    }

    private static int Solve(string file, string? certificate, string? coq, ProofBudget budget)
    {
        if (certificate is not null)
        {
            OutputFile.RequireFolder(certificate);
        }

        if (coq is not null)
        {
            OutputFile.RequireFolder(coq);
        }

        SmtScript script = ScriptFile.Read(file);
        if (coq is not null)
        {
            WriteCoq(script, coq);
        }

        if (certificate is not null && script.Questions.Count > 1)
        {
            throw new UsageException(
                $"--certificate: a certificate proves one answer, and {file} asks {script.Questions.Count} questions; "
                    + "write one file for each.");
        }

        if (script.Unasked is { } unasked)
        {
            Console.Error.WriteLine($"{file}:{unasked}: no (check-sat) is about what is asserted here");
        }

        var output = new ScriptOutput(script);
        output.Open();
        bool contradicts = false, unknown = false;
        foreach (SmtQuestion question in script.Questions)
        {
            ScriptAnswer answer = ScriptSolver.Solve(question, budget);
            Print(question, answer, certificate);
            output.Answer(question, answer);
            unknown |= answer is ScriptUnknown;
            if ((answer, question.Status) is (ScriptUnsat, SmtStatus.Sat) or (ScriptSat or ScriptSatSomewhere, SmtStatus.Unsat))
            {
                contradicts = true;
                string stated = question.Status.ToString().ToLowerInvariant();
                string reason = answer is ScriptUnsat ? "a proof that the kernel has replayed" : "a model that the kernel has confirmed";
                Console.Error.WriteLine($"{file}:{question.Position}: the file states {stated}; the answer is {answer.Word}, by {reason}");
            }
        }

        return contradicts ? Program.Different : unknown ? Unknown : Program.Success;
    }

    private static void WriteCoq(SmtScript script, string file)
    {
        ExportedTheorem[] theorems =
        [
            .. script.Questions.Select((question, i) => new ExportedTheorem(
                $"question_{i + 1}", [$"{script.File}:{question.Position}: unsatisfiable"], ScriptStatement.Unsatisfiable(question))),
        ];
        try
        {
            OutputFile.Write(file, Exporter.Coq(theorems));
        }
        catch (UnsupportedShapeException e)
        {
            throw new UsageException($"--coq: {e.Message}");
        }
    }

    // On standard error: the standard has no place for it.
    private static void WriteObstacle(SmtQuestion question, ScriptUnknown open)
    {
        if (open.Obstacle is not { } obstacle)
        {
            return;
        }

        if (obstacle.Box.Count > 0)
        {
            IEnumerable<string> sides = question.Variables.Zip(
                obstacle.Box, (v, range) => $"{SmtText.Symbol(v.Name)} in [{range.Lower:R}, {range.Upper:R}]");
            Console.Error.WriteLine($"open box   {string.Join(", ", sides)}");
        }

        if (open.NearestPoint.Count > 0)
        {
            Console.Error.WriteLine(
                $"nearest    {string.Join(", ", open.NearestPoint.Select(p => $"{SmtText.Symbol(p.Key)} = {p.Value:R}"))}, "
                    + $"margin {open.NearestMargin:G3}");
        }

        Console.Error.WriteLine($"may help   {obstacle.Advice}");
    }

    private static void Print(SmtQuestion question, ScriptAnswer answer, string? certificate)
    {
        Console.WriteLine(answer.Word);
        switch (answer)
        {
            case ScriptSat when question.Requests.Any(r => r is SmtModelRequest or SmtValueRequest or SmtObjectivesRequest):
                break; // the file says what it wants to see
            case ScriptSat sat:
                foreach ((SmtVariable variable, (string _, Kernel.Numbers.Rational value)) in question.Variables.Zip(sat.Model))
                {
                    Console.WriteLine($"{SmtText.Symbol(variable.Name)} = {(variable.IsBool ? SmtValues.Of(variable, value) : value)}");
                }

                if (question.Objective is { } objective)
                {
                    Console.WriteLine(
                        $"{(objective.IsMaximum ? "maximum" : "minimum")} {ScriptOutput.Range(sat.Optimum!, objective.IsMaximum)}");
                }

                break;
            case ScriptSatSomewhere when question.Requests.Any(r => r is SmtModelRequest or SmtValueRequest):
                break;
            case ScriptSatSomewhere somewhere:
                for (int i = 0; i < question.Variables.Count; i++)
                {
                    Console.WriteLine(ScriptOutput.Place(question.Variables[i], somewhere.Witness.Lower[i], somewhere.Witness.Upper[i]));
                }

                break;
            case ScriptUnsat unsat:
                if (certificate is not null)
                {
                    OutputFile.Write(certificate, unsat.Proof.Certificate.ToString());
                }

                Console.Error.WriteLine($"{unsat.Boxes} boxes, certificate of {unsat.Proof.Certificate.Steps.Count} steps");
                break;
            case ScriptUnknown open:
                Console.WriteLine(open.Reason);
                WriteObstacle(question, open);
                break;
            default:
                throw new InvalidOperationException($"Unknown answer {answer.GetType().Name}.");
        }
    }
}
