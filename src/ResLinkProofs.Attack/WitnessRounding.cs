using System.Numerics;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;

namespace ResLinkProofs.Attack;

/// <summary>
/// Turns a suspicious floating-point point into a confirmed witness with small rationals. Every candidate is measured in floating
/// point first, so that the kernel is asked only about promising ones.
/// </summary>
public static class WitnessRounding
{
    // Confirming is exact arithmetic over the whole statement: the larger the point, the fewer candidates can be afforded.
    private const int ConfirmedCoordinates = 4_000;

    // Floating point decides what is worth asking, not what is true: on a boundary it gives the candidate the benefit of the doubt.
    private const double DomainSlack = 1e-8;
    private const double MarginSlack = 1e-12;
    private static readonly int[] Denominators =
    [
        1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 32, 50, 64, 100, 128, 1000, 1024, 10_000, 100_000, 1_000_000,
    ];

    /// <summary>Confirms a point and makes it simple.</summary>
    /// <param name="instance">An instance with a statement that the point seems to violate.</param>
    /// <param name="point">The suspicious point.</param>
    /// <returns>A confirmed witness near the point, or null when nothing near it could be confirmed.</returns>
    public static ConfirmedWitness? Confirm(Instance instance, ReadOnlySpan<double> point)
    {
        ArgumentNullException.ThrowIfNull(instance);
        foreach (double coordinate in point)
        {
            if (!double.IsFinite(coordinate))
            {
                return null;
            }
        }

        var search = new Search(instance, point.Length);
        Rational[] exact = Array.ConvertAll(point.ToArray(), Rational.FromDouble);

        // Coarse grids first: the first success is usually the witness that a person would have written down. Rounding may leave a
        // ball on whose boundary the point lies, so that a slightly smaller point gets its chance as well.
        foreach (int denominator in Denominators)
        {
            Rational shrink = Rational.One - new Rational((int)Math.Ceiling(Math.Sqrt(point.Length)), 2 * denominator);
            foreach (Rational factor in shrink.Sign > 0 ? new[] { Rational.One, shrink } : [Rational.One])
            {
                if (search.Try(Array.ConvertAll(exact, x => Round(x * factor, denominator))) is { } onGrid)
                {
                    return search.Simplify(onGrid);
                }
            }
        }

        return ConfirmedWitness.TryConfirm(instance.Statement!, instance.Snap(exact)) is { } raw ? search.Simplify(raw) : null;
    }

    private static long Complexity(Rational value) =>
        BigInteger.Abs(value.Numerator).GetBitLength() + value.Denominator.GetBitLength() + (value.Sign < 0 ? 1 : 0);

    private static Rational Round(Rational value, int denominator) =>
        new(Rational.Floor((value * denominator) + new Rational(1, 2)), denominator);

    /// <summary>Candidates for one point, with a limit to what is asked of the kernel.</summary>
    private sealed class Search(Instance instance, int coordinates)
    {
        private int _left = Math.Max(Denominators.Length, ConfirmedCoordinates / Math.Max(1, coordinates));

        /// <summary>The candidate as a witness, or null.</summary>
        public ConfirmedWitness? Try(Rational[] rounded)
        {
            Rational[] candidate = instance.Snap(rounded);
            double[] point = Array.ConvertAll(candidate, x => x.ToDouble());
            double[] inside = [.. point];
            instance.Project(inside);
            bool isNear = Enumerable.Range(0, point.Length).All(i => Math.Abs(point[i] - inside[i]) <= DomainSlack * instance.Scale(i));
            if (_left <= 0 || !isNear || instance.Measure(point) is not { Hypothesis: >= -MarginSlack, Conclusion: < MarginSlack })
            {
                return null;
            }

            _left--;
            return ConfirmedWitness.TryConfirm(instance.Statement!, candidate);
        }

        /// <summary>
        /// Simplifies one coordinate after the other until none gets simpler: zero, coarser grids, the opposite sign, half the size.
        /// </summary>
        public ConfirmedWitness Simplify(ConfirmedWitness witness)
        {
            ConfirmedWitness best = witness;
            bool improved = true;
            while (improved && _left > 0)
            {
                improved = false;
                for (int i = 0; i < best.Point.Count; i++)
                {
                    Rational current = best.Point[i];
                    IEnumerable<Rational> candidates = new[] { Rational.Zero, Rational.One, -Rational.One, new Rational(1, 2) }
                        .Concat(Denominators.Select(q => Round(current, q)))
                        .Concat([-current, current / 2, Round(current / 2, 1), Round(current / 2, 10)])
                        .Where(c => Complexity(c) < Complexity(current))
                        .Distinct();
                    foreach (Rational candidate in candidates)
                    {
                        Rational[] trial = [.. best.Point];
                        trial[i] = candidate;
                        // the domain may have moved others
                        if (Try(trial) is { } simpler && simpler.Point.Sum(Complexity) < best.Point.Sum(Complexity))
                        {
                            best = simpler;
                            improved = true;
                            break;
                        }
                    }
                }
            }

            return best;
        }
    }
}
