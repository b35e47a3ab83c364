using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;

namespace ResLinkProofs.Kernel.Statements;

/// <summary>
/// A rational point of which a statement speaks: it lies in the ranges, satisfies every hypothesis, and everything
/// that the conclusion mentions has a value there, each confirmed exactly or by enclosures. Only
/// <see cref="TryConfirm"/> makes one, so holding one is holding the fact that the statement is not about nothing.
/// </summary>
public sealed class ConfirmedPoint
{
    private ConfirmedPoint(Statement statement, IReadOnlyList<Rational> point) => (Statement, Point) = (statement, point);

    /// <summary>The statement.</summary>
    public Statement Statement { get; }

    /// <summary>The point, one value per variable.</summary>
    public IReadOnlyList<Rational> Point { get; }

    /// <summary>Confirms a point.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="point">One value per variable, in order.</param>
    /// <returns>The point, or null when some part could not be confirmed.</returns>
    /// <exception cref="ArgumentException">The point has the wrong number of coordinates.</exception>
    public static ConfirmedPoint? TryConfirm(Statement statement, IReadOnlyList<Rational> point)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(point);
        Rational[] copy = [.. point];
        if (copy.Length != statement.Variables.Count)
        {
            throw new ArgumentException($"{copy.Length} coordinates for {statement.Variables.Count} variables.", nameof(point));
        }

        Dictionary<string, Rational> values =
            statement.VariableNames.Zip(copy).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        bool confirmed = statement.Variables.All(v => v.Admits(values[v.Name]))
            && CompiledFormula.Compile(statement.VariableNames, statement.Hypothesis).DecideAt(copy) == Truth.True
            && CompiledFormula.Compile(statement.VariableNames, statement.Conclusion).IsDefinedAt(copy)
            && statement.MatrixBounds.All(bound => bound.HoldsAt(name => values[name]));
        return confirmed ? new ConfirmedPoint(statement, copy) : null;
    }

    /// <summary>The point as assignments.</summary>
    public override string ToString() => string.Join(", ", Statement.VariableNames.Zip(Point, (name, value) => $"{name} = {value}"));
}
