using ResLinkProofs.Kernel.Intervals;
using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Kernel.Statements;

/// <summary>
/// A confirmed counterexample. The kernel alone makes refutations, each only after exact arithmetic or outward-rounded
/// enclosures have confirmed it, so holding one is holding the fact.
/// </summary>
public abstract class Refutation
{
    private protected Refutation(IReadOnlyList<string> names, IReadOnlyList<Rational> point, Interval margin)
    {
        Names = [.. names];
        Point = [.. point];
        Margin = margin;
    }

    /// <summary>The names of the coordinates.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>
    /// The exact point at which the claim fails, one value per name; of an <see cref="EnclosedWitness"/> the middle of its box.
    /// </summary>
    public IReadOnlyList<Rational> Point { get; }

    /// <summary>An enclosure of the amount by which the claim fails; nowhere positive.</summary>
    public Interval Margin { get; }

    /// <summary>The point as assignments.</summary>
    public override string ToString() => string.Join(", ", Names.Zip(Point, (name, value) => $"{name} = {value}"));
}
