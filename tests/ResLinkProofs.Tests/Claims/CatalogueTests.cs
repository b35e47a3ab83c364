using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Tests.Claims;

public sealed class CatalogueTests
{
    [Theory]
    [InlineData("Lemma 2.5", "test/lemma-2.5")]
    [InlineData("Theorem 3.1 (constants)", "test/theorem-3.1-constants")]
    [InlineData("  Definition -- 2.4 ", "test/definition-2.4")]
    [InlineData("Satz über ε", "test/satz-ber")]
    public void Labels_become_ids(string label, string id) => Assert.Equal(id, new Source(KnownClaims.Document, label).Id);

    [Fact]
    public void Claims_are_ordered_by_id_then_as_printed_before_corrected()
    {
        Claim printed = Labelled("Lemma 1"), corrected = Corrected(printed, "a sign");
        Catalogue catalogue = Catalogue.Of([new Spec(corrected, Labelled("Lemma 2")), new Spec(printed, Labelled("A 3"))]);
        Assert.Equal(["A 3 [as printed]", "Lemma 1 [as printed]", "Lemma 1 [corrected]", "Lemma 2 [as printed]"], catalogue.Claims.Select(c => c.DisplayName));
    }

    [Theory]
    [InlineData("test/lemma-1", 1)]
    [InlineData("TEST/Lemma-1", 1)]
    [InlineData("test/lemma-?", 2)]
    [InlineData("test/lemma-*", 3)]
    [InlineData("*", 4)]
    [InlineData("lemma-1", 0)]
    [InlineData("test/lemma.1", 0)]
    [InlineData("test/lemma-[1]", 0)]
    public void Globs_select_by_whole_ids(string glob, int expected) => Assert.Equal(expected, Several.Matching([glob]).Count);

    [Fact]
    public void No_glob_selects_everything_and_several_select_their_union()
    {
        Assert.Equal(4, Several.Matching([]).Count);
        Assert.Equal(3, Several.Matching(["*-1", "test/a", "*lemma-12", "test/a"]).Count);
    }

    [Fact]
    public void Two_claims_of_one_id_and_reading_are_an_error()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(
            () => Catalogue.Of([new Spec(Labelled("Lemma 1")), new Spec(Labelled("Lemma  1"))]));
        Assert.Contains("test/lemma-1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_corrected_claim_says_what_changed(string correction)
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(
            () => Catalogue.Of([new Spec(Corrected(Labelled("Lemma 1"), correction))]));
        Assert.Contains("Correction", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_premise_that_matches_no_claim_is_an_error()
    {
        Claim derived = Labelled("Lemma 2") with { Derivation = new Derivation("by hand", ["test/lemma-1", "test/lemma-3*"]) };
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Catalogue.Of([new Spec(derived, Labelled("Lemma 1"))]));
        Assert.Contains("test/lemma-3*", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_premises_of_a_claim_are_what_its_derivation_names_without_itself()
    {
        Claim derived = Labelled("Lemma 2") with { Derivation = new Derivation("by hand", ["test/lemma-*"]) };
        Catalogue catalogue = Catalogue.Of([new Spec(derived, Labelled("Lemma 1"), Labelled("Other 1"))]);
        Assert.Equal(["test/lemma-1"], catalogue.PremisesOf(derived).Select(c => c.Id));
        Assert.Empty(catalogue.PremisesOf(Labelled("Lemma 1")));
    }

    [Fact]
    public void Ids_that_cannot_be_typed_are_an_error()
    {
        Assert.Throws<InvalidOperationException>(() => Catalogue.Of([new Spec(Labelled("λ"))]));
        Claim badDocument = Labelled("Lemma 1") with { Source = new Source(new Document("Li Yuan", "Li & Yuan"), "Lemma 1") };
        Assert.Throws<InvalidOperationException>(() => Catalogue.Of([new Spec(badDocument)]));
    }

    [Fact]
    public void Specs_of_an_assembly_are_found_without_a_list()
    {
        Assert.Contains(Catalogue.Of(typeof(FoundByDiscovery).Assembly).Claims, c => c.Id == "test/discovered");
    }

    [Theory]
    [InlineData("holds for n = 1, 2, 3", true)]
    [InlineData("holds for every n", false)]
    [InlineData("holds for n = 1, 2", false)]
    public void A_finite_family_names_its_cases_in_the_text(string text, bool isFine)
    {
        Claim claim = KnownClaims.Of("Cases", StatementProposition.ForCases("n", [1, 2, 3], n => new Quantifier().Conclude(Term.Literal(n) >= 1))) with { Text = text };
        if (isFine)
        {
            Assert.Single(Catalogue.Of([new Spec(claim)]).Claims);
            return;
        }

        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => Catalogue.Of([new Spec(claim)]));
        Assert.Contains("n = 1, 2, 3", refused.Message, StringComparison.Ordinal);
    }

    private static Catalogue Several => Catalogue.Of([new Spec(Labelled("Lemma 1"), Labelled("Lemma 2"), Labelled("Lemma 12"), Labelled("A"))]);

    private static Claim Labelled(string label) => KnownClaims.True with { Source = new Source(KnownClaims.Document, label) };

    private static Claim Corrected(Claim claim, string? correction) => claim with { Correction = correction };

    private sealed class Spec(params Claim[] claims) : ISpec
    {
        public IEnumerable<Claim> Claims() => claims;
    }
}

/// <summary>A spec that only discovery can find.</summary>
public sealed class FoundByDiscovery : ISpec
{
    public IEnumerable<Claim> Claims() => [KnownClaims.True with { Source = new Source(KnownClaims.Document, "Discovered") }];
}
