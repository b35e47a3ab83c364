namespace ResLinkProofs.Smt.Solving;

/// <summary>What a solver claims. None of these is a verdict: see <see cref="SmtReply"/>.</summary>
public enum SmtClaim
{
    /// <summary>No values of the variables satisfy the constraints.</summary>
    Unsat,

    /// <summary>The model satisfies the constraints.</summary>
    Sat,

    /// <summary>The solver gave up.</summary>
    Unknown,

    /// <summary>The solver was killed, crashed, reported an error or wrote something else: nothing it said counts.</summary>
    Void,
}

/// <summary>
/// The answer of a solver to one query. <see cref="SmtClaim.Unsat"/> is evidence and never a proof;
/// <see cref="SmtClaim.Sat"/> is worth what its model is worth when the kernel evaluates the constraints at it.
/// </summary>
public sealed record SmtReply
{
    private SmtReply(SmtClaim claim, string reason, IReadOnlyDictionary<string, SmtNumber> model) =>
        (Claim, Reason, Model) = (claim, reason, model);

    /// <summary>What the solver claims.</summary>
    public SmtClaim Claim { get; }

    /// <summary>Why it gave up or does not count; empty otherwise.</summary>
    public string Reason { get; }

    /// <summary>The values of the variables for <see cref="SmtClaim.Sat"/>; empty otherwise.</summary>
    public IReadOnlyDictionary<string, SmtNumber> Model { get; }

    internal SmtReply Rename(Func<string, string> name) =>
        new(Claim, Reason, Model.ToDictionary(entry => name(entry.Key), entry => entry.Value, StringComparer.Ordinal));

    internal static SmtReply Unsat { get; } = new(SmtClaim.Unsat, "", new Dictionary<string, SmtNumber>());

    internal static SmtReply Sat(IReadOnlyDictionary<string, SmtNumber> model) => new(SmtClaim.Sat, "", model);

    internal static SmtReply Unknown(string reason) => new(SmtClaim.Unknown, reason, new Dictionary<string, SmtNumber>());

    internal static SmtReply Void(string reason) => new(SmtClaim.Void, reason, new Dictionary<string, SmtNumber>());
}
