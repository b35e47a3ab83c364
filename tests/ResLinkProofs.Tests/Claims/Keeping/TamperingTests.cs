using System.Text.Json.Nodes;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;

namespace ResLinkProofs.Tests.Claims.Keeping;

/// <summary>Whatever happens to kept evidence, the verdict is the one that a search without it gives.</summary>
public sealed class TamperingTests
{
    private static readonly string[] Names = ["true", "false", "unsatisfiable"];

    [Theory]
    [InlineData("true", Verdict.Proved)]
    [InlineData("false", Verdict.Refuted)]
    [InlineData("ties", Verdict.Supported)]
    public void A_flipped_bit_is_noticed_and_the_claim_searched_again(string name, Verdict verdict)
    {
        using var kept = new Kept();
        Claim claim = EvidenceStoreTests.Named(name);
        kept.Run(claim);
        foreach (string file in kept.Files)
        {
            byte[] good = File.ReadAllBytes(file);
            int last = good.Length - 1; // the line feed, without which the entry says the same
            for (int k = 0; k < 24; k++)
            {
                byte[] bad = [.. good];
                int at = (int)((long)k * last / 24);
                bad[at] ^= (byte)(1 << (k % 8));
                File.WriteAllBytes(file, bad);
                var run = kept.Run(claim);
                Assert.Equal(verdict, run.Result.Verdict);
                Assert.Equal(1, run.Searches);
                Assert.NotEmpty(run.Notices);
                Assert.Equal(good, File.ReadAllBytes(file)); // found again, bit for bit
            }

            foreach (int length in new[] { 0, 1, 64, 65, good.Length / 2, last - 1 })
            {
                File.WriteAllBytes(file, good[..length]);
                Assert.Equal((verdict, 1), (kept.Run(claim).Result.Verdict, 1));
                Assert.Equal(good, File.ReadAllBytes(file));
            }
        }
    }

    [Fact]
    public void Entries_of_other_claims_and_engines_in_its_place_are_no_evidence()
    {
        using var kept = new Kept();
        foreach (string name in Names)
        {
            kept.Run(EvidenceStoreTests.Named(name));
        }

        Dictionary<string, byte[]> good = kept.Files.ToDictionary(f => f, File.ReadAllBytes);
        foreach (string file in good.Keys)
        {
            foreach (byte[] other in good.Values)
            {
                // As it is, and by a liar who writes the wanted key into it.
                File.WriteAllBytes(file, other);
                AllStand(kept);
                string key = Path.GetFileName(file);
                File.WriteAllBytes(file, other);
                Kept.Forge(file, entry => entry["key"] = key);
                AllStand(kept);
                File.WriteAllBytes(file, good[file]);
            }
        }
    }

    [Fact]
    public void A_certificate_of_another_statement_proves_nothing()
    {
        using var kept = new Kept();
        Claim truth = KnownClaims.True, falsehood = KnownClaims.Of("False", (x, y) => x + y < 1);
        kept.Run(truth);
        kept.Run(falsehood);
        JsonNode proof = Kept.JsonOf(kept.FileOf(truth, "prover"))["pieces"]!;
        Kept.Forge(kept.FileOf(falsehood, "prover"), entry => entry["pieces"] = proof.DeepClone());
        var run = kept.Run(falsehood);
        Assert.Equal(Verdict.Refuted, run.Result.Verdict);
        Assert.Contains(run.Notices, n => n.Contains("is not confirmed", StringComparison.Ordinal));

        // Nor does half a proof, a proof whose problem was edited, or none.
        Action<JsonNode>[] lies =
        [
            piece => piece["certificates"] = new JsonArray(),
            piece => piece["certificates"] = null,
            piece => piece["certificates"]![0] = null,
            piece => piece["certificates"]![0] = "",
            piece => piece["certificates"]![0] = ((string)piece["certificates"]![0]!).Replace("exp", "sin", StringComparison.Ordinal),
            piece => piece["certificates"] = new JsonArray((string)piece["certificates"]![0]!, (string)piece["certificates"]![0]!),
            piece => piece["finding"] = "Vacuity",
            piece => piece["finding"] = "Satisfiable",
            piece => piece["summary"] = null,
        ];
        string file = kept.FileOf(truth, "prover");
        string good = File.ReadAllText(file);
        foreach (Action<JsonNode> lie in lies)
        {
            Kept.Forge(file, entry => lie(entry["pieces"]![0]!));
            var again = kept.Run(truth);
            Assert.Equal((Verdict.Proved, 1), (again.Result.Verdict, again.Searches));
            Assert.NotEmpty(again.Notices);
            Assert.Equal(good, File.ReadAllText(file));
        }
    }

    [Fact]
    public void A_witness_that_the_kernel_does_not_confirm_refutes_nothing()
    {
        using var kept = new Kept();
        Claim truth = KnownClaims.True, falsehood = KnownClaims.Of("False", (x, y) => x + y < 1);
        kept.Run(truth);
        kept.Run(falsehood);
        JsonNode refutation = Kept.JsonOf(kept.FileOf(falsehood, "search"))["pieces"]!;
        Kept.Forge(kept.FileOf(truth, "search"), entry => entry["pieces"] = refutation.DeepClone());
        var unharmed = kept.Run(truth);
        Assert.Equal((Verdict.Proved, 1), (unharmed.Result.Verdict, unharmed.Searches));

        // A point where the claim holds, one outside the ranges, one of too few coordinates, one of another size, and no numbers.
        Action<JsonNode>[] lies =
        [
            point => point["coordinates"] = new JsonArray("0/1", "0/1"),
            point => point["coordinates"] = new JsonArray("2/1", "2/1"),
            point => point["coordinates"] = new JsonArray("1/1"),
            point => point["coordinates"] = new JsonArray("1/0", "1/1"),
            point => point["coordinates"] = new JsonArray("1", "x"),
            point => point["coordinates"] = new JsonArray(null, null),
            point => point["size"] = 7,
        ];
        string file = kept.FileOf(falsehood, "search");
        string good = File.ReadAllText(file);
        foreach (Action<JsonNode> lie in lies)
        {
            Kept.Forge(file, entry => lie(entry["pieces"]![0]!["points"]![0]!));
            var again = kept.Run(falsehood);
            Assert.Equal((Verdict.Refuted, 1), (again.Result.Verdict, again.Searches));
            Assert.NotEmpty(again.Notices);
            Assert.Equal(good, File.ReadAllText(file));
        }
    }

    [Fact]
    public void A_point_that_does_not_meet_the_hypotheses_makes_no_proof_of_something()
    {
        using var kept = new Kept();
        Claim claim = KnownClaims.Of("Half", (x, y) => x + y >= Term(1, 2), (x, y) => x >= Term(1, 2));
        Assert.Equal(Verdict.Proved, kept.Run(claim).Result.Verdict);
        Kept.Forge(kept.FileOf(claim, "hypothesis"), entry => entry["pieces"]![0]!["points"]![0]!["coordinates"] = new JsonArray("0/1", "0/1"));
        var run = kept.Run(claim);
        Assert.Equal((Verdict.Proved, 1), (run.Result.Verdict, run.Searches));
        Assert.NotEmpty(run.Notices);

        static Kernel.Terms.Term Term(int a, int b) => Kernel.Terms.Term.Ratio(a, b);
    }

    [Fact]
    public void Support_that_hides_a_violation_does_not_survive_a_share_of_the_search()
    {
        using var kept = new Kept();
        Claim falsehood = KnownClaims.Of("False", (x, y) => x + y < 1);
        kept.Run(falsehood);
        foreach (string engine in new[] { "search", "prover" })
        {
            Kept.Forge(kept.FileOf(falsehood, engine), entry => entry["pieces"]![0] = new JsonObject { ["finding"] = "Support", ["engine"] = "search", ["summary"] = "no violation" });
        }

        var run = kept.Run(falsehood);
        Assert.Equal(Verdict.Refuted, run.Result.Verdict);
        Assert.Contains(run.Notices, n => n.Contains("sees a violation", StringComparison.Ordinal));
    }

    [Fact]
    public void Kept_evidence_that_contradicts_what_is_found_does_not_stop_the_run()
    {
        using var kept = new Kept();
        kept.Run(KnownClaims.True);
        Kept.Forge(kept.FileOf(KnownClaims.True, "search"), entry => entry["pieces"]![0] = new JsonObject { ["finding"] = "Suspicion", ["engine"] = "search", ["summary"] = "looks bad" });
        Assert.Equal(Verdict.Proved, kept.Run(KnownClaims.True).Result.Verdict); // a proof beside a suspicion would stop it
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[null]")]
    [InlineData("[{}]")]
    [InlineData("[{\"finding\":\"Proof\"}]")]
    [InlineData("[{\"finding\":99,\"engine\":\"x\"}]")]
    [InlineData("[{\"finding\":\"Proved\",\"engine\":\"x\"}]")]
    [InlineData("[{\"finding\":\"Support\",\"engine\":null,\"summary\":\"x\"}]")]
    [InlineData("[{\"finding\":\"Support\",\"engine\":\"x\",\"summary\":\"y\",\"work\":null}]")]
    [InlineData("{\"finding\":\"Support\"}")]
    public void What_has_another_form_is_no_entry(string pieces)
    {
        using var kept = new Kept();
        kept.Run(KnownClaims.True);
        string file = kept.FileOf(KnownClaims.True, "prover");
        Kept.Forge(file, entry => entry["pieces"] = JsonNode.Parse(pieces));
        var run = kept.Run(KnownClaims.True);
        Assert.Equal((Verdict.Proved, 1), (run.Result.Verdict, run.Searches));
    }

    private static void AllStand(Kept kept)
    {
        Assert.Equal(
            [Verdict.Proved, Verdict.Refuted, Verdict.Vacuous],
            Names.Select(name => kept.Run(EvidenceStoreTests.Named(name)).Result.Verdict));
    }
}
