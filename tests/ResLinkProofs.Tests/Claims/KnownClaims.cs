using ResLinkProofs.Claims;
using ResLinkProofs.Claims.Propositions;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Tests.Claims;

/// <summary>Claims with known verdicts.</summary>
internal static class KnownClaims
{
    public static readonly Document Document = new("test", "Test 2000");

    public static readonly Budget Tiny = new() { Name = "tiny", SamplesPerSize = 40, AttackSteps = 1200, MonteCarloSamples = 30_000, Boxes = 100 };

    /// <summary>Fails only within a thousandth of (7/10, 3/10), three millionths of the square.</summary>
    public static Claim FalseOnASmallDisc => Of("Small disc", (x, y) =>
        Term.Square(x - Term.Ratio(7, 10)) + Term.Square(y - Term.Ratio(3, 10)) >= Term.Ratio(1, 1_000_000));

    /// <summary>Holds, with equality wherever x = y.</summary>
    public static Claim TrueWithTies => Of("Ties", (x, y) => Term.Sqrt(Term.Square(x) + Term.Square(y)) * Term.Sqrt(2) >= x + y);

    /// <summary>Holds with room to spare.</summary>
    public static Claim True => Of("True", (x, y) => Term.Exp(x + y) >= 1 + x);

    /// <summary>Has a hypothesis that nothing satisfies.</summary>
    public static Claim Unsatisfiable => Of("Unsatisfiable", (x, y) => x >= 5, (x, y) => x + y > 3);

    public static Claim Of(string label, Func<Term, Term, Formula> conclusion, Func<Term, Term, Formula>? hypothesis = null)
    {
        var forAll = new Quantifier();
        Term x = forAll.Real("x", 0, 1), y = forAll.Real("y", 0, 1);
        forAll.Given(hypothesis?.Invoke(x, y) ?? Formula.True);
        return Of(label, StatementProposition.Of(forAll.Conclude(conclusion(x, y))));
    }

    public static Claim Of(string label, Proposition proposition) => new()
    {
        Source = new Source(Document, label),
        Quote = new Quote("as stated", "Lemma 1"),
        Text = label,
        Proposition = proposition,
    };

    public static Statement StatementOf(Claim claim) => ((SearchableProposition)claim.Proposition).At(0).Statement!;
}
