using System.Text;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Testing.Snapshots;

namespace ResLinkProofs.Specs.Tests;

/// <summary>Which hypotheses of the catalogue bind at the sizes that are checked: one that becomes idle, or ceases to be, changes the recorded list.</summary>
public class HypothesisTests
{
    private static readonly int[] Larger = [10, 20, 50, 100];

    [Fact]
    public void The_hypotheses_that_exclude_nothing_are_the_recorded_ones()
    {
        var text = new StringBuilder();
        int all = 0, idle = 0;
        foreach (Claim claim in SpecCatalogue.Claims)
        {
            foreach (IGrouping<string, HypothesisShare> part in HypothesisShares.Of(claim.Proposition, seed: 0).GroupBy(s => s.Hypothesis))
            {
                all++;
                if (part.Any(s => s.Binds))
                {
                    continue;
                }

                idle++;
                string hypothesis = part.Key.Length <= 160 ? part.Key : part.Key[..159] + "…";
                text.Append($"{claim.Id} [{claim.ReadingText}]: {hypothesis}{Onset(claim.Proposition, part.Key, part.Max(s => s.Size))}\n");
            }
        }

        Snapshot.Verify($"{idle} of {all} hypotheses exclude nothing at the sizes that are checked.\n\n{text}", "hypotheses/idle");
    }

    // From which larger dimension on it binds.
    private static string Onset(Proposition proposition, string hypothesis, int largest)
    {
        if (proposition is not NetworkProposition network)
        {
            return "";
        }

        HypothesisShare? first = HypothesisShares.Of(network, [.. Larger.Where(d => d > largest)], seed: 0).FirstOrDefault(s => s.Hypothesis == hypothesis && s.Binds);
        return first is null ? " (nor up to d = 100)" : $" (binds at d = {first.Size})";
    }
}
