using System.Diagnostics;
using System.Text;
using ResLinkProofs.Claims.Checking.Consulting;
using ResLinkProofs.Claims.Checking.Gradients;
using ResLinkProofs.Claims.Checking.Trajectories;
using ResLinkProofs.Judging;
using ResLinkProofs.Smt.Solving;

namespace ResLinkProofs.Claims.Checking;

/// <summary>Everything that is known of a claim after all engines have looked at it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Evidence">The evidence, in the order of the engines.</param>
/// <param name="Seconds">Wall-clock time, for information only.</param>
public sealed record ClaimResult(Claim Claim, Verdict Verdict, IReadOnlyList<Evidence> Evidence, double Seconds)
{
    /// <summary>What Coq makes of the claim; null where it was not asked. It moves no verdict.</summary>
    public CoqOpinion? Coq { get; init; }

    /// <summary>The witness of a refutation, or null.</summary>
    public string? Witness => Verdict == Verdict.Refuted && Claim.Existential is Existential.Defeated defeated ? $"every choice, by {defeated.Family}"
        : Evidence.FirstOrDefault(e => e.Finding == Finding.Refutation)?.Witness;

    /// <summary>The least relative margin that any engine saw, or null.</summary>
    public double? WorstMargin => Evidence.Min(e => e.WorstMargin);

    /// <summary>The engines whose findings are on the side of the verdict, in the order of the evidence; empty where there is no verdict.</summary>
    public IReadOnlyList<string> Agreeing => [.. Evidence.Where(IsOnItsSide).Select(e => e.Engine).Distinct()];

    /// <summary>The result with its premises taken into account.</summary>
    /// <param name="catalogue">The catalogue of the claim.</param>
    /// <param name="verdictOf">The verdict on a premise, by itself; null where none is known.</param>
    public ClaimResult StandingOn(Catalogue catalogue, Func<Claim, Verdict?> verdictOf)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return Claim.Derivation is { Rules.Count: > 0 }
            ? this with { Verdict = Judge.Decide(Claim, Evidence, [.. catalogue.PremisesOf(Claim).Select(verdictOf)]) }
            : this;
    }

    private bool IsOnItsSide(Evidence evidence) => Verdict switch
    {
        Verdict.Proved => evidence.Finding is Finding.Proof or Finding.Support,
        Verdict.Supported or Verdict.Derived => evidence.Finding == Finding.Support,
        Verdict.Refuted => evidence.Finding == (Claim.Existential is Existential.Defeated ? Finding.Proof : Finding.Refutation),
        Verdict.Vacuous => evidence.Finding == Finding.Vacuity,
        _ => false,
    };
}

/// <summary>Runs all engines on claims.</summary>
public sealed class ClaimRunner
{
    private readonly IReadOnlyList<IChecker> _checkers;
    private readonly ISecondOpinion? _opinion;

    /// <summary>A runner with all engines of the library, and a solver's second opinion where one is named.</summary>
    /// <param name="openSolver">Opens an SMT solver when it is first needed; null to ask none.</param>
    public ClaimRunner(Func<ISmtSolver>? openSolver = null)
        : this(
            [
                new SearchChecker(),
                new ProverChecker(),
                new InductionChecker(),
                new HypothesisChecker(),
                new GradientDifferences(),
                new GradientMonteCarlo(),
                new TrajectoryChecker(),
                new EnsembleChecker(),
                new ExperimentChecker(),
            ],
            openSolver is null ? null : new SolverOpinion(openSolver))
    {
    }

    /// <summary>A runner with the given engines.</summary>
    /// <param name="checkers">The engines, in the order in which their evidence is listed.</param>
    /// <param name="opinion">Who looks at the claim and the evidence afterwards; nobody by default.</param>
    public ClaimRunner(IReadOnlyList<IChecker> checkers, ISecondOpinion? opinion = null)
    {
        _checkers = checkers;
        _opinion = opinion;
    }

    /// <summary>Gathers all evidence about a claim and judges it.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="budget">How much work each engine may spend.</param>
    /// <param name="seed">The seed; it is combined with the claim's id and reading, so that claims do not share samples.</param>
    public ClaimResult Run(Claim claim, Budget budget, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(claim);
        long start = Stopwatch.GetTimestamp();
        ulong own = Mix(claim, seed);
        Evidence[] evidence = [.. _checkers.SelectMany(c => c.Check(claim, budget, own))];
        evidence = _opinion is null ? evidence : [.. evidence, .. _opinion.Consult(claim, evidence, budget, own)];
        return new ClaimResult(claim, Judge.Decide(claim, evidence), evidence, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    /// <summary>The seed of the run that a claim's own seed was made from: for work that claims share.</summary>
    internal static ulong RunSeed(Claim claim, ulong own) => Mix(claim, own);

    // Exclusive or: mixing twice gives the run's seed back.
    private static ulong Mix(Claim claim, ulong seed) => seed ^ Hash($"{claim.Id} [{(claim.Reading == Reading.Corrected ? "corrected" : "as printed")}]");

    // FNV-1a: stable across processes and platforms, unlike string.GetHashCode.
    private static ulong Hash(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            hash = unchecked((hash ^ b) * 1099511628211);
        }

        return hash;
    }
}
