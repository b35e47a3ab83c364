namespace ResLinkProofs.Descent.Experiments;

/// <summary>A numerical experiment of a source: run it, look at its findings, files and plots.</summary>
public interface IExperiment
{
    /// <summary>The name on the command line, such as <c>global-minimum</c>.</summary>
    string Name { get; }

    /// <summary>Where the source describes it.</summary>
    string Source { get; }

    /// <summary>What it shows, in one line.</summary>
    string Summary { get; }

    /// <summary>Long parts that a run can do without.</summary>
    IReadOnlyList<string> Parts => [];

    /// <summary>Runs it; a function of the options' seed, sizes and data alone.</summary>
    /// <param name="options">Sizes, seed, threads, directories.</param>
    /// <exception cref="InvalidDataException">A data file or checkpoint is damaged or belongs to another run.</exception>
    /// <exception cref="OperationCanceledException">The options' token asked to end; resuming continues with the same bits.</exception>
    /// <exception cref="Provisioning.ProvisioningException">A data set is absent and cannot be fetched.</exception>
    ExperimentResult Run(ExperimentOptions options);

    /// <summary>What the table of a run at full size decides; a function of the table alone.</summary>
    /// <param name="run">The recorded run.</param>
    /// <exception cref="NotSupportedException">The experiment's tables do not tell.</exception>
    IReadOnlyList<ExperimentFinding> Judge(RecordedRun run) =>
        throw new NotSupportedException($"The table of {Name} alone does not tell what it found.");

    /// <summary>The figure of a run at full size; a function of the table alone.</summary>
    /// <param name="run">The recorded run.</param>
    /// <returns>A stand-alone SVG document.</returns>
    /// <exception cref="NotSupportedException">The experiment's tables are not drawn alone.</exception>
    string Draw(RecordedRun run) => throw new NotSupportedException($"The table of {Name} alone is not drawn.");
}
