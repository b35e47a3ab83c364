using ResLinkProofs.Attack;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Propositions;

namespace ResLinkProofs.Tests.Claims;

/// <summary>A claim's instances are made once in a run, and not kept beyond it.</summary>
public class OneRunTests
{
    [Fact]
    public void Engines_of_one_run_share_an_instance_and_those_of_two_runs_do_not()
    {
        var (first, second) = (new First(), new Second());
        var runner = new ClaimRunner([first, second]);
        Claim claim = KnownClaims.True;
        runner.Run(claim, KnownClaims.Tiny, seed: 1);
        runner.Run(claim, KnownClaims.Tiny, seed: 1);
        Assert.Equal(2, first.Seen.Count);
        Assert.Same(first.Seen[0], second.Seen[0]);
        Assert.Same(first.Seen[1], second.Seen[1]);
        Assert.NotSame(first.Seen[0], first.Seen[1]);

        // Outside a run every call makes its own: two threads never share working space by accident.
        var proposition = (SearchableProposition)claim.Proposition;
        Assert.NotSame(proposition.At(proposition.Sizes[0]), proposition.At(proposition.Sizes[0]));
    }

    private abstract class Witness : IChecker
    {
        public List<Instance> Seen { get; } = [];

        public IEnumerable<Evidence> Check(Claim claim, Budget budget, ulong seed)
        {
            var proposition = (SearchableProposition)claim.Proposition;
            Seen.Add(proposition.At(proposition.Sizes[0]));
            return [];
        }
    }

    private sealed class First : Witness;

    private sealed class Second : Witness;
}
