using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Kernel.Tests.Derivations.Workbench;

namespace ResLinkProofs.Kernel.Tests.Derivations;

/// <summary>Every rule of derivations: what it shows withstands an attack with matrices of many sizes, and a twin that claims a little more does not.</summary>
public sealed class RuleTests
{
    private const double Rounding = 1e-9;

    public static TheoryData<string> Names => [.. Instances().Select(i => i.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_rule_shows_holds_and_its_twin_fails(string name)
    {
        (_, Func<Workbench, DerivationStep> make, Func<Fact, Term> twin) = Instances().Single(i => i.Name == name);
        var bench = new Workbench();
        Fact fact = bench.Try(make(bench)) ?? throw new InvalidOperationException($"{name} is no instance of its rule.");
        Assert.True(Attack(fact) > -Rounding, $"{fact} fails by {Attack(fact)}");
        var more = new Fact(fact.Scope, fact.Rows, fact.Columns, twin(fact), fact.Relation);
        Assert.True(Attack(more) < -1e-4, $"the twin {more} holds: {Attack(more)}");
    }

    [Fact]
    public void Every_rule_has_an_instance() =>
        Assert.Equal(Enum.GetValues<Rule>().Except([Rule.Combine, Rule.Decide, Rule.FunctionLaw, Rule.Vectors, Rule.Given]), Instances().Select(i => Enum.Parse<Rule>(i.Name.Split(' ')[0])).Distinct().Order());

    private static Scope[] Halves { get; } = [Scope.Diagonal, Scope.OffDiagonal];

    // What is zero as a polynomial.
    private static DerivationStep Trivial(Scope scope, Term left) => Combine(scope, ((Term)0).EqualTo(0)) with { Terms = [left] };

    private static IEnumerable<(string Name, Func<Workbench, DerivationStep> Make, Func<Fact, Term> Twin)> Instances()
    {
        static Term Less(Fact f, Term t) => f.Left - t;
        MatrixTerm product = X * Y;
        yield return ("Identity Whole", _ => new(Rule.Identity, Scope.Whole) { Parts = [Part(1, X * Y, Y * X), Part(-1, X.Transpose() * Y * X, Y)] }, f => Less(f, Fact.Inner(I, I) / 100));
        yield return ("Identity rotation", _ => new(Rule.Identity, Scope.Whole) { Parts = [Part(1, X.Transpose(), Y.Transpose() * V.Transpose() * V), Part(-1, V * Y, V * X)] }, f => f.Left + (Fact.Inner(X, Y) / 10) + (Fact.Inner(Y, Y) / 10));
        yield return ("Identity All", _ => new(Rule.Identity, Scope.All) { Parts = [Part(1, (X + I) * Y), Part(-1, X * Y), Part(-1, Y)] }, f => f.Left + (Entries.Of(Y, Scope.All) / 10));
        yield return ("Identity Diagonal", _ => new(Rule.Identity, Scope.Diagonal) { Parts = [Part(1, X.Transpose() * Y), Part(-1, Y.Transpose() * X)] }, f => f.Left + (Entries.Of(X * Y, Scope.Diagonal) / 10) + (Entries.Of(Y, Scope.Diagonal) / 10));
        yield return ("Identity off", _ => new(Rule.Identity, Scope.OffDiagonal) { Parts = [Part(1, product.OffDiagonal()), Part(-1, product), Part(1, product.Diagonal())] }, f => f.Left + (Entries.Of(product, Scope.OffDiagonal) / 10));
        yield return ("Identity row", _ => new(Rule.Identity, Scope.All) { Parts = [Part(1, X.Row()), Part(-1, X.Diagonal() * MatrixTerm.Ones("d", "d"))] }, f => f.Left + (Entries.Of(X, Scope.All) / 10));
        yield return ("Sum square", b => new(Rule.Sum, Scope.Whole)
        {
            Parts = [With(1, 1, V, V)],
            Premises = [b.Add(new(Rule.Combine, Scope.All) { Rows = "n", Columns = "d", Terms = [DerivationChecker.Summand([With(1, 1, V, V)], Scope.All)], Relation = Relation.GreaterOrEqual, Parts = [Part(1, Entries.Of(V, Scope.All))] })],
        }, f => Less(f, Term.Ratio(1, 10)));
        DerivationPart[] adjoint = [With(1, 1, X.Diagonal(), Y), With(1, -1, X, Y.Diagonal())];
        yield return ("Sum diagonal", b => new(Rule.Sum, Scope.Whole)
        {
            Parts = adjoint,
            Relation = Relation.Equal,
            Premises = [.. Halves.Select(s => b.Add(Trivial(s, DerivationChecker.Summand(adjoint, s))))],
        }, f => f.Left + (Fact.Inner(X, Y) / 5));
        yield return ("ColumnSquare All", _ => Sized(new(Rule.ColumnSquare, Scope.All) { Parts = [With(1, 2, Y), With(2, -3, X)] }), f => Less(f, Term.Ratio(1, 10)));
        yield return ("ColumnSquare Diagonal", _ => Sized(new(Rule.ColumnSquare, Scope.Diagonal) { Parts = [With(1, 1, X), With(1, Entries.Of(Y, Scope.Diagonal), Y)] }), f => Less(f, Term.Ratio(1, 10)));
        yield return ("ColumnSquare Whole", _ => new(Rule.ColumnSquare, Scope.Whole) { Parts = [With(1, 1, A), With(2, Fact.Inner(A, C), B)] }, f => Less(f, Term.Ratio(1, 10)));
        yield return ("ColumnSquare three", _ => new(Rule.ColumnSquare, Scope.Whole) { Parts = [With(1, 1, A), With(1, Fact.Inner(A, C), B), With(1, -2, C)] }, f => Less(f, Term.Ratio(1, 10)));
        yield return ("NormOfSum", _ => new(Rule.NormOfSum, Scope.Whole) { Parts = [Part(0, (X + I) * Y), Part(1, X, Y), Part(1, Y)] }, f => Less(f, Fact.Norm(Y) / 10));
        yield return ("NormOfSum transposed", _ => new(Rule.NormOfSum, Scope.Whole) { Parts = [Part(0, V.Transpose() * V - (new Rational(2, 1) * X)), Part(1, V.Transpose(), V), Part(-2, X)] }, f => Less(f, Fact.Norm(X) / 10));
        yield return ("NormOfIdentity", _ => new(Rule.NormOfIdentity, Scope.Whole) { Rows = "d" }, f => Less(f, Term.Ratio(1, 10)));
        yield return ("NormIsNonnegative", _ => new(Rule.NormIsNonnegative, Scope.Whole) { Parts = [Part(0, V)] }, f => Less(f, Term.Ratio(1, 10)));
        yield return ("NormOfDiagonal", b => new(Rule.NormOfDiagonal, Scope.Whole)
        {
            Parts = [Part(0, X)],
            Terms = [Fact.Norm(X)],
            Premises = [b.Add(new(Rule.EntryBound, Scope.Diagonal) { Parts = [Part(1, X)] }), b.Add(Combine(Scope.Diagonal, Fact.Norm(X) + Entries.Of(X, Scope.Diagonal) >= 0, Part(1, 1, b.Add(new(Rule.EntryBound, Scope.Diagonal) { Parts = [Part(-1, X)] }))))],
        }, f => Less(f, Fact.Norm(X) / 2));
        yield return ("NormOfEqual", b => new(Rule.NormOfEqual, Scope.Whole)
        {
            Parts = [Part(0, X.OffDiagonal() + X.Diagonal(), X)],
            Premises = [.. Halves.Select(s => b.Add(Trivial(s, Entries.Of(X.OffDiagonal() + X.Diagonal(), s) - Entries.Of(X, s))))],
        }, f => Less(f, Term.Ratio(1, 10)));
        yield return ("EntryBound", _ => new(Rule.EntryBound, Scope.All) { Parts = [Part(-1, V)] }, f => Less(f, Fact.Norm(V) / 10));
        yield return ("ProductFromLeft", _ => new(Rule.ProductFromLeft, Scope.Whole) { Parts = [Part(0, V, X)] }, f => Less(f, Fact.Inner(V * X, V * X) / 10));
        yield return ("ProductFromLeft Diagonal", _ => new(Rule.ProductFromLeft, Scope.Diagonal) { Parts = [Part(0, V, X)] }, f => Less(f, Entries.Of((V * X).Transpose() * (V * X), Scope.Diagonal) / 10));
        yield return ("ProductFromRight", _ => new(Rule.ProductFromRight, Scope.Whole) { Parts = [Part(0, V, X)] }, f => Less(f, Fact.Inner(V * X, V * X) / 10));
        yield return ("AtRow", b => new(Rule.AtRow, Scope.All) { Rows = "d", Columns = "n", Premises = [b.Add(Sized(new(Rule.ColumnSquare, Scope.Diagonal) { Parts = [With(1, 1, Y), With(1, -2, I)] }))] }, f => Less(f, 3));
        yield return ("AtColumn", b => new(Rule.AtColumn, Scope.All) { Rows = "n", Columns = "d", Premises = [b.Add(new(Rule.EntryBound, Scope.Diagonal) { Parts = [Part(1, X)] })] }, f => Less(f, Fact.Norm(X) / 2));
        yield return ("ProductOfTraces", _ => new(Rule.ProductOfTraces, Scope.Whole) { Parts = [Part(0, Y, X + Y)] }, f => Less(f, Fact.Inner(I, Y) / 10));
    }
}
