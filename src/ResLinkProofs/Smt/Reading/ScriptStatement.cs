using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Smt.Reading;

/// <summary>The claim that a script is unsatisfiable, as a closed statement: a proof of it means <c>unsat</c>, a witness against it is a model.</summary>
public static class ScriptStatement
{
    /// <summary>States that no values of the variables satisfy all assertions of the script.</summary>
    /// <param name="script">The script; asserted comparisons of a variable with a constant become its range.</param>
    public static Statement Unsatisfiable(SmtScript script)
    {
        ArgumentNullException.ThrowIfNull(script);
        var ranges = new VariableRanges(script.Variables.Select(v => v.Name));
        IEnumerable<Formula> parts = script.Assertions.SelectMany(a => a.Formula is Conjunction c ? c.Operands : [a.Formula]);
        // Contradictory bounds stay among the rest and are left to the prover: a range must not be empty.
        Formula[] rest = [.. parts.Where(part => !ranges.Narrow(part))];
        RealVariable[] variables = [.. script.Variables.Select(v => Ranged(v.Name, ranges[v.Name]))];
        return new Statement(variables, Formula.True, !Formula.All(rest));
    }

    private static RealVariable Ranged(string name, (Rational? Lower, Rational? Upper) range) => new(name, range.Lower, range.Upper);
}
