namespace ResLinkProofs.Proving;

/// <summary>How much work a proof may take, in boxes, and how fine it may cut. Nothing here depends on time.</summary>
public sealed record ProofBudget
{
    /// <summary>The number of boxes that may be examined, at least 1; the default is 200,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public long Boxes
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Boxes), value, "At least one box is needed.");
    } = 200_000;

    /// <summary>
    /// A box whose sides are all below this fraction of the ranges of the variables is set aside
    /// instead of cut; in (0, 1), 1e-7 by default.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in (0, 1).</exception>
    public double MinimumWidth
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(
            nameof(MinimumWidth), value, "Choose a value in (0, 1).");
    } = 1e-7;

    /// <summary>The number of boxes that may be set aside before the search gives up, at least 1; 1,000 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int SetAside
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(SetAside), value, "At least 1.");
    } = 1_000;

    /// <summary>The number of threads, at least 1; verdicts and counts of boxes do not depend on it. 1 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Threads
    {
        get;
        init =>
            field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Threads), value, "At least one thread is needed.");
    } = 1;

    /// <summary>
    /// Whether slopes are used in every round, beside contraction, or only where contraction did nothing. Beside it they close most
    /// boxes sooner; but they may also cut a box so thin about a part that is not decided that it cannot be divided any more.
    /// </summary>
    internal bool SlopesBesideContraction { get; init; } = true;
}
