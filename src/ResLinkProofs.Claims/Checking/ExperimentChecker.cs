using System.Collections.Concurrent;
using System.Globalization;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Provisioning;
using ResLinkProofs.Smt.Provisioning;

namespace ResLinkProofs.Claims.Checking;

/// <summary>
/// Runs experiments at the budget's scale, each once however many claims rest on it; claims at full
/// size are judged from the recorded runs. A finding that holds is support; one that fails is a
/// suspicion and no refutation, because a run says nothing about other sizes, seeds and data.
/// </summary>
/// <param name="dataDirectory">A folder with the four files of MNIST or Fashion-MNIST; null takes
/// Fashion-MNIST, fetched when absent.</param>
/// <param name="recordedRuns">The folder of the recorded runs; null takes that of the repository.</param>
public sealed class ExperimentChecker(string? dataDirectory = null, string? recordedRuns = null) : IChecker
{
    /// <summary>
    /// Part of the reason given when an experiment or its recorded run is not there: it may be tomorrow, so that nothing of it is kept.
    /// </summary>
    internal const string NotThere = "could not be";

    private const string Engine = "experiment";
    private readonly ConcurrentDictionary<(string Name, ExperimentScale Scale, ulong Seed), Lazy<ExperimentResult>> _results = new();

    /// <inheritdoc/>
    public IEnumerable<Evidence> Check(Claim claim, Budget budget, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(budget);
        return claim.Proposition is not ExperimentProposition proposition ? []
            : proposition.IsRecorded ? [Read(proposition)]
            : [Run(proposition, budget.Experiments, ClaimRunner.RunSeed(claim, seed))];
    }

    private Evidence Read(ExperimentProposition proposition)
    {
        try
        {
            string folder = recordedRuns ?? RecordedRun.DefaultFolder() ?? throw new FileNotFoundException(
                "the recorded runs lie in a checkout, and neither the program nor the folder in which it was started does");
            var run = RecordedRun.Read(folder, proposition.Experiment.Name);
            return Judge(
                proposition, proposition.Experiment.Judge(run),
                $"as recorded by '{run.Command}' at commit {run.Commit[..Math.Min(7, run.Commit.Length)]}");
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return Evidence.OfNothing(Engine, $"the recorded run of {proposition.Experiment.Name} {NotThere} read: {e.Message}");
        }
    }

    private Evidence Run(ExperimentProposition proposition, ExperimentScale scale, ulong seed)
    {
        IExperiment experiment = proposition.Experiment;
        ExperimentResult result;
        try
        {
            result = _results.GetOrAdd(
                (experiment.Name, scale, seed), _ => new Lazy<ExperimentResult>(() => experiment.Run(Options(scale, seed)))).Value;
        }
        catch (Exception e) when (e is ProvisioningException or IOException or InvalidDataException)
        {
            return Evidence.OfNothing(Engine, $"{experiment.Name} {NotThere} run: {e.Message}");
        }

        return Judge(proposition, result.Findings, $"at the {scale.ToString().ToLowerInvariant()} scale");
    }

    private static Evidence Judge(ExperimentProposition proposition, IReadOnlyList<ExperimentFinding> findings, string where)
    {
        ExperimentFinding finding = findings.FirstOrDefault(f => f.Name == proposition.Finding)
            ?? throw new InvalidOperationException(
                $"The experiment {proposition.Experiment.Name} has no finding '{proposition.Finding}'; "
                    + $"it has {string.Join(", ", findings.Select(f => f.Name))}.");
        string summary = $"{finding.Statement} {finding.Outcome} {where}: {string.Join(", ", finding.Measurements)}";
        return finding.Outcome == Outcome.Undecided ? Evidence.OfNothing(Engine, summary)
            : (finding.Outcome == Outcome.Holds) == proposition.Holds ? Evidence.OfSupport(Engine, summary)
            : Evidence.OfSuspicion(Engine, summary);
    }

    private ExperimentOptions Options(ExperimentScale scale, ulong seed) => new()
    {
        Scale = scale,
        Seed = seed,
        DataDirectory = dataDirectory,
        OutputDirectory = null,
        ArtifactsDirectory = ArtifactsFolder.Above(AppContext.BaseDirectory) ?? "artifacts",
    };
}
