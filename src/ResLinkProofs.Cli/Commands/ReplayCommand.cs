using System.CommandLine;
using System.Text;
using ResLinkProofs.Cli.Output;
using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Networks.Symbolic;
using ResLinkProofs.Reports.Derivations;
using ResLinkProofs.Smt.Reading;

namespace ResLinkProofs.Cli.Commands;

/// <summary><c>reslink replay CERTIFICATE [FILE.smt2]</c>: replays a certificate with the kernel alone and says what it proves.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("CERTIFICATE")
        {
            Description = "A file that 'reslink solve --certificate' or 'reslink show --certificate' has written.",
        };
        var script = new Argument<string?>("FILE")
        {
            Description = "An SMT-LIB 2 file; the certificate has to be a proof that what it asks is unsat.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("replay", "Replay a certificate with the kernel alone, and say what it proves.") { file, script };
        command.SetAction(parsed => Replay(parsed.GetValue(file)!, parsed.GetValue(script)));
        return command;
    }

    private static int Replay(string file, string? scriptFile)
    {
        byte[] bytes = File.ReadAllBytes(file);
        if (DerivationFile.IsOne(Encoding.Latin1.GetString(bytes)))
        {
            return scriptFile is null ? ReplayDerivation(Encoding.Latin1.GetString(bytes))
                : throw new UsageException(
                    $"{file} is a derivation; an SMT-LIB file does not ask what it shows. Give the derivation alone.");
        }

        SmtScript? script = scriptFile is null ? null : ScriptFile.Read(scriptFile);
        Certificate certificate;
        try
        {
            certificate = Certificate.Parse(bytes);
        }
        catch (FormatException e)
        {
            return Reject(e.Message);
        }

        if (script is not null)
        {
            return Replay(certificate, script);
        }

        if (CertificateChecker.Replay(certificate) is { } rejection)
        {
            return Reject(rejection);
        }

        ProofReport.Write(certificate);
        return Program.Success;
    }

    private static int ReplayDerivation(string text)
    {
        Theorem theorem;
        IReadOnlyList<DerivationStep> steps;
        try
        {
            (theorem, steps) = DerivationFile.Parse(text);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return Reject(e.Message);
        }

        DerivationVerdict verdict = DerivationChecker.Check(theorem, steps);
        if (verdict.Accepted is not { } accepted)
        {
            return Reject(verdict.Rejection!);
        }

        Console.WriteLine($"accepted: a derivation of {accepted.Steps.Count} steps");
        foreach (string line in new DerivationReport(MatrixTeacherStudent.Notation).Lines(accepted))
        {
            Console.WriteLine(line);
        }

        return Program.Success;
    }

    // The problem of every question is made anew from the file; the certificate's own is only compared with it.
    private static int Replay(Certificate certificate, SmtScript script)
    {
        string rejection = "";
        foreach (SmtQuestion question in script.Questions)
        {
            CertificateVerdict verdict = CertificateChecker.Check(certificate, ScriptStatement.Unsatisfiable(question));
            if (verdict.Accepted is { } accepted)
            {
                ProofReport.Write(accepted.Certificate, script, question);
                return Program.Success;
            }

            rejection = verdict.Rejection!;
        }

        if (CertificateChecker.Replay(certificate) is { } flaw)
        {
            return Reject(flaw);
        }

        Reject(script.Questions.Count == 1
            ? $"{script.File}: {rejection}"
            : $"{script.File}: the certificate is about none of its {script.Questions.Count} questions");
        Console.WriteLine("it is a valid proof of this instead:");
        ProofReport.WriteProblem(certificate.Problem);
        return Program.Different;
    }

    private static int Reject(string reason)
    {
        Console.WriteLine($"rejected: {reason}");
        return Program.Different;
    }
}
