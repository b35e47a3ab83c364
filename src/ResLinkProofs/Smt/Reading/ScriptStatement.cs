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
        var ranges = script.Variables.ToDictionary(v => v.Name, _ => (Lower: (Rational?)null, Upper: (Rational?)null), StringComparer.Ordinal);
        var rest = new List<Formula>();
        foreach (Formula part in script.Assertions.SelectMany(a => a.Formula is Conjunction c ? c.Operands : [a.Formula]))
        {
            if (!(part is Atom atom && TryNarrow(ranges, atom)))
            {
                rest.Add(part);
            }
        }

        RealVariable[] variables = [.. script.Variables.Select(v => new RealVariable(v.Name, ranges[v.Name].Lower, ranges[v.Name].Upper))];
        return new Statement(variables, Formula.True, !Formula.All(rest));
    }

    // True when the range now says everything that the atom says.
    private static bool TryNarrow(Dictionary<string, (Rational? Lower, Rational? Upper)> ranges, Atom atom)
    {
        (Term? variable, Rational bound, bool isLower) = (atom.Left, atom.Right) switch
        {
            ({ Operation: Operation.Variable } x, { Operation: Operation.Literal } c) => (x, c.Value, true),
            ({ Operation: Operation.Literal } c, { Operation: Operation.Variable } x) => (x, c.Value, false),
            _ => (null, default, false),
        };
        if (variable is null || atom.Relation == Relation.NotEqual)
        {
            return false;
        }

        (Rational? lower, Rational? upper) = ranges[variable.Name!];
        if (isLower || atom.Relation == Relation.Equal)
        {
            lower = lower is { } known && known > bound ? known : bound;
        }

        if (!isLower || atom.Relation == Relation.Equal)
        {
            upper = upper is { } known && known < bound ? known : bound;
        }

        if (lower > upper)
        {
            return false; // contradictory bounds are left to the prover: a range must not be empty
        }

        ranges[variable.Name!] = (lower, upper);
        return atom.Relation != Relation.Greater; // a range is closed, so a strict bound also stays as an atom
    }
}
