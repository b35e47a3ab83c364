using System.CommandLine;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Keeping;
using ResLinkProofs.Smt.Provisioning;
using ResLinkProofs.Smt.Solving;

namespace ResLinkProofs.Cli.Commands;

/// <summary>The options that several commands share.</summary>
internal sealed class CommonOptions
{
    public Option<long> Seed { get; } = new("--seed")
    {
        Description = "Seed of all randomness; same seed, same bits.",
        HelpName = "N",
        DefaultValueFactory = _ => 0,
    };

    public Option<string> Budget { get; } = new("--budget")
    {
        Description = "Work per claim: small, default or large.",
        HelpName = "SIZE",
        DefaultValueFactory = _ => "default",
    };

    public Option<int> Threads { get; } = new("--threads")
    {
        Description = "Number of threads; results do not depend on it.",
        HelpName = "N",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    public Option<string> Solver { get; } = new("--solver")
    {
        Description = "Who gives a second opinion on closed claims: "
            + "z3 (its program, found or provided, else its library), z3-library (the library in this process), none, "
            + "or the path of an SMT-LIB 2 solver that reads standard input, such as cvc5.",
        HelpName = "SOLVER",
        DefaultValueFactory = _ => "z3",
    };

    /// <summary>The option of commands that search.</summary>
    public static Option<double> MinimumWidth() => new("--min-width")
    {
        Description = "The share of its range below which a box is not divided further.",
        HelpName = "SHARE",
        DefaultValueFactory = _ => new Proving.ProofBudget().MinimumWidth,
    };

    public static double MinimumWidthOf(ParseResult parsed, Option<double> option) => parsed.GetValue(option) is var share and > 0 and < 1
        ? share
        : throw new UsageException(
            $"--min-width: {parsed.GetValue(option)} is out of range; give a number between 0 and 1, such as 1e-12.");

    public Option<bool> Fresh { get; } = new("--fresh") { Description = "Search everything anew, whatever evidence is kept." };

    public Option<string?> FreshPart { get; } = new("--fresh-part")
    {
        Description = "Search one part of N of the claims anew, so that N runs search all.",
        HelpName = "I/N",
    };

    /// <summary>
    /// The runner with the wanted solver, the evidence that is kept in the checkout, and the claims that are searched anew.
    /// </summary>
    public ClaimRunner RunnerOf(ParseResult parsed, EvidenceStore store)
    {
        try
        {
            return new ClaimRunner(
                SolverOf(parsed), store, parsed.GetValue(Fresh) ? FreshShare.All : FreshShare.Parse(parsed.GetValue(FreshPart)));
        }
        catch (FormatException e)
        {
            throw new UsageException($"--fresh-part: {e.Message}");
        }
    }

    /// <summary>Adds what concerns the running of claims: the solver, and what is searched anew.</summary>
    public void AddRunnerTo(Command command)
    {
        command.Add(Solver);
        command.Add(Fresh);
        command.Add(FreshPart);
    }

    /// <summary>What opens the wanted solver, or null for none.</summary>
    public Func<ISmtSolver>? SolverOf(ParseResult parsed)
    {
        string wanted = parsed.GetValue(Solver)!;
        int threads = ThreadsOf(parsed);
        return wanted switch
        {
            "none" => null,
            "z3" => () => Z3Provider.OpenProgramOrLibrary(threads),
            "z3-library" => Z3Provider.OpenLibrary,
            _ when File.Exists(wanted) => () => SmtProcess.Open(SolverProgram.Other(Path.GetFullPath(wanted), []), threads),
            _ => throw new UsageException(
                $"--solver: there is no program '{wanted}'; give none, z3, z3-library, or the path of a solver."),
        };
    }

    public void AddTo(Command command)
    {
        command.Add(Seed);
        command.Add(Budget);
        command.Add(Threads);
    }

    public Budget BudgetOf(ParseResult parsed)
    {
        string name = parsed.GetValue(Budget)!;
        return Claims.Budget.All.FirstOrDefault(b => b.Name == name)
            ?? throw new UsageException(
                $"--budget: unknown budget '{name}'; choose {string.Join(", ", Claims.Budget.All.Select(b => b.Name))}.");
    }

    public int ThreadsOf(ParseResult parsed) => parsed.GetValue(Threads) is var threads and >= 1 and <= 1024
        ? threads
        : throw new UsageException($"--threads: {parsed.GetValue(Threads)} is out of range; give a number from 1 to 1024.");

    public ulong SeedOf(ParseResult parsed) => parsed.GetValue(Seed) is var seed and >= 0
        ? (ulong)seed
        : throw new UsageException($"--seed: {parsed.GetValue(Seed)} is out of range; give a number from 0 to {long.MaxValue}.");
}
