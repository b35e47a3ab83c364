using System.Security.Cryptography;
using System.Text;
using ResLinkProofs.Claims.Propositions;

namespace ResLinkProofs.Claims.Keeping;

/// <summary>
/// What evidence of one engine about one claim is kept under: a hash of the formal statement, of the
/// code that states it where the formal text is not all, of the engines' version, the engine, the
/// budget and the seed. Evidence under the same key would be found again, bit for bit.
/// </summary>
/// <param name="Name">The claim's id and reading, for people.</param>
/// <param name="Engine">The engine.</param>
/// <param name="Digest">The hash, 64 hexadecimal digits.</param>
internal sealed record EvidenceKey(string Name, string Engine, string Digest)
{
    /// <summary>
    /// What a claim says, as a digest: its formal text, and the code that states it where the text is
    /// not all; null where neither holds all that evidence depends on.
    /// </summary>
    /// <param name="claim">The claim.</param>
    /// <param name="code">Digests of specs.</param>
    public static string? StatementOf(Claim claim, SpecCode code) => claim switch
    {
        { Proposition: StatementProposition statement, Proof: null } => Hash([statement.FormalText]),
        { Proposition: ExperimentProposition { IsRecorded: true } } => null, // judged from files
        { Spec: { } spec } => Hash([code.DigestOf(spec), claim.Proposition.FormalText]),
        _ => null,
    };

    /// <summary>The key.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="statement">The digest of what it says.</param>
    /// <param name="engine">The engine.</param>
    /// <param name="shown">What it looks at beside the claim: for a solver, which one it is and what
    /// the engines have refuted; empty for nothing.</param>
    /// <param name="budget">The work that may be spent.</param>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="version">The version of the engines.</param>
    public static EvidenceKey Of(Claim claim, string statement, string engine, string shown, Budget budget, ulong seed, string version)
    {
        string name = $"{claim.Id} [{claim.ReadingText}]";
        return new EvidenceKey(name, engine, Hash([version, engine, shown, name, budget.ToString(), $"{seed}", statement]));
    }

    private static string Hash(string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => $"{part.Length}:{part}\n")))));
}
