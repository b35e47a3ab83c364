using System.CommandLine;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Cli.Output;
using ResLinkProofs.Export;

namespace ResLinkProofs.Cli.Commands;

/// <summary>
/// <c>reslink export ID --coq|--lean|--smt2 OUT</c>: a claim that is made of closed statements, in the language of another prover.
/// </summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "The id of a claim, e.g. li-yuan/geometric-bound-g4-reduced." };
        var coq =
            new Option<string?>("--coq") { Description = "Write theorems of Coq with proposed proofs to this file.", HelpName = "OUT" };
        var lean = new Option<string?>("--lean")
        {
            Description = "Write theorems of Lean 4 and Mathlib, without proofs, to this file.",
            HelpName = "OUT",
        };
        var smt =
            new Option<string?>("--smt2") { Description = "Write SMT-LIB 2 questions in both polarities to this file.", HelpName = "OUT" };
        var command = new Command("export", "Write a claim that is made of closed statements in the language of another prover.")
        {
            id, coq, lean, smt,
        };
        command.SetAction(parsed => Export(
            parsed.GetValue(id)!,
            [.. new (string? File, Func<ExportedClaims, string> Write)[]
            {
                (parsed.GetValue(coq), Exporter.Coq), (parsed.GetValue(lean), c => Exporter.Lean(c.Theorems)),
                (parsed.GetValue(smt), c => Exporter.SmtLib(c.Theorems)),
            }.Where(t => t.File is not null).Select(t => (t.File!, t.Write))]));
        return command;
    }

    private static int Export(string wanted, IReadOnlyList<(string File, Func<ExportedClaims, string> Write)> targets)
    {
        if (targets.Count == 0)
        {
            throw new UsageException("Say what to write: --coq OUT, --lean OUT or --smt2 OUT.");
        }

        foreach ((string file, _) in targets)
        {
            OutputFile.RequireFolder(file);
        }

        Claim[] readings = Selection.OfThisProgram().Readings(wanted);

        try
        {
            ExportedClaims claims = Theorems(readings);
            int count = claims.Theorems.Count;
            foreach ((string file, Func<ExportedClaims, string> write) in targets)
            {
                OutputFile.Write(file, write(claims));
                Console.WriteLine($"{file}: {count} statement{(count == 1 ? "" : "s")}");
            }
        }
        catch (UnsupportedShapeException e)
        {
            throw new UsageException(e.Message);
        }

        return Program.Success;
    }

    // Of two readings one may be closed and the other not: then the one is written, and the other is named.
    private static ExportedClaims Theorems(Claim[] readings)
    {
        var closed = new List<Claim>();
        UnsupportedShapeException? obstacle = null;
        foreach (Claim reading in readings)
        {
            try
            {
                ClosedStatements.Of(reading);
                closed.Add(reading);
            }
            catch (UnsupportedShapeException e)
            {
                obstacle = e;
            }
        }

        if (closed.Count == 0)
        {
            throw obstacle!;
        }

        if (obstacle is not null)
        {
            Console.Error.WriteLine($"left out: {obstacle.Message}");
        }

        return ExportedClaims.Of(closed);
    }
}
