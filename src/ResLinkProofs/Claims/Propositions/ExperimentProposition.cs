using ResLinkProofs.Descent.Experiments;

namespace ResLinkProofs.Claims.Propositions;

/// <summary>States that a finding of an experiment holds, or that it does not.</summary>
public sealed class ExperimentProposition : Proposition
{
    /// <summary>States that a finding holds.</summary>
    /// <param name="experiment">The experiment's name, such as <c>dynamics</c>.</param>
    /// <param name="finding">The finding's name within the experiment.</param>
    /// <exception cref="ArgumentException">There is no such experiment. Whether there is such a finding shows when it is run.</exception>
    public ExperimentProposition(string experiment, string finding)
        : this(ExperimentCatalogue.Find(experiment), finding, holds: true)
    {
    }

    /// <summary>States that a finding of an experiment outside the catalogue holds.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="finding">The finding's name within the experiment.</param>
    public ExperimentProposition(IExperiment experiment, string finding)
        : this(experiment, finding, holds: true)
    {
    }

    private ExperimentProposition(IExperiment experiment, string finding, bool holds)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        (Experiment, Finding, Holds) = (experiment, finding, holds);
    }

    /// <summary>The experiment.</summary>
    public IExperiment Experiment { get; }

    /// <summary>The finding's name.</summary>
    public string Finding { get; }

    /// <summary>Whether the finding is claimed to hold; false claims that it fails.</summary>
    public bool Holds { get; }

    /// <inheritdoc/>
    public override string FormalText => new FormalText().Line("experiment", Experiment.Name).Line(Holds ? "holds" : "fails", Finding).ToString();

    /// <summary>The opposite claim.</summary>
    public ExperimentProposition Negated() => new(Experiment, Finding, !Holds);
}
