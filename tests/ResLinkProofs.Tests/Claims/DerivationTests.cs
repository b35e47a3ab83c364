using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;

namespace ResLinkProofs.Tests.Claims;

/// <summary>When a derivation counts, and that it saves nothing that fails.</summary>
public sealed class DerivationTests
{
    private static readonly Derivation ByRules = new("on a subset", ["test/*"]) { Rules = [TextbookRule.Restriction] };

    [Fact]
    public void Proved_premises_and_textbook_rules_make_a_supported_claim_derived() =>
        Assert.Equal(Verdict.Derived, Decide(KnownClaims.True with { Derivation = ByRules }, Support, Verdict.Proved, Verdict.Proved));

    [Theory]
    [InlineData(Verdict.Supported)]
    [InlineData(Verdict.Derived)]
    [InlineData(Verdict.Refuted)]
    [InlineData(Verdict.Vacuous)]
    [InlineData(Verdict.Inconclusive)]
    [InlineData(null)]
    public void One_premise_that_is_not_proved_leaves_it_supported(Verdict? premise) =>
        Assert.Equal(Verdict.Supported, Decide(KnownClaims.True with { Derivation = ByRules }, Support, Verdict.Proved, premise));

    [Fact]
    public void An_argument_in_words_or_without_premises_moves_nothing()
    {
        Assert.Equal(Verdict.Supported, Decide(KnownClaims.True with { Derivation = ByRules with { Rules = [] } }, Support, Verdict.Proved));
        Assert.Equal(Verdict.Supported, Decide(KnownClaims.True with { Derivation = ByRules }, Support));
        Assert.Equal(Verdict.Supported, Decide(KnownClaims.True, Support, Verdict.Proved));
    }

    [Fact]
    public void A_derivation_saves_nothing_that_is_undecided_or_fails()
    {
        Claim claim = KnownClaims.True with { Derivation = ByRules };
        Assert.Equal(Verdict.Inconclusive, Decide(claim, Evidence.OfNothing("search", "hard"), Verdict.Proved));
        Assert.Equal(Verdict.Inconclusive, Decide(claim, Evidence.OfSuspicion("search", "x = 1"), Verdict.Proved));
        Assert.Equal(
            Verdict.Refuted,
            new ClaimRunner().Run(KnownClaims.FalseOnASmallDisc with { Derivation = ByRules }, Budget.Small, 0).StandingOn(Catalogue.Of([]), _ => Verdict.Proved).Verdict);
    }

    private static Evidence Support => Evidence.OfSupport("search", "none");

    private static Verdict Decide(Claim claim, Evidence evidence, params Verdict?[] premises) => Judge.Decide(claim, [evidence], premises);
}
