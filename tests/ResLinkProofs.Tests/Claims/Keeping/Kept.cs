using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Keeping;
using ResLinkProofs.Testing;
using ResLinkProofs.Tests.Descent;

namespace ResLinkProofs.Tests.Claims.Keeping;

/// <summary>A folder of kept evidence that a test may tamper with, digests included.</summary>
internal sealed class Kept : IDisposable
{
    private readonly TemporaryDirectory _folder = new();

    public string Cache => Path.Combine(_folder.Path, "cache");

    public string Records => Path.Combine(_folder.Path, "records");

    public string[] Files => Directory.Exists(Cache) ? [.. Directory.GetFiles(Cache, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs the engines for closed statements on a claim; what was noticed, and how many searches were made in full.</summary>
    public (ClaimResult Result, IReadOnlyList<string> Notices, int Searches) Run(Claim claim, FreshShare? fresh = null, ulong seed = 0, Budget? budget = null)
    {
        var store = new EvidenceStore(Cache, Records);
        ClaimResult result = new ClaimRunner([new SearchChecker(), new ProverChecker(), new HypothesisChecker()], null, store, fresh).Run(claim, budget ?? KnownClaims.Tiny, seed);
        return (result, store.Notices, result.Times.Count(t => !t.IsKept));
    }

    /// <summary>The file that holds the entry of an engine about a claim.</summary>
    public string FileOf(Claim claim, string engine) =>
        Files.Single(f => JsonOf(f) is var entry && (string)entry["engine"]! == engine && ((string)entry["claim"]!).StartsWith(claim.Id + " ", StringComparison.Ordinal));

    public static JsonObject JsonOf(string file) => JsonNode.Parse(File.ReadAllText(file)[65..])!.AsObject();

    /// <summary>Changes an entry and gives it the digest of what it says now: what only a liar does.</summary>
    public static void Forge(string file, Action<JsonObject> change)
    {
        JsonObject entry = JsonOf(file);
        change(entry);
        string text = entry.ToJsonString();
        File.WriteAllText(file, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))} {text}\n");
    }
}
