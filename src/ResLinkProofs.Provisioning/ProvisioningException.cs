namespace ResLinkProofs.Provisioning;

/// <summary>A program or data set could not be fetched; the message says which command failed, why, and what can be done by hand.</summary>
public sealed class ProvisioningException : Exception
{
    /// <summary>An exception without a message.</summary>
    public ProvisioningException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What failed and what to do.</param>
    public ProvisioningException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What failed and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public ProvisioningException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
