using System.Collections.Concurrent;
using System.Globalization;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Descent.Experiments;
using ResLinkProofs.Provisioning;
using ResLinkProofs.Smt.Provisioning;

namespace ResLinkProofs.Claims.Checking;

/// <summary>
/// Runs experiments at the budget's scale, each once however many claims rest on it. A finding that holds is support; one that fails is a
/// suspicion and no refutation, because a run says nothing about other sizes, seeds and data.
/// </summary>
/// <param name="dataDirectory">A folder with the four files of MNIST or Fashion-MNIST; null takes Fashion-MNIST, fetched when absent.</param>
public sealed class ExperimentChecker(string? dataDirectory = null) : IChecker
{
    private const string Engine = "experiment";
    private readonly ConcurrentDictionary<(string Name, ExperimentScale Scale, ulong Seed), Lazy<ExperimentResult>> _results = new();

    /// <inheritdoc/>
    public IEnumerable<Evidence> Check(Claim claim, Budget budget, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(budget);
        return claim.Proposition is ExperimentProposition proposition
            ? [Check(proposition, budget.Experiments, ClaimRunner.RunSeed(claim, seed))]
            : [];
    }

    private Evidence Check(ExperimentProposition proposition, ExperimentScale scale, ulong seed)
    {
        IExperiment experiment = proposition.Experiment;
        ExperimentResult result;
        try
        {
            result = _results.GetOrAdd((experiment.Name, scale, seed), _ => new Lazy<ExperimentResult>(() => experiment.Run(Options(scale, seed)))).Value;
        }
        catch (Exception e) when (e is ProvisioningException or IOException or InvalidDataException)
        {
            return Evidence.OfNothing(Engine, $"{experiment.Name} could not be run: {e.Message}");
        }

        Descent.Experiments.Finding finding = result.Findings.FirstOrDefault(f => f.Name == proposition.Finding)
            ?? throw new InvalidOperationException(
                $"The experiment {experiment.Name} has no finding '{proposition.Finding}'; it has {string.Join(", ", result.Findings.Select(f => f.Name))}.");
        string numbers = string.Join(", ", finding.Numbers.Select(n => string.Create(CultureInfo.InvariantCulture, $"{n.Key} {n.Value:G4}")));
        string summary = $"{finding.Statement} {finding.Outcome} at the {scale.ToString().ToLowerInvariant()} scale: {numbers}";
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
        ArtifactsDirectory = Z3Location.ArtifactsAbove(AppContext.BaseDirectory) ?? "artifacts",
    };
}
