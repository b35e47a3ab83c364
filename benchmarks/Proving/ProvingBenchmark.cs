using System.Diagnostics;
using System.Globalization;
using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Proving;
using ResLinkProofs.Smt.Provisioning;
using ResLinkProofs.Smt.Reading;
using ResLinkProofs.Smt.Solving;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Benchmarks.Proving;

/// <summary>
/// The prover on a folder of SMT-LIB files: verdict against the stated status, boxes, seconds of search (the replay in it
/// included), seconds of replay from text, and what Z3 and, where it is installed, cvc5 say to the polynomial ones; then the
/// cost of one box.
/// </summary>
internal static class ProvingBenchmark
{
    private const int Repetitions = 3;

    public static int Run(string[] arguments)
    {
        if (arguments is not [string folder, ..] || !Directory.Exists(folder))
        {
            Console.Error.WriteLine("usage: proving FOLDER-WITH-SMT2-FILES [THREADS]");
            return 2;
        }

        int threads = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 1;
        Console.WriteLine("| file | stated | verdict | boxes | seconds | replay seconds | certificate bytes | z3 | z3 seconds | cvc5 | cvc5 seconds |");
        Console.WriteLine("| --- | --- | --- | ---: | ---: | ---: | ---: | --- | ---: | --- | ---: |");
        int wrong = 0;
        using SmtProcess z3 = Z3Provider.Open();
        using SmtProcess? cvc5 = OnPath("cvc5") is { } path ? SmtProcess.Open(SolverProgram.Other(path, "--lang=smt2"), 1) : null;
        foreach (string file in Directory.EnumerateFiles(folder, "*.smt2").Order(StringComparer.Ordinal))
        {
            wrong += Measure(file, threads, z3, cvc5) ? 0 : 1;
        }

        Console.WriteLine($"{wrong} verdict(s) differ from the stated status.");
        Console.WriteLine(cvc5 is null ? "cvc5 is not installed (no such program on the path)." : "cvc5 is installed.");
        MeasureBox();
        return wrong == 0 ? 0 : 1;
    }

    private static string? OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Where(Path.IsPathFullyQualified).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static bool Measure(string file, int threads, ISmtSolver z3, ISmtSolver? cvc5)
    {
        SmtQuestion script = SmtScriptReader.ReadFile(file).OnlyQuestion();
        ScriptAnswer answer = new ScriptUnknown("", 0);
        double seconds = Best(() => answer = ScriptSolver.Solve(script, new ProofBudget { Threads = threads }));
        string? certificate = (answer as ScriptUnsat)?.Proof.Certificate.ToString();
        double replay = certificate is null ? double.NaN : Best(() => CertificateChecker.Replay(Certificate.Parse(certificate)));
        bool agrees = script.Status.ToString().Equals(answer.Word, StringComparison.OrdinalIgnoreCase);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {Path.GetFileNameWithoutExtension(file)} | {script.Status.ToString().ToLowerInvariant()} | {answer.Word} | {answer.Boxes} | {seconds:F4} | {(certificate is null ? "" : $"{replay:F4}")} | {certificate?.Length} | {Ask(script, z3)} | {(cvc5 is null ? "absent | " : Ask(script, cvc5))} |"));
        return agrees;
    }

    // Only questions that a solver of polynomials can be asked exactly: polynomials and roots.
    private static string Ask(SmtQuestion script, ISmtSolver solver)
    {
        SmtQuery query = SmtQuery.Of([.. script.Variables.Select(v => v.Name)], [.. script.Assertions.Select(a => a.Formula)]);
        if (!query.IsExact)
        {
            return "- | ";
        }

        var watch = Stopwatch.StartNew();
        SmtJudgement judgement = SmtJudge.Ask(solver, query, new SolverLimits(1_000_000_000, TimeSpan.FromSeconds(10)));
        return string.Create(CultureInfo.InvariantCulture, $"{judgement.Finding} | {watch.Elapsed.TotalSeconds:F3}");
    }

    private static double Best(Action action)
    {
        double best = double.PositiveInfinity;
        for (int i = 0; i < Repetitions; i++)
        {
            var watch = Stopwatch.StartNew();
            action();
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }

        return best;
    }

    // One natural extension of the Schwefel polynomial in three variables, as a sum of squares and with the squares multiplied out.
    private static void MeasureBox()
    {
        Term x = Term.Variable("x"), y = Term.Variable("y"), z = Term.Variable("z");
        Term squares = Term.Square(x - Term.Square(y)) + Term.Square(y - 1) + Term.Square(x - Term.Square(z)) + Term.Square(z - 1);
        Term expanded = Term.Pow(y, 4) + Term.Pow(z, 4) - (2 * x * Term.Square(y)) - (2 * x * Term.Square(z)) + (2 * Term.Square(x))
            + Term.Square(y) + Term.Square(z) - (2 * y) - (2 * z) + 2;
        foreach ((string name, Term term) in new[] { ("squares", squares), ("expanded", expanded) })
        {
            RealVariable[] variables = [new("x", -10, 10), new("y", -10, 10), new("z", -10, 10)];
            var reasoner = new BoxReasoner(EmptinessProblem.Of(new Statement(variables, Formula.True, term > -1)));
            Interval[] box = [new(0.4, 0.6), new(-0.3, 0.1), new(1.2, 1.9)];
            int[] choices = reasoner.Choices.ToArray();
            const int Boxes = 1_000_000;
            double seconds = Best(() =>
            {
                for (int i = 0; i < Boxes; i++)
                {
                    reasoner.Load(box, choices);
                    reasoner.IsRefutedByValues();
                }
            });
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one box, 3 variables, {name}: {seconds / Boxes * 1e9:F0} ns"));
        }
    }
}
