using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Smt.Reading;

namespace ResLinkProofs.Cli.Output;

/// <summary>Says what an accepted certificate proves: domain, formula, source, size.</summary>
internal static class ProofReport
{
    /// <summary>Writes what the certificate of nothing but its own problem proves.</summary>
    public static void Write(Certificate certificate)
    {
        Console.WriteLine("accepted");
        WriteProblem(certificate.Problem);
        WriteSize(certificate);
    }

    /// <summary>Writes what the certificate of an answer to a script proves.</summary>
    public static void Write(Certificate certificate, SmtScript script, SmtQuestion question)
    {
        Console.WriteLine("accepted");
        Console.WriteLine($"answers    unsat, to the (check-sat) at {ProblemText.OneLine(script.File)}:{question.Position}");
        if (question.Status == SmtStatus.Sat)
        {
            Console.WriteLine("           (the file states sat, and is wrong)");
        }

        if (script.Source is { } source)
        {
            Console.WriteLine($"source     {ProblemText.OneLine(source)}");
        }

        WriteProblem(certificate.Problem);
        WriteSize(certificate);
    }

    /// <summary>Writes what a proof of a problem says.</summary>
    public static void WriteProblem(EmptinessProblem problem)
    {
        string[] domain = [.. problem.Variables.Select(v => $"{ProblemText.Name(v.Name)} ∈ {ProblemText.Range(v)}")];
        Console.WriteLine(domain.Length == 0
            ? "proved     the formula is false; it has no variables"
            : "proved     the formula is unsatisfiable: it is false for every value of the variables in the domain");
        for (int i = 0; i < domain.Length; i++)
        {
            Console.WriteLine($"{(i == 0 ? "domain" : ""),-10} {domain[i]}");
        }

        Console.WriteLine($"formula    {ProblemText.Formula(problem)}");
        foreach (string contradiction in EmptyDomain.Contradictions(problem))
        {
            Console.WriteLine($"empty      the formula leaves no value of {contradiction}: a proof about nothing");
        }
    }

    private static void WriteSize(Certificate certificate)
    {
        int boxes = certificate.Steps.Count(s => s.Kind is ProofStepKind.Values or ProofStepKind.MeanValues or ProofStepKind.Exhausted
            or ProofStepKind.ExhaustedBySlopes or ProofStepKind.Curvature or ProofStepKind.Contact or ProofStepKind.Squares);
        EmptinessProblem problem = certificate.Problem;
        Console.WriteLine($"proof      {certificate.Steps.Count} steps, {boxes} boxes");
        Console.WriteLine($"size       {problem.Tape.Length} operations, {problem.Nodes.Count} nodes of the formula");
    }
}
