using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Evaluation;

/// <summary>How a comparison l &gt;= r becomes a real number that is nonnegative where it holds, up to rounding.</summary>
public enum MarginScale
{
    /// <summary>
    /// (l - r) / (|l| + |r|), in [-1, 1]: it does not change when both sides are scaled, so a search is not drawn to points where both
    /// sides merely become small. Infinite where both sides vanish, since "at least" then holds without telling anything about tightness.
    /// </summary>
    Relative,

    /// <summary>
    /// (l - r) / sqrt(l^2 + r^2): depends on the ratio of the sides only, like the relative margin, and unlike that
    /// keeps a slope where the sides have different signs. The plain difference where one side is the number 0.
    /// </summary>
    Smooth,

    /// <summary>l - r.</summary>
    Difference,
}

/// <summary>Margins of comparisons and their slopes.</summary>
public static class Margins
{
    /// <summary>The margin of a comparison; NaN where a side is.</summary>
    /// <param name="scale">How it is measured.</param>
    /// <param name="atom">The comparison.</param>
    /// <param name="left">The value of its left side.</param>
    /// <param name="right">The value of its right side.</param>
    public static double Of(MarginScale scale, Atom atom, double left, double right)
    {
        ArgumentNullException.ThrowIfNull(atom);
        double size = Size(scale, atom, left, right), difference = size > 0 ? (left - right) / size : size; // NaN stays NaN
        if (scale != MarginScale.Relative)
        {
            return atom.Relation switch
            {
                Relation.Equal => -Math.Abs(difference),
                Relation.NotEqual => Math.Abs(difference),
                _ => difference,
            };
        }

        return Signed(difference, atom.Relation, size);
    }

    /// <summary>The relative margin of a comparison.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="relation">The comparison.</param>
    /// <param name="right">The right side.</param>
    public static double Relative(double left, Relation relation, double right)
    {
        double size = Math.Abs(left) + Math.Abs(right);
        return Signed(size > 0 ? (left - right) / size : size, relation, size);
    }

    /// <summary>The derivatives of a margin by both sides; zero where it has none.</summary>
    /// <param name="scale">How it is measured.</param>
    /// <param name="atom">The comparison.</param>
    /// <param name="left">The value of its left side.</param>
    /// <param name="right">The value of its right side.</param>
    public static (double ByLeft, double ByRight) Slopes(MarginScale scale, Atom atom, double left, double right)
    {
        ArgumentNullException.ThrowIfNull(atom);
        double sign = atom.Relation switch
        {
            Relation.Equal => -Math.Sign(left - right),
            Relation.NotEqual => Math.Sign(left - right),
            _ => 1,
        };
        if (IsPlain(scale, atom))
        {
            return (sign, -sign);
        }

        double size = Size(scale, atom, left, right);
        if (!(size > 0))
        {
            return (0, 0);
        }

        if (scale == MarginScale.Relative)
        {
            double square = sign / (size * size);
            return (square * (Math.Abs(right) + (right * Math.Sign(left))), -square * (Math.Abs(left) + (left * Math.Sign(right))));
        }

        double factor = sign * (left + right) / (((left * left) + (right * right)) * size);
        return (factor * right, -factor * left);
    }

    private static double Signed(double difference, Relation relation, double size) => relation switch
    {
        // A strict comparison fails when both sides are equal, though by nothing: the least negative number says so.
        Relation.Greater => difference == 0 ? -double.Epsilon : difference,
        Relation.Equal => -Math.Abs(difference),
        Relation.NotEqual => difference == 0 ? -double.Epsilon : Math.Abs(difference),
        _ => size == 0 ? double.PositiveInfinity : difference,
    };

    private static double Size(MarginScale scale, Atom atom, double left, double right) =>
        IsPlain(scale, atom) ? 1
            : scale == MarginScale.Relative ? Math.Abs(left) + Math.Abs(right)
            : Math.Sqrt((left * left) + (right * right));

    private static bool IsPlain(MarginScale scale, Atom atom) =>
        scale == MarginScale.Difference || (scale == MarginScale.Smooth && (IsZero(atom.Left) || IsZero(atom.Right)));

    private static bool IsZero(Term term) => term.Operation == Operation.Literal && term.Value.Sign == 0;
}
