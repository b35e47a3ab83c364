using ResLinkProofs.Claims;

namespace ResLinkProofs.Tests.Claims;

public sealed class SpecFaultTests
{
    private static readonly SpecSource Sound = new("sound", () => [KnownClaims.True]);

    [Fact]
    public void A_spec_that_throws_is_named_with_file_and_line_and_the_others_stand()
    {
        var thrower = new SpecSource("Some.Spec", () => throw new ArgumentException("a range is\nempty"));
        Catalogue catalogue = Catalogue.Of([thrower, Sound], out IReadOnlyList<SpecFault> faults);
        Assert.Equal([KnownClaims.True.Id], catalogue.Claims.Select(c => c.Id));
        string text = Assert.Single(faults).ToString();
        Assert.StartsWith("The spec Some.Spec cannot be used: it throws ArgumentException: a range is empty (", text, StringComparison.Ordinal);
        Assert.Matches(@"SpecFaultTests\.cs, line \d+\)$", text);
        Assert.IsType<ArgumentException>(faults[0].Cause);
    }

    [Fact]
    public void A_spec_that_throws_halfway_states_nothing()
    {
        static IEnumerable<Claim> Half()
        {
            yield return KnownClaims.True;
            throw new InvalidOperationException("no second claim");
        }

        Catalogue catalogue = Catalogue.Of([new SpecSource("half", Half)], out IReadOnlyList<SpecFault> faults);
        Assert.Empty(catalogue.Claims);
        Assert.Contains("no second claim", Assert.Single(faults).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_that_state_the_same_the_earlier_stands()
    {
        Catalogue catalogue = Catalogue.Of([Sound, Sound with { Name = "second" }], out IReadOnlyList<SpecFault> faults);
        Assert.Single(catalogue.Claims);
        Assert.Equal("second", Assert.Single(faults).Spec);
        Assert.Contains("stated more than once", faults[0].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("throws", faults[0].ToString(), StringComparison.Ordinal); // the catalogue's own words
    }

    [Fact]
    public void What_is_derived_from_what_is_left_out_is_left_out_in_turn()
    {
        Claim Derived(string label, string premise) =>
            KnownClaims.True with { Source = new Source(KnownClaims.Document, label), Derivation = new Derivation("by hand", [premise]) };
        Catalogue catalogue = Catalogue.Of(
            [new SpecSource("last", () => [Derived("Last", "test/middle")]), new SpecSource("middle", () => [Derived("Middle", "test/absent")]), Sound],
            out IReadOnlyList<SpecFault> faults);
        Assert.Equal([KnownClaims.True.Id], catalogue.Claims.Select(c => c.Id));
        Assert.Equal(["middle", "last"], faults.Select(f => f.Spec));
    }

    [Fact]
    public void A_script_is_named_with_line_and_column()
    {
        Catalogue.Of([SpecSource.OfScript("some.smt2", () => "(declare-const x Real)\n(assert (< x")], out IReadOnlyList<SpecFault> faults);
        Assert.StartsWith("some.smt2:2:", Assert.Single(faults).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_that_cannot_be_checked_is_named()
    {
        SpecFault fault = SpecFault.OfClaim(KnownClaims.True, new AggregateException(new InvalidOperationException("no size 3")));
        Assert.Equal($"{KnownClaims.True.Id} [{KnownClaims.True.ReadingText}] cannot be checked: it throws InvalidOperationException: no size 3", fault.ToString());
    }
}
