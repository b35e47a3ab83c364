using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Smt.Writing;

namespace ResLinkProofs.Smt.Statements;

/// <summary>The questions that a closed statement raises for a solver.</summary>
/// <remarks>
/// Spectral norm bounds are not written. Leaving a hypothesis out makes "no violation" harder to reach and never wrong; a
/// violation or a point that meets the hypotheses must be confirmed on the statement itself.
/// </remarks>
public static class StatementQuery
{
    /// <summary>Is there a violation: values in their ranges that meet the hypothesis and not the conclusion?</summary>
    /// <param name="statement">The statement.</param>
    /// <exception cref="ArgumentException">A power is too large to be written out.</exception>
    public static SmtQuery Violation(Statement statement) => Violation(statement, statement?.Variables ?? []);

    /// <summary>The same over narrower ranges.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="ranges">A range for each variable of the statement, in order.</param>
    /// <exception cref="ArgumentException">A power is too large to be written out, or the ranges are
    /// not those of the variables.</exception>
    public static SmtQuery Violation(Statement statement, IReadOnlyList<RealVariable> ranges)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(ranges);
        if (!ranges.Select(r => r.Name).SequenceEqual(statement.VariableNames))
        {
            throw new ArgumentException(
                $"Ranges of {string.Join(", ", ranges.Select(r => r.Name))} for "
                    + $"the variables {string.Join(", ", statement.VariableNames)}.", nameof(ranges));
        }

        return SmtQuery.Of(statement.VariableNames, [.. Bounds(ranges), statement.Hypothesis, !statement.Conclusion]);
    }

    /// <summary>Are there values in their ranges that meet the hypothesis? If not, the statement is vacuous.</summary>
    /// <param name="statement">The statement.</param>
    /// <exception cref="ArgumentException">A power is too large to be written out.</exception>
    public static SmtQuery Hypotheses(Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return SmtQuery.Of(statement.VariableNames, [.. Bounds(statement.Variables), statement.Hypothesis]);
    }

    private static IEnumerable<Formula> Bounds(IEnumerable<RealVariable> ranges)
    {
        foreach (RealVariable range in ranges)
        {
            var variable = Term.Variable(range.Name);
            if (range.Lower is { } lower)
            {
                yield return variable >= Term.Literal(lower);
            }

            if (range.Upper is { } upper)
            {
                yield return variable <= Term.Literal(upper);
            }
        }
    }
}
