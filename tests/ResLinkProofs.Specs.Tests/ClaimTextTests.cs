using System.Text.RegularExpressions;
using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Claims.Propositions.Recurrences;
using ResLinkProofs.Claims.Propositions.Trajectories;

namespace ResLinkProofs.Specs.Tests;

/// <summary>The text of a claim says no more than its proposition and its derivation.</summary>
public partial class ClaimTextTests
{
    [Fact]
    public void No_text_draws_a_conclusion_without_a_derivation() => Assert.Empty(SpecCatalogue.Claims.Where(DrawsAConclusion).Select(c => c.Id));

    [Fact]
    public void A_text_about_every_dimension_has_the_dimension_as_a_variable_or_a_derivation() =>
        Assert.Empty(SpecCatalogue.Claims.Where(SpeaksOfEveryDimension).Select(c => c.Id));

    [Fact]
    public void What_a_text_says_for_every_value_of_a_symbol_is_said_of_a_variable_of_the_proposition()
    {
        string[] unbound = [.. SpecCatalogue.Claims.SelectMany(c => UnboundSymbols(c).Select(symbol => $"{c.Id}: {symbol}"))];
        Assert.True(unbound.Length == 0, string.Join(", ", unbound));
    }

    [Fact]
    public void Texts_that_say_too_much_are_noticed()
    {
        Claim some = SpecCatalogue.Claims.First(c => c is { Derivation: null, Proposition: StatementProposition });
        Assert.True(DrawsAConclusion(some with { Text = "x > 1, hence x > 0." }));
        Assert.False(DrawsAConclusion(some with { Text = "x > 1, hence x > 0.", Derivation = new Derivation("by order", ["*"]) { Rules = [TextbookRule.Restriction] } }));
        Assert.True(SpeaksOfEveryDimension(some with { Text = "It holds in every dimension." }));
        Assert.Equal(["ζ"], UnboundSymbols(some with { Text = "x ≥ 0 for every ζ." }));
    }

    private static bool DrawsAConclusion(Claim claim) => Hence().IsMatch(claim.Text) && claim.Derivation is not { Rules.Count: > 0 };

    private static bool SpeaksOfEveryDimension(Claim claim) =>
        claim.Text.Contains("every dimension", StringComparison.Ordinal) && claim.Derivation is null && !Binds(claim.Proposition, "d");

    private static IEnumerable<string> UnboundSymbols(Claim claim) => ForEvery().Matches(claim.Text).Select(m => m.Groups[1].Value)
        .Where(symbol => claim.Derivation is null && !Binds(claim.Proposition, symbol));

    // By the variables, or the formal text, which names every variable, input and case; a claim on networks is about W, W* and d, one on steps about t and T.
    private static bool Binds(Proposition proposition, string symbol) =>
        Regex.IsMatch(proposition.FormalText, $@"(?<!\w){Regex.Escape(symbol)}(?![\w*])")
        || (proposition is SearchableProposition all && (all.SizeName == symbol || all.At(all.Sizes[0]).Statement?.VariableNames.Contains(symbol) == true))
        || (proposition is NetworkProposition && symbol is "W" or "W*" or "d")
        || (proposition is RecurrenceProposition or TrajectoryProposition && symbol is "t" or "T");

    [GeneratedRegex(@"\b(hence|therefore|consequently)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Hence();

    // "for every x", "for all W": one symbol, not a word such as "step".
    [GeneratedRegex(@"\bfor (?:every|all) (?:real )?([\p{L}\p{No}]\p{No}?\*?)(?![\p{L}])", RegexOptions.IgnoreCase)]
    private static partial Regex ForEvery();
}
