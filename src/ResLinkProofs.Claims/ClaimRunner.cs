using System.Diagnostics;
using System.Text;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Checking.Consulting;
using ResLinkProofs.Claims.Checking.Gradients;
using ResLinkProofs.Claims.Checking.Trajectories;
using ResLinkProofs.Claims.Keeping;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Smt.Solving;

namespace ResLinkProofs.Claims;

/// <summary>Everything that is known of a claim after all engines have looked at it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Evidence">The evidence, in the order of the engines.</param>
/// <param name="Seconds">Wall-clock time, for information only.</param>
public sealed record ClaimResult(Claim Claim, Verdict Verdict, IReadOnlyList<Evidence> Evidence, double Seconds)
{
    /// <summary>What Coq makes of the claim; null where it was not asked. It moves no verdict.</summary>
    public CoqOpinion? Coq { get; init; }

    /// <summary>How long every engine took that had something to say, in the order of the evidence.</summary>
    public IReadOnlyList<EngineTime> Times { get; init; } = [];

    /// <summary>The witness of a refutation, or null.</summary>
    public string? Witness =>
        Verdict == Verdict.Refuted && Claim.Existential is Existential.Defeated defeated ? $"every choice, by {defeated.Family}"
        : Evidence.FirstOrDefault(e => e.Finding == Finding.Refutation)?.Witness;

    /// <summary>The least relative margin that any engine saw, or null.</summary>
    public double? WorstMargin => Evidence.Min(e => e.WorstMargin);

    /// <summary>
    /// The engines whose findings are on the side of the verdict, in the order of the evidence; empty where there is no verdict.
    /// </summary>
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

/// <summary>Runs all engines on claims, or confirms what they found earlier, where a store has kept it.</summary>
public sealed class ClaimRunner
{
    /// <summary>
    /// Evidence of a search is taken from the store only when a share of the search, repeated, sees no violation either:
    /// at one size of the claim, with one part of so many of the work (but for the least that an engine does at any size).
    /// </summary>
    public const int RepeatedShare = 20;

    private readonly IReadOnlyList<IChecker> _checkers;
    private readonly ISecondOpinion? _opinion;
    private readonly EvidenceStore? _store;
    private readonly FreshShare _fresh;

    /// <summary>A runner with all engines of the library, and a solver's second opinion where one is named.</summary>
    /// <param name="openSolver">Opens an SMT solver when it is first needed; null to ask none.</param>
    /// <param name="store">Where evidence is kept; null to keep none and search everything.</param>
    /// <param name="fresh">The claims that are searched although evidence is kept; none by default.</param>
    public ClaimRunner(Func<ISmtSolver>? openSolver = null, EvidenceStore? store = null, FreshShare? fresh = null)
        : this(
            [
                new SearchChecker(),
                new ProverChecker(),
                new InductionChecker(),
                new TheoremChecker(),
                new HypothesisChecker(),
                new GradientDifferences(),
                new GradientMonteCarlo(),
                new TrajectoryChecker(),
                new EnsembleChecker(),
                new ExperimentChecker(),
            ],
            openSolver is null ? null : new SolverOpinion(openSolver),
            store,
            fresh)
    {
    }

    /// <summary>A runner with the given engines.</summary>
    /// <param name="checkers">The engines, in the order in which their evidence is listed; each of a class of its own.</param>
    /// <param name="opinion">Who looks at the claim and the evidence afterwards; nobody by default.</param>
    /// <param name="store">Where evidence is kept; null to keep none and search everything.</param>
    /// <param name="fresh">The claims that are searched although evidence is kept; none by default.</param>
    public ClaimRunner(
        IReadOnlyList<IChecker> checkers, ISecondOpinion? opinion = null, EvidenceStore? store = null, FreshShare? fresh = null)
    {
        _checkers = checkers;
        _opinion = opinion;
        _store = store;
        _fresh = fresh ?? FreshShare.None;
    }

    /// <summary>Gathers all evidence about a claim and judges it.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="budget">How much work each engine may spend.</param>
    /// <param name="seed">The seed; it is combined with the claim's id and reading, so that claims do not share samples.</param>
    public ClaimResult Run(Claim claim, Budget budget, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(claim);
        bool isFresh = _fresh.Includes(claim);
        try
        {
            return Run(claim, budget, seed, isFresh);
        }
        catch (Exception e) when (e is EngineDisagreementException or ForeignEvidenceException && _store is not null && !isFresh)
        {
            return Run(claim, budget, seed, isFresh: true); // what was kept may be to blame; if it is not, this throws again
        }
    }

    private ClaimResult Run(Claim claim, Budget budget, ulong seed, bool isFresh)
    {
        long start = Stopwatch.GetTimestamp();
        ulong own = Mix(claim, seed);
        var evidence = new List<Evidence>();
        var times = new List<EngineTime>();
        string? statement = _store is null ? null : EvidenceKey.StatementOf(claim, _store.Code);
        Claim once = claim.Proposition is SearchableProposition searchable ? claim with { Proposition = searchable.ForOneRun() } : claim;
        foreach (IChecker checker in _checkers)
        {
            Gather(checker, "", () => checker.Check(once, budget, own), () => checker.Check(once, budget.Share(RepeatedShare, own), own));
        }

        if (_opinion is { } opinion && (_store is null ? "" : opinion.Identity) is var identity)
        {
            Evidence[] seen = [.. evidence];
            Evidence? refutation = Array.Find(seen, e => e.Finding == Finding.Refutation);
            Gather(
                opinion, identity is null
                    ? null
                    : $"{identity}\n{refutation?.Witness}\n{refutation?.Refutation}", () => opinion.Consult(once, seen, budget, own), null);
        }

        return new ClaimResult(claim, Judge.Decide(claim, evidence), evidence, Stopwatch.GetElapsedTime(start).TotalSeconds)
        {
            Times = times,
        };

        void Gather(object engine, string? shown, Func<IEnumerable<Evidence>> search, Func<IEnumerable<Evidence>>? repeat)
        {
            long begun = Stopwatch.GetTimestamp();
            string name = EngineTime.NameOf(engine.GetType());
            EvidenceKey? key = statement is null || shown is null
                ? null
                : EvidenceKey.Of(claim, statement, name, shown, budget, seed, EngineVersion.Current);
            IReadOnlyList<KeptPiece>? kept = key is null ? null : _store!.Find(key);
            IReadOnlyList<Evidence>? found = kept is null || isFresh ? null : Recall(key!, claim, kept, repeat);
            bool isKept = found is not null;
            if (found is null)
            {
                found = [.. search()];
                Keep(key, once, found, kept);
            }

            if (found.Count > 0)
            {
                evidence.AddRange(found);
                times.Add(new EngineTime(name, Stopwatch.GetElapsedTime(begun).TotalSeconds) { IsKept = isKept });
            }
        }
    }

    // What was kept is evidence when the kernel confirms it, and a search that found nothing when a
    // share of it, repeated, finds nothing either.
    private IReadOnlyList<Evidence>? Recall(
        EvidenceKey key, Claim claim, IReadOnlyList<KeptPiece> kept, Func<IEnumerable<Evidence>>? repeat)
    {
        if (Restoration.Of(claim, kept) is not { } restored)
        {
            _store!.Notice(key, "what was kept is not confirmed; searched again");
            return null;
        }

        if (repeat is not null && claim.Proposition is not ExperimentProposition && restored.Any(e => e.Finding == Finding.Support)
            && repeat().Any(e => e.Finding is Finding.Refutation or Finding.Suspicion))
        {
            _store!.Notice(key, "a share of the search, repeated, sees a violation; searched again");
            return null;
        }

        return restored;
    }

    private void Keep(EvidenceKey? key, Claim claim, IReadOnlyList<Evidence> found, IReadOnlyList<KeptPiece>? before)
    {
        if (key is null || Conservation.Of(claim, found) is not { } pieces)
        {
            return;
        }

        if (before is not null && !EvidenceStore.AreSame(before, pieces))
        {
            _store!.Notice(key, "what was kept is not what a fresh search finds");
        }

        _store!.Keep(key, pieces);
    }

    /// <summary>The seed of the run that a claim's own seed was made from: for work that claims share.</summary>
    internal static ulong RunSeed(Claim claim, ulong own) => Mix(claim, own);

    // Exclusive or: mixing twice gives the run's seed back.
    private static ulong Mix(Claim claim, ulong seed) =>
        seed ^ Hash($"{claim.Id} [{(claim.Reading == Reading.Corrected ? "corrected" : "as printed")}]");

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
