using ResLinkProofs.Kernel.Numbers;

namespace ResLinkProofs.Claims.Propositions;

/// <summary>The slopes alpha that a claim on networks quantifies over: a closed interval.</summary>
public sealed record SlopeRange
{
    /// <summary>The name of the variable in statements and witnesses.</summary>
    public const string Name = "α";

    /// <summary>All slopes from one to another.</summary>
    /// <param name="least">The least slope.</param>
    /// <param name="largest">The largest slope.</param>
    /// <exception cref="ArgumentException">The range is empty.</exception>
    public SlopeRange(Rational least, Rational largest)
    {
        if (largest < least)
        {
            throw new ArgumentException($"The slopes from {least} to {largest} are none; exchange the ends.", nameof(largest));
        }

        (Least, Largest) = (least, largest);
        Special = [.. new[] { least, largest, -1, Rational.Zero, Rational.One }.Where(Contains).Distinct().Select(s => s.ToDouble())];
    }

    /// <summary>The least slope.</summary>
    public Rational Least { get; }

    /// <summary>The largest slope.</summary>
    public Rational Largest { get; }

    /// <summary>The slopes in the range at which activations change their nature, and its ends: absolute value, ReLU, linear.</summary>
    internal IReadOnlyList<double> Special { get; }

    /// <summary>True for a slope of the range.</summary>
    /// <param name="slope">Any slope.</param>
    public bool Contains(Rational slope) => Least <= slope && slope <= Largest;

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ∈ [{Least}, {Largest}]";
}
