using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Smt.Reading;

/// <summary>
/// The claim that a script is unsatisfiable, as a closed statement: a proof of it means <c>unsat</c>, a witness against it is a model.
/// </summary>
public static class ScriptStatement
{
    /// <summary>States that no values of the variables satisfy all assertions of a script that asks one question.</summary>
    /// <param name="script">The script.</param>
    /// <exception cref="SmtInputException">The script asks nothing, or more than one question.</exception>
    public static Statement Unsatisfiable(SmtScript script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return Unsatisfiable(script.OnlyQuestion());
    }

    /// <summary>States that no values of the variables satisfy all assertions that a question is about.</summary>
    /// <param name="question">The question; asserted comparisons of a variable with a constant become its range.</param>
    public static Statement Unsatisfiable(SmtQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var ranges = new VariableRanges(question.Variables.Select(v => v.Name));
        IEnumerable<Formula> parts = question.Assertions.SelectMany(a => a.Formula is Conjunction c ? c.Operands : [a.Formula]);
        // Contradictory bounds stay among the rest and are left to the prover: a range must not be empty.
        Formula[] rest = [.. parts.Where(part => !ranges.Narrow(part))];
        foreach (SmtVariable variable in question.Variables.Where(v => v.IsBool))
        {
            // A truth value is 0 or 1: between them at least one of the comparisons fails, so that a single split decides it.
            var truth = Term.Variable(variable.Name);
            ranges.Narrow(truth >= 0);
            ranges.Narrow(truth <= 1);
            rest = [.. rest, (truth <= 0) | (truth >= 1)];
        }

        RealVariable[] variables = [.. question.Variables.Select(v => Ranged(v.Name, ranges[v.Name]))];
        return new Statement(variables, Formula.True, !Formula.All(rest));
    }

    private static RealVariable Ranged(string name, (Rational? Lower, Rational? Upper) range) => new(name, range.Lower, range.Upper);
}
