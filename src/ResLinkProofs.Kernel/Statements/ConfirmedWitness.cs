using ResLinkProofs.Kernel.Expansions;
using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Tapes;

namespace ResLinkProofs.Kernel.Statements;

/// <summary>
/// A rational point that satisfies every hypothesis of a statement and violates its conclusion, both confirmed exactly or by
/// outward-rounded enclosures. Only <see cref="TryConfirm"/> and <see cref="TryConfirmPrecisely"/> make one, so holding one is holding
/// a refutation.
/// </summary>
public sealed class ConfirmedWitness : Refutation
{
    private ConfirmedWitness(Statement statement, IReadOnlyList<Rational> point, Interval margin)
        : base(statement.VariableNames, point, margin) => Statement = statement;

    /// <summary>The refuted statement.</summary>
    public Statement Statement { get; }

    /// <summary>Confirms a suspected counterexample.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="point">One value per variable, in order.</param>
    /// <returns>The witness, or null when some part could not be confirmed.</returns>
    /// <exception cref="ArgumentException">The point has the wrong number of coordinates.</exception>
    public static ConfirmedWitness? TryConfirm(Statement statement, IReadOnlyList<Rational> point) =>
        Confirm(statement, point, (formula, own) => formula.DecideAt(own));

    /// <summary>Confirms a suspected counterexample that hangs on more bits than doubles have, or on a law; slower.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="point">One value per variable, in order.</param>
    /// <returns>The witness, or null when some part could not be confirmed.</returns>
    /// <exception cref="ArgumentException">The point has the wrong number of coordinates.</exception>
    public static ConfirmedWitness? TryConfirmPrecisely(Statement statement, IReadOnlyList<Rational> point) =>
        Confirm(statement, point, VanishingSlots.Decide);

    private static ConfirmedWitness? Confirm(
        Statement statement, IReadOnlyList<Rational> point, Func<CompiledFormula, IReadOnlyList<Rational>, Truth> decide)
    {
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(point);
        Rational[] own = [.. point]; // what is checked is what is kept, whatever the caller's list does
        if (own.Length != statement.Variables.Count)
        {
            throw new ArgumentException($"{own.Length} coordinates for {statement.Variables.Count} variables.", nameof(point));
        }

        var values = new Dictionary<string, Rational>(StringComparer.Ordinal);
        for (int i = 0; i < own.Length; i++)
        {
            if (!statement.Variables[i].Admits(own[i]))
            {
                return null;
            }

            values.Add(statement.Variables[i].Name, own[i]);
        }

        var conclusion = CompiledFormula.Compile(statement.VariableNames, statement.Conclusion);
        bool violates = decide(conclusion, own) == Truth.False
            && decide(CompiledFormula.Compile(statement.VariableNames, statement.Hypothesis), own) == Truth.True
            && statement.MatrixBounds.All(bound => bound.HoldsAt(name => values[name]));
        return violates ? new ConfirmedWitness(statement, own, conclusion.MarginAt(own)) : null;
    }
}
