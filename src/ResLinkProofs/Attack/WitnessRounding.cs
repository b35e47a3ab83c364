using System.Numerics;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Attack;

/// <summary>Turns a suspicious floating-point point into a confirmed witness with small rationals.</summary>
public static class WitnessRounding
{
    private static readonly int[] Denominators = [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 32, 50, 64, 100, 128, 1000, 1024, 10_000, 100_000, 1_000_000];

    /// <summary>Confirms a point and makes it simple.</summary>
    /// <param name="statement">The statement that the point seems to violate.</param>
    /// <param name="point">The suspicious point.</param>
    /// <returns>A confirmed witness near the point, or null when nothing near it could be confirmed.</returns>
    public static ConfirmedWitness? Confirm(Statement statement, ReadOnlySpan<double> point)
    {
        ArgumentNullException.ThrowIfNull(statement);
        Rational[] exact = new Rational[point.Length];
        for (int i = 0; i < point.Length; i++)
        {
            if (!double.IsFinite(point[i]))
            {
                return null;
            }

            exact[i] = Rational.FromDouble(point[i]);
        }

        // Coarse grids first: the first success is usually the witness that a person would have written down.
        foreach (int denominator in Denominators)
        {
            Rational[] rounded = Array.ConvertAll(exact, x => Round(x, denominator));
            if (ConfirmedWitness.TryConfirm(statement, rounded) is { } onGrid)
            {
                return Simplify(statement, onGrid, denominator);
            }
        }

        return ConfirmedWitness.TryConfirm(statement, exact) is { } raw ? Simplify(statement, raw, int.MaxValue) : null;
    }

    private static ConfirmedWitness Simplify(Statement statement, ConfirmedWitness witness, int denominator)
    {
        ConfirmedWitness best = witness;
        for (int i = 0; i < witness.Point.Count; i++)
        {
            Rational current = best.Point[i];
            IEnumerable<Rational> candidates = new[] { Rational.Zero }
                .Concat(Denominators.Where(q => q <= denominator).Select(q => Round(current, q)))
                .Where(c => Complexity(c) < Complexity(current));
            foreach (Rational candidate in candidates)
            {
                Rational[] trial = [.. best.Point];
                trial[i] = candidate;
                if (ConfirmedWitness.TryConfirm(statement, trial) is { } simpler)
                {
                    best = simpler;
                    break;
                }
            }
        }

        return best;
    }

    private static long Complexity(Rational value) => BigInteger.Abs(value.Numerator).GetBitLength() + value.Denominator.GetBitLength();

    private static Rational Round(Rational value, int denominator) =>
        new(Rational.Floor((value * denominator) + new Rational(1, 2)), denominator);
}
