using FsCheck;
using FsCheck.Fluent;
using ResLinkProofs.Export;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Testing.Properties;
using ResLinkProofs.Tests.Smt;

namespace ResLinkProofs.Tests.Export;

/// <summary>What is written for other provers is read back, by readers that share nothing with the writers, and has to be the statement that was written.</summary>
public sealed class ReadBackTests
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y");

    private static Statement Over(Formula hypothesis, Formula conclusion) =>
        new([new RealVariable("x", new Rational(-1, 3), 2), new RealVariable("y", null, null)], hypothesis, conclusion);

    private static string Coq(Statement statement, params string[] comments) => Exporter.Coq([new ExportedTheorem("t", comments, statement)]);

    // The statement between the theorem's name and the full stop or := after it.
    private static string CoqStatement(string file) => Between(file, "Theorem t : ", ".\nProof.");

    private static string LeanStatement(Statement statement) => Between(Exporter.Lean([new ExportedTheorem("t", [], statement)]), "theorem t : ", " := by\n  sorry");

    private static string Between(string text, string start, string end)
    {
        int from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }

    public static Arbitrary<Statement> Statements() =>
        Arb.From(from hypothesis in RandomFormulas.Polynomial(1) from conclusion in RandomFormulas.Polynomial(2) select Over(hypothesis, conclusion));

    [Property(MaxTest = 500)]
    public Property Coq_and_Lean_say_what_was_written() => Prop.ForAll(Statements(), statement =>
        InfixReader.SaySame(statement, InfixReader.ReadStatement(CoqStatement(Coq(statement)))) && InfixReader.SaySame(statement, InfixReader.ReadStatement(LeanStatement(statement))));

    public static TheoryData<string> Hard => new(HardFormulas.Keys);

    private static readonly Dictionary<string, Formula> HardFormulas = new()
    {
        ["differences to the right"] = X - (Y - (X - 1)) >= X / (Y / (X / 2)),
        ["products of sums"] = (X + Y) * (X - Y) * -(X * Y) > Term.Pow(X + Y, 3) - Term.Pow(Term.Pow(X, 2), 2),
        ["negative powers"] = Term.Pow(X, -1) + Term.Pow(X + Y, -3) >= -Term.Pow(-X, 2),
        ["negative numbers"] = Term.Ratio(-1, 3) * X - -3 >= Term.Ratio(-7, 2),
        ["functions of functions"] = Term.Sqrt(Term.Exp(Term.Sin(X) - Term.Cos(-Y))) > Term.Log(Term.Abs(Term.Atan(X) + Term.Tan(Y))),
        ["inverse functions"] = (Term.Asin(X) + Term.Acos(X)).EqualTo(Term.Pi / 2),
        ["entire functions"] = Term.Sinc(X) * Term.VersineQuotient(Y) > Term.SineDefect(X) + Term.ArcsineDefect(X / 4),
        ["numerals alone"] = (Term.Sqrt(2) > Term.Ratio(7, 5)) & (Term.Max(1, X) >= Term.Min(Y, Term.Ratio(1, 2))),
        ["nested junctions"] = (X >= 0) | ((Y >= 0) & ((X > Y) | !X.EqualTo(Y))),
        ["nothing"] = Formula.True,
        ["never"] = Formula.False,
    };

    [Theory]
    [MemberData(nameof(Hard))]
    public void Hard_formulas_come_back(string name)
    {
        Statement statement = Over((X >= 1) & (Y >= -X), HardFormulas[name]);
        Assert.True(InfixReader.SaySame(statement, InfixReader.ReadStatement(CoqStatement(Coq(statement)))), CoqStatement(Coq(statement)));
        Assert.True(InfixReader.SaySame(statement, InfixReader.ReadStatement(LeanStatement(statement))), LeanStatement(statement));
    }

    [Fact]
    public void A_statement_that_differs_is_told_apart()
    {
        Statement written = Over(Formula.True, X - (Y - 1) >= 0);
        foreach (Statement other in new[]
        {
            Over(Formula.True, X - Y - 1 >= 0), Over(Formula.True, X - (Y - 1) > 0), Over(X >= 0, X - (Y - 1) >= 0),
            new Statement([new RealVariable("x", new Rational(-1, 3), 3), new RealVariable("y", null, null)], Formula.True, X - (Y - 1) >= 0),
        })
        {
            Assert.False(InfixReader.SaySame(written, InfixReader.ReadStatement(CoqStatement(Coq(other)))));
        }
    }

    [Fact]
    public void No_comment_ends_early_and_no_name_is_a_word_of_the_prover()
    {
        Statement statement = new([new RealVariable("fun", 0, 1), new RealVariable("PI", 0, 1), new RealVariable("W*[1,1]", 0, 1), new RealVariable("γ₀", 0, 1), new RealVariable("γ0", 0, 1)],
            Formula.True, Term.Variable("fun") + Term.Variable("PI") + Term.Variable("W*[1,1]") + Term.Variable("γ₀") >= Term.Variable("γ0") - Term.Pi);
        string file = Coq(statement, "a comment *) Axiom absurd : False. (* \"with a string\nand a line");
        Assert.Contains("(* a comment * ) Axiom absurd : False. ( * ''with a string and a line *)", file, StringComparison.Ordinal);
        Assert.Contains("forall fun_ PI_ Wstar_1_1 gamma0 gamma0_2 : R,", file, StringComparison.Ordinal);
        Assert.True(InfixReader.SaySame(statement, InfixReader.ReadStatement(CoqStatement(file))));
        Assert.DoesNotContain("\nand a line", Exporter.Lean([new ExportedTheorem("t", ["one\nand a line"], statement)]), StringComparison.Ordinal);
        Assert.DoesNotContain("\nand a line", Exporter.SmtLib([new ExportedTheorem("t", ["one\nand a line"], statement)]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_written_is_named()
    {
        var error = Assert.Throws<UnsupportedShapeException>(() => Coq(Over(Formula.True, Term.Pow(X, 2000) >= 0)));
        Assert.Contains("power 2000", error.Shape, StringComparison.Ordinal);
        Term doubled = X;
        for (int i = 0; i < 40; i++)
        {
            doubled += doubled * Y;
        }

        Assert.Contains("characters", Assert.Throws<UnsupportedShapeException>(() => Coq(Over(Formula.True, doubled >= 0))).Shape, StringComparison.Ordinal);
        Assert.Contains("characters", Assert.Throws<UnsupportedShapeException>(() => Exporter.SmtLib([new ExportedTheorem("t", [], Over(Formula.True, doubled >= 0))])).Shape, StringComparison.Ordinal);
    }
}
