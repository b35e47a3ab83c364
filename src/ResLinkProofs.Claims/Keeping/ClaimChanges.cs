namespace ResLinkProofs.Claims.Keeping;

/// <summary>
/// Which claims say something else than they did: those with another formal statement, other code where the formal text is not all, or
/// other words. A claim that was away for a while, since its file did not compile, is compared with what it said last.
/// </summary>
public sealed class ClaimChanges
{
    private readonly Dictionary<(string Id, Reading Reading), string> _known = [];

    /// <summary>Remembers what claims say.</summary>
    /// <param name="claims">The claims.</param>
    /// <returns>Those that say something else than was remembered of them, or of which nothing was.</returns>
    public IReadOnlyList<Claim> Take(IEnumerable<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var code = new SpecCode();
        var changed = new List<Claim>();
        foreach (Claim claim in claims)
        {
            string said = $"{claim.StatedText}\n{EvidenceKey.StatementOf(claim, code)}";
            if (!_known.TryGetValue((claim.Id, claim.Reading), out string? before) || before != said)
            {
                changed.Add(claim);
            }

            _known[(claim.Id, claim.Reading)] = said;
        }

        return changed;
    }
}
