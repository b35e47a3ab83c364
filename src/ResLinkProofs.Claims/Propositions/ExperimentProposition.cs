using ResLinkProofs.Descent.Experiments;

namespace ResLinkProofs.Claims.Propositions;

/// <summary>States that a finding of an experiment holds, or that it does not.</summary>
public sealed class ExperimentProposition : Proposition
{
    /// <summary>States that a finding holds.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="finding">The finding's name within the experiment. Whether there is such a finding shows when it is run.</param>
    public ExperimentProposition(IExperiment experiment, string finding)
        : this(experiment, finding, holds: true)
    {
    }

    private ExperimentProposition(IExperiment experiment, string finding, bool holds)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        (Experiment, Finding, Holds) = (experiment, finding, holds);
    }

    /// <summary>States that a finding holds at the sizes of the source, which is judged from the run that is recorded.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="finding">The finding's name within the experiment.</param>
    public static ExperimentProposition AtFullSize(IExperiment experiment, string finding) =>
        new(experiment, finding, holds: true) { IsRecorded = true };

    /// <summary>The experiment.</summary>
    public IExperiment Experiment { get; }

    /// <summary>The finding's name.</summary>
    public string Finding { get; }

    /// <summary>Whether the finding is claimed to hold; false claims that it fails.</summary>
    public bool Holds { get; }

    /// <summary>Whether the claim is about the run at full size that is recorded, and not about one that every check makes anew.</summary>
    public bool IsRecorded { get; private init; }

    /// <inheritdoc/>
    public override string FormalText => new FormalText().Line(IsRecorded ? "recorded experiment" : "experiment", Experiment.Name).Line(
        Holds ? "holds" : "fails", Finding).ToString();

    /// <summary>The opposite claim.</summary>
    public ExperimentProposition Negated() => new(Experiment, Finding, !Holds) { IsRecorded = IsRecorded };
}
