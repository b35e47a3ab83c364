using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Checking;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Tests.Claims;

/// <summary>What counts as printed, and what an existential needs.</summary>
public sealed class QuoteTests
{
    private static readonly Quote Printed = new("x is small", "Lemma 1");

    [Fact]
    public void Nothing_is_printed_that_is_not_quoted()
    {
        Assert.Equal(Reading.Companion, (KnownClaims.True with { Quote = null }).Reading);
        Assert.Equal(Reading.AsPrinted, (KnownClaims.True with { Quote = Printed }).Reading);
        Assert.Equal(Reading.Corrected, (KnownClaims.True with { Correction = "a sign" }).Reading);
        Assert.Equal("“x is small” (Lemma 1)", Printed.ToString());
    }

    [Theory]
    [InlineData("", "Lemma 1")]
    [InlineData("two\nlines", "Lemma 1")]
    [InlineData("fine", "")]
    [InlineData("fine", "somewhere")]
    [InlineData("fine", "Lemma 1\nverdict: Proved")]
    public void A_quote_is_one_clause_with_a_place(string clause, string place) => Assert.ThrowsAny<ArgumentException>(() => new Quote(clause, place));

    [Fact]
    public void A_quote_is_no_paragraph() => Assert.Throws<ArgumentException>(() => new Quote(new string('x', 500), "Lemma 1"));

    [Fact]
    public void Only_what_is_printed_can_be_an_error_of_its_source()
    {
        Claim companion = KnownClaims.True with { Quote = null, Severity = new Severity.Substantive() };
        Assert.Throws<InvalidOperationException>(() => Catalogue.Of([new Stating(companion)]));
        Assert.Single(Catalogue.Of([new Stating(companion with { Quote = Printed })]).Claims);
    }

    [Fact]
    public void An_instance_supports_or_proves_that_constants_exist_and_never_refutes_it()
    {
        var instance = new Existential.Instance("C", "C = 1");
        Assert.Equal(Verdict.Proved, Run(KnownClaims.True with { Existential = instance }));
        Assert.Equal(Verdict.Refuted, Run(KnownClaims.FalseOnASmallDisc));
        Assert.Equal(Verdict.Inconclusive, Run(KnownClaims.FalseOnASmallDisc with { Existential = instance }));
    }

    [Fact]
    public void Only_the_proof_of_a_family_refutes_that_constants_exist()
    {
        var family = new Existential.Defeated("C", "x = C as C grows");
        Assert.Equal(Verdict.Refuted, Run(KnownClaims.True with { Existential = family }));
        Assert.Equal(Verdict.Inconclusive, Run(KnownClaims.Of("Family", StatementProposition.ForEach("n", [1, 2], PowerOfAShare)) with { Existential = family })); // supported is not proved
        Assert.Equal(Verdict.Inconclusive, Run(KnownClaims.FalseOnASmallDisc with { Existential = family }));
        Assert.Equal(Verdict.Inconclusive, Run(KnownClaims.Unsatisfiable with { Existential = family }));
    }

    private static Verdict Run(Claim claim) =>
        new ClaimRunner([new SearchChecker(), new ProverChecker(), new HypothesisChecker()]).Run(claim, KnownClaims.Tiny with { Boxes = 5_000 }, seed: 7).Verdict;

    private sealed class Stating(Claim claim) : ISpec
    {
        public IEnumerable<Claim> Claims() => [claim];
    }

    private static Kernel.Statements.Statement PowerOfAShare(int n)
    {
        var forAll = new Quantifier();
        return forAll.Conclude(Term.Pow(forAll.Real("x", 0, 1), n) <= 1);
    }
}
