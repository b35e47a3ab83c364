using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Reasoning;

/// <summary>
/// Uses equalities x = c and x = y that have to hold (c a constant; also a range that is one point): everywhere else x is replaced by the other side. Where
/// they are equal every expression has equal values for them, whatever is read into undefined operations. The equality itself stays.
/// </summary>
internal static class EqualitySubstitution
{
    /// <summary>A formula with the same solutions in the ranges of the variables.</summary>
    /// <param name="variables">The variables and their ranges.</param>
    /// <param name="formula">Any formula.</param>
    public static Formula Resolve(IEnumerable<RealVariable> variables, Formula formula)
    {
        var points = variables
            .Where(v => v.Lower is { } low && low == v.Upper)
            .ToDictionary(v => v.Name, v => Term.Literal(v.Lower!.Value), StringComparer.Ordinal);
        Formula resolved = points.Count == 0 ? formula : Substitution.Apply(formula, points);
        Formula[] parts = resolved is Conjunction conjunction ? [.. conjunction.Operands] : [resolved];
        for (int i = 0; i < parts.Length; i++)
        {
            if (parts[i] is Atom { Relation: Relation.Equal } equality && Solve(equality) is { } solution)
            {
                var replacement = new Dictionary<string, Term>(StringComparer.Ordinal) { [solution.Name] = solution.Value };
                for (int j = 0; j < parts.Length; j++)
                {
                    parts[j] = j == i ? parts[j] : Substitution.Apply(parts[j], replacement);
                }
            }
        }

        return parts.Length == 1 ? parts[0] : Formula.All(parts);
    }

    private static (string Name, Term Value)? Solve(Atom equality)
    {
        Term left = equality.Left, right = equality.Right;
        bool isSame = left.Operation == Operation.Variable && right.Operation == Operation.Variable && left.Name == right.Name;
        return left.Operation == Operation.Variable && IsSimple(right) && !isSame ? (left.Name!, right)
            : right.Operation == Operation.Variable && left.Operation == Operation.Literal ? (right.Name!, left)
            : null;
    }

    private static bool IsSimple(Term term) => term.Operation is Operation.Literal or Operation.Variable;
}
