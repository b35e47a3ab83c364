namespace ResLinkProofs.Testing.Snapshots;

/// <summary>What a difference between received text and snapshot leads to.</summary>
public enum SnapshotMode
{
    /// <summary>The test fails; the received text is kept beside the snapshot for inspection.</summary>
    Compare,

    /// <summary>The received text becomes the snapshot.</summary>
    Accept,
}

/// <summary>Reads <see cref="SnapshotMode"/> from the environment.</summary>
public static class SnapshotModes
{
    /// <summary>
    /// <see cref="SnapshotMode.Accept"/> exactly when <c>SNAPSHOT_ACCEPT</c> is on and <c>CI</c> is not: a build machine never accepts.
    /// </summary>
    /// <param name="variable">Looks up an environment variable; null where it is not set.</param>
    public static SnapshotMode FromEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return IsOn(variable("SNAPSHOT_ACCEPT")) && !IsOn(variable("CI")) ? SnapshotMode.Accept : SnapshotMode.Compare;
    }

    private static bool IsOn(string? value) =>
        !string.IsNullOrWhiteSpace(value) && value != "0" && !value.Equals("false", StringComparison.OrdinalIgnoreCase);
}
