namespace ResLinkProofs.Descent.Experiments;

/// <summary>At which sizes an experiment is run. The findings are the same statements at every scale.</summary>
public enum ExperimentScale
{
    /// <summary>A second or two of one core: what checking claims affords.</summary>
    Check,

    /// <summary>The same effect in less than half a minute on two cores.</summary>
    Reduced,

    /// <summary>The source's sizes: minutes to hours.</summary>
    Full,
}
