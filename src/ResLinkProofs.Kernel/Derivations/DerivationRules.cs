using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Derivations;

/// <summary>Applies rules: makes the fact that follows by one step from earlier facts, or says why none follows.</summary>
internal sealed partial class DerivationRules(Theorem theorem, IReadOnlyList<Fact> facts)
{
    /// <summary>The fact that a step adds.</summary>
    /// <exception cref="ArgumentException">The step is no instance of its rule.</exception>
    public Fact Apply(DerivationStep step) => step.Rule switch
    {
        Rule.Given => theorem.Hypotheses[Only(step.Premises)],
        Rule.Combine => Combine(step),
        Rule.Decide => Decide(step),
        Rule.FunctionLaw => FunctionLaw(step),
        Rule.Identity => Identity(step),
        Rule.Sum => Sum(step),
        Rule.ColumnSquare => ColumnSquare(step),
        Rule.NormOfSum => NormOfSum(step),
        Rule.NormOfIdentity => Whole(1 - Fact.Norm(MatrixTerm.Identity(step.Rows)), Relation.GreaterOrEqual),
        Rule.NormIsNonnegative => Whole(Fact.Norm(Only(Only(step.Parts).Matrices)), Relation.GreaterOrEqual),
        Rule.NormOfDiagonal => NormOfDiagonal(step),
        Rule.NormOfEqual => NormOfEqual(step),
        Rule.EntryBound => EntryBound(step),
        Rule.ProductFromLeft when step.Scope == Scope.Diagonal => ColumnsOfProduct(step),
        Rule.ProductFromLeft => Product(step, (x, y) => Term.Square(Fact.Norm(x)) * Fact.Inner(y, y)),
        Rule.ProductFromRight => Product(step, (x, y) => Fact.Inner(x, x) * Term.Square(Fact.Norm(y))),
        Rule.AtRow => AtIndex(step, "row", step.Rows),
        Rule.AtColumn => AtIndex(step, "column", step.Columns),
        Rule.ProductOfTraces => ProductOfTraces(step),
        Rule.Vectors => Vectors(step),
        _ => throw new ArgumentException($"There is no rule {step.Rule}."),
    };

    /// <summary>What a premise of <see cref="Rule.Sum"/> has to compare with zero.</summary>
    internal static Term Summand(IEnumerable<DerivationPart> parts, Scope scope) =>
        Term.Sum(parts.Select(p => p.Factor * (Entries.Of(p.Matrices[0], scope) * Entries.Of(p.Matrices[1], scope))));

    private static Fact Whole(Term left, Relation relation) => new(Scope.Whole, "", "", left, relation);

    private static T Only<T>(IReadOnlyList<T> items) =>
        items.Count == 1 ? items[0] : throw new ArgumentException($"one is needed, not {items.Count}");

    private static (T First, T Second) Two<T>(IReadOnlyList<T> items) =>
        items.Count == 2 ? (items[0], items[1]) : throw new ArgumentException($"two are needed, not {items.Count}");

    private static void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new ArgumentException(what);
        }
    }

    private Fact Premise(int number) =>
        number >= 0 && number < facts.Count ? facts[number] : throw new ArgumentException($"there is no earlier step {number + 1}");

    // A premise that may be used where the indices are those of the conclusion.
    private Fact Premise(int number, DerivationStep step)
    {
        Fact fact = Premise(number);
        Require(fact.Covers(step.Scope, step.Rows, step.Columns), $"step {number + 1} is about other indices");
        return fact;
    }

    private static void RequireFact(Fact fact, Scope scope, MatrixTerm size, Term left, Relation relation) =>
        Require(
            fact.Text == new Fact(scope, size.Rows, size.Columns, left, relation).Text,
            $"the premise is {fact.Text}, and has to be {TermText.Of(left)} {relation}");
}
