using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using static ResLinkProofs.Kernel.Tests.Derivations.Workbench;

namespace ResLinkProofs.Kernel.Tests.Derivations;

/// <summary>Steps that would show something false, or more than their premises give: all are refused, and each beside an honest one of its kind that is not.</summary>
public sealed class MaliciousDerivationTests
{
    private static readonly Term Diagonal = Entries.Of(X, Scope.Diagonal), OffDiagonal = Entries.Of(X, Scope.OffDiagonal), All = Entries.Of(X, Scope.All), NormOfX = Fact.Norm(X);

    private static readonly string[] Sizes = ["", "d"];
    private static readonly int[][] Numbers = [[], [0], [5], [-3]];
    private static readonly Term[][] TermLists = [[], [Term.One]];

    public static TheoryData<string> Names => [.. Attempts().Select(a => a.Name)];

    [Fact]
    public void There_are_at_least_sixty() => Assert.True(Attempts().Select(a => a.Name).Distinct().Count() >= 60, $"{Attempts().Count()}");

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_refused(string name)
    {
        (_, Func<Workbench, DerivationStep> honest, Func<Workbench, DerivationStep> malicious) = Attempts().Single(a => a.Name == name);
        var bench = new Workbench();
        Assert.NotNull(bench.Try(honest(bench)));
        bench = new Workbench();
        Assert.Null(bench.Try(malicious(bench)));
    }

    [Fact]
    public void A_derivation_ends_with_its_conclusion_and_refers_backwards()
    {
        DerivationStep norm = new(Rule.NormIsNonnegative, Scope.Whole) { Parts = [Part(0, X)] }, other = norm with { Parts = [Part(0, Y)] };
        Assert.NotNull(DerivationChecker.Check(Assumed, [norm]).Accepted);
        Assert.NotNull(DerivationChecker.Check(Assumed, [norm, other]).Rejection);
        Assert.NotNull(DerivationChecker.Check(Assumed, []).Rejection);
        DerivationStep itself = Combine(Scope.Whole, NormOfX >= 0, Part(1, 1, 0)), later = Combine(Scope.Whole, NormOfX >= 0, Part(1, 1, 1));
        Assert.NotNull(DerivationChecker.Check(Assumed, [itself]).Rejection);
        Assert.NotNull(DerivationChecker.Check(Assumed, [later, norm]).Rejection);
        Assert.NotNull(DerivationChecker.Check(Assumed, [later, Combine(Scope.Whole, NormOfX >= 0, Part(1, 1, 0))]).Rejection);
        Assert.NotNull(DerivationChecker.Check(Assumed, [norm, Combine(Scope.Whole, NormOfX >= 0, Part(1, 1, -1))]).Rejection);
    }

    [Fact]
    public void Steps_that_lack_something_are_refused_and_break_nothing()
    {
        DerivationPart[] parts = [Part(1, 1), Part(1, 1, 0), Part(1, X), Part(1, X, Y), new(1, Term.One, [X], [7]), new(1, Term.One, [], [-1])];
        DerivationStep norm = new(Rule.NormIsNonnegative, Scope.Whole) { Parts = [Part(0, X)] };
        IEnumerable<DerivationStep> steps =
            from rule in Enum.GetValues<Rule>().Append((Rule)99)
            from scope in Enum.GetValues<Scope>().Append((Scope)9)
            from size in Sizes
            from chosen in parts.Select(p => new[] { p }).Concat([[], [parts[2], parts[0]], [parts[2], parts[3]]])
            from terms in TermLists
            from premises in Numbers
            select new DerivationStep(rule, scope) { Rows = size, Columns = size, Parts = chosen, Terms = terms, Premises = premises };
        int tried = 0;
        foreach (DerivationStep step in steps)
        {
            tried++;
            Exception? thrown = Record.Exception(() => DerivationChecker.Check(Assumed, [norm, step]));
            Assert.True(thrown is null, $"{step.Rule} {step.Scope} '{step.Rows}' {step.Parts.Count} parts {step.Terms.Count} terms: {thrown}");
        }

        Assert.True(tried > 5_000, $"{tried}");
    }

    [Fact]
    public void A_stronger_conclusion_or_fewer_hypotheses_make_another_theorem()
    {
        DerivationStep[] steps = [new(Rule.Given, Scope.Whole) { Premises = [0] }];
        var own = new Theorem([At(1 >= NormOfX)], At(1 >= NormOfX));
        Assert.NotNull(DerivationChecker.Check(own, steps).Accepted);
        Assert.NotNull(DerivationChecker.Check(new Theorem([], At(1 >= NormOfX)), steps).Rejection);
        Assert.NotNull(DerivationChecker.Check(new Theorem([At(1 >= NormOfX)], At(1 > NormOfX)), steps).Rejection);
        Assert.NotNull(DerivationChecker.Check(new Theorem([At(1 >= NormOfX)], At(Term.Ratio(99, 100) >= NormOfX)), steps).Rejection);
        Assert.NotNull(DerivationChecker.Check(new Theorem([At(1 >= Fact.Norm(Y))], At(1 >= NormOfX)), steps).Rejection);
    }

    [Fact]
    public void Every_conclusion_is_shown_and_the_last_one_last()
    {
        DerivationStep first = new(Rule.NormIsNonnegative, Scope.Whole) { Parts = [Part(0, X)] }, second = first with { Parts = [Part(0, Y)] };
        var both = new Theorem([], [At(NormOfX >= 0), At(Fact.Norm(Y) >= 0)]);
        Assert.NotNull(DerivationChecker.Check(both, [first, second]).Accepted);
        Assert.NotNull(DerivationChecker.Check(both, [second, first]).Rejection);
        Assert.NotNull(DerivationChecker.Check(both, [second]).Rejection);
        Assert.NotNull(DerivationChecker.Check(both, [first]).Rejection);
        Assert.Throws<ArgumentException>(() => new Theorem([], []));
        (Theorem read, IReadOnlyList<DerivationStep> steps) = DerivationFile.Parse(DerivationFile.Print(both, [first, second]));
        Assert.Equal(both.ToString(), read.ToString());
        Assert.NotNull(DerivationChecker.Check(read, steps).Accepted);
    }

    [Fact]
    public void Theorems_speak_of_inner_products_and_norms_only()
    {
        Assert.Throws<ArgumentException>(() => new Theorem([], At(All >= 0)));
        Assert.Throws<ArgumentException>(() => new Theorem([], At(Term.Variable("x1") >= 0)));
        Assert.Throws<ArgumentException>(() => new Theorem([], At(Term.Variable("(norm (scaled 2/4 X[d,d]))") >= 0)));
        Assert.Throws<ArgumentException>(() => new Theorem([], At(Term.Variable("(norm X[d,d]) ") >= 0)));
        Assert.Throws<ArgumentException>(() => new Theorem([], At(Term.Variable("(inner X[d,d] V[n,d])") >= 0)));
        Assert.Throws<ArgumentException>(() => new Theorem([], (Atom)!NormOfX.EqualTo(0)));
    }

    [Fact]
    public void Sizes_are_checked_where_terms_are_built()
    {
        Assert.Throws<ArgumentException>(() => X + V);
        Assert.Throws<ArgumentException>(() => X * V);
        Assert.Throws<ArgumentException>(() => V.Diagonal());
        Assert.Throws<ArgumentException>(() => V.OffDiagonal());
        Assert.Throws<ArgumentException>(() => V.Row());
        Assert.Throws<ArgumentException>(() => Fact.Inner(X, V));
        Assert.Throws<ArgumentException>(() => MatrixTerm.Entrywise(Term.Variable("x1"), X, V));
        Assert.Throws<ArgumentException>(() => MatrixTerm.Entrywise(Term.Variable("x2"), X));
        Assert.Throws<ArgumentException>(() => MatrixTerm.Entrywise(All, X));
        Assert.Throws<ArgumentException>(() => MatrixTerm.Variable("X Y", "d", "d"));
        Assert.Throws<ArgumentException>(() => MatrixTerm.Variable("X", "D", "d"));
        Assert.Throws<ArgumentException>(() => Entries.Of(V, Scope.Diagonal));
        Assert.Throws<ArgumentException>(() => Entries.Of(X, Scope.Whole));
    }

    // Name, a step that is accepted, one that is not.
    private static IEnumerable<(string Name, Func<Workbench, DerivationStep> Honest, Func<Workbench, DerivationStep> Malicious)> Attempts()
    {
        static Fact Of(Scope scope, Term left, Relation relation = Relation.GreaterOrEqual) => scope == Scope.Whole ? new(scope, "", "", left, relation) : new(scope, "d", "d", left, relation);
        static DerivationStep Rule1(Rule rule, params DerivationPart[] parts) => new(rule, Scope.Whole) { Parts = parts };
        Fact whole = Of(Scope.Whole, NormOfX), strict = Of(Scope.Whole, Fact.Norm(Y), Relation.Greater), zero = Of(Scope.Whole, Fact.Inner(I, X), Relation.Equal);
        Fact onDiagonal = Of(Scope.Diagonal, Diagonal), off = Of(Scope.OffDiagonal, OffDiagonal), all = Of(Scope.All, All);

        // Combinations: signs, identities, relations, indices.
        yield return ("combine: a negative weight", b => Combine(Scope.Whole, 2 * NormOfX >= 0, Part(2, 1, b.Assume(whole))), b => Combine(Scope.Whole, -NormOfX >= 0, Part(-1, 1, b.Assume(whole))));
        yield return ("combine: another polynomial", b => Combine(Scope.Whole, NormOfX + 1 >= 0, Part(1, 1, b.Assume(whole)), Part(1, 1)), b => Combine(Scope.Whole, NormOfX - 1 >= 0, Part(1, 1, b.Assume(whole)), Part(1, 1)));
        yield return ("combine: a factor that is not squared", b => Combine(Scope.Whole, Term.Pow(NormOfX, 3) >= 0, Part(1, NormOfX, b.Assume(whole))), b => Combine(Scope.Whole, Fact.Inner(X, Y) * NormOfX >= 0, Part(1, Fact.Inner(X, Y), b.Assume(whole))));
        yield return ("combine: strict from a weak premise", b => Combine(Scope.Whole, Fact.Norm(Y) > 0, Part(1, 1, b.Assume(strict))), b => Combine(Scope.Whole, NormOfX > 0, Part(1, 1, b.Assume(whole))));
        yield return ("combine: strict from a square", b => Combine(Scope.Whole, Fact.Inner(X, Y) * Fact.Inner(X, Y) >= 0, Part(1, Fact.Inner(X, Y))), b => Combine(Scope.Whole, Fact.Inner(X, Y) * Fact.Inner(X, Y) > 0, Part(1, Fact.Inner(X, Y))));
        yield return ("combine: strict from a weight of zero", b => Combine(Scope.Whole, (Term)1 > 0, Part(1, 1)), b => Combine(Scope.Whole, (Term)0 > 0, Part(0, 1)));
        yield return ("combine: an equality from an inequality", b => Combine(Scope.Whole, (3 * Fact.Inner(I, X)).EqualTo(0), Part(3, 1, b.Assume(zero))), b => Combine(Scope.Whole, NormOfX.EqualTo(0), Part(1, 1, b.Assume(whole))));
        yield return ("combine: an equality with a remainder", b => Combine(Scope.Whole, Fact.Inner(I, X) + NormOfX >= 0, Part(1, 1, b.Assume(zero)), Part(1, 1, b.Assume(whole))), b => Combine(Scope.Whole, (Fact.Inner(I, X) + NormOfX).EqualTo(0), Part(1, 1, b.Assume(zero)), Part(1, 1, b.Assume(whole))));
        yield return ("combine: divided by what may be zero", b => { int p = b.Assume(strict), q = b.Assume(Of(Scope.Whole, Fact.Norm(Y) * Fact.Inner(X, Y))); return Combine(Scope.Whole, Fact.Inner(X, Y) >= 0, Part(1, 1, q)) with { Premises = [p] }; },
            b => { int p = b.Assume(whole), q = b.Assume(Of(Scope.Whole, NormOfX * Fact.Inner(X, Y))); return Combine(Scope.Whole, Fact.Inner(X, Y) >= 0, Part(1, 1, q)) with { Premises = [p] }; }
        );
        yield return ("combine: divided by what may be negative", b => Combine(Scope.Whole, Fact.Norm(Y) >= 0, Part(1, Fact.Norm(Y))) with { Premises = [b.Assume(strict)] }, b => Combine(Scope.Whole, Fact.Inner(X, Y) >= 0, Part(1, Fact.Inner(X, Y))) with { Premises = [b.Assume(Of(Scope.Whole, Fact.Inner(X, Y), Relation.Equal))] });
        yield return ("combine: entries of the diagonal for all", b => Combine(Scope.Diagonal, 2 * Diagonal >= 0, Part(2, 1, b.Assume(onDiagonal))), b => Combine(Scope.All, 2 * Diagonal >= 0, Part(2, 1, b.Assume(onDiagonal))));
        yield return ("combine: entries off the diagonal on it", b => Combine(Scope.OffDiagonal, 2 * OffDiagonal >= 0, Part(2, 1, b.Assume(off))), b => Combine(Scope.Diagonal, 2 * OffDiagonal >= 0, Part(2, 1, b.Assume(off))));
        yield return ("combine: entries of some pairs for all", b => Combine(Scope.OffDiagonal, All >= 0, Part(1, 1, b.Assume(all))), b => Combine(Scope.All, OffDiagonal >= 0, Part(1, 1, b.Assume(off))));
        yield return ("combine: an entry without indices", b => Combine(Scope.All, 2 * All >= 0, Part(2, 1, b.Assume(all))), b => Combine(Scope.Whole, 2 * All >= 0, Part(2, 1, b.Assume(all))));
        yield return ("combine: a square of an entry without indices", b => Combine(Scope.All, All * All >= 0, Part(1, All)), b => Combine(Scope.Whole, All * All >= 0, Part(1, All)));
        yield return ("combine: of another size", b => Combine(Scope.All, 2 * All >= 0, Part(2, 1, b.Assume(all))), b => Combine(Scope.All, 2 * Entries.Of(V, Scope.All) >= 0, Part(2, 1, b.Assume(new(Scope.All, "n", "d", Entries.Of(V, Scope.All), Relation.GreaterOrEqual)))));
        yield return ("combine: another function of the same text in part", b => Combine(Scope.Whole, Term.Sqrt(NormOfX) >= 0, Part(1, 1, b.Assume(Of(Scope.Whole, Term.Sqrt(NormOfX))))), b => Combine(Scope.Whole, Term.Asin(NormOfX) >= 0, Part(1, 1, b.Assume(Of(Scope.Whole, Term.Sqrt(NormOfX))))));
        yield return ("combine: a root of a square", b => Combine(Scope.Whole, Term.Sqrt(Term.Square(NormOfX)) - Term.Sqrt(Term.Square(NormOfX)) >= 0), b => Combine(Scope.Whole, Term.Sqrt(Term.Square(NormOfX)) - NormOfX >= 0));
        yield return ("combine: a quotient that cancels", b => Combine(Scope.Whole, (NormOfX / 2) - (NormOfX / 2) >= 0), b => Combine(Scope.Whole, ((NormOfX / Fact.Norm(Y)) * Fact.Norm(Y)) - NormOfX >= 0));
        yield return ("combine: pi as a number", b => Combine(Scope.Whole, Term.Pi - Term.Pi >= 0), b => Combine(Scope.Whole, Term.Pi - Term.Ratio(22, 7) >= 0));
        yield return ("combine: an indeterminate of that name", b => Combine(Scope.Whole, (Term.Pi - Term.Pi).EqualTo(0)), b => Combine(Scope.Whole, (Term.Pi - Term.Variable("[pi]")).EqualTo(0)));

        // Certificates.
        yield return ("decide: no certificate", b => Combine(Scope.Whole, (Term)1 >= 0, Part(1, 1)) with { Rule = Rule.Decide, Parts = [], Proof = [new(ProofStepKind.Values)] }, b => Combine(Scope.Whole, (Term)1 >= 0) with { Rule = Rule.Decide, Parts = [] });
        yield return ("decide: something false", b => Combine(Scope.Whole, Term.Pi - 3 >= 0) with { Rule = Rule.Decide, Proof = [new(ProofStepKind.Values)] }, b => Combine(Scope.Whole, Term.Pi - 4 >= 0) with { Rule = Rule.Decide, Proof = [new(ProofStepKind.Values)] });
        yield return ("decide: a premise that is not given", b => Combine(Scope.Whole, 1 - NormOfX >= 0) with { Rule = Rule.Decide, Premises = [b.Add(new(Rule.Given, Scope.Whole) { Premises = [0] })], Proof = [new(ProofStepKind.Values)] }, b => Combine(Scope.Whole, 1 - NormOfX >= 0) with { Rule = Rule.Decide, Proof = [new(ProofStepKind.Values)] });
        yield return ("decide: a premise about other indices", b => Combine(Scope.Diagonal, Diagonal >= 0) with { Rule = Rule.Decide, Premises = [b.Assume(onDiagonal)], Proof = [new(ProofStepKind.Values)] }, b => Combine(Scope.OffDiagonal, Diagonal >= 0) with { Rule = Rule.Decide, Premises = [b.Assume(onDiagonal)], Proof = [new(ProofStepKind.Values)] });
        yield return ("decide: one certificate for a weaker premise", b => Combine(Scope.Whole, 1 - NormOfX >= 0) with { Rule = Rule.Decide, Premises = [b.Assume(Of(Scope.Whole, 1 - NormOfX))], Proof = [new(ProofStepKind.Values)] }, b => Combine(Scope.Whole, 1 - NormOfX >= 0) with { Rule = Rule.Decide, Premises = [b.Assume(Of(Scope.Whole, 2 - NormOfX))], Proof = [new(ProofStepKind.Values)] });
        yield return ("decide: a strict conclusion at the end of a range", b => Combine(Scope.Whole, NormOfX + 1 > 0) with { Rule = Rule.Decide, Premises = [b.Assume(whole)], Proof = [new(ProofStepKind.Values)] }, b => Combine(Scope.Whole, NormOfX > 0) with { Rule = Rule.Decide, Premises = [b.Assume(whole)], Proof = [new(ProofStepKind.Values)] });

        // Functions.
        static DerivationStep Law(int number, Term[] terms, params int[] premises) => new(Rule.FunctionLaw, Scope.Whole) { Terms = terms, Premises = premises, Parts = [Part(number, (Term)1)] };
        yield return ("law: the root of what may be negative", b => Law(0, [NormOfX], b.Assume(whole)), b => Law(0, [Fact.Inner(I, Y)], b.Assume(whole)));
        yield return ("law: no premise", b => Law(1, [NormOfX], b.Assume(whole)), b => Law(1, [NormOfX]));
        yield return ("law: a quotient by what may be zero", b => Law(2, [NormOfX, Fact.Norm(Y)], b.Assume(strict)), b => Law(2, [Fact.Norm(Y), NormOfX], b.Assume(whole)));
        yield return ("law: a cosine beyond 1", b => Law(3, [NormOfX], b.Assume(Of(Scope.Whole, 1 + NormOfX)), b.Assume(Of(Scope.Whole, 1 - NormOfX))), b => Law(3, [NormOfX], b.Assume(Of(Scope.Whole, 1 + NormOfX)), b.Assume(Of(Scope.Whole, 2 - NormOfX))));
        yield return ("law: the same bound twice", b => Law(5, [NormOfX], b.Assume(Of(Scope.Whole, 1 + NormOfX)), b.Assume(Of(Scope.Whole, 1 - NormOfX))), b => Law(5, [NormOfX], b.Assume(Of(Scope.Whole, 1 + NormOfX)), b.Assume(Of(Scope.Whole, 1 + NormOfX))));
        yield return ("law: equals from an inequality", b => Law(12, [Fact.Inner(I, X), 0], b.Assume(zero)), b => Law(12, [NormOfX, 0], b.Assume(whole)));
        yield return ("law: squares in order, of a negative number", b => Law(15, [NormOfX, Fact.Norm(Y)], b.Assume(whole), b.Assume(Of(Scope.Whole, Term.Square(NormOfX) - Term.Square(Fact.Norm(Y))))), b => Law(15, [Fact.Inner(X, Y), Fact.Norm(Y)], b.Assume(whole), b.Assume(Of(Scope.Whole, Term.Square(Fact.Inner(X, Y)) - Term.Square(Fact.Norm(Y))))));
        yield return ("law: squares in the other order", b => Law(15, [NormOfX, Fact.Norm(Y)], b.Assume(whole), b.Assume(Of(Scope.Whole, Term.Square(NormOfX) - Term.Square(Fact.Norm(Y))))), b => Law(15, [NormOfX, Fact.Norm(Y)], b.Assume(whole), b.Assume(Of(Scope.Whole, Term.Square(Fact.Norm(Y)) - Term.Square(NormOfX)))));
        yield return ("law: an arcsine beyond 1", b => Law(16, [NormOfX, Fact.Norm(Y)], b.Assume(Of(Scope.Whole, 1 - NormOfX)), b.Assume(Of(Scope.Whole, NormOfX - Fact.Norm(Y))), b.Assume(Of(Scope.Whole, 1 + Fact.Norm(Y)))), b => Law(16, [NormOfX, Fact.Norm(Y)], b.Assume(Of(Scope.Whole, 2 - NormOfX)), b.Assume(Of(Scope.Whole, NormOfX - Fact.Norm(Y))), b.Assume(Of(Scope.Whole, 1 + Fact.Norm(Y)))));
        yield return ("law: an arcsine that decreases", b => Law(16, [NormOfX, Fact.Norm(Y)], b.Assume(Of(Scope.Whole, 1 - NormOfX)), b.Assume(Of(Scope.Whole, NormOfX - Fact.Norm(Y))), b.Assume(Of(Scope.Whole, 1 + Fact.Norm(Y)))), b => Law(16, [NormOfX, Fact.Norm(Y)], b.Assume(Of(Scope.Whole, 1 - NormOfX)), b.Assume(Of(Scope.Whole, Fact.Norm(Y) - NormOfX)), b.Assume(Of(Scope.Whole, 1 + Fact.Norm(Y)))));
        yield return ("law: twice an angle beyond pi/4", b => Law(17, [NormOfX], b.Assume(whole), b.Assume(Of(Scope.Whole, 1 - (2 * Term.Square(NormOfX))))), b => Law(17, [NormOfX], b.Assume(whole), b.Assume(Of(Scope.Whole, 1 - Term.Square(NormOfX)))));
        yield return ("law: an absolute value from one side", b => Law(18, [NormOfX, Fact.Inner(X, Y)], b.Assume(Of(Scope.Whole, NormOfX - Fact.Inner(X, Y))), b.Assume(Of(Scope.Whole, NormOfX + Fact.Inner(X, Y)))), b => Law(18, [NormOfX, Fact.Inner(X, Y)], b.Assume(Of(Scope.Whole, NormOfX - Fact.Inner(X, Y))), b.Assume(Of(Scope.Whole, NormOfX - Fact.Inner(X, Y)))));
        yield return ("law: no such number", b => Law(8, [NormOfX]), b => Law(99, [NormOfX]));
        yield return ("law: half a number", b => Law(8, [NormOfX]), b => new(Rule.FunctionLaw, Scope.Whole) { Terms = [NormOfX], Parts = [Part(new Rational(17, 2), (Term)1)] });
        static int[] Slope(Workbench b, Rational s) => [b.Assume(new(Scope.Whole, "", "", s - NormOfX, 0)), b.Assume(new(Scope.Whole, "", "", s + NormOfX, 0)), b.Assume(new(Scope.Whole, "", "", s - Fact.Norm(Y), 0)), b.Assume(new(Scope.Whole, "", "", s + Fact.Norm(Y), 0))];
        yield return ("law: a slope that is too small", b => Law(11, [NormOfX, Fact.Norm(Y), new Rational(3, 5), new Rational(1, 4)], Slope(b, new(3, 5))), b => Law(11, [NormOfX, Fact.Norm(Y), new Rational(3, 5), new Rational(249, 1000)], Slope(b, new(3, 5))));
        yield return ("law: a slope up to 1", b => Law(11, [NormOfX, Fact.Norm(Y), new Rational(1, 2), (Term)1], Slope(b, new(1, 2))), b => Law(11, [NormOfX, Fact.Norm(Y), (Term)1, (Term)100], Slope(b, 1)));
        yield return ("law: a slope of another range", b => Law(11, [NormOfX, Fact.Norm(Y), new Rational(1, 2), (Term)1], Slope(b, new(1, 2))), b => Law(11, [NormOfX, Fact.Norm(Y), new Rational(1, 2), (Term)1], Slope(b, new(3, 4))));

        // Identities.
        yield return ("identity: factors exchanged", b => Rule1(Rule.Identity, Part(1, X * Y, X), Part(-1, Y * X.Transpose(), X.Transpose() * X)) with { Parts = [Part(1, X * Y, X), Part(-1, Y, X.Transpose() * X)] }, b => Rule1(Rule.Identity, Part(1, X * Y, X), Part(-1, Y * X, X)));
        yield return ("identity: entries of a transpose", b => new(Rule.Identity, Scope.Diagonal) { Parts = [Part(1, X * Y), Part(-1, Y.Transpose() * X.Transpose())] }, b => new(Rule.Identity, Scope.All) { Parts = [Part(1, X * Y), Part(-1, Y.Transpose() * X.Transpose())] });
        yield return ("identity: a rotation of entries", b => Rule1(Rule.Identity, Part(1, I, X * Y), Part(-1, I, Y * X)), b => new(Rule.Identity, Scope.Diagonal) { Parts = [Part(1, X * Y), Part(-1, Y * X)] });
        yield return ("identity: traces of identities of two sizes", b => Rule1(Rule.Identity, Part(1, I, I), Part(-1, I, I * I)), b => Rule1(Rule.Identity, Part(1, I, I), Part(-1, MatrixTerm.Identity("n"), MatrixTerm.Identity("n"))));
        yield return ("identity: a diagonal that is dropped", b => new(Rule.Identity, Scope.All) { Parts = [Part(1, X), Part(-1, X.OffDiagonal()), Part(-1, X.Diagonal())] }, b => new(Rule.Identity, Scope.All) { Parts = [Part(1, X), Part(-1, X.OffDiagonal())] });
        yield return ("identity: matrices of two sizes", b => new(Rule.Identity, Scope.All) { Parts = [Part(1, X), Part(-1, X)] }, b => new(Rule.Identity, Scope.All) { Parts = [Part(1, X), Part(-1, X), Part(0, V)] });
        yield return ("identity: one variable of two sizes", b => Rule1(Rule.Identity, Part(1, X, X), Part(-1, X * I, X)), b => Rule1(Rule.Identity, Part(1, X, X), Part(-1, MatrixTerm.Variable("X", "n", "n"), MatrixTerm.Variable("X", "n", "n"))));

        // Sums.
        DerivationPart[] square = [With(1, 1, X, X)];
        static int Summed(Workbench b, Scope scope, DerivationPart[] parts, Relation relation = Relation.GreaterOrEqual) => b.Assume(new(scope, "d", "d", DerivationChecker.Summand(parts, scope), relation));
        yield return ("sum: only the diagonal", b => Rule1(Rule.Sum, square) with { Premises = [Summed(b, Scope.All, square)] }, b => Rule1(Rule.Sum, square) with { Premises = [Summed(b, Scope.Diagonal, square)] });
        yield return ("sum: the diagonal twice", b => Rule1(Rule.Sum, square) with { Premises = [Summed(b, Scope.Diagonal, square), Summed(b, Scope.OffDiagonal, square)] }, b => Rule1(Rule.Sum, square) with { Premises = [Summed(b, Scope.Diagonal, square), Summed(b, Scope.Diagonal, square)] });
        yield return ("sum: a premise without indices", b => Rule1(Rule.Sum, square) with { Premises = [Summed(b, Scope.All, square)] }, b => Rule1(Rule.Sum, square) with { Premises = [b.Assume(whole)] });
        yield return ("sum: another premise", b => Rule1(Rule.Sum, square) with { Premises = [Summed(b, Scope.All, square)] }, b => Rule1(Rule.Sum, With(1, -1, X, X)) with { Premises = [Summed(b, Scope.All, square)] });
        yield return ("sum: a factor that depends on the indices", b => Rule1(Rule.Sum, With(1, NormOfX, X, X)) with { Premises = [Summed(b, Scope.All, [With(1, NormOfX, X, X)])] }, b => Rule1(Rule.Sum, With(1, All, X, X)) with { Premises = [Summed(b, Scope.All, [With(1, All, X, X)])] });
        yield return ("sum: an equality of inequalities", b => Rule1(Rule.Sum, square) with { Premises = [Summed(b, Scope.All, square, Relation.Equal)], Relation = Relation.Equal }, b => Rule1(Rule.Sum, square) with { Premises = [Summed(b, Scope.All, square)], Relation = Relation.Equal });
        yield return ("sum: strict", b => Rule1(Rule.Sum, square) with { Premises = [Summed(b, Scope.All, square)] }, b => Rule1(Rule.Sum, square) with { Premises = [Summed(b, Scope.All, square, Relation.Greater)], Relation = Relation.Greater });
        yield return ("sum: sizes that differ", b => Rule1(Rule.Sum, With(1, 1, X, Y)) with { Premises = [Summed(b, Scope.All, [With(1, 1, X, Y)])] }, b => Rule1(Rule.Sum, With(1, 1, X, Y), With(1, 1, V, V)) with { Premises = [Summed(b, Scope.All, [With(1, 1, X, Y), With(1, 1, V, V)])] });

        // Columns.
        yield return ("columns: of another range", b => Sized(new(Rule.ColumnSquare, Scope.All) { Parts = [With(1, 1, V), With(2, 1, V)] }), b => new(Rule.ColumnSquare, Scope.All) { Rows = "n", Columns = "d", Parts = [With(1, 1, V), With(2, 1, V)] });
        yield return ("columns: of different heights", b => Sized(new(Rule.ColumnSquare, Scope.All) { Parts = [With(1, 1, X), With(2, 1, Y)] }), b => Sized(new(Rule.ColumnSquare, Scope.All) { Parts = [With(1, 1, X), With(2, 1, V)] }));
        yield return ("product: columns of the transpose", b => new(Rule.ProductFromLeft, Scope.Diagonal) { Parts = [Part(0, V, X)] }, b => new(Rule.ProductFromLeft, Scope.Diagonal) { Parts = [Part(0, X, V)] });
        yield return ("columns: no vector", b => Rule1(Rule.ColumnSquare, With(1, 1, A)), b => Rule1(Rule.ColumnSquare));
        yield return ("columns: vectors of two dimensions", b => Rule1(Rule.ColumnSquare, With(1, 1, A), With(1, 1, B), With(1, 1, C)), b => Rule1(Rule.ColumnSquare, With(1, 1, A), With(1, 1, B), With(1, 1, MatrixTerm.Variable("z", "d", "1"))));
        yield return ("columns: neither i nor j", b => Sized(new(Rule.ColumnSquare, Scope.All) { Parts = [With(1, 1, X), With(2, 1, Y)] }), b => Sized(new(Rule.ColumnSquare, Scope.All) { Parts = [With(1, 1, X), With(3, 1, Y)] }));
        yield return ("columns: matrices for vectors", b => Rule1(Rule.ColumnSquare, With(1, 1, A), With(1, 1, B)), b => Rule1(Rule.ColumnSquare, With(1, 1, X), With(1, 1, Y)));

        // Norms.
        yield return ("norm: of another sum", b => Rule1(Rule.NormOfSum, Part(0, X + Y), Part(1, X), Part(1, Y)), b => Rule1(Rule.NormOfSum, Part(0, X + Y), Part(1, X)));
        yield return ("norm: a product in another order", b => Rule1(Rule.NormOfSum, Part(0, X * Y), Part(1, X, Y)), b => Rule1(Rule.NormOfSum, Part(0, X * Y), Part(1, Y, X)));
        yield return ("norm: a sign that is forgotten", b => Rule1(Rule.NormOfSum, Part(0, X - Y), Part(1, X), Part(-1, Y)), b => Rule1(Rule.NormOfSum, Part(0, X - Y), Part(1, X), Part(1, Y)));
        yield return ("norm: entry by entry", b => Rule1(Rule.NormOfSum, Part(0, MatrixTerm.Entrywise(Term.Variable("x1"), X)), Part(1, MatrixTerm.Entrywise(Term.Variable("x1"), X))), b => Rule1(Rule.NormOfSum, Part(0, MatrixTerm.Entrywise(Term.Square(Term.Variable("x1")), X)), Part(1, X, X)));
        yield return ("norm: no factor", b => Rule1(Rule.NormOfSum, Part(0, I), Part(1, I)), b => Rule1(Rule.NormOfSum, Part(0, I), Part(1)));
        yield return ("norm: a product of two sizes", b => Rule1(Rule.NormOfSum, Part(0, V * X), Part(1, V, X)), b => Rule1(Rule.NormOfSum, Part(0, V * X), Part(1, X, V)));
        yield return ("norm: of the matrix for that of its diagonal", b => Rule1(Rule.NormOfDiagonal, Part(0, X)) with { Terms = [1], Premises = [b.Assume(Of(Scope.Diagonal, 1 - Diagonal)), b.Assume(Of(Scope.Diagonal, 1 + Diagonal))] }, b => Rule1(Rule.NormOfDiagonal, Part(0, X)) with { Terms = [1], Premises = [b.Assume(Of(Scope.All, 1 - All)), b.Assume(Of(Scope.All, 1 + All))] });
        yield return ("norm: one side of a diagonal", b => Rule1(Rule.NormOfDiagonal, Part(0, X)) with { Terms = [1], Premises = [b.Assume(Of(Scope.Diagonal, 1 - Diagonal)), b.Assume(Of(Scope.Diagonal, 1 + Diagonal))] }, b => Rule1(Rule.NormOfDiagonal, Part(0, X)) with { Terms = [1], Premises = [b.Assume(Of(Scope.Diagonal, 1 - Diagonal)), b.Assume(Of(Scope.Diagonal, 1 - Diagonal))] });
        yield return ("norm: a bound that depends on the index", b => Rule1(Rule.NormOfDiagonal, Part(0, X)) with { Terms = [NormOfX], Premises = [b.Assume(Of(Scope.Diagonal, NormOfX - Diagonal)), b.Assume(Of(Scope.Diagonal, NormOfX + Diagonal))] }, b => Rule1(Rule.NormOfDiagonal, Part(0, X)) with { Terms = [2 * Diagonal], Premises = [b.Assume(Of(Scope.Diagonal, (2 * Diagonal) - Diagonal)), b.Assume(Of(Scope.Diagonal, (2 * Diagonal) + Diagonal))] });
        yield return ("norm: equal on the diagonal", b => Rule1(Rule.NormOfEqual, Part(0, X, Y)) with { Premises = [b.Assume(Of(Scope.All, All - Entries.Of(Y, Scope.All), Relation.Equal))] }, b => Rule1(Rule.NormOfEqual, Part(0, X, Y)) with { Premises = [b.Assume(Of(Scope.Diagonal, Diagonal - Entries.Of(Y, Scope.Diagonal), Relation.Equal))] });
        yield return ("norm: equal from at least", b => Rule1(Rule.NormOfEqual, Part(0, X, Y)) with { Premises = [b.Assume(Of(Scope.All, All - Entries.Of(Y, Scope.All), Relation.Equal))] }, b => Rule1(Rule.NormOfEqual, Part(0, X, Y)) with { Premises = [b.Assume(Of(Scope.All, All - Entries.Of(Y, Scope.All)))] });
        yield return ("norm: equal to another matrix", b => Rule1(Rule.NormOfEqual, Part(0, X, Y)) with { Premises = [b.Assume(Of(Scope.All, All - Entries.Of(Y, Scope.All), Relation.Equal))] }, b => Rule1(Rule.NormOfEqual, Part(0, X, X * X)) with { Premises = [b.Assume(Of(Scope.All, All - Entries.Of(Y, Scope.All), Relation.Equal))] });
        yield return ("entry: twice", b => new(Rule.EntryBound, Scope.All) { Parts = [Part(1, X)] }, b => new(Rule.EntryBound, Scope.All) { Parts = [Part(2, X)] });
        yield return ("entry: without indices", b => new(Rule.EntryBound, Scope.All) { Parts = [Part(1, X)] }, b => new(Rule.EntryBound, Scope.Whole) { Parts = [Part(1, X)] });
        yield return ("entry: of the diagonal of what has none", b => new(Rule.EntryBound, Scope.All) { Parts = [Part(1, V)] }, b => new(Rule.EntryBound, Scope.Diagonal) { Parts = [Part(1, V)] });
        yield return ("product: sizes that do not fit", b => Rule1(Rule.ProductFromLeft, Part(0, V, X)), b => Rule1(Rule.ProductFromLeft, Part(0, X, V)));
        yield return ("traces: of two sizes", b => Rule1(Rule.ProductOfTraces, Part(0, X, Y)), b => Rule1(Rule.ProductOfTraces, Part(0, X, MatrixTerm.Identity("n"))));

        // Indices.
        yield return ("index: off the diagonal at a row", b => new(Rule.AtRow, Scope.All) { Rows = "d", Columns = "d", Premises = [b.Assume(onDiagonal)] }, b => new(Rule.AtRow, Scope.All) { Rows = "d", Columns = "d", Premises = [b.Assume(off)] });
        yield return ("index: all pairs at a row", b => new(Rule.AtRow, Scope.All) { Rows = "d", Columns = "d", Premises = [b.Assume(onDiagonal)] }, b => new(Rule.AtRow, Scope.All) { Rows = "d", Columns = "d", Premises = [b.Assume(all)] });
        yield return ("index: of another range", b => new(Rule.AtRow, Scope.All) { Rows = "d", Columns = "n", Premises = [b.Assume(onDiagonal)] }, b => new(Rule.AtRow, Scope.All) { Rows = "n", Columns = "d", Premises = [b.Assume(onDiagonal)] });
        yield return ("index: of another range at a column", b => new(Rule.AtColumn, Scope.All) { Rows = "n", Columns = "d", Premises = [b.Assume(onDiagonal)] }, b => new(Rule.AtColumn, Scope.All) { Rows = "d", Columns = "n", Premises = [b.Assume(onDiagonal)] });
        yield return ("given: a hypothesis that there is not", b => new(Rule.Given, Scope.Whole) { Premises = [3] }, b => new(Rule.Given, Scope.Whole) { Premises = [4] });
        yield return ("rule: none", b => new(Rule.Given, Scope.Whole) { Premises = [0] }, b => new((Rule)77, Scope.Whole) { Premises = [0] });

        // Vectors.
        static DerivationStep Vectors(Workbench b, Formula goal, DerivationPart[] vectors, params int[] premises) => Combine(Scope.Whole, goal, vectors) with { Rule = Rule.Vectors, Premises = premises, Proof = [new(ProofStepKind.Values)] };
        Term square2 = Fact.Inner(A, A);
        yield return ("vectors: a claim that fails", b => Vectors(b, square2 >= 0, [With(1, 0, A)]), b => Vectors(b, square2 - 1 >= 0, [With(1, 0, A)]));
        yield return ("vectors: one twice", b => Vectors(b, square2 >= 0, [With(1, 0, A), With(1, 0, B)]), b => Vectors(b, square2 >= 0, [With(1, 0, A), With(1, 0, A)]));
        yield return ("vectors: matrices", b => Vectors(b, square2 >= 0, [With(1, 0, A)]), b => Vectors(b, Fact.Inner(X, X) >= 0, [With(1, 0, X)]));
        yield return ("vectors: a range without a premise", b => Vectors(b, 1 - square2 >= 0, [new(1, (Term)1, [A], [b.Assume(Of(Scope.Whole, 1 - square2))])], 0), b => Vectors(b, 1 - square2 >= 0, [new(1, (Term)1, [A], [b.Assume(Of(Scope.Whole, 4 - square2))])], 0));
        yield return ("vectors: of two dimensions", b => Vectors(b, square2 >= 0, [With(1, 0, A), With(1, 0, B)]), b => Vectors(b, square2 >= 0, [With(1, 0, A), With(1, 0, MatrixTerm.Variable("z", "d", "1"))]));
        static DerivationStep Expanded(Formula goal, params MatrixTerm[] vectors) => Combine(Scope.Whole, goal, [.. vectors.Select(v => With(1, 0, v))]) with { Rule = Rule.Vectors };
        Term sum = Fact.Inner(A + B, A + B), product = Fact.Inner(A, B);
        yield return ("vectors: an identity that is none", b => Expanded(sum.EqualTo(square2 + (2 * product) + Fact.Inner(B, B)), A, B), b => Expanded(sum.EqualTo(square2 + product + Fact.Inner(B, B)), A, B));
        yield return ("vectors: an inequality without certificate", b => Expanded((sum - square2 - (2 * product) - Fact.Inner(B, B)).EqualTo(0), A, B), b => Expanded(sum - square2 - (2 * product) - Fact.Inner(B, B) >= 0, A, B));
        yield return ("vectors: a strict inequality as an identity", b => Expanded((sum - sum).EqualTo(0), A, B), b => Expanded(sum - sum > 0, A, B));
        yield return ("vectors: an identity in the plane", b => Expanded((product * square2).EqualTo(square2 * product), A, B), b => Expanded((product * product).EqualTo(square2 * Fact.Inner(B, B)), A, B));
        yield return ("vectors: one vector for another", b => Expanded(Fact.Inner(A * (B.Transpose() * C), A).EqualTo(square2 * Fact.Inner(B, C)), A, B, C), b => Expanded(Fact.Inner(A * (B.Transpose() * C), A).EqualTo(product * Fact.Inner(A, C)), A, B, C));
        yield return ("vectors: squares of entries", b => Expanded((square2 - square2).EqualTo(0), A), b => Expanded(Fact.Inner(MatrixTerm.Entrywise(Term.Square(Term.Variable("x1")), A), MatrixTerm.Ones("n", "1")).EqualTo(square2), A));
        yield return ("vectors: a diagonal of an outer product", b => Expanded(Fact.Inner(A * A.Transpose(), B * B.Transpose()).EqualTo(product * product), A, B), b => Expanded(Fact.Inner((A * A.Transpose()).Diagonal(), B * B.Transpose()).EqualTo(product * product), A, B));
        yield return ("vectors: a trace as the dimension", b => Expanded(Fact.Inner(MatrixTerm.Identity("1"), A.Transpose() * A).EqualTo(square2), A), b => Expanded(Fact.Inner(MatrixTerm.Identity("n"), MatrixTerm.Identity("n")).EqualTo(1), A));
        MatrixTerm number = MatrixTerm.Variable("q", "1", "1");
        yield return ("vectors: a number, whose sign is lost", b => Vectors(b, Fact.Inner(A, A) >= 0, [With(1, 0, A)]), b => Vectors(b, Fact.Inner(MatrixTerm.Identity("1"), number) >= 0, [With(1, 0, number)]));
        yield return ("vectors: a number made of vectors", b => Vectors(b, Fact.Inner(A, A) >= 0, [With(1, 0, A)]), b => Vectors(b, product >= 0, [With(1, 0, A.Transpose() * B)]));
        yield return ("vectors: a norm", b => Expanded((square2 * 2).EqualTo(square2 + square2), A), b => Expanded(Term.Square(Fact.Norm(A)).EqualTo(square2), A));
        yield return ("vectors: an identity about columns", b => Expanded((square2 * 2).EqualTo(square2 + square2), A), b => Combine(Scope.Diagonal, Diagonal.EqualTo(Entries.Of(Y, Scope.Diagonal)), With(1, 0, X)) with { Rule = Rule.Vectors });
        yield return ("vectors: none", b => Vectors(b, square2 >= 0, [With(1, 0, A)]), b => Vectors(b, (Term)1 >= 0, []));
    }
}
