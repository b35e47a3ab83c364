namespace ResLinkProofs.Descent.Experiments;

/// <summary>The experiments of section 5 of Li and Yuan (2017) and of section 5 of the PReLU report.</summary>
public static class ExperimentCatalogue
{
    /// <summary>All experiments, in the order of the sources.</summary>
    public static IReadOnlyList<IExperiment> All { get; } = [new IdentityMapping(), new GlobalMinimum(), new Dynamics(), new ZeroInitialisation(), new SpectralNorm(), new PReluImages(), new PReluGlobalMinimum()];

    /// <summary>The experiment of a name.</summary>
    /// <param name="name">Such as <c>dynamics</c>.</param>
    /// <exception cref="ArgumentException">There is none; the message lists the names.</exception>
    public static IExperiment Find(string name) => All.FirstOrDefault(e => e.Name == name)
        ?? throw new ArgumentException($"There is no experiment '{name}'; there are {string.Join(", ", All.Select(e => e.Name))}.", nameof(name));
}
