using FsCheck;
using FsCheck.Fluent;
using ResLinkProofs.Export;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Tapes;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Smt.Reading;
using ResLinkProofs.Testing.Properties;

namespace ResLinkProofs.Tests.Export;

/// <summary>What is written in SMT-LIB is read back by the reader of <c>reslink solve</c>: at every point both questions have to ask what was written.</summary>
public sealed class SmtReadBackTests
{
    private static readonly Rational[] Values = [-2, -1, new(-1, 3), 0, new(1, 7), 1, new(3, 2), 3];

    [Property(MaxTest = 200)]
    public Property Both_questions_ask_what_was_written() => Prop.ForAll(ReadBackTests.Statements(), AsksTheSame);

    [Fact]
    public void Functions_that_the_standard_does_not_have_are_defined()
    {
        Term x = Term.Variable("x"), y = Term.Variable("y");
        var statement = new Statement(
            [new RealVariable("x", -1, 1), new RealVariable("y", null, null)],
            Term.Max(x, y) > Term.Abs(Term.Min(x, -y)),
            (Term.Sinc(x) * Term.VersineQuotient(y) >= Term.SineDefect(x) + Term.ArcsineDefect(x / 4)) | (Term.Pow(x, -2) > Term.Pi) | !Term.Acos(x / 9).EqualTo(Term.Log(Term.Exp(y))));
        Assert.True(AsksTheSame(statement));
    }

    [Fact]
    public void Another_question_is_told_apart()
    {
        Term x = Term.Variable("x"), y = Term.Variable("y");
        RealVariable[] variables = [new("x", -1, 1), new("y", null, null)];
        Statement written = new(variables, y >= 0, x - (y - 1) >= 0), other = new(variables, y >= 0, x - y - 1 >= 0);
        Assert.True(Agrees(written, written) && !Agrees(written, other));
    }

    private static bool AsksTheSame(Statement statement) => Agrees(statement, statement);

    // Whether the two questions of one statement are, at all sampled points, a violation of the other and agreement with it.
    private static bool Agrees(Statement exported, Statement meant)
    {
        SmtScript script = SmtScriptReader.Read(Exporter.SmtLib([new ExportedTheorem("t", [], exported)]), "t.smt2");
        Assert.Equal(2, script.Questions.Count);
        Formula[] wanted = [meant.Hypothesis & !meant.Conclusion, meant.Hypothesis & meant.Conclusion];
        for (int q = 0; q < 2; q++)
        {
            // The claim that the question is unsatisfiable: it fails exactly where the question is answered.
            Statement denial = ScriptStatement.Unsatisfiable(script.Questions[q]);
            CompiledFormula asked = CompiledFormula.Compile(denial.VariableNames, denial.Hypothesis & !denial.Conclusion), means = CompiledFormula.Compile(meant.VariableNames, wanted[q]);
            foreach (Rational x in Values)
            {
                foreach (Rational y in Values)
                {
                    Rational[] point = [.. denial.VariableNames.Select(n => n == "x" ? x : y)];
                    if (!means.IsDefinedAt([x, y]))
                    {
                        continue;
                    }

                    bool inRange = denial.Variables.Zip(point, (v, value) => v.Admits(value)).All(a => a), meantRange = meant.Variables.Zip([x, y], (v, value) => v.Admits(value)).All(a => a);
                    Truth answer = inRange ? asked.DecideAt(point) : Truth.False, meaning = meantRange ? means.DecideAt([x, y]) : Truth.False;
                    if (answer != meaning && answer != Truth.Unknown && meaning != Truth.Unknown)
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }
}
