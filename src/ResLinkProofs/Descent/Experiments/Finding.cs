namespace ResLinkProofs.Descent.Experiments;

/// <summary>One statement that an experiment decides, with the numbers behind the decision.</summary>
/// <param name="Name">A short identifier, unique within the experiment.</param>
/// <param name="Statement">The statement in words, with its thresholds.</param>
/// <param name="Holds">Whether the run bears it out.</param>
/// <param name="Numbers">What was measured, by name.</param>
public sealed record Finding(string Name, string Statement, bool Holds, IReadOnlyDictionary<string, double> Numbers)
{
    /// <summary>What keeps the run from being the source's own, when anything does.</summary>
    public string? Caveat { get; init; }
}

/// <summary>What an experiment found and wrote.</summary>
/// <param name="Experiment">The experiment's name.</param>
/// <param name="Findings">In the order of the source.</param>
/// <param name="Files">Paths of the files written.</param>
public sealed record ExperimentResult(string Experiment, IReadOnlyList<Finding> Findings, IReadOnlyList<string> Files);
