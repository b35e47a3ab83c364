namespace ResLinkProofs.Descent.Experiments;

/// <summary>How an experiment is run.</summary>
public sealed record ExperimentOptions
{
    /// <summary>The sizes to run at.</summary>
    public ExperimentScale Scale { get; init; } = ExperimentScale.Reduced;

    /// <summary>Parts to leave out, of <see cref="IExperiment.Parts"/>: the numbers of the others do not depend on them.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Continue from the checkpoint in the output directory, if there is one.</summary>
    public bool Resume { get; init; }

    /// <summary>Where data, plots and the checkpoint go; null writes nothing, and then nothing can be resumed.</summary>
    public string? OutputDirectory { get; init; } = "artifacts/experiments";

    /// <summary>A directory with the four files of MNIST or Fashion-MNIST; null takes Fashion-MNIST, fetched when absent.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Where fetched data sets are kept.</summary>
    public string ArtifactsDirectory { get; init; } = "artifacts";

    /// <summary>Every random number of the run is a function of it.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Threads; the results do not depend on them. At least 1.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Receives progress lines, meant for standard error.</summary>
    public Action<string>? Progress { get; init; }

    /// <summary>Ends the run after the step at hand: the state is saved, and <see cref="OperationCanceledException"/> is thrown.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Time between checkpoints; it has no influence on the results.</summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromSeconds(10);
}
